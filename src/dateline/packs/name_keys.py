"""Keys under which place names are found: an exact one, and one for the sound that spellings of a name share.

A sound key is ``~`` with the name's consonants, ``|``, and the vowels of each gap between them: "Kebîr" and "Kabir" are
``~kbr|.i.i.`` and ``~kbr|.a.i.``. Romanisations agree on consonants and differ in vowels; so names with the same consonants
are compared by how far their vowels lie apart. The classes follow the usual romanisations of Arabic (English and French),
Russian, Ukrainian and Burmese.
"""

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset("al el ul il ad ed adh edh aj ej ar er as es ash esh ach ech at et ath eth az ez an en".split())
_APOSTROPHES = re.compile("[\u0027\u2018\u2019\u02bc\u02bb\u02be\u02bf\u0060\u00b4\u02b9\u02ba\u05f3\ua78c]")
_SEPARATORS = re.compile(r"[^0-9a-z]+")
_STROKES = str.maketrans("øłđħıßæœəǝ", "oldhisaeaa")
_CLASSES = {
    **dict.fromkeys(("tch", "tsch", "tsh"), "C"),
    **dict.fromkeys(("shch", "sch", "sh", "ch"), "S"),
    **dict.fromkeys(("dzh", "dj", "zh"), "j"),
    **dict.fromkeys(("rh", "gh"), "g"),  # French Rhouta
    **dict.fromkeys(("hp", "ph"), "p"),
    **dict.fromkeys(("ck", "q"), "k"),
    **dict.fromkeys(("ts", "tz"), "c"),
    **dict.fromkeys(("w", "o"), "u"),
    **dict.fromkeys(("y", "e"), "i"),
    "dh": "d",
    "th": "t",
    "kh": "x",
    "gy": "ki",  # Burmese kyi, gyi
}
_LETTERS = re.compile(r"(?<=[aeiouwy])h\b|" + "|".join(sorted(_CLASSES, key=lambda c: (-len(c), c))))
_ASPIRATED = re.compile(r"\bh(?=[klmnpst])")  # Burmese Hpa-an, Hsipaw, Hlaing
_ENDINGS = re.compile(r"[iyoe]v\b|(?<=[^g])(?:iy|yi|yy|ij|ii)\b")  # Kharkiv, Kharkov; -skiy, -skyi, -skyy, -skij
_TWICE = re.compile(r"([^ ])\1+")
_VOWELS = re.compile("ai|au|iu(?![aiu])")
_FOREIGN = re.compile("[^\u0000-\u024f\u1e00-\u1eff\u0300-\u036fǝə\u2018\u2019\u02ba-\u02bf\u02b9\ua78c\u2010-\u2013]")
_GAPS = re.compile("([^aiu])")
_STEP = {"ai": 0.3, "a": 0.4, "i": 0.4, "u": 0.6}
"""How far apart a and i lie, and a vowel and none; u and another lie 1 apart."""

MOST_APART = 1.0
SHARE_APART = 0.3
SHORT_APART = 0.5
"""How far the vowels of two spellings of one name lie apart at most: in all, by gap, and where there are but two consonants."""


def fold(name: str) -> str:
    """``name`` in lower case without accents, strokes and apostrophes."""
    plain = _APOSTROPHES.sub("", name.casefold())
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFKD", plain.translate(_STROKES))
    return "".join(ch for ch in plain if not unicodedata.combining(ch))


@lru_cache(maxsize=65536)
def exact_key(name: str) -> str:
    """The exact key: folded, hyphens as spaces, without a leading Arabic article."""
    words = _SEPARATORS.sub(" ", fold(name)).split()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=65536)
def loose_key(exact: str) -> str:
    """The sound key of an exact key: "deir ez zor" and "dayr al zawr" come out alike."""
    words = exact.split()
    text = " ".join(w for i, w in enumerate(words) if i == 0 or w not in ARTICLES)
    text = _ENDINGS.sub(lambda m: "iv" if m[0][-1] == "v" else "i", _ASPIRATED.sub("", text))
    text = _TWICE.sub(r"\1", _LETTERS.sub(lambda m: _CLASSES.get(m[0], ""), text))
    text = _VOWELS.sub(lambda m: m[0][-1], text).replace(" ", "")
    text = _TWICE.sub(r"\1", text)
    parts = _GAPS.split(text)
    return f"~{''.join(parts[1::2])}|{'.'.join(parts[0::2])}"


def consonants(loose: str) -> str:
    """The consonants of a sound key."""
    return loose[1 : loose.index("|")]


def apart(one: str, other: str) -> float:
    """How far the vowels of two sound keys with the same consonants lie apart; 0 where the keys are one."""
    gaps = zip(one.partition("|")[2].split("."), other.partition("|")[2].split("."), strict=True)
    return sum(_between(a, b) for a, b in gaps if a != b)


def bound(loose: str) -> float:
    """How far the vowels of another spelling may lie apart from those of ``loose``; negative: no other spelling counts."""
    size = len(consonants(loose))
    if size < 2:
        return -1.0
    return SHORT_APART if size == 2 else min(MOST_APART, SHARE_APART * (size + 1))


@lru_cache(maxsize=4096)
def _between(one: str, other: str) -> float:
    """The cheapest way from the vowels of one gap to those of the other."""
    row = [0.0]
    for b in other:
        row.append(row[-1] + _STEP[b])
    for a in one:
        last, row = row, [row[0] + _STEP[a]]
        for j, b in enumerate(other):
            swap = 0.0 if a == b else 1.0 if "u" in (a, b) else _STEP["ai"]
            row.append(min(last[j + 1] + _STEP[a], row[j] + _STEP[b], last[j] + swap))
    return row[-1]


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters (it may carry accents)."""
    return _FOREIGN.search(unicodedata.normalize("NFC", name)) is None
