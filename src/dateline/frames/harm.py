"""Weapons of a stretch, and the things that a harming verb works on."""

from dateline.frames.frame import Thing
from dateline.frames.reading import Reading
from dateline.packs.things import things


def means(r: Reading, first: int, last: int) -> list[Thing]:
    source = things()
    out: list[Thing] = []
    for hit in source.means.find(r.view.low[first : last + 1]):
        name = source.mean_names[hit.key]
        if not any(x.name == name for x in out):
            out.append(Thing(name, first + hit.first, first + hit.last))
    return out


def damage(r: Reading, first: int, last: int) -> list[Thing]:
    """Things that a harming verb works on: its object, or its subject in the passive."""
    source = things()
    v = r.view
    out: list[Thing] = []
    for hit in source.damage.find(v.low):
        if not first <= hit.first <= last:
            continue
        token = hit.last
        over = v.head[token]
        outcome = None
        for verb in (over, v.head[over]):
            if v.verbal(verb) and v.low[verb] in source.harm:
                down = token if verb == over else over
                if (
                    v.base(down) in ("obj", "conj", "obl")
                    or v.dep[down].endswith(":pass")
                    or (v.base(down) == "nsubj" and v.passive(verb))
                    or (v.base(down) == "nsubj" and v.tag[verb] == "VBN")
                ):
                    outcome = source.harm[v.low[verb]]
                break
        if outcome and len(out) < 12:
            lo, _ = v.phrase(token)
            out.append(Thing(source.damage_names[hit.key], lo, token, outcome))
    return out
