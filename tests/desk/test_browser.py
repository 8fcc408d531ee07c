"""A recorder at work, in a real browser: few and broad, since each of them starts one. Flows run in both stores."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import Watch, chromium
from opened import PASSWORD, Open, make_open
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_hostile import scripted


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


def come_in(context: BrowserContext, url: str, name: str) -> Page:
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{url}/login")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/queue")
    return page


def test_every_decision_by_keyboard(desk: Open, browser: Browser) -> None:
    with browser.new_context() as context:
        page = come_in(context, desk.url, "lead")
        watch = Watch(page, desk.url)
        keys = page.keyboard
        # The link first: m says that it is one incident, and the next row is chosen by itself.
        keys.press("j")
        expect(page.locator(".item.now .kicker")).to_contain_text("One incident, or two?")
        keys.press("s")
        expect(page.locator("#said")).to_contain_text("not to be one incident")
        # Accept and next: one key each, on every incident of the sample.
        total = page.locator(".item.incident").count()
        for n in range(total):
            expect(page.locator(".item.incident.now")).to_have_count(1)
            keys.press("a")
            expect(page.locator(".item.accepted")).to_have_count(n + 1)
        desk.settle()
        assert desk.person("lead").get("/api/queue", params={"state": "accepted"}).json()["total"] == total
        # Undo, reject, undo.
        expect(page.locator("#said")).to_contain_text("Accepted.")
        keys.press("u")
        expect(page.locator(".item.accepted")).to_have_count(total - 1)
        keys.press("r")
        expect(page.locator(".item.rejected")).to_have_count(1)
        keys.press("u")
        expect(page.locator(".item.rejected")).to_have_count(0)
        # Search, open, and one value after another.
        keys.press("/")
        keys.type("Kutum")
        keys.press("Enter")
        expect(page.locator(".item")).to_have_count(1)
        keys.press("j")
        keys.press("o")
        page.wait_for_url(re.compile("/incidents/"))
        for _ in range(40):
            keys.press("j")
            if "9 killed" in page.locator(".statement.now .words").inner_text():
                break
        expect(page.locator("#sources .m.lit")).to_have_text("9")
        keys.press("e")
        page.locator(".statement.now details[open] [name='to.high']").fill("5")
        page.locator(".statement.now details[open] [name='to.low']").fill("5")
        page.locator(".statement.now details[open] [name='note']").fill("a misprint")
        page.locator(".statement.now button[value=correct]").focus()
        keys.press("Enter")
        expect(page.locator("#h-casualties + .folded")).to_contain_text("5 killed")
        expect(page.locator(".statement.correct .verdict")).to_contain_text("a misprint")
        expect(page.locator(".statement.now")).to_have_class(re.compile("correct"))
        keys.press("r")
        expect(page.locator(".statement.now.reject")).to_have_count(1)
        # The history says who, when and why, and takes back.
        expect(page.locator("#history tbody tr")).to_have_count(3)
        keys.press("w")
        keys.press("u")
        expect(page.locator(".statement.correct")).to_have_count(1)
        # Split, merge and grade lie a key away.
        keys.press("w")
        keys.press("s")
        page.locator("#split input[type=checkbox]").first.check()
        page.locator("#split button").focus()
        keys.press("Enter")
        expect(page.locator("#split")).to_contain_text("One record only")
        keys.press("m")
        expect(page.locator("#merge button").first).to_be_focused()
        keys.press("Enter")
        expect(page.locator("#split input[type=checkbox]")).to_have_count(2)
        keys.press("w")
        keys.press("g")
        expect(page.locator("#g-grade")).to_be_focused()
        page.select_option("#g-grade", "Confirmed")
        page.locator("#grade button").focus()
        keys.press("Enter")
        expect(page.locator(".grade.decided").first).to_contain_text("Confirmed")
        keys.press("Escape")
        page.locator("h1").click()
        keys.press("?")
        expect(page.locator("#keys")).to_be_visible()
        keys.press("Escape")
        expect(page.locator("#keys")).to_be_hidden()
        assert watch.bad == []


def test_words_and_fields_light_each_other_and_what_is_graphic_is_folded(desk: Open, browser: Browser) -> None:
    with browser.new_context() as context:
        page = come_in(context, desk.url, "reviewer")
        watch = Watch(page, desk.url)
        page.goto(f"{desk.url}/queue?words=Kutum&kind=incident")
        page.click(".item h3 a")
        folded = page.locator("details.graphic")
        expect(folded).to_have_count(1)
        assert "corpses" not in page.locator(".source", has_text="Courier").inner_text()
        folded.locator("summary").click()
        expect(page.locator("details.graphic[open]")).to_contain_text("charred corpses")
        page.locator(".statement", has_text="9 killed").hover()
        expect(page.locator("#sources .lit")).to_have_text("9")
        page.locator("#sources .m.f-where").first.hover()
        expect(page.locator(".statement.lit")).to_contain_text("Kutum")
        page.locator("#sources .m.f-when").first.focus()
        expect(page.locator(".statement.lit")).to_contain_text("1 Mar 2024")
        expect(page.locator(".chart").first).to_be_visible()
        # A field lights its words in every report, by pointer and by keyboard.
        for reach in ("hover", "focus"):
            page.mouse.move(0, 0)
            getattr(page.locator("#fields .f-where .folds"), reach)()
            for outlet in ("Courier", "Gazette"):
                expect(page.locator(".source", has_text=outlet).locator(".m.lit")).to_have_text("Kutum")
            expect(page.locator(".statement.lit")).to_have_count(2)
        # A lane of a drawing lights the words that it draws.
        page.locator(".lane", has_text="Gazette").hover()
        expect(page.locator("#sources .lit")).to_have_text("9")
        assert watch.bad == []


def test_two_people_at_once(desk: Open, browser: Browser) -> None:
    with browser.new_context() as one, browser.new_context() as two:
        ada, eve = come_in(one, desk.url, "reviewer"), come_in(two, desk.url, "lead")
        for page in (ada, eve):
            page.goto(f"{desk.url}/queue?words=Ombada&kind=incident")
            page.click(".item h3 a")
        ada.click("#whole button.good")
        expect(ada.locator(".notice.good")).to_contain_text("Accepted")
        eve.click("#whole button[data-key=r]")
        expect(eve.locator(".notice.conflict")).to_contain_text("without having seen that")
        expect(eve.locator("#history tbody tr")).to_have_count(2)
        ada.reload()
        expect(ada.locator(".notice.conflict")).to_contain_text("Both are on record")


@pytest.mark.parametrize("scripts", [True, False])
def test_many_at_one_place_are_listed_and_land_lies_under_them(desk: Open, browser: Browser, scripts: bool) -> None:
    with browser.new_context(java_script_enabled=scripts) as context:
        page = come_in(context, desk.url, "reviewer")
        loaded: list[int] = []
        page.on("response", lambda answer: loaded.append(answer.status) if "/map/ground/" in answer.url else None)
        page.goto(f"{desk.url}/map")
        land = page.locator(".leaflet-ground-pane path.land" if scripts else "svg.still use.land").first
        expect(land).to_be_attached()
        assert land.evaluate("node => getComputedStyle(node).fill") == "rgb(251, 249, 244)"
        assert set(loaded) == {200}
        # Two reports of Mellit, which nobody has said to be one incident yet, lie on one point: a list, since no map sets them apart.
        page.locator(".place", has_text="at one place").locator("a").click()
        page.wait_for_url("**/queue?**")
        expect(page.locator(".item")).to_have_count(2)


def test_the_map_is_filtered_by_the_timeline_and_moves(desk: Open, browser: Browser) -> None:
    with browser.new_context() as context:
        page = come_in(context, desk.url, "reviewer")
        watch = Watch(page, desk.url)
        page.goto(f"{desk.url}/map")
        expect(page.locator(".live .leaflet-pane").first).to_be_attached()
        expect(page.locator(".places")).to_contain_text("Nowhere")
        expect(page.locator(".head")).to_contain_text("5 incidents")
        page.wait_for_timeout(300)
        box = page.locator(".brush svg").bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 2, box["y"] + 30)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 30, steps=4)
        page.mouse.up()
        page.wait_for_url(re.compile("since=2024-03-01"))
        expect(page.locator(".head")).to_contain_text("1 incident")
        expect(page.locator(".live .leaflet-pane").first).to_be_attached()
        page.goto(f"{desk.url}/map")
        with page.expect_response(re.compile("view=")) as asked:
            for _ in range(2):
                page.click(".leaflet-control-zoom-in")
                page.wait_for_timeout(400)
        assert asked.value.status == 200
        page.keyboard.press("Escape")
        assert watch.bad == []


def test_reading_needs_no_script(desk: Open, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = come_in(context, desk.url, "reviewer")
        expect(page.locator(".item")).to_have_count(6)
        page.fill("#f-words", "Kutum")
        page.press("#f-words", "Enter")
        expect(page.locator(".item")).to_have_count(1)
        page.click(".item h3 a")
        expect(page.locator("h1")).to_contain_text("Kutum")
        page.click("#whole button.good")
        expect(page.locator(".notice.good")).to_contain_text("Accepted")
        page.goto(f"{desk.url}/map")
        expect(page.locator("svg.still")).to_be_visible()


def test_nothing_of_an_article_runs(tmp_path: Any, browser: Browser) -> None:
    opened = make_open(f"{tmp_path}/case.db", scripted())
    try:
        with browser.new_context() as context:
            page = come_in(context, opened.url, "lead")
            watch = Watch(page, opened.url)
            for path in ("/queue", "/map", "/queue?words=%3Cscript%3Ealert(1)%3C/script%3E"):
                page.goto(f"{opened.url}{path}")
            page.goto(f"{opened.url}/queue")
            page.click(".item h3 a")
            expect(page.locator("#sources")).to_contain_text("<script>alert(2)</script>")
            assert page.locator("#sources a[href^=javascript]").count() == 0
            page.locator(".source header a").first.hover() if page.locator(".source header a").count() else None
            assert (
                page.evaluate("document.querySelectorAll('main script, main img, main style, main iframe').length") == 0
            )
            assert watch.bad == []
    finally:
        opened.stop()
        opened.case.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(local: Open, browser: Browser, scheme: Any) -> None:
    with local.person("lead") as lead:
        id = lead.get("/api/queue", params={"words": "Kutum", "kind": "incident"}).json()["items"][0]["incident"]["id"]
        lead.post(f"/api/incidents/{id}/decisions", json={"action": "accept", "note": "read"})
    with browser.new_context(
        color_scheme=scheme, viewport={"width": 1280 if scheme == "light" else 375, "height": 812}, bypass_csp=True
    ) as context:
        page = context.new_page()
        for path in ("/login", "/enter?key=x", "/enter", "/nothing"):
            page.goto(f"{local.url}{path}")
            serious(page)
        page.close()
        page = come_in(context, local.url, "admin")
        for path in ("/queue", "/queue?words=nobody", f"/incidents/{id}", f"/incidents/{id}?as=public", "/map", "/people", "/account", "/incidents/feed"):  # fmt: skip
            page.goto(f"{local.url}{path}")
            page.wait_for_load_state("networkidle")
            serious(page)
            for width in (1280, 768, 375, 320):
                page.set_viewport_size({"width": width, "height": 812})
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert wide <= 0, (path, scheme, width, wide)


def serious(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    told = [
        (v["id"], [n["html"][:160] for n in v["nodes"][:3]], v["nodes"][0]["failureSummary"][:200])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert told == [], (page.url, told)


def test_what_pages_weigh(local: Open, browser: Browser) -> None:
    with browser.new_context() as context:
        page = come_in(context, local.url, "reviewer")
        for path in ("/queue", "/map"):
            sizes: list[int] = []
            page.on("response", lambda r, s=sizes: s.append(len(r.body())))
            page.goto(f"{local.url}{path}")
            page.wait_for_load_state("networkidle")
            assert 0 < sum(sizes) <= 1_000_000, (path, sum(sizes))


def test_a_key_that_is_held_down_decides_once(local: Open, browser: Browser) -> None:
    with browser.new_context() as context:
        page = come_in(context, local.url, "reviewer")
        page.goto(f"{local.url}/queue?kind=incident")
        page.keyboard.press("j")
        page.keyboard.down("a")
        for _ in range(5):
            page.keyboard.down("a")
        expect(page.locator(".item.accepted")).to_have_count(1)
        page.keyboard.up("a")
        page.wait_for_timeout(300)
        expect(page.locator(".item.accepted")).to_have_count(1)
        page.keyboard.press("a")
        expect(page.locator(".item.accepted")).to_have_count(2)
