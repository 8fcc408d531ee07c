"""Whether the desk's map runs smoothly in Chromium: it is moved, brought nearer and farther, and its timeline dragged over. Times between frames are
those that a page is told of, without a window; a task of the page that takes more than 50 ms keeps it from answering.

    python benchmarks/desk.py --browser [--case CASE]
"""

import shutil
from typing import Any

from playwright.sync_api import Page, sync_playwright

FRAME = 33
"""Milliseconds between two frames, at the 95th percentile."""

_WATCH = """() => {
  window.frames = []; window.tasks = [];
  new PerformanceObserver((list) => { for (const one of list.getEntries()) tasks.push(one.duration); }).observe({ entryTypes: ["longtask"] });
  let last = performance.now();
  const tick = (now) => { frames.push(now - last); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""


def look(url: str, session: str) -> dict[str, Any]:
    """Act -> frames, their 95th percentile and the longest, and the longest task, in milliseconds."""
    found: dict[str, Any] = {}
    with sync_playwright() as play:
        path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.context.add_cookies([{"name": "dateline_session", "value": session, "url": url}])
        page.add_init_script(f"({_WATCH})()")
        page.goto(f"{url}/map")
        page.wait_for_selector(".live .leaflet-ground-pane path", state="attached")
        page.wait_for_timeout(500)
        found["opened"] = _told(page)
        print(f"\n{'map':22}{'frames':>8}{'p95':>8}{'longest':>10}{'longest task':>14}")
        _say("opened", found["opened"])
        for name, act in (
            ("moved", _move),
            ("nearer and farther", _zoom),
            ("timeline dragged", _brush),
            ("moved, one country", _far),
        ):
            _told(page)
            act(page)
            found[name] = _told(page)
            _say(name, found[name])
        browser.close()
    return found


def _told(page: Page) -> dict[str, float]:
    """What happened since it was asked last."""
    frames, tasks = page.evaluate("() => [window.frames.splice(0), window.tasks.splice(0)]")
    frames = sorted(frames[1:]) or [0.0]
    return {
        "frames": len(frames),
        "p95": frames[int(0.95 * (len(frames) - 1))],
        "longest": frames[-1],
        "task": max(tasks, default=0.0),
    }


def _say(name: str, one: dict[str, float]) -> None:
    print(f"{name:22}{one['frames']:>8}{one['p95']:>5.0f} ms{one['longest']:>7.0f} ms{one['task']:>11.0f} ms")


def _move(page: Page) -> None:
    box = page.locator(".live").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for n in range(60):
        page.mouse.move(x + 2 * n, y + n)
        page.wait_for_timeout(16)
    page.mouse.up()
    page.wait_for_timeout(1500)


def _zoom(page: Page) -> None:
    for sign in ("in", "in", "out", "out"):
        page.locator(f".leaflet-control-zoom-{sign}").click(force=True)  # where it can go no farther, nothing happens
        page.wait_for_timeout(1200)


def _brush(page: Page) -> None:
    page.mouse.wheel(0, -5000)
    box = page.locator(".brush svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 20)
    page.mouse.down()
    for n in range(60):
        page.mouse.move(box["x"] + box["width"] * (0.3 + n / 200), box["y"] + 20)
        page.wait_for_timeout(16)
    page.mouse.up()
    page.wait_for_timeout(2000)


def _far(page: Page) -> None:
    page.goto(page.url.partition("?")[0] + "?country=SD")
    page.wait_for_timeout(2000)
    page.mouse.wheel(0, -5000)
    _move(page)
