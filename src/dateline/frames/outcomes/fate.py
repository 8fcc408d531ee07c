"""What became of the people of one figure: by the words beside it, by the tree, then by nearness."""

import msgspec

from dateline.frames.frame import Frame
from dateline.frames.outcomes.figures import figures
from dateline.frames.outcomes.near import by_nearness
from dateline.frames.outcomes.predicate import behind, right_after, right_before
from dateline.frames.outcomes.toll import risen_to
from dateline.frames.outcomes.tree import by_tree
from dateline.frames.outcomes.word import verb_outcome, word_outcome
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.model.incident import Outcome
from dateline.packs.tolls import tolls


def fate(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """What happened to the counted people, by tree, then by nearness."""
    if n.outcome is not None and n.numeral and n.outcome != "displaced":
        return [n.outcome]
    if n.numeral and {"bodies", "corpses", "remains"} & set(r.view.low[where[0] : where[1]]):
        return ["killed"]  # "The bodies of 11 farmers abducted on Friday"
    if n.outcome == "killed" and n.noun in ("body", "corpse") and n.low == n.high == 1:
        aside = where[0] > 0 and r.view.low[where[0] - 1] in _BESIDE  # "a note next to the body"
        return [] if aside or _somebodys(r, where) else ["killed"]  # "his body was found with two bullet wounds"
    if (n.numeral or n.low == n.high == 1) and n.people and _dead_of(r, where):
        return ["killed"]
    if n.numeral and "displaced" in r.view.low[where[0] : where[1]] and _lives_there(r, where):
        return []
    if (
        r.view.low[where[1] + 1 : where[1] + 3] == ["in", "hospital"]
        and "dead" in r.view.low[max(0, where[0] - 3) : where[0]]
    ):
        return ["injured"]  # "left seven dead and 12 in hospital"
    if n.people and n.definite and "dead" in r.view.low[where[0] : where[1]]:
        return ["killed"]  # "the two dead men had gunshot wounds"
    if (n.people or n.numeral) and _treated(r, where):
        return ["injured"]
    if lost_own(r, where) or _mourned(r, n, where) or _executed(r, n, where):
        return ["killed"]
    inside = next((f[2] for f in r.fates if f[0] < where[0] and where[1] < f[1]), None)
    if inside is not None and n.people and not n.bare:
        return [inside]  # "forced 20,000 people to flee"
    told = (
        right_after(r, where)
        or right_before(r, where)
        or (behind(r, n, where, frame) if not n.bare or _known(r, where) else None)
    )
    if told is not None:
        return [told]
    toll = risen_to(r, n, where, frame)
    if toll:
        return toll
    tree = by_tree(r, n, where, frame)
    if tree is not None and not (n.outcome == "displaced" and not tree):
        return tree
    if n.outcome == "displaced":
        near = by_nearness(r, msgspec.structs.replace(n, outcome=None), (where[1], where[1]), frame)
        return near or ["displaced"]
    if _reckoned(r, n, where):
        return ["killed"]
    if n.bare:
        return []
    if not n.numeral and not _touches(r, where, frame):
        return _only_one(r, n, where, frame)
    return by_nearness(r, n, where, frame)


def _known(r: Reading, where: tuple[int, int]) -> bool:
    """ "The shepherds were found dead": people told before, without their number."""
    return (
        where[0] > 0
        and r.view.low[where[0] - 1] in ("the", "both")
        and r.view.low[where[1] + 1 : where[1] + 3] == ["were", "found"]
    )


_RECKONED = frozenset("spoke speak speaks talked figure toll estimate".split())
_COUNTED = frozenset(
    "counted counts tallied claimed claims acknowledged acknowledges admitted admits conceded concedes said says gave gives reported".split()
)


def _reckoned(r: Reading, n: Number, where: tuple[int, int]) -> bool:
    """ "residents spoke of 22", "a monitor counted 22": a bare figure that ends what somebody reckons, which is the dead."""
    low, tag = r.view.low, r.view.tag
    behind = tag[where[1] + 1 : where[1] + 2]
    if (
        not n.numeral
        or n.noun is not None
        or n.outcome is not None
        or (behind and behind[0] not in (".", ",", ":", "-RRB-"))
    ):
        return False
    before = low[max(0, where[0] - 2) : where[0]]
    return (before[-1:] == ["of"] and before[0] in _RECKONED) or (before[-1:] != [] and before[-1] in _COUNTED)


def in_the_end(r: Reading, found: list[Outcome], where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """ "were dragged from their homes and beheaded", "was wounded and later died": the last that was done to the same people."""
    if found not in (["abducted"], ["detained"], ["injured"]):
        return found
    v = r.view
    active = where[0] > 0 and v.tag[where[0] - 1] == "VBD" and not v.passive(where[0] - 1)
    for i in range(where[1] + 2, min(where[1] + 26, frame.last)):
        if active and v.low[i : i + 2] == ["before", "being"]:
            break  # "wounded two soldiers before being shot dead": who did it
        said = v.low[i] == "adding" or (v.low[i] == "that" and v.tag[i] == "IN")
        if said or v.low[i] in (";", ":") or (v.tag[i] == "CD" and v.low[i - 1] in ("and", ",", "while")):
            break
        if v.low[i] not in ("and", "then", "before", "being"):
            continue
        k = i + 1
        while k < frame.last and (v.pos[k] == "ADV" or v.low[k] in ("being", "were", "was")):
            k += 1
        k += v.low[k] == "found"
        told = next((t for t in frame.acts if t.act in ("kill", "bodies") and t.first <= k < t.last), None)
        if told is not None and v.low[told.last] in ("death", "dead") and v.tag[told.last + 1] not in _OBJECT:
            return ["killed"]  # "dragged out and hacked to death", "and later found shot dead"
        dead = v.low[k] == "died" or (v.low[k].endswith(("ed", "en")) and word_outcome(r, k) == "killed")
        alone = k + 1 >= len(v) or v.pos[k + 1] in ("ADP", "PUNCT", "ADV", "SCONJ") or v.tag[k + 1] == "IN"
        if dead and alone:
            return ["killed"]
    return found


_OBJECT = frozenset(("DT", "CD", "NN", "NNS", "NNP", "PRP$", "JJ"))
_BESIDE = frozenset("to beside near on with over around by".split())


def _somebodys(r: Reading, where: tuple[int, int]) -> bool:
    """ "The body of a woodcutter", "of Ali Musa, a teacher": it is he who is counted."""
    k = where[1] + 2
    if r.view.low[where[1] + 1 : k] != ["of"]:
        return False
    while k < len(r.view) and r.view.tag[k] == "NNP":
        k += 1
    k += k > where[1] + 2 and r.view.words[k : k + 1] == [","]
    start = r.span(k, k)[0] if k < len(r.view) else -1
    return any(p.people and not p.bare and start <= p.start <= start + 12 for p in r.people)


def _dead_of(r: Reading, where: tuple[int, int]) -> bool:
    """ "the body of a guard", "the remains of four traders": whose body it is."""
    return r.view.low[where[0] - 1] == "of" and where[0] > 1 and r.view.low[where[0] - 2] in _BODIES


_BODIES = frozenset({"body", "corpse", "remains"})


def _treated(r: Reading, where: tuple[int, int]) -> bool:
    """ "The hospital treated nine people": hurt, and not ill."""
    before = r.view.low[: where[0]]
    behind = r.view.low[where[0] : where[1] + 6]
    ill = "patients" in behind or ("for" in behind and tolls().fates.wounds.isdisjoint(behind))
    return before[-1:] in (["treated"], ["treating"], ["admitted"]) and not ill and not _WARDS.isdisjoint(before)


_WARDS = frozenset("hospital hospitals clinic clinics doctor doctors nurse nurses surgeons medic medics".split())


def _only_one(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """ "A coca picker stepped on a mine … and bled to death": the one person of the stretch, who opens it."""
    if where[0] > frame.first + 1 or any(
        o is not n and o.people and not o.bare for o in figures(r, frame.first, frame.last)
    ):
        return []
    return next(([f[2]] for f in r.fates if where[1] < f[0] <= frame.last), [])


def _lives_there(r: Reading, where: tuple[int, int]) -> bool:
    """ "a school where 1,800 displaced people were camping", "a camp sheltering 300 displaced families": driven out before."""
    before = r.view.low[max(0, where[0] - 2) : where[0]]
    return not tolls().people.housed.isdisjoint(before)


def _touches(r: Reading, where: tuple[int, int], frame: Frame) -> bool:
    """An outcome word right beside a person told without a number ("killing a street vendor", "a ranger was injured")."""
    if any(0 < f[0] - where[1] <= 4 or 0 < where[0] - f[1] <= 2 for f in r.fates):
        return True
    near = [i for i in (where[0] - 1, where[1] + 1, where[1] + 2) if frame.first <= i <= frame.last]
    return any(word_outcome(r, i) or (i == where[0] - 1 and verb_outcome(r, i, frame)) for i in near)


def _executed(r: Reading, n: Number, where: tuple[int, int]) -> bool:
    """ "soldiers shot 23 villagers", "they were shot behind the barracks": a word that alone does not say that they died."""
    low, v = r.view.low, r.view
    if where[0] and low[where[0] - 1] == "shot" and not n.bare and _in_public(low[where[1] + 1 : where[1] + 14]):
        return True
    if not n.numeral or {"wounded", "injured", "injuring", "wounding", "hurt", "leg", "legs", "survived"} & set(low):
        return False
    if where[0] and low[where[0] - 1] == "shot" and n.low >= 5:
        return True
    k = where[1] + 1
    return (
        low[k : k + 2] == ["were", "shot"]
        and bool(tolls().fates.executed & set(low[k + 2 : k + 6]))
        and v.verbal(k + 1)
    )


def _in_public(behind: list[str]) -> bool:
    """ "shot two men in front of a crowd", "in public", "by firing squad": as a punishment."""
    said = " ".join(behind)
    return (
        "in public" in said
        or "publicly" in behind
        or "firing squad" in said
        or ("in front of" in said and "crowd" in behind)
    )


def _mourned(r: Reading, n: Number, where: tuple[int, int]) -> bool:
    """ "We have buried seven people", "the village lost 14 people"."""
    low, k = r.view.low, where[0] - 1
    said = low[k] in ("buried", "lost", "mourn", "mourns", "mourned", "bury") if k >= 0 else False
    return (
        said
        and n.numeral
        and (low[where[1]] in tolls().people.souls or (low[k] in ("buried", "bury") and (n.people or n.noun is None)))
    )


def lost_own(r: Reading, where: tuple[int, int]) -> bool:
    """ "and lost three men": its own."""
    return (
        bool(where[0])
        and r.view.low[where[0] - 1] in ("lost", "losing", "lose")
        and r.view.low[where[1]] in tolls().people.men
    )
