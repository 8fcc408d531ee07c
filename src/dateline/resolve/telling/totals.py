"""Totals of several incidents: "at least 14 people in separate attacks", of which eight and six are then told one by one."""

from dateline.frames.frame import Count, Frame
from dateline.model.incident import Outcome
from dateline.packs.story_words import story_words
from dateline.resolve.telling.event import Event

_LEAST = 3  # smaller sums meet by chance
_MOST = 12  # incidents that one total may hold
_WIDE = ("adm1", "adm2", "area", "country", "unknown")


def drop_totals(news: list[Event]) -> None:
    """Take from each incident the figures that its own and its neighbours' figures sum up to: they are no incident's own."""
    for at, e in enumerate(news[:-1]):
        frames = [t.frame for t in e.tellings]
        summed = next((f for f in frames if _of_several(f) and _total(f)), None)
        total = _total(summed) if summed is not None else None
        if summed is None or total is None:
            continue
        own = {n for f in frames if f is not summed for n in _figures(f, total.outcome) if n < total.number.low}
        rest = [max(found) for x in news[at + 1 : at + _MOST] if (found := _of_event(x, total.outcome))]
        if own or (len(rest) > 1 and e.where.precision in _WIDE):
            _drop(frames, total, own, rest)


def _drop(frames: list[Frame], total: Count, own: set[int], rest: list[int]) -> None:
    """Drop the total wherever the incident tells it, if the figures told from there on add up to it."""
    low = total.number.low
    sums = {sum(rest[:k]) for k in range(1, len(rest) + 1)}
    if any(n >= low for n in rest) or not any(low - n in sums for n in (own or {0})):
        return
    for f in frames:
        if _of_several(f):
            f.counts = [c for c in f.counts if (c.outcome, c.number.low) != (total.outcome, low)]


def _total(f: Frame) -> Count | None:
    """The first figure of the stretch that may sum up others."""
    may = (c for c in f.counts if c.outcome in ("killed", "injured") and c.number.numeral and not c.number.of_them)
    return next((c for c in may if c.number.low >= _LEAST), None)


def _of_several(f: Frame) -> bool:
    """Whether the stretch tells of several deeds or places: "in separate attacks", "in Guma and Logo"; a headline may."""
    if f.reading.sentence.block == "headline" or not story_words().several.isdisjoint(
        f.reading.view.low[f.first : f.last + 1]
    ):
        return True
    near = (p for p in f.places if not p.generic and not p.qualifier and p.relation in ("in", "at", "near", None))
    return len({p.name for p in near}) > 1


def _of_event(e: Event, outcome: Outcome) -> set[int]:
    return {n for t in e.tellings for n in _figures(t.frame, outcome)}


def _figures(f: Frame, outcome: Outcome) -> set[int]:
    """The figures of the stretch that are numbers of people with this outcome."""
    return {c.number.low for c in f.counts if c.outcome == outcome and c.number.high != 0 and not c.number.bare}
