#!/usr/bin/env python3
"""Goes round with the apprentice's page as its reader does: a telephone of 360 px, no network, one thumb.

usage: check_street.py PAGE.html FOLDER

Answers six doors, opens the page again, shares the answers in each way a telephone may, empties and fills the
browser's storage, meets a shop on the way, plans again, has a page with a server send. What is shared is left in FOLDER as
`shared.txt`, `saved.json` and `later.json`, for `relais adherents answers`.

Needs what check_pages.py needs. Prints one line for each defect and ends with 1 if there is any, with 3 if the
tools are missing; else says how many taps six answers took.
"""

import json
import pathlib
import re
import sys

from browser import launched, sync_playwright, violations

# What a telephone can do that a headless browser does not.
SHARES = """
window.given = [];
navigator.canShare = what => Boolean(what.files);
navigator.share = what => what.files[0].text().then(text => { window.given.push([what.files[0].name, text]); });
"""
NO_SHARE = "navigator.canShare = undefined; navigator.share = undefined;"
NO_STORAGE = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""
FULL = """
Storage.prototype.setItem = function () { throw new DOMException("full", "QuotaExceededError"); };
"""

OUTCOMES = ["yes", "no", "call-back", "closed", "absent", "yes"]
PLACES = {"yes": 0, "no": 1, "call-back": 2, "closed": 3, "absent": 4}

defects = 0


def expect(holds, text):
    global defects
    if not holds:
        defects += 1
        print(text)


class Telephone:
    def __init__(self, browser, path, *scripts, **options):
        self.context = browser.new_context(
            viewport={"width": 360, "height": 740}, has_touch=True, accept_downloads=True, reduced_motion="reduce",
            **options)
        for script in scripts:
            self.context.add_init_script(script)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: expect(False, f"script error: {error}"))
        self.page.on("request", lambda request: expect(
            request.url.startswith(("file:", "data:", "blob:")), f"asks for {request.url[:80]}"))
        self.page.goto(path.as_uri())
        self.taps = 0

    def tap(self, locator):
        locator.scroll_into_view_if_needed()
        locator.tap()
        self.taps += 1

    def door(self, number):
        return self.page.locator("ol.doors > li > .reply").nth(number)

    def answer(self, number, outcome):
        self.tap(self.door(number).locator(".four > button").nth(PLACES[outcome]))

    def kept(self):
        return self.page.evaluate("""() => Object.keys(localStorage).filter(k => k.startsWith("relais-answers"))
            .flatMap(k => JSON.parse(localStorage.getItem(k)))""")

    def listed(self):
        return self.page.locator("#answers .mine > li").count()

    def share(self):
        self.tap(self.page.locator(".answers-bar .main"))

    def saved(self):
        with self.page.expect_download() as download:
            self.share()
        return pathlib.Path(download.value.path()).read_text(encoding="utf-8")

    def close(self):
        self.context.close()


def round_and_share(browser, path, folder):
    phone = Telephone(browser, path, SHARES)
    for number, outcome in enumerate(OUTCOMES):
        phone.answer(number, outcome)
    expect(phone.taps <= 18, f"six answers take {phone.taps} taps")
    taps = phone.taps
    expect([a["outcome"] for a in phone.kept()] == OUTCOMES, f"kept: {phone.kept()}")

    # Each answer asks for what it needs, and no more.
    more = phone.door(0).locator(".more")
    phone.tap(phone.door(0).locator(".said button").last)
    phone.tap(more.locator(".chips button").first)
    expect(set(phone.kept()[0]["conditions"].values()) == {True}, "all is well sets every condition")
    phone.tap(more.locator(".chips button").last)
    expect("no_bell" not in phone.kept()[0]["conditions"], "a condition is taken back by a second tap")
    more.locator("textarea").fill("Demander <b>Léa</b>")
    phone.tap(phone.door(1).locator(".said button").last)
    phone.tap(phone.door(1).locator(".chips button").first)
    phone.tap(phone.door(2).locator(".said button").last)
    phone.tap(phone.door(2).locator(".chips button").nth(2))
    expect(phone.kept()[1].get("reason") == "no-time", "a reason by one tap")
    expect(bool(phone.kept()[2].get("call_back_on")), "a day to call back by one tap")
    expect(phone.page.locator("b").count() == 0, "a note is text")

    phone.page.reload()
    expect(phone.listed() == 6, f"{phone.listed()} of 6 answers after the page was opened again")
    pressed = phone.page.locator(".doors > li > .reply .four > button[aria-pressed=true]").count()
    expect(pressed >= 6, f"{pressed} buttons show the answer given")
    small = phone.page.evaluate("""() => [...document.querySelectorAll(
        ".reply button, .answers-bar button, .new button, .new input, .new select, a.go")].filter(e => e.offsetParent && e.getBoundingClientRect().height < 48).length""")
    expect(small == 0, f"{small} targets are less than 48 px high")
    wide = phone.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    expect(wide <= 0, f"{wide} px wider than the telephone")
    for violation in violations(phone.page):
        expect(False, violation)

    # A slip is undone, and the last answer of a door counts.
    phone.answer(3, "no")
    phone.answer(3, "closed")
    phone.answer(6 if phone.page.locator("ol.doors > li > .reply").count() > 6 else 5, "no")
    phone.tap(phone.page.locator(".answers-bar > span button"))
    expect(len(phone.kept()) in (5, 6), "the answer just given is undone")

    phone.share()
    phone.page.wait_for_timeout(200)
    given = phone.page.evaluate("window.given")
    expect(len(given) == 1 and given[0][0].endswith(".txt"), f"shared: {given}")
    (folder / "shared.txt").write_text("Mes réponses :\n" + given[0][1], encoding="utf-8")
    shared = json.loads(given[0][1])
    expect(shared["schema"] == "relais.answers/1" and len({a["id"] for a in shared["answers"]}) == len(shared["answers"]),
           "each answer has an identifier of its own")
    expect(all(set(a) <= {"id", "place", "at", "outcome", "call_back_on", "conditions", "reason", "note"}
               for a in shared["answers"]), "nothing but the contract's members is shared")
    expect(all(a["state"] == "sent" for a in phone.kept()), "what was shared is sent")

    # What left the telephone stays as it is: another answer follows it.
    before = phone.kept()
    phone.answer(1, "yes")
    after = phone.kept()
    expect(after[:len(before)] == before and len(after) == len(before) + 1 and after[-1]["outcome"] == "yes",
           "an answer after sharing is another one")
    phone.close()
    return taps


def without_sharing(browser, path, folder):
    phone = Telephone(browser, path, NO_SHARE)
    phone.answer(0, "yes")
    text = phone.saved()
    expect(json.loads(text)["answers"][0]["outcome"] == "yes", "the file holds the answer")
    expect(phone.page.locator(".paste textarea").input_value() == text, "the text to paste is the file's")
    (folder / "saved.json").write_text(text, encoding="utf-8")
    with phone.page.expect_download() as download:
        phone.tap(phone.page.locator(".gpx").first)
    gpx = pathlib.Path(download.value.path()).read_text(encoding="utf-8")
    expect(gpx.count("<rtept ") == phone.page.locator("#round-1 ol.doors > li").count(), "every door is in the GPX")
    phone.close()


def without_storage(browser, path):
    for script in (NO_STORAGE, FULL):
        phone = Telephone(browser, path, NO_SHARE, script)
        expect(phone.page.locator("#answers .warning").is_visible(), "what is not kept is said before the first answer")
        phone.answer(0, "yes")
        expect(len(json.loads(phone.saved())["answers"]) == 1, "what is not kept is in the file")
        phone.close()
    phone = Telephone(browser, path, NO_SHARE)
    phone.answer(0, "yes")
    phone.page.evaluate("localStorage.clear()")
    phone.page.reload()
    expect(phone.listed() == 1 and phone.page.locator("#answers .warning").is_visible(),
           "an emptied storage is told, and the answers put back")
    phone.page.evaluate("localStorage.clear()")
    phone.answer(1, "no")
    expect(len(phone.kept()) == 2 and phone.page.locator("#answers .warning").is_visible(),
           "a storage emptied while the page is open is told")
    phone.close()


def on_the_way(browser, path, folder):
    phone = Telephone(browser, path, NO_SHARE, geolocation={"longitude": 6.01, "latitude": 48.83, "accuracy": 12},
                      permissions=["geolocation"])
    form = phone.page.locator("#answers .new")
    phone.tap(form.locator("button").last)
    expect(len(phone.kept()) == 0, "a place needs a name")
    form.locator("input").fill("Épicerie <i>du</i> Lac")
    phone.tap(form.locator("button").first)
    phone.page.wait_for_timeout(500)
    phone.tap(form.locator("button").last)
    phone.tap(phone.page.locator("#answers .met .four > button").first)
    one = phone.kept()[0]
    expect(one["outcome"] == "yes" and one["new"]["name"] == "Épicerie <i>du</i> Lac" and len(phone.kept()) == 1,
           f"a place met: {one}")
    text = phone.saved()
    phone.tap(phone.page.locator("#answers .met .four > button").nth(1))
    phone.page.reload()
    answers = json.loads(phone.saved())["answers"]
    expect(answers[1]["place"] == answers[0]["id"] and "new" not in answers[1],
           f"what follows names the answer that brought it: {answers}")
    (folder / "later.json").write_text(text, encoding="utf-8")
    phone.close()


def planned_again(browser, path):
    for options in ({}, {"geolocation": {"longitude": 6.02, "latitude": 48.83, "accuracy": 12}, "permissions": ["geolocation"]}):
        phone = Telephone(browser, path, NO_SHARE, **options)
        phone.context.set_offline(True)
        box = phone.page.locator("#round-1 .replan")
        phone.tap(box.locator("> button"))
        phone.tap(box.locator(".chips button").nth(3))
        phone.page.wait_for_timeout(500)
        names = box.locator("ol button").all_inner_texts()
        minutes = [int(n) for n in re.findall(r"\d+", box.locator("[role=status]").inner_text())]
        expect(names and minutes[0] == len(names) and minutes[1] <= 120, f"a new plan in two hours: {names} {minutes}")
        expect(("vol d’oiseau" in box.inner_text()) == bool(options), "where it starts from is said")
        first = phone.page.locator("#round-1 ol.doors > li").filter(has_text=names[0]).first
        phone.tap(first.locator("> .reply .four > button").nth(1))
        phone.tap(box.locator(".chips button").nth(3))
        phone.page.wait_for_timeout(300)
        expect(names[0] not in box.locator("ol button").all_inner_texts(), "a door with an answer is not planned again")
        small = phone.page.evaluate("""() => [...document.querySelectorAll(".replan button")]
            .filter(e => e.offsetParent && e.getBoundingClientRect().height < 48).length""")
        expect(small == 0, f"{small} targets of the plan are less than 48 px high")
        wide = phone.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        expect(wide <= 0, f"{wide} px wider than the telephone with a plan")
        phone.close()


def with_a_server(browser, path):
    phone = Telephone(browser, path, NO_SHARE, """
    window.bodies = [];
    window.relaisSend = body => { window.bodies.push(body); return Promise.resolve({ answers: body.answers.map((a, i) =>
      ({ id: a.id, state: i ? "accepted" : "refused", reason: i ? null : "Lieu inconnu." })) }); };
    """)
    phone.page.clock.install()
    phone.page.reload()
    phone.answer(0, "yes")
    phone.answer(1, "no")
    expect(phone.page.evaluate("window.bodies.length") == 0, "ten seconds are left to undo")
    phone.page.clock.run_for(11000)
    phone.page.wait_for_timeout(100)
    expect([len(b["answers"]) for b in phone.page.evaluate("window.bodies")] == [2], "both are sent, once")
    expect([a["state"] for a in phone.kept()] == ["refused", "accepted"], f"what became of them: {phone.kept()}")
    expect("Lieu inconnu." in phone.door(0).locator(".said").inner_text(), "why an answer is refused is shown")
    phone.page.clock.run_for(120000)
    expect(phone.page.evaluate("window.bodies.length") == 1, "what was answered is not sent again")
    phone.close()


def main(path, folder):
    with sync_playwright() as playwright:
        browser = launched(playwright)
        taps = round_and_share(browser, path, folder)
        without_sharing(browser, path, folder)
        without_storage(browser, path)
        on_the_way(browser, path, folder)
        planned_again(browser, path)
        with_a_server(browser, path)
        browser.close()
    print(f"six answers in {taps} taps, {defects} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])))
