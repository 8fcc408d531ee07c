"""What follows a deed in the text: more of it, or another one. "Soldiers launched a search operation for the attackers" is no deed of
its own where nobody is harmed and no place is named, and none that makes a killing a battle."""

from dateline.frames.afar import EXPLOSIVE
from dateline.frames.frame import Frame
from dateline.frames.scene import operation
from dateline.frames.types import family
from dateline.resolve.telling.event import Event, Telling
from dateline.resolve.telling.references import refers
from dateline.resolve.telling.thread import Thread


def pursues(thread: Thread, t: Telling, target: Event | None) -> bool:
    """Whether the telling is only of an operation that follows what was told before; ``target``: the incident it may be of."""
    f = t.frame
    acts = [x for x in f.acts if not x.weak]
    if not acts or not all(operation(f.reading, x) for x in acts) or f.counts:
        return False
    if f.definite and t.when is not None:
        return False  # "The clearance operation took place on Sunday": of the deed told before
    if f.reading.sentence.block != "body" or f.reading.sentence.lead is not None:
        return False
    if (t.where is not None and t.where.name is not None) or thread.touched is None:
        return False
    return target is None or family(target.acts) != "battle"


def told_of_it(t: Telling, mine: str, theirs: str) -> bool:
    """ "The inspector said that more than 30 houses had been burned": what else was done there, by a speaker and in the past perfect."""
    f = t.frame
    told = (
        f.tense == "pluperfect"
        and any(s.speaker for s in f.said)
        and t.a is None
        and t.where is None
        and t.when is None
    )
    return told and mine == "loot" and theirs in ("battle", "violence", "crowd")


def breaks_up(t: Telling, e: Event) -> bool:
    """ "Supporters burned a police car. … Police used tear gas to disperse them.": a crowd that had burned and looted."""
    f = t.frame
    if (
        e.acts != {"loot"}
        or t.where is not None
        or t.when is not None
        or {"them", "crowd"}.isdisjoint(f.reading.view.low)
    ):
        return False
    here, there = f.reading, e.last.reading
    near = here.sentence.paragraph == there.sentence.paragraph and here.index - there.index <= 2
    return near and bool(f.acts) and all(x.rule in ("crowd-control", "broken-up") for x in f.acts if not x.weak)


def other_dead(t: Telling, e: Event) -> bool:
    """ "An air strike killed four people in Tajura. Soldiers pushed back an attack, killing nine fighters": neither's dead are the other's."""
    mine = {c.number.low for c in t.frame.counts if c.outcome == "killed" and c.number.numeral}
    theirs = {c.number.low for x in e.tellings for c in x.frame.counts if c.outcome == "killed" and c.number.numeral}
    return (
        t.frame.solid
        and not (t.frame.definite or refers(t.frame))
        and bool(mine and theirs)
        and mine.isdisjoint(theirs)
    )


def shot_later(f: Frame) -> bool:
    """ "Police arrested a leader on Sunday. Later that day three protesters were shot dead": no arrest at a protest."""
    return f.has("kill", "shoot") and bool(f.times)


def follows_up(t: Telling, e: Event) -> bool:
    """ "A car bomb went off outside a hotel and gunmen attacked the hotel": the same site, in the same breath."""
    v = t.frame.reading.view
    if t.where is not None or t.when is not None or not e.acts & EXPLOSIVE:
        return False
    hit = {x for act in t.frame.acts if v.verbal(act.token) and (x := v.object(act.token)) is not None}
    before = set(v.low[: t.frame.first])
    return any(v.low[x] in before and "the" in v.low[v.phrase(x)[0] : x] for x in hit)
