"""Deeds that a court hears of."""

import re

from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger

_COURTS = re.compile(
    r"\b(?:sentenced|sentences|convicted|convicts|indicted|acquitted|(?:pleaded|pleads|plead|pleading|found) (?:not )?guilty|on trial|stood trial|stand trial"
    r"|charged (?:\S+ ){0,4}?with|charges (?:\S+ ){0,3}?with|extradited|awaiting trial|life imprisonment|death row)\b"
)
_ACCUSED = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )accused of (?:\S+ )?(?:carrying out|planning|plotting|masterminding|organi[sz]ing|ordering"
    r"|taking part|participating|involvement|complicity|having)\b"
)
"""Suspects, not a charge that somebody makes: "the army is accused of carrying out the raid"."""
_TRIED = re.compile(
    r"\b(?:trial|retrial|jail|jailed|jailing|prison|imprisonment|verdict|convictions?|testif(?:y|ied)|testimony|dock|war crimes)\b"
    r".{0,200} (?:for|over) (?:\S+ ){0,5}$"
)
_HEARD = re.compile(
    r"\b(?:court|tribunal|trial|jury|judges?|hearing)\b.{0,80}\bheard (?:how|that|from)\b"
    r"|\btold (?:the |a )?(?:\S+ ){0,2}(?:court|tribunal|judges?|jury|jurors|hearing|inquiry)\b"
)


_OPENED = re.compile(
    r"\b(?:re)?trial (?:\S+ ){0,3}?of (?:\S+ ){1,40}?(?:opened|opens|began|begins|started|starts|resumed|resumes|adjourned)\b"
)


def trial_opens(r: Reading, first: int) -> int | None:
    """ "The trial of six men accused of … opened on Monday": the token at which the deed ends and the day of the court begins."""
    low = r.view.low[first:]
    found = _OPENED.search(" ".join(low)) if "trial" in low or "retrial" in low else None
    return None if found is None else first + " ".join(low)[: found.end()].count(" ")


def in_court(r: Reading, first: int, act: Trigger) -> bool:
    """ "sentenced twelve men to death for the killing of …", "the trial of a general over the massacre": what a court hears of."""
    opened = trial_opens(r, first)
    if opened is not None and act.first < opened:
        return act.act not in ("arrest", "protest")
    words = " ".join(r.view.low[first : act.last + 1])
    told = (
        _COURTS.search(words)
        or _ACCUSED.search(words)
        or (act.act in ("kill", "bodies", "shoot") and _COURTS.search(" ".join(r.view.low[first:])))
    )
    if act.noun and _TRIED.search(" ".join([*r.view.low[first : act.first], ""])):
        return True
    heard = _HEARD.search(" ".join(r.view.low[: act.last + 1]))
    return (heard is not None or bool(told)) and act.act not in ("arrest", "protest")
