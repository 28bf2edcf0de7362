// Streets and houses by what somebody types, and what `relais explain` says of them. Nothing here draws.
(function () {
"use strict";
function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").replace(/ß/g, "ss").replace(/[^a-z0-9]+/g, " ").trim();
}
function bare(number) { return fold(number).replace(/ /g, ""); }
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, function (all, key) { return key in values ? values[key] : all; });
}

// `unit`: decimetres in a step of the places of houses.
function Streets(data, unit) {
  this.data = data; this.texts = data.text;
  this.folded = data.streets.map(function (street) { return fold(data.names[street[0]]); });
  this.houses = {};
  var lines = window.RelaisMap.Lines.unpack(data.at, unit), at = 0, houses = this.houses;
  data.houses.forEach(function (row) {
    houses[row[0]] = row[1].split("|").map(function (number, n) {
      var box = 4 * at++;
      return { number: number, key: bare(number), at: [lines.boxes[box], lines.boxes[box + 1]], walk: row[2 + 2 * n], relay: row[3 + 2 * n] };
    });
  });
}
Streets.fold = fold;
Streets.prototype.name = function (street) { return this.data.names[this.data.streets[street][0]]; };
// A street of that name, else those that have all its words.
Streets.prototype.named = function (text) {
  var key = fold(text), words = key.split(" "), exact = this.folded.indexOf(key), found = [];
  if (!key) return [];
  if (exact >= 0) return [exact];
  this.folded.forEach(function (name, n) {
    var own = " " + name;
    if (words.every(function (word) { return own.indexOf(" " + word) >= 0; })) found.push(n);
  });
  return found;
};
// `{ street, house, asked }`, or `{ several }` where a part of a name is that of several; null for nothing.
Streets.prototype.find = function (text) {
  var short = text.split(",")[0], self = this, found = null, most = 12;
  [text, short].some(function (one) {
    var streets = self.named(one), key = fold(one), parts;
    if (!streets.length) {
      // A number before the street, or after it as in German.
      if ((parts = /^(\d+ ?(?:bis|ter|quater|[a-z])?) (.+)$/.exec(key))) streets = self.named(parts[2]);
      if (!streets.length && (parts = /^(.+?) (\d+ ?(?:bis|ter|quater|[a-z])?)$/.exec(key))) {
        parts = [key, parts[2], parts[1]];
        streets = self.named(parts[2]);
      }
    }
    if (!streets.length) return false;
    var asked = parts ? bare(parts[1]) : "";
    var houses = streets.map(function (n) { return self.house(n, asked); });
    var known = streets.filter(function (n, k) { return houses[k]; });
    if (asked && known.length === 1) streets = known;
    found = streets.length === 1
      ? { street: streets[0], house: asked ? self.house(streets[0], asked) : null, asked: asked }
      : { several: streets.slice(0, most).map(function (n) { return self.name(n); }), count: streets.length };
    return true;
  });
  return found;
};
Streets.prototype.house = function (street, asked) {
  return asked && (this.houses[street] || []).filter(function (house) { return house.key === asked; })[0] || null;
};
Streets.prototype.distance = function (millimetres) {
  var metres = Math.round(millimetres / 1000), km = metres >= 1000;
  var parts = (km ? (Math.round(millimetres / 1e5) / 10).toFixed(1) : String(metres)).split(".");
  parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, this.texts.thousands);
  return parts.join(this.texts.decimal) + "\u00a0" + (km ? "km" : "m");
};
// What there is to say, the first line naming what was found.
Streets.prototype.say = function (found) {
  var T = this.texts, names = this.data.names, self = this, lines = [];
  if (found.several) return [fill(T.several, { count: found.count, names: found.several.join(", ") })];
  var street = this.data.streets[found.street], name = this.name(found.street), at = 2 + this.data.budgets.length;
  var house = found.house;
  if (house) lines.push(fill(house.walk < 0 || house.relay < 0 ? T.houseNone : T.house, {
    number: house.number, street: name, walk: this.distance(house.walk * 1000), relay: names[house.relay]
  }));
  else if (found.asked) lines.push(fill(T.numberUnknown, { number: found.asked, street: name }));
  lines.push(fill(T.title, { street: name, length: this.distance(street[1]) }));
  this.data.budgets.forEach(function (budget, n) {
    var covered = street[2 + n];
    lines.push(fill(covered === street[1] ? T.coveredWhole : T.covered, { budget: budget, length: self.distance(covered) }));
  });
  for (; at < street.length; at += 7) {
    var parts = [fill(street[at] ? T.coveredStretch : T.uncoveredStretch, { place: names[street[at + 1]], length: self.distance(street[at + 2]) })];
    parts.push(street[at + 3] < 0 ? T.noRelay : fill(street[at + 4] < 0 ? T.beyond : T.nearest, { walk: self.distance(street[at + 3]), relay: names[street[at + 4]] }));
    if (street[at + 5] >= 0) parts.push(fill(T.candidate, { name: names[street[at + 5]], length: self.distance(street[at + 6]) }));
    lines.push(parts.join(T.clause));
  }
  return lines;
};
// The answer as a paragraph and a list, in place of what was there.
Streets.prototype.show = function (found, box) {
  var lines = this.say(found), list = document.createElement("ul"), head = document.createElement("p");
  head.textContent = lines[0];
  lines.slice(1).forEach(function (line) {
    var item = document.createElement("li");
    item.textContent = line;
    list.append(item);
  });
  box.replaceChildren(head);
  if (lines.length > 1) box.append(list);
  box.hidden = false;
};
window.RelaisStreets = Streets;
})();
