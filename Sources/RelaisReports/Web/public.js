(function () {
"use strict";
var data = JSON.parse(document.getElementById("data").textContent), T = data.text;
function el(id) { return document.getElementById(id); }
function make(tag, text, name) {
  var e = document.createElement(tag);
  if (text) e.textContent = text;
  if (name) e.className = name;
  return e;
}
function say(text, values) {
  return text.replace(/\{(\w+)\}/g, function (all, key) { return key in values ? values[key] : all; });
}
var number = new Intl.NumberFormat(data.lang);
function far(m) {
  return say(T.far, { metres: number.format(m), minutes: number.format(Math.max(1, Math.ceil(m / data.pace / 60))) });
}
var fold = window.RelaisStreets.fold;

// Open now: said only where the week's hours leave no doubt.
function now(place) {
  if (!place.week) return "";
  var date = new Date(), day = (date.getDay() + 6) % 7, minute = date.getHours() * 60 + date.getMinutes();
  function holds(list, at) {
    for (var i = 0; i < list.length; i += 2) if (at >= list[i] && at < list[i + 1]) return true;
    return false;
  }
  var open = holds(place.week[day], minute) || holds(place.week[(day + 6) % 7], minute + 1440);
  if (open) return place.holidays ? "" : T.open;
  return T.closed;
}
function clock() {
  document.querySelectorAll("[data-now]").forEach(function (e) { e.textContent = now(data.places[+e.dataset.now]); });
}
clock();
setInterval(clock, 30000);

// The map, in decimetres from its corner.
var frame = el("frame"), canvas = document.createElement("canvas"), Kit = window.RelaisMap, UNIT = 2, spot = null, lit = [];
document.documentElement.classList.add("js");
canvas.setAttribute("aria-hidden", "true");
frame.insertBefore(canvas, frame.firstChild);
var drawn = data.map, scenery = new Kit.Scenery(drawn.scenery, UNIT), geo = drawn.geo;
var border = Kit.Lines.unpack(drawn.border, UNIT), streets = Kit.Lines.unpack(drawn.streets, UNIT);
if (!border.count) frame.style.setProperty("--map-ground", "var(--map-paper)");
function colour(name) { return map.colour(name); }
function line(lines, name, width, least) {
  return { lines: lines, name: name, stroke: function () { return colour(name); }, width: function (s) { return s < 12 ? width * 1.5 : width; }, least: least };
}
var map = new Kit.MapView(frame, canvas, {
  box: [0, 0, drawn.frame[0], drawn.frame[1]], metres: 0.1, least: 1, scenery: scenery,
  geo: geo && { lon: geo[0] / 1e7, lat: geo[1] / 1e7, east: geo[2] / 1e12, north: geo[3] / 1e12, isPlane: geo[4] === 1 },
  names: [{ lines: streets, name: function (i) { return drawn.names[drawn.named[i]] || ""; } }],
  obstacles: function (window) {
    return data.places.filter(function (p) { return p.at; }).map(function (p) {
      return [(p.at[0] - window.x) / window.s, (p.at[1] - window.y) / window.s, 11];
    });
  },
  overlay: function (context, window) {
    context.textAlign = "center"; context.textBaseline = "alphabetic"; context.font = "700 10px system-ui, sans-serif";
    data.places.forEach(function (place, n) {
      if (place.at && lit.indexOf(n) < 0) mark(context, window, place, n, false);
    });
    lit.forEach(function (n) { if (data.places[n].at) mark(context, window, data.places[n], n, true); });
    if (spot) disc(context, window, spot, 7, "#ffd84d", "#1b2531", 2);
    map.drawAim(context);
  }
});
map.layers = [{ lines: border, name: "", fill: function () { return colour("paper"); } }].concat(scenery.layers(colour, 0.1), [
  line(Kit.Lines.unpack(drawn.ways, UNIT), "walkable", 0.7, 1.5), line(streets, "street", 1.3, 0.8), line(border, "border", 1.6, 0)]);
function disc(context, window, at, r, fill, edge, wide) {
  context.beginPath();
  context.arc((at[0] - window.x) / window.s, (at[1] - window.y) / window.s, r, 0, 7);
  context.fillStyle = fill; context.fill();
  context.strokeStyle = edge; context.lineWidth = wide; context.stroke();
}
function mark(context, window, place, n, isLit) {
  var isHollow = place.about && !isLit;
  context.setLineDash(isHollow ? [3, 2] : []);
  disc(context, window, place.at, 9, isLit ? "#8a3d00" : isHollow ? "#fff" : "#0b4f79", isLit ? "#ffd84d" : isHollow ? "#0b4f79" : "#fff", isLit ? 3 : 1.5);
  context.setLineDash([]);
  context.fillStyle = isHollow ? "#0b4f79" : "#fff";
  context.fillText(String(n + 1), (place.at[0] - window.x) / window.s, (place.at[1] - window.y) / window.s + 3.5);
}
function draw() { map.dirty(); }
function show(points) {
  var x = points.map(function (p) { return p[0]; }), y = points.map(function (p) { return p[1]; });
  map.bring([Math.min.apply(null, x), Math.min.apply(null, y), Math.max.apply(null, x), Math.max.apply(null, y)], 6);
}
function light(numbers) { lit = numbers; draw(); }
map.listen({ pick: function (px, py) {
  var p = map.spot(px, py), best = -1, limit = 16 * map.view.s;
  data.places.forEach(function (place, n) {
    if (!place.at) return;
    var e = Math.hypot(place.at[0] - p[0], place.at[1] - p[1]);
    if (e < limit) { limit = e; best = n; }
  });
  light(best < 0 ? [] : [best]);
  if (best >= 0) said.textContent = say(T.shown, { name: data.places[best].name });
} });
el("zoom-in").addEventListener("click", function () { map.zoomMiddle(0.6); });
el("zoom-out").addEventListener("click", function () { map.zoomMiddle(1 / 0.6); });
el("zoom-all").addEventListener("click", function () { map.whole(); });
document.querySelector(".zoom").hidden = false;

// The search.
var folded = data.streets.map(function (s) { return " " + fold(s[0]); });
var input = el("street"), said = el("said"), choices = el("choices"), found = el("found");
var book = data.answers && new window.RelaisStreets(data.answers, UNIT), whole = el("whole");
function clear(text) {
  whole.hidden = true;
  choices.replaceChildren();
  found.replaceChildren();
  said.textContent = text;
}
function tell(index, house) {
  var street = data.streets[index], answer = book && book.find(house ? house.number + " " + street[0] : street[0]), points = [house ? house.at : [street[1], street[2]]], lit = [];
  clear(street.length > 3 ? say(T.nearest, { count: (street.length - 3) / 2, street: street[0] }) : say(T.none, { street: street[0] }));
  for (var i = 3; i < street.length; i += 2) (function (at, metres) {
    var place = data.places[at], item = make("li");
    item.append(make("span", far(metres), "far"), make("strong", place.name));
    if (place.where) item.append(make("span", place.where, "where"));
    item.append(make("span", place.hours), make("span", now(place), "now"));
    if (place.at) {
      var button = make("button", say(T.see, { number: number.format(at + 1) }));
      button.type = "button";
      button.addEventListener("click", function () {
        light([at]);
        show([[street[1], street[2]], place.at]);
        el("map").scrollIntoView();
        said.textContent = say(T.shown, { name: place.name });
      });
      item.append(button);
      points.push(place.at);
      lit.push(at);
    }
    found.append(item);
  })(street[i], street[i + 1]);
  if (answer && !answer.several) book.show(answer, whole);
  spot = points[0];
  light(lit);
  show(points);
}
function ask() {
  var words = fold(input.value).split(" ").filter(Boolean);
  if (!words.length) { clear(""); spot = null; light([]); draw(); return; }
  var hits = [];
  folded.forEach(function (name, index) {
    if (words.every(function (word) { return name.indexOf(" " + word) >= 0; })) hits.push(index);
  });
  var asked = " " + words.join(" "), exact = hits.filter(function (index) { return folded[index] === asked; });
  if (exact.length === 1) hits = exact;
  var known = !hits.length && book && book.find(input.value);
  if (known && !known.several) {
    hits = [];
    data.streets.forEach(function (street, index) { if (fold(street[0]) === book.folded[known.street]) hits.push(index); });
    if (hits.length) { tell(hits[0], known.house); return; }
  }
  if (!hits.length) { clear(say(T.unknown, { text: input.value })); return; }
  if (hits.length === 1) { tell(hits[0]); return; }
  clear(say(hits.length > 12 ? T.many : T.several, { count: number.format(hits.length) }));
  hits.slice(0, 12).forEach(function (index) {
    var item = make("li"), button = make("button", data.streets[index][0]);
    button.type = "button";
    button.addEventListener("click", function () {
      input.value = data.streets[index][0];
      tell(index);
      input.focus();
    });
    item.append(button);
    choices.append(item);
  });
}
var wait = 0;
input.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(ask, 150); });
input.addEventListener("keydown", function (e) { if (e.key === "Enter") { clearTimeout(wait); ask(); } });
if (data.streets.length) el("near").hidden = false;
if (!map.recall()) map.whole();
})();