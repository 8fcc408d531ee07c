"""One article in, one record out: dates, evidence, and what the coder says of input that it cannot read."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest

from reader import coded

ARTICLE = (
    "MAIDUGURI, Nigeria, March 14 (Lake Wire) - Gunmen on motorcycles killed at least six traders at a market in Gwoza on "
    "Tuesday, residents said. Two children were among the dead. The army said it had killed 11 of the attackers."
)


def spans(value: Any) -> Iterator[tuple[int, int, str | None]]:
    """Every ``evidence`` of a record with the ``text`` beside it."""
    if isinstance(value, dict):
        if value.get("evidence"):
            yield *value["evidence"], value.get("text")
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from spans(part)


def test_every_value_has_its_words() -> None:
    found = list(spans(msgspec.to_builtins(coded(ARTICLE))))
    assert found
    for start, end, text in found:
        assert 0 <= start < end <= len(ARTICLE)
        assert text is None or ARTICLE[start:end] == text


def test_a_weekday_is_reckoned_from_publication() -> None:
    (incident,) = coded(ARTICLE).incidents
    assert (incident.when.start, incident.when.end) == (date(2024, 3, 12), date(2024, 3, 12))
    assert incident.when.basis == "relative"


def test_the_publication_date_is_not_the_event_date() -> None:
    (incident,) = coded("Gunmen killed six traders in Gwoza, Nigeria, residents said.").incidents
    assert incident.when.start is None
    assert incident.when.basis == "bounded"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\x00", "🙂" * 50, "a" * 5000, "<script>alert(1)</script>", "'; DROP TABLE x;--"]
)
def test_nothing_to_read_gives_no_incident(text: str) -> None:
    assert coded(text).incidents == ()


def test_another_language_is_said_and_not_guessed() -> None:
    answer = coded(
        "Des hommes armés ont tué six commerçants mardi au marché de Gwoza, selon des habitants de la ville. " * 3
    )
    assert answer.incidents == ()
    assert "not_english" in {issue.code for issue in answer.issues}


def test_no_date_is_an_issue() -> None:
    assert "no_published_date" in {
        issue.code for issue in coded("Gunmen killed six traders in Gwoza on Tuesday.", None).issues
    }
