"""What sets a telling and an incident apart or together: their places, days, doers and figures."""

from dateline.frames.manner import pointed_at
from dateline.packs.gazetteer import loose_key
from dateline.resolve.spots.likeness import compatible, may_lie, same_name
from dateline.resolve.telling.event import Event, Telling
from dateline.resolve.telling.references import owned_up, refers
from dateline.resolve.telling.thread import Thread
from dateline.resolve.when import interval

_ANYONE = frozenset({"", "body", "corpse"})
VAGUE = ("area", "adm1", "adm2", "country", "unknown")


def same_place(thread: Thread, t: Telling, e: Event) -> bool:
    if t.where is None or t.where.name is None:
        return False
    key = loose_key(t.where.name.casefold())
    if same_name(t.where, e.where) or any(key in x.names for x in e.tellings if x.where is not None):
        return True
    return t.frame.reading.sentence.block == "headline" and any(
        key == loose_key(p.name.casefold()) for x in e.tellings for p in x.frame.places
    )  # "… in Bijapur", of a village in Bijapur district


def new_place(thread: Thread, t: Telling, e: Event) -> bool:
    """Whether the telling names a place that the incident cannot lie in."""
    if t.where is None or t.where.name is None or e.where.name is None:
        return False
    if t.frame.reading.sentence.block == "headline" and (
        t.where.precision in VAGUE or (figures_agree(t, e) >= 0 and t.where.country in (None, e.where.country))
    ):
        return False  # a headline names the nearest town that its readers know
    if (refers(t.frame) or t.frame.definite) and may_lie(t.where, e.where):
        return False
    if (
        all(x.frame.reading.sentence.block == "headline" for x in e.tellings if x.where == e.where)
        and e.where.precision in VAGUE
        and e.where.country == t.where.country
    ):
        return False
    return not same_place(thread, t, e) and not compatible(t.where, e.where)


def claims(t: Telling) -> bool:
    """ "claimed the attack the following day and spoke of three dead": about an incident told before, and nothing else."""
    f = t.frame
    owned = owned_up(f) or (any(s.modality == "claimed" for s in f.said) and pointed_at(f.reading, f.acts))
    return owned and bool(f.acts) and all(x.noun for x in f.acts)


def clash_time(t: Telling, e: Event) -> bool:
    if claims(t):
        return False  # "claimed the attack the following day"
    if t.frame.acts and all(x.act == "bodies" for x in t.frame.acts):
        return False  # the day of the finding
    mine = interval(t.when) if t.when else None
    theirs = interval(e.when) if e.when.basis in ("stated", "relative") else None
    if mine is None or theirs is None:
        return False
    return mine[1] < theirs[0] or theirs[1] < mine[0]


def clash_actor(t: Telling, e: Event) -> bool:
    there = next((x.a for x in e.tellings if x.a and x.frame.acts), None)
    if t.a is None or there is None or t.a.name == there.name:
        return False
    if t.a.kind == "unknown" or there.kind == "unknown" or not t.a.armed or not there.armed:
        return False
    if (t.a.loose or there.loose or not (t.a.id and there.id)) and t.a.kind == there.kind:
        return False  # "the gang", and its name
    if e.b is not None and (t.a.name == e.b.name or (t.a.state and e.b.state and t.a.country == e.b.country)):
        return False  # the other side strikes back
    return not (t.a.country and t.a.country == there.country)


def turned(t: Telling, e: Event) -> bool:
    """Whether the doer here stands on the side that was hit there."""
    if t.a is None or e.b is None:
        return False
    return t.a.name == e.b.name or (t.a.state and e.b.state and t.a.country == e.b.country)


def figures_agree(t: Telling, e: Event) -> float:
    """Whether the figures are the same, could be, or speak of others."""
    mine = {(c.outcome, c.number.low, c.number.high) for c in t.frame.counts if c.number.high != 0}
    theirs = {(c.outcome, c.number.low, c.number.high) for x in e.tellings for c in x.frame.counts}
    if not mine or not theirs:
        return 0.0
    if any(m[1:] != (1, 1) for m in mine & theirs) or _same_one(t, e):
        return 1.5
    summary = t.frame.reading.sentence.block == "headline"
    if summary and any(_summed(o, low, e) for o, low, high in mine if low == high):
        return 1.5
    outcomes = {m[0] for m in mine} & {x[0] for x in theirs}
    if not outcomes:
        return 0.2
    for o, low, high in mine:
        for p, lo, hi in theirs:
            if (low, high) == (lo, hi) == (1, 1):
                continue  # one man, and another
            if o == p and low <= (hi if hi is not None else low) and lo <= (high if high is not None else lo):
                return 0.8
    if {"own", "our", "ours"} & set(t.frame.reading.view.low):
        return 0.2  # "One of their own fighters fell", beside those they killed
    apart = t.frame.definite or not t.frame.solid or (t.where is None and t.when is None) or claims(t)
    rival = apart and any(s.speaker for s in t.frame.said)
    if _others(t, e) or any(c.number.another for c in t.frame.counts):
        return 0.2
    if t.frame.acts and all(x.act == "bodies" for x in t.frame.acts) and t.where is None and t.when is None:
        return 0.2  # "Rescuers found the body of a woman", after the man who was killed
    groups = {c.number.group for c in t.frame.counts} & {c.number.group for x in e.tellings for c in x.frame.counts}
    return 0.0 if rival or not groups else -1.0


def _same_one(t: Telling, e: Event) -> bool:
    """Whether one person of the telling bears the noun of one told before, or either is told by no noun."""
    mine = {(c.outcome, _sort(c.number.noun)) for c in t.frame.counts if (c.number.low, c.number.high) == (1, 1)}
    theirs = {
        (c.outcome, _sort(c.number.noun))
        for x in e.tellings
        for c in x.frame.counts
        if (c.number.low, c.number.high) == (1, 1)
    }
    anyone = _ANYONE if t.frame.reading.index - e.last.reading.index <= 2 else {""}
    return any(o == p and (n == m or n in anyone or m in anyone) for o, n in mine for p, m in theirs)


def _summed(outcome: str, figure: int, e: Event) -> bool:
    """ "Three staff were seized", of "the driver and two vaccinators": the figures of one telling added up."""
    parts = [[c.number.low for c in x.frame.counts if c.outcome == outcome] for x in e.tellings]
    return any(len(p) > 1 and sum(p) == figure for p in parts)


def _others(t: Telling, e: Event) -> bool:
    """ "Three soldiers also died", beside the fighters they killed: armed men of another sort."""
    mine = {_sort(c.number.noun) for c in t.frame.counts if c.number.group == "combatants"}
    theirs = {_sort(c.number.noun) for x in e.tellings for c in x.frame.counts if c.number.group == "combatants"}
    return (
        bool(mine and theirs)
        and mine.isdisjoint(theirs)
        and len(mine) == len({c.number.noun for c in t.frame.counts if c.number.noun is not None})
    )


def _sort(noun: str | None) -> str:
    return (noun or "").lower().removesuffix("s")
