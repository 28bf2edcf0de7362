(function () {
"use strict";
var words = JSON.parse(document.getElementById("data").textContent);
var field = document.getElementById("commune"), said = document.getElementById("said");
var rows = Array.prototype.slice.call(document.querySelectorAll("#ranking tbody tr"));
var shapes = {};
document.querySelectorAll(".land [data-code]").forEach(function (shape) { shapes[shape.dataset.code] = shape; });
function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").replace(/[^a-z0-9]+/g, " ").trim();
}
var keys = rows.map(function (row) {
  var code = row.cells[2].textContent.trim();
  return { row: row, code: code, text: " " + fold(row.cells[1].textContent) + " " + code.toLowerCase() };
});

// Words that begin as what is asked, in any order, keep a row and mark its shape.
function look() {
  var asked = fold(field.value).split(" ").filter(Boolean), count = 0;
  keys.forEach(function (key) {
    var fits = asked.every(function (word) { return key.text.indexOf(" " + word) >= 0; });
    key.row.hidden = !fits;
    if (fits) count += 1;
    var shape = shapes[key.code];
    if (shape) shape.classList.toggle("on", fits && asked.length > 0);
  });
  said.textContent = !asked.length ? "" : count ? words.found.replace("{count}", count) : words.none;
}
document.getElementById("find").hidden = false;
field.addEventListener("input", look);

// A commune that is pointed at on the map is shown in the table.
document.querySelector(".land svg").addEventListener("click", function (event) {
  var code = event.target.dataset && event.target.dataset.code;
  if (!code) return;
  field.value = code;
  look();
  document.getElementById("communes").scrollIntoView();
});
}());
