"""An incident for those who work on it: everything that is known of it, as it stands this moment."""

from sqlalchemy import Connection

from dateline.casefile.docketing import Said
from dateline.casefile.live import live
from dateline.desk.brief import brief, title_words
from dateline.desk.door import Person
from dateline.desk.incident.fields import fields
from dateline.desk.incident.history import conflict_views, history
from dateline.desk.incident.links import links
from dateline.desk.incident.near import near
from dateline.desk.incident.sheet import sheet
from dateline.desk.incident.text import sources
from dateline.desk.pages.incident import GradeView, IncidentPage
from dateline.model.merged import MergedIncident, Voice
from dateline.store.decisions import newest


def internal_page(connection: Connection, id: str, person: Person, *, behind: bool = False) -> IncidentPage | None:
    """Everything that is known of it; null where there is no such incident."""
    now = live(connection, id)
    if now is None:
        return None
    about = sheet(now)
    one, tied = about.one, tuple(links(connection, now))
    return IncidentPage(
        profile="internal",
        id=now.merged.incident_id,
        title=title_words(one.type),
        acled=f"{one.acled.event_type} / {one.acled.sub_event_type}",
        state="conflict" if now.conflicts else Said(now.stands).state(now.labels),
        brief=brief(one),
        gone=now.incident is None,
        behind=behind,
        grade=grade_view(one),
        fields=tuple(fields(about)),
        sources=tuple(sources(about)),
        records=tuple(now.labels),
        voices=tuple(map(voice_words, one.voices)),
        missing=tuple(m.question for m in one.missing),
        issues=tuple(i.message for i in one.issues),
        links=tied,
        near=near(connection, now.merged, {link.other for link in tied if link.other}),
        conflicts=conflict_views(now),
        history=tuple(history(now, person)),
        next=None,
        where=point(one),
        upto=newest(connection),
    )


def grade_view(one: MergedIncident) -> GradeView:
    """The proposal, and what a person made of it."""
    grade, decided = one.grade, one.grade.decided
    return GradeView(
        proposed=grade.proposed,
        reasons=grade.reasons,
        would_change=grade.would_change,
        decided=decided.grade if decided else None,
        by=decided.by if decided else None,
        at=decided.at if decided else None,
        note=decided.note if decided else None,
    )


def voice_words(one: Voice) -> str:
    """Who says so, and of what kind they are."""
    return f"{one.name} · {one.kind}{', a party to the conflict' if one.party_to_conflict else ''}"


def point(one: MergedIncident) -> tuple[float, float] | None:
    """Latitude and longitude, where both are known."""
    w = one.where
    return None if w.lat is None or w.lon is None else (w.lat, w.lon)
