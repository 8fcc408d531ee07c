"""The figures of a stretch with their outcomes. One figure may carry two ("killing and injuring many")."""

import msgspec

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.again import apposed, itemised, said_again, the_whole
from dateline.frames.outcomes.deed import led_to_death, left_over, told_fate
from dateline.frames.outcomes.fate import fate, in_the_end, lost_own
from dateline.frames.outcomes.figures import end_of, figures, group_of
from dateline.frames.outcomes.joined import both_in_one, coordinated, elliptical
from dateline.frames.outcomes.names import by_name
from dateline.frames.outcomes.predicate import behind
from dateline.frames.outcomes.toll import taken_back
from dateline.frames.outcomes.unharmed import unharmed
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.model.incident import Outcome


def count(r: Reading, frame: Frame) -> list[Count]:
    """The stretch's figures with their outcomes. One figure may carry two ("killing and injuring many")."""
    out: list[Count] = []
    joint: set[int] = set()
    for n in figures(r, frame.first, frame.last):
        where = r.tokens(n.start, end_of(n))
        if where is None:
            continue
        if n.of_them and r.view.low[where[1] + 1 : where[1] + 3] == ["of", "those"]:
            n = msgspec.structs.replace(n, of_them=False)  # "killed two of those who had come to help"
        if n.of_them and not the_whole(r, frame, n, where):
            share = (
                behind(r, n, where, frame)
                if n.numeral and n.low and r.view.low[where[1] + 1 : where[1] + 3] == ["of", "them"]
                else None
            )
            if (
                share in ("killed", "injured")
                and n.kind != "share"
                and "of" not in r.view.low[max(0, where[0] - 1) : where[0]]
            ):
                out.append(Count(share, n, where[0]))  # "Seven of them were shot dead"
            continue
        if n.zero:
            wounded = any(w.startswith(("injur", "wound")) for w in r.view.low[where[0] : where[1] + 4])
            outcomes: list[Outcome] = ["injured"] if n.zero == "injured" else ["killed"]
            if n.zero == "all" or (n.zero == "killed" and wounded):
                outcomes = ["killed", "injured"]
            if n.group == "combatants" and "hurt" in r.view.low[where[1] + 1 : where[1] + 4]:
                outcomes = ["injured"]  # "No officer was hurt" speaks of the officers only
            out += [Count(o, n, where[0]) for o in outcomes]
            continue
        if unharmed(r, frame, n, where) or taken_back(r, frame, where):
            continue
        if n.as_many:
            copied = _copied(n, out)
            if copied is None:
                continue
            n = copied
        if n.numeral and n.kind != "vague" and both_in_one(r, where):
            joint.add(id(n))
            continue
        found = fate(r, n, where, frame)
        if found == ["displaced"] and (n.bare or n.group == "combatants"):
            continue  # "the attackers fled"
        found = in_the_end(r, found, where, frame)
        if len(found) == 2 and n.kind not in ("vague",) and not n.bare:
            joint.add(id(n))
            continue  # a joint figure that cannot be split gives no entry
        own = "combatants" if lost_own(r, where) else group_of(n)
        out += [Count(o, n, where[0], group=own, joint=len(found) == 2) for o in found]
    out = coordinated(r, frame, led_to_death(r, frame, out))
    out = itemised(r, out)
    out = [c for k, c in enumerate(out) if not said_again(c, out) and not (k and apposed(r, out[k - 1], c))]
    return elliptical(r, told_fate(r, frame, by_name(r, frame, left_over(r, frame, out, joint))))


def _copied(n: Number, out: list[Count]) -> Number | None:
    """ "Two soldiers died and as many were hurt": the figure told just before."""
    if not out:
        return None
    last = out[-1].number
    return msgspec.structs.replace(n, low=last.low, high=last.high, kind=last.kind, group=n.group or last.group)
