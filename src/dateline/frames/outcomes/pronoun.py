"""Deaths told of a pronoun: "He died at once", "Doctors pronounced her dead". Whom it means may stand in the sentence before."""

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.figures import figures, group_of
from dateline.frames.outcomes.unharmed import is_speaker
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.packs.tolls import tolls

_ONE, _MANY = frozenset({"he", "she", "him", "her"}), frozenset({"they", "them"})
_DECLARED = frozenset({"declared", "pronounced", "certified"})
_CAUSES = frozenset({"wounds", "injuries", "wound", "injury", "burns"})


def by_pronoun(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """The figures, and the one person or people of the stretch's pronoun where it tells of their death and no figure does."""
    if any(c.outcome == "killed" for c in out):
        return out
    for i in range(frame.first, frame.last):
        if r.view.low[i] not in _ONE | _MANY or not (_dies(r, i, frame.last) or _declared(r, i)):
            continue
        several = r.view.low[i] in _MANY
        near = [n for n in figures(r, frame.first, i) if people_of(r, n, several)]
        if near:
            out.append(Count("killed", near[-1], i, group=group_of(near[-1])))
        else:
            out.append(Count("killed", _meant(r, i, several), i, pronoun=True))
        break
    return out


def people_of(r: Reading, n: Number, several: bool) -> bool:
    """Whether a pronoun may stand for those counted: people of their own, no party, who do not tell of it."""
    where = r.tokens(n.start, n.span[1])
    if where is None or not n.people or n.bare or n.of_them or n.high == 0 or n.things or (n.low > 1) != several:
        return False
    party = n.group != "civilians" and any(k in r.party_at for k in range(where[0], where[1] + 1))
    return not party and not is_speaker(r, where)


def _dies(r: Reading, i: int, last: int) -> bool:
    """Whether the pronoun at ``i`` is the subject of a death by violence: not "of cancer", nor "died in 2009"."""
    v, k = r.view, i + 1
    while k < last and (v.low[k] in tolls().between.helps - {"may", "might", "feared"} or v.pos[k] == "ADV"):
        if v.low[k] in ("not", "n't", "never", "nearly", "almost"):
            return False
        k += 1
    if v.low[k] in _DECLARED | {"found"} and v.low[k + 1 : k + 2] == ["dead"]:
        return True
    fate = any(f[0] == k and f[2] == "killed" for f in r.fates)
    if not fate and v.low[k] not in ("died", "succumbed", "perished"):
        return False
    return v.low[k + 1 : k + 2] != ["of"] or not _CAUSES.isdisjoint(v.low[k + 2 : k + 6])


def _declared(r: Reading, i: int) -> bool:
    """ "Doctors pronounced him dead"."""
    low = r.view.low
    return i > 0 and low[i - 1] in _DECLARED and low[i + 1 : i + 2] == ["dead"]


def _meant(r: Reading, i: int, several: bool) -> Number:
    start, end = r.span(i, i)
    return Number(
        start=start, end=end, text=r.view.words[i], low=2 if several else 1, high=None if several else 1,
        kind="vague" if several else "exact", people=True, numeral=False, definite=True,
    )  # fmt: skip
