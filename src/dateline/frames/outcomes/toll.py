"""The figure that a toll has come to, and those that it takes back or holds already."""

from dateline.frames.frame import Frame
from dateline.frames.outcomes.predicate import FINITE
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.model.incident import Outcome
from dateline.packs.tolls import tolls

HELD: list[Outcome] = ["detained"]


def risen_to(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> list[Outcome]:
    """ "The death toll from Monday's bombing outside a hotel has risen to 21": the figure that a toll has come to."""
    low = r.view.low
    came = n.text.lower().startswith("from ") or low[where[0] - 1] in (
        "to",
        "at",
        "reached",
        "reaches",
        "hit",
        "passed",
    )
    if n.noun is not None or where[0] < 2 or not came:
        return []
    rise = next(
        (
            k
            for k in range(where[0] - 1, max(frame.first, where[0] - 8) - 1, -1)
            if low[k] in tolls().totals.rises | tolls().totals.brings
        ),
        None,
    )
    if rise is None:
        return []
    said = low[frame.first : where[0]]
    again = not {"it", "that", "this"}.isdisjoint(low[max(frame.first, rise - 4) : rise])
    if (again or {"figure", "count", "tally"} & set(said)) and {"revised", "risen", "climbed", "rose"} & set(said):
        return ["killed"]  # "It has since been revised to 27"
    counted = said[said.index("number") :][:6] if "number" in said else []
    if "toll" not in said and {"dead", "deaths", "killed", "victims"}.isdisjoint(counted):
        return []
    if "toll" in low[rise : where[0]]:
        said = low[rise : where[0]]  # "Two of the wounded died, taking the toll to ten"
    if {"held", "detained", "arrested"} & set(said):
        return HELD
    return ["injured"] if {"injured", "wounded", "injury"} & set(said) else ["killed"]


def tells_rise(frame: Frame) -> bool:
    """ "By Friday morning the death toll had climbed to nine": what a toll has come to, and no deed; its day is that of the count."""
    low = frame.reading.view.low[frame.first : frame.last + 1]
    rises = any(w in tolls().totals.rises for w in low)
    return not frame.acts and bool(frame.counts) and rises and not {"toll", "it"}.isdisjoint(low)


def taken_back(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """Whether the figure is no longer true, or stands in another one that the text tells."""
    return (
        _outdated(r, where)
        or _in_toll(r, frame, where)
        or _grand_total(r, where)
        or _brought(r, frame, where)
        or _corrected(r, frame, where)
        or disbelieved(r, where)
    )


def _outdated(r: Reading, where: tuple[int, int]) -> bool:
    """ "revising an earlier toll of six": a figure that the text itself takes back."""
    before = r.view.low[max(0, where[0] - 5) : where[0]]
    given = not {"given", "put", "reported", "estimated"}.isdisjoint(before) and before[-1:] in (["as"], ["at"])
    if given and not {"first", "initially", "originally"}.isdisjoint(before):
        return True  # "The number of dead, first given as six, has risen to eleven"
    return (
        bool({"earlier", "previous", "initial", "preliminary"} & set(before))
        and before[-1:] == ["of"]
        and bool({"toll", "figure", "count", "estimate", "tally"} & set(before))
    )


def disbelieved(r: Reading, where: tuple[int, int]) -> bool:
    """ "denying accounts of seven": a figure that only others tell, and whoever tells of it does not hold true."""
    before = r.view.low[max(0, where[0] - 5) : where[0]]
    told = (
        before[-1:] == ["of"] and before[-2:-1] and before[-2] in ("accounts", "reports", "claims", "rumours", "rumors")
    )
    return bool(told) and any(
        w.startswith(("deny", "deni", "dismiss", "reject", "rebut", "refut")) for w in before[:-2]
    )


def _in_toll(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "The toll has risen to nine, after two conscripts succumbed to their wounds": two of the nine."""
    low, first = r.view.low, frame.first
    told = next((k for k in range(first, where[0]) if low[k] == "toll"), None)
    at = next(
        (k for k in range(where[0] - 1, (told or where[0]), -1) if low[k] in ("after", "when", "as", "with")), None
    )
    if told is None or at is None:
        return False
    if "of" in low[where[0] - 1 : where[0]] and not tolls().totals.found.isdisjoint(low[at : where[0]]):
        return True  # "after rescuers recovered the body of a woman"
    if any(r.view.tag[k] in FINITE for k in range(at, where[0])):
        return False
    behind = low[where[1] + 1 : where[1] + 8]
    return any(w.startswith("succumb") or w in tolls().totals.found for w in behind)


def _brought(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "Two more bodies were found, bringing the death toll to nine": two of the nine. But "gunmen killed two, bringing the toll to
    nine": the other seven are of other deeds."""
    low = r.view.low
    k = next(
        (k for k in range(frame.first, frame.last - 2) if low[k] in tolls().totals.brings and low[k - 1] == ","), None
    )
    if k is None or not tolls().totals.numbers & set(low[k + 1 : k + 7]) or "to" not in low[k + 2 : k + 18]:
        return False
    deed = any(t.act == "kill" and not t.noun and not t.weak and t.last < k for t in frame.acts)
    late = {"more", "another", "found", "recovered", "died", "succumbed"} & set(low[frame.first : k])
    total = where[0] > k and low[where[0] - 1] == "to"
    return total if deed and not late else where[1] < k and bool(late) and not _grand(low, k)


def _corrected(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "gave a toll of 31, and then revised it to 35": the first of the two."""
    low = r.view.low
    stop = min(frame.last, where[1] + 14)
    first = not {"first", "initially"}.isdisjoint(low[max(frame.first, where[0] - 4) : where[0]])
    if first and any(
        low[j] in ("then", "later", "by", "now") and "CD" in r.view.tag[j + 1 : j + 4]
        for j in range(where[1] + 1, stop)
    ):
        return True  # "first reported seven dead, then nine", "first gave three dead and by nightfall six"
    if where[0] > 1 and low[where[0] - 2 : where[0]] in (
        [",", "not"],
        ["and", "not"],
        ["rather", "than"],
        ["instead", "of"],
    ):
        return True  # "seven dead, not five"
    k = next((k for k in range(where[1] + 1, stop) if low[k] in tolls().totals.corrects), None)
    return k is not None and any(
        low[j] == "to" and r.view.tag[j + 1] == "CD" for j in range(k + 1, min(k + 8, frame.last))
    )


def _grand(low: list[str], k: int) -> bool:
    """Whether the total told from token ``k`` on is one over a period."""
    return not {"since", "year", "month", "war", "week"}.isdisjoint(low[k:])


def _grand_total(r: Reading, where: tuple[int, int]) -> bool:
    """ "…, bringing to 88 the number killed since the coup": a total over a period, beside the dead of the day."""
    low = r.view.low
    k = next((k for k in range(where[0] - 1, max(where[0] - 14, 0), -1) if low[k] in tolls().totals.brings), None)
    return k is not None and bool(tolls().totals.numbers & set(low[k + 1 : k + 14])) and _grand(low, k)
