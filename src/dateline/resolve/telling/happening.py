"""The day and the place of an incident, in a sentence that tells no deed: "The incident happened on Sunday night, he said"."""

from collections.abc import Container, Sequence

import msgspec

from dateline.frames.dates import event_times
from dateline.frames.frame import Frame
from dateline.frames.manner import no_fight
from dateline.frames.reading import Reading
from dateline.mentions.happened import happened, opens_so
from dateline.mentions.times import TimeMention, find_times
from dateline.model.text import Sentence
from dateline.resolve.telling.clash import clash_time, new_place
from dateline.resolve.telling.event import Telling
from dateline.resolve.telling.history import LONG_AGO
from dateline.resolve.telling.incidents import join
from dateline.resolve.telling.references import refers
from dateline.resolve.telling.thread import Thread
from dateline.resolve.when import TimeContext, interval
from dateline.resolve.when import resolve as resolve_time

_FAR = 3  # sentences after the incident


class Happening(msgspec.Struct, frozen=True):
    """A sentence that dates what was told before it: its place among the article's sentences, its paragraph and its time."""

    index: int
    paragraph: int
    time: TimeMention


def happenings(parts: Sequence[Sentence], telling: Container[int]) -> list[Happening]:
    """The sentences that only date what was told before, in order. ``telling``: those that tell a deed themselves."""
    return [h for k, s in enumerate(parts) if k not in telling and s.block in ("body", "item") and (h := _read(k, s))]


def _read(k: int, s: Sentence) -> Happening | None:
    end = happened(s.text)
    if end is None:
        return None
    times = [t for t in find_times(s.text, s.start) if not t.duration and t.relation in (None, "on", "at", "in")]
    behind = [t for t in times if t.start >= s.start + end]
    return Happening(k, s.paragraph, behind[0]) if len(behind) == 1 else None


def occurrence(r: Reading) -> Frame | None:
    """ "It happened on Saturday as they came from the market": a sentence that only says when and where, as a frame."""
    if r.sentence.block != "body" or not opens_so(r.sentence.text):
        return None
    last = len(r.view) - 1
    frame = Frame(r, 0, last, [], places=list(r.places), said=list(r.said))
    frame.times = event_times(r, 0, last)
    return frame


def take_occurrence(thread: Thread, t: Telling) -> None:
    """Give the incident of the sentence before the day and the place of such a frame."""
    e = thread.touched
    if e is None or t.frame.reading.index - e.last.reading.index != 1:
        return
    if not clash_time(t, e) and not new_place(thread, t, e):
        join(thread, e, t)


def take_finding(thread: Thread, t: Telling) -> None:
    """ "He said their bodies were found on Sunday": the dead told just before lay there by then."""
    if t.when is None or (span := interval(t.when)) is None:
        return
    e = thread.touched
    if e is None or e.when.basis != "bounded" or not e.last.has("bodies"):
        return
    r = t.frame.reading
    if r.index - e.last.reading.index > 1 or not any(x.act == "bodies" for x in r.triggers):
        return
    if e.when.end is None or span[1] <= e.when.end:
        e.when = msgspec.structs.replace(t.when, start=None, end=span[1], precision="open", basis="bounded")


def take_old_dead(thread: Thread, t: Telling) -> bool:
    """ "exhumed the remains of nine people. They are believed to have been killed in 2014": what was found is history."""
    if t.when is None or (span := interval(t.when)) is None:
        return False
    e = thread.touched
    if e is None or thread.published is None or not t.frame.has("kill", "shoot", "attack"):
        return False
    there = e.last.reading
    found = (
        e.context == "news"
        and all(x.act == "bodies" for f in e.tellings for x in f.frame.acts)
        and e.last.has("bodies")
    )
    if not found or t.frame.reading.index - there.index != 1 or not refers(t.frame):
        return False
    if (thread.published - span[1]).days <= LONG_AGO or new_place(thread, t, e):
        return False
    join(thread, e, t)
    e.context, e.reason = "background", "the dead of long ago"
    e.when = msgspec.structs.replace(t.when, start=None, precision="open")
    return True


def take_quiet(thread: Thread, r: Reading) -> None:
    """ "The militiamen had left in the night and there was no resistance": of the ground taken in the sentence before."""
    e = thread.touched
    if e is None or not e.last.has("take") or e.last.has("clash") or not 0 < r.index - e.last.reading.index <= 1:
        return
    if r.sentence.paragraph == e.last.reading.sentence.paragraph and no_fight(Frame(r, 0, len(r.view) - 1, [])):
        e.last.quiet = True


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
