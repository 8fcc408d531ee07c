"""An incident for strangers, from their own record and nothing else."""

import msgspec
from sqlalchemy import Connection

from dateline.desk.brief import brief, title_words
from dateline.desk.incident.fields import public_fields
from dateline.desk.incident.internal import grade_view, point, voice_words
from dateline.desk.pages.incident import IncidentPage
from dateline.desk.pages.text import SourceView
from dateline.export.words import day_words
from dateline.model.merged import MergedIncident, Report
from dateline.store.seen import records


def public_page(connection: Connection, id: str) -> IncidentPage | None:
    """What strangers may see of it; null where there is no such incident."""
    one = records(connection, "public", [id]).get(id)
    return None if one is None else _page(one)


def _page(one: MergedIncident) -> IncidentPage:
    return IncidentPage(
        profile="public",
        id=one.incident_id,
        title=title_words(one.type),
        acled=f"{one.acled.event_type} / {one.acled.sub_event_type}",
        state="",
        brief=brief(one),
        gone=False,
        behind=False,
        grade=msgspec.structs.replace(grade_view(one), by=None, at=None, note=None),
        fields=tuple(public_fields(one)),
        sources=tuple(map(_source, one.reports)),
        records=(),
        voices=tuple(map(voice_words, one.voices)),
        missing=tuple(m.question for m in one.missing),
        issues=(),
        links=(),
        conflicts=(),
        history=(),
        next=None,
        where=point(one),
    )


def _source(one: Report) -> SourceView:
    """That it was told, by whom and when; nothing of the words."""
    return SourceView(
        report=one.article,
        outlet=one.publisher or "outlet withheld",
        published=day_words(one.published) if one.published else "day not known",
        title="",
        address="",
        link=None,
        revises=None,
        paragraphs=(),
    )
