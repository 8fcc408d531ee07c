"""What comes from articles, notes, names and addresses runs nowhere, and what is typed into the desk reaches no file and no query."""

import csv
import io
import json
from typing import Any
from urllib.parse import quote

import pytest
from opened import Open, incident_of, make_open

from cases import read
from dateline.store.case import Case

EVIL = '<img src=x onerror="alert(1)"><script>alert(2)</script>\'"{{7*7}}\u202e\0'
TOLD = "On 2024-03-01 shelling killed 5 in Kutum, {} said."


def scripted() -> list[Any]:
    """Reports whose every part is an attack."""
    return [
        read(
            f"{EVIL} {TOLD.format('=cmd|calc!A0 <b onclick=x>')} {EVIL}", f"e1{EVIL[:12]}", publisher=f"=1+1{EVIL}", title=EVIL,
            url="javascript:alert(3)//<script>",
        ),
        read(f"{TOLD.format('@SUM(1)')} </style></title>{EVIL}", "../../etc/passwd", publisher="'); DROP TABLE users;--", title=EVIL, url="https://x.example/\"><script>"),
    ]  # fmt: skip


@pytest.fixture
def evil(tmp_path: object) -> Any:
    opened = make_open(f"{tmp_path}/case.db", scripted())
    yield opened
    opened.stop()
    opened.case.close()


def all_pages(opened: Open, role: str, path: str = "") -> dict[str, str]:
    with opened.person(role) as client:
        items = client.get("/api/queue").json()["items"]
        paths = ["/queue", "/map", "/account", *(f"/incidents/{i['incident']['id']}" for i in items)]
        return {p + path: client.get(p + path).text for p in paths}


def test_nothing_of_an_article_is_markup_or_a_script_address(evil: Open) -> None:
    with evil.person("lead") as lead:
        id = incident_of(lead, "Kutum")["id"]
        answer = lead.post(f"/api/incidents/{id}/decisions", json={"action": "accept", "note": EVIL})
        assert answer.status_code == 201
        lead.post("/filters", data={"name": EVIL[:50], "query": f"words={EVIL}"})
        lead.post("/account", data={"what": "token", "label": EVIL[:50]})
    pages = (
        all_pages(evil, "lead")
        | all_pages(evil, "viewer")
        | all_pages(evil, "lead", f"?words={'%3Cscript%3Ealert(1)%3C/script%3E'}")
    )
    assert len(pages) >= 8
    for path, text in pages.items():
        for sign in (
            "<img src=x",
            "<script>alert",
            "<b onclick",
            "</style></title>",
            "49",
            'href="javascript',
            "\u202e",
            "\0",
        ):
            if sign != "49":
                assert sign not in text, (path, sign)
        assert "{{7*7}}" not in text or "&#39;&#34;{{7*7}}" in text
    assert any("&lt;script&gt;alert(2)" in text for text in pages.values()), "it is shown, as words"


def test_nothing_in_an_export_is_a_formula(evil: Open) -> None:
    with evil.person("lead") as lead:
        for shown in ("", "?as=public"):
            answer = lead.post(f"/export{shown}", params={"format": "csv", **({"as": "public"} if shown else {})})
            assert answer.status_code == 200
            assert answer.headers["content-disposition"] == 'attachment; filename="incidents.csv"'
            for row in csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))):
                assert not [
                    cell
                    for cell in row
                    if cell[:1] in ("=", "+", "@", "\t") or (cell.startswith("-") and not cell[1:2].isdigit())
                ]
        for format in ("geojson", "jsonl", "hxl"):
            assert lead.get("/api/export", params={"format": format}).status_code == 200
        assert lead.get("/api/export", params={"format": "../../x"}).status_code == 400


def test_what_is_typed_into_an_address_is_never_a_query(local: Open) -> None:
    attacks = ["' OR 1=1 --", "'; DROP TABLE users; --", '" OR ""="', "%' UNION SELECT password FROM users --", "NEAR(", "words:*", "\\", "\0", '"', "a" * 200]  # fmt: skip
    names = ("words", "actor", "type", "grade", "outlet", "country", "since", "until", "box", "state", "kind")
    with local.person("admin") as admin:
        whole = admin.get("/api/queue").json()["total"]
        for attack in attacks:
            for name in names:
                for path in ("/api/queue", "/map"):
                    answer = admin.get(path, params={name: attack})
                    assert answer.status_code in (200, 400), (path, name, attack)
                    if path == "/api/queue" and answer.status_code == 200:
                        assert answer.json()["total"] == 0, (name, attack)
            assert admin.get(f"/api/incidents/{quote(attack[:30], safe='')}").status_code in (404, 400)
        assert admin.get("/api/queue").json()["total"] == whole
        assert len(admin.get("/api/people").json()["people"]) == 4


def test_paths_lead_to_no_file(local: Open) -> None:
    with local.person("admin") as admin:
        for path in (
            "/static/../../../../etc/passwd", "/static/x/..%2f..%2fapp.py", "/static/x/%2e%2e/desk.py", "/static/x/desk.css", "/static//etc/passwd",
            "/incidents/..%2f..%2fetc%2fpasswd", "/api/incidents/%2e%2e", "/export?format=..%2fx",
        ):  # fmt: skip
            answer = admin.get(path)
            assert answer.status_code in (400, 404, 405), path
            assert "root:" not in answer.text


def test_a_body_that_is_too_large_or_no_json_is_refused(local: Open) -> None:
    with local.person("lead") as lead:
        id = incident_of(lead, "Kutum")["id"]
        url = f"/api/incidents/{id}/decisions"
        assert (
            lead.post(url, content=b"{" + b" " * 300_000, headers={"content-type": "application/json"}).status_code
            == 413
        )
        assert lead.post(url, content=b'{"action":', headers={"content-type": "application/json"}).status_code == 400
        assert lead.post(url, content=b"[" * 5000, headers={"content-type": "application/json"}).status_code == 400
        assert json.loads(lead.get(f"/api/incidents/{id}").text)["history"] == []


def test_secrets_are_not_in_the_file(local: Open) -> None:
    with local.person("admin") as admin:
        made = admin.post("/account", data={"what": "token", "label": "t"}).text
        token = made.split('id="secret" readonly value="')[1].split('"')[0]
        held = held_words(local.case)
        assert token not in held
        assert admin.cookies["dateline_session"] not in held
        assert "$argon2id$" in held


def held_words(case: Case) -> str:
    from sqlalchemy import select

    from dateline.store.schema import keys, sessions, users

    with case.reading() as connection:
        return repr([list(connection.execute(select(t))) for t in (users, keys, sessions)])
