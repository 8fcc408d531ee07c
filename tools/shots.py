"""The pictures of docs/desk.md: ``python -m tools.shots``. Needs Chromium and the extra ``dev``; the casefile is made from ``examples`` and
``tests/merge/corpus`` in a temporary folder."""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PORT = 8798
PATIENCE = 60.0
"""Seconds for the desk to open, and to end."""

FOUND = "/queue?words=Kutum&kind=incident"


def dateline(*words: str) -> list[str]:
    return [sys.executable, "-m", "dateline", *words]


def main() -> None:
    reports = [ROOT / "examples/al-bab.jsonl", ROOT / "examples/raid.jsonl", ROOT / "tests/merge/corpus/reports.jsonl"]
    with TemporaryDirectory() as folder:
        case = f"{folder}/case.db"
        subprocess.run(dateline("ingest", case, *map(str, reports)), check=True)
        subprocess.run(dateline("merge", case), check=True)
        with served(case, Path(folder) / "said") as link:
            take(link)


@contextmanager
def served(case: str, said: Path) -> Iterator[str]:
    """An open desk, and the link into it. It ends with the block, whatever happens there."""
    with said.open("w") as out:
        server = subprocess.Popen(dateline("serve", case, "--port", str(PORT)), stdout=out, stderr=out)
    try:
        yield link_in(said, server)
    finally:
        server.terminate()
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def link_in(said: Path, server: "subprocess.Popen[bytes]") -> str:
    """The one-time link, once the server says it and hears. Raises ``RuntimeError`` where it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        found = re.search(r"^http\S+/enter\?key=\S+$", said.read_text(), re.M)
        if found:
            time.sleep(5)
            return found[0]
        time.sleep(0.1)
    raise RuntimeError(f"the desk did not open: {said.read_text()}")


def take(link: str) -> None:
    url = re.sub(r"/enter.*", "", link)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        wide = browser.new_context(viewport={"width": 1360, "height": 900})
        page = wide.new_page()
        page.goto(link)
        page.click("text=Open the desk")
        page.wait_for_url("**/account")
        shoot(page, f"{url}/account", "account")
        shoot(page, f"{url}/queue?country=SO", "queue", ["j", "j"])
        id = incident(page, url)
        shoot(page, f"{url}/incidents/{id}", "incident", ["j", "j", "j", "j", "j"])
        shoot(page, f"{url}/incidents/{id}#h-casualties", "drawn")
        decide(page, f"{url}/incidents/{id}")
        page.locator("#history").scroll_into_view_if_needed()
        page.screenshot(path=str(ROOT / "docs/desk-history.png"))
        shoot(page, f"{url}/incidents/{id}?as=public", "public")
        shoot(page, f"{url}/map", "map")
        shoot(page, f"{url}/people", "people")
        phones(browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark", storage_state=wide.storage_state()), url, id)  # fmt: skip
        browser.close()


def incident(page: Page, url: str) -> str:
    """The id of the one that is shown."""
    page.goto(url + FOUND)
    page.click(".item h3 a")
    page.wait_for_url("**/incidents/*")
    return re.sub(r".*/incidents/([0-9a-f]+).*", r"\1", page.url)


def decide(page: Page, address: str) -> None:
    """A correction and a grade, for the history."""
    page.goto(address)
    one = page.locator(".f-many .statement").first
    one.locator("summary").click()
    one.locator("[name='to.low']").fill("22")
    one.locator("[name='to.high']").fill("22")
    one.locator("[name=note]").fill("the mayor's own list has 22 names")
    one.locator("button[value=correct]").click()
    page.wait_for_selector("#history tbody tr")
    page.select_option("#g-grade", "Fair")
    page.fill("#g-note", "three sources that know apart from each other")
    page.click("text=Set the grade")
    page.wait_for_selector("#history tbody tr:nth-child(2)")


def phones(context: BrowserContext, url: str, id: str) -> None:
    phone = context.new_page()
    shoot(phone, f"{url}/incidents/{id}", "phone")


def shoot(page: Page, url: str, name: str, keys: list[str] | None = None) -> None:
    page.goto(url)
    page.wait_for_load_state("networkidle")
    for key in keys or []:
        page.keyboard.press(key)
    page.wait_for_timeout(900)
    page.screenshot(path=str(ROOT / "docs" / f"desk-{name}.png"))


if __name__ == "__main__":
    main()
