"""A desk that is open: a casefile with incidents that are told by several reports, someone of every role, and a server."""

import socket
import threading
import time
from datetime import date

import httpx
import uvicorn

from cases import read, take
from dateline.casefile.live import merge_and_settle
from dateline.casefile.merging import merge_case
from dateline.desk.app import make_app
from dateline.desk.desk import Desk, Options
from dateline.desk.folding import Folding
from dateline.desk.pages.map import MapPage
from dateline.desk.password import keep
from dateline.desk.picture import ground, picture
from dateline.export.map.names import no_towns
from dateline.export.map.view import View
from dateline.sources.read import Read
from dateline.store.case import Case
from dateline.store.opening import open_case
from dateline.store.people import ROLES, add_key, add_user, open_session, set_password, user_named

PASSWORD = "a long enough one"
_HASH = keep(PASSWORD)

TOLD = "On {} shelling killed {} in {}, {} said."
REPORTS = [
    ("a1", "Courier", "2024-03-01", "5 (Mariam Idris)", "Kutum", "the mayor", "The charred corpses lay there. The road was shut."),
    ("a2", "Gazette", "2024-03-01", "9", "Kutum", "the hospital", "Nobody slept."),
    ("b1", "Courier", "2024-03-05", "12", "Mellit", "the army", "It rained."),
    ("b2", "Monitor", "2024-03-06", "12", "Mellit", "the army", "It rained on."),
    ("c1", "Gazette", "2024-03-09", "7", "Ombada", "a doctor", "The market was full."),
    ("d1", "Monitor", "2024-03-12", "1", "Nowhere", "an elder", "No map has it."),
]  # fmt: skip


def reports() -> list[Read]:
    """An incident that two tell otherwise, two that may be one, one of its own, and one without a point."""
    return [
        read(
            f"{TOLD.format(day, count, place, who)} {more}",
            id,
            publisher=outlet,
            published=date.fromisoformat(day),
            title=f"{place}: {count} dead",
            url=f"https://{outlet.lower()}.example/{id}",
        )
        for id, outlet, day, count, place, who, more in REPORTS
    ]


class Painter:
    """Draws here and now, without the names around it, which need the gazetteer."""

    def paint(self, page: MapPage) -> str:
        return picture(page, {}, no_towns)

    def ground(self, view: View, around: bool) -> str:
        return ground(view, around)


class Open:
    """A desk with its server. ``url``: where it is."""

    def __init__(self, case: Case, name: str, options: Options | None = None) -> None:
        self.case, self.name = case, name
        self._clients: list[httpx.Client] = []
        self.folding = Folding(name, lambda: merge_and_settle(case))
        self.desk = Desk(case, options or Options(("127.0.0.1", "localhost")), self.folding, Painter())
        self.app = make_app(self.desk)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        config = uvicorn.Config(self.app, port=self.port, log_level="error", lifespan="on", ws="none")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def start(self) -> "Open":
        self._thread.start()
        while not self._server.started:
            time.sleep(0.005)
        return self

    def stop(self) -> None:
        for client in self._clients:
            client.close()
        self._server.should_exit = True
        self._thread.join(10)
        self.folding.close()

    def person(self, role: str, name: str | None = None) -> httpx.Client:
        """A browser in which someone of a role has come in; what their forms bring along is in ``x-form``."""
        name = name or role
        with self.case.writing() as writer:
            known = user_named(writer.connection, name)
            user = known or add_user(writer, name, role, by="test")  # type: ignore[arg-type]
            secret, session = open_session(writer, user.id)
        cookies, headers = {"dateline_session": secret}, {"x-form": session.form}
        self._clients.append(httpx.Client(base_url=self.url, cookies=cookies, headers=headers, timeout=30))
        return self._clients[-1]

    def program(self, role: str) -> httpx.Client:
        """A program with a token of someone of a role."""
        with self.case.writing() as writer:
            user = add_user(writer, f"{role}'s program", role, by="test")  # type: ignore[arg-type]
            token = add_key(writer, user.id, "api", "test", None)
        headers = {"authorization": f"Bearer {token}"}
        self._clients.append(httpx.Client(base_url=self.url, headers=headers, timeout=30))
        return self._clients[-1]

    def settle(self) -> None:
        """Wait until everything on record is folded."""
        assert self.folding.wait(self.folding.ask(), 30)


def make_open(name: str, told: list[Read], options: Options | None = None) -> Open:
    case = open_case(name, create=True)
    take(case, told)
    merge_case(case)
    with case.writing() as writer:
        for role in ROLES:
            user = add_user(writer, role, role, by="test")
            set_password(writer, user.id, _HASH)
    return Open(case, name, options).start()


def incident_of(client: httpx.Client, words: str) -> dict[str, object]:
    """The brief of the incident that words find."""
    found = client.get("/api/queue", params={"words": words, "kind": "incident"}).json()
    return dict(found["items"][0]["incident"])
