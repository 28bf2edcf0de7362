#!/usr/bin/env python3
"""Walks a round on the page a desk serves: answers with the network cut, reload, and the sending afterwards.

usage: check_round.py ADDRESS NAME PASSWORD [TOOL TOWN LIST]

The network is cut between every two steps; then two telephones walk one round, a third has its clock a day ahead, one has its storage emptied,
answers are sent twice, and a round is walked that is older than the last import (TOOL imports LIST into TOWN meanwhile). Nothing may be lost
or doubled, and every state shown must be true.

Prints one line for each defect and ends with 1 if there is any, with 3 if the tools are missing.
"""

import subprocess
import sys

from browser import launched, sync_playwright

defects = 0


def expect(condition, text):
    global defects
    if not condition:
        defects += 1
        print(text)


class Telephone:
    """One telephone with its own storage, signed in, with the round on it."""

    def __init__(self, browser, base, name, password, **options):
        self.context = browser.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR", **options)
        self.page = self.context.new_page()
        # The first page of a day is made when it is asked for, by a machine that may do much besides.
        self.page.set_default_timeout(400_000)
        self.page.on("pageerror", lambda error: expect(False, f"script error: {error}"))
        self.page.goto(base + "/signin")
        self.page.fill("#f-name", name)
        self.page.fill("#f-password", password)
        self.page.click("main button", no_wait_after=True)
        self.page.wait_for_url("**/street")
        self.loaded()
        # Kept by the browser for where there is no network.
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        self.reload()

    def loaded(self):
        self.card(0).locator(".four > button").first.wait_for()

    def reload(self):
        self.page.reload()
        self.loaded()

    def cut(self, is_cut):
        self.context.set_offline(is_cut)

    def card(self, number):
        return self.page.locator("#round-1 ol.doors > li > .reply").nth(number)

    def answer(self, number, place):
        self.card(number).locator(".four > button").nth(place).click()

    def said(self, number):
        return self.card(number).locator(".said").inner_text()

    def kept(self):
        return self.page.evaluate("""() => Object.keys(localStorage).filter(k => k.startsWith("relais-answers"))
            .flatMap(k => JSON.parse(localStorage.getItem(k)))""")

    def settled(self):
        """Waits until every answer was sent and its fate is known, on a machine that may do much besides."""
        for _ in range(800):
            if all(a["state"] in ("accepted", "refused") for a in self.kept()):
                return True
            self.page.wait_for_timeout(500)
        return False


def cut_between_steps(phone):
    phone.cut(True)
    phone.reload()
    for number, place in ((0, 0), (1, 1)):
        phone.answer(number, place)
        expect("sur ce téléphone" in phone.said(number), f"answer {number} without a network is on the telephone")
        phone.reload()
        expect("sur ce téléphone" in phone.said(number), f"answer {number} is still there after a reload without a network")
    # There for a moment only, then away again before anything can leave.
    phone.cut(False)
    phone.cut(True)
    phone.page.wait_for_timeout(300)
    expect(not any(a["state"] == "accepted" for a in phone.kept()) or phone.settled(), "nothing is called accepted that did not arrive")
    phone.cut(False)
    phone.reload()
    expect(phone.settled(), f"with the network back answers are sent: {phone.kept()}")
    for number in (0, 1):
        expect("accepté" in phone.said(number), f"answer {number} is shown as accepted: {phone.said(number)}")


def storage_emptied(phone):
    phone.cut(True)
    phone.answer(4, 1)
    phone.page.evaluate("localStorage.clear()")
    phone.reload()
    expect("sur ce téléphone" in phone.said(4), "an answer survives an emptied storage without a network")
    expect(phone.page.locator("#answers .warning").is_visible(), "an emptied storage is said")
    phone.cut(False)
    phone.reload()
    expect(phone.settled(), f"it is sent afterwards: {phone.kept()}")


def sent_twice(phone):
    again = """async () => {
      const list = Object.keys(localStorage).filter(k => k.startsWith("relais-answers")).flatMap(k => JSON.parse(localStorage.getItem(k)));
      const answers = list.map(({ id, place, at, outcome }) => ({ id, place, at, outcome }));
      const result = await fetch("/api/v1/answers", { method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ schema: "relais.answers/1", territory: "", answers }) });
      return (await result.json()).answers.map(a => a.state);
    }"""
    states = phone.page.evaluate(again)
    expect(states and set(states) == {"known"}, f"answers sent a second time are known: {states}")


def main(base, name, password, *imports):
    with sync_playwright() as tools:
        browser = launched(tools)
        one = Telephone(browser, base, name, password)
        two = Telephone(browser, base, name, password)
        # The second has its round from before everything that follows.
        two.cut(True)
        cut_between_steps(one)
        storage_emptied(one)
        sent_twice(one)

        ahead = Telephone(browser, base, name, password)
        ahead.page.add_init_script("""(() => { const now = Date.now, Old = Date; const day = 864e5;
            window.Date = class extends Old { constructor(...a) { a.length ? super(...a) : super(now() + day); } static now() { return now() + day; } }; })()""")
        ahead.reload()
        ahead.answer(3, 0)
        expect(ahead.settled() and ahead.kept()[-1]["state"] == "accepted",
               f"a clock a day ahead is taken: {ahead.kept()}")
        if imports:
            tool, town, path = imports
            done = subprocess.run([tool, "adherents", "import", path, "--territory", town, "--quiet"], capture_output=True, text=True)
            expect(done.returncode == 0, f"the import of meanwhile: {done.stderr}")
        # The same door as the first telephone's, and another one.
        two.answer(0, 0)
        two.answer(2, 0)
        two.cut(False)
        two.page.evaluate("dispatchEvent(new Event('online'))")
        expect(two.settled(), f"a round from before is sent: {two.kept()}")
        expect([a["state"] for a in two.kept()] == ["accepted", "accepted"], f"and taken: {two.kept()}")
        for phone in (one, two, ahead):
            stored = phone.page.evaluate("JSON.stringify(Object.assign({}, localStorage))")
            expect("03 83" not in stored and "@" not in stored, "no contact is kept on the telephone")
        browser.close()
    print(f"{defects} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    if len(sys.argv) not in (4, 7):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
