"""People whose outcome only the deed of the stretch tells: "rounded up 40 civilians and then killed them all"."""

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.fate import in_the_end
from dateline.frames.outcomes.figures import end_of, figures, group_of
from dateline.frames.outcomes.unharmed import by_side, freed, is_speaker
from dateline.frames.outcomes.word import OF_ACT
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.mentions.triggers import Trigger
from dateline.packs.tolls import tolls


def left_over(r: Reading, frame: Frame, out: list[Count], joint: set[int]) -> list[Count]:
    """A deed on people and one figure of people left over: that figure is theirs, whatever the tree says."""
    for t in frame.acts:
        outcome = OF_ACT.get(t.act)
        if outcome is None or t.weak or t.noun or any(c.outcome == outcome for c in out):
            continue
        taken = joint | {id(c.number) for c in out}
        left = [
            (n, w)
            for n in figures(r, frame.first, frame.last)
            if id(n) not in taken and (w := r.tokens(n.start, end_of(n))) and _may_suffer(r, n, w, t)
        ]
        if len(left) == 1:
            n, where = left[0]
            (last,) = in_the_end(r, [outcome], where, frame)
            out.append(Count(last, n, where[0], group=group_of(n)))
    return out


def _may_suffer(r: Reading, n: Number, where: tuple[int, int], t: Trigger) -> bool:
    """Whether the deed may have been done to those counted: people of their own, who neither do it nor tell of it."""
    if not n.people or n.bare or n.definite or n.of_them or n.zero:
        return False
    before = r.view.low[max(0, where[0] - 2) : where[0]]
    return (
        (n.noun or "").lower() not in tolls().people.doers
        and before[-1:] not in (["nor"], ["neither"])
        and before != ["of", "them"]
        and "how" not in [*before, r.view.low[where[0]]]
        and not is_speaker(r, where)
        and not by_side(r, n, t)
        and not freed(r, where)
        and not (where[1] <= t.first and takes_object(r, t))
    )


def takes_object(r: Reading, t: Trigger) -> bool:
    """ "Two gunmen killed lawyer Huda Salem", unlike "Two gunmen killed in Tripoli": a noun stands right behind, so who stands before it did it."""
    v, after = r.view, t.last + 1
    if any(v.low[k] in tolls().between.be for k in range(max(0, t.first - 3), t.first)) or after >= len(v):
        return False
    return v.tag[after] in ("NN", "NNS", "NNP", "NNPS") and not any(x.start == r.span(after, after)[0] for x in r.times)


def told_fate(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """ "rounded up 40 civilians and then killed them all", "was dragged out and shot dead": those taken are those killed."""
    for t in frame.acts:
        if _ends_in(r, frame, t):
            for c in out:
                if c.outcome == "abducted" and c.token < t.first:
                    c.outcome = "killed"
        if not kills_them(r, t):
            continue
        taken = [c for c in out if c.outcome in ("detained", "abducted") and c.token < t.first + 2]
        taken = [c for c in taken if c.number.low == c.number.high == 1 or not _of_one(r, t)]
        for c in taken:
            c.outcome = "killed"
        if taken or any(c.outcome == "killed" for c in out):
            continue
        before = [
            (n, w)
            for n in figures(r, frame.first, t.first)
            if n.people
            and not n.bare
            and (w := r.tokens(n.start, n.end))
            and w[0] < t.first
            and not is_speaker(r, w)
            and (n.low == n.high == 1 or not _of_one(r, t))
        ]
        if before:
            n, where = before[-1]
            out.append(Count("killed", n, where[0], group=group_of(n)))
    return out


def _ends_in(r: Reading, frame: Frame, t: Trigger) -> bool:
    """ "A headman was pulled from his house and hacked to death": a deadly deed joined to the taking, on nobody else."""
    v = r.view
    before = [w for w in v.low[max(0, t.first - 2) : t.first] if w not in ("then", "later")]
    if t.act != "kill" or t.noun or before[-1:] != ["and"] or v.kids(t.token, "nsubj") or v.kids(t.token, "obj"):
        return False
    return any(x.act == "abduct" and x.last < t.first and v.verbal(x.token) and v.passive(x.token) for x in frame.acts)


def _of_one(r: Reading, t: Trigger) -> bool:
    """ "before soldiers shot him dead": one, and not the two whom he wounded."""
    return not {"him", "her"}.isdisjoint(r.view.low[t.first : t.last + 3])


def kills_them(r: Reading, t: Trigger) -> bool:
    """ "killed them all", "shot him", "set her on fire": a deadly deed on those told before."""
    low = r.view.low
    deadly = (
        t.act == "kill"
        or (t.act == "shoot" and low[t.token] in ("shot", "shooting"))
        or (t.act in ("mob", "loot", "shoot") and not {"fire", "death"}.isdisjoint(low[t.first : t.last + 5]))
    )
    return deadly and any(w in tolls().people.them for w in low[t.first : t.last + 3])


def led_to_death(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """ "opened fire on a member of the committee, which led to his immediate death": the one told last before it."""
    low = r.view.low
    for i in range(frame.first, frame.last - 2):
        if (
            low[i] not in ("led", "leading", "leads")
            or low[i + 1] != "to"
            or low[i + 2] not in tolls().people.possessive | {"the"}
        ):
            continue
        if not {"death", "deaths"} & set(low[i + 3 : i + 5]) or any(c.outcome == "killed" for c in out):
            continue
        told = {id(c.number) for c in out}
        before = [
            (w[0], n)
            for n in figures(r, frame.first, i)
            if n.people
            and not n.bare
            and id(n) not in told
            and (w := r.tokens(n.start, end_of(n)))
            and not is_speaker(r, w)
        ]
        if before:
            out.append(Count("killed", before[-1][1], before[-1][0], group=group_of(before[-1][1])))
    return out
