"""Who asks, and whether they may. Every route names the least role that it is for; one that names none is shut."""

import hmac
from time import perf_counter
from typing import Any, Literal, NamedTuple, cast
from urllib.parse import urlsplit

from anyio.to_thread import run_sync
from litestar import Request
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency
from litestar.exceptions import ClientException, NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.middleware import AbstractAuthenticationMiddleware, AuthenticationResult

from dateline.desk.desk import Desk
from dateline.store.docket import Profile
from dateline.store.people import ROLES, Role, holder, session_of, touch

Shown = NamedDependency[Profile]
"""The profile that a request is answered in."""

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
ANYONE = "anyone"
COOKIE = "dateline_session"
_STALE = 300.0
_OWN = (None, "same-origin", "none")


class Person(NamedTuple):
    """Who asks. ``form``: what their forms must bring along; ``session`` null: they came with a token, whose requests no page can forge."""

    id: str
    name: str
    role: Role
    form: str = ""
    session: str | None = None

    def may(self, role: Role) -> bool:
        """Whether they may do what this role may."""
        return ROLES.index(self.role) >= ROLES.index(role)

    @property
    def profile(self) -> Profile:
        """What they are shown: viewers what the public may see, all others everything."""
        return "internal" if self.may("reviewer") else "public"


def desk_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Desk:
    return cast(Desk, connection.app.state.desk)


def cookie_name(desk: Desk) -> str:
    """With TLS the browser itself sees to it that nobody else has set it."""
    return f"__Host-{COOKIE}" if desk.options.secure else COOKIE


class Door(AbstractAuthenticationMiddleware):
    """Finds out who asks, by session cookie or by token; null where nobody is known."""

    async def authenticate_request(self, connection: ASGIConnection[Any, Any, Any, Any]) -> AuthenticationResult:
        connection.scope["state"]["begun"] = perf_counter()
        desk = desk_of(connection)
        kind, _, secret = connection.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and secret:
            return AuthenticationResult(await run_sync(_by_token, desk, secret.strip()), "token")
        secret = connection.cookies.get(cookie_name(desk), "")
        return AuthenticationResult(await run_sync(_by_session, desk, secret) if secret else None, "session")


def _by_token(desk: Desk, secret: str) -> Person | None:
    with desk.case.reading() as connection:
        user = holder(connection, secret, "api")
    return Person(user.id, user.name, user.role) if user else None


def _by_session(desk: Desk, secret: str) -> Person | None:
    with desk.case.reading() as connection:
        found = session_of(connection, secret)
    if found is None:
        return None
    session, user = found
    if _age(session.seen) > _STALE:
        with desk.case.writing(lazily=True) as writer:
            touch(writer, session.hash)
    return Person(user.id, user.name, user.role, session.form, session.hash)


def _age(at: str) -> float:
    import datetime as dt

    then = dt.datetime.strptime(at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=dt.UTC)
    return (dt.datetime.now(dt.UTC) - then).total_seconds()


def guard(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Let in whom the route is for, and nobody who was sent by another page."""
    host = urlsplit(f"//{connection.headers.get('host', '')}").hostname
    if host not in desk_of(connection).options.hosts:  # another name that was made to lead here
        raise ClientException("this desk does not go by that name")
    least: Role | Literal["anyone"] | None = handler.opt.get("least")
    if least is None:
        raise PermissionDeniedException("this is not for anybody")
    if connection.scope["method"] not in SAFE and not _from_here(connection):  # type: ignore[typeddict-item]
        raise PermissionDeniedException("this was sent by another page")
    if least == ANYONE:
        return
    person: Person | None = connection.user
    if person is None:
        raise NotAuthorizedException("log in first")
    if not person.may(cast(Role, least)):
        raise PermissionDeniedException(f"this is for the role {least} and above")


def _is_open(request: Request[Any, Any, Any]) -> bool:
    """A route for anyone: who comes in again has no form of the session before."""
    return bool(request.route_handler.opt.get("least") == ANYONE)


def _from_here(connection: ASGIConnection[Any, Any, Any, Any]) -> bool:
    """What browsers say of the page that a request comes from. Programs say nothing."""
    if connection.headers.get("sec-fetch-site") not in _OWN:
        return False
    origin = connection.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == connection.headers.get("host")


async def check_form(request: Request[Any, Any, Any]) -> None:
    """A request that changes something, and comes with a session's cookie, brings along what only the session's own pages know."""
    person: Person | None = request.user
    if request.method in SAFE or person is None or person.session is None or _is_open(request):
        return
    brought = request.headers.get("x-form")
    if brought is None and request.content_type[0] == "application/x-www-form-urlencoded":
        brought = str((await request.form()).get("form", ""))
    if not hmac.compare_digest((brought or "").encode(), person.form.encode()):
        raise ClientException("the form is not from this session; load the page again", status_code=403)
