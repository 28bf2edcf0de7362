#!/usr/bin/env python3
"""Walks a round on the page a desk serves: answers with the network cut, reload, and the sending afterwards.

usage: check_round.py ADDRESS NAME PASSWORD

Prints one line for each defect and ends with 1 if there is any, with 3 if the tools are missing.
"""

import shutil
import sys

try:
    from playwright.sync_api import sync_playwright
except ImportError as missing:
    print(f"check_round: {missing.name} is not installed", file=sys.stderr)
    sys.exit(3)

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if not CHROMIUM:
    print("check_round: no browser is installed", file=sys.stderr)
    sys.exit(3)

defects = 0


def expect(condition, text):
    global defects
    if not condition:
        defects += 1
        print(text)


def door(page):
    return page.get_by_role("button", name="Oui", exact=True).first


def main(base, name, password):
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR")
        page = context.new_page()
        page.set_default_timeout(120_000)
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(base + "/signin")
        page.fill("#f-name", name)
        page.fill("#f-password", password)
        page.click("main button")
        page.wait_for_url("**/street")
        door(page).wait_for()
        # Kept by the browser for where there is no network.
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        door(page).wait_for()
        context.set_offline(True)
        page.reload()
        door(page).wait_for()
        door(page).click()
        expect("sur ce téléphone" in page.inner_text("body"), "an answer without a network is said to be on the telephone")
        page.reload()
        door(page).wait_for()
        expect("sur ce téléphone" in page.inner_text("body"), "it is still there after a reload without a network")
        context.set_offline(False)
        page.reload()
        door(page).wait_for()
        try:
            page.get_by_text("accepté").first.wait_for(timeout=60_000)
        except Exception:
            expect(False, "with the network back the answer is sent and accepted: " + page.inner_text("body")[:300])
        expect(not errors, f"script errors: {errors}")
        stored = page.evaluate("JSON.stringify(Object.assign({}, localStorage))")
        expect("03 83" not in stored and "@" not in stored, "no contact is kept on the telephone")
        browser.close()
    print(f"{defects} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
