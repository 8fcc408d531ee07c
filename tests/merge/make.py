"""Records of one article made by hand, for the tests of merging."""

from datetime import date
from typing import Any

from dateline.merge.event import Event, events
from dateline.model.incident import (
    Acled,
    Actor,
    ArticleInfo,
    Casualty,
    Claim,
    Coded,
    Incident,
    Speaker,
    Victim,
    When,
    Where,
)

DAY = date(2024, 3, 1)
TOWNS = {"Kadugli": (11.01, 29.72, "SD"), "Dilling": (12.05, 29.65, "SD"), "Taiz": (13.58, 44.02, "YE")}


def day(number: int | None) -> When:
    """The ``number``-th of March 2024; null: only known by the day of publication."""
    if number is None:
        return When()
    return When(start=date(2024, 3, number), end=date(2024, 3, number), precision="day", basis="relative")


def town(name: str, /, **more: Any) -> Where:
    lat, lon, country = TOWNS[name]
    fields = {"text": name, "name": name, "lat": lat, "lon": lon, "radius_km": 4.0, "precision": "settlement"}
    return Where(**(fields | {"country": country, "gazetteer_id": f"id-{name}"} | more))


def killed(low: int, high: int | None = -1, **more: Any) -> Casualty:
    fields = {"outcome": "killed", "group": "unknown", "kind": "exact", "text": None, "evidence": None}
    return Casualty(**(fields | {"low": low, "high": low if high == -1 else high} | more))


def says(name: str | None, modality: Any = "stated", **more: Any) -> Claim:
    ident = more.pop("id", None)
    speaker = Speaker(name=name, id=ident) if name is not None else None
    return Claim(speaker=speaker, modality=modality, **more)


def actor(name: str, role: Any = "a", kind: Any = "rebel_group", **more: Any) -> Actor:
    return Actor(role=role, name=name, id=more.pop("id", name.lower().replace(" ", "-")), kind=kind, **more)


def incident(name: str = "i1", **more: Any) -> Incident:
    fields: dict[str, Any] = {
        "type": "shelling",
        "acled": Acled(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack"),
        "when": day(1),
        "where": town("Kadugli"),
        "claims": (says(None),),
    }
    return Incident(id=name, **(fields | more))


def coded(
    article: str,
    *incidents: Incident,
    published: int = 2,
    publisher: str | None = None,
    text: str | None = None,
    **more: Any,
) -> Coded:
    """An article of March 2024 with its records."""
    info = ArticleInfo(
        id=article,
        published=date(2024, 3, published),
        publisher=publisher or f"Outlet {article}",
        sha256=f"{article:0<64}",
        chars=len(text or ""),
        text=text,
    )
    return Coded(article=info, incidents=incidents or (incident(),), **more)


def event(article: str = "x", published: int = 2, **more: Any) -> Event:
    """One record."""
    return events([coded(article, incident(**more), published=published)])[0]


def person(name: str, **more: Any) -> Victim:
    return Victim(name=name, outcome=more.pop("outcome", "killed"), **more)
