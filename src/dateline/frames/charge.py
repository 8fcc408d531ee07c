"""Another deed that is told only to say who somebody is, or why it was done: "a commander responsible for the attack",
"in retaliation for the killing of two officers"; and one that was only attempted: "foiled an attempt to seize the town"."""

from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stretches import stretches

Range = tuple[int, int]
"""First and last token, both in it."""

_NEAR = 6  # tokens in which the other deed begins
_FAR = 12  # tokens from an attempt to what was attempted


def charges(r: Reading, first: int, last: int, acts: list[Trigger]) -> list[Range]:
    """Where such deeds stand in the stretch. A charge stands behind a noun and behind the deed that is told, and ends where a
    place or a day of that deed begins; a motive ends with its clause."""
    found = (_charge(r, i, last, acts) or _motive(r, i, last) or _foiled(r, i, last) for i in range(first, last))
    out = [x for x in found if x is not None]
    return out if any(not within(out, a.first) for a in acts) else []


def within(ranges: list[Range], token: int) -> bool:
    """Whether the token lies in one of the ranges."""
    return any(first <= token <= last for first, last in ranges)


def _charge(r: Reading, i: int, last: int, acts: list[Trigger]) -> Range | None:
    v, words = r.view, stretches().charges
    if v.low[i + 1] not in words.linked.get(v.low[i], ()) or not i:
        return None
    near = any(i < a.first <= i + _NEAR and (a.noun or v.low[i] != "behind") for a in acts)
    if not near or not any(a.last < i and v.verbal(a.token) for a in acts):
        return None
    if v.pos[i - 1] not in ("NOUN", "PROPN") and v.low[i - 1] not in words.between:
        return None
    spots = _spots(r)
    days = {where[0] for where in r.time_tokens}
    for k in range(i + 2, last + 1):
        if v.words[k] in ",;()–—" or k in spots or (v.low[k] in ("on", "in", "near", "at") and k + 1 in spots | days):
            return i, k - 1
    return i, last


def _motive(r: Reading, i: int, last: int) -> Range | None:
    v = r.view
    if v.low[i + 1] not in stretches().charges.motives.get(v.low[i], ()):
        return None
    end = next((k - 1 for k in range(i + 2, last + 1) if v.words[k] in ",;()–—"), last)
    if v.low[end + 1 : end + 2] == [","] and v.low[end + 2 : end + 4] in (["in", "which"], ["in", "whom"]):
        end = next((k - 1 for k in range(end + 3, last + 1) if v.words[k] in ",;()–—"), last)
    return i, end  # "…, in which nine people died": of the other deed too


def _foiled(r: Reading, i: int, last: int) -> Range | None:
    """What was attempted, by its verb and what this is done to; a place is where it came to nothing."""
    low, words = r.view.low, stretches().charges
    if low[i] not in words.attempts or words.foiled.isdisjoint(low[max(0, i - 5) : i]):
        return None
    to = next((k for k in range(i + 1, min(i + _FAR, last)) if low[k] == "to" and r.view.tag[k + 1] == "VB"), None)
    if to is None:
        return None
    spots = _spots(r)
    ends = (k for k in range(to + 2, last + 1) if r.view.words[k] in ",;()–—" or r.view.tag[k] == "IN" or k in spots)
    return to, next(ends, last + 1) - 1


def _spots(r: Reading) -> set[int]:
    """The first token of each place."""
    return {where[0] for p in r.places if (where := r.tokens(p.start, p.end))}
