"""Parsing: safe sentences, cuts, and the same trees as spaCy's own loop."""

import sys
from functools import cache
from typing import Any

import pytest

from dateline.annotate.greedy import fits, parse_greedily
from dateline.annotate.parse import MAX_TOKENS, parse, pipeline
from dateline.annotate.roles import View
from dateline.packs.errors import PackError

TEXTS = [
    "Gunmen killed at least five farmers near the village of Tera on Friday, police said.",
    "GUNMEN KILLED FIVE IN ALEPPO.",
    "The army denied that its troops had shelled the town, and blamed rebels.",
    "(",
    "killed",
]


@cache
def nlp() -> Any:
    return pipeline()


def trees(docs: Any) -> list[list[tuple[str, int, str]]]:
    return [[(t.text, t.head.i, t.dep_) for t in doc] for doc in docs]


def test_one_doc_for_each_sentence_with_its_offsets() -> None:
    docs = parse(TEXTS, nlp())
    assert [len(View(d).text) for d in docs] == [len(t) for t in TEXTS]
    assert all(sum(t.head.i == t.i for t in d) == 1 for d in docs)
    assert View(docs[1]).words[0] == "gunmen"


def test_an_empty_list_and_an_empty_sentence() -> None:
    assert parse([], nlp()) == []
    assert len(View(parse([""], nlp())[0])) == 0


def test_a_long_sentence_is_read_up_to_the_limit() -> None:
    (doc, short) = parse(["killed and " * 300, "They left."], nlp())
    assert len(doc) == MAX_TOKENS
    assert doc.user_data["cut"]
    assert not short.user_data.get("cut")


@pytest.mark.parametrize(
    "text", ["(" * 50_000, "killed" * 20_000, "\ud800 killed \ud800", "a\u200b" * 5_000, "١٢ ½ " * 3_000]
)
def test_text_that_spacy_could_not_take(text: str) -> None:
    (doc,) = parse([text], nlp())
    assert len(doc) <= MAX_TOKENS


def test_the_words_features_are_those_of_spacy() -> None:
    import spacy

    text = "At least 12 Fulani herders were killed near M’Béra on 3 May 2021, x@y.org said."
    features = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
    ours, theirs = nlp().make_doc(text), spacy.blank("en").make_doc(text)
    assert [t.text for t in ours] == [t.text for t in theirs]
    assert ours.to_array(features).tolist() == theirs.to_array(features).tolist()


def test_our_loop_builds_spacys_trees() -> None:
    parser = nlp().get_pipe("parser")
    assert fits(parser)
    own = parse(TEXTS, nlp())
    docs = [nlp().make_doc(View(d).text) for d in own]
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i == 0
    for name, pipe in nlp().pipeline:
        if name != "parser":
            docs = list(pipe.pipe(docs))
    theirs = trees(parser.pipe(docs))
    assert trees(own) == theirs


def test_nothing_to_parse() -> None:
    parse_greedily(nlp().get_pipe("parser"), [])


def test_a_parser_that_is_not_there() -> None:
    with pytest.raises(PackError, match="no_such_pipeline"):
        pipeline("no_such_pipeline")


def test_spacys_command_line_can_still_be_imported() -> None:
    nlp()
    import spacy

    assert "info" in dir(spacy)
    from spacy.cli import info

    assert info.__module__ == "spacy.cli.info"
    assert sys.modules["spacy.cli"].__file__
