// Tables that sort by a column, and long ones that show the rows with some words. Without it they are plain tables.
(function () {
"use strict";
var lang = document.documentElement.lang || "fr", collator = new Intl.Collator(lang, { numeric: true });
var point = (1.5).toLocaleString(lang).charAt(1), FEWEST = 5;
function fold(text) { return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }
// What a cell says, without the details under it.
function text(cell) { return cell && cell.firstChild ? cell.firstChild.textContent.trim() : ""; }
function number(cell) {
  var digits = text(cell).replace("−", "-").split("").filter(function (one) { return /[-\d]/.test(one) || one === point; }).join("");
  return digits ? parseFloat(digits.replace(point, ".")) : NaN;
}
function sorted(rows, column, isNumber, sign) {
  return rows.map(function (row) {
    var cell = row.cells[column];
    return { row: row, value: isNumber ? number(cell) : text(cell) };
  }).sort(function (a, b) {
    if (!isNumber) return sign * collator.compare(a.value, b.value);
    // What is no number comes last, whichever way.
    if (isNaN(a.value) || isNaN(b.value)) return isNaN(a.value) - isNaN(b.value);
    return sign * (a.value - b.value);
  }).map(function (one) { return one.row; });
}
function sorts(table) {
  var body = table.tBodies[0], given = Array.from(body.rows), heads = Array.from(table.tHead.rows[0].cells);
  heads.forEach(function (head, column) {
    var isNumber = head.classList.contains("num"), button = document.createElement("button"), first = isNumber ? "descending" : "ascending";
    if (!head.textContent.trim()) return;
    button.type = "button"; button.className = "sort";
    while (head.firstChild) button.append(head.firstChild);
    head.append(button);
    button.addEventListener("click", function () {
      var was = head.getAttribute("aria-sort"), now = !was ? first : was === first ? (isNumber ? "ascending" : "descending") : "";
      heads.forEach(function (one) { one.removeAttribute("aria-sort"); });
      if (now) head.setAttribute("aria-sort", now);
      body.append.apply(body, now ? sorted(given, column, isNumber, now === "ascending" ? 1 : -1) : given);
    });
  });
}
function filters(table) {
  var label = document.createElement("label"), input = document.createElement("input"), said = document.createElement("span");
  var box = table.closest(".scroll") || table, rows = Array.from(table.tBodies[0].rows), wait = 0;
  label.className = "filter"; said.className = "found-rows"; said.setAttribute("role", "status");
  input.type = "search"; input.autocomplete = "off";
  label.append(table.dataset.filter, " ", input);
  box.parentNode.insertBefore(label, box);
  label.after(said);
  input.addEventListener("input", function () {
    clearTimeout(wait);
    wait = setTimeout(function () {
      var words = fold(input.value).split(/\s+/).filter(Boolean), count = 0;
      rows.forEach(function (row) {
        var own = fold(row.textContent), isIn = words.every(function (word) { return own.indexOf(word) >= 0; });
        row.classList.toggle("out", !isIn);
        if (isIn) count++;
      });
      said.textContent = words.length ? table.dataset.found.replace("{count}", count) : "";
    }, 120);
  });
}
document.querySelectorAll("table").forEach(function (table) {
  if (!table.tHead || !table.tBodies[0] || table.tBodies[0].rows.length < FEWEST) return;
  sorts(table);
  if (table.dataset.filter) filters(table);
});
})();
