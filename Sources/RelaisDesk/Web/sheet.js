// The sheet of an establishment: its pin on the map, and its hours day by day.
"use strict";

(() => {
  const source = document.getElementById("sheet-data");
  if (!source) return;
  const data = JSON.parse(source.textContent);
  const words = data.words;
  const byId = (id) => document.getElementById(id);
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;

  const length = (metres) =>
    metres < 1000
      ? metres.toLocaleString(data.lang, { maximumFractionDigits: 0 }) + "\u00a0m"
      : (metres / 1000).toLocaleString(data.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) + "\u00a0km";

  async function ask(path, body) {
    const answer = await fetch(path + (path.includes("?") ? "&" : "?") + "lang=" + data.lang, {
      method: body ? "POST" : "GET",
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  // The pin

  const field = byId("f-position");
  let map = null;
  let changed = [];

  /** Longitude, latitude, as the field has them; null for none. */
  function pinned() {
    const parts = field.value.trim().split(/[\s,;]+/).map(Number);
    return parts.length === 2 && parts.every(Number.isFinite) ? { lon: parts[0], lat: parts[1] } : null;
  }

  const canvas = new window.BenchMap(byId("sheet-frame"), {
    pick: (_, to) => put(to),
    move: (_, to) => put(to),
    movable: (hit) => hit.kind === "added",
    tip: (hit, street) =>
      hit
        ? [hit.name, words[hit.kind === "added" ? "pin" : hit.kind + "Tip"]].filter(Boolean).join(" · ")
        : [street.name || words.noName, street.isCovered ? words.covered : words.uncovered].join(" · "),
  });

  function draw() {
    if (!map) return;
    const pin = pinned();
    canvas.show(
      [...map, ...(pin ? [{ kind: "added", id: data.id, name: data.name, ...pin }] : [])], changed);
  }

  function put(to) {
    field.value = to.lon + " " + to.lat;
    document.querySelector("input[name=moved]").value = "1";
    byId("sheet-said").textContent = words.pinned;
    changed = [];
    draw();
    near(to);
  }

  /** The address follows the pin where somebody asks for it. */
  async function near({ lon, lat }) {
    const line = byId("sheet-near");
    line.textContent = "";
    const found = await ask(`/desk/place?lon=${lon}&lat=${lat}`).catch(() => null);
    const pin = pinned();
    if (!found || !pin || pin.lon !== lon || pin.lat !== lat) return;
    if (!found.address) {
      line.textContent = words.noAddress;
      return;
    }
    const address = [found.address, found.postcode, found.city].filter(Boolean).join(" ");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = words.take;
    button.addEventListener("click", () => {
      for (const name of ["address", "postcode", "city"]) byId("f-" + name).value = found[name] || "";
      byId("sheet-said").textContent = words.taken;
    });
    line.append(say("near", { address, away: found.away }), " ", button);
  }

  field.addEventListener("change", () => {
    document.querySelector("input[name=moved]").value = "";
    changed = [];
    draw();
    const pin = pinned();
    if (pin && map) canvas.look(pin.lon, pin.lat);
  });

  /** What would be lost without it, or won with it. */
  async function figure() {
    const isRelay = data.state === "adherent";
    const pin = pinned();
    if (!pin || (!isRelay && data.state === "suspended")) return;
    const scenario = isRelay ? { remove: [data.id] } : { add: [pin] };
    const answer = await ask("/api/v1/scenario", scenario).catch(() => null);
    if (!answer) return;
    const [before, after] = [answer.before[0], answer.after[0]];
    const by = Math.abs(after.streets_covered_m - before.streets_covered_m);
    const key = by ? (isRelay ? "wouldLose" : "wouldGain") : isRelay ? "losesNothing" : "gainsNothing";
    byId("sheet-figure").textContent = say(key, {
      length: length(by), distance: length(before.distance_m),
    });
    changed = answer.changed.features;
    draw();
  }

  async function open() {
    try {
      const raw = await ask("/api/v1/map");
      const at = (x, y) => ({ lon: x / raw.scale, lat: y / raw.scale });
      map = [
        ...raw.schools.map(([id, name, x, y]) => ({ kind: "school", id, name, ...at(x, y) })),
        ...raw.relays
          .filter(([id]) => id !== data.id)
          .map(([id, name, x, y, , state]) => ({ kind: "relay", id, name: name || id, state, ...at(x, y) })),
      ];
      canvas.load(raw);
      draw();
      const pin = pinned();
      if (pin) canvas.look(pin.lon, pin.lat);
      await figure();
    } catch {
      byId("sheet-said").textContent = words.offline;
    }
  }

  // The hours

  const hours = byId("f-opening_hours");
  const rows = [...document.querySelectorAll("[data-day]")];
  let asked = 0;

  /** `09:00-12:30,14:00-19:00` of what somebody typed; `off` for closed, null for what cannot be read. */
  function times(text) {
    const folded = text.trim().toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    if (!folded) return "";
    if (["off", "ferme", "fermee", "closed", "-"].includes(folded)) return "off";
    const clock = String.raw`(\d{1,2})\s*(?:h|:|\.)?\s*(\d{2})?`;
    const stretch = new RegExp(String.raw`^[\s,;/&]*(?:et\s+|and\s+|de\s+|from\s+)?${clock}\s*(?:-|–|—|a|to)\s*${clock}`);
    const found = [];
    let rest = folded;
    while (rest.trim()) {
      const match = stretch.exec(rest);
      if (!match) return null;
      const [, fromHour, fromMinute = "00", toHour, toMinute = "00"] = match;
      if (Number(fromHour) > 24 || Number(toHour) > 24 || Number(fromMinute) > 59 || Number(toMinute) > 59) return null;
      const two = (part) => part.padStart(2, "0");
      found.push(`${two(fromHour)}:${fromMinute}-${two(toHour)}:${toMinute}`);
      rest = rest.slice(match[0].length);
    }
    return found.join(",");
  }

  /** Days that follow one another and have the same hours are told together. */
  function compose() {
    const read = rows.map((row) => ({ day: row.dataset.day, times: times(row.value) }));
    const bad = rows.filter((_, index) => read[index].times === null);
    rows.forEach((row) => row.setAttribute("aria-invalid", String(bad.includes(row))));
    byId("hours-problem").textContent = bad.length
      ? say("unread", { days: bad.map((row) => row.labels[0].textContent).join(", ") })
      : "";
    if (bad.length) return;
    const week = read.slice(0, 7);
    const parts = [];
    for (let first = 0; first < week.length; ) {
      let last = first;
      while (last + 1 < week.length && week[last + 1].times === week[first].times) last++;
      const days = last > first ? week[first].day + "-" + week[last].day : week[first].day;
      parts.push({ days, times: week[first].times });
      first = last + 1;
    }
    const isEmpty = read.every((row) => !row.times);
    const said = parts.filter((part) => part.times).map((part) => part.days + " " + part.times);
    const unsaid = parts.filter((part) => !part.times).map((part) => part.days);
    if (unsaid.length) said.push(unsaid.join(",") + " unknown");
    if (read[7].times) said.push("PH " + read[7].times);
    hours.value = isEmpty ? "" : said.join("; ");
    understand(false);
  }

  function fill(texts) {
    rows.forEach((row, index) => {
      row.disabled = !texts;
      row.value = texts ? texts[index] : "";
      row.removeAttribute("aria-invalid");
    });
    byId("hours-problem").textContent = texts ? "" : words.notRows;
  }

  /** What the program understands of the field, below it. */
  async function understand(fills) {
    const number = ++asked;
    const found = await ask("/desk/hours?value=" + encodeURIComponent(hours.value)).catch(() => null);
    if (!found || number !== asked) return;
    if (found.understood) byId("h-opening_hours").textContent = found.understood;
    if (fills) fill(found.rows);
  }

  fill(data.rows);
  for (const row of rows) row.addEventListener("change", compose);
  hours.addEventListener("change", () => understand(true));
  open();
})();
