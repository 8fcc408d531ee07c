"""Fetching, from a server on this machine: what comes whole is added, what does not changes nothing."""

import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli import app
from dateline.packs.gazetteer import added_files, ready
from dateline.places import fetch as fetching
from dateline.places.added import PlacesError
from dateline.places.fetch import base

ROW = "1\tDayr Salman\tDayr Salman\t\t33.5\t36.5\tP\tPPL\tSY\t\t08\t\t\t\t9\t\t\tAsia/Damascus\t2020-01-01"


def archive(name: str, text: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("readme.txt", "read me")
        z.writestr(name, text)
    return held.getvalue()


GOOD = archive("SY.txt", ROW)


class Server(BaseHTTPRequestHandler):
    paths: list[str]

    def do_GET(self) -> None:
        self.paths.append(self.path)
        way, _, name = self.path.strip("/").partition("/")
        if way == "missing":
            self.send_error(404)
        elif way in ("elsewhere", "unsafe", "circle"):
            host = {"elsewhere": "https://example.org", "unsafe": "ftp://127.0.0.1", "circle": ""}[way]
            self.answer(302, b"", Location=f"{host}/{way}/{name}")
        elif way == "moved":
            self.answer(302, b"", Location=f"/good/{name}")
        elif way == "cut":
            self.answer(200, GOOD[:-60], length=len(GOOD))
        elif way == "huge":
            self.answer(200, b"PK", length=10**12)
        else:
            self.answer(
                200, {"page": b"<html>sorry", "broken": GOOD[:-60], "prose": archive("SY.txt", "hi")}.get(way, GOOD)
            )

    def answer(self, status: int, body: bytes, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    Server.paths = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()
        thread.join()


def run(*arguments: str, **environment: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["gazetteer", *arguments], env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout + result.stderr


@pytest.mark.parametrize("way", ["good", "moved"])
def test_what_comes_whole_is_added(home: Path, server: str, way: str) -> None:
    exit_code, said = run("fetch", "sy", DATELINE_GEONAMES=f"{server}/{way}/")
    assert exit_code == 0, said
    assert "SY: 1 places" in said
    assert "CC BY 4.0" in said
    assert Server.paths[-1] == "/good/SY.zip"
    assert '"name":"Dayr Salman"' in run("find", "Deir Selman", "--country", "SY")[1]


FAILURES = {
    "missing": "Not Found",
    "elsewhere": "another host",
    "unsafe": "only https",
    "circle": "infinite loop",
    "cut": "cut short",
    "huge": "more than",
    "page": "no zip archive",
    "broken": "zip",
    "prose": "no column",
}


@pytest.mark.parametrize("way", FAILURES)
def test_what_does_not_changes_nothing(home: Path, server: str, way: str) -> None:
    run("fetch", "SY", "--from", f"{server}/good")
    path, lists = ready(), added_files()
    held = path.read_bytes()
    exit_code, said = run("fetch", "SY", "--from", f"{server}/{way}")
    assert exit_code == 2
    assert FAILURES[way] in said
    assert (ready(), added_files(), path.read_bytes()) == (path, lists, held)


def test_nobody_there(home: Path, server: str) -> None:
    exit_code, said = run("fetch", "SY", "--from", "http://127.0.0.1:1")
    assert exit_code == 2
    assert "127.0.0.1:1/SY.zip" in said


def test_time_and_size_are_bounded(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "WHOLE_S", -1.0)
    with pytest.raises(PlacesError, match="seconds"):
        fetching.fetch("SY", tmp_path, f"{server}/good")
    monkeypatch.setattr(fetching, "MAX_BYTES", 10)
    with pytest.raises(PlacesError, match="more than 10 bytes"):
        fetching.fetch("SY", tmp_path, f"{server}/good")


@pytest.mark.parametrize("url", ["http://example.org", "file:///etc", "ftp://h/x", "//x", "https://", "https://[", "x"])
def test_unsafe_addresses(url: str) -> None:
    with pytest.raises(PlacesError):
        base(url)


def test_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_GEONAMES", raising=False)
    assert base(None) == "https://download.geonames.org/export/dump"
    monkeypatch.setenv("DATELINE_GEONAMES", "https://mirror.example/")
    assert base(None) == "https://mirror.example"
    assert base("https://other.example") == "https://other.example"


def test_unknown_countries_are_not_asked_for(home: Path, server: str) -> None:
    exit_code, said = run("fetch", "SY", "../../x", "--from", server)
    assert exit_code == 2
    assert "two-letter" in said
    assert Server.paths == []
