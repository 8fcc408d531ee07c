"""More sentences to train on, of the kind that this project reads: the treebanks know few of its words.

A sentence of the training split in which somebody does something to somebody is told once more with words of conflict news in their places: the verb in
the same form, subject, object and place in the same number, names of other countries, now and then one of the tails that such reports put after a
subject ("on motorcycles", "armed with rifles") or an object ("on Saturday", "in the village of Kanya"), or as a headline tells it. The tree stays what
people made it. The words stand in ``reported.yml``.
"""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from spacy.tokens import Doc

WORDS = yaml.safe_load((Path(__file__).resolve().parent / "reported.yml").read_text(encoding="utf-8"))
FORMS = ("VB", "VBZ", "VBD", "VBN", "VBG")
_DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
_SPACED = {"on", "in", "at", "near", "outside", "from", "to"}


class Word(NamedTuple):
    """``head``: its number in the sentence, its own for the root."""

    text: str
    space: bool
    tag: str
    pos: str
    morph: str
    head: int
    dep: str


def told(docs: Iterable[Doc], seed: int = 7) -> Iterator[Doc]:
    """Every sentence that lends itself to it, told once more."""
    rng = random.Random(seed)
    for doc in docs:
        words = [Word(t.text, bool(t.whitespace_), t.tag_, t.pos_, str(t.morph), t.head.i, t.dep_) for t in doc]
        verbs = [n for n, w in enumerate(words) if _acts(words, n)]
        if not verbs or len(words) > 60:
            continue
        verb = rng.choice(verbs)
        words = _renamed(words, rng)
        words = _cast(words, verb, rng)
        words = _tailed(words, verb, rng)
        if rng.random() < 0.2 and words[verb].dep in ("ROOT", "root"):
            words = _headline(words)
        yield _doc(doc, _articles(words))


def _acts(words: list[Word], n: int) -> bool:
    if words[n].pos != "VERB" or words[n].tag not in (*FORMS, "VBP"):
        return False
    deps = {w.dep for k, w in enumerate(words) if w.head == n and k != n}
    nouns = [w for w in words if w.head == n and w.pos in ("NOUN", "PROPN") and w.dep in ("obj", "nsubj:pass", "nsubj")]
    return bool(nouns) and bool(deps & {"obj", "nsubj:pass"}) and not deps & {"xcomp", "ccomp", "iobj", "compound:prt"}


def _renamed(words: list[Word], rng: random.Random) -> list[Word]:
    """Other names for half of those that are one word."""
    known: dict[str, str] = {}
    out = []
    for w in words:
        if w.tag == "NNP" and w.text.isalpha() and w.text.istitle() and len(w.text) > 2 and w.text not in WORDS["calendar"]:
            new = known.setdefault(w.text, rng.choice(WORDS["names"]) if rng.random() < 0.5 else w.text)
            w = w._replace(text=new)
        out.append(w)
    return out


def _cast(words: list[Word], verb: int, rng: random.Random) -> list[Word]:
    """The verb, who does it, to whom, and where."""
    out = list(words)
    form = "VB" if words[verb].tag == "VBP" else words[verb].tag
    out[verb] = words[verb]._replace(text=_like(rng.choice(WORDS["verbs"])[FORMS.index(form)], words[verb].text))
    for n, w in enumerate(words):
        if n == verb or w.head != verb or w.tag not in ("NN", "NNS"):
            continue
        case = next((x.text.lower() for x in words if x.head == n and x.dep == "case"), "")
        if w.dep == "nsubj" or w.dep == "obl:agent" or (w.dep == "obl" and case == "by"):
            kind = "doers"
        elif w.dep in ("obj", "nsubj:pass"):
            kind = rng.choice(("victims", "victims", "targets"))
        elif w.dep == "obl" and case in _SPACED:
            kind = "places"
        else:
            continue
        out[n] = w._replace(text=_like(rng.choice(WORDS[kind])[w.tag == "NNS"], w.text))
    return out


def _tailed(words: list[Word], verb: int, rng: random.Random) -> list[Word]:
    """With tails behind the object and the subject, the later one first so that numbers hold."""
    for dep, tails, often in (("obj", "after_object", 0.4), ("nsubj", "after_subject", 0.45)):
        owner = next((n for n, w in enumerate(words) if w.head == verb and w.dep == dep and w.tag in ("NN", "NNS", "NNP")), None)
        if owner is None or rng.random() > often or any(w.head == owner and n > owner for n, w in enumerate(words)):
            continue
        if dep == "obj" and not (owner > verb and owner + 1 < len(words)):
            continue
        if dep == "nsubj" and not (owner < verb and words[owner + 1].tag[:2] in ("VB", "MD")):
            continue
        tail = [_piece(p, rng) for p in rng.choice(WORDS[tails]).split()]
        words = _inserted(words, owner + 1, tail, owner if dep == "nsubj" else verb)
        if dep == "nsubj":
            verb += len(tail)
    return words


def _piece(piece: str, rng: random.Random) -> tuple[str, str, str, str, int]:
    """A word of a tail: text, tag, kind of word, relation, and its head within the tail, -1 for what the tail hangs on."""
    text, tag, pos, dep, head = piece.split("/")
    if text == "DAY":
        text = rng.choice(sorted(_DAYS))
    elif text == "NAME":
        text = rng.choice(WORDS["names"])
    return text, tag, pos, dep, int(head)


def _inserted(words: list[Word], at: int, tail: list[tuple[str, str, str, str, int]], owner: int) -> list[Word]:
    def moved(n: int) -> int:
        return n + len(tail) if n >= at else n

    new = [
        Word(text, True, tag, pos, WORDS["morph"].get(tag, ""), moved(owner) if head < 0 else at + head, dep)
        for text, tag, pos, dep, head in tail
    ]
    before, after = words[:at], words[at:]
    if before and not before[-1].space:
        before[-1] = before[-1]._replace(space=True)
        new[-1] = new[-1]._replace(space=False)
    return [w._replace(head=moved(w.head)) for w in before] + new + [w._replace(head=moved(w.head)) for w in after]


def _headline(words: list[Word]) -> list[Word]:
    """Without articles and without a full stop."""
    gone = {n for n, w in enumerate(words) if w.tag == "DT" and w.text.lower() in ("the", "a", "an")}
    if words[-1].text == "." and not any(w.head == len(words) - 1 for w in words[:-1]):
        gone.add(len(words) - 1)
    if any(w.head in gone for n, w in enumerate(words) if n not in gone):
        return words
    number = {old: new for new, old in enumerate(n for n in range(len(words)) if n not in gone)}
    left = [w._replace(head=number[w.head]) for n, w in enumerate(words) if n not in gone]
    left[0] = left[0]._replace(text=left[0].text[:1].upper() + left[0].text[1:])
    return left


def _articles(words: list[Word]) -> list[Word]:
    """"a" before a consonant, "an" before a vowel."""
    out = list(words)
    for n, w in enumerate(words[:-1]):
        if w.tag == "DT" and w.text.lower() in ("a", "an"):
            right = "an" if words[n + 1].text[:1].lower() in "aeiou" else "a"
            out[n] = w._replace(text=_like(right, w.text))
    return out


def _like(new: str, old: str) -> str:
    return new.upper() if old.isupper() and len(old) > 1 else new[:1].upper() + new[1:] if old[:1].isupper() else new


def _doc(old: Doc, words: list[Word]) -> Doc:
    heads, deps = [w.head for w in words], [w.dep for w in words]
    return Doc(
        old.vocab, words=[w.text for w in words], spaces=[w.space for w in words], tags=[w.tag for w in words],
        pos=[w.pos for w in words], morphs=[w.morph for w in words], heads=heads, deps=deps,
        sent_starts=[n == 0 for n in range(len(words))],
    )  # fmt: skip
