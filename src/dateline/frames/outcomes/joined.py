"""Figures that share a fate: "a policeman and a woman", "27 soldiers were killed and 33 wounded"."""

import itertools

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.figures import end_of, figures, group_of
from dateline.frames.outcomes.predicate import FINITE
from dateline.frames.outcomes.unharmed import is_speaker
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.packs.tolls import tolls

_AT = frozenset({"in", "at", "near", "outside"})
_FELLOWS = frozenset({"colleague", "colleagues", "comrade", "comrades"})
_MORE = frozenset({"others", "other", "more"})


def both_in_one(r: Reading, where: tuple[int, int]) -> bool:
    """ "60 personnel killed and wounded", "45 casualties, killed and wounded": one figure for both, which cannot be split."""
    before = r.view.low[max(0, where[0] - 3) : where[0]]
    if before[1:2] == ["or"] and (before[0], before[2]) in (("killed", "wounded"), ("killed", "injured")):
        return True  # "had killed or wounded 12 soldiers"
    if r.view.low[where[1]] in tolls().fates.alone and r.view.low[where[1] + 1 : where[1] + 2] in (["and"], ["or"]):
        pair = tuple(sorted((r.view.low[where[1]], *r.view.low[where[1] + 2 : where[1] + 3])))
        return pair in tolls().fates.joint  # "amounted to 120 killed and wounded"
    skipped = tolls().between.helps | {",", "(", "–", "-", "either"}
    at = [k for k in range(where[1] + 1, min(where[1] + 9, len(r.view))) if r.view.low[k] not in skipped][:3]
    low = [r.view.low[k] for k in at]
    if len(at) == 3 and r.view.tag[at[2] + 1 : at[2] + 2] == ["CD"]:
        return False  # "were killed and wounded 20"
    return len(low) == 3 and low[1] in ("and", "or") and tuple(sorted((low[0], low[2]))) in tolls().fates.joint


def coordinated(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """ "One policeman and a woman lost their lives": a figure joined to the next shares its fate."""
    listed = figures(r, frame.first, frame.last)
    told = {id(c.number): c for c in out}
    for one, two in itertools.pairwise(listed):
        if id(one) in told and id(two) not in told and (_added(r, frame, one, two) or _elsewhere(r, one, two)):
            told[id(two)] = _like(r, told[id(one)], two)
            out.append(told[id(two)])
    for c, n in _series(r, listed, told):
        told[id(n)] = _like(r, c, n)
        out.append(told[id(n)])
    for one, two in reversed(list(itertools.pairwise(listed))):
        if id(one) not in told and id(two) in told and _leads(r, one, two):
            told[id(one)] = _like(r, told[id(two)], one)
            out.append(told[id(one)])
    return out


def _elsewhere(r: Reading, one: Number, two: Number) -> bool:
    """ "killed four people in a market and two in a mosque": a bare figure with a place of its own."""
    a, b = r.tokens(one.start, end_of(one)), r.tokens(two.start, end_of(two))
    if (
        a is None
        or b is None
        or two.of_them
        or two.zero
        or not two.numeral
        or (two.noun or "others").lower() not in _MORE
    ):
        return False
    near = r.view.low[a[1] + 1 : b[0]]
    return (
        near[-1:] in (["and"], [","])
        and len(near) <= 12
        and not _AT.isdisjoint(near)
        and r.view.low[b[1] + 1 : b[1] + 2] != []
        and r.view.low[b[1] + 1] in _AT
        and not any(r.view.tag[k] in FINITE for k in range(a[1] + 1, b[0]) if r.view.low[k] not in tolls().between.be)
    )


def _series(r: Reading, listed: list[Number], told: dict[int, Count]) -> list[tuple[Count, Number]]:
    """ "shot dead the headman of Kukar, his brother and four guards": people told in a row, to whom one verb did the same."""
    for k, n in enumerate(listed[:-1]):
        if id(n) not in told or told[id(n)].number is not n:
            continue
        row: list[Number] = []
        for m in listed[k + 1 :]:
            between = _between(r, row[-1] if row else n, m)
            if between is None or m.of_them or m.bare or m.zero or (m.noun is None) or id(m) in told:
                break
            row.append(m)
            if "and" in between:
                last = r.tokens(m.start, end_of(m))
                after = last[1] + 1 if last else 0
                ends = after >= len(r.view) or (
                    r.view.tag[after] not in FINITE and r.view.tag[after] not in ("VBN", "VBG")
                )
                return [(told[id(n)], x) for x in row] if len(row) > 1 and ends else []
    return []


def _between(r: Reading, one: Number, two: Number) -> list[str] | None:
    """The comma or "and" between two figures, past the place or office of the first ("of Kukar Babangida"); null for more."""
    a, b = r.tokens(one.start, end_of(one)), r.tokens(two.start, end_of(two))
    if a is None or b is None:
        return None
    k = a[1] + 1
    if r.view.low[k : k + 1] == ["of"]:
        k += 1
        while k < b[0] and r.view.tag[k] in ("NNP", "DT") and k < a[1] + 6:
            k += 1
    between = r.view.low[k : b[0]]
    return between if between in ([","], ["and"], [",", "and"]) else None


def _like(r: Reading, c: Count, n: Number) -> Count:
    where = r.tokens(n.start, end_of(n))
    return Count(c.outcome, n, where[0] if where else 0, group=group_of(n))


def _leads(r: Reading, one: Number, two: Number) -> bool:
    """ "a commander and his two bodyguards were killed": the first of two that one verb tells of."""
    if (
        one.of_them
        or one.bare
        or (one.definite and (one.numeral or one.low != 1))
        or (one.noun or "").lower() in tolls().people.doers
    ):
        return False
    a, b = r.tokens(one.start, end_of(one)), r.tokens(two.start, end_of(two))
    if a is None or b is None or is_speaker(r, a) or r.view.low[max(0, a[0] - 2) : a[0]] == ["that", "of"]:
        return False
    if one.definite and a[0] and r.view.pos[a[0] - 1] == "ADP":
        return False  # "a cousin of the mayor and his driver"
    between = r.view.low[a[1] + 1 : b[0]]
    if between[-1:] and between[-1] in tolls().people.possessive:
        between = between[:-1]
    near = len(between) <= 2 or (len(between) <= 7 and "them" in between)
    return near and bool(between) and between[-1] in ("and", ",")


def _added(r: Reading, frame: Frame, one: Number, two: Number) -> bool:
    """ "injuring three guardsmen and a woman who was selling fruit": the second of two objects."""
    a, b = r.tokens(one.start, end_of(one)), r.tokens(two.start, end_of(two))
    if a is None or b is None or two.of_them or two.bare or not two.people:
        return False
    with_them = _along(low := r.view.low, a[1] + 1, b[0])
    if (
        two.definite
        and not with_them
        and not (r.view.low[b[0]] in tolls().people.possessive and two.low == two.high == 1)
    ):
        return False
    v, between = r.view, low[a[1] + 1 : b[0]]
    if with_them or _trailing(r, two, between, b[1] + 1) or (between == [",", "and"] and _aside(r, one, a)):
        return not is_speaker(r, b)
    if between[:1] == ["of"] and one.low == one.high == 1 and _office(r, a[1] + 1, b[0] - 1):
        between = between[-1:]  # "the mayor of Kumba and his driver", "an engineer of the water company and two guards"
    if between != ["and"] or (two.noun or "").lower() in tolls().people.doers:
        return False
    after = b[1] + 1
    return (
        after >= len(v) or low[after] == "fell" or (v.tag[after] not in FINITE and v.tag[after] not in ("VBN", "VBG"))
    )


def _office(r: Reading, first: int, stop: int) -> bool:
    """Whether the tokens from "of" on are only a name or an office."""
    return stop - first <= 6 and all(
        r.view.pos[k] in ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM") for k in range(first, stop)
    )


def _trailing(r: Reading, two: Number, between: list[str], after: int) -> bool:
    """ "Seven fighters were killed in Qamishli on Monday, and three civilians, a monitor said"."""
    ended = after >= len(r.view) or r.view.words[after] in (",", ".", ";")
    told = between[1:2] and between[0] in tolls().between.be and between[1] in tolls().fates.past
    return bool(ended and told and two.numeral and between[-2:] == [",", "and"] and len(between) <= 16)


def _along(low: list[str], first: int, stop: int) -> bool:
    """ "Five guards were killed, along with the wife and son of an officer"."""
    between = [w for w in low[first:stop] if w not in tolls().between.helps and w != ","]
    killed = between[:1] and between[0] in tolls().fates.past
    return between[bool(killed) :] in (["along", "with"], ["together", "with"], ["as", "well", "as"])


def _aside(r: Reading, n: Number, where: tuple[int, int]) -> bool:
    """ "Juan Perez, a councillor, and his bodyguard": who somebody named is."""
    return not n.numeral and where[0] > 1 and r.view.words[where[0] - 1] == "," and r.view.tag[where[0] - 2] == "NNP"


def _sorted(c: Count) -> bool:
    return (c.group or c.number.group) in ("civilians", "combatants")


def elliptical(r: Reading, out: list[Count]) -> list[Count]:
    """ "27 soldiers were killed and 33 wounded": people of the same sort as those told right before."""
    for one, two in itertools.pairwise(sorted(out, key=lambda c: c.token)):
        n = two.number
        if (one.number.noun or "dead").lower() in tolls().fates.alone and one.like is None:
            continue
        fellow = (n.another and n.noun is None and not n.numeral) or (n.noun or "").lower() in _FELLOWS
        if fellow and _sorted(one):
            two.group, two.like = one.group or one.number.group, one  # "Two officers died and a third is in hospital"
            continue
        if (
            one.outcome == two.outcome
            or not n.numeral
            or n.zero
            or (n.noun or "others").lower() not in tolls().fates.alone
        ):
            continue
        said = r.tokens(one.number.start, n.end)
        between = r.view.words[one.token : said[1]] if said else []
        sort = one.group or one.number.group
        if sort in ("civilians", "combatants") and len(between) <= 14 and not {";", ":", ".", "”"} & set(between):
            two.group, two.like = sort, one
    return out
