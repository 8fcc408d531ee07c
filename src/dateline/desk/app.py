"""The desk as an application: its routes, who may ask for what, and what every answer carries."""

import logging
from typing import Annotated, Any, cast

import msgspec
from litestar import Litestar, MediaType, Request, Response, Router
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException, PermissionDeniedException
from litestar.middleware import DefineMiddleware
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.params import QueryParameter

from dateline.desk.desk import Desk
from dateline.desk.door import ANYONE, Door, Person, check_form, guard
from dateline.desk.headers import sealing
from dateline.desk.queue import provide_filter
from dateline.desk.render import html, see
from dateline.desk.routes import account, api, assets, export, incident, map, people, queue, session
from dateline.store.docket import Profile
from dateline.store.errors import CaseError

_BODY = 200_000
"""Bytes of a request at most: a decision with a note, not an upload."""

log = logging.getLogger(__name__)

ROUTES = [
    *(session.login_page, session.login, session.enter_page, session.enter, session.logout),
    *(
        queue.home,
        queue.queue,
        incident.incident,
        incident.decide,
        map.map_,
        map.ground,
        export.export,
        export.export_api,
    ),
    *(account.account, account.change, account.keep_filter, people.people, people.change, assets.static, assets.icon),
    *(api.me, api.queue, api.incident, api.decide, api.map_, api.people, api.filters, api.keep_filter),
    api.forget_filter,
]


def provide_shown(
    request: Request[Any, Any, Any],
    shown_as: Annotated[
        str, QueryParameter(name="as", max_length=10, description="public: what strangers may see")
    ] = "",
) -> Profile:
    """The profile of an answer: that of who asks, or less where less is asked for. Never more."""
    person = request.user
    if not isinstance(person, Person):
        raise PermissionDeniedException("log in first")
    return "public" if shown_as == "public" else person.profile


def make_app(desk: Desk) -> Litestar:
    """The application of an open desk."""
    return Litestar(
        route_handlers=ROUTES,
        middleware=[DefineMiddleware(Door)],
        guards=[guard],
        before_request=check_form,
        before_send=[sealing(desk.options)],
        dependencies={
            "filter": Provide(provide_filter, sync_to_thread=False),
            "shown": Provide(provide_shown, sync_to_thread=False),
        },
        exception_handlers={HTTPException: _refused, CaseError: _failed, RecursionError: _nested, Exception: _broken},
        openapi_config=OpenAPIConfig(
            title="dateline desk",
            version="1",
            description="Incidents as a person sees them, and what a person decides. Every answer is for the role of who asks.",
            components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
            security=[{"token": []}],
            use_handler_docstrings=True,
            # No page that shows it: those that come along load scripts from other hosts.
            render_plugins=[JsonRenderPlugin(path="/openapi.json")],
            openapi_router=Router(path="/api", route_handlers=[], opt={"least": ANYONE}),
        ),
        state=State({"desk": desk}),
        request_max_body_size=_BODY,
        logging_config=None,
        debug=False,
    )


def _refused(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    if error.status_code == 401 and not _wants_json(request) and request.method == "GET":
        return see(request, "/login")
    return _said(request, error.status_code, str(error.detail), cast("dict[str, str]", error.headers or {}))


def _failed(request: Request[Any, Any, Any], error: CaseError) -> Response[Any]:
    """What the store says is for people; only what it is locked by is not theirs to mend."""
    return _said(request, 503 if "in use by" in str(error) else 400, str(error).rpartition(".db: ")[2])


def _nested(request: Request[Any, Any, Any], error: RecursionError) -> Response[Any]:
    return _said(request, 400, "this is nested too deeply to be read")


def _broken(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    log.exception("%s %s", request.method, request.url.path, exc_info=error)
    return _said(request, 500, "something went wrong here; it is in the log of the server, and nothing was lost")


def _said(
    request: Request[Any, Any, Any], status: int, words: str, headers: dict[str, str] | None = None
) -> Response[Any]:
    if _wants_json(request):
        body = msgspec.json.encode({"status_code": status, "detail": words})
        return Response(body, status_code=status, media_type=MediaType.JSON, headers=headers or {})
    name = "error_fragment.html.j2" if request.headers.get("hx-request") else "error.html.j2"
    page = html(request, name, status=status, words=words)
    page.headers.update(headers or {})
    return page


def _wants_json(request: Request[Any, Any, Any]) -> bool:
    return request.url.path.startswith("/api/") or request.url.path == "/api"
