// The map of the bench: streets, relays and candidates upon the one map of all pages.
"use strict";

(() => {
  /** Metres in a pixel beyond which candidates are small marks. */
  const FAR = 4;
  const { Lines, Scenery, MapView } = window.RelaisMap;

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
      this.numbers = new Map([[this.covered, []], [this.uncovered, []]]);
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
      this.all.add(points);
      const covered = row[2];
      if (covered === 1) return this.add(this.covered, points, number);
      if (covered === 0) return this.add(this.uncovered, points, number);
      const length = row[1] || 1;
      let last = 0;
      for (let k = 0; k < covered.length; k += 2) {
        const [from, to] = [Math.min(1, covered[k] / length), Math.min(1, covered[k + 1] / length)];
        if (from > last) this.add(this.uncovered, part(points, last, from), number);
        this.add(this.covered, part(points, from, to), number);
        last = to;
      }
      if (last < 1) this.add(this.uncovered, part(points, last, 1), number);
    }

    add(lines, points, number) {
      lines.add(points);
      this.numbers.get(lines).push(number);
    }

    /** The name of the street nearest to a point, and whether it is covered there. */
    near(x, y, reach) {
      let best = null;
      for (const lines of [this.covered, this.uncovered]) {
        const found = lines.nearest(x, y, reach);
        if (found && (!best || found.far < best.far)) best = { lines, ...found };
      }
      return best && {
        name: this.names[this.name[this.numbers.get(best.lines)[best.i]]], isCovered: best.lines === this.covered,
      };
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
      this.tip = frame.querySelector(".bench-tip");
      this.streets = null;
      this.scenery = null;
      this.places = [];
      this.gained = new Lines();
      this.lost = new Lines();
      this.map = new MapView(frame, this.canvas, {
        least: 0.08, far: 2, room: 40,
        overlay: (context, view) => this.draw(context, view),
        obstacles: (window) => this.places.filter((place) => place.kind !== "candidate").map((place) => (
          [(place.x - window.x) / window.s, (place.y - window.y) / window.s, 9])),
      });
      this.hand();
      addEventListener("beforeprint", () => this.print(true));
      addEventListener("afterprint", () => this.print(false));
    }

    get view() {
      return this.map.view;
    }

    // What is shown

    /** Streets and their coverage; the part of the map that is looked at stays. */
    load(data) {
      const former = this.streets;
      const { map } = this;
      this.streets = new Streets(data);
      const { ground } = this.streets;
      map.box = this.streets.box;
      if (this.hands.hasAddress) map.geo = {
        lon: ground.lon, lat: ground.lat, east: 1 / ground.east, north: 1 / ground.north, isPlane: ground.isPlane,
      };
      map.names = [{ lines: this.streets.all, name: (i) => this.streets.names[this.streets.name[i]] }];
      this.stack();
      if (map.view && former) {
        const place = former.ground.place(map.view.x, map.view.y);
        map.set({ x: ground.x(place.lon), y: ground.y(place.lat), s: map.view.s });
      } else if (!map.recall()) map.whole();
      if (!this.isAsked) this.ask();
    }

    /** What lies under the streets comes after them, once. */
    async ask() {
      this.isAsked = true;
      const { scenery: path } = this.frame.dataset;
      if (!path) return;
      try {
        const answer = await fetch(path);
        if (!answer.ok) return;
        this.data = await answer.json();
        this.stack();
      } catch {
        // A map without is one all the same.
      }
    }

    /** Its lines in this map's metres. */
    placed(data) {
      const { ground } = this.streets;
      const [lon, lat, east, north] = [data.geo[0] / 1e7, data.geo[1] / 1e7, data.geo[2] / 1e12, data.geo[3] / 1e12];
      const scenery = new Scenery(data.scenery, 2);
      const x = (value) => ground.x(lon + value * east);
      const y = (value) => ground.y(lat - value * north);
      for (const one of [...scenery.areas, ...scenery.lines]) {
        const lines = new Lines();
        for (let i = 0; i < one.lines.count; i++)
          lines.add(one.lines.points(i).map((value, k) => (k % 2 ? y(value) : x(value))));
        one.lines = lines;
      }
      scenery.names = scenery.names.map((name) => ({ ...name, x: x(name.x), y: y(name.y), wide: name.wide / 10 }));
      return scenery;
    }

    stack() {
      const { map, streets } = this;
      const colour = (name) => map.colour(name);
      const near = (s) => Math.max(0, Math.min(1, (4 - s) / 4));
      if (this.data && this.streets.ground !== this.placedOn) {
        this.placedOn = this.streets.ground;
        map.scenery = this.placed(this.data);
      }
      map.layers = [
        ...(map.scenery ? map.scenery.layers(colour, 1) : []),
        { lines: streets.covered, name: "covered", stroke: () => colour("covered"), width: (s) => 1 + 1.4 * near(s) },
        {
          lines: streets.uncovered, name: "uncovered", stroke: () => colour("uncovered"), width: (s) => 1.8 + 2.2 * near(s),
          dash: (s) => (s < 12 ? [4 + 3 * near(s), 2 + 1.5 * near(s)] : []),
        },
      ];
      map.renew();
    }

    /** Places, each `{kind, lon, lat, name…}`, and stretches gained and lost, as GeoJSON. */
    show(places, features) {
      const { ground } = this.streets;
      this.places = places.map((place) => ({ ...place, x: ground.x(place.lon), y: ground.y(place.lat) }));
      this.points = new Grid(250);
      this.places.forEach((place, number) => this.points.add(number, place.x, place.y, place.x, place.y));
      this.gained = new Lines();
      this.lost = new Lines();
      for (const feature of features) {
        const points = feature.geometry.coordinates.flatMap(([lon, lat]) => [ground.x(lon), ground.y(lat)]);
        if (points.length >= 4) (feature.properties.change === "gained" ? this.gained : this.lost).add(points);
      }
      this.map.label.forget();
      this.map.dirty();
    }

    /** Brings a place to the middle, near enough to read street names. */
    look(lon, lat) {
      const { ground } = this.streets;
      const { map } = this;
      const s = Math.min(map.view.s, 1);
      map.set({ x: ground.x(lon) - (map.width * s) / 2, y: ground.y(lat) - (map.height * s) / 2, s });
      map.isMoved = true;
    }

    // Drawing

    colour(name) {
      return this.map.colour(name);
    }

    draw(context, view) {
      this.drawChanges(context, view);
      this.drawPlaces(context, view);
      this.drawScale(context, view.height);
      this.map.drawAim(context);
    }

    drawChanges(context, view) {
      const wide = view.s < 3 ? 6 : 4.5;
      context.lineJoin = "round";
      for (const [lines, colour, dash] of [
        [this.gained, "gained", []],
        [this.lost, "lost", [9, 6]],
      ]) {
        if (!lines.count) continue;
        context.beginPath();
        for (const i of lines.within(view.x, view.y, view.x + view.width * view.s, view.y + view.height * view.s))
          lines.trace(context, i, view);
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
      this.drawCandidates(context, view, view.s <= FAR ? 4.5 * size : 2.25);
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
      const { ratio } = this.map;
      const half = Math.ceil(r + 1);
      const key = [r, ratio, this.colour("candidate")].join(" ");
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

    /** Paper has a frame and colours of its own. */
    print(isPaper) {
      const { map, frame } = this;
      if (!this.streets || isPaper === Boolean(map.fixed)) return;
      const [w, h, { x, y, s }] = [map.width, map.height, map.view];
      frame.classList.toggle("on-paper", isPaper);
      if (isPaper) {
        // The style sheet gives the canvas a size for paper.
        this.screen = map.view;
        map.fixed = { width: this.canvas.clientWidth || 1, height: this.canvas.clientHeight || 1, ratio: 2 };
        const t = Math.max((w * s) / map.width, (h * s) / map.height);
        map.view = { x: x + (w * s - map.width * t) / 2, y: y + (h * s - map.height * t) / 2, s: t };
      } else {
        map.fixed = null;
        map.view = this.screen;
      }
      map.renew();
      map.finish();
    }

    // Hands

    hit(px, py, reach) {
      if (!this.points) return null;
      const [x, y] = this.map.spot(px, py);
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

    place(px, py) {
      return this.streets.ground.place(...this.map.spot(px, py));
    }

    hand() {
      const { frame, map, hands, tip } = this;
      const reach = (isTouch) => (isTouch ? 18 : 11);
      map.listen({
        keepsDoubleClick: true,
        pick: (px, py, isTouch) => hands.pick(this.hit(px, py, reach(isTouch)), this.place(px, py)),
        grip: (px, py, isTouch) => {
          const hit = this.hit(px, py, reach(isTouch));
          const { move, movable } = hands;
          this.held = null;
          this.grip = hit && move && (movable ? movable(hit) : hit.kind === "relay" || hit.kind === "added") ? hit : null;
          return this.grip;
        },
        drag: (px, py) => {
          if (px === null) this.held = null;
          else {
            const [x, y] = map.spot(px, py);
            this.held = { hit: this.grip, x, y };
          }
          map.dirty();
        },
        drop: (px, py) => {
          const { held } = this;
          this.held = null;
          map.dirty();
          if (held && px !== null) hands.move(held.hit, this.place(px, py));
        },
        /** What lies under a resting mouse, in words beside it. */
        peek: (px, py) => {
          const hit = this.hit(px, py, 11);
          const street = hit ? null : this.streets.near(...map.spot(px, py), 8 * this.view.s);
          this.canvas.style.cursor = hit ? "pointer" : "";
          const text = hit || street ? hands.tip(hit, street) : "";
          tip.hidden = !text;
          if (!text) return;
          tip.textContent = text;
          tip.style.left = Math.max(4, Math.min(px + 14, map.width - tip.offsetWidth - 4)) + "px";
          tip.style.top = Math.max(4, Math.min(py + 16, map.height - tip.offsetHeight - 4)) + "px";
        },
        leave: () => {
          tip.hidden = true;
        },
      });
      for (const button of frame.querySelectorAll("button[data-zoom]"))
        button.addEventListener("click", () => {
          if (!this.streets) return;
          if (button.dataset.zoom === "in") map.zoomMiddle(1 / 1.6);
          else if (button.dataset.zoom === "out") map.zoomMiddle(1.6);
          else map.whole();
        });
    }
  }

  window.BenchMap = BenchMap;
})();
