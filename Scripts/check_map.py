#!/usr/bin/env python3
"""Uses the maps of pages as their readers do: by mouse, by keyboard, by a link to a view, without scripts.

usage: check_map.py COUNCIL.html SCHOOL.html PUBLIC.html

The pages are those of a town with districts' streets, scenery and two walking distances. Needs Chromium and, from PyPI,
axe-playwright-python; `Scripts/setup tests` makes `.build/page-tools/bin/python` that has it.

Prints one line for each defect and the count of checks; ends with 1 if there is any defect, with 3 if the tools are missing.
"""

import math
import pathlib
import statistics
import sys

from browser import launched, sync_playwright

# How many points of the canvas have another colour than the one in the corner.
INKED = """selector => {
  const canvas = document.querySelector(selector), c = canvas.getContext('2d');
  const d = c.getImageData(0, 0, canvas.width, canvas.height).data;
  let n = 0;
  for (let i = 4; i < d.length; i += 4) if (d[i] !== d[0] || d[i + 1] !== d[1] || d[i + 2] !== d[2]) n++;
  return n / (d.length / 4);
}"""

checks = 0
defects = 0


def check(is_so, text):
    global checks, defects
    checks += 1
    if not is_so:
        defects += 1
        print(text)


class Page:
    """A page, open."""

    def __init__(self, browser, path, fragment="", **context):
        self.path = path
        self.context = browser.new_context(
            viewport={"width": 1280, "height": 900}, reduced_motion="reduce", **context)
        self.page = self.context.new_page()
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda line: line.type == "error" and self.errors.append(line.text))
        self.page.goto(path.as_uri() + fragment)

    def rest(self):
        self.page.wait_for_timeout(100)
        self.page.wait_for_selector("[aria-busy=false] canvas", timeout=30_000)

    @property
    def address(self):
        return self.page.evaluate("location.hash")

    def view(self):
        parts = self.address.removeprefix("#map=").split("/")
        return [float(part) for part in parts[:3]]

    def close(self):
        check(not self.errors, f"{self.path.name}: {self.errors[:2]}")
        self.context.close()


def drag(page, frame):
    """Drags to and fro; gives the milliseconds between pictures."""
    box = page.query_selector(frame).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.evaluate("""() => { window.between = []; let last = 0;
      const next = t => { if (last) window.between.push(t - last); last = t; requestAnimationFrame(next); };
      requestAnimationFrame(next); }""")
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(40):
        page.mouse.move(x - 3 * step, y + 40 * math.sin(step / 6))
    page.mouse.up()
    return page.evaluate("window.between")


def moves(browser, path, frame):
    """Mouse, keys and the view's address on any page with a map."""
    one = Page(browser, path)
    one.rest()
    name = path.name
    check(one.address == "", f"{name}: an address before anybody moved the map")
    check(one.page.evaluate(INKED, frame + " canvas") > 0.02, f"{name}: the map is blank")
    one.page.click("[data-do=in], #zoom-in")
    one.page.click("[data-do=in], #zoom-in")
    one.rest()
    before = one.view()
    check(len(before) == 3 and 12 < before[0] < 20, f"{name}: the address is {one.address}")
    between = drag(one.page, frame)
    one.rest()
    after = one.view()
    # Dragged to the west the map shows what lies east.
    check(after[2] > before[2] and after[0] == before[0], f"{name}: dragged from {before} to {after}")
    check(statistics.median(between) < 50, f"{name}: {statistics.median(between):.0f} ms between pictures of a drag")
    one.page.focus(frame)
    one.page.keyboard.press("ArrowUp")
    one.rest()
    check(one.view()[1] > after[1], f"{name}: the arrow up does not go north")
    one.page.keyboard.press("+")
    one.rest()
    kept = one.view()
    check(kept[0] > after[0], f"{name}: + does not enlarge")
    address = one.address
    one.close()
    again = Page(browser, path, address)
    again.rest()
    check(again.address == address, f"{name}: {address} came back as {again.address}")
    again.page.focus(frame)
    again.page.keyboard.press("0")
    again.rest()
    check(again.view()[0] < kept[0] - 1, f"{name}: 0 does not show the whole")
    again.close()


def council(browser, path):
    one = Page(browser, path)
    one.rest()
    page = one.page
    data = "JSON.parse(document.getElementById('map-data').textContent)"
    kinds = page.evaluate(f"{data}.scenery.areas.map(one => one.kind)")
    check({"green", "water", "building"} <= set(kinds), f"scenery: {kinds}")
    check(page.evaluate(f"{data}.scenery.lines.some(one => one.kind === 'railway')"), "no railway")
    # What lies under the streets can be hidden, like all that the legend names.
    before = page.evaluate(INKED, ".map-frame canvas")
    page.click(".legend li[data-style=scenery] input")
    one.rest()
    check(page.evaluate(INKED, ".map-frame canvas") != before, "hiding the scenery changes nothing")
    # Another distance is part of the address.
    page.select_option(".map-tools select", index=1)
    one.rest()
    address = one.address
    check("/view-" in address, f"the address does not tell the distance: {address}")
    shown = page.inner_text(".map-shown")
    # A street that is found is told whole, beside the box.
    page.fill(".map-tools input", "rue haute")
    page.dispatch_event(".map-tools input", "change")
    one.rest()
    told = page.inner_text(".map-answer")
    check(told.startswith("Rue Haute") and told.count("couvert") >= 1, told)
    # A house by its number, whose street alone would not tell its distance.
    house = page.evaluate(f"""(() => {{ const a = {data}.answers, row = a.houses[0];
      return row[1].split('|')[0] + ' ' + a.names[a.streets[row[0]][0]]; }})()""")
    page.fill(".map-tools input", house.lower())
    page.dispatch_event(".map-tools input", "change")
    one.rest()
    told = page.inner_text(".map-answer")
    check(told.startswith(house + "\u00a0:"), f"{house}: {told}")
    page.fill(".map-tools input", "nulle part")
    page.dispatch_event(".map-tools input", "change")
    check(not page.is_visible(".map-answer"), "an answer to what is not found")
    # Tables sort by keyboard and say how.
    head = "#first-gaps thead th:nth-child(3)"
    page.focus(head + " button")
    page.keyboard.press("Enter")
    check(page.get_attribute(head, "aria-sort") == "descending", "no column says how it is sorted")
    lengths = page.eval_on_selector_all(
      "#first-gaps tbody td:nth-child(3)", "cells => cells.map(c => parseInt(c.textContent.replace(/\\D/g, '')))")
    check(lengths == sorted(lengths, reverse=True), f"not sorted: {lengths}")
    check(page.query_selector("nav.contents a[href='#gaps']") is not None, "no list of contents")
    page.focus(".map-frame")
    page.keyboard.press("n")
    one.rest()
    check(page.query_selector("tr[aria-current]") is not None, "N marks no row")
    page.keyboard.press("Enter")
    check(len(page.inner_text(".map-info")) > 20, "Enter tells nothing")
    one.close()
    again = Page(browser, path, address)
    again.rest()
    check(again.page.inner_text(".map-shown") == shown, "the distance of the address is not shown")
    again.close()


def without_scripts(browser, path, frame):
    one = Page(browser, path, java_script_enabled=False)
    box = one.page.query_selector(frame + " > svg").bounding_box()
    check(box is not None and box["width"] > 200, f"{path.name}: no picture without scripts")
    one.close()
    paper = Page(browser, path)
    paper.rest()
    paper.page.emulate_media(media="print")
    box = paper.page.query_selector(frame + " > svg").bounding_box()
    check(box is not None and box["width"] > 200, f"{path.name}: no picture on paper")
    paper.close()


def main(council_page, school_page, public_page):
    with sync_playwright() as tools:
        browser = launched(tools)
        for path, frame in ((council_page, ".map-frame"), (school_page, ".map-frame"), (public_page, ".town")):
            moves(browser, path, frame)
            without_scripts(browser, path, frame)
        council(browser, council_page)
        browser.close()
    print(f"{checks} checks, {defects} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*(pathlib.Path(name).resolve() for name in sys.argv[1:])))
