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
function start(figure) {
  var id = figure.id, data = JSON.parse(document.getElementById(id + "-data").textContent), T = data.text;
  var frame = figure.querySelector(".map-frame"), svg = frame.querySelector("svg");
  var info = figure.querySelector(".map-info"), scale = figure.querySelector(".scale");
  var glow = svg.querySelector(".glow"), picked = svg.querySelector(".picked");
  var glimpse = svg.querySelector(".glimpse"), shown = figure.querySelector(".map-shown"), tip = frame.querySelector(".map-tip");
  var choices = Array.prototype.slice.call(figure.querySelectorAll("select")), find = figure.querySelector("input[type=search]");
  var home = svg.getAttribute("viewBox").split(" ").map(Number);
  var marks = Array.prototype.slice.call(svg.querySelectorAll(".pt"));
  var background = new Layer(svg.querySelector(".walkable"), "walkable", data.background);
  var paths = svg.querySelectorAll("path[data-strand]");
  var strands = data.strands.map(function (strand, i) {
    var layer = new Layer(paths[i], data.styles[strand.in[0]], strand.rows);
    layer.styles = strand.in;
    return layer;
  });
  var views = data.views.map(function (view) {
    var group = svg.querySelector('[data-view="' + view.id + '"]'), own = group ? group.querySelectorAll("path[data-layer]") : [];
    return { id: view.id, label: view.label, caption: view.caption, group: group, layers: view.layers.map(function (layer, i) {
      return new Layer(own[i], layer.style, layer.rows);
    }).concat(strands, background) };
  });
  // A window's view goes with that of the same distance at any time.
  views.forEach(function (v) {
    v.base = views.filter(function (other) { return other.id === v.id.replace(/-w\d+$/, ""); })[0] || v;
  });
  var view = views[0], squares = null, hidden = {};
  var heavy = 0;
  svg.querySelectorAll("path").forEach(function (path) { heavy += path.getAttribute("d").length; });
  heavy = heavy > 250000;

  // x, y: the frame's top left corner; s: decimetres in a pixel.
  var now = { x: 0, y: 0, s: 1 }, drawn = now, least = 0.2, most = 1, waiting = 0, late = 0;
  function whole() {
    var w = frame.clientWidth || 1, h = frame.clientHeight || 1, s = Math.max(home[2] / w, home[3] / h);
    most = s * 1.6;
    return { x: home[0] + home[2] / 2 - w * s / 2, y: home[1] + home[3] / 2 - h * s / 2, s: s };
  }
  function commit() {
    clearTimeout(late); late = 0; drawn = now;
    svg.style.transform = "";
    svg.setAttribute("viewBox", [now.x, now.y, frame.clientWidth * now.s, frame.clientHeight * now.s].join(" "));
    marks.forEach(function (mark) {
      mark.setAttribute("transform", "translate(" + mark.dataset.at + ") scale(" + now.s + ")");
    });
  }
  function paint() {
    waiting = 0;
    // A large town is redrawn when the hand rests; meanwhile its picture moves.
    if (heavy) {
      svg.style.transform = "translate(" + (drawn.x - now.x) / now.s + "px," + (drawn.y - now.y) / now.s + "px) scale(" + drawn.s / now.s + ")";
      clearTimeout(late); late = setTimeout(commit, 140);
    } else commit();
    drawScale();
  }
  function drawScale() {
    var room = Math.min(160, frame.clientWidth / 3) * now.s / 10, step = Math.pow(10, Math.floor(Math.log10(room)));
    var metres = room >= 5 * step ? 5 * step : room >= 2 * step ? 2 * step : step;
    scale.firstElementChild.textContent = distance(metres);
    scale.lastElementChild.style.width = metres * 10 / now.s + "px";
  }
  function move(to) {
    to.s = Math.max(least, Math.min(most, to.s));
    now = to;
    // A finger on the whole map scrolls the page; on a part of it, moves the map.
    frame.style.touchAction = now.s > whole().s * 0.97 ? "pan-y" : "none";
    if (!waiting) waiting = requestAnimationFrame(paint);
  }
  function zoom(by, px, py) {
    var s = Math.max(least, Math.min(most, now.s * by));
    move({ x: now.x + px * (now.s - s), y: now.y + py * (now.s - s), s: s });
  }
  function middle(by) { zoom(by, frame.clientWidth / 2, frame.clientHeight / 2); }
  function pan(px, py) { move({ x: now.x + px * now.s, y: now.y + py * now.s, s: now.s }); }
  function show(box) {
    var w = frame.clientWidth, h = frame.clientHeight;
    var s = Math.max((box[2] - box[0]) / (w * 0.6), (box[3] - box[1]) / (h * 0.6), 4);
    move({ x: (box[0] + box[2]) / 2 - w * s / 2, y: (box[1] + box[3]) / 2 - h * s / 2, s: s });
  }

  function distance(metres) {
    if (metres < 1) return T.underOne;
    var digits = metres < 1000 ? String(Math.round(metres)) : (metres / 1000).toFixed(metres % 1000 ? 1 : 0);
    var parts = digits.split(".");
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, T.thousands);
    return parts.join(T.decimal) + "\u00a0" + (metres < 1000 ? "m" : "km");
  }
  function row(target) {
    var all = target ? document.querySelectorAll('tr[data-target="' + CSS.escape(target) + '"]') : [];
    for (var i = 0; i < all.length; i++) if (!all[i].closest("[hidden]")) return all[i];
    return null;
  }
  function clear() {
    glow.setAttribute("d", ""); picked.setAttribute("d", "");
    marks.forEach(function (mark) { mark.classList.remove("on"); });
    document.querySelectorAll("tr[aria-current]").forEach(function (r) { r.removeAttribute("aria-current"); });
  }
  function mark(target) {
    var found = row(target);
    if (!found) return;
    document.querySelectorAll('tr[data-target="' + CSS.escape(target) + '"]').forEach(function (r) { r.setAttribute("aria-current", "true"); });
    var box = found.closest(".scroll");
    if (box && box.scrollHeight > box.clientHeight) {
      var gap = found.getBoundingClientRect().top - box.getBoundingClientRect().top;
      if (gap < 60 || gap > box.clientHeight - 60) box.scrollBy({ top: gap - 90, behavior: calm ? "auto" : "smooth" });
    }
  }
  function tell(text) { info.textContent = text; }
  function sentence(layer, i) {
    var name = layer.rows[i * 4], walk = layer.rows[i * 4 + 2], timed = layer.styles && layer.style !== "covered" && data.styles[layer.styles[views.indexOf(view.base)]] === "covered";
    var parts = [(name < 0 ? T.unnamed : data.names[name]) + T.colon + T[layer.style]];
    parts.push(T.length.replace("{length}", distance(layer.rows[i * 4 + 1])));
    if (timed) parts.push(T.timed);
    else if (walk >= 0) parts.push(T.walk.replace("{walk}", distance(walk)));
    else if (layer.style === "uncovered") parts.push(T.noWalk);
    return parts.join(" ");
  }
  function pickLine(hit) {
    clear();
    // Of the features the line is part of, the one that a row of this view tells.
    var own = targets(hit.layer.rows[hit.line * 4 + 3]).filter(row)[0];
    glow.setAttribute("d", own && gather(own).d || hit.layer.outline(hit.line));
    picked.setAttribute("d", hit.layer.outline(hit.line));
    if (own) mark(own);
    tell(sentence(hit.layer, hit.line));
  }
  function targets(n) { return n < 0 ? [] : data.targets[n].split(" "); }
  // Every line of a feature, and the box around them, in the view that has it.
  function gather(target, everywhere) {
    var d = "", box = [Infinity, Infinity, -Infinity, -Infinity], among = {}, seen = [];
    data.targets.forEach(function (list, n) { if (list.split(" ").indexOf(target) >= 0) among[n] = true; });
    (everywhere ? views : [view]).forEach(function (v) {
      v.layers.forEach(function (layer) {
        if (layer === background || seen.indexOf(layer) >= 0) return;
        seen.push(layer);
        for (var i = 0; i * 4 < layer.rows.length; i++) if (among[layer.rows[i * 4 + 3]]) {
          d += layer.outline(i);
          var s = layer.lines();
          for (var k = s.starts[i]; k < s.starts[i + 1]; k += 2) {
            box[0] = Math.min(box[0], s.xy[k]); box[1] = Math.min(box[1], s.xy[k + 1]);
            box[2] = Math.max(box[2], s.xy[k]); box[3] = Math.max(box[3], s.xy[k + 1]);
          }
        }
      });
    });
    return { d: d, box: d ? box : null };
  }
  function pickPoint(n) {
    var point = data.points[n];
    clear();
    marks[n].classList.add("on");
    mark(point.target);
    tell(point.name + T.colon + point.detail);
  }
  function pickTarget(target) {
    var line;
    for (var v = 0; v < views.length; v++) if (views[v].id === target) {
      choose(v); mark(target);
      return tell(T.shown.replace("{view}", views[v].label));
    }
    for (var n = 0; n < data.points.length; n++)
      if (data.points[n].target === target && data.points[n].style !== "rank") {
        pickPoint(n);
        return show([data.points[n].x, data.points[n].y, data.points[n].x, data.points[n].y]);
      }
    for (var a = 0; a < data.areas.length; a++)
      if (data.areas[a].target === target) {
        clear(); mark(target); glow.setAttribute("d", svg.querySelectorAll("path[data-area]")[a].getAttribute("d"));
        line = row(target); tell(line && line.dataset.says || data.areas[a].name); return show(data.areas[a].box);
      }
    var found = gather(target, true);
    if (!found.box) return;
    // A gap of another distance, or of another time, is shown where it is one.
    if (!row(target)) views.some(function (v, n) {
      if (!document.querySelector('[data-twin~="' + v.id + '"] tr[data-target="' + CSS.escape(target) + '"]:not([data-in]), [data-twin~="' + v.id + '"] tr[data-target="' + CSS.escape(target) + '"][data-in~="' + v.id + '"]')) return false;
      choose(n); return true;
    });
    line = row(target);
    clear(); mark(target);
    glow.setAttribute("d", found.d);
    show(found.box);
    tell(line && line.dataset.says || "");
  }
  function pickAt(px, py) {
    var x = now.x + px * now.s, y = now.y + py * now.s, best = -1, limit = 14 * now.s;
    data.points.forEach(function (point, n) {
      if (point.view && point.view !== view.id || hidden[point.style]) return;
      var e = Math.hypot(point.x - x, point.y - y);
      if (e < limit) { limit = e; best = n; }
    });
    if (best >= 0 && data.points[best].style === "rank") return pickTarget(data.points[best].target);
    if (best >= 0) return pickPoint(best);
    var hit = lineAt(x, y, 14 * now.s);
    if (hit) pickLine(hit); else { clear(); tell(T.nothing); }
  }
  function lineAt(x, y, reach) {
    // All views' lines are indexed once; those of other views are passed over.
    if (!squares) {
      all = strands.concat(background);
      views.forEach(function (v) { v.layers.forEach(function (layer) { if (all.indexOf(layer) < 0) all.push(layer); }); });
      squares = index(all);
    }
    return nearest(all, squares, x, y, reach, function (layer) { return view.layers.indexOf(layer) >= 0 && !hidden[layer.style]; });
  }
  var all = null;

  function setView(n) {
    view = views[n];
    views.forEach(function (v) {
      [v.group, svg.querySelector('[data-marks="' + v.id + '"]')].forEach(function (group) {
        if (group) group.setAttribute("display", v === view ? "inline" : "none");
      });
    });
    strands.forEach(function (layer) {
      layer.style = data.styles[layer.styles[n]];
      layer.path.setAttribute("class", layer.style);
    });
    // A page may hold several maps: each shows and hides what belongs to its own views.
    ["data-twin", "data-in"].forEach(function (name) {
      document.querySelectorAll("[" + name + "]").forEach(function (part) {
        function isOf(v) { return part.matches("[" + name + '~="' + v.id + '"]'); }
        if (views.some(isOf)) part.hidden = !isOf(view);
      });
    });
    if (shown) shown.textContent = view.caption || "";
    clear();
  }
  // The switches' options count through the views, the last switch's fastest.
  function choose(n) {
    for (var c = choices.length - 1, rest = n; c >= 0; c--) {
      var size = choices[c].options.length;
      choices[c].selectedIndex = rest % size; rest = Math.floor(rest / size);
    }
    setView(n);
  }
  choices.forEach(function (choice) {
    choice.addEventListener("change", function () {
      setView(choices.reduce(function (n, c) { return n * c.options.length + c.selectedIndex; }, 0));
      tell(T.shown.replace("{view}", view.label));
    });
  });

  // Each line of the legend shows and hides what it explains.
  figure.querySelectorAll(".legend li[data-style]").forEach(function (item) {
    var style = item.dataset.style, label = document.createElement("label"), box = document.createElement("input");
    box.type = "checkbox"; box.checked = true;
    label.appendChild(box);
    while (item.firstChild) label.appendChild(item.firstChild);
    item.appendChild(label);
    box.addEventListener("change", function () {
      hidden[style] = !box.checked;
      svg.dataset.hide = Object.keys(hidden).filter(function (s) { return hidden[s]; }).join(" ");
    });
  });

  if (find) {
    var options = document.getElementById(id + "-streets");
    data.names.slice().sort(function (a, b) { return a.localeCompare(b, data.lang); }).forEach(function (name) {
      var option = document.createElement("option"); option.value = name; options.appendChild(option);
    });
    var fold = function (text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim(); };
    find.addEventListener("change", function () {
      var wanted = fold(find.value), name = -1;
      if (!wanted) return;
      data.names.forEach(function (n, i) { if (fold(n) === wanted) name = i; });
      if (name < 0) data.names.forEach(function (n, i) { if (name < 0 && fold(n).indexOf(wanted) >= 0) name = i; });
      if (name < 0) return tell(T.notFound);
      var d = "", box = [Infinity, Infinity, -Infinity, -Infinity], sum = { covered: 0, uncovered: 0, walkable: 0 };
      view.layers.forEach(function (layer) {
        for (var i = 0; i * 4 < layer.rows.length; i++) if (layer.rows[i * 4] === name) {
          sum[layer.style] += layer.rows[i * 4 + 1]; d += layer.outline(i);
          var s = layer.lines();
          for (var k = s.starts[i]; k < s.starts[i + 1]; k += 2) {
            box[0] = Math.min(box[0], s.xy[k]); box[1] = Math.min(box[1], s.xy[k + 1]);
            box[2] = Math.max(box[2], s.xy[k]); box[3] = Math.max(box[3], s.xy[k + 1]);
          }
        }
      });
      if (!d) return tell(T.notFound);
      clear(); glow.setAttribute("d", d); show(box);
      tell(data.names[name] + T.colon + T.street.replace("{covered}", distance(sum.covered)).replace("{uncovered}", distance(sum.uncovered)));
    });
  }
  var fingers = new Map(), moved = 0, span = 0, centre = [0, 0];
  function at(event) {
    var box = frame.getBoundingClientRect();
    return [event.clientX - box.left - frame.clientLeft, event.clientY - box.top - frame.clientTop];
  }
  frame.addEventListener("pointerdown", function (event) {
    if (event.target.closest("button") || event.button > 0) return;
    fingers.set(event.pointerId, at(event)); moved = fingers.size > 1 ? 99 : 0; span = 0;
    frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener("pointermove", function (event) {
    var before = fingers.get(event.pointerId);
    if (!before) return peek(event);
    var here = at(event);
    if (fingers.size === 1) {
      moved += Math.abs(here[0] - before[0]) + Math.abs(here[1] - before[1]);
      if (moved > 4) { frame.classList.add("drag"); pan(before[0] - here[0], before[1] - here[1]); fingers.set(event.pointerId, here); }
    } else {
      fingers.set(event.pointerId, here);
      var two = Array.from(fingers.values()), wide = Math.hypot(two[0][0] - two[1][0], two[0][1] - two[1][1]);
      var middleX = (two[0][0] + two[1][0]) / 2, middleY = (two[0][1] + two[1][1]) / 2;
      if (span && wide) { pan(centre[0] - middleX, centre[1] - middleY); zoom(span / wide, middleX, middleY); }
      span = wide; centre = [middleX, middleY];
    }
  });
  // The street under a resting mouse, told beside it.
  var peeking = 0;
  function peek(event) {
    if (event.pointerType !== "mouse" || event.buttons) return;
    var p = at(event), outside = event.target.closest("button");
    cancelAnimationFrame(peeking);
    peeking = requestAnimationFrame(function () {
      var x = now.x + p[0] * now.s, y = now.y + p[1] * now.s, hit = outside ? null : lineAt(x, y, 8 * now.s);
      glimpse.setAttribute("d", hit ? hit.layer.outline(hit.line) : "");
      tip.hidden = !hit;
      if (!hit) return;
      var name = hit.layer.rows[hit.line * 4];
      tip.textContent = (name < 0 ? T.unnamed : data.names[name]) + T.colon + T[hit.layer.style];
      tip.style.left = Math.max(4, Math.min(p[0] + 14, frame.clientWidth - tip.offsetWidth - 4)) + "px";
      tip.style.top = Math.max(4, Math.min(p[1] + 16, frame.clientHeight - tip.offsetHeight - 4)) + "px";
    });
  }
  frame.addEventListener("pointerleave", function () {
    cancelAnimationFrame(peeking); glimpse.setAttribute("d", ""); tip.hidden = true;
  });
  function lift(event) {
    if (!fingers.delete(event.pointerId)) return;
    frame.classList.remove("drag"); span = 0;
    if (event.type === "pointerup" && !fingers.size && moved <= 4) { var p = at(event); pickAt(p[0], p[1]); }
  }
  frame.addEventListener("pointerup", lift);
  frame.addEventListener("pointercancel", lift);
  frame.addEventListener("dblclick", function (event) {
    if (!event.target.closest("button")) { var p = at(event); zoom(0.5, p[0], p[1]); }
  });
  // The wheel scrolls the page until the map has been chosen.
  frame.addEventListener("wheel", function (event) {
    if (document.activeElement !== frame && !event.ctrlKey) return;
    event.preventDefault();
    var p = at(event), lines = event.deltaMode === 1 ? 30 : 1;
    zoom(Math.pow(1.0016, Math.max(-300, Math.min(300, event.deltaY * lines))), p[0], p[1]);
  }, { passive: false });
  frame.addEventListener("keydown", function (event) {
    if (event.target !== frame || event.ctrlKey || event.metaKey || event.altKey) return;
    var step = Math.min(frame.clientWidth, frame.clientHeight) / 6;
    switch (event.key) {
      case "ArrowLeft": pan(-step, 0); break;
      case "ArrowRight": pan(step, 0); break;
      case "ArrowUp": pan(0, -step); break;
      case "ArrowDown": pan(0, step); break;
      case "+": case "=": middle(1 / 1.4); break;
      case "-": case "_": middle(1.4); break;
      case "0": clear(); move(whole()); tell(T.whole); break;
      case "n": case "N": next(1); break;
      case "p": case "P": next(-1); break;
      case "Enter": case " ": pickAt(frame.clientWidth / 2, frame.clientHeight / 2); break;
      case "Escape": clear(); tell(T.hint); break;
      default: return;
    }
    event.preventDefault();
  });
  // From one marked gap to the next, in the order of their marks.
  function next(step) {
    var own = data.points.filter(function (point) { return point.view === view.id; });
    if (!own.length) return;
    var current = own.findIndex(function (point) { return point.target === last; });
    last = own[current < 0 ? (step > 0 ? 0 : own.length - 1) : (current + step + own.length) % own.length].target;
    pickTarget(last);
  }
  var last = null;
  figure.querySelectorAll(".map-buttons button").forEach(function (button) {
    button.addEventListener("click", function () {
      if (button.dataset.do === "in") middle(1 / 1.6);
      else if (button.dataset.do === "out") middle(1.6);
      else { clear(); move(whole()); tell(T.whole); }
    });
  });
  document.addEventListener("click", function (event) {
    var line = event.target.closest && event.target.closest("tr[data-target]");
    if (!line || String(getSelection()) || event.target.closest("a[href]:not([href^='#'])")) return;
    event.preventDefault();
    pickTarget(line.dataset.target);
    var box = frame.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) figure.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  });

  function settle() { move(whole()); if (!waiting) paint(); commit(); }
  var width = frame.clientWidth;
  addEventListener("resize", function () {
    if (frame.clientWidth === width || matchMedia("print").matches) return;
    width = frame.clientWidth; settle();
  });
  // Paper has a frame of its own: the whole drawing, as the page was written, fits it.
  addEventListener("beforeprint", function () {
    clear();
    svg.style.transform = ""; tip.hidden = true;
    svg.setAttribute("viewBox", home.join(" "));
    marks.forEach(function (mark) {
      mark.setAttribute("transform", "translate(" + mark.dataset.at + ") scale(" + Math.max(home[2], home[3]) / 700 + ")");
    });
  });
  addEventListener("afterprint", commit);
  setView(0);
  now = whole(); commit(); drawScale();
  tell(T.hint);
}
document.querySelectorAll("figure.map").forEach(start);
})();
