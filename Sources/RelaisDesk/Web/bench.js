// The council's bench: what relays that come, leave or move would change, asked of the server at each step.
"use strict";

(() => {
  const page = document.getElementById("bench");
  if (!page) return;
  const data = JSON.parse(document.getElementById("bench-data").textContent);
  const words = data.words;
  const isLook = data.look !== null;
  const byId = (id) => document.getElementById("bench-" + id);

  // Words and numbers

  /** A sentence with its places filled: `{name}`. */
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  const number = (value, places) =>
    value.toLocaleString(data.lang, { minimumFractionDigits: places, maximumFractionDigits: places });
  const kilometres = (metres) => number(metres / 1000, 1) + "\u00a0km";
  const length = (metres) => (metres < 1000 ? number(metres, 0) + "\u00a0m" : kilometres(metres));
  const metres = (value) => value.toLocaleString(data.lang, { maximumFractionDigits: 3 }) + "\u00a0m";
  const share = (value) => number(value * 100, 1) + "\u00a0%";
  const signed = (value, text) => (text === text.replace(/[1-9]/, "") ? "=" : (value < 0 ? "\u2212\u00a0" : "+\u00a0") + text);
  const byName = (all) => {
    const order = new Intl.Collator(data.lang).compare;
    return all.sort((a, b) => Number(a.isNameless) - Number(b.isNameless) || order(a.name, b.name));
  };
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  const stateWord = (state) => words["state" + state[0].toUpperCase() + state.slice(1)];

  /** An element with its text or children; texts are text, whatever is in them. */
  function make(tag, members = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(members)) {
      if (value === false || value === null || value === undefined) continue;
      if (name === "onclick") element.addEventListener("click", value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  /** A button that stays the one in hand when its list is made anew. */
  function button(text, key, onclick, members = {}) {
    return make("button", { type: "button", class: "quiet", "data-key": key, onclick, ...members }, text);
  }

  /** Makes a part anew; whoever was on one of its buttons stays there. */
  function fill(part, ...children) {
    const key = part.contains(document.activeElement) && document.activeElement.dataset.key;
    part.replaceChildren(...children.filter((child) => child !== null));
    if (key) part.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  }

  function tell(text) {
    byId("said").textContent = text;
  }

  function complain(text, link = null) {
    const line = byId("problem");
    fill(line, text, ...(link ? [" ", link] : []));
    line.hidden = !text;
  }

  // Asking

  class Failure extends Error {
    constructor(status, title, detail) {
      super(title);
      this.status = status;
      this.detail = detail;
    }
  }

  async function ask(path, options = {}) {
    const { body, method, signal } = options;
    let answer;
    try {
      answer = await fetch(path + (path.includes("?") ? "&" : "?") + "lang=" + data.lang, {
        method: method || (body ? "POST" : "GET"),
        headers: body ? { "Content-Type": "application/json" } : {},
        body: body && JSON.stringify(body),
        signal,
      });
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new Failure(0, words.offline, "");
    }
    if (answer.ok) return answer.status === 204 ? null : answer.json();
    const problem = await answer.json().catch(() => ({}));
    throw new Failure(answer.status, problem.title || words.failed, problem.detail || "");
  }

  // What is tried: relays that come and leave, each state kept for undoing

  const empty = { add: [], remove: [] };
  let states = [empty];
  let place = 0;
  let question = { distance: data.distances[0], time: "", at: "" };
  let map = null;
  let mapKey = "";
  let revision = 0;
  let answer = null;
  let kept = [];
  /** What the map shows instead of the scenario: one of two that are compared. */
  let compared = null;

  const scenario = () => states[place];
  const saved = "relais.bench";

  function save() {
    if (isLook) return;
    try {
      const first = Math.max(0, place - 30);
      sessionStorage.setItem(
        saved, JSON.stringify({ states: states.slice(first, first + 60), place: place - first, question }));
    } catch {
      // A browser that keeps nothing still shows everything.
    }
  }

  function restore() {
    try {
      const former = JSON.parse(sessionStorage.getItem(saved));
      if (!former || !former.states[former.place]) return;
      ({ states, place, question } = former);
    } catch {
      // What is not ours is left aside.
    }
  }

  /** The next state; what was undone before is gone. */
  function step(next, said) {
    states = [...states.slice(0, place + 1), next];
    place = states.length - 1;
    endComparison();
    save();
    tell(said);
    draw();
    update();
  }

  function go(by) {
    if (!states[place + by]) return;
    place += by;
    endComparison();
    save();
    tell(by < 0 ? words.undone : words.redone);
    draw();
    update();
  }

  /** By its identifier, or the first characters of it that lists show. */
  const relay = (id) =>
    map.relays.find((one) => one.id === id) || (id.length >= 4 && map.relays.find((one) => one.id.startsWith(id)));
  const goneFrom = (state) => new Set(state.remove.map((id) => nameless(relay(id), id)));
  const nameless = (one, id) => (one ? one.id : id);
  const candidate = (id) => map.candidates.find((one) => one.id === id);
  const nameOf = (one, id) => (one && one.name) || id;

  function add(item, name) {
    if (item.candidate && scenario().add.some((one) => one.candidate === item.candidate)) return;
    step({ ...scenario(), add: [...scenario().add, item] }, say("added", { name }));
  }

  function takeBack(index) {
    const item = scenario().add[index];
    step(
      { ...scenario(), add: scenario().add.filter((_, each) => each !== index) },
      say("takenBack", { name: addedName(item, index) }));
  }

  function remove(id) {
    if (goneFrom(scenario()).has(id)) return;
    step({ ...scenario(), remove: [...scenario().remove, id] }, say("removed", { name: nameOf(relay(id), id) }));
  }

  function putBack(id) {
    step(
      { ...scenario(), remove: scenario().remove.filter((one) => nameless(relay(one), one) !== nameless(relay(id), id)) },
      say("putBack", { name: nameOf(relay(id), id) }));
  }

  /** A relay elsewhere: it leaves, and one with its hours comes. */
  function move(hit, to) {
    if (hit.kind === "added") {
      const moved = { ...scenario().add[hit.index], ...to };
      if (moved.candidate) return tell(words.candidateStays);
      return step(
        { ...scenario(), add: scenario().add.map((one, each) => (each === hit.index ? moved : one)) },
        say("moved", { name: hit.name }));
    }
    const item = { ...to, label: hit.name };
    if (hit.hours && hit.hours.length <= 1000) item.opening_hours = hit.hours;
    step(
      { add: [...scenario().add, item], remove: [...scenario().remove, hit.id] }, say("moved", { name: hit.name }));
  }

  function addedName(item, index) {
    if (item.candidate) return nameOf(candidate(item.candidate), item.candidate);
    return item.label || say("newRelay", { number: index + 1 });
  }

  // The question

  function moment() {
    if (question.time === "at") return question.at ? { at: question.at } : {};
    return question.time ? { window: question.time } : {};
  }

  const isMain = () => Number(question.distance) === Number(data.distances[0]);

  /** As the interface takes it; names are for the page alone. */
  function body(state, isAtDistance) {
    const own = {
      add: state.add.map((item) => ({ ...item, label: undefined })), remove: state.remove, ...moment(),
    };
    if (isAtDistance) own.distance_m = Number(question.distance);
    return own;
  }

  /** What a scenario changes within the chosen distance; the other distances' figures come along. */
  async function answerTo(state, signal) {
    if (isLook) return ask(`/api/v1/look/${data.look}/answer`, { signal });
    if (isMain()) return ask("/api/v1/scenario", { body: body(state, false), signal });
    const [own, all] = await Promise.all([
      ask("/api/v1/scenario", { body: body(state, true), signal }),
      ask("/api/v1/scenario", { body: body(state, false), signal }),
    ]);
    for (const name of ["before", "after", "before_if_unknown_open", "after_if_unknown_open"])
      if (own[name]) own[name].push(...all[name].filter((one) => one.distance_m !== own.distance_m));
    return own;
  }

  async function mapNow(signal) {
    const key = JSON.stringify([question.distance, moment(), revision]);
    if (map && key === mapKey) return;
    const query = new URLSearchParams(moment());
    if (!isMain()) query.set("distance", question.distance);
    const text = query.toString();
    const path = isLook ? `/api/v1/look/${data.look}/map` : "/api/v1/map";
    const raw = await ask(path + (text ? "?" + text : ""), { signal });
    if (signal.aborted) return;
    const at = (x, y) => ({ lon: x / raw.scale, lat: y / raw.scale });
    map = {
      relays: byName(raw.relays.map(([id, name, x, y, isApproximate, state, hours]) => ({
        kind: "relay", id, name: name || id, isNameless: !name, isApproximate: isApproximate === 1, state, hours, ...at(x, y),
      }))),
      candidates: byName(raw.candidates.map(([id, name, kind, x, y]) => ({
        kind: "candidate", id, name: name || kind || id, isNameless: !name, sort: name ? kind : id, ...at(x, y),
      }))),
      schools: raw.schools.map(([id, name, x, y]) => ({ kind: "school", id, name, ...at(x, y) })),
    };
    mapKey = key;
    canvas.load(raw);
  }

  let asked = null;

  /** Brings everything up to date; a question under way is dropped for the new one. */
  async function update(isRetry = false) {
    asked?.abort();
    const own = (asked = new AbortController());
    page.setAttribute("aria-busy", "true");
    try {
      const [now] = await Promise.all([answerTo(scenario(), own.signal), mapNow(own.signal)]);
      if (own.signal.aborted) return;
      answer = now;
      complain("");
      page.classList.remove("stale");
      draw();
      return true;
    } catch (error) {
      if (own.signal.aborted) return;
      own.abort();
      if (error.status === 401) return signIn();
      if (error.status === 422 && !isRetry && (await isMended())) return update(true);
      complain([error.message, error.detail].filter(Boolean).join(" "), again());
      // The figures shown are those of another scenario.
      page.classList.add("stale");
      draw();
    } finally {
      if (asked === own) page.setAttribute("aria-busy", "false");
    }
  }

  const again = () => button(words.again, "again", () => update());

  /** Somebody who is a relay now is a candidate no more, and a relay may leave: what is gone leaves the scenario, and it is told. */
  async function isMended() {
    if (isLook) return false;
    try {
      mapKey = "";
      await mapNow(new AbortController().signal);
    } catch {
      return false;
    }
    const { add: added, remove: removed } = scenario();
    const next = {
      add: added.filter((one) => !one.candidate || candidate(one.candidate)), remove: removed.filter(relay),
    };
    const count = added.length + removed.length - next.add.length - next.remove.length;
    if (!count) return false;
    states = [...states.slice(0, place + 1), next];
    place = states.length - 1;
    save();
    tell(words.gone);
    return true;
  }

  /** The session ended: sign in, come back, find the scenario as it was. */
  function signIn() {
    save();
    complain(words.sessionEnded);
    location.assign("/signin?to=/bench");
  }

  // The map

  if (isLook) byId("frame").dataset.scenery = `/api/v1/look/${data.look}/scenery`;
  const canvas = new window.BenchMap(byId("frame"), {
    pick: isLook ? (hit) => hit && tell(tip(hit)) : pick,
    move: isLook ? null : move,
    hasAddress: true,
    tip,
  });

  function pick(hit, to) {
    if (!map) return;
    if (!hit) return add(to, say("newRelay", { number: scenario().add.length + 1 }));
    if (hit.kind === "candidate") return add({ candidate: hit.id }, hit.name);
    if (hit.kind === "added") return takeBack(hit.index);
    if (hit.kind === "removed") return putBack(hit.id);
    return remove(hit.id);
  }

  function tip(hit, street) {
    if (!hit) return [street.name || words.noName, street.isCovered ? words.covered : words.uncovered].join(" · ");
    return [hit.name, words[hit.kind + "Tip"], hit.state && stateWord(hit.state), hit.sort].filter(Boolean).join(" · ");
  }

  function drawMap() {
    const state = compared ? compared.state : scenario();
    const shown = compared ? compared.answer : answer;
    const gone = goneFrom(state);
    const taken = new Set(state.add.map((one) => one.candidate));
    const places = [
      ...map.schools,
      ...(isLook ? [] : map.candidates.filter((one) => !taken.has(one.id))),
      ...map.relays.map((one) => (gone.has(one.id) ? { ...one, kind: "removed" } : one)),
      ...state.add.flatMap((item, index) => {
        const known = item.candidate ? candidate(item.candidate) : item;
        if (!known) return [];
        return [{ kind: "added", id: "added " + index, index, name: addedName(item, index), lon: known.lon, lat: known.lat }];
      }),
    ];
    canvas.show(places, shown ? shown.changed.features : []);
  }

  // Figures

  function figures(caption, before, after) {
    const rows = after.map((now, index) => {
      const then = before[index];
      const gain = now.streets_covered_m - then.streets_covered_m;
      const points = now.streets_share - then.streets_share;
      const cell = (name, one) =>
        make(
          "td", { "data-figure": name },
          make("data", { value: one.streets_covered_m }, kilometres(one.streets_covered_m)), make("br"),
          make("data", { value: one.streets_share }, share(one.streets_share)));
      return make(
        "tr", {},
        make("th", { scope: "row" }, metres(now.distance_m)),
        cell("before", then), cell("after", now),
        make(
          "td", { "data-figure": "difference", class: gain < 0 ? "less" : gain > 0 ? "more" : null },
          signed(gain, length(Math.abs(gain))), make("br"),
          signed(points, number(Math.abs(points) * 100, 1)) + (points ? "\u00a0" + words.points : "")));
    });
    const title = (text) => make("th", { scope: "col" }, text);
    return make(
      "table", { class: "figures" }, make("caption", {}, caption),
      make("thead", {}, make("tr", {}, title(words.distance), title(words.before), title(words.after), title(words.difference))),
      make("tbody", {}, ...rows));
  }

  function figuresOf(one, caption) {
    const tables = [figures(caption, one.before, one.after)];
    if (one.after_if_unknown_open)
      tables.push(figures(words.ifOpen, one.before_if_unknown_open, one.after_if_unknown_open));
    return tables;
  }

  function drawFigures() {
    const main = (all) => all.find((one) => one.distance_m === answer.distance_m) || all[0];
    const [before, after] = [main(answer.before), main(answer.after)];
    const gain = after.streets_covered_m - before.streets_covered_m;
    const text = say(gain ? "summary" : "summaryNow", {
      distance: metres(answer.distance_m),
      before: share(before.streets_share),
      after: share(after.streets_share),
      difference: signed(gain, length(Math.abs(gain))),
    });
    if (byId("summary").textContent !== text) byId("summary").textContent = text;
    fill(byId("figures"), ...figuresOf(answer, words.figuresCaption));
  }

  // Lists

  const shownAll = new Set();
  let isPrinting = false;

  /** A list that shows its first rows, and all when asked. */
  function list(id, rows, most, none) {
    const part = byId(id);
    if (!rows.length) return fill(part, make("p", { class: "none" }, none));
    const isWhole = isPrinting || shownAll.has(id) || rows.length <= most + 2;
    const items = rows.slice(0, isWhole ? rows.length : most).map((row) => row());
    fill(
      part, make("ul", { class: "bench-list" }, ...items),
      isWhole ? null
        : button(say("showAll", { count: rows.length }), "all", () => {
            shownAll.add(id);
            list(id, rows, most, none);
          }));
  }

  function entry(name, note, ...buttons) {
    const text = make("span", {}, make("strong", {}, name));
    if (note) text.append(make("small", {}, note));
    return make("li", {}, text, ...buttons.filter(Boolean));
  }

  function drawSteps() {
    const { add: added, remove: removed } = scenario();
    const rows = [
      ...removed.map((id) => () =>
        entry(nameOf(relay(id), id), words.removedTip,
          !isLook && button(words.putBackVerb, "back " + id, () => putBack(id), {
            "aria-label": say("putBackNamed", { name: nameOf(relay(id), id) }),
          }))),
      ...added.map((item, index) => () => {
        const name = addedName(item, index);
        const known = answer && answer.added[index];
        const notes = [words.addedTip];
        if (known && answer.added.length === added.length) {
          if (known.street && !item.candidate) notes.push(known.street);
          if (!known.attached) notes.push(words.unattached);
          if (known.state) notes.push(stateWord(known.state));
        }
        const isOpenable = !isLook && !item.candidate && known && known.state && known.state !== "open";
        return entry(name, notes.join(" · "),
          isOpenable && button(words.assumeOpen, "open " + index, () =>
            step(
              {
                ...scenario(),
                add: added.map((one, each) => (each === index ? { ...one, opening_hours: "24/7" } : one)),
              },
              say("assumedOpen", { name }))),
          !isLook && button(words.takeBackVerb, "take " + index, () => takeBack(index), {
            "aria-label": say("takeBackNamed", { name }),
          }));
      }),
    ];
    list("steps", rows, 50, words.noSteps);
    const findings = answer ? answer.findings : [];
    fill(byId("findings"), ...findings.slice(0, 10).map((one) => make("p", { class: "bad" }, one.text)));
    if (isLook) return;
    byId("undo").disabled = place === 0;
    byId("redo").disabled = place === states.length - 1;
    byId("reset").disabled = !added.length && !removed.length;
  }

  function drawGaps() {
    const row = (gap) => () => {
      const ends = [gap.from, gap.to].filter(Boolean).join(" \u2192 ");
      const changed = gap.whole ? say("wholly", { length: length(gap.changed_m) })
        : say("partly", { changed: length(gap.changed_m), length: length(gap.length_m) });
      const at = answer.changed.features.find((one) => one.properties.street === gap.street);
      return entry(
        gap.street || words.noName, [ends, changed].filter(Boolean).join(" · "),
        at && button(words.see, "see " + gap.street + ends, () => {
          const [lon, lat] = at.geometry.coordinates[0];
          canvas.look(lon, lat);
          byId("frame").scrollIntoView({ block: "nearest" });
        }, { "aria-label": say("seeNamed", { name: gap.street || words.noName }) }));
    };
    list("closed", answer.gaps_closed.map(row), 8, words.none);
    list("opened", answer.gaps_opened.map(row), 8, words.none);
    const percent = (value) => number(value * 100, 0) + "\u00a0%";
    list(
      "schools",
      answer.schools.map((one) => () =>
        entry(one.name || one.id, percent(one.share_before) + " \u2192 " + percent(one.share_after))),
      12, words.noSchools);
  }

  function matching(rows, id) {
    const wanted = folded(byId(id).value.trim()).split(/\s+/).filter(Boolean);
    if (!wanted.length) return rows;
    return rows.filter((one) => {
      const text = folded([one.name, one.sort].filter(Boolean).join(" "));
      return wanted.every((word) => text.includes(word));
    });
  }

  function drawRelays() {
    const gone = goneFrom(scenario());
    list(
      "relays",
      matching(map.relays, "relay-search").map((one) => () => {
        const notes = [one.state && stateWord(one.state), one.isApproximate && words.approximate, gone.has(one.id) && words.removedTip];
        return entry(one.name, notes.filter(Boolean).join(" · "),
          gone.has(one.id)
            ? button(words.putBackVerb, "relay " + one.id, () => putBack(one.id), {
                "aria-label": say("putBackNamed", { name: one.name }),
              })
            : button(words.remove, "relay " + one.id, () => remove(one.id), {
                "aria-label": say("removeNamed", { name: one.name }),
              }));
      }),
      10, words.nothingFound);
    const taken = new Set(scenario().add.map((one) => one.candidate));
    list(
      "candidates",
      matching(map.candidates, "candidate-search").map((one) => () => {
        const index = scenario().add.findIndex((item) => item.candidate === one.id);
        return entry(one.name, [one.sort, taken.has(one.id) && words.addedTip].filter(Boolean).join(" · "),
          taken.has(one.id)
            ? button(words.takeBackVerb, "candidate " + one.id, () => takeBack(index), {
                "aria-label": say("takeBackNamed", { name: one.name }),
              })
            : button(words.add, "candidate " + one.id, () => add({ candidate: one.id }, one.name), {
                "aria-label": say("addNamed", { name: one.name }),
              }));
      }),
      10, words.nothingFound);
  }

  let book = null;

  /** What reports say of a street or a house, of the relays of now, and where it is. */
  async function answerAddress() {
    const text = byId("address").value.trim();
    const box = byId("answer");
    box.hidden = true;
    if (!text) return;
    try {
      book ||= await ask("/api/v1/streets");
    } catch (error) {
      return fail(error);
    }
    const streets = new window.RelaisStreets(book.answers, 2);
    const found = streets.find(text);
    if (!found) {
      box.replaceChildren(make("p", {}, words.nothingFound));
      box.hidden = false;
      return;
    }
    streets.show(found, box);
    if (found.house) canvas.look(found.house.at[0] / book.scale, found.house.at[1] / book.scale);
  }

  /** Everything the page shows of what is known now. */
  function draw() {
    if (!map) return;
    drawMap();
    drawSteps();
    if (!isLook) drawRelays();
    if (!answer) return;
    drawFigures();
    drawGaps();
  }

  // The best next three

  async function bestNext() {
    const part = byId("next-list");
    try {
      const found = await ask("/api/v1/scenario/next", { body: body(scenario(), !isMain()) });
      const rows = found.next.map((one) => () =>
        entry(
          say("ranked", { rank: one.rank, name: one.name || one.id }),
          [one.kind, say("gain", { gain: length(one.gain) })].filter(Boolean).join(" · "),
          button(words.add, "next " + one.id, () => add({ candidate: one.id }, one.name || one.id), {
            "aria-label": say("addNamed", { name: one.name || one.id }),
          })));
      list("next-list", rows, 3, words.noNext);
      if (rows.length > 1)
        part.append(
          button(say("addAll", { count: rows.length }), "next all", () => {
            const known = new Set(scenario().add.map((one) => one.candidate));
            const fresh = found.next.filter((one) => !known.has(one.id)).map((one) => ({ candidate: one.id }));
            if (!fresh.length) return;
            step({ ...scenario(), add: [...scenario().add, ...fresh] }, say("addedAll", { count: fresh.length }));
          }));
      complain("");
      tell(words.nextFound);
    } catch (error) {
      fail(error);
    }
  }

  function fail(error) {
    if (error.status === 401) return signIn();
    complain([error.message, error.detail].filter(Boolean).join(" "));
  }

  // Scenarios that are kept

  const asState = (one) => ({ add: one.add || [], remove: one.remove || [] });

  async function loadKept() {
    if (!data.keeps) return;
    try {
      kept = (await ask("/api/v1/scenarios")).scenarios;
      drawKept();
    } catch (error) {
      fail(error);
    }
  }

  function open(one) {
    const asked = one.scenario || {};
    if (asked.at) question = { ...question, time: "at", at: asked.at };
    else question = { ...question, time: asked.window || "", at: "" };
    question.distance = String(asked.distance_m || data.distances[0]);
    showQuestion();
    step(asState(asked), say("openedNow", { name: one.name }));
  }

  async function copy(link) {
    const whole = new URL(link, location.href).href;
    try {
      await navigator.clipboard.writeText(whole);
      tell(words.copied);
    } catch {
      tell(say("copyThis", { link: whole }));
    }
  }

  async function forget(one) {
    if (!confirm(say("forgetNamed", { name: one.name }))) return;
    try {
      await ask("/api/v1/scenarios/" + one.number, { method: "DELETE" });
      tell(say("forgotten", { name: one.name }));
      byId("kept-heading").focus();
    } catch (error) {
      return fail(error);
    }
    loadKept();
  }

  function drawKept() {
    list(
      "kept",
      kept.map((one) => () =>
        entry(
          one.name, one.account,
          button(words.open, "open " + one.number, () => open(one), { "aria-label": say("openNamed", { name: one.name }) }),
          one.link && make("a", { href: one.link, class: "button" }, words.look),
          one.link && button(words.copy, "copy " + one.number, () => copy(one.link), {
            "aria-label": say("copyNamed", { name: one.name }),
          }),
          button(words.forget, "forget " + one.number, () => forget(one), {
            "aria-label": say("forgetLabel", { name: one.name }),
          }))),
      20, words.noneKept);
    for (const id of ["one", "other"]) {
      const choice = byId(id);
      const chosen = choice.value;
      choice.replaceChildren(
        make("option", { value: "" }, words.current),
        ...kept.map((one) => make("option", { value: one.number }, one.name)));
      if ([...choice.options].some((option) => option.value === chosen)) choice.value = chosen;
    }
  }

  /** What was compared holds for the scenario and the question of then. */
  function endComparison() {
    compared = null;
    if (data.keeps) fill(byId("compared"));
  }

  async function compare() {
    const sides = ["one", "other"].map((id) => {
      const own = kept.find((one) => String(one.number) === byId(id).value);
      return { isKept: Boolean(own), name: own ? own.name : words.current, state: own ? asState(own.scenario || {}) : scenario() };
    });
    try {
      const answers = await Promise.all(sides.map((side) => answerTo(side.state)));
      endComparison();
      const show = (index) => {
        compared = index === null ? null : { ...sides[index], answer: answers[index] };
        drawMap();
        for (const each of byId("compared").querySelectorAll("[data-show]"))
          each.setAttribute("aria-pressed", String(each.dataset.show === String(index)));
        tell(compared ? say("mapShows", { name: compared.name }) : say("mapShows", { name: words.current }));
      };
      fill(
        byId("compared"),
        make("div", { class: "bench-pair" },
          ...sides.map((side, index) => make("div", {}, ...figuresOf(answers[index], side.name)))),
        make("p", { class: "bench-tools" },
          ...[0, 1, null].filter((index) => index !== null || sides.every((side) => side.isKept)).map((index) =>
            button(say("show", { name: index === null ? words.current : sides[index].name }), "show " + index,
              () => show(index), { "data-show": String(index), "aria-pressed": String(index === null) }))));
      complain("");
      tell(words.compared);
    } catch (error) {
      fail(error);
    }
  }

  // Hands on the page

  function showQuestion() {
    const distance = byId("distance");
    const isKnown = data.distances.includes(question.distance);
    distance.value = isKnown ? question.distance : "";
    byId("free").value = isKnown ? "" : question.distance;
    byId("free-field").hidden = isKnown;
    byId("time").value = question.time;
    if (byId("time").selectedIndex < 0) byId("time").value = question.time = "";
    byId("at").value = question.at;
    byId("at-field").hidden = question.time !== "at";
  }

  function takeQuestion() {
    const distance = byId("distance").value || byId("free").value;
    byId("free-field").hidden = byId("distance").value !== "";
    question.time = byId("time").value;
    question.at = byId("at").value;
    byId("at-field").hidden = question.time !== "at";
    const wanted = Number(distance);
    if (!distance || !(wanted >= 1 && wanted <= 5000)) return byId("free").focus();
    if (question.time === "at" && !question.at) return byId("at").focus();
    question.distance = String(wanted);
    save();
    fill(byId("next-list"));
    endComparison();
    update();
  }

  /** Paper has whole lists, and says of when and what it is. */
  function onPaper(isPaper) {
    isPrinting = isPaper;
    const time = byId("time");
    byId("paper").textContent = [
      data.town, new Date().toLocaleDateString(data.lang, { dateStyle: "long" }), metres(Number(question.distance)),
      question.time === "at" ? question.at.replace("T", " ") : time && time.selectedOptions[0].text,
    ].filter(Boolean).join(" · ");
    if (map && answer) drawGaps();
  }

  let changes = null;

  /** Hears of changes while the page is looked at: a browser has few lines, and each hidden page would hold one. */
  function listen(isBroken = false) {
    if (document.hidden || changes) return;
    const own = (changes = new EventSource("/api/v1/changes"));
    const renew = async () => {
      revision++;
      if (await update())
        tell(say("updated", { time: new Date().toLocaleTimeString(data.lang, { hour: "2-digit", minute: "2-digit" }) }));
    };
    own.addEventListener("coverage", () => {
      book = null;
      renew();
    });
    // What happened while nobody listened is not told again.
    own.addEventListener("open", () => {
      if (isBroken) renew();
      isBroken = false;
    });
    own.addEventListener("error", () => {
      isBroken = true;
      if (own.readyState !== EventSource.CLOSED) return;
      if (changes === own) changes = null;
      setTimeout(async () => {
        try {
          await ask("/api/v1/coverage");
        } catch (error) {
          if (error.status === 401)
            return complain(words.sessionEnded, make("a", { href: "/signin?to=/bench" }, words.signIn));
        }
        listen(true);
      }, 5000);
    });
  }

  function begin() {
    for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;
    byId("print").addEventListener("click", () => print());
    addEventListener("beforeprint", () => onPaper(true));
    addEventListener("afterprint", () => onPaper(false));
    if (isLook) {
      const asked = data.scenario || {};
      states = [asState(asked)];
      if (asked.at) question = { ...question, time: "at", at: asked.at };
      else if (asked.window) question.time = asked.window;
      if (asked.distance_m) question.distance = String(asked.distance_m);
      update();
      document.addEventListener("visibilitychange", () => {
        if (document.hidden) return;
        revision++;
        update();
      });
      return;
    }
    restore();
    showQuestion();
    for (const id of ["distance", "free", "time", "at"]) byId(id).addEventListener("change", takeQuestion);
    byId("address").addEventListener("change", answerAddress);
    byId("undo").addEventListener("click", () => go(-1));
    byId("redo").addEventListener("click", () => go(1));
    byId("reset").addEventListener("click", () => step(empty, words.cleared));
    byId("next").addEventListener("click", bestNext);
    for (const id of ["relay-search", "candidate-search"])
      byId(id).addEventListener("input", () => map && drawRelays());
    page.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.matches("input, select, textarea")) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      go(key === "y" || event.shiftKey ? 1 : -1);
    });
    if (data.keeps) {
      byId("keep").addEventListener("submit", async (event) => {
        event.preventDefault();
        const name = byId("name").value.trim();
        if (!name) return byId("name").focus();
        try {
          await ask("/api/v1/scenarios", { body: { name, scenario: body(scenario(), !isMain()) } });
          byId("name").value = "";
          tell(say("keptNow", { name }));
          complain("");
        } catch (error) {
          return fail(error);
        }
        loadKept();
      });
      byId("compare").addEventListener("submit", (event) => {
        event.preventDefault();
        compare();
      });
      loadKept();
    }
    update();
    listen();
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) return listen(true);
      changes?.close();
      changes = null;
    });
  }

  begin();
})();
