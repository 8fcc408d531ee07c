"""One article in, its incidents out: the stages in order and nothing else.

``code`` is pure: the same article and kit give the same bytes, in any process, in any order.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dateline.annotate.parse import MAX_TOKENS, bounded, parse, pipeline
from dateline.annotate.roles import View
from dateline.annotate.sentences import sentences
from dateline.frames.aside import may_be_aside
from dateline.frames.build import frames
from dateline.frames.dates import dates_speech
from dateline.frames.domain import figurative, genre
from dateline.frames.reading import Reading, read_sentence
from dateline.mentions.gate import conflict, language
from dateline.mentions.places import find_places
from dateline.model.incident import ArticleInfo, Coded, Incident, Issue, Step, Trace, Unused
from dateline.model.text import Article, Sentence
from dateline.packs.actors import load_actors
from dateline.packs.countries import load_countries
from dateline.packs.gazetteer import load_gazetteer
from dateline.packs.kit import Kit
from dateline.profiles import profiled
from dateline.resolve.antecedents import lead_on, point_back, speak
from dateline.resolve.asides import asides
from dateline.resolve.culprits import find_culprits, find_gone
from dateline.resolve.fields.source import Source
from dateline.resolve.labels import days, leads, scenes, stages
from dateline.resolve.places import Placer
from dateline.resolve.record import Recorder
from dateline.resolve.setting import setting
from dateline.resolve.speakers import go_on, name_pronouns
from dateline.resolve.story import Story
from dateline.resolve.telling.happening import date_last, happenings
from dateline.resolve.telling.thread import Thread
from dateline.resolve.telling.totals import drop_totals
from dateline.resolve.voice import bulletin_voice
from dateline.resolve.when import TimeContext, combine, interval
from dateline.resolve.who import Cast, find_enemy, find_ours, find_us
from dateline.sources.dateline import Dateline, read_dateline

_HOUR = re.compile(r"[ ,–-]{1,3}(?:at )?([01]?\d|2[0-3])[:.h]([0-5]\d)\b")
_CLOCKED = re.compile(r"^[ \t]{0,4}\d{1,2}[:.]\d{2}(?=[.:]?[ \t])", re.M)
MOST_SENTENCES = 2_000
MOST_CHARS = 300_000
"""Of one article at most so many sentences, of so many code points together, are read for events."""
MOST_ASIDES = 60
"""And so many sentences beside those, for plans, threats, denials and history told without a deed."""
_LEAD = 12  # sentences in which the date of a statement tells that of the article

Result = tuple[Coded, Trace]


def load_kit(model: str | None = None) -> Kit:
    """Load everything once: the parser (the shipped one, or the pipeline ``model``), actors, countries, gazetteer."""
    return Kit(pipeline(model), load_actors(), load_countries(), load_gazetteer())


def code_many(
    articles: Iterable[Article], kit: Kit, *, with_text: bool = False, profile: str | None = None
) -> Iterator[Result]:
    """Code articles one by one, in order."""
    for article in articles:
        yield code(article, kit, with_text=with_text, profile=profile)


def code(article: Article, kit: Kit, *, with_text: bool = False, profile: str | None = None) -> Result:
    """Code one article. Never raises for what the text holds."""
    text = article.text
    head = read_dateline(text, article.published)
    published = article.published or head.published
    issues: list[Issue] = []
    if published is None:
        issues.append(
            Issue(
                code="no_published_date",
                message="No date of publication: weekdays and the like stay words, unless a statement is dated.",
            )
        )
    info = ArticleInfo(
        id=article.id,
        published=published,
        publisher=article.publisher,
        title=article.title,
        lang=article.lang or language(text),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        chars=len(text),
        text=text if with_text else None,
    )
    if info.lang != "en":
        issues.append(
            Issue(code="not_english", message=f"The text does not read as English ({info.lang}); nothing was coded.")
        )
        return Coded(article=info, issues=tuple(issues)), Trace()
    parts = sentences(text, head.body_start, head.masthead_end)
    chosen = conflict(parts)
    chosen = chosen[: _most(parts, chosen, issues)]
    readings = _read(parts, chosen, kit, issues)
    more = _unread(parts, frozenset(chosen))
    beside = _read(parts, more, kit, issues)
    news, background, steps = _tell(article, published, head, parts, readings, beside, kit)
    if profile:
        news, background = [profiled(i, profile) for i in news], [profiled(i, profile) for i in background]
    unused = _unused(readings, (*news, *background))
    coded = Coded(article=info, incidents=tuple(news), background=tuple(background), issues=tuple(issues))
    return coded, Trace(steps=tuple(steps), unused=unused)


def _unread(parts: Sequence[Sentence], chosen: frozenset[int]) -> list[int]:
    """Sentences beside the chosen ones that may speak of plans, doubts or history; none in a text without a chosen one."""
    rest = (i for i, p in enumerate(parts) if i not in chosen and may_be_aside(p))
    return list(islice(rest, MOST_ASIDES)) if chosen else []


def _most(parts: Sequence[Sentence], chosen: Sequence[int], issues: list[Issue]) -> int:
    """How many of the chosen sentences are read: all of any article, a bounded part of a text of megabytes."""
    size = 0
    for k, i in enumerate(chosen):
        size += len(parts[i].text)
        if k >= MOST_SENTENCES or size > MOST_CHARS:
            message = f"The text is very long: of {len(chosen):,} sentences that speak of conflict, the first {k:,} were read."
            issues.append(Issue(code="long_article", message=message, start=parts[i].start, end=parts[chosen[-1]].end))
            return k
    return len(chosen)


def _read(parts: Sequence[Sentence], chosen: Sequence[int], kit: Kit, issues: list[Issue]) -> list[Reading]:
    """Parse and search the chosen sentences."""
    with bounded(kit.nlp):
        views = [View(doc) for doc in parse([parts[i].text for i in chosen], kit.nlp)]
    for i, view in zip(chosen, views, strict=True):
        if view.cut:
            message = (
                f"A sentence of more than {MAX_TOKENS} words and signs: the rest of it was read without its grammar."
            )
            issues.append(Issue(code="long_sentence", message=message, start=parts[i].start, end=parts[i].end))
    return [read_sentence(i, parts[i], view, kit) for i, view in zip(chosen, views, strict=True)]


def _told_on(readings: Sequence[Reading]) -> dt.date | None:
    """The first full date of a statement ("the office said Friday, October 4, 2024"): where nothing says when the article was
    published, its weekdays are counted from it."""
    for r in readings[:_LEAD]:
        for t in r.times:
            day = interval(combine([t], TimeContext(published=None))) if dates_speech(r, t) else None
            if day is not None and day[0] == day[1]:
                return day[0]
    return None


def _tell(
    article: Article,
    published: dt.date | None,
    head: Dateline,
    parts: Sequence[Sentence],
    readings: list[Reading],
    beside: list[Reading],
    kit: Kit,
) -> tuple[list[Incident], list[Incident], list[Step]]:
    """Frames to story to records."""
    if not readings or figurative(readings, parts):
        return [], [], []
    text = article.text
    _known_names(readings, kit)
    point_back(readings, kit, published)
    lead_on(readings)
    name_pronouns(readings)
    go_on(readings)
    labelled = leads(text, readings, kit)
    countries, city = setting(text, head, readings, [p for p in labelled.values() if p], kit)
    placer = Placer(
        kit,
        text,
        countries,
        city,
        labelled,
        stages(parts, readings, kit),
        [(p, r.sentence.paragraph) for r in readings for p in r.places],
        parts,
    )
    published = published or _told_on(readings) or (head.period[1] if head.period else None)
    cast = Cast(countries, published)
    parties = [p for r in readings for p in r.parties]
    cast.enemy = find_enemy(parties, cast, kit)
    voice = bulletin_voice(text, head)
    if (us := voice or head.outlet) is not None:
        cast.us = find_us(text[us.start : us.end], cast, kit)
    cast.us = cast.us or find_ours(parties, cast, kit)
    if cast.us is not None:
        speak(readings)
    period = head.period or _live(published, text)
    framed = {r.index: frames(r) for r in readings}
    telling = {index for index, told in framed.items() if any(f.acts for f in told)}
    thread = Thread(
        published, period, cast, placer, genre(parts), scenes(parts, readings, telling), days(text, readings)
    )
    thread.issued = voice is not None
    thread.clock = _clock(text, head)
    story = Story(thread)
    later = happenings(parts, telling)
    late = [r for r in readings if r.sentence.block == "headline"]
    for r in [*(r for r in readings if r.sentence.block != "headline"), *late]:
        while later and (later[0].index <= r.index or r.sentence.block == "headline"):
            date_last(thread, later.pop(0))
        if not framed[r.index]:
            story.overhear(r)
        for frame in framed[r.index]:
            story.read(frame)
    for h in later:
        date_last(thread, h)
    find_culprits(story.events, readings)
    find_gone(story.events, readings)
    drop_totals(thread.news)
    recorder = Recorder(article.id, Source(text, cast, kit, voice))
    news: list[Incident] = []
    background: list[Incident] = []
    beyond = (
        asides(story, [*readings, *beside]) if story.events else []
    )  # a text that tells of no deed has no history either
    events = [*story.events, *beyond]
    for number, event in enumerate(events):
        record = recorder.incident(event, number)
        (news if event.context == "news" else background).append(record)
    return news, background, recorder.steps


def _known_names(readings: list[Reading], kit: Kit) -> None:
    """A name taken for a place once is one everywhere in the article ("Some residents of Tsafe")."""
    names = {
        p.name
        for r in readings
        for p in r.places
        if not p.generic and len(p.name) > 3 and p.relation in ("in", "at", "near", "between", "outskirts")
    }
    names |= {
        part.strip()
        for n in names
        for part in re.split(r" and | to |between ", n)
        if len(part.strip()) > 3 and part.strip()[0].isupper()
    }
    for r in readings:
        have = {p.name for p in r.places}
        if any(n in r.sentence.text and n not in have for n in names):
            r.places = find_places(r.sentence.text, r.sentence.start, kit=kit, said=names)


_LISTED = re.compile(
    r"\bthe following (?:\w{1,20} ){0,2}(?:operations|attacks|strikes|actions|incidents|events) today\b", re.I
)


def _live(published: dt.date | None, text: str) -> tuple[dt.date, dt.date] | None:
    """The day of a live blog, with two or more entries that open with a clock, and of a list that is said to be of today."""
    told = published and (len(_CLOCKED.findall(text[:200_000])) >= 2 or _LISTED.search(text, 0, 2_000))
    return (published, published) if published and told else None


def _clock(text: str, head: Dateline) -> str | None:
    """The hour behind the date of a masthead: "field summary, Friday 3 May 2024, 18:00"."""
    m = _HOUR.match(text, head.date_span.end) if head.masthead_end and head.date_span is not None else None
    return f"{m[1]:0>2}:{m[2]}" if m else None


def _unused(readings: list[Reading], incidents: Sequence[Incident]) -> tuple[Unused, ...]:
    """Every number of the read sentences that stands in no casualty entry, with what it counts instead."""
    entries = [c for i in incidents for c in i.casualties]
    used = {c.evidence for c in entries} | {x.evidence for c in entries for x in c.also}
    used |= {x.evidence for c in entries for x in c.parts}
    taken = {at for span in used if span for at in range(*span)}
    out = []
    for r in readings:
        for n in r.numbers:
            if not n.numeral or n.start in taken:
                continue
            why = n.use if n.use != "count" else ("things" if n.things else "no outcome said of it")
            out.append(Unused(why=why, text=n.text, evidence=(n.start, n.end)))
    return tuple(out)
