"""A coder made of hand-written readings, for the tests of what lies around the coder. It knows one article, and for any
other text gives one killing for each "killed" in it. Some words make it fail in some way."""

import os
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from dateline.model.incident import (
    Acled,
    Actor,
    Casualty,
    Claim,
    Coded,
    Damage,
    Evidence,
    Figure,
    Incident,
    Issue,
    Part,
    Speaker,
    Step,
    Trace,
    Unused,
    Victim,
    When,
    Where,
)
from dateline.model.text import Article
from dateline.sources.read import article_info

TEXT = """AMBERLEY, March 14 (Harbour News) — At least 12 civilians, including three children, were killed late on Wednesday when shells hit the Old Souk in El Fasher, the regional hospital said. Mariam Idris, 34, a baker, was among the dead.

Army jets struck Northern Front positions near Mellit, 60 kilometres north of the town, the army claimed, putting the rebels' losses at scores. A rebel spokesman, Col. Adam Saleh, denied the strike took place.

Residents were told on Thursday to leave by foot; 14 trucks were burnt on the road to Kutum. More than 200 people have died there since January 2019.
"""
PUBLISHED = date(2024, 3, 14)


def at(words: str, nth: int = 0) -> Evidence:
    """Where the words stand in ``TEXT``."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def sentence(first: str, last: str) -> Evidence:
    return at(first)[0], at(last)[1]


SHELLING = Incident(
    id="aa11",
    type="shelling",
    acled=Acled(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack"),
    when=When(
        start=date(2024, 3, 13), end=date(2024, 3, 13), precision="day", basis="relative", part="evening",
        text="late on Wednesday", evidence=at("late on Wednesday"),
    ),
    where=Where(
        text="the Old Souk in El Fasher", name="Old Souk", lat=13.628, lon=25.349, radius_km=1, precision="landmark",
        country="SD", admin1="North Darfur", evidence=at("the Old Souk in El Fasher"),
    ),
    actors=(
        Actor(role="a", name="unidentified armed group"),
        Actor(role="victim", name="civilians", kind="civilians", text="12 civilians", evidence=at("12 civilians")),
    ),
    casualties=(
        Casualty(
            outcome="killed", group="civilians", low=12, high=None, kind="at_least",
            text="At least 12 civilians", evidence=at("At least 12 civilians"),
            parts=(Part(group="children", low=3, high=3, text="three children", evidence=at("three children")),),
        ),
    ),
    victims=(
        Victim(name="Mariam Idris", age=34, sex="female", outcome="killed", text="Mariam Idris, 34, a baker", evidence=at("Mariam Idris, 34, a baker")),
    ),
    claims=(
        Claim(
            speaker=Speaker(name="regional hospital", text="regional hospital", evidence=at("regional hospital")),
            cue="said", modality="stated", text="said", evidence=at("said"),
        ),
    ),
    sentences=(sentence("AMBERLEY", "hospital said."), sentence("Mariam", "the dead.")),
)  # fmt: skip
STRIKE = Incident(
    id="aa22",
    type="air_strike",
    acled=Acled(event_type="Explosions/Remote violence", sub_event_type="Air/drone strike"),
    when=When(start=None, end=date(2024, 3, 14), precision="open", basis="bounded"),
    where=Where(text="Mellit", name="Mellit", precision="near", country="SD", admin1="North Darfur", evidence=at("Mellit")),
    actors=(
        Actor(role="a", name="Sudanese armed forces", kind="state_forces", text="Army jets", evidence=at("Army jets")),
        Actor(role="b", name="Northern Front", kind="rebel_group", text="rebels", label="rebels", evidence=at("rebels")),
    ),
    casualties=(
        Casualty(
            outcome="killed", group="combatants", low=40, high=None, kind="vague", text="scores", evidence=at("scores"),
            disputed=True, also=(Figure(low=0, high=0, kind="exact", text="denied", evidence=at("denied")),),
        ),
    ),
    claims=(
        Claim(speaker=Speaker(name="Sudanese armed forces", text="the army", evidence=at("the army")), cue="claimed", modality="claimed", party_to_conflict=True, text="claimed", evidence=at("claimed")),
        Claim(speaker=Speaker(name="Adam Saleh", text="Col. Adam Saleh", evidence=at("Col. Adam Saleh")), cue="denied", modality="denied", party_to_conflict=True, text="denied", evidence=at("denied")),
    ),
    sentences=(sentence("Army jets", "at scores."), sentence("A rebel", "took place.")),
)  # fmt: skip
LOOTING = Incident(
    id="aa33",
    type="looting",
    acled=Acled(event_type="Strategic developments", sub_event_type="Looting/property destruction"),
    when=When(),
    where=Where(text="road to Kutum", name="Kutum", precision="area", country="SD", evidence=at("road to Kutum")),
    damage=(Damage(object="trucks", outcome="burnt", count=14, text="14 trucks were burnt", evidence=at("14 trucks were burnt")),),
    claims=(Claim(),),
    sentences=(sentence("Residents", "to Kutum."),),
)  # fmt: skip
HISTORY = Incident(
    id="bb11",
    type="killing",
    acled=Acled(event_type="Violence against civilians", sub_event_type="Attack"),
    context="background",
    reason="a toll since January 2019, not news",
    when=When(start=date(2019, 1, 1), end=None, precision="open", basis="stated", text="since January 2019", evidence=at("since January 2019")),
    where=Where(country="SD", precision="country"),
    casualties=(
        Casualty(outcome="killed", group="unknown", low=201, high=None, kind="at_least", cumulative=True, text="More than 200 people", evidence=at("More than 200 people")),
    ),
    claims=(Claim(),),
    sentences=(sentence("More than", "2019."),),
)  # fmt: skip
TRACE = Trace(
    steps=(
        Step(incident="aa11", field="type", value="shelling", rule="events.shelling.shells_hit", evidence=at("shells hit")),
        Step(incident="aa11", field="when", value="2024-03-13", rule="when.weekday", note="the latest Wednesday on or before 2024-03-14", evidence=at("Wednesday")),
        Step(incident="aa11", field="casualties", value="12–", rule="count.at_least", evidence=at("At least 12")),
    ),
    unused=(
        Unused(why="date", text="14", evidence=at("14")),
        Unused(why="age", text="34", evidence=at("34")),
        Unused(why="distance", text="60 kilometres", evidence=at("60 kilometres")),
        Unused(why="equipment", text="14", evidence=at("14", 1)),
    ),
)  # fmt: skip


def sample(text: str = TEXT) -> tuple[Coded, Trace, Article]:
    """The article, coded by hand."""
    article = Article(
        id="sample", text=text, published=PUBLISHED, publisher="Harbour News", url="https://example.org/1"
    )
    issue = Issue(
        code="no_event_date",
        message="the text gives the burning of the trucks no day",
        start=at("14 trucks")[0],
        end=at("14 trucks")[1],
    )
    coded = Coded(
        article=article_info(article), incidents=(SHELLING, STRIKE, LOOTING), background=(HISTORY,), issues=(issue,)
    )
    return coded, TRACE, article


class Kit:
    """Nothing is needed to read what was read by hand."""


def load_kit(model: str | None = None) -> Kit:
    if model == "missing":
        raise OSError("no pipeline is called 'missing'")
    return Kit()


def code(article: Article, kit: Kit, *, with_text: bool = False, profile: str | None = None) -> tuple[Coded, Trace]:
    if "FAIL-THIS" in article.text:
        raise ValueError("told to fail")
    if "KILL-THIS-PROCESS" in article.text:
        os._exit(9)
    info = article_info(article, with_text=with_text)
    if article.text == TEXT:
        return msgspec.structs.replace(sample()[0], article=info), TRACE
    issues = () if article.published else (Issue(code="no_published_date", message="no publication date"),)
    return Coded(article=info, incidents=tuple(_killings(article.text)), issues=issues), Trace()


def code_many(
    articles: Iterable[Article], kit: Kit, *, with_text: bool = False, profile: str | None = None
) -> Iterator[tuple[Coded, Trace]]:
    return (code(article, kit, with_text=with_text, profile=profile) for article in articles)


def _killings(text: str) -> Iterator[Incident]:
    start = text.find("killed")
    while start >= 0:
        yield Incident(
            id=f"k{start}",
            type="killing",
            acled=Acled(event_type="Violence against civilians", sub_event_type="Attack"),
            when=When(),
            where=Where(),
            sentences=((start, start + 6),),
        )
        start = text.find("killed", start + 6)
