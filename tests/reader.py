"""Sentences and articles read with the real rules and the real parser, for the tests of frames, story and coder."""

from datetime import date
from functools import cache
from typing import Any

from dateline.annotate.parse import parse
from dateline.annotate.roles import View
from dateline.coder import code, load_kit
from dateline.frames.build import frames
from dateline.frames.frame import Frame
from dateline.frames.reading import read_sentence
from dateline.model.incident import Coded
from dateline.model.text import Article, Sentence

DAY = date(2024, 3, 14)  # a Thursday


@cache
def kit() -> Any:
    return load_kit()


def told(text: str) -> list[Frame]:
    """The frames of one sentence."""
    view = View(parse([text], kit().nlp)[0])
    return frames(read_sentence(0, Sentence(0, len(text), text), view, kit()))


def coded(text: str, published: date | None = DAY) -> Coded:
    """The record of an article; its evidence is checked on the way."""
    answer, _ = code(Article(id="t", text=text, published=published), kit())
    return answer
