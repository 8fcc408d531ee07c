"""One's own password, tokens and filters."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from anyio.to_thread import run_sync
from litestar import Request, Response, get, post
from sqlalchemy import Connection

from dateline.desk.door import Person, desk_of
from dateline.desk.limit import Wait, begin, succeed
from dateline.desk.pages.page import Me, Saved
from dateline.desk.pages.people import AccountPage, TokenView
from dateline.desk.password import fits, keep
from dateline.desk.render import html, see
from dateline.desk.routes.session import session_cookie
from dateline.store.errors import CaseError
from dateline.store.people import (
    add_key,
    drop_filter,
    end_key,
    filters_of,
    keys_of,
    later,
    open_session,
    save_filter,
    set_password,
    user_named,
)

_DAYS = 365


def account_page(connection: Connection, person: Person, **more: Any) -> AccountPage:
    """What is one's own."""
    user = user_named(connection, person.name)
    return AccountPage(
        me=Me(name=person.name, role=person.role, profile=person.profile),
        has_password=bool(user and user.password),
        tokens=tuple(TokenView(id=k.id, label=k.label, created=k.created, expires=k.expires) for k in keys_of(connection, person.id)),
        saved=tuple(Saved(id=s.id, name=s.name, query=s.query) for s in filters_of(connection, person.id)),
        **more,
    )  # fmt: skip


@get("/account", opt={"least": "viewer"}, include_in_schema=False)
async def account(request: Request[Any, Any, Any]) -> Response[bytes]:
    return await run_sync(_shown, request)


@post("/account", opt={"least": "viewer"}, include_in_schema=False)
async def change(request: Request[Any, Any, Any]) -> Response[bytes]:
    """A new password, a new token, or one taken back."""
    form = {k: str(v) for k, v in (await request.form()).items()}
    return await run_sync(_change, request, form)


def _change(request: Request[Any, Any, Any], form: dict[str, str]) -> Response[bytes]:
    desk, person = desk_of(request), request.user
    assert isinstance(person, Person)
    try:
        match form.get("what"):
            case "password":
                return _password(request, person, form)
            case "token":
                with desk.case.writing() as writer:
                    secret = add_key(writer, person.id, "api", form.get("label", "") or "token", later(days=_DAYS))
                    writer.log("user", {"user": person.name, "what": "token"}, by=person.name)
                return _shown(request, secret=secret, said="Copy it now; it is not shown again.")
            case "end":
                with desk.case.writing() as writer:
                    gone = end_key(writer, form.get("id", ""), person.id)
                return _shown(request, said="Taken back." if gone else "There is no such token.")
            case _:
                return _shown(request, status=400, said="Nothing was asked for.")
    except CaseError as error:
        return _shown(request, status=400, said=f"{error}")


def _password(request: Request[Any, Any, Any], person: Person, form: dict[str, str]) -> Response[bytes]:
    desk = desk_of(request)
    with desk.case.reading() as connection:
        user = user_named(connection, person.name)
    assert user is not None
    try:
        tried = begin(desk.case, name=person.name)
    except Wait:
        return _shown(request, status=429, said="Too many tries; wait a few minutes.")
    if user.password and not fits(user.password, form.get("old", "")):
        return _shown(request, status=400, said="That is not the present password.")
    succeed(desk.case, tried)
    hash = keep(form.get("new", ""))
    with desk.case.writing() as writer:
        set_password(writer, user.id, hash)
        writer.log("user", {"user": person.name, "what": "password"}, by=person.name)
        secret, _ = open_session(writer, user.id)
    answer = see(request, "/queue")
    answer.cookies.append(session_cookie(desk, secret))
    return answer


def _shown(request: Request[Any, Any, Any], status: int = 200, **more: Any) -> Response[bytes]:
    with desk_of(request).case.reading() as connection:
        page = account_page(connection, request.user, **more)
    return html(request, "account.html.j2", status=status, page=page)


@post("/filters", opt={"least": "viewer"}, include_in_schema=False)
async def keep_filter(request: Request[Any, Any, Any]) -> Response[bytes]:
    form = await request.form()
    return await run_sync(
        _keep, request, str(form.get("name", "")), str(form.get("query", "")), str(form.get("drop", ""))
    )


def _keep(request: Request[Any, Any, Any], name: str, query: str, drop: str) -> Response[bytes]:
    desk, person = desk_of(request), request.user
    query = urlencode(parse_qsl(query.lstrip("?")[:2000]))
    with desk.case.writing(lazily=True) as writer:
        if drop:
            drop_filter(writer, person.id, drop)
        else:
            save_filter(writer, person.id, name, query)
    return see(request, f"/queue?{query}" if query and not drop else "/queue")
