/// What makes a page's maps move and answer; without it they are still pictures, with their tables.
///
/// The lines' geometry is read back from the drawing itself; the JSON beside it holds only what each
/// line says, in the same order. Its parts are one script, and share its names.
enum MapScript {
  static let parts = [MapLinesScript.javascript, javascript, MapHandScript.javascript]

  /// Where one is, what is chosen, which view is shown.
  private static let javascript: StaticString = #"""
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

    """#
}
