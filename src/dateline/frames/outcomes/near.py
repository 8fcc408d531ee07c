"""The nearest outcome word, where a headline or a small parser gives no tree worth having."""

from dateline.frames.frame import Frame
from dateline.frames.outcomes.figures import figures
from dateline.frames.outcomes.predicate import past_aside
from dateline.frames.outcomes.toll import HELD, risen_to
from dateline.frames.outcomes.word import OF_ACT, verb_outcome, word_outcome
from dateline.frames.reading import Reading
from dateline.mentions.counted import noun
from dateline.mentions.numbers import Number
from dateline.mentions.triggers import triggers
from dateline.model.incident import Outcome
from dateline.packs.tolls import tolls

_REACH = 6
Found = tuple[int, Outcome, int]  # how far off, what, at which token


def by_nearness(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """The nearest outcome word: right after the figure ("32 wounded", "people were killed"), else right before ("killing six")."""
    within = [o for i in range(where[0], where[1] + 1) if (o := word_outcome(r, i))]
    if within:
        return [within[0]]
    after, before = _after(r, where, frame), _before(r, where, frame)
    if after and _joint_after(r, after[2]):
        other = word_outcome(r, after[2] + 2)
        return [after[1]] if other is None else [after[1], other]
    if after and (not before or after[0] <= before[0]):
        return [after[1]]
    if before and _joint_before(r, before[2]):
        other = word_outcome(r, before[2] - 2)
        return [before[1]] if other is None else [other, before[1]]
    if before:
        return [before[1]]
    said = r.view.low[max(frame.first, where[0] - 8) : where[0]]
    if any(w in tolls().totals.words for w in said):
        if "casualties" in said and not {"dead", "deaths", "killed"} & set(said):
            return []  # "put the number of casualties at 100": dead and wounded
        if not _of_dead(said):
            return []
        told = ([o] for w in said if (o := triggers().outcome_words.get(w)) is not None)
        return next(told, HELD if "held" in said else ["killed"])
    return risen_to(r, n, where, frame)


def _of_dead(said: list[str]) -> bool:
    """ "the number of attacks was 204": not of the dead."""
    k = next(k for k, w in enumerate(said) if w in tolls().totals.words)
    counted = said[k + 2 : k + 3] if said[k] in ("number", "count") and said[k + 1 : k + 2] == ["of"] else []
    thing = noun(counted[0]) if counted else None
    return thing is None or thing.people


def _after(r: Reading, where: tuple[int, int], frame: Frame) -> Found | None:
    """The first outcome word behind the figure; another figure, or a verb with an object of its own, ends the search."""
    v = r.view
    starts = {w[0] for n in figures(r, frame.first, frame.last) if not n.of_them and (w := r.tokens(n.start, n.end))}
    at = past_aside(r, where[1] + 1, frame.last)
    for far, i in enumerate(range(at, min(at + _REACH, frame.last + 1))):
        fate = next((f[2] for f in r.fates if f[0] == i), None)
        if fate is not None:
            return far, fate, i
        if v.words[i] in (";", ":", ".") or i in starts:
            return None
        found = word_outcome(r, i)
        if found is None:
            acts = [t.act for t in frame.acts if t.first <= i <= t.last and v.passive(t.token)]
            found = OF_ACT.get(acts[0]) if acts else None
        if found:
            return None if _works_on_others(r, i) else (far, found, i)
    return None


def _works_on_others(r: Reading, i: int) -> bool:
    """ "Six men shot a guard", "…, wounding two": a verb whose object stands behind it."""
    v = r.view
    if not v.verbal(i):
        return False
    return v.low[i].endswith("ing") or (
        not v.passive(i) and v.object(i) is not None and v.low[i] not in ("died", "perished")
    )


def _before(r: Reading, where: tuple[int, int], frame: Frame) -> Found | None:
    """The first outcome word before the figure; a comma ends the search."""
    v = r.view
    if v.low[where[0] - 1] in ("with", "against") and any(t.act == "clash" for t in frame.acts):
        return None  # "wounded in a clash with about 30 militants": how many they fought
    for far, i in enumerate(range(where[0] - 1, max(where[0] - 1 - _REACH, frame.first - 1), -1)):
        found = next((f[2] for f in r.fates if f[1] == i), None)
        if found is None:
            if v.words[i] in (";", ":", ".") or (v.words[i] == "," and far > 0):
                return None
            found = verb_outcome(r, i, frame)
        if found:
            return far, found, i
    return None


def _joint_after(r: Reading, i: int) -> bool:
    v = r.view
    return (
        i + 2 < len(v)
        and v.low[i + 1] in ("and", "or")
        and (v.low[i], v.low[i + 2]) in tolls().fates.pairs
        and not v.verbal(i + 2) | (v.tag[i + 2] == "VBD")
    )


def _joint_before(r: Reading, i: int) -> bool:
    v = r.view
    return i >= 2 and v.low[i - 1] in ("and", "or") and (v.low[i - 2], v.low[i]) in tolls().fates.pairs
