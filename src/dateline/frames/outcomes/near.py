"""The nearest outcome word, where a headline or a small parser gives no tree worth having."""

from dateline.frames.frame import Frame
from dateline.frames.outcomes.figures import figures
from dateline.frames.outcomes.predicate import past_aside
from dateline.frames.outcomes.toll import HELD, risen_to
from dateline.frames.outcomes.word import OF_ACT, verb_outcome, word_outcome
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.mentions.triggers import triggers
from dateline.model.incident import Outcome
from dateline.packs.tolls import tolls

_REACH = 6


def by_nearness(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """The nearest outcome word: right after the figure ("32 wounded", "people were killed"), else right before ("killing six")."""
    v = r.view
    at = past_aside(r, where[1] + 1, frame.last)
    after = _scan(r, range(at, min(at + _REACH, frame.last + 1)), frame, skip_figures=True)
    before = _scan(r, range(where[0] - 1, max(where[0] - 1 - _REACH, frame.first - 1), -1), frame, skip_figures=False)
    if before and v.low[where[0] - 1] in ("with", "against") and any(t.act == "clash" for t in frame.acts):
        before = None  # "wounded in a clash with about 30 militants": how many they fought
    within = [o for i in range(where[0], where[1] + 1) if (o := word_outcome(r, i))]
    if within:
        return [within[0]]
    if after and _joint_after(r, after[2]):
        other = word_outcome(r, after[2] + 2)
        return [after[1]] if other is None else [after[1], other]
    if after and (not before or after[0] <= before[0]):
        return [after[1]]
    if before:
        if _joint_before(r, before[2]):
            other = word_outcome(r, before[2] - 2)
            return [before[1]] if other is None else [other, before[1]]
        return [before[1]]
    said = v.low[max(frame.first, where[0] - 8) : where[0]]
    if any(w in tolls().totals.words for w in said):
        return next(
            ([o] for w in said if (o := triggers().outcome_words.get(w)) is not None),
            HELD if "held" in said else ["killed"],
        )
    return risen_to(r, n, where, frame)


def _scan(r: Reading, tokens: range, frame: Frame, skip_figures: bool) -> tuple[int, Outcome, int] | None:
    """(distance, outcome, token) of the first outcome word on the way; another figure or a hard stop ends the search."""
    v = r.view
    starts = (
        {w[0] for n in figures(r, frame.first, frame.last) if not n.of_them and (w := r.tokens(n.start, n.end))}
        if skip_figures
        else set()
    )
    for k, i in enumerate(tokens):
        fate = next((f for f in r.fates if (f[0] if skip_figures else f[1]) == i), None)
        if fate is not None:
            return k, fate[2], i
        if v.words[i] in (";", ":", ".") or (skip_figures and i in starts):
            return None
        if not skip_figures and v.words[i] == "," and k > 0:
            return None
        found = verb_outcome(r, i, frame) if not skip_figures else word_outcome(r, i)
        if found is None and skip_figures:
            acts = [t.act for t in frame.acts if t.first <= i <= t.last and r.view.passive(t.token)]
            found = OF_ACT.get(acts[0]) if acts else None
        if found:
            if skip_figures and v.verbal(i) and v.low[i].endswith("ing"):
                return None
            if (
                skip_figures
                and v.verbal(i)
                and not v.passive(i)
                and v.object(i) is not None
                and v.low[i] not in ("died", "perished")
            ):
                return None
            return k, found, i
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
