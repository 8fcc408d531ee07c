"""Figures that a second voice of the sentence sets against the first: "police gave nine dead, the residents 25"."""

import itertools

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.figures import end_of, figures
from dateline.frames.reading import Reading
from dateline.mentions.cues import Said
from dateline.mentions.numbers import Number
from dateline.packs.tolls import tolls

_NEAR = 12  # code points from a voice's verb to its "nobody"
_AT = frozenset({"of", "at"})


def contested(r: Reading, frame: Frame, out: list[Count]) -> list[Count]:
    """The figures; one that another voice gives for the same people is a rival of the one told before it, and needs no word of its own
    for what became of them."""
    voices = [s for s in r.said if s.speaker and frame.first <= s.token <= frame.last]
    told = {id(c.number): c for c in out}
    for before, s in itertools.pairwise(voices):
        first = [c for c in out if c.token < s.token and r.offset + s.start >= end_of(c.number)]
        if before.speaker == s.speaker or not first:
            continue
        start = r.offset + r.view.ends[s.token]
        for none in out:  # "said three were killed, but police said nobody died"
            none.rival |= bool(none.number.zero) and 0 <= none.number.start - start < _NEAR and _told_of(first, none)
        n = _given(r, frame, s)
        c = told.get(id(n)) if n is not None else None
        if n is None or _apart(r, n, first[-1]):
            continue
        if c is None and _bare(r, n, s):
            c = told[id(n)] = Count(first[-1].outcome, n, _at(r, n), group=first[-1].group)
            out.append(c)
        if c is not None and any(d.outcome == c.outcome and _same_sort(c, d) for d in first):
            c.rival = True
    return out


def _told_of(first: list[Count], zero: Count) -> bool:
    return any(d.outcome == zero.outcome and d.number.low for d in first)


def _given(r: Reading, frame: Frame, s: Said) -> Number | None:
    """The first figure behind the voice's verb."""
    start = r.offset + r.view.ends[s.token]
    given = next((n for n in figures(r, frame.first, frame.last) if n.start >= start and not n.bare), None)
    if given is None or not given.numeral or given.of_them or given.another or given.zero:
        return None
    between = r.view.low[s.token + 1 : _at(r, given)]
    return given if len(between) <= 8 and tolls().totals.partly.isdisjoint(between) else None


def _bare(r: Reading, n: Number, s: Said) -> bool:
    """ "counted 31", "spoke of 40", "the residents 25": a figure alone, right behind the verb or the voice."""
    at = _at(r, n)
    return n.noun is None and (at == s.token + 1 or (at == s.token + 2 and r.view.low[at - 1] in _AT))


def _apart(r: Reading, n: Number, one: Count) -> bool:
    """ "four dead in Homs, the hospital three in Hama": each for a place of its own."""
    near = [p for p in r.places if not p.generic and (end_of(n) <= p.start < end_of(n) + 12)]
    return bool(near) and any(end_of(one.number) <= p.start < n.start for p in r.places)


def _same_sort(c: Count, d: Count) -> bool:
    noun, other = (c.number.noun or "").lower(), (d.number.noun or "").lower()
    plain = tolls().people.souls | tolls().people.harmed | tolls().totals.words
    return not noun or noun == other or noun in plain


def _at(r: Reading, n: Number) -> int:
    where = r.tokens(n.start, end_of(n))
    return where[0] if where is not None else 0
