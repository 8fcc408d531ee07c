"""An operator's tile server, in a real browser: its pictures lie under the map, and no other host is let in."""

import struct
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from browser import chromium
from opened import Open, make_open, reports
from playwright.sync_api import expect
from test_browser import come_in

from dateline.desk.desk import Options


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PICTURE = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\xcc\xdd\xee"))
    + chunk(b"IEND", b"")
)


class Tiles(ThreadingHTTPServer):
    """A tile server of one grey picture. ``asked``: path, and what the browser said where it comes from."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []
        super().__init__(("127.0.0.1", 0), Answer)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Tiles)
        self.server.asked.append((self.path, self.headers.get("referer")))
        self.send_response(200)
        self.send_header("content-type", "image/png")
        self.end_headers()
        self.wfile.write(PICTURE)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on standard error."""


@pytest.fixture
def servers() -> Iterator[list[Tiles]]:
    both = [Tiles(), Tiles()]
    yield both
    for one in both:
        one.shutdown()
        one.server_close()


@pytest.fixture
def tiled(tmp_path: object, servers: list[Tiles]) -> Iterator[Open]:
    options = Options(("127.0.0.1",), tiles=f"{servers[0].url}/{{z}}/{{x}}/{{y}}.png", credit="© <b>Stub</b>")
    opened = make_open(f"{tmp_path}/case.db", reports(), options)
    yield opened
    opened.stop()
    opened.case.close()


def test_its_pictures_lie_under_the_map_and_no_other_hosts_do(tiled: Open, servers: list[Tiles]) -> None:
    own, other = servers
    with chromium() as browser, browser.new_context() as context:
        page = come_in(context, tiled.url, "reviewer")
        hosts: set[str] = set()
        page.on("request", lambda asked: hosts.add("/".join(asked.url.split("/")[:3])))
        page.goto(f"{tiled.url}/map")
        expect(page.locator("img.leaflet-tile-loaded").first).to_be_visible()
        expect(page.locator("#credit")).to_contain_text("© <b>Stub</b>")
        expect(page.locator(".live .land").first).to_be_hidden()
        expect(page.locator(".live .badge").first).to_be_visible()
        assert hosts == {tiled.url, own.url}
        # The tile server learns which host its pictures are shown on, and nothing of the filter or of who looks.
        assert {referrer for _, referrer in own.asked} == {f"{tiled.url}/"}
        before = len(own.asked)
        with page.expect_response(lambda answer: "view=" in answer.url):
            for _ in range(3):
                page.click(".leaflet-control-zoom-in")
                page.wait_for_timeout(400)
        expect(page.locator("img.leaflet-tile-loaded").first).to_be_visible()
        assert len(own.asked) > before
        assert page.evaluate(LOADS, f"{own.url}/0/0/0.png")
        assert not page.evaluate(LOADS, f"{other.url}/0/0/0.png")
        assert not page.evaluate(FETCHES, f"{own.url}/0/0/0.png")
        assert other.asked == []


LOADS = """address => new Promise(done => {
  const picture = new Image();
  picture.onload = () => done(true); picture.onerror = () => done(false);
  picture.src = address;
})"""
FETCHES = "address => fetch(address, { mode: 'no-cors' }).then(() => true, () => false)"
