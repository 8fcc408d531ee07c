"""Totals of several incidents: "at least 14 people in separate attacks", of which eight and six are then told one by one."""

from dateline.frames.frame import Count, Frame
from dateline.model.incident import Outcome
from dateline.packs.story_words import story_words
from dateline.resolve.telling.event import Event

_LEAST = 3  # smaller sums meet by chance


def drop_totals(news: list[Event]) -> None:
    """Take from each incident the figures that its own and its neighbours' figures sum up to: they are no incident's own."""
    for e in news:
        for c, frame in [(c, t.frame) for t in e.tellings for c in t.frame.counts]:
            if (
                c.outcome in ("killed", "injured")
                and c.number.low >= _LEAST
                and _of_several(frame)
                and _sums_up(c, e, news)
            ):
                frame.counts = [x for x in frame.counts if x is not c]


def _of_several(f: Frame) -> bool:
    """Whether the stretch tells of several deeds or places: "in separate attacks", "in Guma and Logo"."""
    if f.reading.sentence.block == "headline":
        return True
    if not story_words().several.isdisjoint(f.reading.view.low[f.first : f.last + 1]):
        return True
    return (
        len(
            {p.name for p in f.places if not p.generic and not p.qualifier and p.relation in ("in", "at", "near", None)}
        )
        > 1
    )


def _sums_up(total: Count, e: Event, news: list[Event]) -> bool:
    """Whether the figures of the incidents told from this one on add up to the total, which none of them has for itself."""
    if not total.number.numeral or total.number.of_them or len(news) < 2:
        return False
    at = next(k for k, x in enumerate(news) if x is e)
    own = [n for n in _figures(e, total.outcome, total) if n < total.number.low]
    rest = [max(f) for x in news[at + 1 :] if (f := _figures(x, total.outcome))]
    if any(n >= total.number.low for n in rest) or not rest:
        return False
    if not own and not (len(rest) > 1 and e.where.precision in ("adm1", "adm2", "area", "country", "unknown")):
        return False
    sums = {sum(rest[:k]) for k in range(1, len(rest) + 1)}
    return any(total.number.low - n in sums for n in (own or [0]))


def _figures(e: Event, outcome: Outcome, beside: Count | None = None) -> set[int]:
    """The figures of an incident that are numbers of people with this outcome, none from the breath that tells ``beside``."""
    counts = (c for t in e.tellings if not any(c is beside for c in t.frame.counts) for c in t.frame.counts)
    return {c.number.low for c in counts if c.outcome == outcome and c.number.high != 0 and not c.number.bare}
