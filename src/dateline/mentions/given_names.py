"""A speaker by the name that it gives itself: "a group calling itself the Army of the Just claimed responsibility"."""

from dateline.annotate.roles import View
from dateline.packs.speech_words import speech_words

Name = tuple[int, int, int]  # start, end (code points), head token
_REACH = 16
_INNER = frozenset("of for in the and to al el - ' ’ de du des la le 's ’s".split())
_CUES = frozenset(
    {"called", "named", "dubbed", "known", "identified", "itself"}
)  # one of them stands in every such sentence
_HELPS = frozenset("has have had later also then since already both".split())


def self_named(view: View, verb: int) -> Name | None:
    """The name between "calling itself", "known as", "called" behind a word for a group, and the verb of speech ``verb``."""
    if _CUES.isdisjoint(view.low):
        return None
    last = verb - 1
    while last > 0 and (view.low[last] in _HELPS or (view.words[last] == "," and last == verb - 1)):
        last -= 1
    other = next((k for k in range(last, max(last - 7, 1), -1) if view.low[k - 1 : k + 1] == [",", "or"]), None)
    if other is not None and view.words[last + 1] == ",":
        last = other - 2  # "calling itself Ajnad Misr, or Soldiers of Egypt, claimed"
    return named_at(view, next((k for k in range(last, max(last - _REACH, 1), -1) if is_given(view, k)), None), last)


def named_behind(view: View, at: int) -> Name | None:
    """The name in "claimed by | a previously unknown group called the Army of the Just", the phrase beginning at ``at``."""
    first = next((k for k in range(at + 1, min(at + 8, len(view))) if is_given(view, k)), None)
    if first is None or any(view.words[k] in ",;:." for k in range(at, first)):
        return None
    return named_at(view, first, _ends(view, first))


def given_names(view: View) -> frozenset[int]:
    """The tokens of every name that the sentence gives a group: the "Soldiers" of "a group called Soldiers of Truth" are no army's."""
    if _CUES.isdisjoint(view.low):
        return frozenset()
    return frozenset(
        k for first in range(2, len(view)) if is_given(view, first) for k in range(first, _ends(view, first) + 1)
    )


def _ends(view: View, first: int) -> int:
    """The last token of the name that begins at ``first``."""
    last = first
    while last + 1 < len(view) and _of_name(view, last + 1):
        last += 1
    while last > first and view.low[last] in _INNER:
        last -= 1
    return last


def named_at(view: View, first: int | None, last: int) -> Name | None:
    """The speaker whose name begins at ``first`` and ends at ``last``, if it is written as one."""
    if first is None or last < first or not view.words[last][:1].isupper():
        return None
    if not all(_of_name(view, k) for k in range(first, last + 1)):
        return None
    head = next(k for k in range(first, last + 1) if view.words[k][:1].isupper())
    return view.starts[first], view.ends[last], head


def _of_name(view: View, k: int) -> bool:
    return view.words[k][:1].isupper() or view.low[k] in _INNER


def is_given(view: View, k: int) -> bool:
    """Whether the words right before ``k`` give a group of people its name."""
    low, words = view.low, speech_words()
    if low[k - 2 : k] in (
        ["calling", "itself"],
        ["styling", "itself"],
        ["naming", "itself"],
        ["calls", "itself"],
    ) or low[k - 2 : k] in (["known", "as"], ["identified", "as"]):
        back = k - 2
    elif low[k - 1] in ("called", "named", "dubbed"):
        back = k - 1
    else:
        return False
    back -= low[back - 1] in ("which", "that")
    back -= view.words[back - 1] == ","
    return back > 0 and low[back - 1] in words.groups
