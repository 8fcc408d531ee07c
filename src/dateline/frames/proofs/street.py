"""Protests that nobody marches in, and the crowds of those that are some."""

from dateline.frames.frame import Frame
from dateline.frames.proofs.reach import after, inside
from dateline.frames.proofs.sides import party
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.proofs import proofs


def spoken_protest(r: Reading, act: Trigger) -> bool:
    """ "demonstrates the extent", "lodged an official protest", "a rights group protested": words, nobody in the street."""
    v = r.view
    token = act.token
    if v.verbal(token) and v.low[token].startswith(("block", "barricad", "cut")):
        doer = v.doer(token)
        return doer is not None and v.low[doer] in proofs().street.obstacles
    if v.low[act.first : act.first + 2] == ["in", "protest"] and v.low[v.head[token]] in proofs().street.aloof:
        return True
    if act.first != act.last:
        return False
    if v.low[token].startswith("demonstrat") and v.verbal(token):
        shown = v.passive(token) or any(v.low[c] == "as" for c in v.kids(token, "mark"))
        shows = {v.low[c] for c in v.kids(token, "nsubj")} & {"this", "that", "it", "which", "what"}
        return shown or bool(shows) or bool(v.kids(token, "obj", "ccomp"))
    if act.noun:
        kids = {v.low[c] for c in v.children[token]}
        return v.low[v.head[token]] in proofs().street.lodged or bool(kids & {"official", "formal", "diplomatic"})
    if not v.low[token].startswith("protest"):
        return False
    doer = v.subject(token)
    return (
        doer is not None
        and v.tag[doer] in ("NN", "NNP")
        and v.low[doer] not in ("crowd", "people", "mob")
        and not any(
            n.people or n.bare for n in r.people if n.start <= r.span(doer, doer)[0] < max(n.end, n.noun_end or n.end)
        )
    )


def travels(r: Reading, act: Trigger) -> bool:
    """ "8,000 people have taken the road to Pinga": they leave."""
    low = r.view.low
    onto = low[act.last] in ("road", "highway") and low[act.token].startswith(("take", "took"))
    return onto and after(r, act) in (
        "to",
        "of",
        "for",
        "towards",
        "toward",
    )


def gathered(r: Reading, frame: Frame, act: Trigger) -> bool:
    """More than two people together: a plural of people, or a word for those who take to the street."""
    words = set(r.view.low[frame.first : frame.last + 1])
    return bool(words & (proofs().people.crowd | proofs().people.street)) or any(
        n.people and (n.high is None or n.high > 2) for n in r.people if inside(r, frame, n.start)
    )


def controlled(r: Reading, frame: Frame, act: Trigger) -> bool:
    """A crowd to be controlled, and someone who controls it."""
    words = set(r.view.low[frame.first : frame.last + 1])
    if (
        act.rule == "crowd-control"
        and words & {"gas", "gases", "teargas", "water", "batons", "cannon"}
        and party(r, frame)
    ):
        return True
    crowd = words & proofs().people.crowd or _RALLIES.intersection(r.view.low[act.first : act.last + 1])
    return bool(crowd) and (party(r, frame) or bool(words & {"police", "troops", "soldiers", "officers"}))


_RALLIES = frozenset(("march", "rally", "procession", "vigil", "demonstration", "protest", "picket"))


def civil(r: Reading, frame: Frame, act: Trigger) -> bool:
    """No army's march: people or a crowd stand in the stretch, or no armed party does."""
    words = set(r.view.low[frame.first : frame.last + 1])
    inside = frame.parties
    if words & proofs().people.crowd or any(p.kind == "crowd" for p in inside):
        return True
    verb = act.token if r.view.verbal(act.token) else r.view.head[act.token]
    doer = r.view.subject(verb) if r.view.verbal(verb) else None
    if doer is not None and doer not in r.party_at:
        return True
    return not any(p.armed for p in inside)


def no_arms(r: Reading, frame: Frame, act: Trigger) -> bool:
    """People against people, with nobody armed by trade among them; who only tells of it is none of them."""
    v, said = r.view, [(s.start, s.end) for s in r.said if s.speaker]
    told = (k for k in range(frame.first, frame.last + 1) if not any(a <= v.starts[k] < b for a, b in said))
    words = {v.low[k] for k in told}
    hurt = [(c.number.start, max(c.number.end, c.number.noun_end or 0)) for c in frame.counts]
    return bool(words & proofs().people.folk) and not any(
        p.armed and not any(s <= p.start + r.offset < e for s, e in hurt) and not any(a <= p.start < b for a, b in said)
        for p in frame.parties
    )
