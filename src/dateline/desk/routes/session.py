"""Coming in and going: passwords, one-time links, sessions."""

from typing import Annotated, Any

from anyio.to_thread import run_sync
from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.exceptions import TooManyRequestsException
from litestar.params import QueryParameter

from dateline.desk.desk import Desk
from dateline.desk.door import ANYONE, Person, cookie_name, desk_of
from dateline.desk.limit import Try, Wait, begin, succeed
from dateline.desk.password import fits, worn
from dateline.desk.render import html, see
from dateline.store.people import end_session, open_session, set_password, use_once, user_named

WRONG = "That name and password do not go together."
SPENT = "That link has been used, or has run out. Ask for another one: dateline user link CASE NAME"
_LONGEST = 1000


@get("/login", opt={"least": ANYONE}, include_in_schema=False)
async def login_page(request: Request[Any, Any, Any]) -> Response[bytes]:
    return html(request, "login.html.j2", said="")


@post("/login", opt={"least": ANYONE}, include_in_schema=False)
async def login(request: Request[Any, Any, Any]) -> Response[bytes]:
    form = await request.form()
    name, password = str(form.get("name", ""))[:_LONGEST], str(form.get("password", ""))[:_LONGEST]
    return await run_sync(_login, request, " ".join(name.split()), password)


def _login(request: Request[Any, Any, Any], name: str, password: str) -> Response[bytes]:
    desk, place = desk_of(request), _place(request)
    tried = _hear(desk, name, place)
    with desk.case.reading() as connection:
        user = user_named(connection, name)
    # The same work is done for a name that there is not, so that the time tells nothing.
    good = fits(user.password if user and user.active else None, password)
    if user is None or not good:
        return html(request, "login.html.j2", status=401, said=WRONG)
    succeed(desk.case, tried)
    if user.password and (fresh := worn(user.password, password)):
        with desk.case.writing() as writer:
            set_password(writer, user.id, fresh)
    return _enter(request, desk, user.id, "/queue")


@get("/enter", opt={"least": ANYONE}, include_in_schema=False)
async def enter_page(
    request: Request[Any, Any, Any], key: Annotated[str, QueryParameter(max_length=100)] = ""
) -> Response[bytes]:
    """A page with a button: what looks at links for their preview must not use it up."""
    return html(request, "enter.html.j2", key=key, said="")


@post("/enter", opt={"least": ANYONE}, include_in_schema=False)
async def enter(request: Request[Any, Any, Any]) -> Response[bytes]:
    key = str((await request.form()).get("key", ""))[:_LONGEST]
    return await run_sync(_use, request, key)


def _use(request: Request[Any, Any, Any], key: str) -> Response[bytes]:
    desk, place = desk_of(request), _place(request)
    tried = _hear(desk, None, place)
    with desk.case.writing() as writer:
        user = use_once(writer, key)
    if user is None:
        return html(request, "enter.html.j2", status=401, key="", said=SPENT)
    succeed(desk.case, tried)
    return _enter(request, desk, user.id, "/queue" if user.password else "/account")


@post("/logout", opt={"least": "viewer"}, include_in_schema=False)
async def logout(request: Request[Any, Any, Any]) -> Response[bytes]:
    return await run_sync(_logout, request)


def _logout(request: Request[Any, Any, Any]) -> Response[bytes]:
    desk, person = desk_of(request), request.user
    assert isinstance(person, Person)
    if person.session:
        with desk.case.writing(lazily=True) as writer:
            end_session(writer, person.session)
    answer = see(request, "/login")
    answer.delete_cookie(cookie_name(desk))
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _enter(request: Request[Any, Any, Any], desk: Desk, user: str, where: str) -> Response[bytes]:
    """A new session, whatever the browser brought along."""
    before: Person | None = request.scope.get("user")
    with desk.case.writing() as writer:
        if before is not None and before.session:
            end_session(writer, before.session)
        secret, _ = open_session(writer, user)
    answer = see(request, where)
    answer.cookies.append(session_cookie(desk, secret))
    return answer


def session_cookie(desk: Desk, secret: str) -> Cookie:
    """No script reads it, no other page sends it, and it ends with the browser."""
    return Cookie(
        key=cookie_name(desk), value=secret, httponly=True, secure=desk.options.secure, samesite="strict", path="/"
    )


def _hear(desk: Desk, name: str | None, place: str) -> Try:
    """Have whoever failed too often wait."""
    try:
        return begin(desk.case, name=name, place=place)
    except Wait as wait:
        raise TooManyRequestsException(str(wait), headers={"Retry-After": str(int(wait.seconds) + 1)}) from None


def _place(request: Request[Any, Any, Any]) -> str:
    return request.client.host if request.client else "-"
