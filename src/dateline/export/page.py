"""One article and its incidents as one web page: no network, no script needed, every value one click from its words."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline.export.map.draw import draw, entries
from dateline.export.map.names import Towns, no_towns
from dateline.export.map.spots import Divisions, spots
from dateline.export.marks import Mark, anchor, paragraphs, pieces
from dateline.export.plain import one_line, plain
from dateline.export.public import public_view
from dateline.export.timeline import timeline
from dateline.export.words import LABELS, Line, day_words, lines, opening_words, reason_words, type_words
from dateline.model.incident import Coded, Incident, Issue, Trace
from dateline.model.text import Article

_CLASS = {
    "when": "when",
    "where": "where",
    "who": "who",
    "how many": "many",
    "victims": "many",
    "says": "says",
    "means": "what",
    "damage": "what",
    "coded": "code",
}
"""Fields by the colour that their words have."""

_WHY = {
    "age": "an age",
    "date": "a date",
    "time": "a time of day",
    "distance": "a distance",
    "duration": "a length of time",
    "equipment": "equipment, not people",
    "money": "money",
    "calibre": "a calibre",
    "name": "part of a name",
    "percentage": "a percentage",
}
_AROUND = 28
"""Code points shown on either side of a number that was not used."""


class Value(NamedTuple):
    words: str
    note: str
    quote: str | None
    href: str | None


class Row(NamedTuple):
    id: str
    label: str
    kind: str
    values: tuple[Value, ...]


class Card(NamedTuple):
    """``key`` names the card on the page; ``reason`` is null for news."""

    key: str
    number: str
    title: str
    acled: str
    brief: str
    reason: str | None
    rows: tuple[Row, ...]


class Number(NamedTuple):
    key: str
    before: str
    words: str
    after: str
    why: str
    href: str


def render_page(
    coded: Coded,
    trace: Trace,
    article: Article,
    public: bool = False,
    divisions: Divisions | None = None,
    towns: Towns = no_towns,
) -> str:
    """The page. ``public`` leaves out victims' names, exact sites and the article's text, and says so. ``divisions`` and
    ``towns`` name what lies around the incidents on the map."""
    shown = public_view(coded) if public else coded
    text = "" if public else article.text
    news = _keyed("i", shown.incidents)
    aside = _keyed("b", shown.background)
    numbers = [] if public else list(_numbers(trace, text))
    marks = [] if public else [*_marks(news), *_marks(aside), *_number_marks(trace)]
    found = spots([*news, *aside], divisions or {}, public)
    drawn = draw(found, divisions or {}, towns)
    style, script = _assets(drawn is not None)
    page: str = _environment().get_template("page.html.j2").render(
        title=_title(shown, text),
        meta=_meta(shown, article, public),
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        cards=[_card(key, incident, text) for key, incident in news],
        aside=[_card(key, incident, text) for key, incident in aside],
        news_line=timeline(news, shown.article.published),
        map=drawn,
        on_map={owner.key for spot in found for owner in spot.owners},
        places=entries(news, found, drawn),
        aside_places=entries(aside, found, drawn),
        aside_line=timeline(aside, shown.article.published),
        text=[pieces(text, start, end, marks) for start, end in paragraphs(text)],
        numbers=numbers,
        issues=[_issue(issue, text) for issue in shown.issues],
        article=shown.article,
        lang=_lang(shown),
        public=public,
    )  # fmt: skip
    return page


def _keyed(letter: str, items: Sequence[Incident]) -> list[tuple[str, Incident]]:
    return [(f"{letter}{number}", item) for number, item in enumerate(items, 1)]


def _card(key: str, incident: Incident, text: str) -> Card:
    found = lines(incident)
    return Card(
        key=key,
        number=key[1:] if key[0] == "i" else f"b{key[1:]}",
        title=type_words(incident),
        acled=f"{incident.acled.event_type} / {incident.acled.sub_event_type}",
        brief=incident.where.name or "",
        reason=None if incident.context == "news" else reason_words(incident),
        rows=tuple(_rows(key, found, bool(text))),
    )


def _rows(key: str, found: list[Line], linked: bool) -> Iterator[Row]:
    for field, label in LABELS.items():
        own = [line for line in found if line.field == field]
        if own:
            values = tuple(_value(line, linked) for line in own)
            yield Row(_row_id(key, field), label, _CLASS[field], values)


def _row_id(key: str, field: str) -> str:
    return f"{key}-{field.replace(' ', '-')}"


def _value(line: Line, linked: bool) -> Value:
    href = f"#{anchor(*line.evidence)}" if linked and line.evidence else None
    return Value(line.words, line.note, line.quote, href)


def _marks(items: Sequence[tuple[str, Incident]]) -> Iterator[Mark]:
    for key, incident in items:
        for line in lines(incident):
            if line.evidence:
                yield Mark(*line.evidence, _CLASS[line.field], key, f"#{_row_id(key, line.field)}")
        for start, end in incident.sentences:
            yield Mark(start, end, "", key, None)


def _number_marks(trace: Trace) -> Iterator[Mark]:
    for place, number in enumerate(trace.unused, 1):
        yield Mark(*number.evidence, "num", f"n{place}", f"#n{place}")


def _numbers(trace: Trace, text: str) -> Iterator[Number]:
    for place, number in enumerate(trace.unused, 1):
        start, end = number.evidence
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        before = before.split(None, 1)[-1] if start > _AROUND and " " in before.strip() else before
        after = after.rsplit(None, 1)[0] if end + _AROUND < len(text) and " " in after.strip() else after
        why = _WHY.get(number.why, number.why)
        yield Number(
            f"n{place}", one_line(before), one_line(number.text), one_line(after), why, f"#{anchor(start, end)}"
        )


def _title(coded: Coded, text: str) -> str:
    if coded.article.title:
        return coded.article.title
    if coded.article.publisher:
        return f"A report by {coded.article.publisher}"
    return opening_words(text, 120) or "A report"


def _meta(coded: Coded, article: Article, public: bool) -> list[tuple[str, str]]:
    shown = coded.article
    found = [
        ("Outlet", shown.publisher or ""),
        ("Published", day_words(shown.published) if shown.published else "not known"),
        # A link is printed as text: the page opens nothing.
        ("Address", "" if public else article.url or ""),
        ("Article", shown.id),
        ("Characters", f"{shown.chars:,}"),
    ]
    return [(name, value) for name, value in found if value]


def _issue(issue: Issue, text: str) -> tuple[str, str, str]:
    words = text[issue.start : issue.end][:80] if text and issue.start is not None and issue.end is not None else ""
    return issue.code, issue.message, one_line(words)


def _lang(coded: Coded) -> str:
    lang = coded.article.lang or "en"
    return lang if lang.replace("-", "").isalnum() and lang.isascii() else "en"


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded, sent or framed; only this style and this script may run."""
    return (
        f"default-src 'none'; style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def _shown(value: Any) -> Any:
    """What every expression of a template goes through, before it is escaped: steering characters become visible."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dateline.export"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=2)
def _assets(with_map: bool) -> tuple[str, str]:
    """The page's style and script; those of the map only where there is one."""
    templates, vendored = files("dateline.export") / "templates", files("dateline") / "data" / "map"
    styles = [templates / name for name in ("tokens.css", "page.css", "map.css")]
    scripts = [templates / "page.js"]
    if with_map:
        styles.insert(0, vendored / "leaflet.css")
        scripts = [vendored / "leaflet.js", templates / "map.js", *scripts]
    return tuple("\n".join(path.read_text(encoding="utf-8") for path in paths) for paths in (styles, scripts))  # type: ignore[return-value]
