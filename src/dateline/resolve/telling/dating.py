"""The day of a telling: said, of the item's label, of the scene, or of the incident that it goes on from."""

import datetime as dt
import re

from dateline.frames.frame import Frame
from dateline.mentions.times import TimeMention
from dateline.model.incident import Context, When
from dateline.packs.story_words import story_words
from dateline.resolve.dates.reading import is_shift
from dateline.resolve.telling.history import OLD_DAYS
from dateline.resolve.telling.thread import Thread
from dateline.resolve.when import Interval, TimeContext, bounded, combine, implied, interval, point, reverse
from dateline.resolve.when import resolve as resolve_time


def when_told(thread: Thread, frame: Frame) -> When | None:
    label = _label_day(thread, frame)
    if not frame.times:
        return label
    pool = thread.news if frame.context == "news" and not _goes_on(thread, frame) else thread.events
    before = next((e for e in reversed(pool) if interval(e.when) is not None), None)
    if before is None and all(is_shift(m) for m in frame.times):
        before = next((e for e in reversed(thread.events) if interval(e.when) is not None), None)  # "Hours earlier, …"
    said = (
        interval(combine(frame.speech_times, TimeContext(published=thread.published))) if frame.speech_times else None
    )
    spoken = said is not None and any(
        m.form.startswith("previous_")
        or (m.form.endswith("_before") and m.relation is None)
        or (m.form == "same_day" and m.text.lower().endswith(" in the day"))
        for m in frame.times
    )  # "said on Sunday that it had struck the camp two days earlier", "… earlier in the day"
    ctx = TimeContext(
        published=thread.published,
        previous=said
        if spoken
        else interval(label)
        if label
        else interval(before.when)
        if before
        else _scene_before(thread, frame),
        period=thread.period,
        tense="future" if frame.context == "planned" else "past",
        previous_part=before.when.part if before else None,
        clock=thread.clock,
        year_hint=_year_of_entry(thread),
    )
    if frame.reversed:
        return resolve_time(reverse(frame.times[0]), ctx)
    if thread.published is not None and _still(frame):
        now = TimeContext(published=thread.published, previous=(thread.published, thread.published))
        return resolve_time(reverse(frame.times[0]), now)
    times = [point(m) if _pointed(frame, m) else m for m in _near_times(frame)]
    if any(m.form in ("range", "weekday_range") for m in times):
        times = [m for m in times if m.form != "overnight"]  # "overnight from Monday to Tuesday"
    dated = [m for m in times if m.relation not in ("since", "until")]
    when = combine(dated or times, ctx)
    ahead = thread.published is not None and when.start is not None and when.start > thread.published
    return None if ahead and frame.context == "news" and frame.tense in ("past", "pluperfect") else when


def _year_of_entry(thread: Thread) -> int | None:
    """ "On 20 March troops raided …", in a text without a date that has told of 17 March 2019: of the same year."""
    first = thread.news[0].when if thread.published is None and thread.news else None
    dated = first is not None and first.basis == "stated" and first.precision in ("day", "days")
    return first.start.year if first is not None and dated and first.start is not None else None


def _goes_on(thread: Thread, frame: Frame) -> bool:
    """Whether history was told right before, in the same paragraph: "the same day" is that day."""
    last = thread.events[-1].last.reading if thread.events else None
    return (
        last is not None
        and last.sentence.paragraph == frame.reading.sentence.paragraph
        and frame.reading.index - last.index <= 2
    )


def _label_day(thread: Thread, frame: Frame) -> When | None:
    """The day that the item's label bears."""
    lead = frame.reading.sentence.lead
    m = thread.days.get(lead) if lead is not None else None
    when = resolve_time(m, TimeContext(published=thread.published, period=thread.period)) if m is not None else None
    return when if when is not None and interval(when) is not None else None


def _still(frame: Frame) -> bool:
    """ "Four days after bandits raided Wagini, residents have found …": counted back from the day of the report."""
    r, v, m = frame.reading, frame.reading.view, frame.times[0]
    where = r.tokens(m.start, m.end)
    if frame.first > 0 or where is None or where[0] > 0 or not m.form.endswith("_after") or len(frame.times) > 1:
        return False
    deed = next((t.token for t in frame.acts), None)
    root = next((k for k in range(len(v)) if v.base(k) == "root"), None)
    return deed is not None and root is not None and root != deed and v.tense(root) in ("present", "perfect")


def _pointed(frame: Frame, m: TimeMention) -> bool:
    """ "since Monday, when soldiers led away a shepherd": the day itself."""
    at = m.end - frame.reading.offset
    if m.relation == "since" and m.form == "weekday" and frame.has("arrest", "abduct"):
        return True  # "have been detained since Sunday"
    return m.relation == "since" and frame.reading.sentence.text[at : at + 6].lower().startswith((", when", " when"))


_DATED = frozenset({"day", "weekday", "today", "yesterday", "days_ago", "last_night", "month", "year"})


def _over(frame: Frame, deed: int, m: TimeMention) -> bool:
    """ "attended the funeral on Sunday of those killed on Friday": the time is of what stands over the deed."""
    r, v = frame.reading, frame.reading.view
    where = r.tokens(m.start, m.end)
    if where is None:
        return False
    above = set(v.chain(deed)) - {deed}
    tops = [k for k in range(where[0], where[1] + 1) if not where[0] <= v.head[k] <= where[1]]
    return any(
        k in above or v.head[k] in above or (v.base(v.head[k]) == "obj" and v.head[v.head[k]] in above) for k in tops
    )


def _under(frame: Frame, deed: int, m: TimeMention) -> bool:
    """Whether the time hangs on the deed."""
    where = frame.reading.tokens(m.start, m.end)
    return where is not None and deed in frame.reading.view.chain(where[1])


_RELATIVE = frozenset("where when who which".split())


def _in_clause(frame: Frame, deed: int) -> list[TimeMention] | None:
    """ "laid flowers on Monday at the bridge, where a shell killed nine people on 2 May 1993": the days told from the relative
    word on, where the deed stands behind it and one of them hangs on the deed or names its year."""
    r, v = frame.reading, frame.reading.view
    mark = next((k for k in range(deed - 1, 0, -1) if v.low[k] in _RELATIVE and v.words[k - 1] == ","), None)
    if mark is None or any(v.words[k] == "," for k in range(mark, deed)):
        return None
    edge = r.span(mark, mark)[0]
    inside = [m for m in frame.times if m.start > edge]
    dated = [m for m in inside if m.year is not None and (_under(frame, deed, m) or m.start > r.span(deed, deed)[0])]
    return inside if dated and len(inside) < len(frame.times) else None


_AFTERWARDS = frozenset("released freed bailed discharged charged arraigned buried reopened".split())


def _let_go(frame: Frame, deed: int, m: TimeMention) -> bool:
    """ "took in five youths, who were released on Sunday": the day of what came after, in a relative clause."""
    r, v = frame.reading, frame.reading.view
    where = r.tokens(m.start, m.end)
    if where is None:
        return False
    aside = next((j for j in v.chain(where[1]) if v.base(j) == "acl"), None)
    return aside is not None and aside < where[0] and v.low[aside] in _AFTERWARDS and deed not in v.below(aside)


def _near_times(frame: Frame) -> list[TimeMention]:
    """The times of the deed's own clause: not those of a relative clause about something else in it."""
    act = next((t for t in frame.acts if not t.weak), frame.acts[0] if frame.acts else None)
    r, v = frame.reading, frame.reading.view
    if act is None:
        return frame.times
    if any(_let_go(frame, act.token, m) for m in frame.times):
        return [m for m in frame.times if not _let_go(frame, act.token, m)]
    if len(frame.times) < 2:
        return frame.times
    if (inside := _in_clause(frame, act.token)) is not None:
        return inside
    own = [m for m in frame.times if not _over(frame, act.token, m)]
    if len(own) < len(frame.times) and any(
        m.form in _DATED and m.relation is None and _under(frame, act.token, m) for m in own
    ):
        return own
    kept = []
    for m in frame.times:
        where = r.tokens(m.start, m.end)
        if where is None:
            continue
        aside = next((j for j in v.chain(where[1]) if v.base(j) == "acl"), None)
        if aside is None or act.token in v.below(aside):
            kept.append(m)
    return kept or frame.times


def inherited_when(thread: Thread, frame: Frame, context: Context) -> When:
    """No date of its own: the day it continues, the bulletin's period, or only "on or before publication"."""
    if context != "news":
        return bounded(thread.published)
    scene = scene_day(thread, frame)
    if scene is not None:
        return scene
    if frame.has("bodies") and not frame.has("kill", "shoot", "attack"):
        return bounded(thread.published)
    before = thread.neighbour(frame)
    if before is not None and interval(before.when) is not None:
        return implied(interval(before.when))
    if thread.period is not None:
        return implied(thread.period)
    if (
        (frame.tense == "present" or _continues(frame))
        and frame.reading.sentence.block != "headline"
        and thread.published is not None
    ):
        return implied((thread.published, thread.published))
    day = thread.news[-1].when if thread.news else None
    if (
        day is not None
        and interval(day) is not None
        and any(w in story_words().again for w in frame.reading.view.low[: frame.last])
    ):
        return implied(interval(day))
    if day is not None and _same_bulletin(thread, frame):
        return implied(interval(day))
    return bounded(_stated_on(thread, frame) or thread.published)


def _same_bulletin(thread: Thread, frame: Frame) -> bool:
    """ "The source added that the artillery hit a convoy": of the day that an agency tells of, where that day is today."""
    last = thread.news[-1]
    today = thread.published is not None and interval(last.when) == (thread.published, thread.published)
    if (
        not today
        or frame.tense != "past"
        or frame.reading.sentence.paragraph - last.last.reading.sentence.paragraph > 1
    ):
        return False
    timed = bool(frame.times) and all(m.form == "part" for m in frame.times)
    return timed or any(_SAME_SOURCE.fullmatch(s.speaker or "") for s in frame.said)


_SAME_SOURCE = re.compile(r"the (?:\w+ )?sources?", re.I)


_CONTINUES = frozenset("continue continues rage rages persist persists".split())


def _continues(frame: Frame) -> bool:
    """ "The killings came as fierce clashes continue": what goes on, goes on on the day of the report."""
    v = frame.reading.view
    return any(t.noun and not _CONTINUES.isdisjoint(v.low[t.last + 1 : t.last + 2]) for t in frame.acts)


def _stated_on(thread: Thread, frame: Frame) -> dt.date | None:
    """The day of the statement that tells it, which the event cannot come after."""
    span = (
        interval(combine(frame.speech_times, TimeContext(published=thread.published))) if frame.speech_times else None
    )
    if span is None or thread.published is None or not _lately(thread, span):
        return None
    return span[1]


def _lately(thread: Thread, span: Interval) -> bool:
    """Whether the days lie in the weeks before publication."""
    return (
        thread.published is not None
        and thread.published - dt.timedelta(days=OLD_DAYS) <= span[0]
        and span[1] <= thread.published
    )


def _scene_before(thread: Thread, frame: Frame) -> Interval | None:
    """The days that a sentence without a deed set right before: "that night" is theirs."""
    m = thread.scenes.get(frame.reading.index)
    return interval(resolve_time(m, TimeContext(published=thread.published))) if m is not None else None


def scene_day(thread: Thread, frame: Frame) -> When | None:
    """The day that the sentence before sets without telling an event ("By Tuesday it had spread.")."""
    m = thread.scenes.get(frame.reading.index)
    if m is None or thread.published is None or frame.tense != "past":
        return None
    when = resolve_time(m, TimeContext(published=thread.published, period=thread.period))
    span = interval(when)
    return when if span is not None and _lately(thread, span) and (span[1] - span[0]).days <= 1 else None
