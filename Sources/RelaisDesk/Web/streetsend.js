// The round where it has a server: answers are sent when there is a network, and the page is kept for where there is none.
"use strict";

/** Sends a `relais.answers/1`; a promise of what became of each. */
window.relaisSend = async (answers) => {
  const answer = await fetch("/api/v1/answers", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(answers),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

if ("serviceWorker" in navigator) {
  // Without it the page works as long as it stays open.
  navigator.serviceWorker.register("/street/worker.js", { scope: "/street" }).catch(() => {});
}
