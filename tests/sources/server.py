"""A server on this machine that answers in the ways in which servers of the web go wrong."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!doctype html><html lang="en"><head><title>Shells hit market</title>
<meta property="og:site_name" content="Harbour News"><meta property="article:published_time" content="2024-03-14T08:00:00Z">
<link rel="canonical" href="https://elsewhere.example/claimed"></head><body><article><h1>Shells hit market</h1>
<p>At least 12 civilians were killed on Wednesday when shells hit a market in the town of Mellit, the café’s owner said.</p>
<p>The army did not comment on the attack. Residents said that the shells came from the hills in the north of the town.</p>
</article></body></html>"""


class Server(BaseHTTPRequestHandler):
    """``asked``: every path that was asked for, with the address it was asked at."""

    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.connection.getsockname()[0], self.path))
        way, _, rest = self.path.strip("/").partition("/")
        port = self.server.server_port  # type: ignore[attr-defined]
        if way == "to":  # /to/HOST/PATH sends on there
            host, _, path = rest.partition("/")
            self.answer(302, b"", Location=f"http://{host}:{port}/{path}")
        elif way == "scheme":
            self.answer(301, b"", Location="file:///etc/passwd")
        elif way == "circle":
            self.answer(302, b"", Location="/circle")
        elif way == "moved":
            self.answer(308, b"", Location="/page#top")
        elif way == "missing":
            self.answer(404, b"\x1b[31m")
        elif way == "bomb":
            self.answer(200, gzip.compress(bytes(4_000_000)), **{"Content-Encoding": "gzip"})
        elif way == "packed":
            self.answer(200, gzip.compress(PAGE.encode()), **{"Content-Encoding": "gzip"})
        elif way == "cut":
            self.answer(200, gzip.compress(PAGE.encode())[:-40], **{"Content-Encoding": "gzip"})
        elif way == "nested":
            self.answer(200, b"x", **{"Content-Encoding": "gzip, gzip"})
        elif way == "unpackable":
            self.answer(200, b"no gzip", **{"Content-Encoding": "gzip"})
        elif way == "short":
            self.answer(200, b"<p>", length=500)
        elif way == "said_huge":
            self.answer(200, b"x", length=10**12)
        elif way == "endless":
            self.drip(b"x" * 65536, 0.0)
        elif way in ("drip", "drip_headers"):
            self.drip(b"x", 0.02, head=way == "drip")
        elif way == "latin":
            self.answer(200, PAGE.encode("cp1252"), **{"Content-Type": "text/html; charset=windows-1252"})
        elif way == "lie":
            page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252")
            self.answer(200, page, **{"Content-Type": "text/html; charset=utf-8"})
        elif way == "picture":
            self.answer(200, b"\x89PNG\r\n", **{"Content-Type": "image/png"})
        elif way == "plain":
            self.answer(200, "Six died in Mellit’s market.".encode(), **{"Content-Type": "text/plain"})
        elif way == "lines":
            self.answer(200, b'{"id": "a", "text": "Six died."}\n{"id": "b", "text": "Two died."}\n')
        elif way == "feed":
            self.answer(200, feed(f"http://127.0.0.1:{port}"), **{"Content-Type": "application/rss+xml"})
        else:
            self.answer(200, PAGE.encode(), **{"Content-Type": "text/html"})

    def answer(self, status: int, body: bytes, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, piece: bytes, pause: float, head: bool = True) -> None:
        """Send without end; the client goes away."""
        gone = threading.Event()
        try:
            self.wfile.write(b"HTTP/1.0 200 OK\r\n" + (b"\r\n" if head else b"X-Name: "))
            while not gone.wait(pause):
                self.wfile.write(piece)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        pass


def feed(base: str) -> bytes:
    """A feed whose entries link to this server: to a page, to nothing, and to no page at all."""
    entries = "".join(
        f"<item><title>{name}</title><link>{link}</link><description>Two died in Mellit, {name} said.</description></item>"
        for name, link in (
            ("one", f"{base}/page"),
            ("two", f"{base}/missing"),
            ("three", "javascript:alert(1)"),
            ("four", "/moved"),
        )
    )
    return f"<rss version='2.0'><channel><title>Gulf Wire</title>{entries}</channel></rss>".encode()


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[int]:
    """The port of a server that listens at ``host`` while the block runs."""
    Server.asked = []
    with ThreadingHTTPServer((host, 0), Server) as http:
        http.daemon_threads = True
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield http.server_port
        http.shutdown()
        thread.join()
