"""What strangers are given, crawled: every page, every answer of the API, every export, every filter. Nothing that is withheld is in any of them."""

import re
from collections.abc import Iterator
from datetime import date

import httpx
import pytest
from opened import REPORTS, Open, incident_of, make_open
from test_door import routes

from cases import read
from dateline.export.formats import FORMATS

SECRET = (
    "Mariam",
    "Idris",
    "charred",
    "corpses",
    "The road was shut",
    "market was full",
    "the hospital",
    "a doctor",
    "an elder",
    "dead</",
    "a1#",
    "Ada",
    "a private note",
    "Kutum: 5",
)
"""Names of a victim and of sources, words of texts and titles, ids, who decided, and why."""

EXPORTS = ("csv", "hxl", "geojson", "jsonl")
_FINE = re.compile(r"-?\d{1,3}\.\d{2,}")


def crawl(client: httpx.Client) -> Iterator[tuple[str, str]]:
    """Everything that links lead to from the start, and the forms' exports."""
    todo, done = ["/", "/queue", "/map", "/account", "/api/me", "/api/queue", "/api/map", "/api/filters"], set[str]()
    while todo:
        path = todo.pop()
        if path in done or len(done) > 150:
            continue
        done.add(path)
        answer = client.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        yield path, answer.text
        for link in re.findall(r'(?:href|formaction|hx-get)="(/[^"#]*)', answer.text):
            link = link.replace("&amp;", "&")
            if not link.startswith(("/static", "/favicon", "/export")):
                todo.append(link)
        todo += [f"/api/incidents/{id}" for id in re.findall(r"/incidents/([0-9a-f]{12})", answer.text)]
    for format in EXPORTS:
        yield format, client.get("/api/export", params={"format": format}).text
        yield format, client.post("/export", params={"format": format}).text


@pytest.mark.parametrize("role", ["viewer", "lead"])
def test_nothing_that_is_withheld_is_given_to_strangers(desk: Open, role: str) -> None:
    with desk.person("lead", "Ada") as ada:
        id = incident_of(ada, "Kutum")["id"]
        ada.post(f"/api/incidents/{id}/decisions", json={"action": "accept", "note": "a private note"})
        desk.settle()
    seen: set[str] = set()
    with desk.person(role) as client:
        if role != "viewer":
            client.params = client.params.merge({"as": "public"})
        for path, text in crawl(client):
            plain = re.sub(r"/map/(?:ground|around)/.*", "/map/{part}/{zoom}/{x}/{y}", path.split("?")[0])
            seen.add(re.sub(r"[0-9a-f]{12}", "{id}", plain))
            shown = re.sub(r'(?s)<svg.*?</svg>|content="[^"]*"|data-[a-z]+="[^"]*"|viewBox="[^"]*"', "", text)
            said = [word for word in SECRET if word in text and not (word == "Ada" and role != "viewer")]
            assert said == [], (path, said)
            shown = re.sub(
                r'(?:view|box)(?:=|%3D)[^"&]*|id="f-box"[^>]*|"view":\[[^]]*\]|"(?:left|width|height)":[\d.]+',
                "",
                shown,
            )
            points = [p for p in _FINE.findall(shown) if 14.1 < abs(float(p)) < 33 and not p.endswith(("00", "000"))]
            assert points == [], (path, points)
    # No page and no answer of the route table is missed, and no format that the desk gives.
    assert {path for method, path, least in routes(desk) if (method, least) == ("GET", "viewer")} - seen == {
        "/api/export"
    }
    assert seen >= {*EXPORTS} == {*FORMATS} - {"parquet"}


def test_strangers_cannot_search_for_what_is_withheld_nor_close_in_on_a_point(desk: Open) -> None:
    with desk.person("viewer") as viewer, desk.person("reviewer") as reviewer:
        for words in ("Mariam", "Idris", "hospital", "doctor", "a1", "dead"):
            assert viewer.get("/api/queue", params={"words": words}).json()["total"] == 0, words
        # Who works on it finds it by a name, by what an article says of it, and by its title.
        for words, total in (
            ("Mariam", 1),
            ("an elder said", 1),
            ("hospital Kutum", 1),
            ("7 dead", 1),
            ("hospital Mellit", 0),
        ):
            assert reviewer.get("/api/queue", params={"words": words, "kind": "incident"}).json()["total"] == total, words  # fmt: skip
        assert viewer.get("/api/queue", params={"words": "Kutum"}).json()["total"] == 1
        # Mellit lies at 14.13, 25.55 and is told to strangers at 14.1, 25.6 (or 25.5).
        exact = {"box": "25.54,14.12,25.56,14.14"}
        assert reviewer.get("/api/queue", params={**exact, "kind": "incident"}).json()["total"] == 2
        assert viewer.get("/api/queue", params=exact).json()["total"] == 0
        assert viewer.get("/api/queue", params={"box": "25.4,14.0,25.7,14.2"}).json()["total"] == 2
        for name in ("actor", "outlet"):
            known = viewer.get("/api/queue").json()["choices"][name]
            assert not [k for k in known if k in ("the mayor", "a doctor")]
        assert viewer.get("/api/map").json()["items"]
        for item in viewer.get("/api/map").json()["items"]:
            assert item["count"] > 1 or (round(item["lat"], 1), round(item["lon"], 1)) == (item["lat"], item["lon"])


def test_what_one_incident_withholds_no_other_tells(tmp_path: object) -> None:
    text = f"{REPORTS[0][1]} wrote. On 2024-03-01 shelling killed 5 (Omar Haddad) in Kutum, the mayor said. On 2024-03-04 shelling killed 1 in Mellit, Omar Haddad said."  # fmt: skip
    opened = make_open(f"{tmp_path}/case.db", [read(text, "x", publisher="Haddad News", published=date(2024, 3, 5))])
    try:
        with opened.person("viewer") as viewer:
            for words in ("Mellit", "Kutum"):
                assert "Haddad" not in viewer.get("/api/queue", params={"words": words}).text
            assert "Haddad" not in viewer.get("/api/export", params={"words": "Mellit"}).text
            assert viewer.get("/api/queue").json()["total"] == 2
    finally:
        opened.stop()
        opened.case.close()
