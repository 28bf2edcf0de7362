// Keeps the round on the telephone: the newest page while there is a network, else the one taken last.
"use strict";

const CACHE = "relais-street-1";
const PAGE = "/street";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([PAGE, "/street/manifest.json", "/web/icon.svg", "/web/streetsend.js"]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

async function newest(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    // Where somebody has to sign in again, the round stays.
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone());
    else if (answer.redirected || answer.status >= 500) return (await cache.match(request, { ignoreSearch: true })) || answer;
    return answer;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  const isOurs = path === PAGE || path === "/street/manifest.json" || path === "/web/icon.svg" || path === "/web/streetsend.js";
  if (event.request.method === "GET" && isOurs) event.respondWith(newest(event.request));
});
