"""Which words for a speaker mean one named before: "Colonel Nur Addow … the colonel", "the interior ministry … the ministry"."""

import itertools
import re
from collections.abc import Iterable, Sequence

import msgspec

from dateline.frames.reading import Reading
from dateline.mentions.cues import Said
from dateline.model.incident import Claim, Speaker
from dateline.model.text import Span
from dateline.packs.stance import stance

_ARTICLE = re.compile(r"(?:the same|the|this|that) ", re.IGNORECASE)
_NAMELESS = re.compile(
    r"(?:(?:a|the|its|their|his|her) )?(?:spokes(?:man|woman|person|people)|statement)\Z", re.IGNORECASE
)
_PAPER = re.compile(r"(?<=\w)(?:['’]s)? (?:statement|communiqu[eé]|press release|release)\Z")
"""What a body's paper is called: "the army statement" is the army's word."""

_JOINS = re.compile(r"\s(?:of|for|in|at|from|on|to|near|with|and|who|which|that)\s|,|\(")
_WORDS = re.compile(r"[^\W\d_][\w'’.-]*")


def name_pronouns(readings: Iterable[Reading]) -> None:
    """Give each speaker told only as "he", "it", "they" whoever spoke last before, if the word fits."""
    spoke: tuple[str, tuple[str, ...]] | None = None
    for r in readings:
        if r.sentence.block == "headline":
            continue
        for k, s in enumerate(r.said):
            if s.speaker is None:
                continue
            if s.pronoun:
                if s.start and (opened := _opener(r)) is not None and _KIND_OF.get(s.speaker.lower()) in opened[1]:
                    spoke = opened  # "The ministry gives another version: it says …"
                if spoke is not None and (_KIND_OF.get(s.speaker.lower()) in spoke[1] or _is_paper(s)):
                    r.said[k] = msgspec.structs.replace(s, meant=spoke[0])
                continue
            spoke = s.speaker, _kinds(s.speaker, r.view.tag[s.head])
        if not any(s.speaker for s in r.said) and (opened := _opener(r)) is not None:
            spoke = opened


def go_on(readings: Sequence[Reading]) -> None:
    """ "The ministry said nine men fell. The same day soldiers shot two more.": what is told on in the paragraph, in the same words."""
    for before, r in itertools.pairwise(readings):
        if (
            r.index - before.index != 1
            or r.sentence.paragraph != before.sentence.paragraph
            or any(s.speaker for s in r.said)
        ):
            continue
        s = next(
            (s for s in reversed(before.said) if s.speaker and not s.pronoun and s.modality in ("stated", "reported")),
            None,
        )
        if s is not None and not _ON.isdisjoint(r.view.low[:4]):
            r.voice = Span(before.offset + s.start, before.offset + s.end)


_ON = frozenset(("then", "same"))


def _opener(r: Reading) -> tuple[str, tuple[str, ...]] | None:
    """ "The priest is asking for tarpaulins. He says …", "Residents gave another account. They say …": whoever opens a sentence without
    a speaker and is one that speaks."""
    v = r.view
    k = int(v.low[0] in ("the", "a", "an", "local", "some"))
    while k < min(6, len(v)) and (v.low[k] not in stance().source.speakers.heads or v.base(k) == "compound"):
        k += 1
    if k >= min(6, len(v)) or v.tag[k] not in ("NN", "NNS", "JJ", "NNP", "NNPS") or v.base(k) not in ("nsubj", "root"):
        return None
    if any(v.pos[j] in ("PRON", "VERB", "AUX", "ADP", "SCONJ", "ADV") for j in range(k)):
        return None
    last = next(
        (j for j in range(k + 1, min(k + 9, len(v))) if v.verbal(j) or v.words[j] in ",;" or v.pos[j] == "AUX"), None
    )
    if last is None or v.dep[k] == "nsubj:pass":
        return None
    name = last
    while v.words[last] == "," and name + 1 < len(v) and v.words[name + 1][:1].isupper():
        name += 1  # "The police spokesman, Audu Kurfi, …"
    text = v.text[v.starts[0] : v.ends[name if name > last + 1 else last - 1]]
    return text, _kinds(text, v.tag[k])


def _is_paper(s: Said) -> bool:
    """ "according to the same statement": of whoever spoke last."""
    return s.cue.lower() == "according to"


_KIND_OF = {"he": "one", "she": "one", "it": "body", "they": "many"}


def _kinds(speaker: str, tag: str) -> tuple[str, ...]:
    """Which pronouns can mean the speaker: one person, a body, several people."""
    if _is_body(_bare(speaker)):
        return ("body", "many")
    return ("many",) if tag in ("NNS", "NNPS") else ("one",)


def fits(pronoun: str, name: str) -> bool:
    """Whether "they" or "it" can mean the speaker ``name``; "he" and "she" may mean anybody."""
    low = pronoun.lower()
    return low not in ("they", "it") or _is_body(name) or (low == "they" and (name.endswith("s") or " and " in name))


def _bare(speaker: str) -> str:
    return _ARTICLE.sub("", speaker, count=1) if _ARTICLE.match(speaker) else speaker


def earlier(text: str, claims: Sequence[Claim]) -> Speaker | None:
    """The speaker of ``claims`` that ``text`` means as well, the latest first; null where it names somebody of its own."""
    spoken = [c.speaker for c in reversed(claims) if c.speaker is not None]
    if not spoken:
        return None
    if _NAMELESS.match(text):
        return spoken[0] if _is_body(spoken[0].name) else None
    text = _PAPER.sub("", text)
    return next((s for s in spoken if _one(text, s.name) and not _one_of_two(text, s.name)), None)


def _one_of_two(text: str, name: str) -> bool:
    """ "The doctor", after "residents and a doctor" spoke: one of those who spoke together."""
    first, joint, second = name.partition(" and ")
    heads, words = stance().source.speakers.heads, _words(second)
    apart = bool(joint) and first.casefold().split(" ")[-1] in heads and bool(words) and words[-1].casefold() in heads
    return apart and " and " not in text


_BODIES = frozenset(
    "agency army authorities authority board bureau coalition command commission company council department directorate embassy faction "
    "federation force forces front general government group guard intelligence junta military militia ministry mission movement navy "
    "office operation operations organisation organization police presidency rebels service services staff union wing arm directorate centre "
    "center network observatory monitor newspaper website channel outlet station institute foundation party association society league "
    "commissariat headquarters court hospital clinic company charity media desk cell team unit".split()
)


def _is_body(name: str) -> bool:
    """A body that has spokesmen, or a name (of a group, as a rule)."""
    words = _words(_JOINS.split(name)[0])
    return bool(words) and (words[-1].casefold() in _BODIES or (len(words) < 4 and all(w.isupper() for w in words)))


def _one(text: str, name: str) -> bool:
    """Whether two wordings are of one speaker: the same words, a surname alone, or "the" and the head of the other."""
    mine, others = _words(text), _words(name)
    if not mine or not others:
        return False
    if mine == others:
        return True
    short, long = sorted((mine, others), key=len)
    if _surname(short) and short[-1] == long[-1] and set(short) <= set(long):
        return True
    if len(mine) == 1 and mine[0].isupper() and 1 < len(mine[0]) < 5 and _ARTICLE.match(text):
        return "".join(w[0] for w in others if w[:1].isupper()).startswith(mine[0])  # "the IG": Inspector General …
    article = _ARTICLE.match(text)
    return article is not None and len(mine) == 1 and mine[0].casefold() in _titles(name)


def _words(text: str) -> list[str]:
    return _WORDS.findall(re.sub(r"(?i)^(?:the same|the|an?|this|that|mrs?\.?|ms\.?) ", "", text))


def _surname(words: list[str]) -> bool:
    """Only capitals, and no word for a body or an office among them ("Uy", "Muhammad Asim", not "Police")."""
    heads = stance().source.speakers.heads
    return all(w[:1].isupper() and not w.isupper() and w.casefold() not in heads for w in words)


def _titles(name: str) -> set[str]:
    """The words that "the" can take up: the title before a name, the head before "of" or a comma."""
    heads = stance().source.speakers.heads
    out: set[str] = set()
    for piece in _JOINS.split(name)[:2]:
        words = [w.casefold() for w in _WORDS.findall(piece)]
        if words and words[-1] in heads:
            out.add(words[-1])
        out |= {w for w, nxt in itertools.pairwise(words) if w in heads and nxt not in heads}
    return out
