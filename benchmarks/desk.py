"""How long the desk takes to answer, with 50,000 incidents in the casefile and 8 people at work.

    python benchmarks/desk.py [--incidents N] [--users N] [--seconds N] [--pause SECONDS] [--browser] [--case CASE] [--json FILE]

The incidents are made here and written as a merge would have left them, a report each; nothing is coded. The server runs as ``dateline serve`` does.
Each user asks for the queue under some filter, a search, an incident, and the map, over and over.

**With pauses** a user looks at each page for a second (``--pause``, half to one and a half times as long). A recorder who reads a report takes ten
seconds and more; a second is somebody who leafs through, filter by filter, so that 8 of them here ask as often as 80 at work. **Without** there is
no pause: 8 programs ask anew the moment they are answered, so that 8 questions always lie before the server, and each waits for seven others.

What is reported is the server's own time for each answer, the time that a user waited, the processor time that the server spent for each answer, and
the size of the largest page, as it is sent (no page is compressed). A map that nobody has asked for since the server started is drawn; it is reported
apart from one that was asked for before. What lies under a map, land and borders, is a file of its own, which a browser loads beside the page, and
keeps; each user loads each once (``ground``). With ``--browser`` the map is opened in Chromium, moved, brought nearer, and its timeline dragged over, and
the times between frames and the longest stretch of work of the page are reported.
"""

import argparse
import asyncio
import datetime as dt
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import httpx
from desk_map import look

from dateline.casefile.docketing import docket_rows
from dateline.export.public_incident import public_incidents
from dateline.merge import apart
from dateline.model.incident import Acled, Actor, ArticleInfo, Casualty, Claim, Coded, Incident, Speaker, When, Where
from dateline.store import docket
from dateline.store.case import Case
from dateline.store.incidents import ready, replace
from dateline.store.listing import items
from dateline.store.opening import open_case
from dateline.store.people import add_key, add_user, open_session
from dateline.store.reports import New, add
from dateline.store.wanted import Wanted

PORT = 8799
BAR = 0.2
"""Seconds, at the 95th percentile."""

TYPES = (("shelling", "Explosions/Remote violence", "Shelling/artillery/missile attack"), ("killing", "Violence against civilians", "Attack"),
         ("armed_clash", "Battles", "Armed clash"), ("abduction", "Violence against civilians", "Abduction/forced disappearance"))  # fmt: skip
COUNTRIES = (
    ("SD", 13, 30, 6),
    ("SY", 35, 38, 2),
    ("ML", 15, -3, 4),
    ("MM", 21, 96, 4),
    ("UA", 48, 36, 4),
    ("YE", 15, 45, 3),
)
ACTORS = ("rebels", "army", "police", "militia", "Islamic State", "border guards")


def made(count: int) -> list[Coded]:
    """Reports of invented incidents, some of them without a point."""
    rng = random.Random(5)
    out = []
    for n in range(count):
        kind, event, sub = rng.choice(TYPES)
        code, lat, lon, spread = rng.choice(COUNTRIES)
        day = dt.date(2021, 1, 1) + dt.timedelta(days=rng.randrange(1460))
        killed, place = rng.randrange(1, 40), f"Town {rng.randrange(3000)}"
        text = (
            f"{place}, {day}. {kind} killed {killed} people in {place}, the mayor said. Number {n}. "
            + "It was quiet before. " * 60
        )
        at = (
            (round(lat + rng.gauss(0, spread / 2), 4), round(lon + rng.gauss(0, spread / 2), 4))
            if n % 12
            else (None, None)
        )
        said = text.index("killed") + 7
        one = Incident(
            id=f"e{n}", type=kind, acled=Acled(event_type=event, sub_event_type=sub),
            when=When(start=day, end=day, precision="day", basis="stated", text=str(day), evidence=(len(place) + 2, len(place) + 12)),
            where=Where(name=place, text=place, lat=at[0], lon=at[1], radius_km=3.0, precision="settlement", country=code, admin1=f"Province {n % 20}", evidence=(0, len(place))),
            actors=(Actor(role="a", name=rng.choice(ACTORS)),),
            casualties=(Casualty(outcome="killed", group="civilians", low=killed, high=killed, kind="exact", text=str(killed), evidence=(said, said + len(str(killed)))),),
            claims=(Claim(speaker=Speaker(name="the mayor"), cue="said"),), sentences=((0, 90),),
        )  # fmt: skip
        info = ArticleInfo(
            id=f"a{n}",
            published=day,
            publisher=f"Outlet {n % 200}",
            title=f"{place}: {killed} dead",
            sha256=f"{n:064x}",
            chars=len(text),
            text=text,
        )
        out.append(Coded(article=info, incidents=(one,)))
    return out


def fill(name: str, count: int) -> str:
    """A casefile with so many incidents, and a token."""
    with open_case(name, create=True) as case:
        coded = made(count)
        for start in range(0, count, 2000):
            with case.writing(lazily=True) as writer:
                for one in coded[start : start + 2000]:
                    add(
                        writer,
                        New(
                            name=one.article.id,
                            source=one.article.publisher or "-",
                            text=one.article.text or "",
                            coded=one,
                            ruleset="1",
                        ),
                    )
        begun = time.perf_counter()
        merged = list(apart(coded))
        strangers = list(public_incidents(merged))
        spoken = {
            f"{one.article.id}#{one.incidents[0].id}": f"{one.article.title} {(one.article.text or '')[:90]}"
            for one in coded
        }
        _store(case, merged, strangers, spoken)
        print(f"{count:,} incidents folded and stored in {time.perf_counter() - begun:.0f} s")
        with case.writing() as writer:
            return add_key(writer, add_user(writer, "bench", "lead", by="bench").id, "api", "bench", None)


def add_token(name: str) -> str:
    """A token for a casefile that an earlier run filled."""
    with open_case(name) as case, case.writing() as writer:
        user = add_user(writer, f"bench {time.time_ns()}", "lead", by="bench")
        return add_key(writer, user.id, "api", "bench", None)


def add_session(name: str) -> str:
    """A browser's session."""
    with open_case(name) as case, case.writing() as writer:
        return open_session(writer, add_user(writer, f"browser {time.time_ns()}", "lead", by="bench").id)[0]


def _store(case: Case, merged: list[Any], strangers: list[Any], spoken: dict[str, str]) -> None:
    with case.writing() as writer:
        done = replace(writer, [ready(one) for one in merged], [])
        docket.replace(writer, docket_rows(merged, strangers, [], [], spoken), strangers)
        writer.log("merge", {"upto": 0, "reports": len(merged), "incidents": done.total, "digest": done.digest})


def questions(ids: list[str], rng: random.Random) -> list[tuple[str, str]]:
    """What one round of a user is: kind and address."""
    code, kind = rng.choice(COUNTRIES)[0], rng.choice(TYPES)[0]
    year = rng.randrange(2021, 2025)
    return [
        ("queue", rng.choice(["/queue", f"/queue?country={code}", f"/queue?type={kind}&since={year}-01-01", f"/queue?actor=rebels&state=open&offset={40 * rng.randrange(20)}"])),
        ("search", f"/queue?words=Town+{rng.randrange(3000)}"),
        ("incident", f"/incidents/{rng.choice(ids)}"),
        ("search", f"/queue?words={rng.choice(['shelling', 'rebels', 'killing Outlet', 'mayor province'])}"),
        ("incident", f"/incidents/{rng.choice(ids)}?country={code}"),
        ("map", rng.choice(["/map", f"/map?country={code}", f"/map?country={code}&type={kind}", f"/map?since={year}-01-01&until={year}-06-30"])),
    ]  # fmt: skip


class Seen(NamedTuple):
    """What users saw: by kind, how long they waited and how long the server took, in seconds, and the largest page in bytes."""

    took: dict[str, list[tuple[float, float]]]
    sizes: dict[str, int]
    maps: set[str]


async def user(url: str, token: str, ids: list[str], end: float, pause: float, seed: int, seen: Seen) -> None:
    rng, have = random.Random(seed), set[str]()
    async with httpx.AsyncClient(base_url=url, headers={"authorization": f"Bearer {token}"}, timeout=60) as client:
        while time.perf_counter() < end:
            for kind, path in questions(ids, rng):
                await asyncio.sleep(pause * rng.uniform(0.5, 1.5))
                if kind == "map" and path not in seen.maps:
                    seen.maps.add(path)
                    kind = "map, first"
                answer = await ask(client, kind, path, seen)
                under = re.search(r'data-from="([^"]+)', answer) if kind.startswith("map") else None
                if under and under[1] not in have:
                    have.add(under[1])
                    await ask(client, "ground", under[1], seen)


async def ask(client: httpx.AsyncClient, kind: str, path: str, seen: Seen) -> str:
    begun = time.perf_counter()
    answer = await client.get(path)
    answer.raise_for_status()
    own = float(answer.headers["server-timing"].split("=")[1]) / 1000
    seen.took.setdefault(kind, []).append((time.perf_counter() - begun, own))
    seen.sizes[kind] = max(seen.sizes.get(kind, 0), len(answer.content))
    return answer.text


def percentile(found: list[float], share: float) -> float:
    return sorted(found)[min(len(found) - 1, int(share * len(found)))]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the desk.")
    parser.add_argument("--incidents", type=int, default=50_000)
    parser.add_argument("--users", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--pause", type=float, default=1.0)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--case", help="where the casefile is kept for another run")
    parser.add_argument("--json")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        name = given.case or f"{folder}/case.db"
        token = add_token(name) if Path(name).exists() else fill(name, given.incidents)
        with open_case(name, write=False) as case, case.reading() as connection:
            ids = [i.incident for i in items(connection, "internal", Wanted(), limit=5000)]
        result = {"incidents": given.incidents, "users": given.users, "load": os.getloadavg()[0]}
        for label, pause in (("with pauses", given.pause), ("without", 0.0)):
            with serving(name) as (url, server):
                print(f"\n{label} (load of the machine before: {os.getloadavg()[0]:.1f})")
                result[label] = measure(url, server, token, ids, pause, given)
        if given.browser:
            with serving(name) as (url, _):
                result["browser"] = look(url, add_session(name))
    if given.json:
        Path(given.json).write_text(json.dumps(result, indent=2))
    return (
        0
        if all(p["server_p95"] <= BAR for kind, p in result["with pauses"]["pages"].items() if kind != "ground")
        else 1
    )


@contextmanager
def serving(name: str) -> Iterator[tuple[str, int]]:
    """A desk that answers: its address and its process."""
    command = [sys.executable, "-m", "dateline", "serve", name, "--port", str(PORT), "--no-fold"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{PORT}"
    try:
        for _ in range(600):
            try:
                httpx.get(f"{url}/login", timeout=5)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        time.sleep(6)  # it draws the map of everything and compiles its pages
        yield url, server.pid
    finally:
        server.terminate()
        server.wait()


def spent(process: int) -> float:
    """Seconds of processor time of a process and of those that it began."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") + sum(spent(int(child)) for child in children)


def measure(
    url: str, server: int, token: str, ids: list[str], pause: float, given: argparse.Namespace
) -> dict[str, Any]:
    seen = Seen({}, {}, set())
    before, end = spent(server), time.perf_counter() + given.seconds

    async def run() -> None:
        await asyncio.gather(*(user(url, token, ids, end, pause, n, seen) for n in range(given.users)))

    asyncio.run(run())
    answers = sum(map(len, seen.took.values()))
    each = (spent(server) - before) / answers
    pages = {}
    print(f"{'page':12}{'answers':>9}{'server p50':>12}{'p95':>8}{'waited p95':>12}{'bytes':>10}")
    for kind, found in sorted(seen.took.items()):
        waited, own = [w for w, _ in found], [s for _, s in found]
        pages[kind] = {"answers": len(found), "server_p50": percentile(own, 0.5), "server_p95": percentile(own, 0.95), "waited_p95": percentile(waited, 0.95), "bytes": seen.sizes[kind]}  # fmt: skip
        p = pages[kind]
        print(
            f"{kind:12}{p['answers']:>9}{1000 * p['server_p50']:>9.0f} ms{1000 * p['server_p95']:>5.0f} ms{1000 * p['waited_p95']:>9.0f} ms{p['bytes']:>10,}"
        )
    print(f"{answers / given.seconds:.0f} answers a second, {1000 * each:.0f} ms of processor time for each")
    return {"pause": pause, "processor": each, "pages": pages}


if __name__ == "__main__":
    raise SystemExit(main())
