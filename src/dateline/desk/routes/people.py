"""Who may come in, as what."""

from typing import Any

from anyio.to_thread import run_sync
from litestar import Request, Response, get, post
from sqlalchemy import Connection

from dateline.desk.door import desk_of
from dateline.desk.pages.people import PeoplePage, PersonView
from dateline.desk.render import html
from dateline.store.errors import CaseError
from dateline.store.people import (
    LINK_MINUTES,
    ROLES,
    add_key,
    add_user,
    every_user,
    later,
    set_role,
    switch,
    user_named,
)


def people_page(connection: Connection, **more: Any) -> PeoplePage:
    """Everyone."""
    people = tuple(
        PersonView(name=u.name, role=u.role, active=u.active, has_password=bool(u.password), created=u.created)
        for u in every_user(connection)
    )
    return PeoplePage(people=people, roles=ROLES, **more)


@get("/people", opt={"least": "admin"}, include_in_schema=False)
async def people(request: Request[Any, Any, Any]) -> Response[bytes]:
    return await run_sync(_shown, request)


@post("/people", opt={"least": "admin"}, include_in_schema=False)
async def change(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Someone new, another role, off, on, or a one-time link."""
    form = {k: str(v) for k, v in (await request.form()).items()}
    return await run_sync(_change, request, form)


def _change(request: Request[Any, Any, Any], form: dict[str, str]) -> Response[bytes]:
    desk, by = desk_of(request), request.user.name
    name, role = form.get("name", ""), form.get("role", "")
    link = None
    try:
        with desk.case.writing() as writer:
            match form.get("what"):
                case "add":
                    link = _link(writer, add_user(writer, name, role, by=by).id)  # type: ignore[arg-type]
                case "role":
                    set_role(writer, name, role, by=by)  # type: ignore[arg-type]
                case "off" | "on":
                    switch(writer, name, form["what"] == "on", by=by)
                case "link":
                    user = user_named(writer.connection, name)
                    if user is None or not user.active:
                        raise CaseError(f"{name}: no such user")
                    link = _link(writer, user.id)
                    writer.log("user", {"user": user.name, "what": "link"}, by=by)
                case _:
                    raise CaseError("nothing was asked for")
    except CaseError as error:
        return _shown(request, status=400, said=f"{error}")
    said = f"For {name}: hand this link over. It lets them in once, within {LINK_MINUTES} minutes." if link else "Done."
    return _shown(request, said=said, link=f"{request.base_url}enter?key={link}" if link else None)


def _link(writer: Any, user: str) -> str:
    return add_key(writer, user, "once", "link", later(minutes=LINK_MINUTES))


def _shown(request: Request[Any, Any, Any], status: int = 200, **more: Any) -> Response[bytes]:
    with desk_of(request).case.reading() as connection:
        page = people_page(connection, **more)
    return html(request, "people.html.j2", status=status, page=page)
