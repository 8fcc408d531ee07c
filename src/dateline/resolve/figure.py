"""One figure as its sentence tells it: for whom, by whom, and whether it adds to another, replaces it or is part of it."""

from dataclasses import dataclass

from dateline.frames.frame import Count, Frame
from dateline.mentions.numbers import Number
from dateline.model.incident import Group, Outcome
from dateline.packs.tolls import tolls

_REVISED = frozenset({"updated", "revised", "lowered", "corrected"})
_GROWN = frozenset("rose risen rises climbed climbs increased mounted grew raised reached jumped".split())
_AFTER = frozenset({"followed", "ensued", "ensuing", "retaliatory", "subsequent"})
_WARDS = frozenset({"hospital", "clinic", "morgue", "mortuary"})
_SINCE = frozenset({"later", "now"})
_COUNTS = frozenset({"toll", "figure", "number", "count", "put", "gave", "said", "says", "dead", "died", "confirmed"})
_LOST = frozenset("lost lose loses losing losses".split())
_NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
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
    headline: bool = False
    late: bool = False
    rival: bool = False
    sort: str | None = None  # of those told in one breath with it, where its own noun tells none


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


_MEMBERS = frozenset({"member", "members", "men", "man", "affiliates", "bodies", "corpses", "dead"})
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
        and c.party.kind in ("named", "armed")
        and ((c.number.noun or "").lower() in _MEMBERS or (c.number.noun is None and _counts(frame, c)))
    ):
        group = "unknown" if c.party.suspected or _DOUBTED & words else "combatants"
    return Telling(
        c.outcome,
        c.number,
        group,
        side,
        party,
        None if c.rival else speaker,
        bool(words & _REVISED) or bool(words & _SINCE and words & _COUNTS) or _risen(frame, c, words),
        c.number.another or _next_blow(frame, c),
        at,
        _words(frame, c.number),
        _own_men(frame, c)
        or (c.group == "combatants" and not _LOST.isdisjoint(frame.reading.view.low[max(0, c.token - 3) : c.token])),
        bool(words & _GROWN),
        _dated(frame, c),
        _partial(frame, c),
        frame.reading.sentence.block == "headline",
        _late(frame, c),
        c.rival,
    )


def _counts(frame: Frame, c: Count) -> bool:
    """ "Ten peshmerga were killed": the number of the party's own men, by its name."""
    return c.party is not None and c.number.end == frame.reading.offset + c.party.start - 1


def _risen(frame: Frame, c: Count, words: set[str]) -> bool:
    """ "bringing the number of dead from eight to ten", "raising the toll to ten": told in full knowledge of the figure before."""
    n, totals = c.number, tolls().totals
    if frame.reading.view.low[c.token - 1] == "now" and c.token:
        return True  # "there are now ten injured"
    rising = n.text.lower().startswith("from ") and n.low == n.high
    return n.noun is None and (rising or not (totals.brings.isdisjoint(words) or totals.numbers.isdisjoint(words)))


def _late(frame: Frame, c: Count) -> bool:
    """ "The father later succumbed to his injuries": a death of somebody who was hurt."""
    behind = frame.reading.view.low[c.token : min(frame.last + 1, c.token + 9)]
    return "succumbed" in behind or ("died" in behind and not {"later", "wounds", "injuries"}.isdisjoint(behind))


def on_our_side(frame: Frame, c: Count) -> bool:
    """ "On our side seven fighters fell": of whoever speaks, beside the other side's."""
    before = frame.reading.view.low[max(0, c.token - 3) : c.token]
    return before[:1] == ["on"] and before[2:] == ["side"] and before[1] in ("our", "its", "their")


def _own_men(frame: Frame, c: Count) -> bool:
    """ "One of its own men died", "about 20 of their own were hurt", beside those they killed."""
    words = _words(frame, c.number).lower().split()
    where = frame.reading.tokens(c.number.start, c.number.end)
    low = frame.reading.view.low
    if on_our_side(frame, c):
        return True
    k = (where[1] if where is not None else c.token) + 1
    return (
        "own" in words[-3:] or words[-2:-1] == ["our"] or (low[k : k + 1] == ["of"] and low[k + 2 : k + 3] == ["own"])
    )


def _dated(frame: Frame, c: Count) -> bool:
    """ "A rights group earlier put the death toll at 110", "A first assessment spoke of six dead": said before more was known."""
    low, words = frame.reading.view.low, tolls().totals
    said = range(max(1, c.token - 10), c.token)
    if any(low[k] in words.put and not words.before.isdisjoint(low[max(0, k - 2) : k]) for k in said):
        return True
    told = [k for k in said if low[k] in words.put or low[k] == "spoken"]
    first = ("first", "initial", "preliminary", "provisional", "earlier")
    return any(
        low[k - 2 : k] == ["at", "first"]
        or (low[k - 1] == "had" and frame.reading.view.dep[k] == "root")  # "At noon he had given four dead"
        or any(low[j] in first and low[j + 1] in words.counts for j in range(frame.first, k - 1))
        for k in told
    )


def _partial(frame: Frame, c: Count) -> bool:
    """ "The hospital received 6 bodies and 24 wounded": those that one place or speaker had to do with."""
    low = frame.reading.view.low
    near = {*low[max(frame.first, c.token - 6) : c.token], *low[c.token + 1 : min(frame.last + 1, c.token + 8)]}
    if "admitted" in near and {"hospital", "clinic", "ward"}.isdisjoint(low):
        near.discard("admitted")  # "The army admitted three dead"
    if c.number.kind != "exact" or tolls().totals.partly.isdisjoint(near) or "counted" in low[c.token - 2 : c.token]:
        return False
    return c.outcome == "injured" or (c.number.noun or "").lower().split(" ")[-1] in (
        "bodies",
        "corpses",
        "dead",
        "body",
    )


def _next_blow(frame: Frame, c: Count) -> bool:
    """ "A second hospital reported five dead", "a second shell, minutes later, killed two", "six died in the clashes that followed": others than those of the first."""
    before = frame.reading.view.low[frame.first : c.token]
    where = frame.reading.tokens(*c.number.span)
    then = frame.reading.view.low[where[1] + 1 : where[1] + 4] if where is not None else []
    if c.number.numeral and then[:1] != [] and "also" in then[: 1 + (then[0] in tolls().between.helps)]:
        return True  # "Two soldiers were also killed"
    if not _AFTER.isdisjoint(frame.reading.view.low[c.token : frame.last + 1]):
        return True
    if any(
        before[k] in ("second", "third", "another") and before[k + 1] in _WARDS for k in range(min(6, len(before) - 1))
    ):
        return True
    return any(w in ("second", "third", "another") for w in before[:6]) and frame.has("kill", "bomb", "shell", "air")


def _words(frame: Frame, n: Number) -> str:
    start, end = n.span
    offset = frame.reading.offset
    return frame.reading.sentence.text[start - offset : end - offset] if start >= offset else n.text


def hurt_before(t: Telling) -> bool:
    """ "Three of the injured later died": others than those killed at once."""
    words = t.text.lower()
    share = t.number.of_them and words.endswith(("injured", "wounded", "hurt"))
    return t.outcome == "killed" and (share or " of the injured " in words or " of the wounded " in words)


_KNOWN_DOERS = frozenset("gunmen shooters killers intruders".split())


def doers(t: Telling) -> bool:
    """ "All five attackers were killed": never among "21 people" whom they killed."""
    noun = (t.number.noun or "").lower()
    return noun in tolls().people.raiders or (t.number.definite and noun in _KNOWN_DOERS)


_HELD = frozenset("hostages hostage captives captive passengers passenger".split())


def sort(t: Telling) -> str | None:
    """On which side the noun puts armed men: "40 attackers" are none of "four peacekeepers", nor of the "21 hostages" whom they held."""
    last = (t.number.noun or "").lower().split(" ")[-1]
    if t.number.group != "combatants":
        return "held" if last in _HELD else None
    return "armed" if last in tolls().people.attackers else "forces" if last in tolls().people.forces else t.sort


def apart(t: Telling, other: Telling) -> bool:
    """Whether the nouns of two figures put their people on different sides."""
    return {sort(t), sort(other)} in ({"armed", "forces"}, {"armed", "held"})


def sort_alike(row: list[Telling]) -> None:
    """ "Six militiamen and four soldiers were dead": told in one breath, and no attackers among them, they are of one side."""
    if len(row) > 1 and {sort(t) for t in row} == {"forces", None}:
        for t in row:
            t.sort = "forces"


def nth(t: Telling) -> int | None:
    """ "an eighth person": the eighth of all."""
    words = t.text.lower().split()[:2]
    return _NTH.index(words[1]) + 2 if len(words) == 2 and words[1] in _NTH else None


_FELLOWS = frozenset("members men comrades brothers fighters martyrs heroes comrade brother fighter".split())


def ours(t: Telling) -> bool:
    """ "Two of our members fell", in a group's own paper: its men, whatever they are called."""
    words = t.text.lower().split()
    return "our" in words and words[-1] in _FELLOWS


def own_losses(t: Telling) -> bool:
    """ "The army suffered no losses": those of the one who speaks."""
    words = t.text.lower().split()
    return bool({"loss", "losses"} & set(words)) and "of" not in words
