"""Sentences to trees: the shipped spaCy pipeline, or one that the user names, run over sentences that are safe for it.

spaCy is not linear on hostile text, so it never sees one: endless words are blanked (``readable``), and a sentence of more
than ``MAX_TOKENS`` tokens is read up to there.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from dateline.annotate.sentences import readable
from dateline.packs.errors import PackError

MAX_TOKENS = 200
_NEEDED = ("tok2vec", "transformer", "tagger", "morphologizer", "attribute_ruler", "parser")


@cache
def pipeline(name: str | None = None) -> Language:
    """The parser: the shipped one, or an installed spaCy pipeline or a folder by name. Raises PackError if it has no parser."""
    set_current_ops(NumpyOps(use_blis=False))
    source: Any = name or files("dateline") / "data" / "parser"
    try:
        nlp = spacy.load(source, exclude=["ner", "lemmatizer", "senter", "entity_linker"])
    except (OSError, ValueError) as x:
        raise PackError(f"parser {name or 'of the package'}: {x}") from x
    if "parser" not in nlp.pipe_names:
        raise PackError(f"pipeline {name} has no parser")
    nlp.disable_pipes(*[p for p in nlp.pipe_names if p not in _NEEDED])
    return nlp


def parse(texts: Sequence[str], nlp: Language) -> list[Doc]:
    """One Doc for each sentence, in order. Token offsets are those of the sentence as given; a Doc of a sentence that was
    too long covers its first ``MAX_TOKENS`` tokens."""
    docs = [_one(readable(t), nlp) for t in texts]
    return list(nlp.pipe(docs, batch_size=64))


def _one(text: str, nlp: Language) -> Doc:
    doc = nlp.make_doc(text)
    if len(doc) > MAX_TOKENS:
        doc = doc[:MAX_TOKENS].as_doc()
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc
