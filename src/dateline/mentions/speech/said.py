"""One attribution: who says it, in which word, and how sure it is."""

import re
from collections.abc import Sequence

import msgspec

from dateline.annotate.roles import View
from dateline.mentions.speech.phrase import PRONOUNS, Speaker
from dateline.model.incident import Modality

_TITLES = (
    "Capt",
    "Lt",
    "Col",
    "Gen",
    "Maj",
    "Sgt",
    "Dr",
    "Brig",
    "Cpl",
    "Insp",
    "Supt",
    "Cmdr",
    "Rev",
    "Fr",
    "Prof",
    "Adm",
)
_TITLED = re.compile(r"\.(?: (?:[A-Z][\w'’-]{0,20}\.?)){1,4}(?<!\.)")
_TARGET = frozenset({"on", "to", "at"})


class Said(msgspec.Struct, frozen=True):
    """One attribution. Offsets are code points in the sentence; ``speaker`` is null for the outlet's own hedge.

    ``token`` is the cue's word; ``pronoun`` whether the speaker is only "he", "it" …, and ``meant`` who that is, once it is
    known; ``target`` the token of the party that is blamed.
    """

    modality: Modality
    cue: str
    cue_start: int
    cue_end: int
    token: int
    speaker: str | None = None
    start: int = 0
    end: int = 0
    head: int = -1
    pronoun: bool = False
    meant: str | None = None
    target: int | None = None

    def start_token(self, view: View) -> int:
        """The token with which the speaker's phrase begins; that of the cue where there is none."""
        return (
            next((k for k in range(len(view)) if view.starts[k] >= self.start), self.token)
            if self.speaker
            else self.token
        )

    def content(self, low: Sequence[str]) -> int:
        """The token at which what is said begins, behind the cue and "that"; ``low``: the sentence's words in lower case."""
        at = self.token + 1
        return at + 1 if at < len(low) and low[at] == "that" else at


def attribution(view: View, text: str, modality: Modality, first: int, last: int, found: Speaker | None) -> Said:
    start, end = view.starts[first], view.ends[last]
    target = None
    if modality == "alleged":
        target = view.object(first) if not view.kids(first, "aux:pass") else view.subject(first)
        for prep, noun in view.preps(first):
            if prep in _TARGET and view.low[first].startswith(("blame", "attribut", "point", "pin")):
                target = noun
    base = Said(modality, text[start:end], start, end, first, target=target)
    if found is None:
        return base
    head = found[2]
    found = _trimmed(view, text, found)
    return msgspec.structs.replace(
        base,
        speaker=text[found[0] : found[1]],
        start=found[0],
        end=found[1],
        head=head,
        pronoun=view.low[head] in PRONOUNS,
    )


def _trimmed(view: View, text: str, found: Speaker) -> Speaker:
    """Without "by" before and an adverb behind ("| the party | energetically denied"), with the name behind a title cut short
    ("spokesman Capt | . Ana Ruiz")."""
    start, end, head = found
    start += 3 * text[start:].lower().startswith("by ")
    start += 5 * text[start:].lower().startswith("said ")
    if (named := _TITLED.match(text, end)) is not None and text[start:end].endswith(_TITLES):
        end = named.end()
    last = view.token_at(end - 1)
    if last is not None and last > head and view.tag[last] == "RB" and view.words[last].endswith("ly"):
        end = view.ends[last - 1]
    return start, end, head
