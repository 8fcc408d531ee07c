"""The predicate that the parse hangs a figure on: object of "killing", subject of "were wounded"."""

from dateline.frames.frame import Frame
from dateline.frames.outcomes.figures import end_of
from dateline.frames.outcomes.word import undergoes, verb_outcome, word_outcome
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.model.incident import Outcome
from dateline.packs.tolls import tolls


def by_tree(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome] | None:
    """The predicate that the figure's noun is subject (passive, or of "die") or object of. Null where the tree is silent."""
    v = r.view
    i, over = _hung(r, where)
    label = v.base(i)
    if over == i:
        below = (o for c in v.children[i] if v.base(c) in ("amod", "acl", "xcomp") and (o := word_outcome(r, c)))
        outcome = word_outcome(r, i) or next(below, None)
        return [outcome] if outcome else None
    if not frame.first <= over <= frame.last:
        return None
    told = _subject_fate(r, over, frame) if label == "nsubj" else None
    if told is not None:
        return [told]
    if not v.verbal(over) and not word_outcome(r, over):
        return None
    passive = v.passive(over) or v.dep[i].endswith(":pass") or bool(v.kids(over, "cop"))
    if (
        label == "obj"
        or (label == "nsubj" and (passive or undergoes(r, over)))
        or (label in ("nmod", "obl", "nummod", "amod") and _of(r, i))
    ):
        return _suffered(r, n, frame, over, label, passive)
    if label != "nsubj":
        return None
    if n.group == "combatants" and _falls(r, over):
        return ["killed"]
    if not passive and verb_outcome(r, over, frame) in ("killed", "abducted", "detained", "injured"):
        return [] if v.object(over) is not None or frame.acts else None
    return None


def _hung(r: Reading, where: tuple[int, int]) -> tuple[int, int]:
    """The token by which the figure's words hang in the tree, and the one that it hangs on."""
    v = r.view
    i = next((k for k in range(where[1], where[0] - 1, -1) if not where[0] <= v.head[k] <= where[1]), where[1])
    over = v.head[i]
    while v.base(i) in ("conj", "appos", "nummod", "compound", "flat") and over != i and not v.verbal(over):
        i, over = over, v.head[over]
    return i, over


def _subject_fate(r: Reading, over: int, frame: Frame) -> Outcome | None:
    """What became of the subject of ``over``, by a phrase of this verb or of one joined to it: "lost their lives", "lost a leg"."""
    v = r.view
    ends = {end_of(n) - r.offset for n in r.people}  # "…, and another civilian | succumbed": not of this subject
    joined = [
        k
        for k in v.conjuncts(over)
        if k <= frame.last and (k == over or not (v.kids(k, "nsubj") or v.ends[k - 1] in ends))
    ]
    for first, last, outcome in r.fates:
        if any(first <= k <= last for k in joined if over <= k):
            return outcome
    return "injured" if any(_loses_limb(r, k) for k in joined if frame.first <= k) else None


def _suffered(r: Reading, n: Number, frame: Frame, over: int, label: str, passive: bool) -> list[Outcome] | None:
    """What the verb ``over`` did to those counted, with what the verbs joined to it did to the same people."""
    v = r.view
    if v.low[over] in ("lost", "lose", "loses", "losing") and label == "obj" and _own_men(r, n, over):
        return ["killed"]
    if v.low[over] in tolls().fates.silent:
        return None
    found = verb_outcome(r, over, frame)
    if found is None:
        then = (k for k in v.conjuncts(over) if over < k <= min(over + 4, frame.last) and not v.kids(k, "nsubj"))
        later = next((o for k in then if passive and (o := verb_outcome(r, k, frame))), None)
        return [later] if later else None  # "was shot and critically wounded"
    extra = [
        verb_outcome(r, k, frame)
        for k in v.conjuncts(over)
        if k != over and frame.first <= k <= frame.last and _shares_object(r, over, k)
    ]
    return list(dict.fromkeys([found, *[e for e in extra if e]]))


def _falls(r: Reading, verb: int) -> bool:
    """ "Nine soldiers fell", and not into a trap or ill."""
    v = r.view
    return v.low[verb] in ("fell", "fallen", "fall") and not any(
        p in ("to", "into", "from", "off", "upon", "on", "back", "behind", "under", "for") for p, _ in v.preps(verb)
    )


def _own_men(r: Reading, n: Number, verb: int) -> bool:
    """ "lost one of its own", "lost six soldiers": the dead of the one who speaks."""
    v = r.view
    subject = v.subject(verb)
    own = any(v.low[k] == "own" for k in v.below(verb) if k > verb)
    if n.noun is None and n.numeral and subject is not None and v.low[subject] in ("it", "they", "we"):
        return any(o.group == "combatants" and o.numeral for o in r.people)  # "killed 120 soldiers; … it lost four"
    men = (
        (n.noun or "").lower() in tolls().people.men
        and subject is not None
        and (subject in r.party_at or v.low[subject] in ("it", "they", "we", "group", "militia"))
    )
    return own or men or (n.group == "combatants" and subject is not None)


def _loses_limb(r: Reading, verb: int) -> bool:
    """ "A shepherd lost his leg"."""
    v = r.view
    low = {v.low[k] for k in v.below(verb) if k > verb}
    if v.low[verb] in ("suffered", "sustained", "escaped", "survived", "received", "got"):
        return bool(low & (tolls().fates.limbs | tolls().fates.wounds)) and not low & {"no", "without"}
    return v.low[verb] in ("lost", "loses", "lose", "losing", "broke") and bool(low & tolls().fates.limbs)


def _of(r: Reading, i: int) -> bool:
    """ "the deaths of 12 people", "the killing of two men"."""
    return any(r.view.low[c] == "of" for c in r.view.children[i] if r.view.base(c) == "case")


def _shares_object(r: Reading, one: int, two: int) -> bool:
    """ "killing and injuring many": the first verb has no object of its own."""
    v = r.view
    a, b = v.kids(one, "obj", "nsubj:pass"), v.kids(two, "obj", "nsubj:pass")
    low, high = sorted((one, two))
    return (not a or not b) and high - low <= 3 and all(v.low[k] in ("and", "or", ",") for k in range(low + 1, high))
