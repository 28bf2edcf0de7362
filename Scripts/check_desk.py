#!/usr/bin/env python3
"""Checks the pages of a desk that runs, as people meet them, and goes through what they do there.

usage: check_desk.py ADDRESS NAME PASSWORD

The account is an agent's and an administrator's. Every page is looked at wide, narrow and dark (320 px), with an
accessibility engine; then somebody finds a shop by the keyboard, corrects it, records a visit and takes it back, two people
change one sheet, a list is looked at and left, and a session ends. The same is read, found and recorded without scripts.

Prints one line for each defect and ends with 1 if there is any, with 3 if the tools are missing.
"""

import pathlib
import sys
import tempfile

from browser import launched, mistakes, sync_playwright, violations

PAGES = ["/desk", "/desk/list", "/desk/list?q=martin", "/desk/add", "/desk/import", "/desk/inbox", "/desk/print",
         "/desk/print/labels", "/desk/print/quarter", "/desk/rights", "/desk/copies", "/desk/log", "/desk/telephones", "/accounts"]

defects = 0


def defect(page, text):
    global defects
    defects += 1
    print(f"{page}: {text}")


def expect(condition, text):
    if not condition:
        defect("flow", text)


class Desk:
    def __init__(self, base, name, password):
        self.base, self.name, self.password = base.rstrip("/"), name, password

    def signed_in(self, browser, **options):
        context = browser.new_context(locale="fr-FR", reduced_motion="reduce", **options)
        page = context.new_page()
        page.on("pageerror", lambda error: defect(page.url, f"script error: {error}"))
        # What a page asks and is refused is said there; the browser says it too.
        page.on("console", lambda line: line.type == "error" and "status of 4" not in line.text
                and defect(page.url, f"console: {line.text}"))
        page.goto(self.base + "/signin")
        page.fill("#f-name", self.name)
        page.fill("#f-password", self.password)
        page.click("main button")
        page.wait_for_url("**/desk")
        return context, page

    def look(self, browser, paths):
        sources = {}
        for viewport, colours in (({"width": 1280, "height": 800}, "light"), ({"width": 320, "height": 640}, "dark")):
            context, page = self.signed_in(browser, viewport=viewport, color_scheme=colours)
            for path in paths:
                name = f"{path} at {viewport['width']} px, {colours}"
                answer = page.goto(self.base + path)
                if answer.status != 200:
                    defect(name, f"status {answer.status}")
                sources[path] = answer.text()
                page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
                over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if over > 0:
                    defect(name, f"{over} px wider than the screen")
                for violation in violations(page):
                    defect(name, violation)
            context.close()
        return sources

    def flows(self, browser):
        context, page = self.signed_in(browser)
        # By the keyboard alone, with a letter wrong.
        page.focus("header input[type=search]")
        page.keyboard.type("boulangrie")
        page.wait_for_selector(".suggestions li")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/desk/e/*")
        sheet = page.url
        expect("Boulangerie" in page.inner_text("h1"), "the search leads to the shop")
        page.fill("#f-opening_hours", "lun-sam 9h-19h")
        page.click("section.facts button:not([type=button])")
        page.wait_for_load_state()
        expect("enregistré" in page.inner_text("form.good"), "a change is confirmed")
        expect("sam" in page.inner_text("#h-opening_hours"), "what was understood of the hours is said")
        # Hours by the day, and the pin.
        page.focus(".sheet-hours summary")
        page.keyboard.press("Enter")
        expect(page.input_value("#hours-Mo") == "09:00-19:00", "hours are there day by day")
        page.fill("#hours-Mo", "9h-12h30 14h-18h")
        page.fill("#hours-Su", "fermé")
        page.press("#hours-Su", "Tab")
        expect("Mo 09:00-12:30,14:00-18:00; Tu-Sa 09:00-19:00; Su off" in page.input_value("#f-opening_hours"),
               "a day changed changes the value")
        page.fill("#hours-Tu", "midi")
        page.press("#hours-Tu", "Tab")
        expect("mardi" in page.inner_text("#hours-problem"), "a day nobody can read is named")
        page.wait_for_function("document.getElementById('sheet-figure').textContent !== ''")
        page.locator("#sheet-help").scroll_into_view_if_needed()
        before = page.input_value("#f-position")
        box = page.locator("#sheet-frame canvas").bounding_box()
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.move(*middle)
        page.mouse.down()
        page.mouse.move(middle[0] + 20, middle[1] + 10, steps=3)
        page.mouse.move(middle[0] + 60, middle[1] + 30, steps=3)
        page.mouse.up()
        dragged = page.input_value("#f-position")
        expect(dragged != before and page.input_value("input[name=moved]") == "1", "the pin can be dragged")
        page.focus("#sheet-frame")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Enter")
        expect(page.input_value("#f-position") != dragged, "and set by the keyboard")
        page.goto(sheet)
        # A visit, and back.
        page.check("input[name=outcome][value=call-back]")
        page.fill("input[name=call_back_on] >> nth=-1", "2031-01-15")
        page.locator("form:has(input[value=visit]) button").click()
        page.wait_for_load_state()
        expect("à rappeler" in page.inner_text(".history"), "a visit is in the history")
        page.click("form.good button")
        page.wait_for_load_state()
        expect(page.locator(".history .gone").count() > 0, "a visit is taken back")
        # Two people on one sheet.
        other = context.new_page()
        other.goto(sheet)
        page.goto(sheet)
        page.fill("#f-sticker", "41")
        page.click("section.facts button:not([type=button])")
        page.wait_for_load_state()
        other.fill("#f-sticker", "42")
        other.click("section.facts button:not([type=button])")
        other.wait_for_load_state()
        expect("41" in " ".join(other.locator(".bad").all_inner_texts()), "who comes second is shown what changed")
        expect(other.input_value("#f-sticker") == "42", "what was typed stays")
        other.click("section.facts button:not([type=button])")
        other.wait_for_load_state()
        other.goto(sheet)
        expect(other.input_value("#f-sticker") == "42", "saved again on the newer sheet, it is taken")
        # A list with a word nobody understands, left half-way.
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "liste.csv"
            path.write_text("Nom;Adresse;Statut\nÉpicerie Neuve;2 Rue A;Bidule\n", encoding="utf-8")
            page.goto(self.base + "/desk/import")
            page.set_input_files("#f-file", str(path))
            page.click("main button")
            page.wait_for_load_state()
            expect("Bidule" in page.inner_text("main"), "an unknown word is asked about")
            page.click("button[formaction='/desk/import/leave']")
            page.wait_for_load_state()
            page.goto(self.base + "/desk/list?q=Épicerie+Neuve")
            expect("Épicerie Neuve" not in page.inner_text("tbody"), "a list that is left changes nothing")
        # A session that ends leads to where one signs in, and back.
        context.clear_cookies()
        page.goto(sheet)
        expect("/signin" in page.url, "a session that ended leads to signing in")
        page.fill("#f-name", self.name)
        page.fill("#f-password", self.password)
        page.click("main button")
        page.wait_for_load_state()
        expect(page.url == sheet, "and back to the page")
        context.close()

    def without_scripts(self, browser):
        context, page = self.signed_in(browser, java_script_enabled=False)
        page.fill("header input[type=search]", "boulangerie")
        page.click("header form[role=search] button")
        page.wait_for_load_state()
        if "/desk/e/" not in page.url:
            page.locator("tbody a").first.click()
            page.wait_for_load_state()
        page.check("input[name=outcome][value=yes]")
        page.locator("form:has(input[value=visit]) button").click()
        page.wait_for_load_state()
        expect("enregistré" in page.inner_text("form.good"), "without scripts a visit is recorded")
        context.close()


def validate(sources):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, source in enumerate(sources.values()):
            path = pathlib.Path(folder) / f"{number}.html"
            path.write_text(source, encoding="utf-8")
            paths.append(str(path))
        names = list(sources)
        for line in mistakes(paths):
            defect("validator " + names[int(line.split(".html", 1)[0])], line)


def main(base, name, password):
    desk = Desk(base, name, password)
    with sync_playwright() as tools:
        browser = launched(tools)
        context, page = desk.signed_in(browser)
        page.goto(desk.base + "/desk/list")
        first = page.locator("tbody a").first.get_attribute("href")
        context.close()
        sources = desk.look(browser, PAGES + [first])
        desk.flows(browser)
        desk.without_scripts(browser)
        browser.close()
    validate(sources)
    print(f"{len(sources)} pages, {defects} defects")
    return 1 if defects else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
