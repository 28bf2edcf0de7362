(function () {
"use strict";
var key = "relais " + document.title, kept = {};
var boxes = Array.prototype.slice.call(document.querySelectorAll("[data-tick]"));
try { kept = JSON.parse(localStorage.getItem(key)) || {}; } catch (error) { return; }
boxes.forEach(function (box) {
  box.checked = kept[box.dataset.tick] === 1;
  box.addEventListener("change", function () {
    kept = {};
    boxes.forEach(function (other) { if (other.checked) kept[other.dataset.tick] = 1; });
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch (error) { /* full, or forbidden */ }
  });
});
})();