"""Two peoples who fight each other: "Fulani herders and Berom farmers clashed", "between Kusasi and Mamprusi youths".

Read by the order of words alone; a small parser hangs such pairs anywhere.
"""

from dateline.frames.reading import Reading
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger

_PEOPLES = frozenset(
    "herders herdsmen farmers pastoralists hunters youths youth tribesmen clansmen villagers nomads fishermen communities community clan clans tribe tribes subclan subclans warriors ranchers cultivators breeders keepers traders groups militias fighters gunmen".split()
)
_CAMPS = frozenset("supporters students activists fans followers loyalists sympathisers sympathizers workers".split())
_NOMINAL = ("NN", "JJ", "HYPH", "VBG")
_APART = ("DT", "CD", "PDT")


def two_peoples(r: Reading, act: Trigger, last: int) -> tuple[Party, Party] | None:
    """The two sides of a clash that ``act`` tells, where both are peoples or groups of them; ``last`` ends the stretch."""
    v = r.view
    low = v.low
    for i in range(act.last + 1, min(act.last + 12, last)):
        if low[i] in ("between", "pitting", "involving"):
            middle = next((k for k in range(i + 2, min(i + 9, last)) if low[k] in ("and", "against")), None)
            if middle is None:
                return None
            end = middle
            while end + 1 <= last and _within(r, end + 1, end + 1 - middle):
                end += 1
            return _pair(r, (i + 1, middle - 1), (middle + 1, end))
    end = act.first - 1
    middle = next((k for k in range(end - 1, max(end - 6, 0), -1) if low[k] == "and"), None)
    if act.noun or middle is None or not all(_within(r, k, 1) for k in range(middle + 1, end + 1)):
        return None
    first = middle
    while first > 0 and _within(r, first - 1, 1) and middle - first < 5:
        first -= 1
    return _pair(r, (first, middle - 1), (middle + 1, end))


def _within(r: Reading, k: int, far: int) -> bool:
    tag = r.view.tag[k]
    if any(a <= k <= b for a, b in r.time_tokens):
        return False
    return far < 6 and (tag.startswith(_NOMINAL) or tag in _APART)


def _pair(r: Reading, one: tuple[int, int], two: tuple[int, int]) -> tuple[Party, Party] | None:
    low = r.view.low
    if one[1] < one[0] or two[1] < two[0]:
        return None
    shared = low[two[1]] if low[two[1]] in _PEOPLES and low[one[1]] not in _PEOPLES | _CAMPS else ""
    first, second = _side(r, *one, shared), _side(r, *two, "")
    if first is None or second is None:
        return None
    if {n.actor for n in first.names} & {n.actor for n in second.names}:  # one entry for several peoples
        first, second = (_of_words(r, *span, extra) for span, extra in ((one, shared), (two, "")))
    return first, second


def _side(r: Reading, first: int, last: int, shared: str) -> Party | None:
    v = r.view
    own = r.party_at.get(last)
    if own is not None and any(not n.local for n in own.names):
        return own
    if own is not None and (own.forces or own.organ or own.country):
        return None
    named = v.tag[last] in ("NNP", "NNPS", "JJ") and v.words[last][:1].isupper()
    if shared:
        return _of_words(r, first, last, shared) if named and not _placed(r, last) else None
    return _of_words(r, first, last, "") if v.low[last] in _PEOPLES | _CAMPS else None


def _of_words(r: Reading, first: int, last: int, shared: str) -> Party:
    """The side that these words name and no list knows."""
    v = r.view
    while first < last and v.tag[first] in _APART:
        first += 1
    start, end = v.starts[first], v.ends[last]
    text = r.sentence.text[start:end]
    band = v.low[last] in _CAMPS
    return Party(
        kind="armed", first=first, last=last, head=last, start=start, end=end, text=text,
        noun=f"{text} {shared}".rstrip(), word_kind="rioters" if band else "identity_militia",
    )  # fmt: skip


def _placed(r: Reading, token: int) -> bool:
    """Whether the token stands in the name of a place."""
    start, end = r.span(token, token)
    return any(p.name_start <= start and end <= p.name_end for p in r.places)
