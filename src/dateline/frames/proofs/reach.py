"""What a deed reaches: the tokens acted on, the word behind it, the stretch it stands in."""

from dateline.frames.frame import Frame
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.proofs import proofs
from dateline.packs.things import things


def patients(r: Reading, act: Trigger) -> list[int]:
    """Tokens acted on: object, passive subject, prepositional targets."""
    v = r.view
    token = act.token
    out = []
    if v.verbal(token):
        patient = v.patient(token)
        if patient is not None:
            out.append(patient)
    elif v.verbal(v.head[token]):
        over = v.head[token]
        out += [x for p, x in v.preps(over) if p in ("on", "against", "at", "in")]
        hit = v.object(over) if v.base(token) == "nsubj" and v.low[over] in proofs().ground.hits else None
        out += [hit] if hit is not None else []  # "the attack flattened a house"
    out += [x for p, x in v.preps(token) if p in ("on", "against", "at", "of", "into", "with", "in", "to", "through")]
    return out


def extent(r: Reading, token: int) -> tuple[int, int]:
    """The noun phrase at ``token``, [first, stop), with a word for a site right behind it ("a junta outpost"), whatever a small
    parser makes of that word."""
    first, stop = r.view.phrase(token)
    return first, stop + (stop < len(r.view) and r.view.low[stop] in things().sites)


def after(r: Reading, act: Trigger) -> str:
    """The word right after the trigger."""
    return r.view.low[act.last + 1] if act.last + 1 < len(r.view) else ""


def inside(r: Reading, frame: Frame, offset: int) -> bool:
    start, end = r.span(frame.first, frame.last)
    return start <= offset < end
