"""Every figure of a stretch that may count people, and the group of those counted."""

import msgspec

from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.model.incident import Group
from dateline.packs.tolls import tolls


def figures(r: Reading, first: int, last: int) -> list[Number]:
    """Every figure of the stretch that may count people, overlapping mentions settled in favour of the fuller one."""
    if (first, last) in r.figures:
        return r.figures[first, last]
    start, end = r.span(first, last)
    usable = [
        _of_whom(r, n)
        for n in r.people
        if not _aged(r, n) and start <= n.start and n.end <= end and not n.part_of and not n.things
    ]
    usable.sort(key=lambda n: (n.start, -n.end))
    out: list[Number] = []
    for n in usable:
        clash = out[-1] if out and n.start < end_of(out[-1]) else None  # in order, so only the last can overlap
        if clash is None:
            out.append(n)
        elif clash.bare and not n.bare:
            out[-1] = n
    r.figures[first, last] = out
    return out


def _of_whom(r: Reading, n: Number) -> Number:
    """ "put the number of dead policemen at 11", "the number of soldiers killed rose to 12": a bare figure with the noun it is of."""
    where = r.tokens(n.start, n.end)
    if (
        n.noun is not None
        or not n.numeral
        or n.of_them
        or where is None
        or r.view.low[where[0] - 1] not in ("at", "to", "as")
    ):
        return n
    low = r.view.low
    k = next((k for k in range(where[0] - 1, max(where[0] - 12, 0), -1) if low[k] == "of"), None)
    if k is None or low[k - 1] not in tolls().totals.numbers:
        return n
    start, end = r.span(k + 1, min(k + 4, where[0] - 1))
    whom = next((m for m in r.people if m.bare and start <= m.start < end and m.noun), None)
    if whom is None:
        return n
    return msgspec.structs.replace(
        n, noun=whom.noun, noun_start=whom.noun_start, noun_end=whom.noun_end, group=whom.group, part=whom.part
    )


def _aged(r: Reading, n: Number) -> bool:
    """ "a man of 67": an age."""
    where = r.tokens(n.start, n.end)
    if n.noun is not None or not n.numeral or where is None or where[0] < 1:
        return False
    if r.view.low[where[0] - 1] == "of" and r.view.low[max(0, where[0] - 2)] in ("father", "mother", "parent"):
        return True  # "a father of six"
    behind = r.view.low[where[1] + 1 : where[1] + 6]
    if (
        "years" in behind
        and behind.index("years") + 1 < len(behind)
        and behind[behind.index("years") + 1] in ("old", "of")
    ):
        return True  # "The dead were 19 and 23 years old"
    if {"eldest", "oldest", "youngest"} & set(r.view.low[max(0, where[0] - 4) : where[0]]):
        return True
    if r.view.low[where[0] - 1] in ("of", "and") and "years" in r.view.low[where[1] + 1 : where[1] + 4]:
        return True
    if where[0] < 2:
        return False
    if _after_name(r, where) and n.low == n.high and n.low <= 110:
        return True  # "KILLING MARIA PULIDO, 42;"
    if r.view.low[where[0] - 1] != "of" or n.high is None or n.high > 99:
        return False
    before = r.offset + r.view.ends[where[0] - 2]
    return (
        r.view.low[where[0] - 2] in tolls().people.aged
        or _one_person(r, where[0] - 2)
        or any(p.people and not p.numeral and p.low == p.high == 1 and end_of(p) == before for p in r.people)
    )


def _one_person(r: Reading, k: int) -> bool:
    """ "a herdsboy of 13"."""
    return r.view.tag[k] == "NN" and r.view.low[k].endswith(("man", "woman", "boy", "girl"))


def _after_name(r: Reading, where: tuple[int, int]) -> bool:
    """Whether the number stands between commas behind two words of capitals that open with none of their own."""
    v, k = r.view, where[0]
    if (
        not r.sentence.text.isupper()
        or k < 3
        or v.words[k - 1] != ","
        or not (v.words[k - 2] + v.words[k - 3]).isalpha()
    ):
        return False
    return where[1] + 1 >= len(v) or v.words[where[1] + 1] in (",", ";", ".", ")")


def end_of(n: Number) -> int:
    return max(n.end, n.noun_end or n.end)


def armed_men(r: Reading, n: Number, where: tuple[int, int]) -> bool:
    """ "17 bodies in army uniform", and "three apostates": how jihadists call the soldiers they kill."""
    if (n.noun or "").lower().startswith(("apostate", "infidel")):
        return True
    if (n.noun or "").lower() in _MEMBERS and _of_force(r, where[1] + 1):
        return True
    behind = r.view.low[where[1] + 1 : where[1] + 5]
    return behind[:1] == ["in"] and not {"uniform", "uniforms", "fatigues"}.isdisjoint(behind)


_MEMBERS = frozenset(("member", "members"))
_FORCES = frozenset(
    "guard guards corps brigade brigades battalion force forces army police militia division regiment".split()
)


def _of_force(r: Reading, k: int) -> bool:
    """ "members of the Guards", "of the Qods Brigade": a force by the last word of its name."""
    v = r.view
    if v.low[k : k + 2] != ["of", "the"]:
        return False
    last = k + 1
    while last + 1 < len(v) and v.words[last + 1][:1].isupper():
        last += 1
    return last > k + 1 and v.low[last] in _FORCES


def group_of(n: Number) -> Group | None:
    """The group of an entry; children and women are civilians."""
    return "civilians" if n.part in ("children", "women", "women and children") else n.group
