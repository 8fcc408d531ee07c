"""Is the deed a deed? Words of violence live in sport, politics, kitchens and films; a trigger stands only with its proof."""

from dateline.frames.frame import Frame
from dateline.frames.generic import generic
from dateline.frames.proofs.figurative import figurative
from dateline.frames.proofs.ground import ground, place, spot, target, thing
from dateline.frames.proofs.people import harm, losses, man, people_acted, person
from dateline.frames.proofs.sides import armed, armed_doer, doer_known, foe, quiet, swapped, taker, two_sides, weapon
from dateline.frames.proofs.street import civil, controlled, gathered, no_arms
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger

_CHECKS = {
    "actor": doer_known,
    "harm": harm,
    "losses": losses,
    "foe": foe,
    "doer": armed_doer,
    "ground": ground,
    "people": people_acted,
    "man": man,
    "gathered": gathered,
    "spot": spot,
    "swapped": swapped,
    "no_arms": no_arms,
    "quiet": quiet,
    "taker": taker,
    "civil": civil,
    "crowd": controlled,
    "person": person,
    "target": target,
    "armed": armed,
    "thing": thing,
    "place": place,
    "weapon": weapon,
    "sides": two_sides,
}


def proven(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Whether the stretch holds what the trigger's rule needs."""
    if figurative(r, act) or generic(r, frame, act):
        return False
    return _took_place(r, frame, act) or all(_CHECKS[need](r, frame, act) for need in act.need)


_HAPPENED = frozenset("took happened occurred came lasted began started unfolded".split())
_DONE = frozenset("carried launched staged committed perpetrated".split())


def _took_place(r: Reading, frame: Frame, act: Trigger) -> bool:
    """ "The attack took place on Saturday", "The strike was carried out at dawn": one that was told of, with its day or its place."""
    v = r.view
    over = v.head[act.token]
    if not act.noun or v.base(act.token) != "nsubj" or r.sentence.block == "headline" or "no_arms" in act.need:
        return False
    named = any(v.low[c] in ("the", "this", "these", "both") for c in v.kids(act.token, "det"))
    happened = v.low[over] in _HAPPENED or (v.low[over] in _DONE and v.passive(over))
    return named and happened and bool(frame.times or spot(r, frame, act))
