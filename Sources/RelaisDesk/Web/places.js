// Places on the map of streets: what a list or a round would put there, told apart by whether a person should look.
"use strict";

(() => {
  const source = document.getElementById("places-data");
  if (!source) return;
  const data = JSON.parse(source.textContent);
  const frame = document.getElementById("places-frame");
  for (const part of document.querySelectorAll("[data-needs-places]")) part.hidden = false;
  const canvas = new window.BenchMap(frame, {
    pick: (hit) => hit && hit.href && location.assign(hit.href),
    move: null,
    tip: (hit, street) => (hit ? [hit.name, hit.note].filter(Boolean).join(" · ") : street.name || ""),
  });
  fetch("/api/v1/map")
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
    .then((map) => {
      canvas.load(map);
      canvas.show(data.places, []);
      const [first] = data.places;
      if (data.places.length === 1) canvas.look(first.lon, first.lat);
    })
    .catch(() => {
      document.getElementById("places-said").textContent = data.offline;
    });
})();
