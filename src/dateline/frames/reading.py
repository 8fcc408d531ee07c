"""One sentence with everything that was found in it: the ground on which frames are built."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from dateline.annotate.roles import View
from dateline.mentions.cues import Said, find_said
from dateline.mentions.numbers import Number, find_ages, find_numbers, find_people
from dateline.mentions.parties import Party, find_parties
from dateline.mentions.peoples import of_people
from dateline.mentions.places import PlaceMention, find_places
from dateline.mentions.times import TimeMention, find_times
from dateline.mentions.triggers import Trigger, triggers
from dateline.model.incident import Outcome
from dateline.model.text import Sentence, Span
from dateline.packs.actors import normalise
from dateline.packs.countries import Countries
from dateline.packs.kit import Kit


@dataclass
class Reading:
    """A parsed sentence and its mentions. Tokens are indices in ``view``; ``offset`` turns sentence offsets into article's.
    ``voice``: who speaks (code points in the article), where the sentence only goes on with what was told in the one before."""

    index: int
    sentence: Sentence
    view: View
    triggers: list[Trigger]
    parties: list[Party]
    numbers: list[Number]
    people: list[Number]
    times: list[TimeMention]
    places: list[PlaceMention]
    said: list[Said]
    ages: list[tuple[int, int, int]]
    fates: list[tuple[int, int, Outcome]]
    voice: Span | None = None
    party_at: dict[int, Party] = field(default_factory=dict)
    figures: dict[tuple[int, int], list[Number]] = field(default_factory=dict)  # by stretch, kept by ``counts.figures``

    @property
    def offset(self) -> int:
        return self.sentence.start

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last token that touch the article's code points ``start``–``end``."""
        s, e = start - self.offset, end - self.offset
        first, last = bisect_right(self.view.ends, s), bisect_left(self.view.starts, e) - 1
        return (first, last) if first <= last else None

    @cached_property
    def time_tokens(self) -> list[tuple[int, int]]:
        """First and last token of each time mention."""
        return [t for m in self.times if (t := self.tokens(m.start, m.end))]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points in the article of tokens ``first``–``last``."""
        return self.offset + self.view.starts[first], self.offset + self.view.ends[last]

    def words(self, first: int, last: int) -> str:
        """The text of tokens ``first``–``last``."""
        return self.sentence.text[self.view.starts[first] : self.view.ends[last]]


def _owned(p: Party, r: Reading, countries: Countries) -> Party:
    """ "The Israeli military said its jets …", "Ankara said its forces …", "UNIFIL said peacekeepers …": the party is the speaker's."""
    words = r.view.low[p.first : p.last + 1]
    if p.first and r.view.low[p.first - 1] == "of":  # "said its southern group of forces had …"
        words = r.view.low[max(0, p.first - 6) : p.last + 1]
    own = p.noun == "peacekeepers" or not {"its", "our", "their"}.isdisjoint(words)
    if p.names or p.country or p.forces or not own:
        return p
    owner = next(
        (
            q
            for s in r.said
            for q in r.parties
            if s.start <= q.start and q.end <= max(s.end, s.cue_start) and (q.first < p.first or "our" in words)
        ),
        None,
    )
    if owner is None:
        home = next(
            (x for s in r.said if s.speaker and s.end <= p.start and (x := _speaks_for(s.speaker, countries))), None
        )
        return msgspec.structs.replace(p, country=home) if home is not None and p.kind == "state" else p
    if owner is p:
        return p
    if owner.kind == "armed" and not owner.names:  # "a spokesman for the rebels said their forces …"
        return msgspec.structs.replace(
            owner, first=p.first, last=p.last, head=p.head, start=p.start, end=p.end, text=p.text
        )
    return msgspec.structs.replace(
        p, names=owner.names, forces=owner.forces, country=owner.country, kind="named" if owner.names else p.kind
    )


def _speaks_for(speaker: str, countries: Countries) -> str | None:
    """The state that "Ankara", "Moscow's defence ministry", "Turkey" speaks for."""
    name = re.split(r"['’]s ", speaker.removeprefix("The ").removeprefix("the "), maxsplit=1)[0]
    return countries.by_name(name) or countries.by_capital(name)


_NUMBERED = re.compile(r"\b\d{2,4} [A-Z][\w'’-]+")


def _leave_out_compared(r: Reading) -> None:
    """ "…, in some of the heaviest fighting in the area this year": what the deed is compared with, and no deed or day of its own."""
    v = r.view
    if "JJS" not in v.tag:
        return
    for k in range(len(v) - 4):
        if v.low[k] not in ("one", "some") or v.low[k + 1 : k + 3] != ["of", "the"] or v.tag[k + 3] != "JJS":
            continue
        stop = next((j for j in range(k + 4, len(v)) if v.words[j] in (",", ";", ".") or v.tag[j] == "VBD"), len(v))
        r.triggers = [t for t in r.triggers if not k + 3 <= t.first <= min(stop, k + 6)]
        start, end = r.span(k, stop - 1)
        r.times = [x for x in r.times if not (start <= x.start < end and _LONG.search(x.form))]


_LONG = re.compile(r"year|month|since|decade")


def _listed(m: re.Match[str], kit: Kit) -> bool:
    return normalise(m[0]) in kit.actors.names


def _outside(names: list[tuple[int, int]], numbers: list[Number]) -> list[Number]:
    """The figures that are no part of a listed name ("400 Mawozo")."""
    return [n for n in numbers if not any(s <= n.start < e for s, e in names)] if names else numbers


def read_sentence(index: int, sentence: Sentence, view: View, kit: Kit) -> Reading:
    """Run every finder over one parsed sentence."""
    text, at = sentence.text, sentence.start
    names = [(at + m.start(), at + m.end()) for m in _NUMBERED.finditer(text) if _listed(m, kit)]
    parties = [of_people(view, p, kit.actors) for p in find_parties(view, text, kit.actors, kit.countries)]
    reading = Reading(
        index=index,
        sentence=sentence,
        view=view,
        triggers=triggers().find(view),
        parties=parties,
        numbers=_outside(names, find_numbers(text, at)),
        people=_outside(names, find_people(text, at)),
        times=find_times(text, at),
        places=find_places(text, at, kit=kit),
        said=find_said(view, text, parties),
        ages=find_ages(text, at),
        fates=triggers().fates(view),
    )
    _leave_out_compared(reading)
    reading.parties = [_owned(p, reading, kit.countries) for p in parties]
    parties = reading.parties
    named = [(at + p.start, at + p.end) for p in parties if p.kind == "named"]  # "Al" of "Al Shabaab"
    reading.places = [
        x for x in reading.places if x.end - x.start > 3 or not any(s <= x.start and x.end < e for s, e in named)
    ]
    reading.party_at = {i: p for p in parties for i in range(p.first, p.last + 1)}
    return reading
