"""Nobody harmed: "no casualties", "nobody was hurt", "no soldiers were killed"."""

from functools import cache

import msgspec

from dateline.mentions.counted import head, is_stop, noun_at
from dateline.mentions.tally import Found, Zero, made
from dateline.mentions.tokens import Tokens
from dateline.packs.number_words import number_words

_AUX = frozenset({"was", "were", "is", "has", "had", "have", "been", "are", "being", "be", "immediately", "reported", "reportedly", "seriously", "else", "got", "also", "in", "the",
  "attack", "blast", "there", "dies", "on", "board", "among", "of", "them", "these", "those", "either", "side", "came", "come", "to", "a", "at", "even", "so", "far", "physically", "suffered", "left", "our", "his", "its", "their"})  # fmt: skip


_OF_MEN = frozenset({"loss", "damage", "cost", "toll"})
_BEFORE_A_NOUN = frozenset({"death", "dead", "wounded", "injured", "killed", "injury", "casualty"})


def nobody(tk: Tokens, i: int, offset: int) -> Found | None:
    """ "nobody was hurt", "no casualties", "no soldiers were killed"."""
    z = _zero_tables()
    word = tk.at(i)
    if word not in z.firsts:
        return None
    for phrase in z.nobody.get(word, ()):
        end = i + len(phrase)
        lost = "killed" if word.startswith("los") or "losing" in phrase else None  # "lost nobody"
        if tuple(tk.low[i:end]) == phrase and (verb := lost or _zero_verb(tk, end)) is not None:
            return Found(made(tk, offset, i, end, None, low=0, high=0, kind="exact", zero=verb, people=True), i, end)
    spared = z.sparing.get(tk.at(i + 1)) if word == "without" and tk.at(i + 2) in ("anybody", "anyone") else None
    if spared is not None:  # "came down in a field without hurting anybody"
        return Found(made(tk, offset, i, i + 3, None, low=0, high=0, kind="exact", zero=spared, people=True), i, i + 3)
    if word in _LOST:
        return _unlost(tk, i, offset)
    for phrase in z.lead.get(word, ()):
        end = i + len(phrase)
        if tuple(tk.low[i:end]) == phrase and (found := _zero_noun(tk, i, end, offset)) is not None:
            return found
    return None


_LOST = frozenset({"lost", "losing", "suffered", "suffering", "sustained", "incurred"})
_ANY = frozenset({"any", "a", "single", "one"})
_MEN = frozenset("men man fighters fighter soldiers soldier troops members losses loss casualties casualty".split())
_DENIES = ("deni", "deny", "dismiss", "reject", "refut", "rebut")


def _unlost(tk: Tokens, i: int, offset: int) -> Found | None:
    """ "denied that it had lost any men", "rejected claims that the rebels suffered losses": nobody, as the one who denies it has it."""
    j = i + 1
    while tk.at(j) in _ANY and j < i + 3:
        j += 1
    before = tk.low[max(0, i - 14) : i]
    if tk.at(j) not in _MEN or not {"if", "whether"}.isdisjoint(before):
        return None
    if not any(w.startswith(_DENIES) for w in before) or not is_stop(tk, j + 1):
        return None
    zero: Zero = "all" if tk.at(j).startswith("casual") else "killed"
    return Found(made(tk, offset, i, j + 1, None, low=0, high=0, kind="exact", zero=zero, people=True), i, j + 1)


def zero_firsts() -> frozenset[str]:
    """Every word that may begin such a phrase."""
    return _zero_tables().firsts


def _zero_noun(tk: Tokens, i: int, end: int, offset: int) -> Found | None:
    z, word = _zero_tables(), tk.at(i)
    if tk.at(end) == "reports" and tk.at(end + 1) == "of":  # not "no immediate reports", which are yet to come
        end += 2 + (tk.at(end + 2) == "any")
    for k in range(end, min(end + 4, len(tk))):
        if tk.at(k) == "loss" and tk.at(k + 1) == "of" and tk.at(k + 2) in ("life", "lives"):
            return Found(
                made(tk, offset, i, k + 3, None, low=0, high=0, kind="exact", zero="killed", people=True), i, k + 3
            )
        if word == "without" and k == end and tk.at(k) == "loss" and is_stop(tk, k + 1) and tk.at(k + 1) != "of":
            return Found(
                made(tk, offset, i, k + 1, None, low=0, high=0, kind="exact", zero="killed", people=True), i, k + 1
            )  # "returned to base without loss"
        kind = z.nouns.get(tk.at(k)) or ("all" if tk.at(k) in _OF_MEN and "human" in tk.low[end:k] else None)
        if word == "neither" and "nor" not in tk.low[end : end + 4]:
            kind = None  # "neither side gave its losses"
        if kind is not None and not (tk.at(k) in _BEFORE_A_NOUN and not _ends(tk, k + 1)):
            found = head(tk, end, tk.at(k).endswith("s"))
            if found is not None and not found.noun.people:
                found = None  # "no losses"
            return Found(
                made(tk, offset, i, k + 1, found, low=0, high=0, kind="exact", zero=kind, people=True), i, k + 1
            )
        if is_stop(tk, k) and not (k > end and tk.at(k) in ("or", "nor")):  # "no human or material losses"
            break
    found = head(tk, end, True) or head(tk, end, False)
    if found is None or not found.noun.people or word in ("without", "neither"):
        return None
    verb = _zero_verb(tk, found.end)
    if verb is None or (found.group == "combatants" and _only_there(tk, found.end)):
        return None
    return Found(made(tk, offset, i, i + 1, found, low=0, high=0, kind="exact", zero=verb), i, found.end)


def _ends(tk: Tokens, k: int) -> bool:
    """Whether a word of harm before token ``k`` is all, or only tells which people: "no injured", "no injured persons"."""
    return is_stop(tk, k) or tk.at(k) in ("people", "person", "persons")


def _only_there(tk: Tokens, j: int) -> bool:
    """ "no armed person on board", "no soldier was inside": who was not there, and nothing of those who were."""
    first = next((tk.at(k) for k in range(j, min(j + 8, len(tk))) if tk.at(k) in _zero_tables().verbs), "")
    return first in ("inside", "board", "home")


def _zero_verb(tk: Tokens, j: int) -> Zero | None:
    """The outcome ruled out by the verb within a few words after "nobody": "was hurt", "of them were killed"."""
    verbs = _zero_tables().verbs
    for k in range(j, min(j + 8, len(tk))):
        word = tk.at(k)
        if word in verbs:
            other = verbs.get(tk.at(k + 2)) if tk.at(k + 1) in ("or", "and", "nor") else None
            return "all" if other is not None and other != verbs[word] else verbs[word]
        if word not in _AUX and noun_at(tk, k) is None:
            return None
    return None


class _Zeros(msgspec.Struct, frozen=True):
    nobody: dict[str, list[tuple[str, ...]]]
    lead: dict[str, list[tuple[str, ...]]]
    verbs: dict[str, Zero]
    nouns: dict[str, Zero]
    sparing: dict[str, Zero]
    firsts: frozenset[str]


@cache
def _zero_tables() -> _Zeros:
    zero = number_words().zero
    rows: list[dict[str, list[tuple[str, ...]]]] = []
    for phrases in (zero.nobody, zero.lead):
        index: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(phrases, key=lambda p: -len(p)):
            index.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
        rows.append(index)
    verbs = {w: k for k, ws in zero.verbs.items() for w in ws}
    nouns = {w: k for k, ws in zero.nouns.items() for w in ws if " " not in w}
    return msgspec.convert(
        {
            "nobody": rows[0],
            "lead": rows[1],
            "verbs": verbs,
            "nouns": nouns,
            "sparing": {w: k for k, ws in zero.sparing.items() for w in ws},
            "firsts": frozenset(rows[0]) | frozenset(rows[1]) | _LOST,
        },
        _Zeros,
    )
