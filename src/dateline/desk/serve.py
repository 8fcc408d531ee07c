"""Running a desk: where it may be reached, and how the first person comes in."""

import getpass
import ipaddress
import signal
import sys
import threading
from typing import NamedTuple
from urllib.parse import urlsplit

import uvicorn

from dateline.desk.app import make_app
from dateline.desk.desk import Desk, Options
from dateline.desk.folding import Folding
from dateline.desk.painter import Painter, warm
from dateline.store.case import Case
from dateline.store.errors import CaseError
from dateline.store.people import LINK_MINUTES, add_key, add_user, every_user, later

TLS = """serving beyond this machine needs TLS before the desk, and its address: put a server like Caddy or nginx before it, that has a
certificate and passes requests on to {host}:{port}, and say --origin https://desk.example.org. With Caddy that is one line:
  caddy reverse-proxy --from desk.example.org --to {host}:{port}"""


class Place(NamedTuple):
    """Where the desk listens, and what browsers call it; ``origin`` null: by its own address."""

    host: str
    port: int
    origin: str | None = None

    @property
    def local(self) -> bool:
        """Whether only this machine can reach it."""
        return self.origin is None and is_loopback(self.host)

    @property
    def address(self) -> str:
        """What a browser is to be pointed at."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.origin.rstrip("/") if self.origin else f"http://{host}:{self.port}"


def is_loopback(host: str) -> bool:
    """Whether a name or number stands for this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_place(case: Case, place: Place) -> None:
    """Raises ``CaseError`` where a desk must not be served like this."""
    if place.local:
        return
    with case.reading() as connection:
        if not any(user.active and user.password for user in every_user(connection)):
            raise CaseError("serving beyond this machine needs users who have a password; make one: dateline user add CASE NAME --role admin")  # fmt: skip
    if place.origin is None or urlsplit(place.origin).scheme != "https" or not urlsplit(place.origin).hostname:
        raise CaseError(TLS.format(host=place.host, port=place.port))


def first_link(case: Case, place: Place) -> str | None:
    """A one-time link for the first admin, as long as nobody has a password; null where somebody has. On this machine only."""
    with case.writing() as writer:
        users = every_user(writer.connection)
        if not place.local or any(user.active and user.password for user in users):
            return None
        one = next((user for user in users if user.active and user.role == "admin"), None)
        if one is None:
            taken = {user.name for user in users}
            name = next(n for n in (_me(), "admin", *(f"admin {k}" for k in range(2, 1000))) if n not in taken)
            one = add_user(writer, name, "admin", by=name)
        key = add_key(writer, one.id, "once", "first run", later(minutes=LINK_MINUTES))
    return f"{place.address}/enter?key={key}"


def options(place: Place, tiles: str | None, credit: str) -> Options:
    """What the operator set, as the desk takes it. Raises ``CaseError`` for a tile server that is none."""
    if tiles is not None:
        parts = urlsplit(tiles)
        plain = parts.scheme in ("http", "https") and parts.hostname and not parts.username
        if not plain or not all(f"{{{p}}}" in tiles for p in "zxy") or any(c in parts.netloc for c in " ;,'\"{}"):
            raise CaseError(f"{tiles}: a tile server is named like https://tiles.example.org/{{z}}/{{x}}/{{y}}.png")
    if place.origin:
        return Options((urlsplit(place.origin).hostname or "",), secure=True, tiles=tiles, credit=credit)
    return Options(("127.0.0.1", "localhost", "::1", place.host), tiles=tiles, credit=credit)


def serve(case: Case, name: str, place: Place, settings: Options, fold: bool = True) -> None:
    """Serve until it is stopped. ``name``: what the casefile was opened by, for the process that folds it."""
    folding, painter = Folding(name), Painter()
    desk = Desk(case, settings, folding, painter)
    folding.then = lambda: warm(desk)
    threading.Thread(target=warm, args=(desk,), name="warming", daemon=True).start()
    if fold:
        folding.ask()
    signal.signal(signal.SIGTERM, _leave)
    try:
        uvicorn.run(
            make_app(desk), host=place.host, port=place.port, log_level="warning", server_header=False, date_header=True,
            proxy_headers=place.origin is not None, timeout_keep_alive=30, limit_concurrency=200,
        )  # fmt: skip
    finally:
        folding.close()
        painter.close()


def _leave(number: int, _: object) -> None:
    """Go in order, so that what was begun beside the desk is ended."""
    sys.exit(128 + number)


def _me() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "admin"
