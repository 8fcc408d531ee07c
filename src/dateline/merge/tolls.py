"""How many: the figures of all reports folded to one range an outcome, with shares by group and party.

Figures that meet give their meet. A later figure of the same voice that does not meet the earlier one replaces it. What still
does not meet is spanned, lowest to highest, with its sides (Airwars and IBC: lowest to highest of the sources).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from dateline.merge.event import Event, countable
from dateline.merge.meet import Count
from dateline.merge.voices import cast, side_of
from dateline.model.incident import Actor, Casualty, Issue, Outcome, PartGroup
from dateline.model.incident import Figure as Figured
from dateline.model.merged import FigureClaim, GroupToll, State, Toll

Spoken = dict[str, tuple[str, ...]]
"""Record -> the voices that speak in it."""

Share = tuple[PartGroup, str | None]


class Figure(NamedTuple):
    """One voice's range for the same people. ``split``: the sides within one report that disputes itself."""

    people: Count
    voices: tuple[str, ...]
    published: dt.date | None
    key: str
    split: tuple[Count, ...] = ()


class Folded(NamedTuple):
    people: Count
    state: State
    sides: tuple[Count, ...]
    dropped: frozenset[str]


def fold(figures: Sequence[Figure]) -> Folded:
    """One range out of several voices' ranges."""
    dropped = _dropped(figures)
    current = [f for f in figures if f.key not in dropped]
    met = _meet(f.people for f in current)
    split = sorted({s for f in current for s in f.split}, key=_by_low)
    if met is not None and not (split and met.low != met.high):
        voices = {v for f in current for v in f.voices}
        return Folded(met, "revised" if dropped else "agreed" if len(voices) > 1 else "single", (), dropped)
    sides = _sides([*(f.people for f in current if not f.split), *split])
    high = None if any(s.high is None for s in sides) else max(s.high or 0 for s in sides)
    return Folded(Count(min(s.low for s in sides), high), "disputed", tuple(sides), dropped)


def _dropped(figures: Sequence[Figure]) -> frozenset[str]:
    """Figures that were revised, and those of others that agreed with them at the time."""
    out: set[str] = set()
    spoken: dict[str, list[Figure]] = defaultdict(list)
    for f in figures:
        for voice in f.voices:
            spoken[voice].append(f)
    for late in {(f.people, f.published, f.voices): f for f in figures}.values():
        old = [f for voice in late.voices for f in spoken[voice] if _replaces(late, f)]
        gone = {f.people for f in old}
        out.update(f.key for f in old)
        if gone:
            out.update(f.key for f in figures if f.people in gone and _before(f, late))
    return frozenset(out)


def _before(earlier: Figure, later: Figure) -> bool:
    return earlier.published is not None and later.published is not None and earlier.published < later.published


def _replaces(later: Figure, earlier: Figure) -> bool:
    """Of two figures of one voice."""
    return _before(earlier, later) and later.people.meet(earlier.people) is None


def _meet(counts: Iterable[Count]) -> Count | None:
    out: Count | None = None
    for count in counts:
        out = count if out is None else out.meet(count)
        if out is None:
            return None
    return out


def _by_low(people: Count) -> tuple[int, int]:
    return people.low, -1 if people.high is None else people.high


def _sides(counts: Sequence[Count]) -> list[Count]:
    """Ranges that stand against each other: neighbours that meet are one side."""
    out: list[Count] = []
    for count in sorted(counts, key=lambda c: (c.high is None, *_by_low(c))):
        at = next((n for n, side in enumerate(out) if side.meet(count) is not None), None)
        if at is None:
            out.append(count)
        else:
            met = out[at].meet(count)
            assert met is not None
            out[at] = met
    return sorted(out, key=_by_low)


def tolls(members: Sequence[Event], spoken: Spoken) -> tuple[tuple[Toll, ...], list[Issue]]:
    """Every outcome's toll, in the order of the contract, and what does not add up."""
    out: list[Toll] = []
    issues: list[Issue] = []
    for outcome in get_args(Outcome):
        entries = {
            e.key: [c for c in e.incident.casualties if c.outcome == outcome and not c.cumulative] for e in members
        }
        if any(entries.values()):
            toll = _toll(outcome, members, entries, spoken, issues)
            out.append(toll)
            issues += _conserved(toll)
    return tuple(out), issues


def _toll(
    outcome: Outcome, members: Sequence[Event], entries: dict[str, list[Casualty]], spoken: Spoken, issues: list[Issue]
) -> Toll:
    shares: dict[Share, list[Figure]] = defaultdict(list)
    totals: list[Figure] = []
    parties = cast(members)
    split = any(len({(c.group, c.party) for c in found if countable(c)}) > 1 for found in entries.values())
    for event in members:
        own = [c for c in entries[event.key] if countable(c)]
        if not own:
            continue
        groups = {c: _group(c, event, parties, issues) for c in own}
        whole = _sum(own)
        if split and len(own) == 1 and groups[own[0]] != "unknown":
            whole = Count(whole.low, None)  # a figure of one group only is no total where others tell of two
        totals.append(_figure(event, whole, spoken, own))
        for c in own:
            if groups[c] != "unknown" or len(own) > 1:
                shares[groups[c], c.party].append(_figure(event, Count.of(c.low, c.high, c.kind), spoken, [c]))
            for part in c.parts:
                shares[part.group, c.party].append(_figure(event, Count.of(part.low, part.high, "exact"), spoken, []))
    if not totals:  # only figures shared with other incidents: some of those people, perhaps all
        totals = [_figure(e, Count.of(0, c.high, "at_most"), spoken, []) for e in members for c in entries[e.key]]
    folded = fold(totals)
    return Toll(
        outcome=outcome,
        low=folded.people.low,
        high=folded.people.high,
        state=folded.state,
        sides=tuple((s.low, s.high) for s in folded.sides),
        groups=_groups(shares, folded),
        claims=tuple(_claims(members, entries, spoken, folded.dropped)),
    )


def _sum(entries: Sequence[Casualty]) -> Count:
    out = Count(0, 0)
    for c in entries:
        out = out.plus(Count.of(c.low, c.high, c.kind))
    return out


def _figure(event: Event, people: Count, spoken: Spoken, entries: Sequence[Casualty]) -> Figure:
    split: tuple[Count, ...] = ()
    if len(entries) == 1 and entries[0].disputed:
        c = entries[0]
        found = {Count.of(a.low, a.high, a.kind) for a in c.also} | {Count(c.low, c.low)}
        split = tuple(found | ({Count.of(c.high, c.high, "exact")} if c.high is not None else set()))
    return Figure(people, spoken[event.key], event.article.published, event.key, split)


def _group(c: Casualty, event: Event, parties: Sequence[Actor], issues: list[Issue]) -> PartGroup:
    """The group of a figure. A party's word for those it harmed is no finding: they stay unknown (Airwars)."""
    claims = [k for k in event.incident.claims if k.modality != "denied"]
    if c.group != "combatants" or not claims or not all(side_of(k, parties) for k in claims):
        return c.group
    own = {k.speaker.id for k in claims if k.speaker is not None}
    if c.party is not None and c.party in own:
        return c.group
    message = f"Only a party to the conflict calls those {c.outcome} combatants; their status stays unknown."
    issue = Issue(code="label_of_a_party", message=message)
    if issue not in issues:
        issues.append(issue)
    return "unknown"


def _groups(shares: dict[Share, list[Figure]], whole: Folded) -> tuple[GroupToll, ...]:
    """Shares of the toll. Where one group only is told of, reports that name a party and those that do not mean the same people."""
    named = {group for group, _ in shares if group in ("civilians", "combatants")}
    events = {group: {f.key for (g, _), found in shares.items() if g == group for f in found} for group in named}
    rival = len(named) == 2 and not events["civilians"] & events["combatants"]
    out: list[GroupToll] = []
    merged: dict[Share, list[Figure]] = defaultdict(list)
    for (group, party), figures in shares.items():
        known = sorted({p for g, p in shares if g == group and p is not None})
        merged[group, party or (known[0] if len(known) == 1 else None)] += figures
    for (group, party), figures in sorted(merged.items(), key=lambda one: (one[0][0], one[0][1] or "")):
        folded = fold(figures)
        if rival and group in named:  # one report's civilians are the other's combatants
            out.append(GroupToll(group=group, party=party, low=0, high=whole.people.high, state="disputed"))
        else:
            out.append(
                GroupToll(group=group, party=party, low=folded.people.low, high=folded.people.high, state=folded.state)
            )
    return tuple(out)


def _claims(
    members: Sequence[Event], entries: dict[str, list[Casualty]], spoken: Spoken, dropped: frozenset[str]
) -> Iterable[FigureClaim]:
    for event in members:
        for c in entries[event.key]:
            figures: tuple[Casualty | Figured, ...] = (c, *c.also)
            for figure in figures:
                yield FigureClaim(
                    article=event.article.id,
                    voices=spoken[event.key],
                    group=c.group,
                    party=c.party,
                    low=figure.low,
                    high=figure.high,
                    kind=figure.kind,
                    shared=c.shared,
                    current=event.key not in dropped,
                    published=event.article.published,
                    text=figure.text,
                    evidence=figure.evidence,
                )


def _conserved(toll: Toll) -> list[Issue]:
    """Shares against the toll: those of disjoint groups may not sum to more, and none may be larger."""
    if toll.high is None:
        return []
    disjoint = sum(
        g.low for g in toll.groups if g.group in ("civilians", "combatants", "unknown") and g.state != "disputed"
    )
    over = [g for g in toll.groups if g.low > (toll.high or 0)]
    if disjoint <= toll.high and not over:
        return []
    what = (
        f"the groups come to {disjoint}" if disjoint > toll.high else f"{over[0].low} {over[0].group} are more than all"
    )
    return [Issue(code="parts_over_total", message=f"{toll.outcome}: {what}, the total is at most {toll.high}.")]
