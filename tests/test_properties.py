"""No text whatever makes coding crash or print a span that is not in the text."""

import json
import random
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dateline.coder as coder
from dateline.coder import code, load_kit
from dateline.mentions.triggers import triggers
from dateline.model.text import Article
from dateline.packs.stance import stance

DAY = date(2021, 6, 15)
WORDS = (
    "killed killing wounded injured attacked attack clashes bombing bomb shelling airstrike drone strike shot gunmen soldiers "
    "rebels army police militants troops civilians people children women bodies villagers captured seized took control arrested "
    "abducted protest protesters rally fired tear gas said according to claimed denied blamed reportedly accused the a of in at on "
    "near from to by and or but who which that after before while since until more than at least dozens scores hundreds several "
    "no none both another including among them their Friday Sunday yesterday overnight last week 12 3 40 1,200 2014 May March "
    "Aleppo Idlib Kunduz Bunia Goma Kherson Marib Mopti Kidal Syria Mali Ukraine Yemen Taliban Houthi ISIS M23 JNIM Wagner "
    "province district town village city km west north-east 15 kilometres Syrian Russian Malian government forces ministry spokesman"
).split()
MARKS = [
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "(",
    ")",
    '"',
    "“",
    "”",
    "'",
    "’",
    "-",
    "–",
    "—",
    "…",
    "\n",
    "\n\n",
    "\n- ",
    " • ",
    "/",
]
ODD = [
    "\u200b",
    "\u202e",
    "\u0301",
    "\ufeff",
    "\U0001f4a5",
    "\ud800",
    "\x00",
    "\x85",
    "\u2028",
    "İ",
    "ß",
    "ﬁ",
    "١٢",
    "²",
    "½",
    "ﷺ",
]


def lexicon() -> list[str]:
    """Every word that the rules look for, and pieces of their phrases."""
    rules = triggers().rules
    phrases = (phrase for rule in rules for phrase in rule.phrases)
    plain = (" ".join(part.split("|")[0].strip("~+_") for part in phrase.split()) for phrase in phrases)
    return sorted(
        {*plain, *(verb for rule in rules for verb in rule.verbs), *stance().speech, *stance().source.speakers.heads}
    )


@cache
def kit() -> Any:
    return load_kit()


def faults(coded: Any, text: str) -> list[str]:
    """What is wrong with the printed record of ``text``."""
    printed = json.loads(msgspec.json.encode(coded))
    out: list[str] = []
    records = [*printed["incidents"], *printed["background"]]
    ids = [r["id"] for r in records]
    if len(ids) != len(set(ids)):
        out.append(f"ids repeat: {ids}")
    for where, value in _walk(printed, "coded"):
        if "evidence" not in value:
            continue
        span, said = value["evidence"], value.get("text")
        if span is None or said is None:
            if not (span is None and said is None) and "text" in value:
                out.append(f"{where}: text {said!r} with evidence {span}")
        elif not 0 <= span[0] < span[1] <= len(text):
            out.append(f"{where}: {span} lies outside the text")
        elif text[span[0] : span[1]] != said:
            out.append(f"{where}: {said!r} is not at {span}")
    for record in records:
        rows = record["sentences"]
        if not rows or any(not 0 <= s < e <= len(text) for s, e in rows) or rows != sorted(rows):
            out.append(f"{record['id']}: sentences {rows}")
    for issue in printed["issues"]:
        if issue["start"] is not None and not 0 <= issue["start"] <= issue["end"] <= len(text):
            out.append(f"issue {issue['code']}: {issue['start']}, {issue['end']}")
    return out


def _walk(value: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield where, value
        for key, inner in value.items():
            yield from _walk(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(inner, f"{where}[{number}]")


def check(text: str) -> None:
    clean = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    coded, trace = code(Article(id="x", text=clean, published=DAY, lang="en"), kit())
    assert faults(coded, clean) == []
    assert all(clean[u.evidence[0] : u.evidence[1]] == u.text for u in trace.unused)


pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.sampled_from(MARKS),
    st.sampled_from(ODD),
    st.integers(0, 10**7).map(str),
    st.text(max_size=4),
    st.sampled_from(lexicon()),
    st.sampled_from(lexicon()),
)
news = st.lists(st.tuples(pieces, st.sampled_from([" ", " ", " ", " ", "", "\n"])), max_size=90).map(
    lambda row: "".join(word + gap for word, gap in row)
)
calm = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@calm
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    check(text)


@calm
@given(news)
def test_text_made_of_the_words_of_news(text: str) -> None:
    check(text)


@calm
@given(news, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_the_same_in_other_cases(text: str, case: Callable[[str], str]) -> None:
    check(case(text))


@calm
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=25), st.sampled_from(ODD), st.integers(0, 200))
def test_odd_characters_anywhere(words: list[str], odd: str, at: int) -> None:
    text = "Gunmen killed 5 people in Aleppo on Friday, police said. " + " ".join(words) + "."
    check(text[:at] + odd + text[at:])


PIECES = [
    "x", "(", '"', "“", "7", "1,1,1,", "killed 1 ", "A. A. A. ", "MR. ", "killed.\n", "\n", "\n \n", "killed; ", "killed, ", "killed and ",
    "Gunmen killed 5 people in Aleppo on Friday. ", "- killed 3 in Kunduz\n", "KUNDUZ - gunmen killed three\n", "GUNMEN KILLED FIVE. ",
    "killed\u200b ", "\u202ekilled \u0627\u0644 ", "killed\u0301 ", "\U0001f4a5 killed ", "killed-", "killed's ", "killed, he said, ",
    "12 killed, including 2 children, ", "the group killed the group ", "killed in Aleppo, Idlib and ", "Feb 11 2017 killed ", "\ufffd killed ",
    "http://a.b/c?killed=1 ", "killed \u3000\u00a0 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_repeated(piece: str) -> None:
    check((piece * 6_000)[:6_000])


def test_megabytes_are_read_in_part_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coder, "MOST_SENTENCES", 200)
    text = "Gunmen killed 5 people in Aleppo on Friday, police said. " * 20_000
    coded, _ = code(Article(id="x", text=text, published=DAY), kit())
    issue = next(i for i in coded.issues if i.code == "long_article")
    assert issue.start is not None
    assert issue.end is not None
    assert 0 < issue.start < issue.end <= len(text)
    assert coded.incidents


def test_a_line_of_megabytes_without_an_end() -> None:
    mixed = random.Random(7)
    for text in (
        "(" * 2_000_000,
        "9" * 2_000_000,
        " " * 1_000_000 + "\n" * 1_000_000,
        "".join(mixed.choices('ab1.,()"“\n ', k=1_000_000)),
    ):
        check(text)


def test_a_long_sentence_is_an_issue() -> None:
    text = "Gunmen killed five people in Aleppo and " + "then they went on and " * 80 + "left on Friday."
    coded, _ = code(Article(id="x", text=text, published=DAY), kit())
    issue = next(i for i in coded.issues if i.code == "long_sentence")
    assert (issue.start, issue.end) == (0, len(text))
    plain, _ = code(Article(id="x", text="Gunmen killed five people in Aleppo on Friday.", published=DAY), kit())
    assert not plain.issues
