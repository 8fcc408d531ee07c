"""Who is one of a side told already, or only called a side by another: nobody more in the record."""

from dateline.frames.frame import Frame, Role
from dateline.mentions.numbers import Number
from dateline.model.incident import Actor
from dateline.resolve.fields.parties import class_of
from dateline.resolve.fields.source import Source


def men_of_force(source: Source, frame: Frame, role: Role) -> bool:
    """ "struck a convoy of the Frontier Corps, killing three soldiers": the soldiers of the force that was hit, no army beside it."""
    p = role.party
    if p is None or role.role != "assoc_b" or p.organ != "army" or p.names or p.forces or p.country:
        return False
    hit = next((x.party for x in frame.roles if x.role == "b" and x.party is not None and x.party.names), None)
    counted = {id(c.party) for c in frame.counts}
    if hit is None or id(p) not in counted or id(hit) in counted:
        return False
    return any(source.kit.actors.by_id[n.actor].state for n in hit.names)


def as_claimed(frame: Frame, role: Role) -> bool:
    """ "The group claimed the attack, saying it had targeted "a military unit"": what the claimant calls those who were hit, in quotes."""
    p = role.party
    if p is None or role.role not in ("b", "assoc_b") or not any(s.modality == "claimed" for s in frame.said):
        return False
    text = frame.reading.sentence.text
    before, after = text[max(0, p.start - 2) : p.start], text[p.end : p.end + 2]
    return not _QUOTES.isdisjoint(before) and not _QUOTES.isdisjoint(after)


_QUOTES = frozenset("\"“”'‘’")


def his_own(a: Actor, n: Number) -> bool:
    """ "Dozo hunters repelled an attack … Two hunters were killed", "Angry youths … One of the youths was hit": men of a side that is
    told already, no bystanders."""
    words = (a.text or "").lower().split()
    side = a.role != "victim" and (class_of(a) == "armed" or a.kind == "rioters")
    return side and bool(words) and words[-1] == (n.noun or "").lower()


_FELLOWS = frozenset("colleague colleagues comrade comrades crew occupants crewmen".split())


def fellows(a: Actor, n: Number, text: str) -> bool:
    """ "A vehicle full of troops hit a mine … Three of the men aboard were hurt", "two of his colleagues": that side's own."""
    if a.role != "b" or class_of(a) != "state":
        return False
    return (n.noun or "").lower() in _FELLOWS or text.lower().endswith(("of the men", "of its men"))
