"""The day of an incident, in a sentence that tells no deed: "The incident happened on Sunday night, he said"."""

import re
from collections.abc import Container, Sequence
from functools import cache

import msgspec

from dateline.mentions.times import TimeMention, find_times
from dateline.model.text import Sentence
from dateline.packs.story_words import story_words
from dateline.resolve.telling.thread import Thread
from dateline.resolve.when import TimeContext, interval
from dateline.resolve.when import resolve as resolve_time

_FAR = 3  # sentences after the incident
_NEEDLES = ("happened", "occurred", "took place", "carried out", "unfolded")


class Happening(msgspec.Struct, frozen=True):
    """A sentence that dates what was told before it: its place among the article's sentences, its paragraph and its time."""

    index: int
    paragraph: int
    time: TimeMention


def happenings(parts: Sequence[Sentence], telling: Container[int]) -> list[Happening]:
    """The sentences that only date what was told before, in order. ``telling``: those that tell a deed themselves."""
    return [h for k, s in enumerate(parts) if k not in telling and s.block in ("body", "item") and (h := _read(k, s))]


def _read(k: int, s: Sentence) -> Happening | None:
    if not any(n in s.text for n in _NEEDLES):
        return None
    m = _pattern().search(s.text)
    if m is None:
        return None
    times = [t for t in find_times(s.text, s.start) if not t.duration and t.relation in (None, "on", "at", "in")]
    behind = [t for t in times if t.start >= s.start + m.end()]
    return Happening(k, s.paragraph, behind[0]) if len(behind) == 1 else None


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(story_words().happenings))
    return re.compile(
        rf"(?:^|\b(?:that|said|say|says|told|added) |, )(?:(?:the|this) (?:[\w-]{{1,20}} ){{0,2}}?(?:{nouns})|it) "
        r"(?:\w{1,12}ly |had |all ){0,2}(?:happened|occurred|took place|was carried out|unfolded)\b",
        re.IGNORECASE,
    )


def date_last(thread: Thread, h: Happening) -> None:
    """Give the incident told last the day of the sentence, if it has none of its own."""
    e = thread.touched
    if e is None or e.context != "news" or e.when.basis not in ("implied", "bounded"):
        return
    there = e.last.reading
    if thread.adrift > there.index or h.index - there.index > _FAR or h.paragraph - there.sentence.paragraph > 1:
        return
    ctx = TimeContext(published=thread.published, previous=interval(e.when), period=thread.period)
    when = resolve_time(h.time, ctx)
    span = interval(when)
    if (
        span is not None
        and when.basis in ("stated", "relative")
        and (not thread.published or span[0] <= thread.published)
    ):
        e.when = when
