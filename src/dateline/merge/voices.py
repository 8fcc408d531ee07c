"""Who tells it, and how many of them know apart from each other.

Reports that are near-copies, that credit one news agency, or that one outlet printed are one family. A family that names whom
it has it from speaks with their voices, else with its own. The same named source in two families is one voice: thirty outlets
that quote one hospital are one. Where it is not certain that two know apart, they count as one.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

import msgspec

from dateline.merge.event import Event, actor_key, article_key
from dateline.merge.families import Families, shingles
from dateline.merge.table import table, wires
from dateline.model.incident import Actor, ArticleInfo, Claim, Modality, Role
from dateline.model.merged import Sourcing, Voice, VoiceKind
from dateline.packs.actor_files import normalise

_TELLING = 0.6
"""Share of the shorter telling's shingles that stand in the other one, from which on one was written from the other."""

_MOST_READ = 80
"""Reports of one incident whose tellings are held against each other, all with all."""

_OWN: tuple[Modality, ...] = ("stated", "reported", "alleged", "claimed")


def _outlet(article: ArticleInfo) -> str | None:
    """An outlet that tells an incident again is one voice."""
    return f"outlet {normalise(article.publisher)}" if article.publisher else None


class Line(msgspec.Struct):
    """A voice as it gathers."""

    id: str
    name: str
    kind: VoiceKind
    tokens: frozenset[str]
    side: Role | None = None
    party: bool = False
    modalities: set[Modality] = msgspec.field(default_factory=set)
    articles: set[str] = msgspec.field(default_factory=set)


class Voices:
    """The voices of one incident, and which of them speak in each record. ``of``: record -> voices; ``claimed``: record and number
    of a claim -> its voice."""

    def __init__(self, members: Sequence[Event], every: Families) -> None:
        self._members = members
        self._cast = cast(members)
        self._local, self._wire = _near(members, every)
        self.lines: list[Line] = []
        self._saying: dict[str, list[Line]] = defaultdict(list)
        self.of: dict[str, tuple[str, ...]] = {}
        self.claimed: dict[tuple[str, int], str] = {}
        self._first: dict[str, Event] = {}
        for event in sorted(members, key=lambda e: e.order):
            self._first.setdefault(self._local[article_key(event.article)], event)
        self._gather()

    def _gather(self) -> None:
        named: dict[str, list[str]] = defaultdict(list)
        for event in self._ranked():
            family = self._local[article_key(event.article)]
            for at, claim in enumerate(event.incident.claims):
                if claim.speaker is not None and not nameless(claim):
                    line = self._primary(claim)
                    self._add(line, claim, event, at)
                    if claim.modality != "denied":
                        named[family].append(line.id)
        for event in self._members:
            family = self._local[article_key(event.article)]
            lines = list(dict.fromkeys(named[family])) or [self._own(family).id]
            for at, claim in enumerate(event.incident.claims):
                if (event.key, at) not in self.claimed:
                    self._add(self._by_id(lines[0]), claim, event, at)
            here = [self.claimed[event.key, at] for at in range(len(event.incident.claims))]
            self.of[event.key] = tuple(dict.fromkeys(here or lines))
            for name in self.of[event.key]:
                self._by_id(name).articles.add(event.article.id)

    def _ranked(self) -> list[Event]:
        """Records with the fullest names of speakers first, so that shorter forms find them."""
        longest = {
            e.key: max((len(_tokens(c)) for c in e.incident.claims if c.speaker), default=0) for e in self._members
        }
        return sorted(self._members, key=lambda e: (-longest[e.key], e.order))

    def _primary(self, claim: Claim) -> Line:
        assert claim.speaker is not None
        tokens = _tokens(claim) - table().nameless or _tokens(claim)
        known = {line.id: line for word in tokens for line in self._saying.get(word, ())}
        for line in self._saying.get(f"id {claim.speaker.id}", ()):
            return line
        for line in sorted(known.values(), key=lambda k: int(k.id[1:])):
            if tokens <= line.tokens or line.tokens <= tokens:
                return line
        line = Line(f"v{len(self.lines) + 1}", claim.speaker.name, "primary", tokens)
        for word in tokens:
            self._saying[word].append(line)
        self.lines.append(line)
        return line

    def _own(self, family: str) -> Line:
        """The voice of a family that names no source: its agency, or its outlet of the earliest report."""
        event = self._first[family]
        wire = self._wire.get(family)
        sign = f"wire {wire}" if wire else f"family {family}"
        for line in self._saying.get(sign, ()):
            return line
        name = wire or event.article.publisher or event.article.id
        line = Line(f"v{len(self.lines) + 1}", name, "wire" if wire else "outlet", frozenset())
        self._saying[sign].append(line)
        self.lines.append(line)
        return line

    def _add(self, line: Line, claim: Claim, event: Event, at: int) -> None:
        self.claimed[event.key, at] = line.id
        line.modalities.add(claim.modality)
        line.articles.add(event.article.id)
        if claim.speaker is not None and not nameless(claim):
            if claim.speaker.id:
                self._saying[f"id {claim.speaker.id}"].append(line)
            apart = line.tokens & table().unarmed
            line.party = line.party or (
                not apart and (bool(claim.party_to_conflict) or bool(line.tokens & table().armed))
            )
            side = side_of(claim, self._cast)
            if side and line.side in (None, side):
                line.side, line.party = side, True

    def _by_id(self, name: str) -> Line:
        return self.lines[int(name[1:]) - 1]

    def voices(self) -> tuple[Voice, ...]:
        """The voices, in the order in which they were found."""
        return tuple(
            Voice(
                id=line.id,
                name=line.name,
                kind=line.kind,
                party_to_conflict=line.party,
                side=line.side,
                independent=_tells(line),
                modalities=tuple(sorted(line.modalities)),
                articles=tuple(sorted(line.articles)),
                why=None if _tells(line) else "it only denies",
            )
            for line in self.lines
        )


def _near(members: Sequence[Event], every: Families) -> tuple[dict[str, str], dict[str, str]]:
    """The families of one incident, and the agencies of those that have one: reports of one text, by one agency or one outlet,
    and those that tell it in each other's words. What an outlet took from an agency is the agency's, not its own."""
    local = Families()
    first: dict[str, str] = {}
    for event in members:
        key = article_key(event.article)
        wire = every.wire.get(key) or next((w for c in event.incident.claims if (w := _agency(c))), None)
        if wire:
            local.wire[key] = wire
        for sign in (f"text {every.find(key)}", f"wire {wire}" if wire else _outlet(event.article)):
            if sign:
                local.join(key, first.setdefault(sign, key))
    told = [(article_key(e.article), _telling(e)) for e in members[:_MOST_READ]]
    for n, (a, one) in enumerate(told):
        for b, two in told[n + 1 :]:
            less = min(len(one), len(two))
            if less >= 6 and len(one & two) >= _TELLING * less:
                local.join(a, b)
    root = {key: local.find(key) for key in (article_key(e.article) for e in members)}
    return root, {root[key]: wire for key, wire in sorted(local.wire.items(), reverse=True)}


def _tells(line: Line) -> bool:
    return not line.modalities or any(m in line.modalities for m in _OWN)


def _agency(claim: Claim) -> str | None:
    """The news agency that a claim is quoted from."""
    return wires().get(normalise(claim.speaker.name)) if claim.speaker else None


def nameless(claim: Claim) -> bool:
    """Whether a speaker could be anybody ("residents", "a source"), or is an agency: then it is the outlet that speaks."""
    if claim.speaker is None or _agency(claim):
        return True
    return not _tokens(claim) - table().nameless


def _tokens(claim: Claim) -> frozenset[str]:
    """What a speaker's name comes to without the words for its mouth."""
    assert claim.speaker is not None
    words = [
        w.removesuffix("s") if w.endswith("'s") else w
        for w in normalise(claim.speaker.name.replace("’s", "").replace("'s", "")).split()
    ]
    return frozenset(words) - table().offices


def cast(members: Sequence[Event]) -> tuple[Actor, ...]:
    """The parties of an incident as all its reports name them, those who act first."""
    found = {(a.role, a.id, a.name): a for e in members for a in e.incident.actors if a.role != "victim"}
    return tuple(found[key] for key in sorted(found, key=lambda k: (k[0], k[1] or "", k[2])))


def side_of(claim: Claim, parties: Sequence[Actor]) -> Role | None:
    """The role of the party that a speaker is."""
    if claim.speaker is None:
        return None
    name = normalise(claim.speaker.name)
    for actor in parties:
        same = claim.speaker.id is not None and claim.speaker.id == actor.id
        if same or actor_key(actor) == name or normalise(actor.name) == name:
            return actor.role
    return None


def _telling(event: Event) -> frozenset[str]:
    text = event.article.text
    if text is None:
        return frozenset()
    return shingles(" ".join(text[s:e] for s, e in event.incident.sentences))


def sourcing(members: Sequence[Event], voices: Sequence[Voice]) -> Sourcing:
    """ "7 reports, 2 independent voices, both belligerents", as data and in words."""
    reports = len({article_key(e.article) for e in members})
    independent = [v for v in voices if v.independent]
    parties = tuple(v.name for v in voices if v.party_to_conflict)
    text = (
        f"{reports} report{'s' * (reports != 1)}, {len(independent)} independent voice{'s' * (len(independent) != 1)}"
    )
    sides = {v.side for v in voices if v.side}
    both: Literal["", ", both belligerents", ", a belligerent among them", ", a belligerent only"] = ""
    if {"a", "b"} <= sides:
        both = ", both belligerents"
    elif parties:
        both = ", a belligerent only" if all(v.party_to_conflict for v in voices) else ", a belligerent among them"
    return Sourcing(reports=reports, independent=len(independent), belligerents=parties, text=text + both)
