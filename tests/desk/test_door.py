"""Who may ask for what. The cases are made from the route table, so that no route is missed, and one that names no role is shut."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from opened import PASSWORD, Open, incident_of
from sqlalchemy import select

from dateline.desk.door import ANYONE
from dateline.desk.limit import Wait, begin
from dateline.store.opening import open_case
from dateline.store.people import LINK_MINUTES, ROLES, add_key, later, user_named
from dateline.store.schema import tries
from dateline.store.tries import WINDOW, waiting

_OPEN = {
    "/login",
    "/enter",
    "/",
    "/static/{digest:str}/{name:str}",
    "/favicon.ico",
    "/api",
    "/api/openapi.json",
    "/api/{path}",
}


def routes(desk: Open) -> Iterator[tuple[str, str, str | None]]:
    """Method, path, and the least role, of every route that is served."""
    for route in desk.app.routes:
        for handler in getattr(route, "route_handlers", ()):
            for method in handler.http_methods:
                if method != "OPTIONS":
                    yield (
                        method,
                        route.path_format if hasattr(route, "path_format") else route.path,
                        handler.opt.get("least"),
                    )


def filled(path: str, desk: Open) -> str:
    with desk.person("admin") as admin:
        id = str(incident_of(admin, "Kutum")["id"])
    given = {"id": id, "digest": "x", "name": "y", "part": "ground", "zoom": "4.5", "x": "1140", "y": "550"}
    return re.sub(r"\{(\w+)(?::\w+)?\}", lambda part: given[part[1]], path)


def test_every_route_names_whom_it_is_for(local: Open) -> None:
    found = list(routes(local))
    assert len(found) > 25
    assert {least for _, _, least in found} <= {ANYONE, *ROLES}
    assert {path.replace("{digest}", "{digest:str}").replace("{name}", "{name:str}") for _, path, least in found if least == ANYONE} == _OPEN  # fmt: skip


def test_no_route_lets_in_a_lesser_role_or_nobody(local: Open) -> None:
    clients: dict[str, httpx.Client] = {role: local.person(role) for role in ROLES}
    tried = 0
    for method, path, least in routes(local):
        if least == ANYONE or path == "/logout":
            continue
        url = filled(path, local)
        with httpx.Client(base_url=local.url) as nobody:
            answer = nobody.request(method, url)
            assert answer.status_code in (401, 303), (method, path)
            assert answer.status_code == 401 or answer.headers["location"] == "/login"
            assert nobody.request(method, url, headers={"authorization": "Bearer dl_no"}).status_code in (401, 303)
        assert least is not None
        for role in ROLES:
            status = clients[role].request(method, url).status_code
            tried += 1
            if ROLES.index(role) < ROLES.index(least):  # type: ignore[arg-type]
                assert status == 403, (method, path, role)
            else:
                assert status not in (401, 500), (method, path, role)
    assert tried >= 80


def test_nothing_is_changed_without_what_the_sessions_own_pages_know(local: Open) -> None:
    with local.person("admin") as admin:
        id = incident_of(admin, "Kutum")["id"]
        tried = 0
        for method, path, least in routes(local):
            if method in ("GET", "HEAD") or least == ANYONE:
                continue
            url = filled(path, local)
            for form in ("", "x" * 43):
                answer = admin.request(method, url, headers={"x-form": form}, json={"action": "accept"} if "/api/" in path else None)  # fmt: skip
                assert answer.status_code == 403, (method, path)
                tried += 1
            elsewhere = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
            assert admin.request(method, url, headers=elsewhere).status_code == 403, (method, path)
        assert tried >= 14
        assert admin.get(f"/api/incidents/{id}").json()["history"] == []


def test_another_page_cannot_log_its_reader_in(local: Open) -> None:
    form = {"name": "viewer", "password": PASSWORD}
    with httpx.Client(base_url=local.url) as browser:
        for headers in (
            {"origin": "https://evil.example"},
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
        ):
            assert browser.post("/login", data=form, headers=headers).status_code == 403
        assert browser.post("/login", data=form, headers={"origin": local.url}).status_code == 303


def test_a_session_is_new_after_logging_in_and_ends(local: Open) -> None:
    with httpx.Client(base_url=local.url, cookies={"dateline_session": "chosen-by-another"}) as browser:
        first = browser.post("/login", data={"name": "reviewer", "password": PASSWORD})
        cookie = first.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        one = first.cookies["dateline_session"]
        assert one != "chosen-by-another"
        browser.cookies.clear()
        browser.cookies.set("dateline_session", one)
        assert browser.get("/api/me").json()["role"] == "reviewer"
        two = browser.post("/login", data={"name": "reviewer", "password": PASSWORD}).cookies["dateline_session"]
        assert two != one
        browser.cookies.clear()
        browser.cookies.set("dateline_session", one)
        assert browser.get("/api/me").status_code == 401, "the old session is over"
    with local.person("viewer") as viewer:
        assert viewer.post("/logout").status_code == 303
        assert viewer.get("/api/me").status_code == 401


def test_passwords_cannot_be_tried_for_long(local: Open) -> None:
    with httpx.Client(base_url=local.url) as browser:
        tries = [browser.post("/login", data={"name": "lead", "password": f"guess {n} of many"}) for n in range(7)]
        assert [t.status_code for t in tries] == [401] * 5 + [429] * 2
        assert int(tries[-1].headers["retry-after"]) > 60
        right = browser.post("/login", data={"name": "lead", "password": PASSWORD})
        assert right.status_code == 429
        wrong = browser.post("/login", data={"name": "nobody at all", "password": "x"})
        assert (wrong.status_code, "do not go together" in wrong.text) == (401, True)
        for n in range(30):
            with suppress(Wait):
                begin(local.case, name=f"name {n}", place="127.0.0.1")
        assert browser.post("/login", data={"name": "admin", "password": PASSWORD}).status_code == 429


def test_failed_tries_hold_for_every_process_and_many_at_once_are_no_more_than_many_in_a_row(desk: Open) -> None:
    def guess(n: int) -> int:
        return httpx.post(f"{desk.url}/login", data={"name": "lead", "password": f"guess {n} of many"}).status_code

    with ThreadPoolExecutor(12) as pool:
        assert sorted(pool.map(guess, range(12))) == [401] * 5 + [429] * 7
    with open_case(desk.name) as other, pytest.raises(Wait) as caught:
        begin(other, name="lead", place="10.0.0.1")
    assert 200 < caught.value.seconds <= WINDOW
    with desk.case.reading() as connection:
        kept = str(connection.execute(select(tries)).all())
    assert "lead" not in kept


def test_who_comes_in_is_not_held_by_what_failed_before(local: Open) -> None:
    for _ in range(3):
        for word in ("wrong", "wrong again", PASSWORD):
            answer = httpx.post(f"{local.url}/login", data={"name": "lead", "password": word})
    assert answer.status_code == 303
    with local.case.reading() as connection:
        assert waiting(connection, "name lead", 1) == 0
        assert waiting(connection, "place 127.0.0.1", 6) > 0
        assert waiting(connection, "place 127.0.0.1", 7) == 0


def test_a_link_lets_in_once(local: Open) -> None:
    with local.case.writing() as writer:
        user = user_named(writer.connection, "viewer")
        assert user is not None
        key = add_key(writer, user.id, "once", "link", later(minutes=LINK_MINUTES))
        late = add_key(writer, user.id, "once", "link", later(minutes=-1))
    with httpx.Client(base_url=local.url) as browser:
        assert browser.get("/enter", params={"key": key}).status_code == 200, "looking at it does not use it up"
        assert browser.post("/enter", data={"key": key}).status_code == 303
        for spent in (key, late, "", "x"):
            assert browser.post("/enter", data={"key": spent}).status_code == 401


def test_who_is_switched_off_is_out_at_once_with_all_their_keys(local: Open) -> None:
    with local.person("admin") as admin, local.person("viewer", "Eve") as eve:
        made = eve.post("/account", data={"what": "token", "label": "mine"})
        token = made.text.split('id="secret" readonly value="')[1].split('"')[0]
        with httpx.Client(base_url=local.url, headers={"authorization": f"Bearer {token}"}) as program:
            assert program.get("/api/me").json()["name"] == "Eve"
            assert admin.post("/people", data={"what": "off", "name": "Eve"}).status_code == 200
            assert program.get("/api/me").status_code == 401
        assert eve.get("/api/me").status_code == 401
        assert admin.post("/people", data={"what": "off", "name": "admin"}).status_code == 400, "an admin is left"
        assert admin.post("/people", data={"what": "role", "name": "admin", "role": "viewer"}).status_code == 400


def test_what_is_ones_own_is_nobody_elses(local: Open) -> None:
    with local.person("reviewer", "Ada") as ada, local.person("reviewer", "Eve") as eve:
        saved = ada.post("/api/filters", params={"name": "mine", "words": "Kutum"}).json()
        assert ada.get("/api/filters").json() == [saved]
        assert eve.get("/api/filters").json() == []
        assert eve.delete(f"/api/filters/{saved['id']}").status_code == 404
        assert eve.post("/filters", data={"drop": saved["id"]}).status_code == 303
        assert ada.get("/api/filters").json() == [saved]
        ada.post("/account", data={"what": "token", "label": "t"})
        with local.case.reading() as connection:
            from dateline.store.people import keys_of

            (key,) = keys_of(connection)
        assert "There is no such token" in eve.post("/account", data={"what": "end", "id": key.id}).text
        id = incident_of(ada, "Kutum")["id"]
        done = ada.post(f"/api/incidents/{id}/decisions", json={"action": "accept"}).json()
        taken = eve.post(f"/api/incidents/{id}/decisions", json={"action": "undo", "decisions": done["decisions"]})
        assert taken.status_code == 403
        other = incident_of(ada, "Ombada")["id"]
        elsewhere = ada.post(
            f"/api/incidents/{other}/decisions", json={"action": "undo", "decisions": done["decisions"][:1]}
        )
        assert elsewhere.status_code == 400
        graded = ada.post(f"/api/incidents/{id}/decisions", json={"action": "grade", "grade": "Confirmed"})
        assert graded.status_code == 403


def test_pages_load_nothing_from_elsewhere_and_run_nothing_of_their_own(local: Open) -> None:
    with local.person("admin") as admin:
        id = incident_of(admin, "Kutum")["id"]
        for path in ("/queue", "/map", "/people", "/account", f"/incidents/{id}", "/nothing-here"):
            answer = admin.get(path)
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy, path
            assert "unsafe" not in policy
            assert "http" not in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["cache-control"] == "no-store"
            for sign in (" style=", "<style", "javascript:", " onclick", " hx-on", 'src="http', "<script>"):
                assert sign not in answer.text, (path, sign)
        assert admin.get("/login", headers={"host": "evil.example"}).status_code == 400


def test_a_tile_server_is_the_one_other_host(tmp_path: object) -> None:
    from opened import make_open, reports

    from dateline.desk.desk import Options

    opened = make_open(
        f"{tmp_path}/case.db", reports(), Options(("127.0.0.1",), tiles="https://tiles.example/{z}/{x}/{y}.png")
    )
    try:
        with opened.person("viewer") as viewer:
            policy = viewer.get("/map").headers["content-security-policy"]
            hosts = [urlsplit(w).hostname for w in policy.replace(";", " ").split() if w.startswith("http")]
            assert hosts == ["tiles.example"]
            assert parse_qs(policy) == {}
            assert "img-src 'self' data: https://tiles.example;" in policy
    finally:
        opened.stop()
        opened.case.close()
