"""Two records held against each other, feature by feature. Each function names one outcome of the table in ``merge.yml``."""

from collections.abc import Callable

from dateline.merge.event import Event, same_parts
from dateline.merge.meet import WINDOW, Count, Days
from dateline.merge.table import families, kinship

_FEW = 3
"""Figures up to this are common: agreeing on one says less."""

_LIKE = (
    ("most", 0.28, 5),
    ("many", 0.2, 4),
    ("several", 0.15, 3),
    ("some", 0.1, 2),
    ("few", 0.06, 1),
    ("odd", 0.03, 1),
)
"""Likeness, and words in common, from which on two stories are so much alike."""

_UNLIKE = ("apart", "unknown", "inside")
"""Relations of two places that a name in the text may overrule, where one of them is no town that was found."""

_MONTH = 31
"""Days."""

_CIVILIANS = "civilians"

Outcomes = dict[str, str]


def compare(a: Event, b: Event) -> Outcomes:
    """Feature -> outcome, in the order of the table."""
    return {name: find(a, b) for name, find in FEATURES.items()}


def _day(a: Event, b: Event) -> str:
    gap = a.days.gap(b.days)
    if gap:
        return "adjacent" if gap == 1 else "apart"
    if not (_bounded(a.days) and _bounded(b.days)):
        return _open(a.days, b.days)
    return "same" if a.days == b.days and a.days.lo == a.days.hi else "meets"


def _open(a: Days, b: Days) -> str:
    """Where one report only says by when. News is told within days: what is told weeks apart is seldom one incident."""
    if a.hi is None or b.hi is None:
        return "unknown"
    gap = abs(a.hi - b.hi)
    return "open" if gap <= WINDOW else "late" if gap <= _MONTH else "long"


def _bounded(days: Days) -> bool:
    return days.lo is not None and days.hi is not None


def _place(a: Event, b: Event) -> str:
    relation = a.area.relation(b.area)
    if relation in _UNLIKE and not (a.area.firm and b.area.firm) and (_names(a, b) or _names(b, a)):
        return "named"
    within = ("exact", "landmark", "neighbourhood")
    return "site" if relation == "same" and a.area.precision in within and b.area.precision in within else relation


def _names(a: Event, b: Event) -> bool:
    """Whether one report names the other's place, whatever place was read in it."""
    return bool(b.area.spelled) and b.area.spelled <= a.story.words


def _site(a: Event, b: Event) -> str:
    return _sets(a.site, b.site)


def _type(a: Event, b: Event) -> str:
    one, two = a.incident.type, b.incident.type
    if one == two:
        return "same"
    shared = set(families().get(one, ())) & set(families().get(two, ()))
    if (
        {one, two} == {"armed_clash", "killing"}
        and {_CIVILIANS} in (_harmed(a), _harmed(b))
        and _harmed(a) != _harmed(b)
    ):
        return "beside"
    return kinship().get((one, two), "loose") if shared else "far"


def _actor(a: Event, b: Event) -> str:
    return _sets(a.actors, b.actors)


def _target(a: Event, b: Event) -> str:
    """Who was hit; where neither names a force, the group of those harmed."""
    if not a.targets and not b.targets:
        return "same" if _harmed(a) & _harmed(b) else "unknown"
    return _sets(a.targets, b.targets)


def _harmed(event: Event) -> set[str]:
    return {c.group for c in event.incident.casualties if c.group != "unknown"}


def _killed(a: Event, b: Event) -> str:
    return _counts(a.killed, b.killed)


def _injured(a: Event, b: Event) -> str:
    return _counts(a.injured, b.injured)


def _taken(a: Event, b: Event) -> str:
    """How many were taken captive or into custody. One more arrest is made soon, so small numbers tell nothing apart."""
    found = _counts(a.taken, b.taken)
    few = any(c and c.low <= _FEW for c in (a.taken, b.taken))
    return "unknown" if few and found in ("close", "apart") else found


def _counts(a: Count | None, b: Count | None) -> str:
    if a is None or b is None:
        return "unknown"
    if a == b and a.high:  # that nobody was hurt is said of many
        return "figure" if a.low > _FEW else "few"
    if a.meet(b) is not None:
        return "meets"
    low, high = sorted((a.low if a.high is None else a.high, b.low if b.high is None else b.high))
    return "close" if high - low <= _FEW or high <= 2 * low else "apart"


def _victims(a: Event, b: Event) -> str:
    """Names of those harmed. Different ones tell two incidents apart only where nobody else died."""
    if any(
        x == y or set(x.split()) <= set(y.split()) or set(y.split()) <= set(x.split()) for x in a.named for y in b.named
    ):
        return "same"
    return "other" if _all_named(a) and _all_named(b) else "unknown"


def _all_named(event: Event) -> bool:
    dead = {v.name for v in event.incident.victims if v.name and v.outcome == "killed"}
    return bool(dead) and (event.killed is None or (event.killed.high or event.killed.low) <= len(dead))


def _part(a: Event, b: Event) -> str:
    same = same_parts(a.part, b.part)
    return "unknown" if same is None else "same" if same else "other"


def _means(a: Event, b: Event) -> str:
    return _sets(a.means, b.means)


def _words(a: Event, b: Event) -> str:
    if not a.story.words or not b.story.words:
        return "unknown"
    if a.sentences & b.sentences:
        return "copy"
    like, words = a.story.like(b.story), len(a.story.words & b.story.words)
    return next((name for name, least, few in _LIKE if like >= least and words >= few), "none")


def _sets(a: frozenset[str], b: frozenset[str]) -> str:
    if not a or not b:
        return "unknown"
    return "same" if a & b else "other"


FEATURES: dict[str, Callable[[Event, Event], str]] = {
    "day": _day,
    "place": _place,
    "site": _site,
    "type": _type,
    "actor": _actor,
    "target": _target,
    "killed": _killed,
    "injured": _injured,
    "taken": _taken,
    "victims": _victims,
    "part": _part,
    "means": _means,
    "words": _words,
}


def contradiction(outcomes: Outcomes) -> str | None:
    """The feature that forbids one incident, whatever the score: days, parts of one day or places that cannot meet."""
    if outcomes["day"] in ("adjacent", "apart"):
        return "day"
    if outcomes["day"] == "same" and outcomes["part"] == "other":
        return "part"
    return "place" if outcomes["place"] == "apart" else None
