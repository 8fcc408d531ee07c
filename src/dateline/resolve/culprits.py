"""Who did it, where the sentence that tells the deed names nobody and the one beside it does: "Two teachers were abducted on
Monday. The kidnappers …", "Gunmen came to the village at dawn. Nine people were killed."
"""

from collections.abc import Sequence

from dateline.frames.frame import Frame, Role
from dateline.frames.reading import Reading
from dateline.mentions.parties import Party
from dateline.resolve.telling.event import Event

_REACH = 2
"""The doers are meant at most so many sentences on, in the same paragraph or the next."""

_NEEDS_DOER = frozenset("kill shoot attack abduct bomb strike shell loot sexual bodies suicide".split())
_AFTER = frozenset(
    "attackers attacker assailants assailant gunmen gunman kidnappers kidnapper abductors captors raiders bandits jihadists militants insurgents killers intruders hitmen shooters".split()
)
_OTHERS = frozenset("last other remaining rival second more next".split())
_TAKERS = frozenset("kidnappers kidnapper abductors captors".split())
_CAME = frozenset(
    "came arrived burst entered surrounded stormed descended rode drove raided swept broke appeared forced invaded swooped walked turned".split()
)
_TAKEN_FOR = frozenset("thought believed suspected presumed belong belonged belonging described identified".split())
_MEN_OF = frozenset("members fighters militants men gunmen of from the a".split())
_NOT = frozenset("no not without nobody whether if".split())


def find_culprits(events: Sequence[Event], readings: Sequence[Reading]) -> None:
    """Give each event without a doer the one that the sentences right beside its own name; ``beside`` takes them."""
    told = {t.frame.reading.index: e for e in events for t in e.tellings}
    for e in events:
        if e.context != "news" or e.acts.isdisjoint(_NEEDS_DOER):
            continue
        told_of = _has_doer(e)
        if any(_by_name(x) for t in e.tellings for x in t.frame.roles):
            continue
        own = [t.frame.reading for t in e.tellings]
        for r in readings:
            p = None
            if told.get(r.index, e) is not e:
                continue
            latest = max((k for k in told if k <= r.index), default=-1)
            if own[0].index <= r.index <= own[-1].index + _REACH and _near(own[-1], r, 1) and told.get(latest) is e:
                p = _meant(r, "abduct" in e.acts, told_of)
            elif told_of:
                continue
            elif r.index == own[0].index - 1 and _near(own[0], r, 0):
                p = _arriving(r, own[0].view.low[0] == "they")
            if p is not None:
                e.beside.append(Frame(r, p.first, p.last, [], roles=[Role("a", p, None, p.head)]))
                break


_GONE = frozenset(
    "left withdrew withdrawn fled retreated abandoned pulled departed deserted vacated evacuated fleeing gone".split()
)
_HELPING = frozenset("had have has been having already earlier then also all were was".split())


def has_left(r: Reading, p: Party) -> bool:
    """ "The rebels had left": whether the verb right behind the armed party, its auxiliaries skipped, says that it is gone."""
    low, k = r.view.low, p.last + 1
    while k < len(low) and low[k] in _HELPING:
        k += 1
    return p.armed and not _GONE.isdisjoint(low[k : k + 1])


def find_gone(events: Sequence[Event], readings: Sequence[Reading]) -> None:
    """ "The army took Debre Elias on Monday. The rebels had left during the night.": who held the place that was taken."""
    told = {t.frame.reading.index for e in events for t in e.tellings}
    at = {r.index: r for r in readings}
    for e in events:
        last = e.last.reading
        r = at.get(last.index + 1)
        held = any(x.role == "b" for t in e.tellings for x in t.frame.roles)
        if "take" not in e.acts or held or r is None or r.index in told or not _near(last, r, 0):
            continue
        p = next((p for p in r.parties if has_left(r, p)), None)
        if p is not None:
            e.beside.append(Frame(r, p.first, p.last, [], roles=[Role("b", p, None, p.head)]))


def _has_doer(e: Event) -> bool:
    return any(x.role == "a" for t in e.tellings for x in t.frame.roles)


def _by_name(x: Role) -> bool:
    """Whether the doer is named, and not only called "rebels"."""
    return x.role == "a" and x.party is not None and any(not n.local for n in x.party.names)


def _near(own: Reading, r: Reading, paragraphs: int) -> bool:
    return abs(r.sentence.paragraph - own.sentence.paragraph) <= paragraphs


def _meant(r: Reading, abducted: bool, told_of: bool) -> Party | None:
    """ "The attackers", where they are said to do something, with whom they are taken for ("The assailants are thought to belong to
    CODECO", "were ADF fighters"); only those, where the doer is ``told_of``."""
    low = r.view.low
    for p in r.parties:
        if p.kind != "armed" or low[p.head] not in _AFTER or low[p.first] not in ("the", "their", "his", "her", "its"):
            continue
        if low[p.head] in _TAKERS and not abducted:
            continue
        if r.view.tag[p.last + 1 : p.last + 2][:1] not in (
            ["VBD"],
            ["VBZ"],
            ["VBP"],
            ["MD"],
            ["VBN"],
            ["VB"],
            ["WP"],
            [","],
            ["RB"],
        ):
            continue
        if (
            p.head - p.first > 3
            or not _OTHERS.isdisjoint(low[p.first : p.head])
            or not _NOT.isdisjoint(low[max(0, p.first - 3) : p.head + 3])
        ):
            continue
        after = next((q for q in r.parties if p.last < q.first <= p.last + 8 and q.names and q.kind != "state"), None)
        between = low[p.last + 1 : after.first] if after is not None else []
        if not _TAKEN_FOR.isdisjoint(between) or (
            between[:1] in (["were"], ["are"]) and _MEN_OF.issuperset(between[1:])
        ):
            return after
        return None if told_of else p
    return None


def _arriving(r: Reading, they: bool) -> Party | None:
    """The one party of the sentence before, where it comes to the place, or where "they" can only be its men."""
    armed = [p for p in r.parties if p.armed]
    if len(armed) != 1:
        return None
    p = armed[0]
    near = r.view.low[p.last + 1 : p.last + 8]
    came = not _CAME.isdisjoint(near) and (p.first <= 6 or they)
    return p if came and _NOT.isdisjoint(r.view.low) else None
