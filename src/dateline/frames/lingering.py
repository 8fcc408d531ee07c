"""Deaths and burials after the day of the deed: "succumbed to his wounds on Monday"."""

import re

from dateline.frames.reading import Reading
from dateline.packs.stretches import stretches


def later_death(r: Reading, first: int, last: int) -> bool:
    """ "succumbed to his wounds on Monday", "died in hospital on Friday": the day of the death is not that of the deed."""
    low = r.view.low[first : last + 1]
    if "toll" in low and not {"died", "succumbed"}.intersection(low[: low.index("toll")]):
        return False  # "The toll of Thursday's attack has risen to nine after two soldiers succumbed"
    if first == 0 and last == len(r.view) - 1 and re.search(r"\b(?:buried|to rest) (?:by|on|in)\b", " ".join(low)):
        return True  # "Twenty people, all shot at close range, had been buried by Tuesday"
    if any(w.startswith("succumb") for w in low) or ("last" in low and any(w.startswith("breathe") for w in low)):
        return True
    if low[1:4] in (["of", "the", "wounded"], ["of", "the", "injured"]) and "died" in low[4:7]:
        return True  # "Two of the wounded died on Tuesday"
    return any(
        w == "died" and _TENDED & (behind := set(_until_stop(low[k + 1 : k + 7]))) and behind.isdisjoint(_AT_ONCE)
        for k, w in enumerate(low)
    )


_TENDED = frozenset({"hospital", "wounds", "injuries", "clinic"})
_AT_ONCE = frozenset({"before", "way", "route"})  # "died before reaching hospital": on the day of the deed


def _until_stop(low: list[str]) -> list[str]:
    return low[: next((k for k, w in enumerate(low) if w in ("and", ",", ";", "while")), len(low))]


def is_burial(r: Reading, first: int, last: int) -> bool:
    """ "Sixteen people were buried on Monday": the day of the funeral."""
    low = set(r.view.low[first : last + 1])
    return bool({"buried", "funeral", "funerals"} & low) and low.isdisjoint(stretches().accidents.under)
