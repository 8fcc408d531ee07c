"""Articles coded by hand: ``NAME.txt`` with ``NAME.json`` beside it."""

from datetime import date
from pathlib import Path

import msgspec

from dateline.model.incident import Acled
from dateline.model.text import Article


class GoldError(Exception):
    """The folder holds no gold, or a file of it cannot be read."""


class GoldWhen(msgspec.Struct, frozen=True):
    start: date | None = None
    end: date | None = None
    precision: str | None = None
    basis: str | None = None


class GoldWhere(msgspec.Struct, frozen=True):
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    precision: str | None = None
    lat: float | None = None
    lon: float | None = None


class GoldActor(msgspec.Struct, frozen=True):
    role: str
    name: str
    kind: str = "unknown"
    text: str | None = None


class GoldCasualty(msgspec.Struct, frozen=True):
    outcome: str
    group: str = "unknown"
    low: int = 0
    high: int | None = None
    kind: str = "exact"
    shared: str | None = None
    cumulative: bool = False
    text: str | None = None


class GoldClaim(msgspec.Struct, frozen=True):
    speaker: str | None = None
    modality: str = "stated"


class Accept(msgspec.Struct, frozen=True):
    """Other readings that are no errors. ``optional``: not finding the incident at all."""

    sub_event_types: tuple[str, ...] = ()
    when: tuple[tuple[date | None, date | None], ...] = ()
    optional: bool = False


class GoldIncident(msgspec.Struct, frozen=True):
    """``anchor`` is a phrase that stands once in the article."""

    type: str
    acled: Acled
    anchor: str
    context: str = "news"
    when: GoldWhen = GoldWhen()
    where: GoldWhere = GoldWhere()
    actors: tuple[GoldActor, ...] = ()
    casualties: tuple[GoldCasualty, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    accept: Accept = Accept()


class GoldFile(msgspec.Struct, frozen=True):
    id: str | None = None
    published: date | None = None
    publisher: str | None = None
    incidents: tuple[GoldIncident, ...] = ()
    background: tuple[GoldIncident, ...] = ()
    optional: tuple[GoldIncident, ...] = ()


class GoldArticle(msgspec.Struct, frozen=True):
    """An article with what a person read in it."""

    article: Article
    gold: GoldFile


def read_gold(folder: Path) -> list[GoldArticle]:
    """Every article of a folder, by name. Raises ``GoldError``."""
    found = [_one(path) for path in sorted(folder.glob("*.json")) if path.with_suffix(".txt").exists()]
    if not found:
        raise GoldError(f"{folder}: no NAME.txt with NAME.json beside it")
    return found


def _one(path: Path) -> GoldArticle:
    try:
        gold = msgspec.json.decode(path.read_bytes(), type=GoldFile)
        text = path.with_suffix(".txt").read_bytes().decode("utf-8").removeprefix("\ufeff")
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise GoldError(f"{path}: {error}") from error
    for incident in (*gold.incidents, *gold.background, *gold.optional):
        if text.count(incident.anchor) != 1:
            raise GoldError(
                f"{path}: the anchor {incident.anchor!r} stands {text.count(incident.anchor)} times in the text"
            )
    article = Article(id=gold.id or path.stem, text=text, published=gold.published, publisher=gold.publisher)
    return GoldArticle(article, gold)
