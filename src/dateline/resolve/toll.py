"""Figures of one incident to casualty entries that may be added: retellings meet, rivals span, revisions replace."""

from dataclasses import dataclass, field

from dateline.frames.frame import Count, Frame
from dateline.mentions.numbers import Number
from dateline.packs.tolls import tolls
from dateline.model.incident import Casualty, CountKind, Figure, Group, Outcome, Part

_REVISED = frozenset({"updated", "revised", "lowered", "corrected"})
_GROWN = frozenset("rose risen rises climbed climbs increased mounted grew raised reached jumped".split())
_SINCE = frozenset({"later", "now"})
_COUNTS = frozenset({"toll", "figure", "number", "count", "put", "gave", "said", "says", "dead", "died", "confirmed"})
_LOST = frozenset("lost lose loses losing losses".split())
Range = tuple[int, int | None]


@dataclass
class Telling:
    """One figure as one sentence tells it."""

    outcome: Outcome
    number: Number
    group: Group
    side: str | None
    party: str | None
    speaker: str | None
    revised: bool
    another: bool
    frame: int
    text: str
    own: bool = False
    grown: bool = False
    dated: bool = False
    partial: bool = False


@dataclass
class Entry:
    """One set of victims with every figure given for it."""

    outcome: Outcome
    group: Group
    side: str | None
    party: str | None
    low: int
    high: int | None
    kind: CountKind
    best: Telling
    also: list[Telling] = field(default_factory=list)
    disputed: bool = False
    parts: list[Part] = field(default_factory=list)


def meet(one: Range, two: Range) -> Range | None:
    """The range that both allow, or null where they allow none."""
    low = max(one[0], two[0])
    highs = [h for h in (one[1], two[1]) if h is not None]
    high = min(highs) if highs else None
    return None if high is not None and high < low else (low, high)


def widened(n: Number) -> Range:
    """The range for comparing: "about N" is N ± 10 %, at least 1 either way."""
    if n.kind == "about" and n.high is not None:
        slack = max(1, round(n.high * 0.1))
        return max(0, n.low - slack), n.high + slack
    return n.low, n.high


_RANKS = frozenset({"leader", "leaders", "commander", "commanders", "operative", "operatives", "followers"})


_MEMBERS = frozenset({"member", "members", "men", "man", "affiliates"})
_DOUBTED = frozenset({"alleged", "suspected", "presumed", "supposed", "purported", "accused"})


def tell(frame: Frame, c: Count, at: int, side: str | None, party: str | None, speaker: str | None) -> Telling:
    """A count with what its sentence says around it."""
    words = set(frame.reading.view.low)
    group: Group = "unknown"
    if c.number.group in ("civilians", "combatants", "unknown"):
        group = c.number.group
    if c.group in ("civilians", "combatants"):
        group = c.group
    if group == "civilians" and c.party is not None and c.party.armed and (c.number.noun or "").lower() in _RANKS:
        group = "combatants"  # "a leader of the cartel"
    if (
        group == "unknown"
        and c.party is not None
        and c.party.kind == "named"
        and (c.number.noun or "").lower() in _MEMBERS
    ):
        group = "unknown" if c.party.suspected or _DOUBTED & words else "combatants"
    return Telling(
        c.outcome,
        c.number,
        group,
        side,
        party,
        speaker,
        bool(words & _REVISED) or bool(words & _SINCE and words & _COUNTS),
        c.number.another or _next_blow(frame, c),
        at,
        _words(frame, c.number),
        c.group == "combatants" and not _LOST.isdisjoint(frame.reading.view.low[max(0, c.token - 3) : c.token]),
        bool(words & _GROWN),
        _dated(frame, c),
        _partial(frame, c),
    )


def _dated(frame: Frame, c: Count) -> bool:
    """ "A rights group earlier put the death toll at 110": said before more was known."""
    low, words = frame.reading.view.low, tolls().totals
    said = range(max(1, c.token - 10), c.token)
    return any(low[k] in words.put and low[k - 1] in words.before for k in said)


def _partial(frame: Frame, c: Count) -> bool:
    """ "The hospital received 6 bodies and 24 wounded": those that one place or speaker had to do with."""
    low = frame.reading.view.low
    near = {*low[max(frame.first, c.token - 6) : c.token], *low[c.token + 1 : min(frame.last + 1, c.token + 8)]}
    if c.number.kind != "exact" or tolls().totals.partly.isdisjoint(near):
        return False
    return c.outcome == "injured" or (c.number.noun or "").lower().split(" ")[-1] in ("bodies", "corpses", "dead", "body")


def _next_blow(frame: Frame, c: Count) -> bool:
    """ "a second shell, minutes later, killed two": others than those of the first."""
    before = frame.reading.view.low[frame.first : c.token]
    return any(w in ("second", "third", "another") for w in before[:6]) and frame.has("kill", "bomb", "shell", "air")


def _words(frame: Frame, n: Number) -> str:
    start, end = n.span
    offset = frame.reading.offset
    return frame.reading.sentence.text[start - offset : end - offset] if start >= offset else n.text


def entries(tellings: list[Telling]) -> list[Entry]:
    """Fold the tellings of one incident, in order, into entries that never overlap."""
    out: list[Entry] = []
    for t in tellings:
        if (
            t.number.of_them
            and t.number.noun is None
            and not _hurt_before(t)
            and any(e.outcome == t.outcome and (e.high is None or e.high >= t.number.low) for e in out)
        ):
            continue  # some of those counted already
        if t.number.high == 0 and _own_losses(t) and any(e.outcome == "killed" and e.high != 0 for e in out):
            continue  # "The army suffered no losses", beside those whom it killed
        if t.number.of_them and t.outcome == "killed":
            _died_later(t.number, out)
        home = _home(t, out)
        if (
            home is not None
            and not t.number.numeral
            and t.number.low == t.number.high == 1
            and (home.low > 1 or home.high is None)
            and t.frame != home.best.frame
        ):
            continue  # one of those counted already
        if home is None:
            out.append(
                Entry(
                    t.outcome,
                    t.group,
                    t.side,
                    t.party,
                    t.number.low,
                    t.number.high,
                    t.number.kind,
                    t,
                    parts=_parts(t.number),
                )
            )
        else:
            _fold(home, t)
    killed = [e for e in out if e.outcome == "killed"]
    out = [e for e in out if not (e.outcome in ("abducted", "detained") and any(_same_people(e, k) for k in killed))]
    order = ("killed", "injured", "missing", "abducted", "detained", "displaced")
    return sorted(out, key=lambda e: order.index(e.outcome))


def _died_later(n: Number, out: list[Entry]) -> None:
    """ "wounding six, two of whom later died": four are left of the wounded."""
    e = next((e for e in out if e.outcome == "injured" and e.low == e.high and e.low > n.low == n.high), None)
    if e is not None:
        e.low = e.high = e.low - n.low


def _own_losses(t: Telling) -> bool:
    words = t.text.lower().split()
    return bool({"loss", "losses"} & set(words)) and "of" not in words


def _same_people(taken: Entry, killed: Entry) -> bool:
    """ "The two had been dragged from their homes": those taken are those found killed."""
    n = taken.best.number
    if n.span == killed.best.number.span:
        return True
    return (n.definite or n.noun is None) and (taken.low, taken.high) == (killed.low, killed.high)


def _home(t: Telling, out: list[Entry]) -> Entry | None:
    """The entry that tells of the same victims."""
    same = [e for e in out if e.outcome == t.outcome]
    zero = t.number.high == 0
    for e in same:
        if e.best.frame == t.frame and e.best.number is not t.number and not zero:
            continue
        if t.another and e.best.frame != t.frame and not meet((e.low, e.high), widened(t.number)):
            continue
        if t.own and not e.best.own and not meet((e.low, e.high), widened(t.number)):
            continue  # "the patrol lost two men", beside those it killed
        if t.side != e.side and t.side is not None and e.side is not None:
            continue
        if _hurt_before(t) or (_sort(t) and _sort(e.best) and _sort(t) != _sort(e.best) and not zero):
            continue
        if {t.group, e.group} == {"civilians", "combatants"} and not zero:
            continue
        if t.side is None and e.side is not None and t.group == "civilians":
            continue
        return e
    return None


def _hurt_before(t: Telling) -> bool:
    """ "Three of the injured later died": others than those killed at once."""
    return t.outcome == "killed" and t.number.of_them and t.text.lower().endswith(("injured", "wounded", "hurt"))


def _sort(t: Telling) -> str | None:
    """On which side the noun puts armed men: "40 attackers" are none of "four peacekeepers"."""
    if t.number.group != "combatants":
        return None
    last = (t.number.noun or "").lower().split(" ")[-1]
    return "armed" if last in tolls().people.attackers else "forces" if last in tolls().people.forces else None


def _fold(e: Entry, t: Telling) -> None:
    n = t.number
    if _outweighed(e, t):
        return
    found = meet(widened(e.best.number) if not e.also and not e.disputed else (e.low, e.high), widened(n))
    e.parts += [p for p in _parts(n) if p not in e.parts]
    if found is not None and e.disputed:
        e.also.append(t)
        return
    if found is not None and not (n.kind == "vague" and n.low > (e.high or n.low)):
        better = _narrower(t, e)
        e.also.append(e.best if better else t)
        if better:
            e.low, e.high, e.kind, e.best = n.low, n.high, n.kind, t
        if e.kind != "about":
            e.low, e.high = found if e.best.number.kind != "about" else (e.best.number.low, e.best.number.high)
        if t.group != "unknown" and e.group == "unknown":
            e.group = t.group
        return
    if (
        e.group == "unknown"
        and t.group in ("combatants", "civilians")
        and n.high is not None
        and n.high <= e.low
        and t.speaker != e.best.speaker
        and not e.disputed
    ):
        start, end = n.span
        e.parts.append(Part(group=t.group, low=n.low, high=n.high, text=t.text, evidence=(start, end)))
        return
    if t.revised or (t.grown and n.low >= e.low) or (t.speaker is not None and t.speaker == e.best.speaker):
        e.also.append(e.best)
        e.low, e.high, e.kind, e.best = n.low, n.high, n.kind, t
        return
    e.also.append(t)
    e.disputed = True
    e.low = min(e.low, n.low)
    e.high = None if e.high is None or n.high is None else max(e.high, n.high)


def _outweighed(e: Entry, t: Telling) -> bool:
    """Whether one of two figures that do not meet is only part of the other, or older: then nothing is in dispute."""
    n = t.number
    if e.disputed or meet((e.low, e.high), widened(n)):
        return False
    if t.dated or (t.partial and not e.best.partial and n.low < e.low):
        e.also.append(t)
        return True
    if e.best.dated or (e.best.partial and not t.partial and n.low > e.low):
        e.also.append(e.best)
        e.low, e.high, e.kind, e.best = n.low, n.high, n.kind, t
        return True
    return False


def _narrower(t: Telling, e: Entry) -> bool:
    """Whether the new figure says more: a closed range beats an open one, exact beats vague."""
    n = t.number
    if n.high is None:
        return e.high is None and n.low > e.low and n.kind != "vague"
    if e.high is None:
        return True
    return (n.high - n.low) < (e.high - e.low) or (e.kind == "about" and n.kind == "exact")


def _parts(n: Number) -> list[Part]:
    return [Part(group=p.group, low=p.low, high=p.high, text=p.text, evidence=(p.start, p.end)) for p in n.parts]


def casualty(e: Entry, text: str, shared: str | None = None, cumulative: bool = False) -> Casualty:
    """An entry as printed."""
    start, end = e.best.number.span
    return Casualty(
        outcome=e.outcome,
        group=e.group,
        party=e.party,
        low=e.low,
        high=e.high,
        kind=e.kind,
        disputed=e.disputed,
        also=tuple(_figure(t, text) for t in e.also),
        shared=shared,
        cumulative=cumulative,
        parts=tuple(e.parts),
        text=text[start:end],
        evidence=(start, end),
    )


def _figure(t: Telling, text: str) -> Figure:
    start, end = t.number.span
    return Figure(low=t.number.low, high=t.number.high, kind=t.number.kind, text=text[start:end], evidence=(start, end))
