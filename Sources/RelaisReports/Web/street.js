(function () {
"use strict";
var holder = document.getElementById("street-data");
if (!holder) return;
var data = JSON.parse(holder.textContent), T = data.text, KEY = "relais-answers " + data.territory;

function make(tag, text, name) {
  var e = document.createElement(tag);
  if (text) e.textContent = text;
  if (name) e.className = name;
  return e;
}
function button(text, act, name) {
  var b = make("button", text, name);
  b.type = "button";
  b.addEventListener("click", act);
  return b;
}
function say(text, values) {
  return text.replace(/\{(\w+)\}/g, function (all, key) { return key in values ? values[key] : all; });
}
function two(n) { return (n < 10 ? "0" : "") + n; }
function day(date) { return date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate()); }
function now() {
  var date = new Date();
  return day(date) + "T" + two(date.getHours()) + ":" + two(date.getMinutes());
}
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  var b = crypto.getRandomValues(new Uint8Array(16));
  b[6] = b[6] & 15 | 64;
  b[8] = b[8] & 63 | 128;
  return Array.prototype.map.call(b, function (x, i) {
    return ([4, 6, 8, 10].indexOf(i) >= 0 ? "-" : "") + two16(x);
  }).join("");
}
function two16(x) { return (x < 16 ? "0" : "") + x.toString(16); }
function copy(value) { return JSON.parse(JSON.stringify(value)); }

// What is kept: on the telephone, and once more in the tab's own history, which outlives an emptied storage.
var all = [], isKept = true, notice = "";
function stored() {
  try {
    var text = localStorage.getItem(KEY), list = text === null ? null : JSON.parse(text);
    return Array.isArray(list) ? list.filter(function (a) { return a && typeof a.id === "string"; }) : null;
  } catch (error) { return undefined; }
}
function write() {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
    isKept = true;
  } catch (error) { isKept = false; }
  try { history.replaceState(Object.assign({}, history.state, { relaisAnswers: all }), ""); } catch (error) { /* too many */ }
}
function read() {
  var own = stored();
  if (own) all = own;
  else if (own === undefined) isKept = false;
  else if (all.length) notice = T.emptied;
}
(function () {
  var own = stored(), other = history.state && history.state.relaisAnswers;
  if (own) all = own;
  else if (Array.isArray(other) && other.length) {
    all = other;
    notice = T.emptied;
    write();
  }
  // Whether anything can be kept at all is said before the first answer.
  try { localStorage.setItem(KEY + " ?", "1"); localStorage.removeItem(KEY + " ?"); } catch (error) { isKept = false; }
})();
// Another tab of the same page may have changed it: what is stored counts.
function change(act) {
  notice = "";
  read();
  act();
  write();
  render();
  plan();
}

// Answers. What left the telephone is not changed any more: another answer follows it.
function key(answer) { return answer.first ? "new " + answer.first : answer.place; }
function last(place) {
  var found = null;
  all.forEach(function (a) { if (key(a) === place) found = a; });
  return found;
}
function set(door, act) {
  change(function () {
    var a = last(door.key);
    if (!a || a.out) {
      var id = uuid(), next = a ? copy(a) : { name: door.name };
      next.id = id;
      next.out = false;
      next.state = "phone";
      next.reason_said = "";
      if (door.new) {
        // The first answer of a new place brings it; those that follow name that answer.
        next.first = a ? a.first : door.key.slice(4);
        if (!a) { next.id = next.first; next.new = copy(door.new); }
        else { delete next.new; next.place = next.first; }
      } else next.place = door.key;
      all.push(next);
      a = next;
    }
    a.at = now();
    act(a);
  });
}
function reply(door, outcome) {
  set(door, function (a) {
    if (a.outcome !== outcome) { delete a.reason; delete a.call_back_on; delete a.conditions; }
    a.outcome = outcome;
  });
  toast(door);
}
function drop(id) {
  change(function () { all = all.filter(function (a) { return a.id !== id || a.out; }); });
}
function sheet(list) {
  return {
    schema: "relais.answers/1", territory: data.territory,
    answers: list.map(function (a) {
      var r = { id: a.id };
      ["place", "new", "at", "outcome", "call_back_on", "conditions", "reason", "note"].forEach(function (name) {
        if (a[name] !== undefined && a[name] !== "") r[name] = a[name];
      });
      if (r.new) delete r.place;
      return r;
    })
  };
}
function text(list) {
  var s = sheet(list);
  return '{"schema":"' + s.schema + '","territory":' + JSON.stringify(s.territory) + ',"answers":[\n'
    + s.answers.map(function (a) { return JSON.stringify(a); }).join(",\n") + "\n]}\n";
}
function state(a) {
  var said = T[a.state || "phone"];
  return a.reason_said ? said + T.colon + a.reason_said : said;
}

// Sending, where a page has a server: `relaisSend` takes a `relais.answers/1` and gives a promise of its
// result. Answers go ten seconds after the last tap, so that a slip is undone before; what did not get through
// goes again after five seconds, then twice as long each time, at most a minute.
var timer = 0, isSending = false, pause = 5000;
function plan(wait) {
  clearTimeout(timer);
  if (typeof window.relaisSend === "function") timer = setTimeout(send, wait === undefined ? 10000 : wait);
}
function send() {
  var list = all.filter(function (a) { return a.state !== "accepted" && a.state !== "refused"; });
  if (isSending || !list.length) return;
  isSending = true;
  var sent = copy(list);
  list.forEach(function (a) { a.out = true; });
  write();
  render();
  Promise.resolve().then(function () { return window.relaisSend(sheet(sent)); }).then(function (result) {
    isSending = false;
    pause = 5000;
    change(function () { took(result); });
  }, function () {
    // Whether it arrived nobody knows: it goes again under the same identifier.
    isSending = false;
    plan(pause);
    pause = Math.min(2 * pause, 60000);
  });
}
function took(result) {
  (result && result.answers || []).forEach(function (r) {
    all.forEach(function (a) {
      if (a.id !== r.id) return;
      a.state = r.state === "refused" ? "refused" : "accepted";
      a.reason_said = r.reason || "";
    });
  });
}
addEventListener("online", function () { pause = 5000; plan(0); });

// Sharing without a server: a file where the telephone can, else a download and a text to copy.
function gone(list, isSent) {
  var ids = list.map(function (a) { return a.id; });
  change(function () {
    all.forEach(function (a) {
      if (ids.indexOf(a.id) < 0) return;
      a.out = true;
      if (isSent && a.state === "phone") a.state = "sent";
    });
  });
}
function pending() { return all.filter(function (a) { return a.state !== "accepted"; }); }
function file(list) {
  var name = say(T.file, { day: now().replace(/[-:]/g, "").replace("T", "-") });
  // Telephones share texts; few share a file they take for a program's.
  return new File([text(list)], name + ".txt", { type: "text/plain" });
}
function share() {
  var list = copy(pending()), f = file(list);
  if (navigator.canShare && navigator.canShare({ files: [f] })) {
    navigator.share({ files: [f], title: T.title }).then(function () { gone(list, true); tell(T.shared); }, function (error) {
      if (error.name !== "AbortError") save(list);
    });
  } else save(list);
}
function save(list) {
  download(text(list), file(list).name.replace(/txt$/, "json"), "application/json");
  gone(list, false);
  area.value = text(list);
  paste.hidden = false;
  tell(T.saved);
}
function download(content, name, type) {
  var link = make("a");
  link.href = URL.createObjectURL(new Blob([content], { type: type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
}
function copyText() {
  function old() {
    area.focus();
    area.select();
    tell(document.execCommand("copy") ? T.copied : T.copyByHand);
  }
  if (navigator.clipboard) navigator.clipboard.writeText(area.value).then(function () { tell(T.copied); }, old);
  else old();
}

// A round as a route, for programs that guide.
function gpx(section) {
  function xml(s) { return s.replace(/[&<>"]/g, function (c) { return "&#" + c.charCodeAt(0) + ";"; }); }
  var points = section.querySelectorAll("ol.doors > li > .reply[data-lat]"), name = section.querySelector("h2").textContent;
  // Written so that no end of an element stands in this script.
  function element(tag, attributes, inside) {
    return "<" + tag + attributes + ">" + inside + "<".concat("/", tag, ">");
  }
  var body = Array.prototype.map.call(points, function (p) {
    return element("rtept", ' lat="' + p.dataset.lat + '" lon="' + p.dataset.lon + '"', element("name", "", xml(p.dataset.name)));
  });
  var route = element("rte", "", element("name", "", xml(name)) + body.join(""));
  download('<?xml version="1.0" encoding="UTF-8"?>\n'
    + element("gpx", ' version="1.1" creator="Relais" xmlns="http://www.topografix.com/GPX/1/1"', route) + "\n", section.id + ".gpx", "application/gpx+xml");
}

// The round planned anew for the time left: the doors without an answer that bring most in it. Ways between doors are known; to the
// first one from here, as the crow flies, times what streets make of it.
var FACTOR = 1.3;
function crow(a, b) {
  var k = Math.PI / 180, x = (b[1] - a[1]) * k * Math.cos((a[0] + b[0]) / 2 * k), y = (b[0] - a[0]) * k;
  return Math.sqrt(x * x + y * y) * 6371000;
}
function chosen(left, first, walks, gains, door, budget, power) {
  // Numbers of doors in order; from wherever we are to the first, from the last to the start, which is 0.
  function leg(a, b) {
    var w = a < 0 ? b === 0 ? 0 : first[b] : walks[a][b];
    return w < 0 ? Infinity : w;
  }
  function length(order) {
    if (!order.length) return 0;
    var sum = leg(-1, order[0]);
    order.forEach(function (n, i) { sum += leg(n, i + 1 < order.length ? order[i + 1] : 0); });
    return sum;
  }
  function shorter(order) {
    for (var again = true; again;) {
      again = false;
      for (var i = 0; i < order.length; i++) for (var j = 0; j < order.length; j++) {
        if (i === j) continue;
        var turned = i < j ? order.slice(0, i).concat(order.slice(i, j + 1).reverse(), order.slice(j + 1)) : order;
        var moved = order.filter(function (n, k) { return k !== i; });
        moved.splice(j, 0, order[i]);
        var best = length(turned) < length(moved) ? turned : moved;
        if (length(best) < length(order) - 1e-6) { order = best; again = true; }
      }
    }
    return order;
  }
  var order = [], open = left.slice();
  while (true) {
    var best = null;
    open.forEach(function (n) {
      for (var at = 0; at <= order.length; at++) {
        var other = order.slice(0, at).concat(n, order.slice(at));
        var time = length(other) + door * other.length, adds = Math.max(1, time - length(order) - door * order.length);
        if (time > budget) continue;
        var worth = Math.pow(Math.max(1, gains[n]), power) / adds;
        if (!best || worth > best.worth) best = { worth: worth, order: other, number: n };
      }
    });
    if (!best) {
      var tight = shorter(order);
      if (length(tight) < length(order) - 1e-6) { order = tight; continue; }
      return { order: order, time: length(order) + door * order.length, gain: order.reduce(function (s, n) { return s + gains[n]; }, 0), leg: leg };
    }
    order = best.order;
    open = open.filter(function (n) { return n !== best.number; });
  }
}
function planner(section, doors) {
  var given = JSON.parse(doors.dataset.plan), boxes = Array.prototype.slice.call(doors.querySelectorAll(":scope > li > .reply"));
  var box = make("div", "", "replan"), found = make("ol"), said = make("p"), how = make("p", "", "legend"), times = make("div");
  var gains = [0].concat(boxes.map(function (b) { return +b.dataset.gain || 0; }));
  said.setAttribute("role", "status");
  times.hidden = true;
  function point(b) { return b.dataset.lat ? [+b.dataset.lat, +b.dataset.lon] : null; }
  function answered(b) { return last(b.dataset.place); }
  function show(minutes, here) {
    var left = [], from = 0, when = "";
    boxes.forEach(function (b, i) {
      var a = answered(b);
      if (!a) left.push(i + 1);
      else if (a.at >= when) { when = a.at; from = i + 1; }
    });
    var first = [0].concat(boxes.map(function (b, i) {
      var p = here && point(b);
      return p ? crow(here, p) * FACTOR : given.walks[from][i + 1];
    }));
    var pace = given.speed * 1000 / 60, budget = minutes * pace, door = given.door * pace;
    var best = [1, 2].map(function (power) { return chosen(left, first, given.walks, gains, door, budget, power); })
      .reduce(function (a, b) { return b.gain > a.gain || b.gain === a.gain && b.time < a.time ? b : a; });
    said.textContent = best.order.length
      ? say(T.planned, { count: best.order.length, minutes: Math.ceil(best.time / pace), name: given.name }) : T.nothingFits;
    how.textContent = here ? say(T.fromHere, { factor: String(FACTOR).replace(".", T.point) })
      : say(T.fromDoor, { name: from ? boxes[from - 1].dataset.name : given.name });
    var before = -1;
    found.replaceChildren.apply(found, best.order.map(function (n) {
      var li = make("li"), b = boxes[n - 1];
      li.append(button(b.dataset.name, function () {
        b.parentNode.scrollIntoView();
        var heading = b.parentNode.querySelector("h3");
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }), make("span", say(T.metres, { count: Math.round(best.leg(before, n)) })));
      before = n;
      return li;
    }));
  }
  function plan(minutes) {
    if (!navigator.geolocation || !boxes.some(point)) { show(minutes, null); return; }
    // Something at once; better when the position comes.
    show(minutes, null);
    navigator.geolocation.getCurrentPosition(function (p) { show(minutes, [p.coords.latitude, p.coords.longitude]); },
      function () {}, { enableHighAccuracy: true, timeout: 10000, maximumAge: 60000 });
  }
  var set = make("div", "", "chips");
  set.setAttribute("role", "group");
  set.setAttribute("aria-label", T.timeLeft);
  [30, 60, 90, 120, 180].forEach(function (minutes) {
    set.append(button(say(T.minutes, { count: minutes }), function (event) {
      Array.prototype.forEach.call(set.children, function (b) { b.setAttribute("aria-pressed", String(b === event.currentTarget)); });
      plan(minutes);
    }));
  });
  var opens = button(T.replan, function () {
    times.hidden = !times.hidden;
    opens.setAttribute("aria-expanded", String(!times.hidden));
  });
  opens.setAttribute("aria-expanded", "false");
  times.append(make("p", T.timeLeft, "legend"), set, said, how, found);
  box.append(opens, times);
  doors.before(box);
}

// The cards.
var OUTCOMES = ["yes", "no", "call-back", "closed", "absent"], cards = [], open = "";
function card(box, door) {
  var group = make("div", "", "four"), more = make("div", "", "more"), said = make("p", "", "said");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", T.answer + T.colon + door.name);
  var buttons = OUTCOMES.map(function (outcome) {
    var b = button(T.outcomes[outcome], function () { open = door.key; reply(door, outcome); }, outcome === "absent" ? "wide" : "");
    if (T.hints[outcome]) b.append(make("small", T.hints[outcome]));
    group.append(b);
    return b;
  });
  box.append(group, said, more);
  cards.push({ box: box, door: door, buttons: buttons, said: said, more: more, drawn: "" });
}
function chips(legend, list, isOn, act) {
  var set = make("div", "", "chips");
  set.setAttribute("role", "group");
  set.setAttribute("aria-label", legend);
  list.forEach(function (one) {
    var b = button(one[1], function () { act(one[0]); });
    b.setAttribute("aria-pressed", String(isOn(one[0])));
    set.append(b);
  });
  var whole = make("div");
  whole.append(make("p", legend, "legend"), set);
  return whole;
}
function names(words, keys) { return keys.map(function (k) { return [k, words[k]]; }); }
function reasons(door, a, keys) {
  return chips(T.why, names(T.reasons, keys), function (k) { return a.reason === k; }, function (k) {
    set(door, function (b) { if (b.reason === k) delete b.reason; else b.reason = k; });
  });
}
function days(door, a) {
  var list = [1, 3, 7, 14].map(function (count, i) {
    var date = new Date();
    date.setDate(date.getDate() + count);
    return [day(date), T.days[i]];
  });
  var whole = chips(T.when, list, function (d) { return a.call_back_on === d; }, function (d) {
    set(door, function (b) { b.call_back_on = d; });
  });
  var label = make("label", T.otherDay + " "), input = make("input");
  input.type = "date";
  input.min = day(new Date());
  input.value = a.call_back_on || "";
  input.addEventListener("change", function () {
    // A day that is past is none to come back on.
    if (input.value && input.value < input.min) return;
    set(door, function (b) { if (input.value) b.call_back_on = input.value; else delete b.call_back_on; });
  });
  label.append(input);
  whole.append(label);
  return whole;
}
function conditions(door, a, value, legend) {
  var whole = chips(legend, data.conditions, function (k) { return (a.conditions || {})[k] === value; }, function (k) {
    set(door, function (b) {
      b.conditions = b.conditions || {};
      if (b.conditions[k] === value) delete b.conditions[k]; else b.conditions[k] = value;
    });
  });
  if (value) {
    whole.lastChild.prepend(button(T.allGood, function () {
      set(door, function (b) {
        b.conditions = {};
        data.conditions.forEach(function (c) { b.conditions[c[0]] = true; });
      });
    }));
  }
  return whole;
}
function note(door, a) {
  var label = make("label", T.note), input = make("textarea");
  label.className = "note";
  input.rows = 2;
  input.maxLength = 2000;
  input.value = a.note || "";
  // Kept while it is typed, without drawing the card anew under the thumb.
  input.addEventListener("input", function () {
    isTyping = true;
    set(door, function (b) { b.note = input.value.trim(); });
    isTyping = false;
  });
  label.append(input);
  return label;
}
var isTyping = false;
function fill(c, a) {
  var parts = [], door = c.door;
  if (a.outcome === "yes") parts.push(conditions(door, a, true, T.seen));
  if (a.outcome === "no") {
    parts.push(reasons(door, a, ["no-time", "not-interested", "decided-elsewhere", "fear-of-trouble", "too-few-staff"]));
    parts.push(button(T.notEligible, function () { reply(door, "not-eligible"); }, "chip"));
  }
  if (a.outcome === "not-eligible") parts.push(conditions(door, a, false, T.missing));
  if (a.outcome === "call-back") parts.push(days(door, a), reasons(door, a, ["decision-maker-out", "no-time", "decided-elsewhere"]));
  if (a.outcome === "closed") parts.push(button(T.onlyNow, function () {
    reply(door, "absent");
    set(door, function (b) { b.reason = "shut"; });
  }, "chip"));
  if (a.outcome === "absent") parts.push(reasons(door, a, ["shut", "on-holiday", "decision-maker-out"]), days(door, a));
  parts.push(note(door, a));
  c.more.replaceChildren.apply(c.more, parts);
}
function draw(c) {
  var a = last(c.door.key), isOpen = a && open === c.door.key;
  c.buttons.forEach(function (b, i) {
    var on = Boolean(a) && (a.outcome === OUTCOMES[i] || OUTCOMES[i] === "no" && a.outcome === "not-eligible");
    b.setAttribute("aria-pressed", String(on));
  });
  c.said.replaceChildren();
  if (a) {
    c.said.append(make("strong", T.outcomes[a.outcome]), " ", make("span", a.at.slice(11) + " · " + state(a)));
    var id = a.id;
    if (!a.out) c.said.append(button(T.undo, function () { drop(id); }));
    if (!isOpen) c.said.append(button(T.complete, function () { open = c.door.key; render(); }));
  }
  c.more.hidden = !isOpen;
  if (!isOpen) { c.more.replaceChildren(); c.drawn = ""; return; }
  var focus = document.activeElement, place = c.more.contains(focus) ? list(c.more).indexOf(focus) : -1;
  fill(c, a);
  // The thumb, or the key, stays where it was.
  if (place >= 0 && list(c.more)[place]) list(c.more)[place].focus();
}
function list(box) { return Array.prototype.slice.call(box.querySelectorAll("button,input,textarea")); }

// The list of answers, what is met on the way, and the bar that is always there.
var main = document.querySelector("main"), part = make("section"), own = make("ul", "", "mine"), empty = make("p", T.none);
var warning = make("p", "", "warning"), paste = make("div", "", "paste"), area = make("textarea"), bar = make("div", "", "answers-bar");
var live = make("p", "", "vh"), count = make("a"), undoBar = make("span"), met = make("ul", "", "doors met");
live.setAttribute("role", "status");
warning.setAttribute("role", "alert");
function tell(text) { live.textContent = ""; setTimeout(function () { live.textContent = text; }, 50); flash(text); }
var flashTimer = 0;
function flash(text, more) {
  clearTimeout(flashTimer);
  undoBar.replaceChildren(make("span", text));
  if (more) undoBar.append(more);
  flashTimer = setTimeout(function () { undoBar.replaceChildren(); }, 10000);
}
function toast(door) {
  var a = last(door.key);
  if (!a) return;
  var text = say(T.noted, { name: door.name, outcome: T.outcomes[a.outcome] }), id = a.id;
  live.textContent = text;
  flash(text, a.out ? null : button(T.undo, function () { drop(id); undoBar.replaceChildren(); }));
}
function build() {
  part.id = "answers";
  part.setAttribute("aria-labelledby", "answers-heading");
  var head = make("h2", T.mine);
  head.id = "answers-heading";
  area.readOnly = true;
  area.rows = 4;
  var label = make("label", T.paste);
  label.append(area);
  paste.append(label, button(T.copy, copyText));
  paste.hidden = true;
  var clear = button(T.clear, function () {
    // Asked for twice: what is cleared nobody has any more.
    if (clear.dataset.sure) {
      delete clear.dataset.sure;
      clear.textContent = T.clear;
      change(function () { all = all.filter(function (a) { return !a.out; }); });
    } else {
      clear.dataset.sure = "1";
      clear.textContent = T.clearSure;
      setTimeout(function () { delete clear.dataset.sure; clear.textContent = T.clear; }, 5000);
    }
  });
  part.append(head, warning, empty, own, button(T.share, share, "main"), paste, clear, make("h3", T.met), met, form());
  var first = main.querySelector("section:not([id^=round-])");
  main.insertBefore(part, first);
  count.href = "#answers";
  var short = button(T.shareShort, share, "main");
  short.setAttribute("aria-label", T.share);
  bar.append(undoBar, count, short, live);
  document.documentElement.classList.add("street");
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", T.share);
  document.body.append(bar);
  document.querySelectorAll("section[id^=round-]").forEach(function (section) {
    var doors = section.querySelector("ol.doors");
    if (doors && doors.dataset.plan) planner(section, doors);
    if (doors && section.querySelector(".reply[data-lat]")) doors.before(button(T.gpx, function () { gpx(section); }, "gpx"));
  });
  document.querySelectorAll(".reply").forEach(function (box) {
    card(box, { key: box.dataset.place, name: box.dataset.name });
  });
}
function form() {
  var box = make("div", "", "new"), name = make("input"), kind = make("select"), where = make("p", T.nowhere), here = null;
  name.maxLength = 300;
  name.autocomplete = "off";
  data.kinds.forEach(function (k) {
    var option = make("option", k[1]);
    option.value = k[0];
    kind.append(option);
  });
  function labelled(text, input) { var l = make("label", text); l.append(input); return l; }
  var place = button(T.here, function () {
    if (!navigator.geolocation) { where.textContent = T.noPosition; return; }
    where.textContent = T.searching;
    navigator.geolocation.getCurrentPosition(function (p) {
      here = { lon: +p.coords.longitude.toFixed(6), lat: +p.coords.latitude.toFixed(6) };
      where.textContent = say(T.found, { metres: Math.round(p.coords.accuracy) });
    }, function () { where.textContent = T.noPosition; }, { enableHighAccuracy: true, timeout: 15000 });
  });
  where.setAttribute("role", "status");
  box.append(labelled(T.name, name), labelled(T.kind, kind), place, where, button(T.add, function () {
    var word = name.value.trim();
    if (!word) { where.textContent = T.nameNeeded; name.focus(); return; }
    var thing = { name: word, kind: kind.value };
    if (here) { thing.lon = here.lon; thing.lat = here.lat; }
    var door = { key: "new " + uuid(), name: word, new: thing };
    name.value = "";
    here = null;
    where.textContent = T.nowhere;
    open = door.key;
    reply(door, "absent");
    render();
    tell(say(T.added, { name: word }));
  }, "main"));
  return box;
}
function item(a) {
  var li = make("li"), id = a.id;
  li.append(make("strong", a.name), " ", make("span", T.outcomes[a.outcome] + " · " + a.at.replace("T", " ") + " · " + state(a), "to"));
  if (!a.out) li.append(button(T.undo, function () { drop(id); }));
  return li;
}
function render() {
  // New places have a card of their own, made when they come.
  all.forEach(function (a) {
    if (!a.first || cards.some(function (c) { return c.door.key === "new " + a.first; })) return;
    var brought = all.filter(function (b) { return b.id === a.first; })[0];
    var li = make("li"), box = make("div", "", "reply");
    li.append(make("h4", a.name), box);
    met.append(li);
    card(box, { key: "new " + a.first, name: a.name, new: brought ? brought.new : a.new || { name: a.name } });
  });
  cards.forEach(function (c) {
    var at = c.box.parentNode;
    if (at.parentNode === met) at.hidden = !last(c.door.key);
    if (isTyping && open === c.door.key) return;
    draw(c);
  });
  own.replaceChildren.apply(own, all.map(item).reverse());
  empty.hidden = all.length > 0;
  warning.textContent = [isKept ? "" : T.notKept, notice].filter(Boolean).join(" ");
  warning.hidden = !warning.textContent;
  bar.classList.toggle("warned", !warning.hidden);
  count.textContent = say(T.count, { count: all.length, waiting: all.filter(function (a) { return a.state === "phone"; }).length });
}
addEventListener("storage", function (e) {
  if (e.key !== KEY) return;
  var list = stored();
  // Emptied from elsewhere: what this page knows is not lost with it.
  if (list) all = list; else if (all.length) { notice = T.emptied; write(); }
  render();
});
build();
render();
plan(0);
})();
