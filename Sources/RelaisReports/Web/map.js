// Maps of reports: a view chosen, a street found, a row shown on the map and the other way round. The drawing is MapView's.
(function () {
"use strict";
document.documentElement.classList.add("js");
var calm = matchMedia("(prefers-reduced-motion: reduce)").matches, Kit = window.RelaisMap, UNIT = 2;

// Lines drawn alike in a view, and four numbers of each: name, length, walk, features.
function Layer(packed, style, rows) {
  this.lines = Kit.Lines.unpack(packed, UNIT); this.style = style; this.rows = rows;
}
var WIDTHS = { covered: 1.7, uncertain: 2.6, uncovered: 2.9, walkable: 0.7 };
var DASHES = { uncertain: [2.5, 2.5], uncovered: [12, 1.8] };

function start(figure) {
  var id = figure.id, data = JSON.parse(document.getElementById(id + "-data").textContent), T = data.text;
  var frame = figure.querySelector(".map-frame"), svg = frame.querySelector("svg");
  var info = figure.querySelector(".map-info"), scale = figure.querySelector(".scale");
  var shown = figure.querySelector(".map-shown"), tip = frame.querySelector(".map-tip");
  var choices = Array.prototype.slice.call(figure.querySelectorAll("select")), find = figure.querySelector("input[type=search]");
  var canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  frame.insertBefore(canvas, frame.firstChild);
  var background = new Layer(data.background.lines, "walkable", data.background.rows);
  var strands = data.strands.map(function (strand) {
    var layer = new Layer(strand.lines, data.styles[strand.in[0]], strand.rows);
    layer.styles = strand.in;
    return layer;
  });
  var paths = svg.querySelectorAll("path[data-strand]");
  var views = data.views.map(function (view) {
    return {
      id: view.id, label: view.label, caption: view.caption, group: svg.querySelector('[data-view="' + view.id + '"]'),
      layers: view.layers.map(function (layer) { return new Layer(layer.lines, layer.style, layer.rows); }).concat(strands, background)
    };
  });
  // A window's view goes with that of the same distance at any time.
  views.forEach(function (v) {
    v.base = views.filter(function (other) { return other.id === v.id.replace(/-w\d+$/, ""); })[0] || v;
  });
  var areas = data.areas.map(function (area) { return Kit.Lines.unpack(area.lines, UNIT); });
  var scenery = new Kit.Scenery(data.scenery, UNIT);
  var book = data.answers && new window.RelaisStreets(data.answers, UNIT), answer = figure.querySelector(".map-answer"), spot = null;
  var view = views[0], glow = [], picked = null, glimpse = null, lit = -1, last = null;

  var map = new Kit.MapView(frame, canvas, {
    box: [0, 0, data.frame[0], data.frame[1]], metres: 0.1, least: 1, scenery: scenery, names: [],
    geo: data.geo && {
      lon: data.geo[0] / 1e7, lat: data.geo[1] / 1e7, east: data.geo[2] / 1e12, north: data.geo[3] / 1e12, isPlane: data.geo[4] === 1
    },
    overlay: overlay, obstacles: obstacles, moved: drawScale,
    addition: function () { return view === views[0] ? "" : view.id; },
    recalled: function (wanted) { views.some(function (v, n) { return v.id === wanted && (choose(n), true); }); }
  });
  if (document.querySelector("figure.map") !== figure) map.geo = null;
  // Without a border all is inside.
  if (!data.areas.some(function (area) { return area.style === "studyArea"; })) frame.style.setProperty("--map-ground", "var(--map-paper)");

  // What lies over what, the lowest first.
  function stack() {
    var layers = [];
    function outlines(style, name, draw) {
      data.areas.forEach(function (area, n) { if (area.style === style) layers.push(Object.assign({ lines: areas[n], name: name }, draw)); });
    }
    outlines("studyArea", "", { fill: function () { return map.colour("paper"); } });
    layers = layers.concat(scenery.layers(function (name) { return map.colour(name); }, 0.1));
    function streets(layer) {
      layers.push({
        lines: layer.lines, name: layer.style, stroke: function () { return map.colour(layer.style); },
        width: function (s) { return WIDTHS[layer.style] * (s < 12 ? 1.35 : 1); },
        dash: function () { return DASHES[layer.style] || []; },
        least: layer.style === "walkable" ? 1.5 : 0
      });
    }
    streets(background);
    strands.filter(function (layer) { return layer.style === "covered"; }).forEach(streets);
    strands.filter(function (layer) { return layer.style !== "covered"; }).forEach(streets);
    view.layers.forEach(function (layer) { if (layer !== background && strands.indexOf(layer) < 0) streets(layer); });
    var border = { stroke: function () { return map.colour("border"); } };
    outlines("district", "district", Object.assign({ width: function () { return 1; }, dash: function () { return [2, 4]; } }, border));
    outlines("studyArea", "study-area", Object.assign({ width: function () { return 1.6; } }, border));
    map.layers = layers;
    map.names = view.layers.map(function (layer) {
      return { lines: layer.lines, name: function (i) { return layer.rows[i * 4] < 0 ? "" : data.names[layer.rows[i * 4]]; } };
    });
    map.renew();
  }

  function isMarked(point) { return !(point.view && point.view !== view.id) && !map.hidden.has(point.style); }
  function obstacles(window) {
    var list = [];
    data.points.forEach(function (point) {
      if (isMarked(point)) list.push([(point.x - window.x) / window.s, (point.y - window.y) / window.s, 9]);
    });
    return list;
  }
  function overlay(context, window) {
    function stroke(layer, i, colour, width, alpha) {
      context.beginPath();
      layer.lines.trace(context, i, window);
      context.globalAlpha = alpha; context.strokeStyle = colour; context.lineWidth = width;
      context.lineCap = "round"; context.lineJoin = "round"; context.setLineDash([]);
      context.stroke();
      context.globalAlpha = 1; context.lineCap = "butt";
    }
    glow.forEach(function (line) { stroke(line.layer, line.line, map.colour("glow"), 11, 0.6); });
    if (glimpse) stroke(glimpse.layer, glimpse.line, map.colour("glow"), 7, 0.6);
    if (picked) stroke(picked.layer, picked.line, map.colour("name"), 3, 1);
    context.textAlign = "center"; context.textBaseline = "alphabetic"; context.font = "700 11px system-ui, sans-serif";
    data.points.forEach(function (point, n) {
      if (!isMarked(point)) return;
      var x = (point.x - window.x) / window.s, y = (point.y - window.y) / window.s;
      if (x < -20 || y < -20 || x > window.width + 20 || y > window.height + 20) return;
      mark(context, point, x, y, n === lit);
    });
    if (spot) {
      context.beginPath(); context.setLineDash([]);
      context.arc((spot[0] - window.x) / window.s, (spot[1] - window.y) / window.s, 7, 0, 7);
      context.fillStyle = map.colour("glow"); context.fill();
      context.strokeStyle = map.colour("mark"); context.lineWidth = 2.5; context.stroke();
    }
    map.drawAim(context);
  }
  function mark(context, point, x, y, isLit) {
    function path(d) {
      context.beginPath();
      d.forEach(function (p, k) { if (k) context.lineTo(x + p[0], y + p[1]); else context.moveTo(x + p[0], y + p[1]); });
      context.closePath();
    }
    context.setLineDash([]);
    var ink = map.colour("mark"), paper = map.colour("paper"), fill = ink, edge = paper, wide = 1.6;
    switch (point.style) {
      case "relay": context.beginPath(); context.arc(x, y, 5, 0, 7); break;
      case "unattached": path([[0, -7], [7, 0], [0, 7], [-7, 0]]); fill = paper; edge = ink; wide = 1.8; break;
      case "school": path([[-8, 8], [-8, -2], [0, -9], [8, -2], [8, 8]]); break;
      default: context.beginPath(); context.arc(x, y, 9, 0, 7); fill = map.colour("rank"); edge = "#fff";
    }
    context.fillStyle = fill; context.fill();
    context.strokeStyle = isLit ? map.colour("glow") : edge; context.lineWidth = isLit ? 3.5 : wide; context.stroke();
    if (point.style === "rank") { context.fillStyle = "#fff"; context.fillText(point.name, x, y + 4); }
    if (point.style === "unattached") {
      context.beginPath();
      context.moveTo(x - 3, y - 3); context.lineTo(x + 3, y + 3); context.moveTo(x + 3, y - 3); context.lineTo(x - 3, y + 3);
      context.stroke();
    }
  }

  function drawScale(now) {
    var room = Math.min(160, map.width / 3) * now.s / 10, step = Math.pow(10, Math.floor(Math.log10(room)));
    var metres = room >= 5 * step ? 5 * step : room >= 2 * step ? 2 * step : step;
    scale.firstElementChild.textContent = distance(metres);
    scale.lastElementChild.style.width = metres * 10 / now.s + "px";
    // A finger on the whole map scrolls the page; on a part of it, moves the map.
    canvas.style.touchAction = now.s > map.most / map.far * 0.97 ? "pan-y" : "none";
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
    glow = []; picked = null; lit = -1; spot = null;
    document.querySelectorAll("tr[aria-current]").forEach(function (r) { r.removeAttribute("aria-current"); });
    map.dirty();
  }
  function point(target) {
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
  function extent(lines) {
    var box = [Infinity, Infinity, -Infinity, -Infinity];
    lines.forEach(function (line) {
      var boxes = line.layer.lines.boxes, b = line.line * 4;
      box[0] = Math.min(box[0], boxes[b]); box[1] = Math.min(box[1], boxes[b + 1]);
      box[2] = Math.max(box[2], boxes[b + 2]); box[3] = Math.max(box[3], boxes[b + 3]);
    });
    return box;
  }
  function pickLine(hit) {
    clear();
    // Of the features the line is part of, the one that a row of this view tells.
    var own = targets(hit.layer.rows[hit.line * 4 + 3]).filter(row)[0], all = own ? gather(own) : [];
    glow = all.length ? all : [hit];
    picked = hit;
    if (own) point(own);
    tell(sentence(hit.layer, hit.line));
  }
  function targets(n) { return n < 0 ? [] : data.targets[n].split(" "); }
  // Every line of a feature, in the view that has it.
  function gather(target, everywhere) {
    var lines = [], among = {}, seen = [];
    data.targets.forEach(function (list, n) { if (list.split(" ").indexOf(target) >= 0) among[n] = true; });
    (everywhere ? views : [view]).forEach(function (v) {
      v.layers.forEach(function (layer) {
        if (layer === background || seen.indexOf(layer) >= 0) return;
        seen.push(layer);
        for (var i = 0; i * 4 < layer.rows.length; i++) if (among[layer.rows[i * 4 + 3]]) lines.push({ layer: layer, line: i });
      });
    });
    return lines;
  }
  function pickPoint(n) {
    clear();
    lit = n;
    point(data.points[n].target);
    tell(data.points[n].name + T.colon + data.points[n].detail);
  }
  function pickTarget(target) {
    var line;
    for (var v = 0; v < views.length; v++) if (views[v].id === target) {
      choose(v); point(target);
      return tell(T.shown.replace("{view}", views[v].label));
    }
    for (var n = 0; n < data.points.length; n++)
      if (data.points[n].target === target && data.points[n].style !== "rank") {
        pickPoint(n);
        return map.bring([data.points[n].x, data.points[n].y, data.points[n].x, data.points[n].y], 4);
      }
    for (var a = 0; a < data.areas.length; a++)
      if (data.areas[a].target === target) {
        clear(); point(target);
        glow = [];
        for (var r = 0; r < areas[a].count; r++) glow.push({ layer: { lines: areas[a] }, line: r });
        line = row(target); tell(line && line.dataset.says || data.areas[a].name);
        return map.bring(extent(glow), 4);
      }
    var found = gather(target, true);
    if (!found.length) return;
    // A gap of another distance, or of another time, is shown where it is one.
    if (!row(target)) views.some(function (v, n) {
      if (!document.querySelector('[data-twin~="' + v.id + '"] tr[data-target="' + CSS.escape(target) + '"]:not([data-in]), [data-twin~="' + v.id + '"] tr[data-target="' + CSS.escape(target) + '"][data-in~="' + v.id + '"]')) return false;
      choose(n); return true;
    });
    line = row(target);
    clear(); point(target);
    glow = found;
    map.bring(extent(found), 4);
    tell(line && line.dataset.says || "");
  }
  function pickAt(px, py) {
    var p = map.spot(px, py), s = map.view.s, best = -1, limit = 14 * s;
    data.points.forEach(function (one, n) {
      if (!isMarked(one)) return;
      var e = Math.hypot(one.x - p[0], one.y - p[1]);
      if (e < limit) { limit = e; best = n; }
    });
    if (best >= 0 && data.points[best].style === "rank") return pickTarget(data.points[best].target);
    if (best >= 0) return pickPoint(best);
    var hit = lineAt(p[0], p[1], 14 * s);
    if (hit) pickLine(hit); else { clear(); tell(T.nothing); }
  }
  function lineAt(x, y, reach) {
    var best = null;
    view.layers.forEach(function (layer) {
      if (map.hidden.has(layer.style)) return;
      var found = layer.lines.nearest(x, y, reach);
      if (found && (!best || found.far < best.far)) best = { layer: layer, line: found.i, far: found.far };
    });
    return best;
  }

  function setView(n) {
    view = views[n];
    views.forEach(function (v) {
      [v.group, svg.querySelector('[data-marks="' + v.id + '"]')].forEach(function (group) {
        if (group) group.setAttribute("display", v === view ? "inline" : "none");
      });
    });
    strands.forEach(function (layer, i) {
      layer.style = data.styles[layer.styles[n]];
      paths[i].setAttribute("class", layer.style);
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
    stack();
  }
  // The switches' options count through the views, the last switch's fastest.
  function choose(n) {
    for (var c = choices.length - 1, rest = n; c >= 0; c--) {
      var size = choices[c].options.length;
      choices[c].selectedIndex = rest % size; rest = Math.floor(rest / size);
    }
    if (view !== views[n]) setView(n);
  }
  choices.forEach(function (choice) {
    choice.addEventListener("change", function () {
      setView(choices.reduce(function (n, c) { return n * c.options.length + c.selectedIndex; }, 0));
      map.isMoved = true; map.rest();
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
      map.hide(style, !box.checked);
      svg.dataset.hide = Array.from(map.hidden).join(" ");
    });
  });

  if (find) {
    var options = document.getElementById(id + "-streets"), fill = function () {
      find.removeEventListener("focus", fill);
      data.names.slice().sort(new Intl.Collator(data.lang).compare).forEach(function (name) {
        var option = document.createElement("option"); option.value = name; options.appendChild(option);
      });
    };
    // Thousands of names are listed when somebody begins to look.
    find.addEventListener("focus", fill);
    var fold = function (text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim(); };
    find.addEventListener("change", function () {
      var wanted = fold(find.value), name = -1, found = wanted && book ? book.find(find.value) : null;
      if (answer) { answer.hidden = true; answer.replaceChildren(); }
      if (!wanted) return;
      if (found) {
        book.show(found, answer);
        if (found.several) return clear();
        wanted = fold(book.name(found.street));
      }
      data.names.forEach(function (n, i) { if (fold(n) === wanted) name = i; });
      if (name < 0) data.names.forEach(function (n, i) { if (name < 0 && fold(n).indexOf(wanted) >= 0) name = i; });
      if (name < 0) return tell(T.notFound);
      var lines = [], sum = { covered: 0, uncertain: 0, uncovered: 0, walkable: 0 };
      view.layers.forEach(function (layer) {
        for (var i = 0; i * 4 < layer.rows.length; i++) if (layer.rows[i * 4] === name) {
          sum[layer.style] += layer.rows[i * 4 + 1]; lines.push({ layer: layer, line: i });
        }
      });
      if (!lines.length) return tell(T.notFound);
      clear(); glow = lines;
      if (found && found.house) { spot = found.house.at; map.bring([spot[0], spot[1], spot[0], spot[1]], 4); }
      else map.bring(extent(lines), 4);
      if (found) return;
      tell(data.names[name] + T.colon + (sum.uncovered + sum.uncertain < 1 ? T.streetWhole : sum.covered + sum.uncertain < 1 ? T.streetNone : T.street).replace("{covered}", distance(sum.covered)).replace("{uncovered}", distance(sum.uncovered)));
    });
  }

  map.listen({
    pick: pickAt,
    // The street under a resting mouse, told beside it.
    peek: function (px, py) {
      var p = map.spot(px, py), hit = lineAt(p[0], p[1], 8 * map.view.s);
      var isOther = (hit && hit.layer) !== (glimpse && glimpse.layer) || (hit && hit.line) !== (glimpse && glimpse.line);
      glimpse = hit;
      if (isOther) map.dirty();
      tip.hidden = !hit;
      if (!hit) return;
      var name = hit.layer.rows[hit.line * 4];
      tip.textContent = (name < 0 ? T.unnamed : data.names[name]) + T.colon + T[hit.layer.style];
      tip.style.left = Math.max(4, Math.min(px + 14, frame.clientWidth - tip.offsetWidth - 4)) + "px";
      tip.style.top = Math.max(4, Math.min(py + 16, frame.clientHeight - tip.offsetHeight - 4)) + "px";
    },
    leave: function () { glimpse = null; tip.hidden = true; map.dirty(); },
    keys: {
      0: function () { clear(); map.whole(); tell(T.whole); },
      n: function () { next(1); }, N: function () { next(1); }, p: function () { next(-1); }, P: function () { next(-1); },
      Escape: function () { clear(); tell(T.hint); }
    }
  });
  // From one marked gap to the next, in the order of their marks.
  function next(step) {
    var own = data.points.filter(function (one) { return one.view === view.id; });
    if (!own.length) return;
    var current = own.findIndex(function (one) { return one.target === last; });
    last = own[current < 0 ? (step > 0 ? 0 : own.length - 1) : (current + step + own.length) % own.length].target;
    pickTarget(last);
  }
  figure.querySelectorAll(".map-buttons button").forEach(function (button) {
    button.addEventListener("click", function () {
      if (button.dataset.do === "in") map.zoomMiddle(1 / 1.6);
      else if (button.dataset.do === "out") map.zoomMiddle(1.6);
      else { clear(); map.whole(); tell(T.whole); }
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
  addEventListener("beforeprint", function () { clear(); tip.hidden = true; });

  setView(0);
  if (!map.recall()) map.whole();
  tell(T.hint);
}
document.querySelectorAll("figure.map").forEach(start);
})();
