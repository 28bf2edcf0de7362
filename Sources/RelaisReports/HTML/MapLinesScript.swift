/// The first part of a map's script: lines read from the drawing, and the nearest one to a point.
enum MapLinesScript {
  static let javascript: StaticString = #"""
    (function () {
    "use strict";
    document.documentElement.classList.add("js");
    var calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

    // "m12-3 4 5": relative steps after each m. Gives flat absolute coordinates and where lines start.
    function parse(d) {
      var xy = [], starts = [], x = 0, y = 0, n = 0, sign = 1, open = false, odd = false;
      function end() {
        if (!open) return;
        if (odd) { y += sign * n; xy.push(x, y); } else { x += sign * n; }
        odd = !odd; open = false; n = 0; sign = 1;
      }
      for (var i = 0; i < d.length; i++) {
        var c = d.charCodeAt(i);
        if (c >= 48 && c <= 57) { n = n * 10 + c - 48; open = true; }
        else { end(); if (c === 109) starts.push(xy.length); else if (c === 45) sign = -1; }
      }
      end();
      starts.push(xy.length);
      return { xy: xy, starts: starts };
    }

    function Layer(path, style, rows) {
      this.path = path; this.style = style; this.rows = rows; this.shape = null;
    }
    Layer.prototype.lines = function () {
      if (!this.shape) this.shape = parse(this.path.getAttribute("d") || "");
      return this.shape;
    };
    Layer.prototype.outline = function (i) {
      var s = this.lines(), d = "";
      for (var k = s.starts[i]; k < s.starts[i + 1]; k += 2)
        d += (k === s.starts[i] ? "M" : "L") + s.xy[k] + " " + s.xy[k + 1];
      return d;
    };

    // Segments by square of 100 m, so that a click looks at a few of them only.
    var SQUARE = 1000;
    function index(layers) {
      var squares = new Map();
      layers.forEach(function (layer, l) {
        var s = layer.lines();
        for (var i = 0; i + 1 < s.starts.length; i++)
          for (var k = s.starts[i]; k + 3 < s.starts[i + 1]; k += 2) {
            var x0 = Math.floor(Math.min(s.xy[k], s.xy[k + 2]) / SQUARE), x1 = Math.floor(Math.max(s.xy[k], s.xy[k + 2]) / SQUARE);
            var y0 = Math.floor(Math.min(s.xy[k + 1], s.xy[k + 3]) / SQUARE), y1 = Math.floor(Math.max(s.xy[k + 1], s.xy[k + 3]) / SQUARE);
            for (var gx = x0; gx <= x1; gx++) for (var gy = y0; gy <= y1; gy++) {
              var key = gx + " " + gy, list = squares.get(key);
              if (!list) squares.set(key, list = []);
              list.push(l, i, k);
            }
          }
      });
      return squares;
    }
    function nearest(layers, squares, x, y, reach, counts) {
      var best = null, limit = reach * reach;
      for (var gx = Math.floor((x - reach) / SQUARE); gx <= Math.floor((x + reach) / SQUARE); gx++)
        for (var gy = Math.floor((y - reach) / SQUARE); gy <= Math.floor((y + reach) / SQUARE); gy++) {
          var list = squares.get(gx + " " + gy) || [];
          for (var j = 0; j < list.length; j += 3) {
            if (!counts(layers[list[j]])) continue;
            var xy = layers[list[j]].lines().xy, k = list[j + 2];
            var dx = xy[k + 2] - xy[k], dy = xy[k + 3] - xy[k + 1], q = dx * dx + dy * dy;
            var t = q ? Math.max(0, Math.min(1, ((x - xy[k]) * dx + (y - xy[k + 1]) * dy) / q)) : 0;
            var ex = xy[k] + t * dx - x, ey = xy[k + 1] + t * dy - y, e = ex * ex + ey * ey;
            if (e < limit) { limit = e; best = { layer: layers[list[j]], line: list[j + 1] }; }
          }
        }
      return best;
    }

    """#
}
