"""Deeds said not to have happened."""

import re

from dateline.frames.reading import Reading
from dateline.packs.stance import stance

_NEVER = re.compile(
    r"\b(?:(?:did|does|had|has) (?:not|never) (?:happen|take place|occur|taken place|happened|occurred)|never (?:happened|took place|occurred))\b"
    r"(?! (?:in|at|on|during|as|like|by|near|until|before)\b)"
)

_STORY = r"(?:reports?|rumou?rs?|claims?|stor(?:y|ies)|messages?|posts?|allegations?|news|videos?|accounts?|what)"
_TOLD = re.compile(rf"\b{_STORY}\b")
_UNTRUE = re.compile(
    r"\b(?:(?:is|are|was|were|be|as) (?:\w+ ){0,2}?(?:false|untrue|baseless|unfounded|fabricated|fake|incorrect|not true|devoid of)"
    r"|(?:had|has|have|hold|holds|held) no truth|turned out (?:to be )?(?:false|untrue|fake)|without (?:any )?foundation)\b"
)
_BRUSHED_OFF = re.compile(
    rf"\b(?:dismiss(?:ed|es|ing)|describ(?:ed|es|ing)|reject(?:ed|s|ing)|brand(?:ed|s|ing)) as (?:\S+ ){{1,5}}?(?:(?:the|a|any) )?{_STORY} (?:that|of|about)\b"
    rf"|\bno truth (?:in|to) (?:(?:the|any) )?{_STORY}\b"
)


_LABELS = (["not", "confirmed", ":"], ["unconfirmed", ":"], ["not", "verified", ":"], ["unverified", ":"])


def unconfirmed(r: Reading) -> bool:
    """ "Not confirmed: the abduction of a priest": said by the label that opens the item."""
    opening = [w for w in r.view.low[:6] if w not in ("-", "–", "•", "*", "·")]
    return any(opening[: len(x)] == x for x in _LABELS)


def untrue(r: Reading, token: int) -> bool:
    """ "Reports of an attack … were untrue", "dismissed as gossip the story that …": a tale and what is said of it."""
    before, behind = " ".join(r.view.low[:token]), " ".join(r.view.low[token:])
    return (_TOLD.search(before) is not None and _UNTRUE.search(behind) is not None) or _BRUSHED_OFF.search(
        before
    ) is not None


def never(r: Reading, token: int, last: int) -> bool:
    """ "the burning of the village … did not happen"."""
    return _NEVER.search(" ".join(r.view.low[token : last + 1])) is not None


def blamed(r: Reading, token: int) -> bool:
    """ "that it was behind the killing of four barbers", "being involved in the bombing": what is denied is the part in it."""
    v = r.view
    if v.verbal(token) and v.tag[token] != "NN":
        done = v.object(token)
        named = done is not None and v.low[done] in _DEEDS and any(v.low[c] == "the" for c in v.kids(done, "det"))
        return named and v.low[token] in _COMMITS
    if (
        v.base(token) == "obj"
        and v.low[v.head[token]] in _COMMITS
        and any(v.low[c] == "the" for c in v.kids(token, "det"))
    ):
        return True  # "that its fighters set off the explosion"
    cases = {v.low[c] for c in v.kids(token, "case")}
    return "behind" in cases or (bool(cases & {"for", "in", "to", "with"}) and v.low[v.head[token]] in _BLAME)


_DEEDS = frozenset(
    "explosion attack attacks blast bombing raid killing killings massacre shelling fire ambush strike abduction murder".split()
)
_COMMITS = frozenset(
    "set carried committed launched staged perpetrated planted conducted ordered organised organized caused".split()
)
_BLAME = frozenset("responsible involved complicit connected linked implicated tied".split())


def denied_before(r: Reading, first: int, token: int) -> bool:
    """ "POLICE DENY THAT A SCHOOL WAS ATTACKED": a verb of denial, "that", and the deed after it, whatever the tree says."""
    v = r.view
    if blamed(r, token):
        return False
    for i in range(first, token):
        if (
            v.low[i] in stance().denial
            and i + 1 < token
            and v.low[i + 1] in ("that", "what", "reports", "rumours", "rumors", "report", "claims", "having", "there")
        ):
            return not any(
                v.low[k] in ("but", "and") and v.low[k + 1 : k + 2] and v.low[k + 1] in stance().speech
                for k in range(i, token)
            )
    return False
