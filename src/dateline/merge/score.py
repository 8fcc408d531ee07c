"""What the outcomes of a comparison come to, and the reasons in words."""

import math

from dateline.merge.compare import Outcomes, compare, contradiction
from dateline.merge.event import Event
from dateline.merge.table import table
from dateline.model.merged import Judgement, Link


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


def link(a: Event, b: Event, value: float, judgement: Judgement, outcomes: Outcomes, *more: str) -> Link:
    """The comparison as it is printed: the weightiest reasons first."""
    book = table()
    said = [(book.features[name][outcome], name) for name, outcome in outcomes.items()]
    said.sort(key=lambda one: (-abs(one[0][0]), one[1]))
    why = [f"{words} ({weight:+.1f})" for (weight, words), _ in said if words]
    return Link(left=a.label, right=b.label, judgement=judgement, score=round(value, 3), why=(*more, *why))
