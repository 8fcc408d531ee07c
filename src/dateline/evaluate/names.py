"""When two names mean the same: spellings, kind words and nationalities put aside.

Loose on purpose, and looser than a gazetteer or an actor list may be: it judges a reading, it does not make one.
"""

import re
import unicodedata
from functools import lru_cache

_ARTICLES = frozenset("a an the al el as ash ad adh ar at az an ed er es et ez en".split())
_KINDS = frozenset(
    "city town village district province governorate region area state county neighbourhood neighborhood department municipality suburb quarter of".split()
)
_EMPTY = frozenset(
    "the a an of and or for in on to by with its their his led backed suspected alleged armed group groups fighters fighter force forces member members faction factions element elements unit units terrorist terrorists takfiri rebel rebels operatives men local".split()
)
_CLASSES = {
    "military": "army military troops soldiers soldier troopers warplanes jets aircraft artillery navy commandos servicemen",
    "police": "police policemen officers officer gendarmerie gendarmes constables",
    "government": "government authorities officials regime administration",
    "civilians": "civilians civilian residents villagers people persons passengers worshippers students women men children "
    "farmers locals",
    "unidentified": "unidentified unknown gunmen gunman attackers assailants militants",
    "protesters": "protesters protestors demonstrators marchers",
    "rioters": "rioters mob crowd vigilantes",
    "islamicstate": "isis isil daesh islamicstate",
    "gang": "gang gangs cartel bandits",
    "us": "us usa american america",
    "uk": "uk british britain",
    "france": "french france",
    "netherlands": "dutch netherlands",
    "spain": "spanish spain",
    "philippines": "filipino philippine philippines",
    "myanmar": "burmese myanmar burma",
    "turkey": "turkish turkey turkiye turk",
    "afghanistan": "afghan afghanistan afghani",
    "somalia": "somali somalia",
    "niger": "nigerien niger",
    "palestine": "palestinian palestine",
    "kurdistan": "kurdish kurdistan kurd",
    "saudi": "saudi",
    "drc": "congolese congo drc",
    "philippine": "moro",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
_GENERAL = frozenset({"military", "police", "government", "civilians", "unidentified", "protesters", "rioters", "gang"})
_PHRASES = (
    ("islamic state", "islamicstate"),
    ("united states", "us"),
    ("united kingdom", "uk"),
    ("air force", "military"),
)
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"['’‘`ʿʾʼ]")


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Lower case, no accents, no apostrophes, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(_MARK.sub("", plain).casefold()))


def same_place(gold: str, *printed: str | None) -> bool:
    """Whether one of the printed names is the gold's, whatever its article, hyphens and kind word."""
    wanted = {_place(gold), _place(gold.split(",")[0])}
    return any(_place(name) in wanted for name in printed if name)


def same_actor(gold: tuple[str | None, ...], printed: tuple[str | None, ...]) -> bool:
    """Whether any wording of the one means what any wording of the other does."""
    return any(_same(a, b) for a in gold if a for b in printed if b)


def _place(name: str) -> str:
    words = fold(name).split()
    return "".join([word for word in words if word not in _ARTICLES and word not in _KINDS] or words)


def _same(left: str, right: str) -> bool:
    if fold(left) == fold(right):
        return bool(fold(left))
    a, b = _actor(left), _actor(right)
    if not a or not b:
        return False
    kinds_a, kinds_b = a & _GENERAL, b & _GENERAL
    if kinds_a and kinds_b and not kinds_a & kinds_b:
        return False
    return a <= b or b <= a or 2 * len(a & b) >= len(a | b)


@lru_cache(maxsize=4096)
def _actor(name: str) -> frozenset[str]:
    folded = f" {fold(name)} "
    for phrase, token in _PHRASES:
        folded = folded.replace(f" {phrase} ", f" {token} ")
    words = [word for word in folded.split() if not word.isdigit()]
    return frozenset(_CLASS_OF.get(word) or _stem(word) for word in words if word in _CLASS_OF or word not in _EMPTY)


def _stem(word: str) -> str:
    """A nationality and its country get one stem: "Syrian", "Syria"; "Iraqi", "Iraq"; "Nigerian", "Nigeria"."""
    word = word.removesuffix("s") if len(word) > 4 else word
    for ending in ("ese", "ish", "an", "i", "a"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
