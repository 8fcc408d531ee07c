"""Voices whose verb stands only with the voice before them: "police gave nine dead, the residents 25"."""

from collections.abc import Sequence

import msgspec

from dateline.annotate.roles import View
from dateline.mentions.speech.phrase import NOMINAL, can_speak
from dateline.mentions.speech.said import Said

_VERBS = frozenset(
    "gave give gives put puts counted counts count spoke speaks reported reports said says tallied listed cited announced".split()
)
_JOINTS = frozenset({",", ";", "and", "but", "while"})
_ABOUT = frozenset("at least about some around nearly almost more than over only just of as many perhaps up to".split())
_HARMED = frozenset({"and", "dead", "deaths", "killed", "wounded", "injured", "hurt", "in"})
_REACH = 6


def gapped(view: View, text: str, found: Sequence[Said]) -> list[Said]:
    """Every voice that a joint sets beside one before it, with nothing but a figure of its own: it says so with the verb of the first."""
    out: list[Said] = []
    for k in range(4, len(view)):
        if view.tag[k] != "CD":
            continue
        last = k - 1
        while last > 1 and view.low[last] in _ABOUT:
            last -= 1
        that = view.low[last] == "that"  # "the ministry said 12 had died and the opposition that 30 had died"
        last -= that
        first = _opens(view, last) if that or _ends(view, k + 1) else None
        if first is None or "CD" not in view.tag[max(0, first - 14) : first]:
            continue
        said = next((s for s in reversed(found) if s.token < first - 1 and s.speaker), None)
        if said is None or view.low[said.token] not in _VERBS or "CD" not in view.tag[said.token : first]:
            continue
        start, end = view.starts[first], view.ends[last]
        out.append(
            msgspec.structs.replace(
                said, speaker=text[start:end], start=start, end=end, head=last, token=last, pronoun=False, target=None
            )
        )
    return out


def _ends(view: View, k: int) -> bool:
    """Whether nothing that could be counted stands behind the figure."""
    return k >= len(view) or view.words[k] in (",", ".", ";", ")", "”") or view.low[k] in _HARMED


def _opens(view: View, last: int) -> int | None:
    """The first token of the phrase that ends at ``last``, right behind a joint; null where it names nobody who can speak."""
    if view.pos[last] not in ("NOUN", "PROPN", "ADJ") or not can_speak(view, last):
        return None
    k = last
    while k > 0 and last - k < _REACH and view.pos[k] in NOMINAL - {"NUM", "CCONJ"} and view.low[k] not in _JOINTS:
        k -= 1
    return k + 1 if view.low[k] in _JOINTS and k < last else None
