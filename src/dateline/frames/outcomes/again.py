"""The same people told twice: "five: three women and two men", "dozens, perhaps 50"."""

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.figures import end_of
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.mentions.triggers import triggers
from dateline.packs.tolls import tolls


def the_whole(r: Reading, frame: Frame, n: Number, where: tuple[int, int]) -> bool:
    """ "repelled the rebels, killing five of them": the only figure there is, of men that are not counted."""
    before = r.view.low[max(0, where[0] - 1) : where[0]]
    return n.numeral and bool(before) and before[0] in triggers().outcome_verbs


def itemised(r: Reading, out: list[Count]) -> list[Count]:
    """ "killed five: three women and two men", "killed 3 residents of the region: 2 in Myrnohrad and 1 in Selydove": the same once more."""
    for c in out:
        where = r.tokens(c.number.start, end_of(c.number))
        rest = [o for o in out if where is not None and o.token > where[1] and o.outcome == c.outcome]
        if where is None or not rest or sum(o.number.low for o in rest) != c.number.low:
            continue
        if not {":", "–", "-", "—"}.isdisjoint(r.view.words[where[1] + 1 : rest[0].token]):
            return [o for o in out if o not in rest]
    return out


def said_again(c: Count, out: list[Count]) -> bool:
    """A bare plural or a "both" beside a figure of the same outcome: "two men, both day labourers"."""
    both = c.number.text.lower() == "both"
    if both and any(o.outcome == c.outcome and o.number.low == o.number.high == 2 for o in out if o is not c):
        return True  # "stoned a farmer and his uncle, both of whom needed stitches"
    some = c.number.kind == "vague" and (c.number.noun or "").lower() in ("bodies", "corpses")
    if not (c.number.bare or both or some):
        return False
    return any(
        o is not c and o.outcome == c.outcome and o.number.numeral and o.number.text.lower() != "both" for o in out
    )


def apposed(r: Reading, one: Count, two: Count) -> bool:
    """ "Its leader, a captain, was killed", "dozens of people, perhaps 50, died": the same people once more."""
    a, b = one.number, two.number
    if (
        b.noun is None
        and b.numeral
        and one.outcome == two.outcome
        and b.text.lower().startswith(tolls().totals.perhaps)
    ):
        return r.view.low[max(0, two.token - 1)] in (",", "(", "–", "-")
    if _by_name_between(r, one, two):
        return True
    if a.numeral and not b.numeral and a.low == a.high == b.low == b.high and b.low > 1 and one.outcome == two.outcome:
        return _side_by_side(r, a, b)  # "four herders, a father and his three sons,"
    at = r.tokens(b.start, end_of(b))
    if at is not None and _who_it_was(r, one, two) and r.view.words[at[1] + 1 : at[1] + 2] == [","]:
        return _side_by_side(r, a, b)  # "a tenth relative, the grandmother, died"
    if (
        not (a.definite and a.low == a.high == 1)
        or b.definite
        or b.numeral
        or b.high != 1
        or one.outcome != two.outcome
    ):
        return False
    # "The driver, a midwife and a woman were killed": three in a row
    row = at is not None and r.view.low[at[1] + 1 : at[1] + 2] == ["and"]
    return not row and _side_by_side(r, a, b)


def _who_it_was(r: Reading, one: Count, two: Count) -> bool:
    """One person of no certain name, then one with "the", of the same outcome."""
    a, b = one.number, two.number
    single = a.low == a.high == b.low == b.high == 1 and not b.numeral and one.outcome == two.outcome
    return single and not a.definite and b.definite and r.view.low[two.token] == "the"


def _side_by_side(r: Reading, a: Number, b: Number) -> bool:
    where, at = r.tokens(a.start, end_of(a)), r.tokens(b.start, end_of(b))
    return where is not None and at is not None and r.view.low[where[1] + 1 : at[0]] == [","]


def _by_name_between(r: Reading, one: Count, two: Count) -> bool:
    """ "Another reporter, Mauricio Pineda, a sound technician for a channel, died": one man, told by name between."""
    a, b = one.number, two.number
    where, at = r.tokens(a.start, end_of(a)), r.tokens(b.start, end_of(b))
    single = a.low == a.high == b.low == b.high == 1 and not a.numeral and not b.numeral and one.outcome == two.outcome
    if not single or where is None or at is None or r.view.low[at[0]] not in ("a", "an", "the"):
        return False
    between = range(where[1] + 1, at[0])
    names = [k for k in between if r.view.tag[k] == "NNP"]
    return (
        4 <= len(between) <= 6
        and [k for k in between if r.view.words[k] == ","] == [between[0], between[-1]]
        and (len(names) == len(between) - 2)
    )
