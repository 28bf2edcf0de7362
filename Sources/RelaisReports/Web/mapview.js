// The one map of all pages: lines and areas on a canvas, drawn in tiles a little at a time, so that a hand that moves it never
// waits. It fetches nothing.
"use strict";

(() => {
  /** A tile's side, pixels of the page. */
  const TILE = 256;
  /** Milliseconds of drawing between two pictures. */
  const SLICE = 5;
  /** Points drawn before the clock is looked at. */
  const CHUNK = 1200;
  /** Metres in a pixel beyond which no street bears its name. */
  const NAMES = 3.2;

  /** Numbers of five bits a letter, as the writer packs them: see PackedLines.swift. */
  const VALUES = new Int8Array(128).fill(-1);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((letter, value) => {
    VALUES[letter.charCodeAt(0)] = value;
  });

  /** Lines one after another in one array, each with its box, found by squares. */
  class Lines {
    constructor() {
      this.xy = [];
      this.starts = [0];
      this.boxes = [];
      this.grid = null;
    }

    /** Lines as a page holds them: for each how many points, then steps of `unit`. */
    static unpack(text, unit) {
      const lines = new Lines();
      let at = 0;
      const next = () => {
        let value = 0;
        let shift = 1;
        for (;;) {
          const bits = VALUES[text.charCodeAt(at++)];
          value += (bits & 31) * shift;
          if (bits < 32) return value;
          shift *= 32;
        }
      };
      const step = () => {
        const value = next();
        return value % 2 ? -(value + 1) / 2 : value / 2;
      };
      let x = 0;
      let y = 0;
      while (at < text.length) {
        const points = [];
        for (let left = next(); left > 0; left--) {
          x += step();
          y += step();
          points.push(x * unit, y * unit);
        }
        lines.add(points);
      }
      return lines;
    }

    get count() {
      return this.starts.length - 1;
    }

    add(points) {
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
      this.grid = null;
    }

    /** Whether a ring is a hole of one before it: it turns against the clock. */
    isHole(i) {
      const { xy, starts } = this;
      let twice = 0;
      for (let k = starts[i]; k + 3 < starts[i + 1]; k += 2) twice += xy[k] * xy[k + 3] - xy[k + 2] * xy[k + 1];
      return twice < 0;
    }

    /** The points of one line. */
    points(i) {
      return this.xy.slice(this.starts[i], this.starts[i + 1]);
    }

    /** Which lines lie in which square, as numbers one after another. */
    index() {
      const { boxes, count } = this;
      let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let b = 0; b < boxes.length; b += 4) {
        if (boxes[b] < x0) x0 = boxes[b];
        if (boxes[b + 1] < y0) y0 = boxes[b + 1];
        if (boxes[b + 2] > x1) x1 = boxes[b + 2];
        if (boxes[b + 3] > y1) y1 = boxes[b + 3];
      }
      const across = Math.max(1, Math.min(256, Math.ceil(Math.sqrt(count / 4))));
      const size = Math.max(x1 - x0, y1 - y0, 1) / across;
      const wide = Math.max(1, Math.min(across, Math.floor((x1 - x0) / size) + 1));
      const high = Math.max(1, Math.min(across, Math.floor((y1 - y0) / size) + 1));
      const column = (x) => Math.max(0, Math.min(wide - 1, Math.floor((x - x0) / size)));
      const row = (y) => Math.max(0, Math.min(high - 1, Math.floor((y - y0) / size)));
      const first = new Int32Array(wide * high + 1);
      const each = (body) => {
        for (let i = 0; i < count; i++) {
          const b = i * 4;
          const [left, right] = [column(boxes[b]), column(boxes[b + 2])];
          for (let gy = row(boxes[b + 1]), last = row(boxes[b + 3]); gy <= last; gy++)
            for (let gx = left; gx <= right; gx++) body(gy * wide + gx, i);
        }
      };
      each((square) => first[square + 1]++);
      for (let square = 0; square < wide * high; square++) first[square + 1] += first[square];
      const items = new Int32Array(first[wide * high]);
      const filled = first.slice();
      each((square, i) => {
        items[filled[square]++] = i;
      });
      this.grid = { column, row, wide, first, items, seen: new Int32Array(count), turn: 0 };
      return this.grid;
    }

    /** The numbers of the lines whose boxes touch a box, each once, increasing. */
    within(x0, y0, x1, y1) {
      if (!this.count) return [];
      const grid = this.grid || this.index();
      const { boxes } = this;
      const turn = ++grid.turn;
      const found = [];
      const right = grid.column(x1);
      for (let gy = grid.row(y0), last = grid.row(y1); gy <= last; gy++)
        for (let gx = grid.column(x0); gx <= right; gx++) {
          const square = gy * grid.wide + gx;
          for (let k = grid.first[square]; k < grid.first[square + 1]; k++) {
            const i = grid.items[k];
            if (grid.seen[i] === turn) continue;
            grid.seen[i] = turn;
            const b = i * 4;
            if (boxes[b] <= x1 && boxes[b + 2] >= x0 && boxes[b + 1] <= y1 && boxes[b + 3] >= y0) found.push(i);
          }
        }
      return found.sort((a, b) => a - b);
    }

    /** Adds a line to the path of a context; gives how many points that took. */
    trace(context, i, view) {
      const { xy, starts } = this;
      const { x, y, s } = view;
      const end = starts[i + 1];
      let k = starts[i];
      let px = (xy[k] - x) / s;
      let py = (xy[k + 1] - y) / s;
      let drawn = 1;
      context.moveTo(px, py);
      for (k += 2; k < end; k += 2) {
        const qx = (xy[k] - x) / s;
        const qy = (xy[k + 1] - y) / s;
        // Points that fall on one pixel are one; the last stands.
        if (k < end - 2 && Math.abs(qx - px) < 0.8 && Math.abs(qy - py) < 0.8) continue;
        context.lineTo(qx, qy);
        px = qx;
        py = qy;
        drawn++;
      }
      return drawn;
    }

    /** The line nearest to a point, and its square distance: `{i, far}`; `null` where none is within reach. */
    nearest(x, y, reach) {
      const { xy, starts } = this;
      let best = null;
      let limit = reach * reach;
      for (const i of this.within(x - reach, y - reach, x + reach, y + reach))
        for (let k = starts[i]; k + 3 < starts[i + 1]; k += 2) {
          const [dx, dy] = [xy[k + 2] - xy[k], xy[k + 3] - xy[k + 1]];
          const q = dx * dx + dy * dy;
          const t = q ? Math.max(0, Math.min(1, ((x - xy[k]) * dx + (y - xy[k + 1]) * dy) / q)) : 0;
          const far = (xy[k] + t * dx - x) ** 2 + (xy[k + 1] + t * dy - y) ** 2;
          if (far >= limit) continue;
          limit = far;
          best = { i, far };
        }
      return best;
    }
  }

  /** What lies under the streets, as `{areas: [{kind, lines}], lines: [{kind, lines}], names: [[text, kind, x, y, wide]…]}`. */
  class Scenery {
    constructor(data, unit) {
      const unpacked = (all) => ((all || [])).map((one) => (
        { kind: one.kind, lines: Lines.unpack(one.lines, unit), texts: one.names }));
      this.areas = unpacked(data && data.areas);
      this.lines = unpacked(data && data.lines);
      this.names = (data && data.names || []).map(([text, kind, x, y, wide]) => (
        { text, kind, x: x * unit, y: y * unit, wide: wide * unit }));
    }

    /** The layers of a map, the lowest first. `metres` are those of a unit of the map. */
    layers(colour, metres) {
      const near = (s) => s * metres;
      const layers = this.areas.map(({ kind, lines }) => ({
        lines, fill: () => colour(kind), name: "scenery",
        // A house is some pixels wide, or it is dust.
        isShown: (s) => kind !== "building" || near(s) < 3.2,
      }));
      for (const { kind, lines } of this.lines) {
        if (kind === "railway") {
          layers.push({ lines, name: "scenery", stroke: () => colour("railway"), width: (s) => (near(s) < 3 ? 3 : 1.6) });
          layers.push({
            lines, name: "scenery", stroke: () => colour("ground"), width: () => 1.6, dash: () => [6, 6],
            isShown: (s) => near(s) < 3,
          });
        } else layers.push({
          lines, name: "scenery", stroke: () => colour("water"),
          width: (s) => Math.max(kind === "river" ? 1.6 : 0.8, Math.min(kind === "river" ? 5 : 2, 6 / near(s))),
          isShown: (s) => kind === "river" || near(s) < 8,
        });
      }
      return layers;
    }
  }

  /** A part of a sheet: a picture that is drawn bit by bit. */
  class Tile {
    constructor(view, sheet, column, row) {
      this.x = column * TILE * sheet.s;
      this.y = row * TILE * sheet.s;
      this.isDone = false;
      this.steps = this.draw(view, sheet);
    }

    *draw(view, sheet) {
      const { s, ratio } = sheet;
      const side = Math.ceil(TILE * ratio);
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = side;
      // The processor draws: what is still to be drawn cannot pile up before the clock is looked at.
      const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
      this.canvas = canvas;
      context.fillStyle = view.colour("ground");
      context.fillRect(0, 0, side, side);
      context.setTransform(side / TILE, 0, 0, side / TILE, 0, 0);
      context.lineJoin = "round";
      const window = { x: this.x, y: this.y, s };
      const pad = 8 * s;
      const far = TILE * s;
      let points = 0;
      for (const layer of view.layers) {
        if (layer.isShown && !layer.isShown(s) || view.hidden.has(layer.name)) continue;
        const found = layer.lines.within(this.x - pad, this.y - pad, this.x + far + pad, this.y + far + pad);
        if (!found.length) continue;
        const isFilled = Boolean(layer.fill);
        if (isFilled) context.fillStyle = layer.fill();
        if (layer.stroke) {
          context.strokeStyle = layer.stroke(s);
          context.lineWidth = layer.width(s);
          context.setLineDash(layer.dash ? layer.dash(s) : []);
        }
        const finish = () => {
          if (isFilled) context.fill();
          if (layer.stroke) context.stroke();
        };
        context.beginPath();
        const { boxes } = layer.lines;
        const least = layer.least ? layer.least * s : 0;
        for (const i of found) {
          const b = i * 4;
          if (least && boxes[b + 2] - boxes[b] < least && boxes[b + 3] - boxes[b + 1] < least) continue;
          // An area is drawn with its holes, which follow it and turn the other way round.
          if (points >= CHUNK && !(isFilled && layer.lines.isHole(i))) {
            finish();
            context.beginPath();
            points = 0;
            context.getImageData(0, 0, 1, 1);
            yield;
          }
          points += layer.lines.trace(context, i, window);
        }
        finish();
        if (points > CHUNK / 2) {
          points = 0;
          context.getImageData(0, 0, 1, 1);
          yield;
        }
      }
      context.getImageData(0, 0, 1, 1);
      this.isDone = true;
    }

    /** Draws on until a moment. */
    go(until) {
      do {
        if (this.steps.next().done) return;
      } while (performance.now() < until);
    }
  }

  /** All tiles of one scale. */
  class Sheet {
    constructor(s, ratio) {
      this.s = s;
      this.ratio = ratio;
      this.tiles = new Map();
    }

    /** Columns and rows that a view needs, with some more around. */
    static range(sheet, view, more) {
      const side = TILE * sheet.s;
      return [
        Math.floor(view.x / side) - more, Math.floor(view.y / side) - more,
        Math.floor((view.x + view.width * view.s) / side) + more, Math.floor((view.y + view.height * view.s) / side) + more,
      ];
    }

    /** The tiles of a view that are not drawn yet, the middle ones first; `make` makes those that lack. */
    pending(view, more, make) {
      const [c0, r0, c1, r1] = Sheet.range(this, view, more);
      const pending = [];
      for (let row = r0; row <= r1; row++)
        for (let column = c0; column <= c1; column++) {
          const key = column + " " + row;
          let tile = this.tiles.get(key);
          if (!tile) this.tiles.set(key, tile = make(column, row));
          else if (tile.isDone) {
            // The longest unused stand first, and go first.
            this.tiles.delete(key);
            this.tiles.set(key, tile);
          }
          if (tile.isDone) continue;
          pending.push([Math.hypot(column - (c0 + c1) / 2, row - (r0 + r1) / 2), tile]);
        }
      return pending.sort((a, b) => a[0] - b[0]).map(([, tile]) => tile);
    }

    draw(context, view) {
      const k = this.s / view.s;
      const side = TILE * k;
      for (const tile of this.tiles.values()) {
        if (!tile.isDone) continue;
        const x = (tile.x - view.x) / view.s;
        const y = (tile.y - view.y) / view.s;
        if (x + side < 0 || y + side < 0 || x > view.width || y > view.height) continue;
        if (k !== 1) context.drawImage(tile.canvas, x, y, side + 0.5, side + 0.5);
        else {
          // On whole pixels of the screen, or lines would blur and seams show.
          const { ratio } = view;
          context.drawImage(tile.canvas, Math.round(x * ratio) / ratio, Math.round(y * ratio) / ratio, TILE, TILE);
        }
      }
    }

    forget(most) {
      for (const key of this.tiles.keys()) {
        if (this.tiles.size <= most) return;
        this.tiles.delete(key);
      }
    }
  }

  /** Names along streets and over waters and parks: a picture somewhat larger than the view, made when the hand rests. */
  class Names {
    constructor(view) {
      this.view = view;
      this.canvas = document.createElement("canvas");
      this.spare = document.createElement("canvas");
      this.drawn = null;
      this.making = null;
    }

    /** What was written no longer holds. */
    forget() {
      this.drawn = null;
      this.making = null;
    }

    /** Writes on until a moment; whether all is written. */
    go(view, until) {
      if (!this.making || this.making.view.x !== view.x || this.making.view.y !== view.y || this.making.view.s !== view.s)
        this.making = { view, steps: this.make(view) };
      do {
        if (this.making.steps.next().done) {
          this.making = null;
          return true;
        }
      } while (performance.now() < until);
      return false;
    }

    draw(context, view) {
      const { drawn } = this;
      if (!drawn) return;
      const k = drawn.s / view.s;
      if (k > 1.5 || k < 0.67) return;
      context.drawImage(
        this.canvas, (drawn.x - view.x) / view.s, (drawn.y - view.y) / view.s, drawn.width * k, drawn.height * k);
    }

    *make(view) {
      const { names, metres, scenery } = this.view;
      const margin = 0.25;
      const window = {
        x: view.x - view.width * margin * view.s, y: view.y - view.height * margin * view.s, s: view.s,
        width: Math.round(view.width * (1 + 2 * margin)), height: Math.round(view.height * (1 + 2 * margin)),
      };
      const canvas = this.spare;
      canvas.width = Math.round(window.width * view.ratio);
      canvas.height = Math.round(window.height * view.ratio);
      const context = canvas.getContext("2d");
      context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.lineJoin = "round";
      this.taken = this.view.obstacles ? this.view.obstacles(window) : [];
      const scale = view.s * metres;
      if (scale < NAMES) for (const source of names) yield* this.along(context, window, source, scale);
      if (scenery && !this.view.hidden.has("scenery")) {
        for (const { lines, texts } of scenery.lines)
          if (texts) yield* this.along(context, window, { lines, name: (i) => texts[i], isWater: true }, scale);
        this.over(context, window, scenery);
      }
      this.taken = null;
      [this.canvas, this.spare] = [canvas, this.canvas];
      this.drawn = window;
    }

    isFree(places, reach) {
      return places.every(([x, y]) => this.taken.every(([tx, ty, r]) => Math.hypot(tx - x, ty - y) > r + reach));
    }

    write(context, text, x, y, turn) {
      context.save();
      context.translate(x, y);
      context.rotate(turn);
      context.strokeText(text, 0, 0);
      context.fillText(text, 0, 0);
      context.restore();
    }

    /** Waters and greens, where their extent has room for the name. */
    over(context, window, scenery) {
      context.font = "italic 11px system-ui, sans-serif";
      context.lineWidth = 3;
      for (const { text, kind, x, y, wide } of scenery.names) {
        const [px, py] = [(x - window.x) / window.s, (y - window.y) / window.s];
        if (px < 0 || py < 0 || px > window.width || py > window.height) continue;
        const room = context.measureText(text).width;
        if (wide / window.s < room * 0.9) continue;
        const places = [];
        for (let at = -room / 2; at <= room / 2; at += 10) places.push([px + at, py]);
        if (!this.isFree(places, 6)) continue;
        for (const [ax, ay] of places) this.taken.push([ax, ay, 7]);
        context.strokeStyle = this.view.colour("ground");
        context.fillStyle = this.view.colour(kind === "water" ? "waterName" : "greenName");
        this.write(context, text, px, py, 0);
      }
    }

    *along(context, window, { lines, name, isWater }, scale) {
      context.font = (isWater ? "italic " : "") + (scale < 0.8 ? "12px" : "11px") + " system-ui, sans-serif";
      context.lineWidth = 3.2;
      context.strokeStyle = this.view.colour("halo");
      context.fillStyle = this.view.colour(isWater ? "waterName" : "name");
      const chains = new Map();
      const found = lines.within(
        window.x, window.y, window.x + window.width * window.s, window.y + window.height * window.s);
      for (const i of found) {
        const text = name(i);
        if (!text) continue;
        const pieces = chains.get(text);
        if (pieces) pieces.push(lines.points(i));
        else chains.set(text, [lines.points(i)]);
      }
      const wanted = [];
      for (const [text, pieces] of chains) {
        for (const chain of joined(pieces)) {
          const long = length(chain);
          // A letter takes some four pixels at least.
          if (long / window.s > text.length * 4) wanted.push([long, text, chain]);
        }
        yield;
      }
      // The longest streets first; equal ones by their names, so that the same view shows the same names.
      wanted.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
      const widths = new Map();
      const written = new Map();
      for (const [long, text, chain] of wanted) {
        if (!widths.has(text)) widths.set(text, context.measureText(text).width);
        const wide = widths.get(text);
        if (long / window.s < wide * 1.05) continue;
        const others = written.get(text) || [];
        const spot = straight(chain, wide * window.s, 3.5 * window.s, long, ([x, y], turn) => {
          const [px, py] = [(x - window.x) / window.s, (y - window.y) / window.s];
          if (others.some(([ox, oy]) => Math.hypot(ox - px, oy - py) < 320)) return null;
          const places = [];
          for (let at = -wide / 2; at <= wide / 2; at += 8)
            places.push([px + at * Math.cos(turn), py + at * Math.sin(turn)]);
          return this.isFree(places, 6) ? { px, py, turn, places } : null;
        });
        if (!spot) continue;
        for (const [x, y] of spot.places) this.taken.push([x, y, 6]);
        written.set(text, [...others, [spot.px, spot.py]]);
        this.write(context, text, spot.px, spot.py, spot.turn);
        yield;
      }
    }
  }

  /** Lines end to end, as far as they go on from one another. */
  function joined(pieces) {
    if (pieces.length === 1) return pieces;
    const ends = new Map();
    const key = (points, isLast) => (
      isLast ? points.at(-2) + " " + points.at(-1) : points[0] + " " + points[1]);
    pieces.forEach((points, number) => {
      for (const isLast of [false, true]) {
        const at = key(points, isLast);
        if (ends.has(at)) ends.get(at).push(number);
        else ends.set(at, [number]);
      }
    });
    const used = new Set();
    const chains = [];
    pieces.forEach((points, number) => {
      if (used.has(number)) return;
      used.add(number);
      let chain = points;
      for (let side = 0; side < 2; side++) {
        for (;;) {
          const at = key(chain, true);
          const next = (ends.get(at) || []).find((other) => !used.has(other));
          if (next === undefined) break;
          used.add(next);
          const other = pieces[next];
          chain = chain.concat(key(other, false) === at ? other.slice(2) : reversed(other).slice(2));
        }
        chain = reversed(chain);
      }
      chains.push(chain);
    });
    return chains;
  }

  function reversed(points) {
    const result = [];
    for (let k = points.length - 2; k >= 0; k -= 2) result.push(points[k], points[k + 1]);
    return result;
  }

  function length(points) {
    let sum = 0;
    for (let k = 2; k < points.length; k += 2)
      sum += Math.hypot(points[k] - points[k - 2], points[k + 1] - points[k - 1]);
    return sum;
  }

  /** The middle and the turn of a stretch so long that is nearly straight, the nearest to the line's middle that is taken. */
  function straight(points, wide, bend, long, take) {
    const along = [0];
    for (let k = 2; k < points.length; k += 2)
      along.push(along.at(-1) + Math.hypot(points[k] - points[k - 2], points[k + 1] - points[k - 1]));
    const at = (want) => {
      let i = 1;
      while (i < along.length - 1 && along[i] < want) i++;
      const step = along[i] - along[i - 1];
      const t = step ? (want - along[i - 1]) / step : 0;
      return [
        points[2 * i - 2] + t * (points[2 * i] - points[2 * i - 2]),
        points[2 * i - 1] + t * (points[2 * i + 1] - points[2 * i - 1]),
      ];
    };
    const room = long - wide;
    for (let n = 0; n < 9; n++) {
      const start = room / 2 + (n % 2 ? 1 : -1) * Math.ceil(n / 2) * room / 9;
      if (start < 0 || start > room) continue;
      const [a, b] = [at(start), at(start + wide)];
      const chord = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (chord < wide * 0.96) continue;
      let isStraight = true;
      for (let i = 0; i < along.length && isStraight; i++) {
        if (along[i] <= start || along[i] >= start + wide) continue;
        const off = ((points[2 * i] - a[0]) * (b[1] - a[1]) - (points[2 * i + 1] - a[1]) * (b[0] - a[0])) / chord;
        isStraight = Math.abs(off) < bend;
      }
      if (!isStraight) continue;
      let turn = Math.atan2(b[1] - a[1], b[0] - a[0]);
      if (turn > Math.PI / 2) turn -= Math.PI;
      if (turn <= -Math.PI / 2) turn += Math.PI;
      const spot = take([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], turn);
      if (spot) return spot;
    }
    return null;
  }

  /**
   * A map in its frame. Units are the page's own, y downwards; `s` is units in a pixel.
   *
   * What a page gives: `layers`, the lowest first, each `{lines, name, stroke|fill, width, dash, isShown, least}`; `names`, each
   * `{lines, name(i)}`; `box`, the whole; `metres` in a unit; `colour(name)`; `overlay(context, view)` for what is drawn anew in
   * each picture; `geo` `{lon, lat, east, north}`, the origin on earth and degrees in a unit, for the view's address.
   */
  class MapView {
    constructor(frame, canvas, page) {
      Object.assign(this, { frame, canvas, names: [], layers: [], metres: 1, least: 0.08, far: 1.6, room: 0 }, page);
      this.context = canvas.getContext("2d", { alpha: false });
      this.hidden = new Set();
      this.view = null;
      this.sheet = null;
      this.former = null;
      this.overview = null;
      this.label = new Names(this);
      this.fixed = null;
      new ResizeObserver(() => this.fit()).observe(frame);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.renew());
      addEventListener("hashchange", () => this.recall());
    }

    get width() {
      return this.fixed ? this.fixed.width : this.canvas.clientWidth || 1;
    }

    get height() {
      return this.fixed ? this.fixed.height : this.canvas.clientHeight || 1;
    }

    get ratio() {
      return this.fixed ? this.fixed.ratio : Math.min(2, devicePixelRatio || 1);
    }

    // Where one looks

    /** The view that shows all. */
    all() {
      const [x0, y0, x1, y1] = this.box;
      const { width, height, room } = this;
      const s = Math.max((x1 - x0) / Math.max(1, width - room), (y1 - y0) / Math.max(1, height - room), this.least);
      this.most = s * this.far;
      return { x: (x0 + x1) / 2 - (width * s) / 2, y: (y0 + y1) / 2 - (height * s) / 2, s };
    }

    whole() {
      this.set(this.all());
    }

    set(view) {
      if (!this.most) this.all();
      view.s = Math.max(this.least, Math.min(this.most, view.s));
      this.view = view;
      if (this.moved) this.moved(view);
      this.dirty();
      this.rest();
    }

    pan(dx, dy) {
      const { x, y, s } = this.view;
      const [x0, y0, x1, y1] = this.box;
      const [halfX, halfY] = [(this.width * s) / 2, (this.height * s) / 2];
      // The middle stays over the town.
      const held = (value, low, high) => Math.max(low, Math.min(high, value));
      this.set({ x: held(x + dx * s + halfX, x0, x1) - halfX, y: held(y + dy * s + halfY, y0, y1) - halfY, s });
      this.isMoved = true;
    }

    zoom(by, px, py) {
      const { x, y, s } = this.view;
      const t = Math.max(this.least, Math.min(this.most, s * by));
      this.set({ x: x + px * (s - t), y: y + py * (s - t), s: t });
      this.isMoved = true;
    }

    zoomMiddle(by) {
      this.zoom(by, this.width / 2, this.height / 2);
    }

    /** Brings a box into view with room around; not nearer than `nearest` units in a pixel. */
    bring([x0, y0, x1, y1], nearest) {
      const { width, height } = this;
      const s = Math.max((x1 - x0) / (width * 0.6), (y1 - y0) / (height * 0.6), nearest);
      this.set({ x: (x0 + x1) / 2 - (width * s) / 2, y: (y0 + y1) / 2 - (height * s) / 2, s });
      this.isMoved = true;
    }

    spot(px, py) {
      return [this.view.x + px * this.view.s, this.view.y + py * this.view.s];
    }

    fit() {
      if (!this.view || this.fixed) return;
      const [w, h] = [this.lastWidth || this.width, this.lastHeight || this.height];
      [this.lastWidth, this.lastHeight] = [this.width, this.height];
      if (w === this.width && h === this.height) return;
      const { x, y, s } = this.view;
      if (!this.isMoved) this.whole();
      else {
        this.all();
        this.set({ x: x + ((w - this.width) * s) / 2, y: y + ((h - this.height) * s) / 2, s });
      }
    }

    // The view's address: #map=ZOOM/LATITUDE/LONGITUDE, as other maps on the web write it

    address() {
      const { geo, view } = this;
      if (!geo || !view) return "";
      const [lon, lat] = [
        geo.lon + (view.x + (this.width * view.s) / 2) * geo.east,
        geo.lat - (view.y + (this.height * view.s) / 2) * geo.north,
      ];
      const zoom = Math.log2((156543.034 * this.shrunk(lat)) / (view.s * this.metres));
      const more = this.addition ? this.addition() : "";
      return `#map=${zoom.toFixed(2)}/${lat.toFixed(5)}/${lon.toFixed(5)}${more ? "/" + more : ""}`;
    }

    /** Web maps are larger towards the poles; a plane without a place on earth is not. */
    shrunk(lat) {
      return this.geo.isPlane ? 1 : Math.cos((lat * Math.PI) / 180);
    }

    /** Takes the view that the address names; whether there was one. */
    recall() {
      const found = /^#map=([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)(?:\/([\w-]+))?$/.exec(location.hash);
      const { geo } = this;
      if (!found || !geo || location.hash === this.written) return false;
      const [zoom, lat, lon] = found.slice(1, 4).map(Number);
      if (![zoom, lat, lon].every(Number.isFinite)) return false;
      this.all();
      const s = Math.max(
        this.least, Math.min(this.most, (156543.034 * this.shrunk(lat)) / 2 ** zoom / this.metres));
      const [x0, y0, x1, y1] = this.box;
      const x = Math.max(x0, Math.min(x1, (lon - geo.lon) / geo.east));
      const y = Math.max(y0, Math.min(y1, (geo.lat - lat) / geo.north));
      if (found[4] && this.recalled) this.recalled(found[4]);
      this.set({ x: x - (this.width * s) / 2, y: y - (this.height * s) / 2, s });
      this.isMoved = true;
      return true;
    }

    rest() {
      this.busy(true);
      clearTimeout(this.resting);
      this.resting = setTimeout(() => {
        this.isAtRest = true;
        this.dirty();
        if (!this.isMoved || !this.geo) return;
        this.written = this.address();
        try {
          history.replaceState(history.state, "", this.written);
        } catch {
          // Too often, or a page that may not: the view has no address then.
        }
      }, 160);
      this.isAtRest = false;
    }

    // The picture

    /** Whether the picture is still being made. */
    busy(isBusy) {
      if (this.isBusy === isBusy) return;
      this.isBusy = isBusy;
      this.frame.setAttribute("aria-busy", String(isBusy));
    }

    /** Other streets, colours or styles. */
    renew() {
      this.busy(true);
      this.palette = null;
      this.former = this.sheet || this.former;
      this.sheet = null;
      this.overview = null;
      this.label.forget();
      this.dirty();
    }

    hide(name, isHidden) {
      if (isHidden) this.hidden.add(name);
      else this.hidden.delete(name);
      this.renew();
    }

    /** A colour by its name: the custom property `--map-NAME` of the frame. */
    colour(name) {
      this.palette = this.palette || {};
      if (!(name in this.palette)) {
        const property = "--map-" + name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
        this.palette[name] = getComputedStyle(this.frame).getPropertyValue(property).trim() || "#888";
      }
      return this.palette[name];
    }

    dirty() {
      if (!this.waiting) this.waiting = requestAnimationFrame(() => this.paint());
    }

    paint() {
      this.waiting = 0;
      if (!this.view) return;
      const { width, height, ratio, context, canvas } = this;
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (canvas.width !== wide || canvas.height !== high) {
        canvas.width = wide;
        canvas.height = high;
      }
      const view = { ...this.view, width, height, ratio };
      const isSame = this.sheet && this.sheet.s === view.s && this.sheet.ratio === ratio;
      // A scale that still changes is not drawn: what there is, is shown larger or smaller.
      if (!isSame && (this.isAtRest || !this.sheet || this.hurries)) {
        if (this.sheet && [...this.sheet.tiles.values()].some((tile) => tile.isDone)) this.former = this.sheet;
        this.sheet = new Sheet(view.s, ratio);
      }
      const { sheet } = this;
      const make = (column, row) => new Tile(this, sheet, column, row);
      const pending = sheet.s === view.s ? sheet.pending(view, 0, make) : [];
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = this.colour("ground");
      context.fillRect(0, 0, wide, high);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      if (pending.length || sheet.s !== view.s) {
        if (this.overview && this.overview !== sheet) this.overview.draw(context, view);
        if (this.former && this.former !== sheet) this.former.draw(context, view);
      }
      sheet.draw(context, view);
      this.label.draw(context, view);
      if (this.overlay) this.overlay(context, view);
      this.work(view, sheet, pending, make);
    }

    /** Draws what is still missing, for the time between two pictures. */
    work(view, sheet, pending, make) {
      const until = performance.now() + SLICE;
      for (const tile of pending) {
        tile.go(until);
        if (performance.now() >= until) return this.dirty();
      }
      if (sheet.s !== view.s) return;
      if (pending.length) return this.dirty();
      this.former = null;
      if (!this.overview) this.overview = sheet;
      const { drawn } = this.label;
      const holds = drawn && drawn.s === view.s && view.x >= drawn.x && view.y >= drawn.y
        && view.x + view.width * view.s <= drawn.x + drawn.width * view.s
        && view.y + view.height * view.s <= drawn.y + drawn.height * view.s;
      if (!holds && this.isAtRest) {
        this.label.go(view, until);
        return this.dirty();
      }
      if (this.isAtRest) this.busy(false);
      // What lies around is drawn ahead of the hand.
      const ahead = sheet.pending(view, 1, make);
      for (const tile of ahead) {
        tile.go(until);
        if (performance.now() >= until) break;
      }
      if (ahead.some((tile) => !tile.isDone)) this.dirty();
      const [c0, r0, c1, r1] = Sheet.range(sheet, view, 1);
      sheet.forget(3 * (c1 - c0 + 1) * (r1 - r0 + 1));
    }

    /** The picture at once and whole, as paper wants it. */
    finish() {
      cancelAnimationFrame(this.waiting);
      this.hurries = true;
      this.sheet = null;
      this.paint();
      const { width, height, ratio, sheet } = this;
      const view = { ...this.view, width, height, ratio };
      for (const tile of sheet.pending(view, 0, (column, row) => new Tile(this, sheet, column, row))) tile.go(Infinity);
      this.label.go(view, Infinity);
      this.hurries = false;
      cancelAnimationFrame(this.waiting);
      this.paint();
    }

    // Hands

    at(event) {
      const box = this.canvas.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    }

    /**
     * Listens to mouse, fingers, wheel and keys.
     *
     * `hands.pick(px, py, isTouch)` is called for a click; `hands.peek(px, py)` for a mouse that rests; `hands.leave()`. A
     * page whose marks can be dragged gives `grip(px, py, isTouch)`, `drag(px, py)` and `drop(px, py)`.
     */
    listen(hands) {
      const { frame, canvas } = this;
      const fingers = new Map();
      let moved = 0;
      let span = 0;
      let centre = [0, 0];
      let since = 0;
      let grip = false;
      let holds = false;
      let peeking = 0;

      canvas.addEventListener("pointerdown", (event) => {
        if (event.button > 0 || !this.view) return;
        this.aims = false;
        const here = this.at(event);
        fingers.set(event.pointerId, here);
        canvas.setPointerCapture(event.pointerId);
        moved = fingers.size > 1 ? 99 : 0;
        span = 0;
        since = event.timeStamp;
        holds = false;
        grip = Boolean(fingers.size === 1 && hands.grip && hands.grip(...here, event.pointerType === "touch"));
        this.dirty();
      });
      canvas.addEventListener("pointermove", (event) => {
        const before = fingers.get(event.pointerId);
        const here = this.at(event);
        if (!before) {
          if (event.pointerType !== "mouse" || event.buttons || !this.view || !hands.peek) return;
          cancelAnimationFrame(peeking);
          peeking = requestAnimationFrame(() => hands.peek(...here));
          return;
        }
        if (fingers.size > 1) {
          if (holds && hands.drag) hands.drag(null);
          grip = holds = false;
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
        // A finger that sweeps over a mark moves the map; one that rests on it takes it along.
        if (wasStill && grip && (event.pointerType !== "touch" || event.timeStamp - since > 300)) holds = true;
        if (holds) hands.drag(...here);
        else this.pan(before[0] - here[0], before[1] - here[1]);
        fingers.set(event.pointerId, here);
        frame.classList.add("drag");
      });
      const lift = (event) => {
        if (!fingers.delete(event.pointerId)) return;
        span = 0;
        frame.classList.remove("drag");
        const here = this.at(event);
        const isUp = event.type === "pointerup" && !fingers.size;
        if (holds) hands.drop(...(isUp ? here : [null]));
        else if (isUp && moved <= 5) hands.pick(...here, event.pointerType === "touch");
        grip = holds = false;
        this.dirty();
      };
      canvas.addEventListener("pointerup", lift);
      canvas.addEventListener("pointercancel", lift);
      canvas.addEventListener("pointerleave", () => {
        cancelAnimationFrame(peeking);
        if (hands.leave) hands.leave();
      });
      if (!hands.keepsDoubleClick) canvas.addEventListener("dblclick", (event) => this.zoom(0.5, ...this.at(event)));
      // The wheel scrolls the page until the map has been chosen.
      canvas.addEventListener(
        "wheel",
        (event) => {
          if (!this.view || (!frame.contains(document.activeElement) && !event.ctrlKey)) return;
          event.preventDefault();
          const lines = event.deltaMode === 1 ? 30 : 1;
          this.zoom(1.0016 ** Math.max(-300, Math.min(300, event.deltaY * lines)), ...this.at(event));
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
        if (event.target !== frame || !this.view || event.ctrlKey || event.metaKey || event.altKey) return;
        const step = Math.min(this.width, this.height) / 6;
        const [x, y] = [this.width / 2, this.height / 2];
        const keys = {
          ArrowLeft: () => this.pan(-step, 0),
          ArrowRight: () => this.pan(step, 0),
          ArrowUp: () => this.pan(0, -step),
          ArrowDown: () => this.pan(0, step),
          "+": () => this.zoomMiddle(1 / 1.4),
          "=": () => this.zoomMiddle(1 / 1.4),
          "-": () => this.zoomMiddle(1.4),
          _: () => this.zoomMiddle(1.4),
          0: () => this.whole(),
          Enter: () => hands.pick(x, y, false),
          " ": () => hands.pick(x, y, false),
          ...hands.keys,
        };
        const deed = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
        if (!deed) return;
        event.preventDefault();
        this.aims = true;
        deed();
      });
    }

    /** Where the keyboard's Enter lands, as an overlay draws it. */
    drawAim(context) {
      if (!this.aims) return;
      const [x, y] = [this.width / 2, this.height / 2];
      for (const [colour, wide] of [["halo", 5], ["name", 2]]) {
        context.beginPath();
        for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
          context.moveTo(x + 4 * dx, y + 4 * dy);
          context.lineTo(x + 14 * dx, y + 14 * dy);
        }
        context.setLineDash([]);
        context.strokeStyle = this.colour(colour);
        context.lineWidth = wide;
        context.stroke();
      }
    }
  }

  window.RelaisMap = { Lines, Scenery, MapView };
})();
