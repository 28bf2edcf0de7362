// What every page of the desk does where scripts run: suggestions as somebody types, and news of changes.
"use strict";

/** Suggestions under a search field, by the keyboard too. */
function suggest(input) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = "suggestions";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let asked = 0;
  let chosen = -1;

  function choose(index) {
    chosen = index;
    [...list.children].forEach((item, place) => {
      item.setAttribute("aria-selected", String(place === index));
    });
    const item = list.children[index];
    if (item) input.setAttribute("aria-activedescendant", item.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  async function ask() {
    const number = ++asked;
    const text = input.value.trim();
    if (text.length < 2) return close();
    const answer = await fetch(input.dataset.search + "?q=" + encodeURIComponent(text));
    if (!answer.ok || number !== asked) return;
    const found = await answer.json();
    list.replaceChildren(
      ...found.map((one, index) => {
        const item = document.createElement("li");
        item.id = "suggestion-" + index;
        item.setAttribute("role", "option");
        const link = document.createElement("a");
        link.href = one.path;
        link.tabIndex = -1;
        link.textContent = one.name;
        const note = document.createElement("small");
        note.textContent = [one.state, one.street].filter(Boolean).join(" · ");
        item.append(link, " ", note);
        return item;
      }),
    );
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    choose(-1);
  }

  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape") close();
    if (count === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose((chosen + (event.key === "ArrowDown" ? 1 : count)) % count);
    }
    if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      list.children[chosen].querySelector("a").click();
    }
  });
  input.addEventListener("blur", () => setTimeout(close, 200));
}

for (const input of document.querySelectorAll("input[data-search]")) suggest(input);
