"""Incidents in the making: one begins, goes on, or is told at two places at once."""

import hashlib

import msgspec

from dateline.frames.frame import Frame
from dateline.mentions.places import PlaceMention
from dateline.model.incident import Context, When
from dateline.resolve.spots.carried import inherited_place
from dateline.resolve.spots.likeness import finer, may_lie
from dateline.resolve.telling.comments import let_speak
from dateline.resolve.telling.dating import inherited_when, scene_day
from dateline.resolve.telling.event import Event, Telling
from dateline.resolve.telling.references import refers
from dateline.resolve.telling.thread import Thread
from dateline.resolve.when import interval


def begin(thread: Thread, t: Telling, context: Context, reason: str | None) -> Event:
    where = t.where
    if where is None:
        apart = t.frame.reversed and not t.frame.places  # "…, hours after rebels signed a truce": anywhere
        where = inherited_place(thread.placer, t.frame, None if apart else thread.neighbour(t.frame))
    when = t.when or inherited_when(thread, t.frame, context)
    if context == "news":
        when = _found_then(t, when)
    event = Event([t], context, reason, when, where)
    thread.events.append(event)
    if context == "news":
        let_speak(thread, t.frame, event)
    if context == "news" and not (t.frame.reversed and thread.touched is not None and _same_breath(thread, t.frame)):
        thread.touched = event
    return event


def _nearer(one: When, two: When) -> bool:
    """ "at the weekend", and then "on Saturday evening"."""
    day, span = interval(one), interval(two)
    return (
        day is not None
        and span is not None
        and one.basis in ("stated", "relative")
        and day[0] == day[1]
        and 0 < (span[1] - span[0]).days <= 6
        and span[0] <= day[0] <= span[1]
        and two.precision in ("days", "week")
        and two.part is None
    )


_FINDS = frozenset({"bodies", "kill", "hurt", "change"})  # with these a finding is all that is dated


def _found_then(t: Telling, when: When) -> When:
    """The day of a finding: the deed lies on or before it."""
    killed = any(x.act not in _FINDS and not x.weak for x in t.frame.acts)
    if not t.frame.has("bodies") or killed or when.end is None or when.start is None:
        return when
    return msgspec.structs.replace(when, start=None, precision="open", basis="bounded")


def _same_breath(thread: Thread, frame: Frame) -> bool:
    """Whether the sentence has told an incident already: one it only looks back on is not what it goes on about."""
    return thread.touched is not None and thread.touched.last.reading.index == frame.reading.index


def begin_all(thread: Thread, t: Telling) -> None:
    """A new incident; two where one deed is told at two targets that each stand in a phrase of their own."""
    spots = [
        p
        for p in t.frame.places
        if not p.qualifier
        and p.relation not in ("from", "to", "towards", "of")
        and p.kind not in ("country", "province", "state")
    ]
    first = begin(thread, t, "news", None)
    other = _second_place(t.frame, spots) if t.frame.has("air", "strike", "shell", "attack", "bomb") else None
    if other is None:
        return
    where = thread.placer.resolve(t.frame, other)
    if where.admin1 is None:
        where = msgspec.structs.replace(where, admin1=first.where.admin1)
    second = begin(thread, Telling(t.frame, t.when, where, t.a, t.b), "news", None)
    first.shared = second.shared = hashlib.sha256(f"{t.frame.start}".encode()).hexdigest()[:8]
    second.when = first.when


def begin_another(thread: Thread, t: Telling, like: Event) -> None:
    """ "…; in the second, on Saturday, four passengers died": a second event of the kind just told."""
    first = t.frame.first + (t.frame.reading.view.words[t.frame.first] == ";")
    t.frame.acts = [
        msgspec.structs.replace(act, first=first, last=first, token=first)  # where this telling begins
        for act in like.tellings[0].frame.acts
    ]
    event = Event([t], "news", None, t.when or like.when, t.where or like.where)
    thread.events.append(event)
    thread.touched = event


_MORE = frozenset({"another", "second", "third", "similar", "separate", "further"})
_FROM_AFAR = frozenset({"air", "strike", "shell", "bomb", "suicide"})


def repeat(t: Telling, like: Event) -> None:
    """ "Another attack in Kutum killed ten", after an air strike: one more of that kind, where its own words tell no other."""
    frame = t.frame
    low = frame.reading.view.low
    told = next((x for x in frame.acts if x.act == "attack" and x.noun and x.weak), None)
    if told is None or _MORE.isdisjoint(low[max(frame.first, told.first - 2) : told.first]):
        return
    if any(x.act not in ("attack", "kill", "hurt") for x in frame.acts) or any(x.role == "a" for x in frame.roles):
        return
    acts = [x for x in like.tellings[0].frame.acts if x.act in _FROM_AFAR]
    frame.acts = [
        msgspec.structs.replace(x, first=told.first, last=told.last, token=told.token) for x in acts
    ] + frame.acts


def join(thread: Thread, e: Event, t: Telling) -> None:
    e.tellings.append(t)
    let_speak(thread, t.frame, e)
    thread.touched = e
    summed = t.frame.reading.sentence.block == "headline" and e.where.name is not None
    if t.where is not None and t.where.name and not summed and _borrowed(e):
        e.where = t.where  # its own words before a place that was only carried on
    elif t.where is not None and not summed and (finer(t.where, e.where) or _pinpoints(t, e)):
        e.where = t.where
    if (
        t.when is not None
        and interval(t.when) is not None
        and (e.when.basis in ("implied", "bounded") or interval(e.when) is None or _nearer(t.when, e.when))
    ):
        e.when = _found_then(t, t.when)
    elif t.when is None and e.when.basis == "bounded" and (scene := scene_day(thread, t.frame)) is not None:
        e.when = scene


def _pinpoints(t: Telling, e: Event) -> bool:
    """ "shot dead in Puncak regency. The men were laying pipes outside Ilaga when …": the town, of those told just before."""
    if t.where is None or e.where.precision != "adm2" or t.where.precision not in ("settlement", "near"):
        return False
    passed_over = any(t.names & x.names for x in e.tellings if x is not t)
    return refers(t.frame) and may_lie(t.where, e.where) and not passed_over


def _borrowed(e: Event) -> bool:
    """Whether the incident's place stands in none of the sentences that tell it."""
    if e.where.evidence is None or e.where.name is None:
        return False
    at = e.where.evidence[0]
    return not any(
        (s := x.frame.reading.sentence).start <= at < s.end or (s.lead is not None and s.lead.start <= at < s.lead.end)
        for x in e.tellings
    )


def _second_place(frame: Frame, spots: list[PlaceMention]) -> PlaceMention | None:
    """The second target of one deed ("… in the Hamidiyah district of Deir ez-Zor, and the outskirts of an airport"), if there is
    one that stands in a phrase of its own. Towns named in one breath ("in A and B") are one place."""
    v = frame.reading.view
    for p in spots[1:]:
        where = frame.reading.tokens(p.start, p.end)
        if where is None or where[0] < 2:
            continue
        opener = v.low[max(0, where[0] - 4) : where[0] + 1]
        if (
            "and" in opener
            and "," in opener
            and ("the" in opener or "in" in opener or "at" in opener)
            and p.relation in ("outskirts", "near", "in", "at", None)
        ):
            return p
    return None
