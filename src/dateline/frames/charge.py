"""What a person in the sentence is wanted, blamed or known for: another deed, told only to say who they are."""

from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stretches import stretches

_NEAR = 6  # tokens in which the other deed begins


def charges(r: Reading, first: int, last: int, acts: list[Trigger]) -> list[tuple[int, int]]:
    """Token ranges of such deeds in the stretch: "killed a commander [responsible for the rocket fire] near Gao on Monday". A
    charge stands behind a noun, and behind the deed that is told; a place or a day behind it belongs to that deed."""
    v, words = r.view, stretches().charges
    out: list[tuple[int, int]] = []
    for i in range(first + 1, last):
        linked = words.linked.get(v.low[i])
        if linked is None or (linked and v.low[i + 1] not in linked):
            continue
        told = any(a.last < i and v.verbal(a.token) for a in acts)
        told = told and any(i < a.first <= i + _NEAR and (a.noun or linked) for a in acts)
        if told and (v.pos[i - 1] in ("NOUN", "PROPN") or v.low[i - 1] in words.between):
            out.append((i, _end(r, i, last)))
    return out


def within(ranges: list[tuple[int, int]], token: int) -> bool:
    """Whether the token lies in one of the ranges, both ends inclusive."""
    return any(first <= token <= last for first, last in ranges)


def _end(r: Reading, i: int, last: int) -> int:
    v = r.view
    spots = {where[0] for p in r.places if (where := r.tokens(p.start, p.end))}
    days = {where[0] for t in r.times if (where := r.tokens(t.start, t.end))}
    for k in range(i + 2, last + 1):
        if v.words[k] in ",;()–—" or k in spots or (v.low[k] in ("on", "in", "near", "at") and k + 1 in spots | days):
            return k - 1
    return last
