"""Short ways from a text to its whole record, beside ``reader``: one incident, its toll, its cast."""

from datetime import date

from dateline.annotate.parse import parse
from dateline.annotate.roles import View
from dateline.annotate.sentences import sentences
from dateline.coder import code
from dateline.frames.build import frames
from dateline.frames.frame import Frame
from dateline.frames.reading import Reading, read_sentence
from dateline.model.incident import Coded, Incident
from dateline.model.text import Article
from reader import kit

__all__ = ["WEDNESDAY", "cast", "framed", "kit", "one", "reading", "told", "toll"]

WEDNESDAY = date(2022, 3, 16)


def told(text: str, published: date | None = WEDNESDAY, title: str | None = None, profile: str | None = None) -> Coded:
    """The article's record. Published on a Wednesday, unless said otherwise."""
    coded, _ = code(Article(id="x", text=text, published=published, title=title), kit(), profile=profile)
    return coded


def one(text: str) -> Incident:
    """The only incident of an article."""
    coded = told(text)
    assert len(coded.incidents) == 1, [(i.type, i.where.name, i.sentences) for i in coded.incidents]
    return coded.incidents[0]


def reading(text: str) -> Reading:
    """The first sentence with everything found in it."""
    sentence = sentences(text)[0]
    (doc,) = parse([sentence.text], kit().nlp)
    return read_sentence(0, sentence, View(doc), kit())


def framed(text: str) -> list[Frame]:
    """The frames of the first sentence."""
    return frames(reading(text))


def toll(i: Incident) -> str:
    """ "killed 12, injured 3+": the entries of an incident, an open end with a plus."""

    def said(low: int, high: int | None) -> str:
        return str(low) if low == high else f"{low}+" if high is None else f"{low}-{high}"

    return ", ".join(f"{c.outcome} {said(c.low, c.high)}" for c in i.casualties)


def cast(i: Incident) -> list[str]:
    """ "a Islamic State, b Iraqi police": who stands in which role, by neutral name."""
    return [f"{a.role} {a.name}" for a in i.actors]
