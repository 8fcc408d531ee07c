"""What people do at the desk besides deciding, in a real browser and in both stores."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Watch, chromium
from opened import PASSWORD, Open
from playwright.sync_api import Browser, expect
from test_browser import come_in

from dateline.desk.serve import Place, first_link
from dateline.store.case import Case
from dateline.store.people import every_user, set_password

NEW = "another long enough one"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


def forget_passwords(case: Case) -> None:
    """As it is before anybody has come in."""
    with case.writing() as writer:
        for user in every_user(writer.connection):
            set_password(writer, user.id, None)  # type: ignore[arg-type]


def test_the_first_comes_in_by_a_link_and_lets_others_in(desk: Open, browser: Browser) -> None:
    forget_passwords(desk.case)
    link = first_link(desk.case, Place("127.0.0.1", desk.port))
    assert link is not None
    with browser.new_context() as one, browser.new_context() as two:
        admin, noor = one.new_page(), two.new_page()
        watch = Watch(admin, desk.url)
        admin.goto(link)
        # The browser gives the focus when it first draws the page, which may be after it has loaded.
        expect(admin.locator("button", has_text="Open the desk")).to_be_focused()
        admin.keyboard.press("Enter")
        admin.wait_for_url("**/account")
        admin.fill("#new", NEW)
        admin.keyboard.press("Enter")
        admin.wait_for_url("**/queue")
        admin.goto(link)
        admin.click("text=Open the desk")
        expect(admin.locator(".notice")).to_contain_text("has been used")
        assert first_link(desk.case, Place("127.0.0.1", desk.port)) is None
        admin.goto(f"{desk.url}/people")
        admin.fill("#n-name", "Noor")
        admin.select_option("#n-role", "reviewer")
        admin.click("text=Add")
        noor.goto(admin.input_value("#link"))
        noor.click("text=Open the desk")
        noor.fill("#new", NEW)
        noor.keyboard.press("Enter")
        noor.wait_for_url("**/queue")
        expect(noor.locator(".who")).to_contain_text("reviewer")
        expect(noor.locator("nav >> text=People")).to_have_count(0)
        row = admin.locator("tr", has_text="Noor")
        row.locator("select").select_option("viewer")
        row.locator("text=Set").click()
        noor.reload()
        expect(noor.locator(".flag")).to_have_text("public view")
        expect(noor.locator(".acts")).to_have_count(0)
        admin.locator("tr", has_text="Noor").locator("text=Switch off").click()
        expect(admin.locator("tr.undone")).to_contain_text("Noor")
        noor.reload()
        noor.wait_for_url("**/login")
        assert watch.bad == []


def test_a_filter_is_kept_under_a_name_used_on_the_map_and_forgotten(desk: Open, browser: Browser) -> None:
    with browser.new_context() as context:
        page = come_in(context, desk.url, "reviewer")
        watch = Watch(page, desk.url)
        expect(page.locator(".save")).to_have_count(0)
        page.fill("#f-outlet", "Monitor")
        page.press("#f-outlet", "Enter")
        page.wait_for_url("**outlet=Monitor**")
        expect(page.locator(".item")).to_have_count(2)
        page.fill("#save-name", "Only <b>Monitor</b>")
        page.press("#save-name", "Enter")
        saved = page.locator(".saved a", has_text="Only <b>Monitor</b>")
        expect(saved).to_have_attribute("aria-current", "true")
        page.goto(f"{desk.url}/map")
        saved.click()
        page.wait_for_url("**/map?outlet=Monitor")
        expect(page.locator(".head")).to_contain_text("2 incidents")
        page.goto(f"{desk.url}/queue")
        page.click(".saved button")
        expect(saved).to_have_count(0)
        assert watch.bad == []


def test_every_way_to_filter(desk: Open, browser: Browser) -> None:
    """Date, place box, outlet, kind, grade, state, what is disputed, and words: in the address, with no page loaded anew."""
    with browser.new_context() as context:
        page = come_in(context, desk.url, "reviewer")
        page.evaluate("window.stayed = true")
        for fill, count in (
            ({"#f-since": "2024-03-09"}, 2),
            ({"#f-until": "2024-03-01"}, 1),
            ({"#f-box": "32,15,33,16"}, 1),
            ({"#f-outlet": "Gazette"}, 2),
            ({"#f-words": "elder said"}, 1),
        ):
            for name, value in fill.items():
                page.fill(name, value)
                page.press(name, "Enter")
            expect(page.locator(".item.incident")).to_have_count(count)
            for name in fill:
                page.fill(name, "")
                page.press(name, "Enter")
            expect(page.locator(".item.incident")).to_have_count(5)
        for name, value, count in (("#f-state", "decided", 0), ("#f-type", "shelling", 5), ("#f-grade", "Weak", 5), ("#f-country", "SD", 5), ("#f-kind", "link", 0)):  # fmt: skip
            page.select_option(name, value)
            page.wait_for_url(f"**{name[3:]}={value}&**")
            expect(page.locator(".item.incident")).to_have_count(count)
            page.select_option(name, "")
            expect(page.locator(".item.incident")).to_have_count(5)
        # A day is typed in parts, and asked for when it is left.
        page.focus("#f-since")
        for key in ("0", "3", "0", "9", "2", "0", "2", "4"):
            page.keyboard.press(key)
        expect(page.locator("#f-since")).to_have_value("2024-03-09")
        page.focus("#f-words")
        expect(page.locator(".item.incident")).to_have_count(2)
        page.fill("#f-since", "")
        page.press("#f-since", "Enter")
        expect(page.locator(".item.incident")).to_have_count(5)
        page.check("[name=disputed]")
        expect(page.locator(".item.incident")).to_have_count(1)
        assert "disputed=yes" in page.url
        assert page.evaluate("window.stayed")


def test_strangers_see_less_and_are_told_so(desk: Open, browser: Browser, tmp_path: Path) -> None:
    with browser.new_context(accept_downloads=True) as context:
        page = come_in(context, desk.url, "viewer")
        watch = Watch(page, desk.url)
        expect(page.locator("footer")).to_contain_text("Hidden in this public view")
        page.fill("#f-words", "Kutum")
        page.press("#f-words", "Enter")
        expect(page.locator(".item")).to_have_count(1)
        page.click(".item h3 a")
        expect(page.locator("h1")).to_contain_text("Kutum")
        expect(page.locator("#fields .f-where")).to_contain_text("14.2° N, 24.7° E")
        expect(page.locator(".source")).to_have_count(2)
        for hidden in (".source .body", ".source .title", "#history", "#merge", "#split", ".statement", ".acts button"):
            expect(page.locator(hidden)).to_have_count(0)
        expect(page.locator(".chart")).to_have_count(1)
        expect(page.locator("#fields")).not_to_contain_text("hospital")
        page.keyboard.press("a")
        page.goto(f"{desk.url}/map")
        with page.expect_download() as got:
            page.click("text=CSV")
        rows = list(csv.reader(got.value.path().read_text(encoding="utf-8-sig").splitlines()))
        assert len(rows) == 6
        assert "Idris" not in str(rows)
        assert watch.bad == []
    with desk.person("lead") as lead:
        assert all(not i["state"] or i["state"] == "open" for i in lead.get("/api/queue").json()["items"])


def test_the_history_says_who_when_what_and_why(desk: Open, browser: Browser) -> None:
    with browser.new_context() as context:
        page = come_in(context, desk.url, "reviewer")
        page.goto(f"{desk.url}/queue?words=Kutum&kind=incident")
        page.click(".item h3 a")
        one = page.locator(".statement", has_text="9 killed")
        one.locator("summary").click()
        one.locator("[name='to.low']").fill("7")
        one.locator("[name='to.high']").fill("8")
        one.locator("[name=note]").fill("the <i>list</i> has 7 or 8")
        one.locator("[name=note]").press("Enter")
        row = page.locator("#history tbody tr").first
        for words in (
            "reviewer",
            "How many",
            "a2",
            "corrected 9 killed to 7 to 8 killed",
            "the <i>list</i> has 7 or 8",
        ):
            expect(row).to_contain_text(words)
        expect(row.locator("time")).to_have_attribute("datetime", re.compile(r"^\d{4}-\d\d-\d\dT"))
        expect(page.locator(".chart .lane", has_text="Gazette")).to_be_visible()
        row.locator("text=Take back").click()
        expect(page.locator("#history tbody tr")).to_have_count(2)
        expect(page.locator("#history tr.undone")).to_contain_text("taken back")
        expect(page.locator("#h-casualties + .folded")).to_contain_text("5 against 9 killed")


def test_incidents_near_each_other_are_offered_to_be_merged(desk: Open, browser: Browser) -> None:
    with browser.new_context() as context:
        page = come_in(context, desk.url, "reviewer")
        page.goto(f"{desk.url}/queue?words=b1&kind=incident")
        page.click(".item h3 a")
        page.wait_for_url("**/incidents/**")
        page.keyboard.press("m")
        expect(page.locator("#merge button").first).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#split input[type=checkbox]")).to_have_count(2)
        expect(page.locator("#split")).to_contain_text("Courier, Tue 5 Mar 2024")
        page.click("#whole button[data-key=u]")
        expect(page.locator("#split input[type=checkbox]")).to_have_count(0)


def test_what_went_wrong_is_said_plainly(desk: Open, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{desk.url}/login")
        page.fill("#name", "lead")
        page.fill("#password", "a wrong one")
        page.keyboard.press("Enter")
        expect(page.locator("[role=alert]")).to_contain_text("do not go together")
        page.fill("#name", "lead")
        page.fill("#password", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/queue")
        for path, words in (
            ("/nothing", "There is no page at this address"),
            ("/incidents/feed", "may have become part of another"),
            ("/people", "for the role admin"),
            ("/queue?since=yesterday", "not a day written YYYY-MM-DD"),
        ):
            page.goto(f"{desk.url}{path}")
            expect(page.locator("main")).to_contain_text(words)
        page.goto(f"{desk.url}/queue?words=nobodywrotethis")
        expect(page.locator(".none")).to_be_visible()
