"""Whom "the rebels" and "its fighters" mean: the one group that the lines before name."""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from dateline.frames.reading import Reading
from dateline.mentions.parties import Party
from dateline.packs.actors import ActorEntry, kind_on
from dateline.packs.kit import Kit

_AGAINST_A_STATE = frozenset("insurgents rebels separatists guerrillas guerillas".split())

_REACH = 2
"""A group is meant at most so many sentences on, in its own paragraph or the next."""

_POINTING = frozenset("the these those its their".split())
_BACK = frozenset(
    "militants militant rebels rebel insurgents insurgent fighters fighter gunmen attackers assailants raiders guerrillas guerillas militiamen terrorists terrorist jihadists islamists separatists extremists gang militia".split()
)


def point_back(readings: Iterable[Reading], kit: Kit, day: dt.date | None = None) -> None:
    """Give each such mention the names of the group it means, in the order of the text. Two groups at hand: neither. ``day``: of
    publication, if known."""
    named: list[tuple[int, int, Party]] = []
    known: set[str] = set()
    for r in readings:
        if r.sentence.block == "headline":
            continue
        for k, p in enumerate(r.parties):
            here = [x for x in named if r.index - x[0] <= _REACH and r.sentence.paragraph - x[1] <= 1]
            if _is_group(p, kit, day):
                if not _beside_state(r, k):
                    named.append((r.index, r.sentence.paragraph, p))
            elif _points(r, p):
                meant = _only([x[2] for x in here], p, kit)
                if meant is not None and r.view.low[p.head] not in known:
                    r.parties[k] = msgspec.structs.replace(p, names=meant.names, kind="named")
                    named.append((r.index, r.sentence.paragraph, r.parties[k]))
            elif p.kind == "armed" and not p.suspected:
                known.add(r.view.low[p.head])  # "gunmen": others, brought in without a name
        r.party_at = {i: p for p in r.parties for i in range(p.first, p.last + 1)}


def lead_on(readings: Iterable[Reading]) -> None:
    """ "The fighters of the Front carried out these attacks:" and below it "1. At dawn they shelled …": whom "they" means in the items."""
    lead: Party | None = None
    for r in readings:
        if r.sentence.block != "item":
            open_list = r.sentence.text.rstrip().endswith(":")
            lead = (
                next((p for p in r.parties if p.armed and r.view.base(p.head) == "nsubj"), None) if open_list else None
            )
            continue
        k = next((k for k, w in enumerate(r.view.low) if w == "they"), None)
        if lead is not None and k is not None and not any(p.armed and p.first < k for p in r.parties):
            _stand_in(r, k, lead)


def speak(readings: Iterable[Reading]) -> None:
    """Give each "we" that does something a party of its own, in the statement of an armed group."""
    for r in readings:
        for k, word in enumerate(r.view.low):
            if word == "we" and r.view.base(k) == "nsubj":
                start, end = r.view.starts[k], r.view.ends[k]
                _stand_in(r, k, Party("armed", k, k, k, start, end, word, noun="armed men"))


def _stand_in(r: Reading, k: int, p: Party) -> None:
    """Add what the pronoun at ``k`` means as a party at that place."""
    start, end = r.view.starts[k], r.view.ends[k]
    p = msgspec.structs.replace(p, first=k, last=k, head=k, start=start, end=end, text=r.sentence.text[start:end])
    r.parties = sorted([*r.parties, p], key=lambda q: q.first)
    r.party_at[k] = p


def _points(r: Reading, p: Party) -> bool:
    low = r.view.low
    if p.kind == "state" and low[p.first] == "its" and p.head == p.first + 1 and not (p.names or p.forces or p.country):
        return not any(q.kind == "state" and q.last < p.first for q in r.parties)  # "its soldiers looted homes"
    if p.kind == "anaphor":
        return not (p.names or p.forces or p.country or p.sponsor) and low[p.first] == "the"
    if p.noun == "armed groups" and low[p.head] == "group" and low[p.first] == "the":  # "the Lebanese armed group"
        return not (p.names or p.forces or p.sponsor or p.unidentified) and p.last == p.head
    return (
        p.kind == "armed"
        and all(n.local for n in p.names)
        and not (p.forces or p.country or p.sponsor or p.unidentified)
        and low[p.head] in _BACK
        and low[p.first] in _POINTING
        and p.head - p.first <= (2 if low[p.first + 1] in ("same", "armed") else 1)
        and low[p.head + 1 : p.head + 2] not in (["of"], ["from"], ["loyal"])
        and (low[p.head + 1 : p.head + 2] != ["who"] or low[p.first] in ("its", "their"))
    )


def _no_state(e: ActorEntry, day: dt.date | None) -> bool:
    """Not an arm of a state, or not on that ``day``: the Taliban before they took Kabul."""
    return e.state is None or (day is not None and kind_on(e, day) in ("rebel_group", "political_militia"))


def _is_group(p: Party, kit: Kit, day: dt.date | None) -> bool:
    """A listed group that is no arm of a state."""
    return any(not n.local and _no_state(kit.actors.by_id[n.actor], day) for n in p.names) and not p.forces


def _beside_state(r: Reading, k: int) -> bool:
    """ "soldiers and the Volunteers": on the state's side, not whom its reports call "the attackers"."""
    p = r.parties[k]
    return any(
        q.kind == "state" and 0 <= p.first - q.last - 1 <= 6 and "and" in r.view.low[q.last + 1 : p.first]
        for q in r.parties[:k]
    )


def _only(found: Sequence[Party], p: Party, kit: Kit) -> Party | None:
    """The one group among those named, unless its kind forbids the word."""
    ids = {n.actor for q in found for n in q.names if not n.local}
    if not found or any({n.actor for n in q.names if not n.local} != ids for q in found):
        return None
    return found[-1] if any(_may_be(kit.actors.by_id[i], p) for i in ids) else None


def _may_be(e: ActorEntry, p: Party) -> bool:
    kind = e.kind if isinstance(e.kind, str) else e.kind[-1].kind
    word = (p.noun or "").split(" ")[-1]
    if word in _AGAINST_A_STATE:
        return kind == "rebel_group" or (not isinstance(e.kind, str) and any(k.kind == "rebel_group" for k in e.kind))
    if kind in ("state_forces", "external_forces"):
        return False
    return word not in ("gangs", "gang", "members") or kind == "political_militia"
