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
  return say(T.far, { metres: number.format(m), minutes: number.format(Math.max(1, Math.ceil(m / 60))) });
}
function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").replace(/[^a-z0-9]+/g, " ").trim();
}

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

// The map.
var svg = document.querySelector("#frame svg"), whole = svg.getAttribute("viewBox").split(" ").map(Number), view = whole.slice();
var marks = Array.prototype.slice.call(document.querySelectorAll(".mark")), here = el("here"), spot = null;
function draw() {
  svg.setAttribute("viewBox", view.join(" "));
  var box = svg.getBoundingClientRect();
  var scale = Math.max(view[2] / Math.max(1, box.width), view[3] / Math.max(1, box.height));
  marks.forEach(function (mark) {
    var at = mark.getAttribute("transform").match(/translate\(([^)]*)\)/)[1];
    mark.setAttribute("transform", "translate(" + at + ") scale(" + scale + ")");
  });
  here.replaceChildren();
  if (!spot) return;
  var c = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  c.setAttribute("class", "spot");
  c.setAttribute("r", "7");
  c.setAttribute("transform", "translate(" + spot[0] + " " + spot[1] + ") scale(" + scale + ")");
  here.appendChild(c);
}
function show(points) {
  var x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
  points.forEach(function (p) { x0 = Math.min(x0, p[0]); y0 = Math.min(y0, p[1]); x1 = Math.max(x1, p[0]); y1 = Math.max(y1, p[1]); });
  var side = Math.max(x1 - x0, y1 - y0, 300) * 1.4;
  view = [(x0 + x1 - side) / 2, (y0 + y1 - side) / 2, side, side];
  draw();
}
function zoom(factor) {
  var w = Math.min(whole[2] * 1.5, Math.max(100, view[2] * factor)), h = w * view[3] / view[2];
  view = [view[0] + (view[2] - w) / 2, view[1] + (view[3] - h) / 2, w, h];
  draw();
}
el("zoom-in").addEventListener("click", function () { zoom(0.6); });
el("zoom-out").addEventListener("click", function () { zoom(1 / 0.6); });
el("zoom-all").addEventListener("click", function () { view = whole.slice(); draw(); });
document.querySelector(".zoom").hidden = false;
function light(numbers) {
  marks.forEach(function (mark) { mark.classList.toggle("on", numbers.indexOf(+mark.dataset.place) >= 0); });
}
// Dragging is for those who can; the buttons and the search do as much.
var drag = null;
svg.addEventListener("pointerdown", function (e) { drag = [e.clientX, e.clientY, view.slice()]; });
addEventListener("pointermove", function (e) {
  if (!drag) return;
  var box = svg.getBoundingClientRect(), scale = Math.max(drag[2][2] / box.width, drag[2][3] / box.height);
  view = [drag[2][0] - (e.clientX - drag[0]) * scale, drag[2][1] - (e.clientY - drag[1]) * scale, drag[2][2], drag[2][3]];
  draw();
});
addEventListener("pointerup", function () { drag = null; });
addEventListener("pointercancel", function () { drag = null; });
addEventListener("resize", draw);

// The search.
var folded = data.streets.map(function (s) { return " " + fold(s[0]); });
var input = el("street"), said = el("said"), choices = el("choices"), found = el("found");
function clear(text) {
  choices.replaceChildren();
  found.replaceChildren();
  said.textContent = text;
}
function tell(index) {
  var street = data.streets[index], points = [[street[1], street[2]]], lit = [];
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
draw();
})();