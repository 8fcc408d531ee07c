"""Fetching through the guard: whom it asks, what it follows, how much and how long it takes."""

import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from sources.server import PAGE, Server, serving

pytest.importorskip("httpx")

from dateline.sources import address, web
from dateline.sources.address import public
from dateline.sources.html import MissingExtra
from dateline.sources.web import FetchError, check_address, fetch, is_address


@pytest.fixture
def port() -> Iterator[int]:
    with serving("0.0.0.0") as number:
        yield number


def get(port: int, path: str, host: str = "127.0.0.1") -> web.Answer:
    return fetch(f"http://{host}:{port}/{path}", private=True)


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """127.0.0.2 passes for a machine on the internet, and names are looked up here; what is left of each name's addresses."""
    names: dict[str, list[str]] = {}
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *rest: Any, **more: Any) -> Any:
        if host in names:
            number = names[host].pop(0) if len(names[host]) > 1 else names[host][0]
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (n, port)) for n in number.split(",")]
        return real(host, port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(address, "public", lambda number: number == "127.0.0.2" or public(number))
    return names


@pytest.mark.parametrize(
    "number",
    """127.0.0.1 127.9.9.9 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 239.1.1.1 240.0.0.1
    255.255.255.255 192.0.2.1 198.18.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12::1 fec0::1 ff02::1 ::ffff:127.0.0.1
    ::ffff:8.8.8.8 ::ffff:10.0.0.1 ::127.0.0.1 2002:7f00:1:: 2001:0:53aa:64c:0:0:80ff:fffe 64:ff9b::7f00:1 64:ff9b::a00:1
    2001:db8::1 localhost x""".split(),
)
def test_who_is_not_public(number: str) -> None:
    assert not public(number)


@pytest.mark.parametrize(
    "number", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]
)
def test_who_is(number: str) -> None:
    assert public(number)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "2130706433",
        "0x7f.1",
        "127.1",
        "169.254.169.254",
        "10.0.0.1",
    ],
)
def test_private_addresses_are_not_asked(port: int, host: str) -> None:
    with pytest.raises(FetchError, match=r"no public address|no address"):
        fetch(f"http://{host}:{port}/page")
    assert Server.asked == []


def test_private_addresses_are_asked_where_that_is_allowed(port: int) -> None:
    found = get(port, "page")
    assert (found.kind, found.charset, found.body) == ("text/html", None, PAGE.encode())
    assert found.url == f"http://127.0.0.1:{port}/page"


@pytest.mark.parametrize(
    "way", ["to/127.0.0.1/page", "to/localhost/page", "to/[::ffff:127.0.0.1]/page", "to/127.0.0.2/to/10.1/x"]
)
def test_redirects_are_checked_again(port: int, outside: dict[str, list[str]], way: str) -> None:
    with pytest.raises(FetchError, match="no public address"):
        fetch(f"http://127.0.0.2:{port}/{way}")
    assert {host for host, _ in Server.asked} == {"127.0.0.2"}
    assert not any(path == "/page" for _, path in Server.asked)


def test_the_address_that_was_checked_is_the_one_that_is_asked(port: int, outside: dict[str, list[str]]) -> None:
    outside["news.example"] = ["127.0.0.2", "127.0.0.1"]  # another answer the second time
    fetch(f"http://news.example:{port}/page")
    assert Server.asked == [("127.0.0.2", "/page")]
    with pytest.raises(FetchError, match=r"news\.example is no public address"):
        fetch(f"http://news.example:{port}/page")
    assert len(Server.asked) == 1


def test_a_name_with_one_private_address_is_refused(port: int, outside: dict[str, list[str]]) -> None:
    outside["news.example"] = ["127.0.0.2,127.0.0.1"]
    with pytest.raises(FetchError, match="no public address"):
        fetch(f"http://news.example:{port}/page")


def test_an_address_that_does_not_answer_gives_way_to_the_next(port: int, outside: dict[str, list[str]]) -> None:
    outside["news.example"] = ["127.0.0.2,127.0.0.2"]
    with serving("127.0.0.3") as other:
        outside["news.example"] = ["127.0.0.2,127.0.0.3"]
        assert fetch(f"http://news.example:{other}/page", private=True).body == PAGE.encode()


def test_redirects_lead_on(port: int) -> None:
    assert get(port, "moved").url == f"http://127.0.0.1:{port}/page"


FAILURES = {
    "missing": "answered 404",
    "scheme": "only http and https",
    "circle": "redirects without end",
    "bomb": "more than 1,000,000 bytes",
    "said_huge": "more than 1,000,000 bytes",
    "endless": "more than 1,000,000 bytes",
    "cut": "cut short",
    "nested": "not asked for",
    "unpackable": "cannot be unpacked",
    "short": "peer closed connection",
    "drip": "took too long",
    "drip_headers": "took too long",
    "to/none.invalid/": "no address is known for none.invalid",
}


@pytest.mark.parametrize("way", FAILURES)
def test_what_goes_wrong_is_said_in_one_line(port: int, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr(web, "SECONDS", 0.5 if "drip" in way else 30.0)
    with pytest.raises(FetchError) as error:
        get(port, way)
    said = str(error.value)
    assert FAILURES[way] in said
    assert said.startswith(f"http://127.0.0.1:{port}/")
    assert said.isprintable()


def test_nobody_there() -> None:
    with pytest.raises(FetchError, match=r"127\.0\.0\.1:1/"):
        fetch("http://127.0.0.1:1/", private=True)


def test_what_is_packed_is_unpacked(port: int) -> None:
    assert get(port, "packed").body == PAGE.encode()


def test_unpacking_stops_at_the_bound() -> None:
    import zlib

    packed = zlib.compressobj(wbits=31)
    data = packed.compress(bytes(50_000_000)) + packed.flush()
    assert len(web._unpacked(zlib.decompressobj(31), data, 1000)) == 1001


@pytest.mark.parametrize(
    "name",
    ["http://", "https://[", "http://user:word@example.org/", "http://a b/", "http://exa\x00mple.org", "http:///x"],
)
def test_what_is_no_address(name: str) -> None:
    with pytest.raises(FetchError):
        check_address(name)


def test_what_is_an_address_and_what_is_a_file() -> None:
    assert is_address("HTTPS://example.org")
    assert not any(map(is_address, ("ftp://example.org", "http:x", "file.txt", "httpsfile")))


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(MissingExtra, match=r"dateline\[web\]"):
        check_address("https://example.org")
