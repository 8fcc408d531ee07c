"""Incidents as a file, for the profile of who asks, each with an entry in the log."""

import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal

from litestar import Request, Response, get, post
from litestar.exceptions import ClientException, PermissionDeniedException
from litestar.params import QueryParameter

from dateline.casefile.exporting import put_on_record
from dateline.desk.door import Person, Shown, desk_of
from dateline.desk.pages.page import Filter
from dateline.desk.queue import Asked, wanted
from dateline.export.formats import FORMATS
from dateline.export.formats.file import ExportError
from dateline.store.docket import Profile
from dateline.store.seen import every_record

Format = Annotated[Literal["csv", "hxl", "geojson", "jsonl"], QueryParameter()]
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "hxl": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "jsonl": "application/jsonl",
}


@post("/export", opt={"least": "viewer"}, include_in_schema=False, status_code=200, sync_to_thread=True)
def export(request: Request[Any, Any, Any], filter: Asked, shown: Shown, format: Format = "csv") -> Response[bytes]:
    return _file(request, filter, shown, format)


@get("/api/export", opt={"least": "viewer"}, sync_to_thread=True, media_type="application/octet-stream")
def export_api(
    request: Request[Any, Any, Any], filter: Asked, shown: Shown, format: Format = "jsonl"
) -> Response[bytes]:
    """All incidents of a filter as a file. Reviewers export what the public may see; everything is for leads."""
    return _file(request, filter, shown, format)


def _file(request: Request[Any, Any, Any], filter: Filter, shown: Profile, format: str) -> Response[bytes]:
    desk, person = desk_of(request), request.user
    assert isinstance(person, Person)
    if shown == "internal" and not person.may("lead"):
        raise PermissionDeniedException(
            "an export with names and texts is for the role lead and above; ask with as=public"
        )
    with tempfile.TemporaryDirectory() as folder, desk.case.reading() as connection:
        path = Path(folder) / "incidents"
        try:
            loss = FORMATS[format](every_record(connection, shown, wanted(filter, shown)), path, shown)
        except ExportError as error:
            raise ClientException(str(error)) from error
        content = path.read_bytes()
    put_on_record(desk.case, loss)
    ending = "csv" if format == "hxl" else format
    headers = {"Content-Disposition": f'attachment; filename="incidents.{ending}"'}
    return Response(content, media_type=_TYPES[format], headers=headers)
