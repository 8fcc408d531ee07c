"""Who stands in the stretch: a party, armed men, two sides, a doer."""

from dateline.frames.frame import Frame
from dateline.frames.reading import Reading
from dateline.frames.sides import two_peoples
from dateline.mentions.triggers import Trigger
from dateline.packs.proofs import proofs


def party(r: Reading, frame: Frame) -> bool:
    return bool(frame.parties)


def armed(r: Reading, frame: Frame, act: Trigger) -> bool:
    if any(p.armed for p in frame.parties):
        return True
    if act.act == "clash" and frame.counts and two_peoples(r, act, frame.last) is not None:
        return True
    if any(m.name in ("firearms", "blade") for m in frame.means):
        return True
    return any(w in proofs().arms.armed for w in r.view.low[frame.first : frame.last + 1])


def weapon(r: Reading, frame: Frame, act: Trigger) -> bool:
    words = set(r.view.low[frame.first : frame.last + 1])
    if r.view.low[act.token].startswith(("defus", "deactivat")) and "it" in words:
        return True  # what was found in the sentence before
    return bool(words & proofs().arms.weapons)


def two_sides(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Two sides, or one and a word of fighting to stop."""
    inside = frame.parties
    words = set(r.view.low[frame.first : frame.last + 1])
    if act.rule == "agreement" and words & proofs().peace.pacts and words & proofs().peace.signers:
        return True
    stop = words & proofs().peace.stop
    if act.weak and act.noun and r.view.verbal(r.view.head[act.token]) is False and len(inside) < 2:
        return False
    return len(inside) >= 1 and bool(stop)


def swapped(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Two sides, nations among them, that give each other people or put their names to peace."""
    words = set(r.view.low[frame.first : frame.last + 1])
    return bool(words & proofs().peace.given) and (
        bool(words & proofs().peace.both) or len(frame.parties) > 1 or len(_named_states(r, frame)) > 1
    )


def _named_states(r: Reading, frame: Frame) -> set[str]:
    start, end = r.span(frame.first, frame.last)
    return {p.text for p in r.places if start <= p.start < end and p.kind == "country"}


def doer_known(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Armed men or a crowd do it, as the tree says."""
    v = r.view
    return v.verbal(act.token) and v.doer(act.token) in r.party_at


def armed_doer(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Armed men do it, as the tree says, and take nobody to a doctor or a judge."""
    v = r.view
    if not v.verbal(act.token):
        return False
    doer = v.doer(act.token)
    party = r.party_at.get(doer) if doer is not None else None
    if party is None or not party.armed:
        return False
    return not any(p in ("to", "before") and v.low[x] not in proofs().ground.lairs for p, x in v.preps(act.token))


_TAKERS = frozenset("rebels rebel insurgents guerrillas separatists".split())
_TOWNS = (None, "town", "city", "village")


def taker(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Rebels or an armed group by name come into a town by name, and nobody is told to be harmed there."""
    v = r.view
    doer, patient = v.doer(act.token), v.patient(act.token)
    party = r.party_at.get(doer) if doer is not None else None
    if party is None or patient is None or v.passive(act.token) or any(c.number.high != 0 for c in frame.counts):
        return False
    if not (party.kind == "named" and party.armed) and v.low[party.head] not in _TAKERS:
        return False
    s, e = r.span(patient, patient)
    return any(p.start < e and s < p.end and not p.generic and p.kind in _TOWNS for p in r.places)


def foe(r: Reading, frame: Frame, act: Trigger) -> bool:
    """Someone armed who is not among those harmed, or a weapon, stands in the stretch."""
    harmed = [c.party for c in frame.counts] + [x.party for x in frame.of("victim")]
    return bool(frame.means) or any(p.armed and p not in harmed for p in frame.parties)


def quiet(r: Reading, frame: Frame, act: Trigger) -> bool:
    """The stretch says that there was no fight."""
    return frame.quiet
