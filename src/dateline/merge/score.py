"""What the outcomes of a comparison come to, and the reasons in words."""

import math

from dateline.merge.compare import Outcomes, compare, contradiction
from dateline.merge.event import Event
from dateline.merge.story import spellings
from dateline.merge.table import table
from dateline.model.merged import Judgement, Link

_COUNTER = -2.0
"""Weight from which down an outcome is evidence against."""

_SHOWN = 5
"""Words that a link shows of those that two reports share."""


def score(a: Event, b: Event) -> tuple[float, Judgement, Outcomes]:
    """The likelihood that two records tell one incident, from 0 to 1, and what follows from it. Records whose days or places
    cannot meet are never the same: a day's difference is asked about, more is ``different``."""
    book = table()
    outcomes = compare(a, b)
    sum_ = book.bias + sum(book.features[name][outcome][0] for name, outcome in outcomes.items())
    value = 1.0 / (1.0 + math.exp(-sum_))
    if contradiction(outcomes):
        value = min(value, book.same - 0.01)
    judgement: Judgement = "same" if value >= book.same else "unsure" if value >= book.unsure else "different"
    return value, judgement, outcomes


def counter(outcomes: Outcomes) -> bool:
    """Whether something says that two records are not one, and not only nothing says that they are."""
    book = table()
    return any(book.features[name][outcome][0] <= _COUNTER for name, outcome in outcomes.items())


def link(a: Event, b: Event, value: float, judgement: Judgement, outcomes: Outcomes, *more: str) -> Link:
    """The comparison as it is printed: the weightiest reasons first."""
    book = table()
    said = [(book.features[name][outcome], name) for name, outcome in outcomes.items()]
    said.sort(key=lambda one: (-abs(one[0][0]), one[1]))
    why = [
        f"{words}{_shared(a, b) if name == 'words' and weight > 0 else ''} ({weight:+.1f})"
        for (weight, words), name in said
        if words
    ]
    return Link(left=a.label, right=b.label, judgement=judgement, score=round(value, 3), why=(*more, *why))


def _shared(a: Event, b: Event) -> str:
    """The weightiest words that two reports share, as the first spells them."""
    found = a.story.shared(b.story)[:_SHOWN]
    return f": {', '.join(spellings(found, a.article.title, a.article.text))}" if found else ""
