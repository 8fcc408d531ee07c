"""Roles of agreements, protests and withdrawals: whoever acts is a, the other side b."""

from dateline.frames.cast.given import add
from dateline.frames.cast.group import take
from dateline.frames.cast.noun import pair
from dateline.frames.cast.party import person_at
from dateline.frames.frame import Frame, Role
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.roles import roles


def symmetric(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """Agreements, protests, withdrawals: whoever acts is a, the other side b."""
    v, token = r.view, act.token
    doer = _doer(r, token)
    if doer is not None and act.act == "agree":
        _pair_or_one(r, frame, doer, out)
    else:
        take(r, frame, doer, "b" if act.act == "withdraw" and frame.has("take") else "a", out)
    if act.act == "agree" and sum(x.role in ("a", "b") for x in out) < 2:
        _delegates(r, frame, act, out)
    for prep, noun in v.preps(token):
        if prep == "between":
            pair(r, frame, noun, out)
        elif prep in ("with", "to") and act.act in ("agree", "change"):
            take(r, frame, noun, "b", out, only_party=True)
        elif prep == "by":
            take(r, frame, noun, "a", out)
    if act.rule == "crowd-control" and not any(x.party is not None and x.party.kind == "crowd" for x in out):
        _dispersed(r, act, out)


def _doer(r: Reading, token: int) -> int | None:
    """Whoever the verb's doer is; of a noun, that of the verb above it ("signed an accord")."""
    v = r.view
    if v.verbal(token):
        return v.doer(token)
    over = v.head[token]
    return v.doer(over) if v.verbal(over) and v.base(token) in ("obj", "obl", "nsubj:pass") else None


def _dispersed(r: Reading, act: Trigger, out: list[Role]) -> None:
    """ "tear gas at doctors demanding better pay", "water cannon to disperse hundreds of teachers": those whom it meets."""
    for n in r.people:
        where = r.tokens(n.start, max(n.end, n.noun_end or n.end))
        if where is None or not act.first < where[0] <= act.last + 10 or n.noun is None:
            continue
        front = r.view.low[max(act.first, where[0] - 3) : where[0]]
        if roles().marks.met & set(front) and not any(r.party_at.get(k) for k in range(where[0], where[1] + 1)):
            return add(out, "victim", None, n, where[1])
    return None


def _delegates(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "delegates of A and the government had agreed": the two parties before the deed, wherever the tree hangs them."""
    speakers = {s.head for s in r.said}
    before = [p for p in r.parties if frame.first <= p.first and p.last < act.token and p.head not in speakers]
    between = [
        w for k, w in enumerate(r.view.low) if before and before[0].last < k < before[-1].first and r.view.starts[k] >= before[0].end
    ]  # fmt: skip
    if len(before) == 2 and between[:1] in (["and"], ["with"]):
        out[:] = [x for x in out if x.party not in before]
        add(out, "a", before[0], None, before[0].head)
        add(out, "b", before[1], None, before[1].head)


def _pair_or_one(r: Reading, frame: Frame, noun: int, out: list[Role]) -> None:
    inside = [p for p in r.parties if p.head in r.view.below(noun)]
    if len(inside) == 2:
        add(out, "a", inside[0], None, inside[0].head)
        add(out, "b", inside[1], None, inside[1].head)
    elif len([c for c in r.view.conjuncts(noun) if c in r.party_at]) >= 2:
        pair(r, frame, noun, out)
    else:
        person = person_at(r, noun)
        if (
            not frame.has("clash")
            and person is not None
            and (person.noun or "").lower() in ("elders", "notables", "chiefs")
        ):
            add(out, "a", None, person, noun)
        take(r, frame, noun, "a", out, only_party=True)
