"""One sentence, several places: "killed 15 people in Sanaa and three in Hajjah" tells two events of one kind."""

import itertools

import msgspec

from dateline.frames.cast.harmed import harmed
from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.figures import end_of, figures, group_of
from dateline.frames.outcomes.word import word_outcome
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.mentions.places import PlaceMention
from dateline.packs.tolls import tolls

_IN = frozenset({"in", "at", "near", "around", "outside"})
_WIDE = frozenset({"country", "state", "province", "region"})
_REACH = 5
_MOST = 8  # figures of one sentence that are looked at


def spread(r: Reading, frame: Frame) -> list[Frame]:
    """The frame, cut where a second figure stands with a place of its own and no deed but the one told before."""
    if frame.context != "news" or not frame.counts:
        return [frame]
    pairs = _placed(r, frame)
    out = [frame]
    for (one, near), (two, there) in itertools.pairwise(pairs):
        told = next((c for c in out[-1].counts if c.number.start <= one.start < end_of(c.number)), None)
        if told is None or not _joined(r, frame, near, two) or near.name.casefold() == there.name.casefold():
            break
        out.append(_second(r, out[-1], told, two))
    return out


def _placed(r: Reading, frame: Frame) -> list[tuple[Number, PlaceMention]]:
    """Figures of the stretch with the place that follows each before the next figure or sign of a pause."""
    listed = [n for n in figures(r, frame.first, frame.last) if n.numeral and not n.of_them and not n.zero][:_MOST]
    out: list[tuple[Number, PlaceMention]] = []
    for k, n in enumerate(listed):
        stop = listed[k + 1].start if k + 1 < len(listed) else r.span(frame.last, frame.last)[1]
        near = [
            p
            for p in frame.places
            if end_of(n) <= p.start < stop and not p.generic and not p.qualifier and p.kind not in _WIDE
        ]
        at = r.tokens(near[0].start, near[0].end) if near else None
        where = r.tokens(n.start, end_of(n))
        if at is None or where is None or not _IN & set(r.view.low[max(where[1], at[0] - 3) : at[0]]):
            continue
        out.append((n, near[0]))
    return out


def _joined(r: Reading, frame: Frame, near: PlaceMention, two: Number) -> bool:
    """Whether the second figure follows on the first one's place with nothing but "and" or a comma, and reaches its own place
    with no deed but the same one again."""
    at, where = r.tokens(near.start, near.end), r.tokens(two.start, end_of(two))
    if at is None or where is None or where[0] < 1 or r.view.words[where[0] - 1] not in ("and", ",", ";"):
        return False
    if any(t.first > where[0] and t.act != "kill" for t in frame.acts):
        return False
    return all(n not in r.view.low[at[1] : where[0]] for n in ("including", "among", ":"))


def _second(r: Reading, before: Frame, told: Count, n: Number) -> Frame:
    """The frame of the figure ``n``, cut off the end of the frame before it."""
    where = r.tokens(n.start, end_of(n))
    assert where is not None  # a figure of the stretch
    first = where[0] - 1
    behind = r.view.low[where[1] + 1 : where[1] + _REACH]
    own = next(
        (o for k, w in enumerate(behind) if w in tolls().fates.past and (o := word_outcome(r, where[1] + 1 + k))), None
    )
    mine = [c for c in before.counts if c.token >= first] or [
        Count(own or told.outcome, n, where[0], group=group_of(n))
    ]
    acts = [t for t in before.acts if t.first < first]
    acts = [msgspec.structs.replace(t, first=first, last=first, token=first, noun=False) for t in acts]
    after = Frame(r, first, before.last, acts, tense=before.tense, counts=mine)
    after.roles = [x for x in before.roles if x.token >= first or x.role in ("a", "assoc_a")]
    harmed(r, after, after.roles)
    edge = r.span(first, first)[0]
    after.times = [t for t in before.times if t.start >= edge] or before.times
    after.places = [p for p in before.places if p.start >= edge]
    after.speech_times, after.said, after.means = before.speech_times, before.said, before.means
    before.last = first - 1
    before.counts = [c for c in before.counts if c.token < first]
    before.acts = [t for t in before.acts if t.first < first]
    before.roles = [x for x in before.roles if x.token < first]
    before.times = [t for t in before.times if t.start < edge] or before.times
    before.places = [p for p in before.places if p.start < edge]
    return after
