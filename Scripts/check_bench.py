#!/usr/bin/env python3
"""Uses the bench of `relais serve` as the council does: by mouse, by keyboard, on a telephone, by its link.

usage: check_bench.py ADDRESS PASSWORD

ADDRESS is that of a server with accounts `council` and `agent`, both with that password, whose town has relays in its
registry, candidates and uncovered streets. Needs Chromium and, from PyPI, axe-playwright-python; `Scripts/setup tests`
makes `.build/page-tools/bin/python` that has it.

Prints one line for each defect and the count of checks; ends with 1 if there is any defect, with 3 if the tools are missing.
"""

import sys

from browser import launched, sync_playwright, violations

FIGURES = "[...document.querySelectorAll('#bench-figures [data-figure=%s] data:first-child')].map(e => Number(e.value))"
STATE = "(() => { const kept = JSON.parse(sessionStorage.getItem('relais.bench')); return kept.states[kept.place]; })()"

checks = 0
defects = 0


def check(is_so, text):
    global checks, defects
    checks += 1
    if not is_so:
        defects += 1
        print(text)


class Bench:
    """A page of the bench, open."""

    def __init__(self, browser, address, password, **context):
        self.address = address
        self.password = password
        self.context = browser.new_context(locale="fr-FR", reduced_motion="reduce", **context)
        self.page = self.context.new_page()
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda line: line.type == "error" and self.errors.append(line.text))
        self.page.on("dialog", lambda dialog: dialog.accept())

    def sign_in(self, name):
        self.page.fill("#f-name", name)
        self.page.fill("#f-password", self.password)
        self.page.click("main button")
        self.settle()

    def open(self, path):
        self.page.goto(self.address + path)
        return self

    def settle(self):
        self.page.wait_for_timeout(100)
        self.page.wait_for_selector("#bench[aria-busy=false]", timeout=60_000)

    def figures(self, name):
        return self.page.evaluate(FIGURES % name)

    def text(self, name):
        return self.page.inner_text("#bench-" + name)

    def press(self, name):
        self.page.click("#bench-" + name)
        self.settle()

    def state(self):
        return self.page.evaluate(STATE)

    def find(self, word):
        """Where on the map the words beside the pointer end in this one."""
        box = self.page.query_selector("#bench-frame canvas").bounding_box()
        for down in range(1, 24):
            for along in range(1, 30):
                x, y = box["x"] + box["width"] * along / 30, box["y"] + box["height"] * down / 24
                self.page.mouse.move(x, y)
                self.page.wait_for_timeout(25)
                tip = self.page.query_selector(".bench-tip:not([hidden])")
                if tip and tip.inner_text().split(" · ")[-1] == word:
                    return x, y
        raise SystemExit(f"nothing on the map is « {word} »")

    def accessible(self, name):
        for violation in violations(self.page):
            check(False, f"{name}: {violation}")
        check(True, name)

    def fits(self, name):
        over = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        check(over <= 0, f"{name}: {over} px wider than the screen")


def metres(budgets):
    return [one["streets_covered_m"] for one in budgets]


def by_hand(bench):
    """A click adds a relay; the figures are those of the interface; undo and redo; dragging; the best three."""
    before = bench.figures("before")
    x, y = bench.find("non couvert")
    bench.page.mouse.click(x, y)
    bench.settle()
    state = bench.state()
    check(len(state["add"]) == 1 and "lon" in state["add"][0], f"a click adds a place: {state}")
    after = bench.figures("after")
    check(after[0] > before[0], f"a relay on an uncovered street covers more: {before} {after}")
    answer = bench.context.request.post(bench.address + "/api/v1/scenario", data=state).json()
    check(bench.figures("before") == metres(answer["before"]), "figures before are those of the interface")
    check(after == metres(answer["after"]), f"figures after are those of the interface: {after}")
    check("non couvert" not in bench.text("said"), bench.text("said"))
    check(bench.page.locator("#bench-closed li").count() > 0, "streets that would be covered are listed")
    bench.press("undo")
    check(bench.figures("after") == before and bench.page.is_disabled("#bench-undo"), "undo takes it back")
    bench.press("redo")
    check(bench.figures("after") == after, "redo brings it again")
    bench.press("reset")
    x, y = bench.find("relais")
    bench.page.mouse.move(x, y)
    bench.page.mouse.down()
    bench.page.mouse.move(x + 40, y + 40, steps=8)
    bench.page.mouse.up()
    bench.settle()
    state = bench.state()
    check(len(state["add"]) == 1 and len(state["remove"]) == 1, f"dragging moves a relay: {state}")
    bench.press("reset")
    bench.page.click("#bench-next")
    bench.page.wait_for_selector("#bench-next-list li")
    bench.page.click("#bench-next-list li button >> nth=0")
    bench.settle()
    check("candidate" in bench.state()["add"][0], "the best candidate is added")
    check(bench.figures("after")[0] > bench.figures("before")[0], "the best candidate covers more")
    bench.press("reset")


def by_keyboard(bench):
    """All of it without a mouse: lists, and the map's middle."""
    page = bench.page
    name = page.inner_text("#bench-relays li strong >> nth=0")
    page.focus("#bench-relay-search")
    page.keyboard.type(name.upper())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    bench.settle()
    check(len(bench.state()["remove"]) == 1, "a relay is lifted out by keyboard")
    check(bench.figures("after")[0] <= bench.figures("before")[0], "less is covered without it")
    check(page.evaluate("document.activeElement.textContent") == "Remettre", "the button in hand stays in hand")
    page.focus("#bench-frame")
    before = len(bench.state()["add"]) + len(bench.state()["remove"])
    for key in ("+", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    bench.settle()
    check(len(bench.state()["add"]) + len(bench.state()["remove"]) != before, "Enter acts in the middle of the map")
    page.keyboard.press("Control+z")
    bench.settle()
    check(len(bench.state()["remove"]) == 1 and not bench.state()["add"], "Ctrl-Z takes the last step back")


def question(bench):
    """Another distance, a window of the school day."""
    page = bench.page
    page.select_option("#bench-distance", value="")
    page.fill("#bench-free", "200")
    page.keyboard.press("Tab")
    bench.settle()
    check(len(bench.figures("after")) == 3, "a free distance stands beside the territory's")
    page.select_option("#bench-time", index=1)
    bench.settle()
    check(page.locator("#bench-figures table").count() == 2, "unknown hours have figures of their own")
    page.select_option("#bench-time", index=0)
    page.select_option("#bench-distance", index=0)
    bench.settle()


def keeping(bench, browser):
    """A scenario is kept, found again, compared, and looked at by whoever has its link."""
    page = bench.page
    kept, after = bench.state(), bench.figures("after")
    page.fill("#bench-name", "Sans <b>lui</b>")
    page.click("#bench-keep button")
    page.wait_for_selector("#bench-kept li")
    check(page.inner_text("#bench-kept strong") == "Sans <b>lui</b>", "a name is text")
    bench.press("reset")
    page.reload()
    bench.settle()
    page.wait_for_selector("#bench-kept li")
    check(bench.state()["remove"] == [], "what was cleared stays so")
    page.click("#bench-kept li button >> nth=0")
    bench.settle()
    check(bench.state() == kept, f"a kept scenario opens as it was: {bench.state()}")
    check(bench.figures("after") == after, "and has the same figures")
    page.select_option("#bench-one", index=1)
    page.click("#bench-compare button")
    page.wait_for_selector("#bench-compared table >> nth=1")
    page.click("#bench-compared [data-show='0']")
    check(page.get_attribute("#bench-compared [data-show='0']", "aria-pressed") == "true", "the map shows one of two")

    visitor = Bench(browser, bench.address, "", viewport={"width": 320, "height": 640}, color_scheme="dark")
    visitor.open(page.get_attribute("#bench-kept a", "href")).settle()
    check(visitor.page.inner_text("h1") == "Sans <b>lui</b>", "the link shows the scenario")
    check(visitor.figures("after") == after, "with its figures")
    check(visitor.page.locator("#bench-undo, #bench-keep, #bench-relays").count() == 0, "and nothing to change it by")
    visitor.fits("the link's page")
    visitor.accessible("the link's page")
    check(not visitor.errors, f"the link's page: {visitor.errors}")
    refused = visitor.context.request.post(bench.address + "/api/v1/scenario", data={})
    check(refused.status == 401, f"whoever looks asks nothing else: {refused.status}")
    page.click("#bench-kept li button >> nth=2")
    page.wait_for_selector("#bench-kept .none")
    visitor.page.reload()
    check(visitor.page.locator("#bench").count() == 0, "a link ends with its scenario")
    visitor.context.close()


def changes(bench):
    """A relay that leaves the registry leaves the map that is open, and the scenario stays."""
    page = bench.page
    state = bench.state()
    agent = bench.context.browser.new_context()
    post = lambda path, data: agent.request.post(bench.address + path, data=data)
    post("/api/v1/session", {"name": "agent", "password": bench.password})
    listed = agent.request.get(bench.address + "/api/v1/establishments?state=adherent").json()["establishments"]
    gone = next(one for one in listed if not any(code.startswith(one["code"]) for code in state["remove"]))
    count = len(bench.context.request.get(bench.address + "/api/v1/map").json()["relays"])
    left = post(f"/api/v1/establishments/{gone['code']}/events", {"kind": "leave", "note": "essai"})
    check(left.ok, f"the agent's change: {left.status} {left.text()[:200]}")
    page.locator("#bench-said", has_text="Mis à jour").wait_for(timeout=20_000)
    bench.settle()
    shown = page.locator("#bench-relays li").count()
    check(shown == count - 1, f"the map follows the registry: {shown} relays of {count}")
    check(bench.state() == state, "the scenario stays")
    agent.close()


def session(bench):
    """Who is signed out comes back to the scenario."""
    before = bench.state()
    bench.context.clear_cookies()
    bench.page.select_option("#bench-distance", index=1)
    bench.page.wait_for_url("**/signin?to=/bench")
    bench.sign_in("council")
    check(bench.page.url.endswith("/bench") and bench.state() == before, "signing in leads back to the scenario")


def main(address, password):
    address = address.rstrip("/")
    with sync_playwright() as tools:
        browser = launched(tools)
        bench = Bench(browser, address, password, viewport={"width": 1280, "height": 900})
        bench.open("/bench").sign_in("council")
        check(bench.page.url.endswith("/bench"), "signing in leads to the bench")
        bench.accessible("empty")
        by_hand(bench)
        by_keyboard(bench)
        question(bench)
        bench.accessible("with a scenario")
        keeping(bench, browser)
        changes(bench)
        bench.page.emulate_media(color_scheme="dark")
        bench.page.set_viewport_size({"width": 320, "height": 640})
        bench.fits("the bench")
        bench.accessible("narrow and dark")
        small = bench.page.evaluate(
            "[...document.querySelectorAll('main button, main select, main input')]"
            ".filter(e => e.offsetHeight > 0 && e.offsetHeight < 44).map(e => e.outerHTML)")
        check(not small, f"smaller than a finger: {small[:3]}")
        check(not bench.errors, f"errors: {bench.errors}")
        session(bench)
        cookies = bench.context.cookies()
        plain = browser.new_context(java_script_enabled=False, locale="fr-FR")
        plain.add_cookies(cookies)
        page = plain.new_page()
        page.goto(address + "/bench")
        check("km" in page.inner_text("#bench-figures"), "figures are there without scripts")
        check("JavaScript" in page.inner_text("main"), "what needs scripts says so")
        browser.close()
    print(f"{checks} checks, {defects} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
