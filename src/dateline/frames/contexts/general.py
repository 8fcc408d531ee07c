"""A charge in general terms: no day, no place, nobody in particular."""

from dateline.annotate.roles import View
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger


def in_general(r: Reading, first: int, last: int, acts: list[Trigger]) -> bool:
    """ "Rights groups have accused the army of killing civilians": a charge with no day, no place, and nobody in particular."""
    v = r.view
    if not any(w.startswith("accus") for w in v.low[first : acts[0].first]):
        return False
    s, e = r.span(first, last)
    if any(s <= t.start < e for t in r.times) or any(
        s <= p.start < e and not p.qualifier and p.kind != "country" for p in r.places
    ):
        return False
    return all(v.tag[t.token] == "VBG" and _bare(v, v.object(t.token)) for t in acts)


def _bare(v: View, thing: int | None) -> bool:
    """Whether "civilians" stands there and not "the civilians", "six civilians"."""
    return thing is not None and v.tag[thing] == "NNS" and v.phrase(thing)[0] == thing
