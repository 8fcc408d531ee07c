"""The system's Chromium for tests. Without it tests are skipped, but fail where ``DATELINE_CI`` is set."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

# A machine at work on other things is slow, not wrong.
expect.set_options(timeout=60_000)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("DATELINE_CI"):
            raise AssertionError("no Chromium is installed")
        pytest.skip("no Chromium is installed")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Watch:
    """What a page must not do: raise errors, break its own policy, ask another host, open a dialog."""

    def __init__(self, page: Page, url: str) -> None:
        self.bad: list[str] = []
        page.on("pageerror", lambda error: self.bad.append(f"error {error}"))
        page.on(
            "console",
            lambda said: (
                self.bad.append(said.text) if said.type == "error" and "status of 4" not in said.text else None
            ),
        )
        page.on("dialog", lambda dialog: (self.bad.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda asked: None if asked.url.startswith((url, "data:")) else self.bad.append(asked.url))
