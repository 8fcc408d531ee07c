"""Sentences to trees: the shipped spaCy pipeline, or one that the user names, run over sentences that are safe for it.

spaCy is not linear on hostile text, so it never sees one: endless words are blanked (``readable``), and a sentence of more
than ``MAX_TOKENS`` tokens is read up to there. It is imported when the first pipeline is loaded, not before.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.resources import files
from types import ModuleType
from typing import TYPE_CHECKING, Any

from dateline.annotate.greedy import fits, parse_greedily
from dateline.annotate.sentences import readable
from dateline.packs.errors import PackError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MAX_TOKENS = 200
MOST_WORDS = 40_000
_BATCH = 64
_NEEDED = ("tok2vec", "transformer", "tagger", "morphologizer", "attribute_ruler", "parser")
_UNUSED = ("ner", "lemmatizer", "senter", "entity_linker")
_COMMANDS = ("spacy.cli", "spacy.cli.info")


@cache
def pipeline(name: str | None = None) -> Language:
    """The parser: the shipped one, or an installed spaCy pipeline or a folder by name. Raises PackError if it has no parser."""
    spacy = _spacy()
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    source: Any = name or files("dateline") / "data" / "parser"
    # The shipped pipeline was trained with spaCy's own English tokenizer: reading it a second time from the file is waste.
    excluded = _UNUSED if name else (*_UNUSED, "tokenizer")
    try:
        nlp: Language = spacy.load(source, exclude=excluded)
    except (OSError, ValueError) as x:
        raise PackError(f"parser {name or 'of the package'}: {x}") from x
    if "parser" not in nlp.pipe_names:
        raise PackError(f"pipeline {name} has no parser")
    nlp.select_pipes(disable=[p for p in nlp.pipe_names if p not in _NEEDED])
    if not name:
        _keep_features(nlp)
    return nlp


def _keep_features(nlp: Language) -> None:
    """Of each new word spaCy works out two dozen facts (a stop word, an address, a currency?): leave those that the network reads."""
    from spacy.attrs import IDS

    layers = nlp.get_pipe("tok2vec").model.walk()  # type: ignore[attr-defined]
    read = {IDS[name] for layer in layers if layer.name == "extract_features" for name in layer.attrs["columns"]}
    getters: dict[int, Any] = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
    for fact in getters.keys() - read:
        del getters[fact]


def _spacy() -> Any:
    """spaCy without its command line, which ``import spacy`` loads too and which takes as long as all the rest of it (a web
    client, a project tool). It can still be imported afterwards, as if nothing had been."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_ins = {n: ModuleType(n) for n in _COMMANDS if n not in sys.modules}
    for module in stand_ins.values():
        module.__path__ = []
        module.info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        return import_module("spacy")
    finally:
        for n, module in stand_ins.items():
            if sys.modules.get(n) is module:
                del sys.modules[n]


def _info(*args: Any, **kwargs: Any) -> Any:
    """``spacy.info``, loaded when it is asked for."""
    return import_module("spacy.cli.info").info(*args, **kwargs)


def parse(texts: Sequence[str], nlp: Language) -> list[Doc]:
    """One Doc for each sentence, in order. Token offsets are those of the sentence as given; a Doc of a sentence that was
    too long covers its first ``MAX_TOKENS`` tokens, and says so in ``user_data["cut"]``."""
    docs = [_one(readable(t), nlp) for t in texts]
    for _, pipe in nlp.pipeline:
        if fits(pipe):
            for k in range(0, len(docs), _BATCH):
                parse_greedily(pipe, docs[k : k + _BATCH])
        else:
            docs = list(pipe.pipe(docs, batch_size=_BATCH)) if hasattr(pipe, "pipe") else [pipe(d) for d in docs]
    return docs


@contextmanager
def bounded(nlp: Language) -> Iterator[None]:
    """A block whose Docs may not be used after it. spaCy remembers every word that it has ever met; from ``MOST_WORDS`` on,
    the new words of a block are forgotten at its end, so that memory does not grow with the number of articles."""
    if len(nlp.vocab) < MOST_WORDS or not hasattr(nlp, "memory_zone"):
        yield
        return
    with nlp.memory_zone():
        yield


def _one(text: str, nlp: Language) -> Doc:
    doc = nlp.make_doc(text)
    if len(doc) > MAX_TOKENS:
        doc = doc[:MAX_TOKENS].as_doc()
        doc.user_data["cut"] = True
    if len(doc):
        doc.from_array(["SENT_START"], _unbroken()[: len(doc)])
    doc.user_data["text"] = text
    return doc


@cache
def _unbroken() -> Any:
    """Marks for a Doc of one sentence: begun by its first token, by no other."""
    import numpy

    marks = numpy.full((MAX_TOKENS, 1), -1, dtype="int64")
    marks[0] = 1
    return marks.astype("uint64")
