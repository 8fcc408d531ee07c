"""What stands beside a story and sets its place and its day: the labels of items, and sentences that only set the scene."""

from collections.abc import Container, Sequence

from dateline.frames.dates import dates_birth, dates_speech
from dateline.frames.reading import Reading
from dateline.mentions.places import PlaceMention, find_places
from dateline.mentions.times import TimeMention, find_times
from dateline.model.text import Sentence, Span
from dateline.packs.kit import Kit


def scenes(parts: Sequence[Sentence], readings: list[Reading], telling: Container[int]) -> dict[int, TimeMention]:
    """Sentences that tell no deed and set the time for those that follow in their paragraph: each of these -> the time.
    ``telling``: the sentences that tell one."""
    known = {r.index: r for r in readings}
    out: dict[int, TimeMention] = {}
    for r in readings:
        for k in range(r.index - 1, max(r.index - 5, -1), -1):
            before, told = parts[k], known.get(k)
            if before.paragraph != r.sentence.paragraph or before.block != "body":
                break
            if k in telling or not _AHEAD.isdisjoint(before.text.lower().split()):
                break
            times = told.times if told is not None else find_times(before.text, before.start)
            found = [
                m
                for m in times
                if not m.duration
                and m.relation in (None, "by", "on")
                and not (told and (dates_speech(told, m) or dates_birth(told, m)))
            ]
            if len(found) == 1:
                out[r.index] = found[0]
            if found:
                break
    return out


def days(text: str, readings: list[Reading]) -> dict[Span, TimeMention]:
    """The days that bulletin labels bear ("Thursday 7 March, Komanda."): label -> its day."""
    labels = {r.sentence.lead for r in readings if r.sentence.lead is not None}
    found = {s: find_times(text[s.start : s.end], s.start) for s in labels}
    return {s: times[0] for s, times in found.items() if times and not times[0].duration}


_AHEAD = frozenset("will would shall may next until till since due plans scheduled".split())


def stages(parts: Sequence[Sentence], readings: list[Reading], kit: Kit) -> dict[int, PlaceMention]:
    """Short sentences that only set the scene ("We start in Kirundo province.", "To Rumonge now."): sentence -> place."""
    told = {r.index for r in readings if r.triggers}
    out: dict[int, PlaceMention] = {}
    for r in readings:
        for k in range(max(0, r.index - 3), r.index + 1):
            if (
                k in out
                or k in told
                or parts[k].block in ("masthead", "headline", "header")
                or len(parts[k].text.split()) > 8
                or k == r.index
            ):
                continue
            found = [
                p for p in find_places(parts[k].text, parts[k].start, kit=kit) if not p.generic and not p.qualifier
            ]
            if found:
                out[k] = found[0]
            elif times := find_times(parts[k].text, 0):
                place = _labelled(parts[k].text, parts[k].start, times, kit)
                if place is not None:
                    out[k] = place
    return out


_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth firstly secondly thirdly".split()
)


def leads(text: str, readings: list[Reading], kit: Kit) -> dict[Span, PlaceMention | None]:
    out: dict[Span, PlaceMention | None] = {}
    for r in readings:
        lead = r.sentence.lead
        if lead is not None and lead not in out:
            words = text[lead.start : lead.end]
            out[lead] = _labelled(words, lead.start, find_times(words, 0), kit)
    return out


def _labelled(words: str, start: int, times: Sequence[TimeMention], kit: Kit) -> PlaceMention | None:
    """The place of a label at ``start``, the ``times`` in it left out: "Kolofata, 31 August", "Monday – Jos"."""
    at = max((m.end for m in times), default=0)
    at += len(words[at:]) - len(words[at:].lstrip(" ,-–—|:."))
    end = len(words)
    if times and not any(c.isalpha() for c in words[at:]):
        at, end = 0, min(m.start for m in times)
    name = words[at:end].rstrip(" ,-–—|:.")
    if name.lower().strip(")") in _ORDINALS:
        return None
    name = name.title() if name.isupper() and len(name.title()) == len(name) else name
    found = find_places("in " + name, start + at - 3, kit=kit)
    return next((p for p in found if p.name_start >= start + at), None)
