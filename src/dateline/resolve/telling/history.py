"""News or history: by the date, by the tense, by what the paragraph tells."""

import datetime as dt
import re

from dateline.annotate.roles import View
from dateline.frames.frame import Frame
from dateline.model.incident import Context
from dateline.resolve.telling.event import Telling
from dateline.resolve.telling.thread import Thread
from dateline.resolve.when import Interval, TimeContext, combine, interval, resolve

MANY = 100_000
"""So many driven out are those of a war, not of a raid."""
OLD_DAYS = 10
"""An event that ended this many days before publication is history, unless the bulletin's period holds it."""

LATE_DAYS = 45
"""So many days may lie between an event and the report that is the first to tell of it: an inquiry's, a rights group's."""

LONG_AGO = 90
"""A day that a sentence sets for those behind it, so many days before publication, is that of a tale."""


def context_of(thread: Thread, frame: Frame, telling: Telling) -> tuple[Context, str | None]:
    """The frame's own context, or history by its date, or a running toll."""
    if frame.context != "news" and not _fresh_case(thread, frame, telling):
        return frame.context, frame.reason
    span = interval(telling.when) if telling.when else None
    if frame.counts and frame.tense == "perfect" and any(t.form in ("this_year", "this_month") for t in frame.times):
        return "background", "a run of events since then"  # "31 rebels have been killed in the district this year"
    if span is not None and thread.published is not None:
        recent = thread.published - dt.timedelta(days=OLD_DAYS) <= span[0]
        run = (
            any(t.relation == "since" for t in frame.times)
            and telling.when is not None
            and telling.when.precision == "open"
        )
        if run and (not recent or frame.counts or not frame.solid):
            return "background", "a run of events since then"
        edges = [thread.published - dt.timedelta(days=OLD_DAYS), *_late(thread)]
        if thread.period:
            edges.append(thread.period[0])
        if _reported_late(thread, frame, span) or entry_of(thread, frame):
            edges.append(span[0])
        edge = min(edges)
        if _soon_after(thread, frame, edge):
            return "background", "history by its date"
        month = telling.when is not None and (
            telling.when.precision == "month" or any(t.form == "month" and t.vague for t in frame.times)
        )  # "in April", "late in April", told in May
        if span[1] < edge or (month and span[0] < edge and span[1] < thread.published and not thread.period):
            return "background", "history by its date"
        if (
            telling.when is not None
            and telling.when.precision in ("month", "year")
            and (not frame.solid or frame.tense == "perfect")
        ):
            return "background", "a period, not a day"
        if frame.counts and not frame.solid and any(t.form.startswith("past_") for t in frame.times):
            return "background", "a period, not a day"  # "Over the past 24 hours, the enemy lost 1,180 men."
        if _many_places(frame) and any(t.form.startswith("past_") for t in frame.times):
            return (
                "background",
                "a run of events since then",
            )  # "Over the past day the army shelled 17 settlements"
        perfect = {"have", "has"} & set(frame.reading.view.low[frame.first : frame.last + 1])
        if (span[1] - span[0]).days > 14 and frame.counts and (perfect or not frame.solid):
            return "background", "a period, not a day"
    elif _undated_history(thread, frame, span):
        return "background", "history by its date"
    elif (
        telling.when is not None
        and telling.when.precision == "open"
        and any(t.relation == "since" for t in frame.times)
    ):
        return "background", "a run of events since then"
    if thread.genre and (span is None or "drill" in thread.genre or "fiction" in thread.genre):
        return ("hypothetical" if "drill" in thread.genre or "fiction" in thread.genre else "background"), thread.genre
    before = thread.events[-1] if thread.events else None
    if (
        before is not None
        and before.context == "background"
        and span is None
        and not frame.definite
        and before.last.reading.sentence.paragraph == frame.reading.sentence.paragraph
        and frame.reading.index - before.last.reading.index <= 1
        and frame.tense in ("past", "pluperfect")
        and interval(before.when) is not None
    ):
        return "background", "goes on with history"
    if span is not None and thread.published is not None and _who_died(thread.published, span, frame):
        return "background", "who somebody was"
    if span is None and frame.tense in ("past", "pluperfect") and _old_scene(thread, frame):
        return "background", "goes on with history"
    dated = span is not None and thread.published is not None
    if _aftermath(frame, dated) or (not dated and _ever_since(frame)):
        return "background", "told only as what came before"
    if span is None and _old_statement(thread, frame):
        return "background", "told by a statement of long ago"
    near = thread.touched.last.reading.sentence.paragraph if thread.touched is not None else None
    goes_on = (
        near is not None and (not frame.acts or frame.definite) and 0 <= frame.reading.sentence.paragraph - near <= 2
    )
    toll = [
        c.number.low
        for c in frame.counts
        if c.outcome == "killed" or (c.outcome == "displaced" and not (goes_on and c.number.low < MANY))
    ]
    if toll and min(toll) >= 200 and (telling.when is None or telling.when.precision not in ("day", "days")):
        return "background", "a figure for no single event"
    return "news", None


_MANY_PLACES = 5
_PLACES = frozenset("settlements localities villages towns communities".split())


def _many_places(frame: Frame) -> bool:
    """ "fired on 17 settlements": more places than one deed has."""
    v = frame.reading.view
    return any(
        v.low[k] in _PLACES and v.low[k - 1].isdigit() and len(v.low[k - 1]) < 4 and int(v.low[k - 1]) >= _MANY_PLACES
        for k in range(frame.first + 1, frame.last + 1)
    )


def _reported_late(thread: Thread, frame: Frame, span: Interval) -> bool:
    """ "Soldiers shot dead 18 civilians in Durbete on 23 July, the Observatory said today": what a report opens with is its news."""
    told = thread.issued or any(s.speaker for s in frame.said)
    if thread.published is None or not (frame.solid and told):
        return False
    parts = _parts(thread)
    opening = frame.reading.sentence.block in parts and not any(
        t.frame.reading.sentence.block in parts for e in thread.events for t in e.tellings
    )
    return opening and thread.published - dt.timedelta(days=LATE_DAYS) <= span[0]


_SAID_LATELY = frozenset({"weekday", "today", "yesterday", "last_night", "overnight", "weekend"})


def _undated_history(thread: Thread, frame: Frame, span: Interval | None) -> bool:
    """ "Gunmen killed six on Tuesday. … In April they killed 19": a month or a year beside a weekday, where nothing says what day it
    is; or a day long before the one that the text opens with."""
    if thread.published is not None or not thread.news:
        return False
    first = interval(thread.news[0].when)
    if span is not None and first is not None:
        return span[1] < first[0] - dt.timedelta(days=OLD_DAYS)
    lately = any(t.form in _SAID_LATELY for x in thread.news[0].tellings for t in x.frame.times)
    return lately and any(
        t.form in ("month", "year") or (t.form == "day" and t.year is not None and t.weekday is None)
        for t in frame.times
        if t.relation != "since"
    )


def _soon_after(thread: Thread, frame: Frame, edge: dt.date) -> bool:
    """ "In the days after the poll on 4 February, five children died": after a day of long ago."""
    if not any(t.form.endswith("_after") and t.n is None for t in frame.times):
        return False
    ctx = TimeContext(published=thread.published)
    days = [d for t in frame.times if t.form == "day" and (d := interval(resolve(t, ctx))) is not None]
    return bool(days) and all(d[1] < edge for d in days)


_ENTRY = re.compile(
    r"(?:The|On \d{1,2} \w+ \d{4},?|In \w+ \d{4},?)(?: [\w'’.–-]+){1,8}? (?:was|were|occurred|took place|happened|began)\b"
)


def entry_of(thread: Thread, frame: Frame) -> bool:
    """ "The Harbour Street bombing was an attack on 3 May 1978 in …": what an encyclopedia's article opens with is its news."""
    here = frame.reading.sentence
    first = next((s for s in thread.placer.parts if s.block == "body" and s.end - s.start > 60), None)
    if first is None or here.start != first.start or not any(t.form == "day" and t.year for t in frame.times):
        return False
    opens = _ENTRY.match(here.text)
    return opens is not None and any(t.noun and t.first < 14 for t in frame.reading.triggers)


def _parts(thread: Thread) -> tuple[str, ...]:
    """What a report opens with; an organisation's own paper may be all items."""
    return ("body", "item") if thread.issued else ("body",)


def _late(thread: Thread) -> list[dt.date]:
    """The day of the event that a late report opens with, if one does: what is as recent is news, too."""
    news = next((e for e in thread.events if e.last.reading.sentence.block in _parts(thread)), None)
    span = interval(news.when) if news is not None and news.context == "news" else None
    return [span[0]] if span is not None else []


def _fresh_case(thread: Thread, frame: Frame, telling: Telling) -> bool:
    """ "charged with the killing of two drivers in Juba a day earlier": a court hears of a deed of these days."""
    span = interval(telling.when) if telling.when else None
    if frame.reason != "told in a court" or span is None or thread.published is None:
        return False
    if span[0] < thread.published - dt.timedelta(days=OLD_DAYS):
        return False
    r = frame.reading
    own = [w for m in frame.times if (w := r.tokens(m.start, m.end)) is not None]
    return any(t.token in r.view.chain(k) for t in frame.acts for first, last in own for k in range(first, last + 1))


_MOURNED = frozenset("farewell funeral funerals burial memorial tribute mourned mourn vigil".split())


def _who_died(published: dt.date, span: Interval, frame: Frame) -> bool:
    """ "said farewell to the two firemen who perished on 13 May": the dead of a week ago, whom people mourn today."""
    v = frame.reading.view
    aside = any(v.dep[j] == "acl:relcl" for t in frame.acts for j in (t.token, *v.chain(t.token)))
    return aside and (published - span[1]).days > 5 and not _MOURNED.isdisjoint(v.low[: frame.last])


def _old_scene(thread: Thread, frame: Frame) -> bool:
    """ "The day itself was 25 October 2004. … Seven men died there.": whether a sentence before it set a day of long ago."""
    m = thread.scenes.get(frame.reading.index)
    span = interval(resolve(m, TimeContext(published=thread.published))) if m is not None else None
    return span is not None and thread.published is not None and (thread.published - span[1]).days > LONG_AGO


def _old_statement(thread: Thread, frame: Frame) -> bool:
    """Whether the statement that tells it was made long before publication."""
    if thread.published is None or not frame.speech_times:
        return False
    said = interval(combine(frame.speech_times, TimeContext(published=thread.published)))
    return said is not None and said[1] < thread.published - dt.timedelta(days=OLD_DAYS)


def _aftermath(frame: Frame, dated: bool) -> bool:
    """ "The violence came a day after gunmen had …": what stands after "came … after" is context; after "since" where no recent day is told
    ("fighting has raged since rebels attacked the town on Monday")."""
    v = frame.reading.view
    if frame.first == 0 or v.low[frame.first] in (";",):
        return False
    opener = v.low[frame.first : frame.first + 5]
    return (any(w in ("came", "comes", "follows", "followed") for w in v.low[: frame.first]) and "after" in opener) or (
        v.low[frame.first] == "since" and not dated
    )


def _ever_since(frame: Frame) -> bool:
    """ "has been on high alert since the group attacked two hotels": no day, and the main clause tells how things have stood from then on."""
    v = frame.reading.view
    marks = [
        k
        for t in frame.acts
        for j in v.chain(t.token)
        for k in v.kids(j, "mark")
        if v.low[k] == "since" and k < t.first
    ]
    return any(frame.first <= k and _still(v, v.head[v.head[k]]) for k in marks)


def _still(v: View, main: int) -> bool:
    """ "has raged", "has been on alert", "is tense"."""
    helpers = {v.low[c] for c in v.kids(main, "aux", "cop")}
    return v.tense(main) in ("perfect", "present") or not helpers.isdisjoint(("has", "have", "is", "are"))
