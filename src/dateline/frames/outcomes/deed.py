"""People whose outcome only the deed of the stretch tells: "rounded up 40 civilians and then killed them all"."""

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.figures import end_of, figures, group_of
from dateline.frames.outcomes.unharmed import by_side, freed, is_speaker
from dateline.frames.outcomes.word import OF_ACT
from dateline.frames.reading import Reading
from dateline.packs.tolls import tolls


def left_over(r: Reading, frame: Frame, out: list[Count], joint: set[int]) -> list[Count]:
    """A deed on people and one figure of people left over: that figure is theirs, whatever the tree says."""
    for t in frame.acts:
        outcome = OF_ACT.get(t.act)
        if outcome is None or t.weak or t.noun or any(c.outcome == outcome for c in out):
            continue
        taken = joint | {id(c.number) for c in out}
        left = [
            n
            for n in figures(r, frame.first, frame.last)
            if id(n) not in taken
            and n.people
            and not n.bare
            and not n.definite
            and not n.of_them
            and not n.zero
            and (n.noun or "").lower() not in tolls().people.doers
        ]
        left = [
            n
            for n in left
            if (w := r.tokens(n.start, end_of(n))) and r.view.low[max(0, w[0] - 1)] not in ("nor", "neither")
        ]
        left = [
            n
            for n in left
            if (w := r.tokens(n.start, end_of(n)))
            and not is_speaker(r, w)
            and "how" not in r.view.low[max(0, w[0] - 2) : w[0] + 1]
        ]
        left = [n for n in left if not by_side(r, n, t) and not ((w := r.tokens(n.start, end_of(n))) and freed(r, w))]
        if len(left) == 1:
            where = r.tokens(left[0].start, end_of(left[0]))
            out.append(Count(outcome, left[0], where[0] if where else t.first, group=group_of(left[0])))
    return out


def told_fate(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """ "rounded up 40 civilians and then killed them all": those taken are those killed."""
    v = r.view
    for t in frame.acts:
        deadly = (
            t.act == "kill"
            or (t.act == "shoot" and v.low[t.token] in ("shot", "shooting"))
            or (t.act in ("mob", "loot") and not {"fire", "death"}.isdisjoint(v.low[t.first : t.last + 5]))
        )
        after = v.low[t.last + 1 : t.last + 3] + v.low[t.first : t.last + 1]
        if not deadly or not any(w in tolls().people.them for w in after):
            continue
        taken = [c for c in out if c.outcome in ("detained", "abducted") and c.token < t.first + 2]
        for c in taken:
            c.outcome = "killed"
        if not taken and not any(c.outcome == "killed" for c in out):
            before = [
                n
                for n in figures(r, frame.first, t.first)
                if n.people
                and not n.bare
                and (w := r.tokens(n.start, n.end))
                and w[0] < t.first
                and not is_speaker(r, w)
            ]
            if before:
                where = r.tokens(before[-1].start, before[-1].end)
                out.append(Count("killed", before[-1], where[0] if where else t.first, group=group_of(before[-1])))
    return out


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
