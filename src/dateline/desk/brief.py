"""Incidents in a few words."""

from datetime import date

from dateline.desk.pages.page import Brief
from dateline.export.merged import figure
from dateline.export.words import country_name, day_words, interval_words
from dateline.model.incident import When
from dateline.model.merged import MergedIncident, MergedWhen, MergedWhere

FIELDS = {
    "type": "What",
    "when": "When",
    "where": "Where",
    "actors": "Who",
    "casualties": "How many",
    "victims": "Victims",
    "means": "By what",
    "damage": "Damage",
    "claims": "Who says so",
}
"""Fields in the order in which they are shown, and what they are called."""

COLOURS = {
    "type": "what",
    "when": "when",
    "where": "where",
    "actors": "who",
    "casualties": "many",
    "victims": "many",
    "means": "what",
    "damage": "what",
    "claims": "says",
}
"""The colour that their words have."""


def title_words(type: str) -> str:
    """ "armed_clash" as "Armed clash"."""
    return type.replace("_", " ")[:1].upper() + type.replace("_", " ")[1:]


def day_of(day: date) -> str:
    """ "10 Feb 2017", without the day of the week, for where there is little room."""
    return day_words(day).split(" ", 1)[1]


def when_words(when: MergedWhen) -> str:
    """The days, an open end said to be open."""
    return interval_words(When(start=when.start, end=when.end)) + (f", {when.part}" if when.part else "")


def where_words(where: MergedWhere) -> str:
    """The place with what it lies in."""
    outer = [n for n in (where.admin1, country_name(where.country)) if n and n != where.name]
    return ", ".join([*([where.name] if where.name else []), *outer]) or "place not known"


def harm_words(one: MergedIncident) -> str:
    """Everyone harmed, with what is in dispute."""
    return ", ".join(f"{figure(t)} {t.outcome}" for t in one.casualties) or "nobody said to be harmed"


def brief(one: MergedIncident) -> Brief:
    """The incident in a line."""
    reports, voices = one.sourcing.reports, one.sourcing.independent
    return Brief(
        id=one.incident_id,
        title=title_words(one.type),
        when=when_words(one.when),
        where=where_words(one.where),
        harm=harm_words(one),
        told=f"{reports} report{'s' * (reports != 1)}, {voices} voice{'s' * (voices != 1)}",
        grade=one.grade.decided.grade if one.grade.decided else one.grade.proposed,
        decided=one.grade.decided is not None,
        disputed=any(s.state == "disputed" for s in one.state.values()),
    )
