"""The pictures of docs/desk.md: ``python -m tools.shots``. Needs Chromium and the extra ``dev``; the casefile is made from ``examples`` and
``tests/merge/corpus`` in a temporary folder."""

import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PORT = 8798


def dateline(*words: str) -> list[str]:
    return [sys.executable, "-m", "dateline", *words]


def main() -> None:
    with TemporaryDirectory() as folder:
        case = str(Path(folder) / "case.db")
        subprocess.run(
            dateline(
                "ingest", case, str(ROOT / "examples/al-bab.jsonl"), str(ROOT / "tests/merge/corpus/reports.jsonl")
            ),
            check=True,
        )
        subprocess.run(dateline("merge", case), check=True)
        with subprocess.Popen(
            dateline("serve", case, "--port", str(PORT)), stderr=subprocess.PIPE, text=True
        ) as server:
            assert server.stderr is not None
            link = next(line.strip() for line in server.stderr if "/enter?key=" in line)
            time.sleep(5)
            take(link)
            server.terminate()


def take(link: str) -> None:
    url = re.sub(r"/enter.*", "", link)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1360, "height": 900})
        page = context.new_page()
        page.goto(link)
        page.click("text=Open the desk")
        page.wait_for_url("**/account")
        shoot(page, f"{url}/account", "account")
        shoot(page, f"{url}/queue", "queue", ["j"])
        page.goto(f"{url}/queue?words=al-Bab&kind=incident")
        page.click(".item h3 a")
        page.wait_for_load_state("networkidle")
        shoot(page, page.url, "incident", ["j", "j", "j", "j", "j"])
        shoot(page, page.url.split("?")[0] + "?as=public", "public")
        shoot(page, f"{url}/map", "map")
        shoot(page, f"{url}/people", "people")
        dark = browser.new_context(
            viewport={"width": 390, "height": 844}, color_scheme="dark", storage_state=context.storage_state()
        )
        phone = dark.new_page()
        phone.goto(f"{url}/queue?words=al-Bab&kind=incident")
        phone.click(".item h3 a")
        shoot(phone, phone.url, "phone")
        browser.close()


def shoot(page: Page, url: str, name: str, keys: list[str] | None = None) -> None:
    page.goto(url)
    page.wait_for_load_state("networkidle")
    for key in keys or []:
        page.keyboard.press(key)
    page.wait_for_timeout(700)
    page.screenshot(path=str(ROOT / "docs" / f"desk-{name}.png"))


if __name__ == "__main__":
    main()
