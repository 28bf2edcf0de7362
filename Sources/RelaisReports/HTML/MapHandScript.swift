/// The last part of a map's script: mouse, fingers, keyboard, paper.
enum MapHandScript {
  static let javascript: StaticString = #"""
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

    """#
}
