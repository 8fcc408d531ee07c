"""All articles against their gold: what was found, what was history told as news, and how right the rest is."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from dateline.evaluate.align import assign
from dateline.evaluate.compare import Pair, sums
from dateline.evaluate.gold import GoldArticle, GoldIncident, read_gold
from dateline.evaluate.names import same_place
from dateline.evaluate.report import Report, Row, Tally, scores
from dateline.model.incident import Coded, Incident

_PAIRED = 100.0
"""The weight of being paired at all: far above what agreement in any field can add."""


def evaluate(gold_dir: Path, kit: Any, code_many: Callable[..., Iterable[tuple[Coded, Any]]] | None = None) -> Report:
    """Code every article of a folder and compare. Raises ``GoldError``."""
    articles = read_gold(gold_dir)
    code = code_many or import_module("dateline.coder").code_many
    coded = code([one.article for one in articles], kit)
    return score(articles, {done.article.id: done for done, _ in coded})


def score(articles: Iterable[GoldArticle], answers: Mapping[str, Coded]) -> Report:
    """Compare what was printed for each article with its gold; an article without an answer was answered with nothing."""
    scoring = _Scoring()
    for one in articles:
        scoring.article(one, answers.get(one.article.id))
    return scoring.report()


class _Scoring:
    """Counts over all articles, and the tally of the fields."""

    def __init__(self) -> None:
        self._tally, self._articles = Tally(), 0
        self._found = self._printed = self._gold = self._right = 0
        self._actors = [0, 0, 0]
        self._sentences = self._history = self._unknown = 0
        self._spans = self._valid = 0

    def article(self, one: GoldArticle, answer: Coded | None) -> None:
        """Align one article's incidents and compare those that answer each other."""
        self._articles += 1
        text, name = one.article.text, one.article.id
        gold = [(kind, item) for kind in ("incidents", "background", "optional") for item in getattr(one.gold, kind)]
        printed = [
            (kind, item) for kind in ("incidents", "background") for item in (getattr(answer, kind) if answer else ())
        ]
        pairs = assign([[_weight(g, kind, p, printed_kind, text) for printed_kind, p in printed] for kind, g in gold])
        for index, (kind, item) in enumerate(gold):
            told, reading = printed[pairs[index]] if index in pairs else (None, None)
            if kind == "incidents":
                self._news(item, reading if told == "incidents" else None, told, name)
            elif kind == "background":
                self._background(item, told, reading, name)
        answered = {column: gold[row][0] for row, column in pairs.items()}
        for column, (kind, reading) in enumerate(printed):
            self._check_spans(reading, text)
            if kind == "incidents" and answered.get(column) != "optional":
                self._extra(reading, answered.get(column), text, name)

    def report(self) -> Report:
        """All rows in the order in which people read them."""
        head = scores("incidents", self._found, self._printed, self._gold)
        head.append(_share("incidents", "sub-event, dates, place, killed all right", self._right, self._gold))
        head.append(_share("incidents", "sentences claimed per incident", self._sentences, self._printed, lower=True))
        head.append(_share("background", "news that is gold background", self._history, self._printed, lower=True))
        head.append(_share("background", "news with no gold at all", self._unknown, self._printed, lower=True))
        matched, printed, gold = self._actors
        rows = [*head, *scores("actors", matched, printed, gold), *self._tally.rows()]
        order = {row.field: place for place, row in reversed(list(enumerate(rows)))}
        rows.sort(key=lambda row: order[row.field])
        rows.append(_share("evidence", "valid spans", self._valid, self._spans))
        return Report(self._articles, tuple(rows), tuple(self._tally.misses))

    def _news(self, gold: GoldIncident, reading: Incident | None, told: str | None, name: str) -> None:
        if told is None and gold.accept.optional:
            return
        self._gold += 1
        if reading is None:
            said = "set aside as background" if told else None
            self._tally.miss("incidents: not found", name, gold.anchor, _summary(gold), said)
            return
        self._found += 1
        right, actors = Pair(gold, reading, name, self._tally).compare()
        self._right += right
        self._actors = [total + one for total, one in zip(self._actors, actors, strict=True)]

    def _background(self, gold: GoldIncident, told: str | None, reading: Incident | None, name: str) -> None:
        self._tally.add("background", "printed as news", told == "incidents", lower=True)
        self._tally.add("background", "found", told == "background")
        if told == "incidents" and reading is not None:
            self._tally.miss("background: printed as news", name, gold.anchor, _summary(gold), _summary(reading))

    def _extra(self, reading: Incident, answers: str | None, text: str, name: str) -> None:
        self._printed += 1
        self._sentences += len(reading.sentences)
        self._history += answers == "background"
        self._unknown += answers is None
        if answers is None:
            start, end = reading.sentences[0] if reading.sentences else (0, 0)
            self._tally.miss(
                "incidents: not in the gold", name, " ".join(text[start:end].split())[:110], None, _summary(reading)
            )

    def _check_spans(self, reading: Incident, text: str) -> None:
        for valid in _spans(msgspec.to_builtins(reading), text):
            self._spans += 1
            self._valid += valid


def _share(field: str, measure: str, hits: int, of: int, *, lower: bool = False) -> Row:
    return Row(field, measure, hits / of if of else 0.0, of, lower)


def _weight(gold: GoldIncident, kind: str, printed: Incident, printed_kind: str, text: str) -> float | None:
    """How well a printed incident answers a gold one; null if none of its sentences holds the anchor."""
    at = text.find(gold.anchor)
    if not any(start <= at < end for start, end in printed.sentences):
        return None
    agreed = 8.0 * ((kind == "background") == (printed_kind == "background"))
    agreed += 4.0 * (gold.type == printed.type)
    agreed += 2.0 * (gold.acled.sub_event_type == printed.acled.sub_event_type)
    agreed += 2.0 * (
        gold.where.name is not None and same_place(gold.where.name, printed.where.name, printed.where.text)
    )
    agreed += 2.0 * ((sums(gold, "killed") or (0, 0)) == (sums(printed, "killed") or (0, 0)))
    return _PAIRED + agreed


def _summary(item: GoldIncident | Incident) -> str:
    sides = " v ".join(actor.name for actor in item.actors[:2])
    return f"{item.type}, {item.where.name}, {item.when.start}…{item.when.end}, {sides}"


def _spans(value: Any, text: str) -> Iterable[bool]:
    """For each evidence below a value: whether it lies in the text and says what stands beside it."""
    if isinstance(value, dict):
        evidence = value.get("evidence")
        if evidence is not None:
            start, end = evidence
            said = value.get("text")
            yield 0 <= start < end <= len(text) and (said is None or text[start:end] == said)
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            yield from _spans(item, text)
