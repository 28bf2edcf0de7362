// The map of the bench: streets, relays and candidates on a canvas, without tiles and without a network.
"use strict";

(() => {
  /** Metres in a pixel beyond which candidates are small marks. */
  const FAR = 4;

  /** What lies where, by squares: a look at a place asks a few of them only. */
  class Grid {
    constructor(size) {
      this.size = size;
      this.squares = new Map();
    }

    key(x, y) {
      return (x + 32768) * 65536 + y + 32768;
    }

    add(number, x0, y0, x1, y1) {
      const at = (value) => Math.floor(value / this.size);
      const right = at(Math.max(x0, x1));
      const bottom = at(Math.max(y0, y1));
      for (let x = at(Math.min(x0, x1)); x <= right; x++)
        for (let y = at(Math.min(y0, y1)); y <= bottom; y++) {
          const key = this.key(x, y);
          const square = this.squares.get(key);
          if (square) square.push(number);
          else this.squares.set(key, [number]);
        }
    }

    /** Calls `body` with what may lie so near. */
    around(x, y, reach, body) {
      const at = (value) => Math.floor(value / this.size);
      for (let gx = at(x - reach); gx <= at(x + reach); gx++)
        for (let gy = at(y - reach); gy <= at(y + reach); gy++)
          for (const number of this.squares.get(this.key(gx, gy)) || []) body(number);
    }
  }

  /** Degrees and the map's own metres: eastward, and downward as on a screen. */
  class Ground {
    constructor(scale, lon, lat) {
      this.scale = scale;
      this.lon = lon;
      this.lat = lat;
      const phi = (lat * Math.PI) / 180;
      this.isPlane = scale === 1000;
      this.east = this.isPlane ? 1 : 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi);
      this.north = this.isPlane ? 1 : 111132.95 - 559.82 * Math.cos(2 * phi);
    }

    x(lon) {
      return (lon - this.lon) * this.east;
    }

    y(lat) {
      return (this.lat - lat) * this.north;
    }

    /** Where a point of the map is on earth; a tenth of a metre is as near as a click gets. */
    place(x, y) {
      const round = (value) => Math.round(value * 1e6) / 1e6;
      return { lon: round(this.lon + x / this.east), lat: round(this.lat - y / this.north) };
    }
  }

  /** Lines one after another in one array, each with its box. */
  class Lines {
    constructor() {
      this.xy = [];
      this.starts = [0];
      this.boxes = [];
      this.street = [];
    }

    get count() {
      return this.starts.length - 1;
    }

    add(points, street) {
      let x0 = Infinity;
      let y0 = Infinity;
      let x1 = -Infinity;
      let y1 = -Infinity;
      for (let k = 0; k < points.length; k += 2) {
        const x = points[k];
        const y = points[k + 1];
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
        this.xy.push(x, y);
      }
      this.starts.push(this.xy.length);
      this.boxes.push(x0, y0, x1, y1);
      this.street.push(street);
    }

    /** Draws those that touch a window of the map; `s` is metres in a pixel. */
    trace(context, view) {
      const { xy, starts, boxes } = this;
      const { x, y, s } = view;
      const [right, bottom] = [x + view.width * s, y + view.height * s];
      const least = s * 0.8;
      context.beginPath();
      for (let i = 0; i < this.count; i++) {
        const b = i * 4;
        if (boxes[b] > right || boxes[b + 2] < x || boxes[b + 1] > bottom || boxes[b + 3] < y) continue;
        const end = starts[i + 1];
        let k = starts[i];
        let lx = xy[k];
        let ly = xy[k + 1];
        context.moveTo((lx - x) / s, (ly - y) / s);
        for (k += 2; k < end; k += 2) {
          const px = xy[k];
          const py = xy[k + 1];
          // Points that fall on one pixel are one; the last stands.
          if (k < end - 2 && Math.abs(px - lx) < least && Math.abs(py - ly) < least) continue;
          context.lineTo((px - x) / s, (py - y) / s);
          lx = px;
          ly = py;
        }
      }
    }
  }

  /** A part of a line, by shares of its length. */
  function part(points, from, to) {
    const lengths = [0];
    for (let k = 2; k < points.length; k += 2)
      lengths.push(lengths.at(-1) + Math.hypot(points[k] - points[k - 2], points[k + 1] - points[k - 1]));
    const [a, b] = [from * lengths.at(-1), to * lengths.at(-1)];
    const at = (length) => {
      let i = 1;
      while (i < lengths.length - 1 && lengths[i] < length) i++;
      const step = lengths[i] - lengths[i - 1];
      const t = step ? (length - lengths[i - 1]) / step : 0;
      return [
        points[2 * i - 2] + t * (points[2 * i] - points[2 * i - 2]),
        points[2 * i - 1] + t * (points[2 * i + 1] - points[2 * i - 1]),
      ];
    };
    const cut = at(a);
    for (let i = 0; i < lengths.length; i++)
      if (lengths[i] > a && lengths[i] < b) cut.push(points[2 * i], points[2 * i + 1]);
    cut.push(...at(b));
    return cut;
  }

  /** The streets of a `relais.map/1`, covered or not. */
  class Streets {
    constructor(map) {
      let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const row of map.streets) {
        let [x, y] = [0, 0];
        for (let k = 3; k < row.length; k += 2) {
          x += row[k];
          y += row[k + 1];
          if (x < x0) x0 = x;
          if (x > x1) x1 = x;
          if (y < y0) y0 = y;
          if (y > y1) y1 = y;
        }
      }
      if (x0 > x1) [x0, y0, x1, y1] = [0, 0, map.scale / 100, map.scale / 100];
      this.ground = new Ground(map.scale, (x0 + x1) / 2 / map.scale, (y0 + y1) / 2 / map.scale);
      const { ground } = this;
      this.box = [
        ground.x(x0 / map.scale), ground.y(y1 / map.scale), ground.x(x1 / map.scale), ground.y(y0 / map.scale),
      ];
      this.names = map.names;
      this.name = [];
      this.all = new Lines();
      this.covered = new Lines();
      this.uncovered = new Lines();
      map.streets.forEach((row, number) => this.take(row, number, map.scale));
    }

    take(row, number, scale) {
      const points = [];
      let [x, y] = [0, 0];
      for (let k = 3; k < row.length; k += 2) {
        x += row[k];
        y += row[k + 1];
        points.push(this.ground.x(x / scale), this.ground.y(y / scale));
      }
      this.name.push(row[0]);
      this.all.add(points, number);
      const covered = row[2];
      if (covered === 1) return this.covered.add(points, number);
      if (covered === 0) return this.uncovered.add(points, number);
      const length = row[1] || 1;
      let last = 0;
      for (let k = 0; k < covered.length; k += 2) {
        const [from, to] = [Math.min(1, covered[k] / length), Math.min(1, covered[k + 1] / length)];
        if (from > last) this.uncovered.add(part(points, last, from), number);
        this.covered.add(part(points, from, to), number);
        last = to;
      }
      if (last < 1) this.uncovered.add(part(points, last, 1), number);
    }

    /** The name of the street nearest to a point, and whether it is covered there. */
    near(x, y, reach) {
      if (!this.grid) {
        this.grid = new Grid(100);
        this.segments = [];
        for (const lines of [this.covered, this.uncovered])
          for (let i = 0; i < lines.count; i++)
            for (let k = lines.starts[i]; k + 3 < lines.starts[i + 1]; k += 2) {
              this.grid.add(
                this.segments.length / 3, lines.xy[k], lines.xy[k + 1], lines.xy[k + 2], lines.xy[k + 3]);
              this.segments.push(lines === this.covered ? 1 : 0, i, k);
            }
      }
      let best = null;
      let limit = reach * reach;
      this.grid.around(x, y, reach, (number) => {
        const lines = this.segments[3 * number] ? this.covered : this.uncovered;
        const i = this.segments[3 * number + 1];
        const k = this.segments[3 * number + 2];
        const { xy } = lines;
        const [dx, dy] = [xy[k + 2] - xy[k], xy[k + 3] - xy[k + 1]];
        const q = dx * dx + dy * dy;
        const t = q ? Math.max(0, Math.min(1, ((x - xy[k]) * dx + (y - xy[k + 1]) * dy) / q)) : 0;
        const e = (xy[k] + t * dx - x) ** 2 + (xy[k + 1] + t * dy - y) ** 2;
        if (e >= limit) return;
        limit = e;
        best = { name: this.names[this.name[lines.street[i]]], isCovered: lines === this.covered };
      });
      return best;
    }
  }

  /**
   * The map in its frame.
   *
   * `hands.pick(hit, place)` is called for a click, `hands.move(hit, place)` when something was dragged, `hands.tip(hit, street)`
   * for the words beside the pointer; `hands.movable(hit)`, where there is one, says what may be dragged. A hit is one of the places given to `show`, `null` for none.
   */
  class BenchMap {
    constructor(frame, hands) {
      this.frame = frame;
      this.hands = hands;
      this.canvas = frame.querySelector("canvas");
      this.context = this.canvas.getContext("2d");
      this.tip = frame.querySelector(".bench-tip");
      this.base = document.createElement("canvas");
      this.drawn = null;
      this.cost = 0;
      this.view = null;
      this.streets = null;
      this.places = [];
      this.gained = new Lines();
      this.lost = new Lines();
      this.fingers = new Map();
      this.isPaper = false;
      this.hand();
      new ResizeObserver(() => this.fit()).observe(frame);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.renew());
      addEventListener("beforeprint", () => this.print(true));
      addEventListener("afterprint", () => this.print(false));
    }

    // What is shown

    /** Streets and their coverage; the part of the map that is looked at stays. */
    load(map) {
      const former = this.streets;
      this.streets = new Streets(map);
      if (this.view && former) {
        const { ground } = former;
        const place = ground.place(this.view.x, this.view.y);
        this.view.x = this.streets.ground.x(place.lon);
        this.view.y = this.streets.ground.y(place.lat);
      } else this.whole();
      this.renew();
    }

    /** Places, each `{kind, lon, lat, name…}`, and stretches gained and lost, as GeoJSON. */
    show(places, features) {
      const { ground } = this.streets;
      const count = (all) => all.filter((place) => place.kind === "candidate").length;
      if (count(places) !== count(this.places) && this.view.s > FAR) this.drawn = null;
      this.places = places.map((place) => ({ ...place, x: ground.x(place.lon), y: ground.y(place.lat) }));
      this.points = new Grid(250);
      this.places.forEach((place, number) => this.points.add(number, place.x, place.y, place.x, place.y));
      this.gained = new Lines();
      this.lost = new Lines();
      for (const feature of features) {
        const points = feature.geometry.coordinates.flatMap(([lon, lat]) => [ground.x(lon), ground.y(lat)]);
        if (points.length < 4) continue;
        (feature.properties.change === "gained" ? this.gained : this.lost).add(points, feature.properties.street);
      }
      this.dirty();
    }

    /** Brings a place to the middle, near enough to read street names. */
    look(lon, lat) {
      const { ground } = this.streets;
      const s = Math.min(this.view.s, 1);
      this.set({
        x: ground.x(lon) - (this.width * s) / 2, y: ground.y(lat) - (this.height * s) / 2, s,
      });
    }

    get width() {
      return this.canvas.clientWidth || 1;
    }

    get height() {
      return this.canvas.clientHeight || 1;
    }

    whole() {
      const [x0, y0, x1, y1] = this.streets.box;
      const s = Math.max((x1 - x0) / (this.width - 40 || 1), (y1 - y0) / (this.height - 40 || 1), 0.2);
      this.most = s * 2;
      this.set({ x: (x0 + x1) / 2 - (this.width * s) / 2, y: (y0 + y1) / 2 - (this.height * s) / 2, s });
    }

    set(view) {
      this.view = view;
      this.dirty();
    }

    pan(dx, dy) {
      const { x, y, s } = this.view;
      const [x0, y0, x1, y1] = this.streets.box;
      const [halfX, halfY] = [(this.width * s) / 2, (this.height * s) / 2];
      // The middle stays over the town.
      const held = (value, low, high) => Math.max(low, Math.min(high, value));
      this.set({
        x: held(x + dx * s + halfX, x0, x1) - halfX, y: held(y + dy * s + halfY, y0, y1) - halfY, s,
      });
    }

    zoom(by, px, py) {
      const { x, y, s } = this.view;
      const t = Math.max(0.08, Math.min(this.most, s * by));
      this.set({ x: x + px * (s - t), y: y + py * (s - t), s: t });
    }

    zoomMiddle(by) {
      this.zoom(by, this.width / 2, this.height / 2);
    }

    // Drawing

    renew() {
      this.drawn = null;
      this.palette = null;
      this.stamp = null;
      this.dirty();
    }

    dirty() {
      if (!this.waiting) this.waiting = requestAnimationFrame(() => this.paint());
    }

    fit() {
      if (!this.streets || this.isPaper) return;
      const before = this.view;
      const [w, h] = [this.lastWidth || this.width, this.lastHeight || this.height];
      [this.lastWidth, this.lastHeight] = [this.width, this.height];
      this.view = {
        x: before.x + ((w - this.width) * before.s) / 2, y: before.y + ((h - this.height) * before.s) / 2,
        s: before.s,
      };
      this.renew();
    }

    colour(name) {
      if (!this.palette) {
        this.palette = {};
        const style = getComputedStyle(this.frame);
        for (const each of [
          "paper", "ink", "quiet", "covered", "uncovered", "gained", "lost", "relay", "candidate", "school",
        ])
          this.palette[each] = style.getPropertyValue("--map-" + each).trim();
      }
      return this.palette[name];
    }

    paint() {
      this.waiting = 0;
      if (!this.streets || !this.view) return;
      const ratio = this.isPaper ? 2 : Math.min(2, devicePixelRatio || 1);
      const [width, height] = [this.width, this.height];
      if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
        this.canvas.width = Math.round(width * ratio);
        this.canvas.height = Math.round(height * ratio);
        this.drawn = null;
      }
      const { view, drawn } = this;
      const isSame = drawn && drawn.s === view.s;
      const holds = drawn && view.x >= drawn.x && view.y >= drawn.y
        && view.x + width * view.s <= drawn.x + drawn.width * drawn.s
        && view.y + height * view.s <= drawn.y + drawn.height * drawn.s;
      // A large town is redrawn when the hand rests; meanwhile its picture moves.
      if (!drawn || !holds && isSame || !isSame && this.cost < 10) this.drawBase(ratio);
      else if (!isSame) {
        clearTimeout(this.late);
        this.late = setTimeout(() => {
          this.drawn = null;
          this.dirty();
        }, 120);
      }
      const { context } = this;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = this.colour("paper");
      context.fillRect(0, 0, this.canvas.width, this.canvas.height);
      const own = this.drawn;
      const k = own.s / view.s;
      context.imageSmoothingEnabled = k !== 1;
      context.drawImage(
        this.base, ((own.x - view.x) / view.s) * ratio, ((own.y - view.y) / view.s) * ratio,
        this.base.width * k, this.base.height * k);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      const window = { ...view, width, height };
      this.drawChanges(context, window);
      this.drawPlaces(context, window);
      this.drawScale(context, height);
      if (this.aims) this.drawAim(context, width, height);
    }

    /** Streets and their names, with some room around to move into. */
    drawBase(ratio) {
      const begun = performance.now();
      const { x, y, s } = this.view;
      const [width, height] = [Math.round(this.width * 1.5), Math.round(this.height * 1.5)];
      const window = { x: x - ((width - this.width) / 2) * s, y: y - ((height - this.height) / 2) * s, s, width, height };
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (this.base.width !== wide || this.base.height !== high) {
        this.base.width = wide;
        this.base.height = high;
      }
      const context = this.base.getContext("2d");
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.fillStyle = this.colour("paper");
      context.fillRect(0, 0, width, height);
      context.lineJoin = "round";
      const near = Math.max(0, Math.min(1, (4 - s) / 4));
      context.strokeStyle = this.colour("covered");
      context.lineWidth = 1 + 1.4 * near;
      context.setLineDash([]);
      this.streets.covered.trace(context, window);
      context.stroke();
      context.strokeStyle = this.colour("uncovered");
      context.lineWidth = 1.8 + 2.2 * near;
      context.setLineDash(s < 12 ? [4 + 3 * near, 2 + 1.5 * near] : []);
      this.streets.uncovered.trace(context, window);
      context.stroke();
      context.setLineDash([]);
      if (s < 1.6) this.drawNames(context, window);
      // Of the whole town they are part of the picture: too many to draw at each move.
      if (s > FAR) this.drawCandidates(context, window, 2.25);
      this.drawn = window;
      this.cost = performance.now() - begun;
    }

    /** The name of each street once in a while along it, where no other name is. */
    drawNames(context, view) {
      const { all, names, name } = this.streets;
      const taken = [];
      const seen = new Map();
      context.font = "12px system-ui, sans-serif";
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.lineWidth = 3.5;
      context.strokeStyle = this.colour("paper");
      context.fillStyle = this.colour("ink");
      for (let i = 0; i < all.count; i++) {
        const text = names[name[i]];
        const b = i * 4;
        if (!text || all.boxes[b] > view.x + view.width * view.s || all.boxes[b + 2] < view.x
          || all.boxes[b + 1] > view.y + view.height * view.s || all.boxes[b + 3] < view.y) continue;
        // The longest straight piece carries the name.
        let [best, at] = [0, -1];
        for (let k = all.starts[i]; k + 3 < all.starts[i + 1]; k += 2) {
          const length = Math.hypot(all.xy[k + 2] - all.xy[k], all.xy[k + 3] - all.xy[k + 1]);
          if (length > best) [best, at] = [length, k];
        }
        const room = text.length * 6.6;
        if (best / view.s < room * 0.7) continue;
        const px = ((all.xy[at] + all.xy[at + 2]) / 2 - view.x) / view.s;
        const py = ((all.xy[at + 1] + all.xy[at + 3]) / 2 - view.y) / view.s;
        if ((seen.get(text) || []).some(([sx, sy]) => Math.hypot(sx - px, sy - py) < 260)) continue;
        if (taken.some(([tx, ty, r]) => Math.hypot(tx - px, ty - py) < (r + room) / 2.4)) continue;
        taken.push([px, py, room]);
        seen.set(text, [...(seen.get(text) || []), [px, py]]);
        let turn = Math.atan2(all.xy[at + 3] - all.xy[at + 1], all.xy[at + 2] - all.xy[at]);
        if (turn > Math.PI / 2) turn -= Math.PI;
        if (turn < -Math.PI / 2) turn += Math.PI;
        context.save();
        context.translate(px, py);
        context.rotate(turn);
        context.strokeText(text, 0, 0);
        context.fillText(text, 0, 0);
        context.restore();
      }
    }

    drawChanges(context, view) {
      const wide = view.s < 3 ? 6 : 4.5;
      context.lineJoin = "round";
      for (const [lines, colour, dash] of [
        [this.gained, "gained", []],
        [this.lost, "lost", [9, 6]],
      ]) {
        if (!lines.count) continue;
        lines.trace(context, view);
        context.setLineDash([]);
        context.strokeStyle = this.colour("paper");
        context.lineWidth = wide + 2;
        context.stroke();
        context.strokeStyle = this.colour(colour);
        context.lineWidth = wide;
        context.setLineDash(dash);
        context.stroke();
      }
      context.setLineDash([]);
    }

    drawPlaces(context, view) {
      const size = Math.max(0.6, Math.min(1, 5 / view.s));
      if (view.s <= FAR) this.drawCandidates(context, view, 4.5 * size);
      for (const kind of ["school", "relay", "removed", "added"])
        for (const place of this.places) {
          if (place.kind !== kind) continue;
          const isHeld = this.held && this.held.hit.kind === kind && this.held.hit.id === place.id;
          const px = ((isHeld ? this.held.x : place.x) - view.x) / view.s;
          const py = ((isHeld ? this.held.y : place.y) - view.y) / view.s;
          if (px < -20 || py < -20 || px > view.width + 20 || py > view.height + 20) continue;
          this.drawMark(context, place, px, py, isHeld ? 1.5 : size);
        }
      if (view.s < 0.45) this.drawPlaceNames(context, view);
    }

    /** There may be thousands: each is the same small picture. */
    drawCandidates(context, view, r) {
      const ratio = this.canvas.width / this.width;
      const half = Math.ceil(r + 1);
      const key = [r, ratio].join(" ");
      if (!this.stamp || this.stamp.key !== key) {
        const picture = document.createElement("canvas");
        picture.width = picture.height = Math.ceil(2 * half * ratio);
        const own = picture.getContext("2d");
        own.setTransform(ratio, 0, 0, ratio, half * ratio, half * ratio);
        own.moveTo(0, -r);
        own.lineTo(r, 0);
        own.lineTo(0, r);
        own.lineTo(-r, 0);
        own.closePath();
        own.fillStyle = this.colour("paper");
        own.fill();
        own.strokeStyle = this.colour("candidate");
        own.lineWidth = 1.2;
        own.stroke();
        this.stamp = { key, picture };
      }
      const side = this.stamp.picture.width / ratio;
      for (const place of this.places) {
        if (place.kind !== "candidate") continue;
        const [x, y] = [(place.x - view.x) / view.s, (place.y - view.y) / view.s];
        if (x < -r || y < -r || x > view.width + r || y > view.height + r) continue;
        context.drawImage(this.stamp.picture, x - half, y - half, side, side);
      }
    }

    drawMark(context, place, x, y, size) {
      context.beginPath();
      context.lineWidth = 1.5;
      context.strokeStyle = this.colour("paper");
      switch (place.kind) {
        case "school": {
          const r = 6 * size;
          context.moveTo(x, y - r);
          context.lineTo(x + r, y - r / 4);
          context.lineTo(x + r, y + r);
          context.lineTo(x - r, y + r);
          context.lineTo(x - r, y - r / 4);
          context.closePath();
          context.fillStyle = this.colour("school");
          context.fill();
          break;
        }
        case "relay": {
          context.arc(x, y, 6 * size, 0, 7);
          const isShut = place.state === "closed" || place.state === "unknown";
          context.fillStyle = this.colour(isShut ? "paper" : "relay");
          context.fill();
          if (isShut) {
            context.strokeStyle = this.colour("relay");
            context.lineWidth = 2;
            if (place.state === "unknown") context.setLineDash([2.5, 2]);
          }
          break;
        }
        case "removed": {
          const r = 6.5 * Math.max(size, 0.8);
          context.arc(x, y, r, 0, 7);
          context.fillStyle = this.colour("paper");
          context.fill();
          context.moveTo(x - r * 0.7, y - r * 0.7);
          context.lineTo(x + r * 0.7, y + r * 0.7);
          context.moveTo(x + r * 0.7, y - r * 0.7);
          context.lineTo(x - r * 0.7, y + r * 0.7);
          context.strokeStyle = this.colour("lost");
          context.lineWidth = 2.2;
          break;
        }
        default: {
          const r = 8 * Math.max(size, 0.8);
          context.arc(x, y, r, 0, 7);
          context.fillStyle = this.colour("gained");
          context.fill();
          context.stroke();
          context.beginPath();
          context.moveTo(x - r * 0.5, y);
          context.lineTo(x + r * 0.5, y);
          context.moveTo(x, y - r * 0.5);
          context.lineTo(x, y + r * 0.5);
          context.lineWidth = 2.2;
        }
      }
      context.stroke();
      context.setLineDash([]);
    }

    drawPlaceNames(context, view) {
      const taken = [];
      context.font = "600 12px system-ui, sans-serif";
      context.textAlign = "start";
      context.textBaseline = "middle";
      context.lineWidth = 3.5;
      context.strokeStyle = this.colour("paper");
      context.fillStyle = this.colour("ink");
      for (const place of this.places) {
        if (!place.name || place.kind === "school") continue;
        const [px, py] = [(place.x - view.x) / view.s, (place.y - view.y) / view.s];
        if (px < -60 || py < 0 || px > view.width || py > view.height) continue;
        const room = place.name.length * 7;
        if (taken.some(([x, y, w]) => Math.abs(y - py) < 15 && px < x + w && x < px + room)) continue;
        taken.push([px, py, room]);
        context.strokeText(place.name, px + 10, py);
        context.fillText(place.name, px + 10, py);
      }
    }

    drawScale(context, height) {
      const room = 120 * this.view.s;
      const step = 10 ** Math.floor(Math.log10(room));
      const metres = [5, 2, 1].map((n) => n * step).find((n) => n <= room);
      const wide = metres / this.view.s;
      context.fillStyle = this.colour("paper");
      context.globalAlpha = 0.8;
      context.fillRect(6, height - 28, wide + 16, 24);
      context.globalAlpha = 1;
      context.strokeStyle = context.fillStyle = this.colour("ink");
      context.lineWidth = 2;
      context.beginPath();
      context.moveTo(12, height - 14);
      context.lineTo(12, height - 9);
      context.lineTo(12 + wide, height - 9);
      context.lineTo(12 + wide, height - 14);
      context.stroke();
      context.font = "11px system-ui, sans-serif";
      context.textAlign = "start";
      context.textBaseline = "alphabetic";
      context.fillText(metres < 1000 ? `${metres}\u00a0m` : `${metres / 1000}\u00a0km`, 16, height - 15);
    }

    /** Where the keyboard's Enter lands. */
    drawAim(context, width, height) {
      const [x, y] = [width / 2, height / 2];
      for (const [colour, wide] of [["paper", 5], ["ink", 2]]) {
        context.beginPath();
        context.moveTo(x - 14, y);
        context.lineTo(x - 4, y);
        context.moveTo(x + 4, y);
        context.lineTo(x + 14, y);
        context.moveTo(x, y - 14);
        context.lineTo(x, y - 4);
        context.moveTo(x, y + 4);
        context.lineTo(x, y + 14);
        context.strokeStyle = this.colour(colour);
        context.lineWidth = wide;
        context.stroke();
      }
    }

    /** Paper has a frame and colours of its own. */
    print(isPaper) {
      if (!this.streets || isPaper === this.isPaper) return;
      if (isPaper) {
        this.screen = this.view;
        const [w, h, { x, y, s }] = [this.width, this.height, this.view];
        this.isPaper = true;
        // The style sheet gives the canvas a size for paper.
        this.frame.classList.add("on-paper");
        const t = Math.max((w * s) / this.width, (h * s) / this.height);
        this.view = { x: x + (w * s - this.width * t) / 2, y: y + (h * s - this.height * t) / 2, s: t };
      } else {
        this.isPaper = false;
        this.frame.classList.remove("on-paper");
        this.view = this.screen;
      }
      this.drawn = null;
      this.palette = null;
      this.stamp = null;
      cancelAnimationFrame(this.waiting);
      this.paint();
    }

    // Hands

    at(event) {
      const box = this.canvas.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    }

    spot(px, py) {
      return [this.view.x + px * this.view.s, this.view.y + py * this.view.s];
    }

    hit(px, py, reach) {
      if (!this.points) return null;
      const [x, y] = this.spot(px, py);
      const rank = { added: 0, removed: 1, relay: 1, candidate: 2, school: 9 };
      let best = null;
      let least = Infinity;
      const far = reach * this.view.s;
      this.points.around(x, y, far, (number) => {
        const place = this.places[number];
        const distance = Math.hypot(place.x - x, place.y - y);
        if (distance > far || rank[place.kind] === 9) return;
        // What stands on top comes first, the nearer of equals.
        const score = rank[place.kind] * far * 0.5 + distance;
        if (score < least) [best, least] = [place, score];
      });
      return best;
    }

    pick(px, py, reach) {
      const [x, y] = this.spot(px, py);
      this.hands.pick(this.hit(px, py, reach), this.streets.ground.place(x, y));
    }

    hand() {
      const { frame, canvas, fingers } = this;
      let moved = 0;
      let span = 0;
      let centre = [0, 0];
      let since = 0;

      canvas.addEventListener("pointerdown", (event) => {
        if (event.button > 0 || !this.streets) return;
        this.aims = false;
        const here = this.at(event);
        fingers.set(event.pointerId, here);
        canvas.setPointerCapture(event.pointerId);
        moved = fingers.size > 1 ? 99 : 0;
        span = 0;
        since = event.timeStamp;
        const hit = fingers.size === 1 && this.hit(...here, event.pointerType === "touch" ? 18 : 11);
        const { move, movable } = this.hands;
        const isMovable = hit && move && (movable ? movable(hit) : hit.kind === "relay" || hit.kind === "added");
        this.held = null;
        this.grip = isMovable ? hit : null;
        this.dirty();
      });

      canvas.addEventListener("pointermove", (event) => {
        const before = fingers.get(event.pointerId);
        if (!before) return this.peek(event);
        const here = this.at(event);
        if (fingers.size > 1) {
          this.held = this.grip = null;
          fingers.set(event.pointerId, here);
          const [a, b] = [...fingers.values()];
          const wide = Math.hypot(a[0] - b[0], a[1] - b[1]);
          const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
          if (span && wide) {
            this.pan(centre[0] - middle[0], centre[1] - middle[1]);
            this.zoom(span / wide, ...middle);
          }
          span = wide;
          centre = middle;
          return;
        }
        const wasStill = moved <= 5;
        moved += Math.abs(here[0] - before[0]) + Math.abs(here[1] - before[1]);
        if (moved <= 5) return;
        // A finger that sweeps over a relay moves the map; one that rests on it takes it along.
        if (wasStill && this.grip && (event.pointerType !== "touch" || event.timeStamp - since > 300))
          this.held = { hit: this.grip, x: 0, y: 0 };
        if (this.held) {
          [this.held.x, this.held.y] = this.spot(...here);
          this.dirty();
        } else this.pan(before[0] - here[0], before[1] - here[1]);
        fingers.set(event.pointerId, here);
        frame.classList.add("drag");
      });

      const lift = (event) => {
        if (!fingers.delete(event.pointerId)) return;
        span = 0;
        frame.classList.remove("drag");
        const { held } = this;
        this.held = this.grip = null;
        this.dirty();
        if (event.type !== "pointerup" || fingers.size) return;
        const here = this.at(event);
        if (held) this.hands.move(held.hit, this.streets.ground.place(...this.spot(...here)));
        else if (moved <= 5) this.pick(...here, event.pointerType === "touch" ? 18 : 11);
      };
      canvas.addEventListener("pointerup", lift);
      canvas.addEventListener("pointercancel", lift);
      canvas.addEventListener("pointerleave", () => {
        this.tip.hidden = true;
      });

      // The wheel scrolls the page until the map has been chosen.
      canvas.addEventListener(
        "wheel",
        (event) => {
          if (!this.streets || (!frame.contains(document.activeElement) && !event.ctrlKey)) return;
          event.preventDefault();
          const lines = event.deltaMode === 1 ? 30 : 1;
          const by = 1.0016 ** Math.max(-300, Math.min(300, event.deltaY * lines));
          this.zoom(by, ...this.at(event));
        },
        { passive: false },
      );

      frame.addEventListener("focus", () => {
        this.aims = frame.matches(":focus-visible");
        this.dirty();
      });
      frame.addEventListener("blur", () => {
        this.aims = false;
        this.dirty();
      });
      frame.addEventListener("keydown", (event) => {
        if (event.target !== frame || !this.streets || event.ctrlKey || event.metaKey || event.altKey) return;
        const step = Math.min(this.width, this.height) / 8;
        const keys = {
          ArrowLeft: () => this.pan(-step, 0),
          ArrowRight: () => this.pan(step, 0),
          ArrowUp: () => this.pan(0, -step),
          ArrowDown: () => this.pan(0, step),
          "+": () => this.zoomMiddle(1 / 1.4),
          "=": () => this.zoomMiddle(1 / 1.4),
          "-": () => this.zoomMiddle(1.4),
          0: () => this.whole(),
          Enter: () => this.pick(this.width / 2, this.height / 2, 14),
          " ": () => this.pick(this.width / 2, this.height / 2, 14),
        };
        const deed = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
        if (!deed) return;
        event.preventDefault();
        this.aims = true;
        deed();
      });
      for (const button of frame.querySelectorAll("button[data-zoom]"))
        button.addEventListener("click", () => {
          if (!this.streets) return;
          if (button.dataset.zoom === "in") this.zoomMiddle(1 / 1.6);
          else if (button.dataset.zoom === "out") this.zoomMiddle(1.6);
          else this.whole();
        });
    }

    /** What lies under a resting mouse, in words beside it. */
    peek(event) {
      if (event.pointerType !== "mouse" || event.buttons || !this.streets) return;
      const [px, py] = this.at(event);
      cancelAnimationFrame(this.peeking);
      this.peeking = requestAnimationFrame(() => {
        const hit = this.hit(px, py, 11);
        const street = hit ? null : this.streets.near(...this.spot(px, py), 8 * this.view.s);
        this.canvas.style.cursor = hit ? "pointer" : "";
        const text = hit || street ? this.hands.tip(hit, street) : "";
        this.tip.hidden = !text;
        if (!text) return;
        this.tip.textContent = text;
        this.tip.style.left = Math.max(4, Math.min(px + 14, this.width - this.tip.offsetWidth - 4)) + "px";
        this.tip.style.top = Math.max(4, Math.min(py + 16, this.height - this.tip.offsetHeight - 4)) + "px";
      });
    }
  }

  window.BenchMap = BenchMap;
})();
