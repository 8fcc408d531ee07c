"""Words of history in a stretch: "years ago", "anniversary", "has killed … since"."""

from dateline.annotate.roles import View
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stance import stance


def history_words(r: Reading, first: int, last: int, act: Trigger) -> str | None:
    """Words of history in the stretch: "years ago", "anniversary", "it will be recalled", "has killed … since"."""
    v = r.view
    low = v.low[max(0, first - 4) : last + 1]
    for hit in stance().history.find(v.low):
        if hit.first < max(0, first - 6) or hit.last > last or _of_now(v, hit.first, hit.last, act):
            continue
        words = " ".join(v.words[hit.first : hit.last + 1])
        if not words.lower().startswith(("has ", "have ")) or _long_run(low):
            return f"history: “{words}”"
    return None


def _of_now(v: View, first: int, last: int, act: Trigger) -> bool:
    """Whether words that may tell of history do not tell it of this deed."""
    words = " ".join(v.low[first : last + 1])
    worst = words in ("the worst", "the deadliest")
    return (
        (words.startswith("since ") and not _dates(v, last, act.token))
        # "fighting broke out in Falam on Sunday", not "in 1998"
        or (words in ("broke out in", "began in") and not v.words[min(last + 1, len(v) - 1)].isdigit())
        # people who march for the dead march today
        or (act.act == "protest" and words.startswith(("in memory", "commemorat", "remember", "anniversary")))
        or (words == "in the past" and _lately(v, last + 1))
        or (words in ("once", "previously", "the worst") and v.tense(act.token) != "pluperfect")
        or (worst and not (last < act.first and "since" in v.low[last : act.first]))
    )


def _dates(v: View, token: int, act: int) -> bool:
    """Whether the words at ``token`` date the deed, not something else in its sentence ("relatives missing since the war")."""
    over = next((j for j in v.chain(token) if v.pos[j] in ("VERB", "ADJ", "AUX")), None)
    return over is None or over == act or v.clause(act) == over or act in v.below(over)


def _lately(v: View, at: int) -> bool:
    """ "in the past 24 hours", "in the past few days": no history."""
    return bool({"hours", "hour", "day", "days", "minutes", "week", "night"} & set(v.low[at : at + 3]))


def _long_run(low: list[str]) -> bool:
    return any(
        w in ("since", "years", "months", "decades", "war", "conflict", "insurgency", "thousands", "far") for w in low
    )
