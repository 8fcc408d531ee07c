"""Roles of agreements, protests and withdrawals: whoever acts is a, the other side b."""

from dateline.frames.cast.given import add
from dateline.frames.cast.group import take
from dateline.frames.cast.noun import pair
from dateline.frames.cast.party import person_at
from dateline.frames.frame import Frame, Role
from dateline.frames.order import governed
from dateline.frames.reading import Reading
from dateline.mentions.parties import Party
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
    if act.act == "agree" and not any(x.role == "a" for x in out):
        _right_before(r, frame, act, out)
    for prep, noun in v.preps(token):
        if prep == "between":
            pair(r, frame, noun, out)
        elif prep in ("with", "to") and act.act in ("agree", "change"):
            take(r, frame, noun, "b", out, only_party=True)
        elif prep == "by":
            take(r, frame, noun, "a", out)
    if act.rule == "crowd-control" and not any(x.party is not None and x.party.kind == "crowd" for x in out):
        _dispersed(r, act, out)
    if act.rule == "crowd-control" and not any(x.party is not None and x.party.kind == "state" for x in out):
        _policed(r, frame, act, out)
    if act.act == "protest" and act.rule != "crowd-control" and not any(x.role == "a" for x in out):
        _gathered(r, frame, act, out)


def _doer(r: Reading, token: int) -> int | None:
    """Whoever the verb's doer is; of a noun, that of the verb above it ("signed an accord")."""
    v = r.view
    if v.verbal(token):
        return v.doer(token)
    over = v.head[token]
    return v.doer(over) if v.verbal(over) and v.base(token) in ("obj", "obl", "nsubj:pass") else None


def _right_before(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "Palestinian factions agreed on a ceasefire": the party that stands free right before the deed, whatever the tree makes of it."""
    p = next((p for p in r.parties if frame.first <= p.first and p.last == act.first - 1), None)
    free = p is not None and p.armed and not governed(r, p) and r.view.tag[act.first] in ("VBD", "VBN", "VBP")
    if p is not None and free:
        add(out, "a", p, None, p.head)


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


def _policed(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "Police baton-charged fishermen", "anti-riot police lobbed teargas": the force right before the deed."""
    near = [p for p in r.parties if p.kind == "state" and frame.first <= p.first and 0 < act.last - p.first <= 8]
    if near and not any(r.view.words[k] in ",;" for k in range(near[-1].last + 1, act.first)):
        add(out, "b", near[-1], None, near[-1].head)


def _gathered(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "a sit-in of relatives", "tens of women went out in a stand of protest": those who protest."""
    low = r.view.low
    if low[act.last + 1 : act.last + 2] == ["by"] and (p := _marchers(r, act.last + 2, frame.last)) is not None:
        return add(out, "a", p, None, p.head)
    for n in r.people:
        where = r.tokens(n.start, max(n.end, n.noun_end or n.end))
        if where is None or n.outcome is not None or any(x.number is n for x in frame.counts):
            continue
        if n.noun is None:  # "Thousands rallied outside parliament"
            if (
                n.numeral
                and n.low
                and where[1] + 1 == act.first
                and r.view.verbal(act.token)
                and not _bound(r, frame, where[0])
            ):
                return add(out, "a", None, n, where[1])
            continue
        behind = low[act.last + 1 : act.last + 2] in (["of"], ["by"]) and where[0] <= act.last + 4
        opens = where[1] < act.first <= where[1] + 10 and not _bound(r, frame, where[0])
        if (behind and where[0] > act.last) or (opens and (n.numeral or n.bare)):
            return add(out, "a", None, n, where[1])
    return None


_BODIES = frozenset(
    "movement union unions party parties association alliance league coalition federation collective committee organisation organization network group groups".split()
)


def _marchers(r: Reading, first: int, last: int) -> Party | None:
    """ "a sit-in by the citizens' movement Lucha": the noun phrase behind "by", where it is no party and tells no figure."""
    v, stop = r.view, first
    while stop <= last and stop < first + 8 and v.tag[stop].startswith(("DT", "JJ", "NN", "POS", "PRP$")):
        stop += 1
    if _BODIES.isdisjoint(v.low[first:stop]) or any(k in r.party_at for k in range(first, stop)):
        return None
    start, end = v.starts[first], v.ends[stop - 1]
    words = r.sentence.text[start:end]
    return Party("crowd", first, stop - 1, stop - 1, start, end, words, noun="protesters", word_kind="protesters")


def _bound(r: Reading, frame: Frame, first: int) -> bool:
    """Whether a preposition or another noun phrase stands right before."""
    return first > frame.first and r.view.tag[first - 1] not in (",", "DT", "RB", "CC", ":")


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
