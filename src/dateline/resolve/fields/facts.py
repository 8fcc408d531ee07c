"""What the type is decided from: deeds, words, sides, figures."""

from dateline.frames.afar import AIRBORNE, EXPLOSIVE, GUNS, by_land
from dateline.frames.frame import Frame
from dateline.frames.types import Facts, family
from dateline.mentions.triggers import Trigger
from dateline.model.incident import Actor, Casualty
from dateline.resolve.fields.parties import class_of
from dateline.resolve.fields.source import Source
from dateline.resolve.fields.voices import said_of
from dateline.resolve.telling.event import Event

_DONE_THERE = frozenset({"loot", "kill", "shoot", "abduct", "arrest", "sexual"})


def facts_of(source: Source, e: Event, actors: list[Actor], casualties: list[Casualty]) -> Facts:
    """The facts of an event."""
    f = Facts()
    disputed = any(s.modality == "denied" for _, s in said_of(source, e))
    aimed = bool(e.acts & EXPLOSIVE) and "shoot" not in e.acts and not by_land(e.words)
    body = {x.act for t in e.tellings if _body(t.frame) for x in t.frame.acts if not x.weak}
    for k, t in enumerate(e.tellings):
        if body and not _body(t.frame) and family({x.act for x in t.frame.acts}) != family(body):
            continue  # "Bomb and gunfire kill 14": a headline may sum up more than one
        boast = k > 0 and disputed and any(s.modality == "claimed" for s in t.frame.said)
        f.acts += [
            x.act
            for x in t.frame.acts
            if not (x.weak or (aimed and _only_aimed(t.frame, x)))
            and not (boast and x.act == "take")
            and not (_entered(t.frame, x) and e.acts & _done_by(x))
        ]
        f.weak += [x.act for x in t.frame.acts if x.weak or (aimed and _only_aimed(t.frame, x))]
        f.words |= set(t.frame.reading.view.low[t.frame.first : t.frame.last + 1])
        f.quiet = f.quiet or t.frame.quiet
        f.means |= {x.name for x in t.frame.means}
        f.damage = f.damage or bool(t.frame.damage)
        f.unrest = f.unrest or (not t.frame.said and any(x.act == "mob" and not x.weak for x in t.frame.acts))
    f.a = class_of(next((a for a in actors if a.role == "a"), None))
    f.b = class_of(next((a for a in actors if a.role == "b"), None))
    doer = next((a for a in actors if a.role == "a"), None)
    f.a_flies = (
        doer is not None
        and doer.evidence is not None
        and not AIRBORNE.isdisjoint(source.text[max(0, doer.evidence[0] - 24) : doer.evidence[1]].lower().split())
    )
    f.a_guns = (
        doer is not None
        and doer.evidence is not None
        and not GUNS.isdisjoint(source.text[doer.evidence[0] : doer.evidence[1]].lower().split())
    )
    f.a_home = doer is not None and doer.kind == "state_forces"
    entry = source.kit.actors.by_id.get(doer.id) if doer is not None and doer.id else None
    f.a_governs = entry is not None and entry.governs
    f.victims = any(a.role == "victim" for a in actors)
    f.street = any(a.kind in ("protesters", "rioters") for a in actors)
    f.harmed_crowd = any(a.kind == "protesters" and a.role in ("victim", "b") for a in actors)
    for c in casualties:
        if c.outcome in ("killed", "injured", "abducted", "detained"):
            setattr(f, c.outcome, getattr(f, c.outcome) + max(c.low, 1 if c.high is None or c.high > 0 else 0))
    return f


def _body(frame: Frame) -> bool:
    return frame.reading.sentence.block != "headline"


def _done_by(act: Trigger) -> frozenset[str]:
    """What those who came in may have come for; rebels who enter a town hold it, whatever bullets fly."""
    return _DONE_THERE - {"shoot"} if act.rule == "rebel-entry" else _DONE_THERE


def _only_aimed(frame: Frame, act: Trigger) -> bool:
    """ "An air strike killed three. The army said it had targeted a commander": whom it was meant for, and no assault beside it."""
    return act.act == "attack" and act.first == act.last and frame.reading.view.low[act.first].startswith("target")


def _entered(frame: Frame, act: Trigger) -> bool:
    """ "marched into a village and put it to the torch": they came in, which is not yet to hold the ground."""
    word = frame.reading.view.low[act.first]
    return act.act == "take" and word.startswith(("march", "mov", "enter", "advanc", "driv", "drove", "storm", "swe"))


def grenade(e: Event) -> bool:
    """Whether the words are of grenades and of no other bomb."""
    words = [w for t in e.tellings for w in t.frame.reading.view.low[t.frame.first : t.frame.last + 1]]
    return any(w in ("grenade", "grenades") for w in words) and not any(
        w in ("bomb", "mine", "landmine", "ied") for w in words
    )
