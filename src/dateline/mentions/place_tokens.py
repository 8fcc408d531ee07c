"""The words of a sentence as names are read: "al-Bab" in one, "Syria's" without its ending."""

import re

import msgspec


class Token(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    word: str
    low: str
    possessive: bool
    gap: str  # what stands between the word before and this one


_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,6}|\w+(?:[-'’ʼ‘`ʿʾʻ]{1,2}\w+){0,6}|([^\w\s])\1*")
_WHOLE = re.compile(
    r"ra['’]s (?:al|el|as|at|an|ash|az|ar)[- ]|cox['’]s bazar\b", re.IGNORECASE
)  # nobody's: the name itself
_AYN = frozenset("`ʿʾʻʼ")


def tokens_of(text: str) -> list[Token]:
    out: list[Token] = []
    before = 0
    for m in _TOKEN.finditer(text):
        start, end = m.span()
        word = m.group()
        if word in _AYN and text[start - 1 : start] in ("", " ") and text[end : end + 1].isupper():
            continue  # "`Afir": the letter belongs to the name, and no key has it
        possessive = len(word) > 2 and word[-2] in "'’" and word[-1] in "sS" and not _WHOLE.match(text, start)
        if possessive:
            word = word[:-2]
        gap = text[before:start]
        if gap and gap[-1] in _AYN:
            gap = gap[:-1]
        low = word.casefold().replace("’", "'")
        out.append(Token(start, start + len(word), word, low, possessive, gap))
        before = end
    return out
