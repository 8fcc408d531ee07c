"""What a number of the text says: the range, what it counts, and its parts."""

from typing import Literal

import msgspec

from dateline.mentions.counted import Head, Sex
from dateline.mentions.quantities import Quantity
from dateline.mentions.tokens import Tokens
from dateline.model.incident import CountKind, Group, Outcome, PartGroup

Zero = Literal["all", "killed", "injured"]


class PartDraft(msgspec.Struct, frozen=True):
    """A share of a number: "including two children". ``start``/``end`` are code points of the article."""

    group: PartGroup
    low: int
    high: int | None
    start: int
    end: int
    text: str


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number of the text. ``start``–``end`` is the quantifier phrase ("at least 14"), or the whole noun phrase where no number is
    written ("a shepherd"); ``noun_start``–``noun_end`` the head noun. All offsets are code points of the article, end exclusive.

    ``use`` is "count" when it may count people (``people``: the noun says so; no noun: nothing says otherwise), else what it
    counts or is. ``of_them``: a share of people told before; ``definite``: people told before; ``as_many``: repeats the number
    before it; ``part_of``: stands in another number's ``parts``; ``zero``: which outcomes the words rule out; ``outcome``: what
    the noun itself tells ("22 wounded").
    """

    start: int
    end: int
    text: str
    low: int
    high: int | None
    kind: CountKind
    use: str = "count"
    noun: str | None = None
    noun_start: int | None = None
    noun_end: int | None = None
    group: Group | None = None
    part: PartGroup | None = None
    sex: Sex | None = None
    child: bool = False
    outcome: Outcome | None = None
    people: bool = False
    things: bool = False
    numeral: bool = True
    of_them: bool = False
    another: bool = False
    definite: bool = False
    bare: bool = False
    all: bool = False
    as_many: bool = False
    carried: bool = False
    part_of: bool = False
    zero: Zero | None = None
    parts: tuple[PartDraft, ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        """The phrase with its noun: "at least 14 people"."""
        return self.start, max(self.end, self.noun_end or self.end)


class Found(msgspec.Struct, frozen=True):
    """A number with its tokens: ``first`` to ``end`` (exclusive) of the phrase with its noun, ``open`` where the phrase after
    the quantifier goes on, ``share`` what kind of share it is."""

    number: Number
    first: int
    end: int
    quantity: Quantity | None = None


def made(tk: Tokens, offset: int, first: int, end: int, noun: Head | None, **fields: object) -> Number:
    """A number whose phrase is the tokens ``first`` to ``end``, with what its noun tells."""
    known: dict[str, object] = {}
    if noun is not None:
        a, b = tk.start[noun.first], tk.end[noun.end - 1]
        n = noun.noun
        known = {
            "noun": tk.text[a:b], "noun_start": a + offset, "noun_end": b + offset, "group": noun.group, "part": noun.part, "sex": n.sex,
            "child": n.child, "outcome": n.outcome, "people": n.people, "things": not n.people,
        }  # fmt: skip
        if noun.others:
            known |= {"sex": None, "child": False}
    a, b = tk.start[first], tk.end[end - 1]
    return msgspec.convert({"start": a + offset, "end": b + offset, "text": tk.text[a:b], **known, **fields}, Number)
