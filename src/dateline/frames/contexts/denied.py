"""Deeds said not to have happened."""

import re

from dateline.frames.reading import Reading
from dateline.packs.stance import stance

_NEVER = re.compile(
    r"\b(?:(?:did|does|had|has) (?:not|never) (?:happen|take place|occur|taken place|happened|occurred)|never (?:happened|took place|occurred))\b"
    r"(?! (?:in|at|on|during|as|like|by|near|until|before)\b)"
)


def never(r: Reading, token: int, last: int) -> bool:
    """ "the burning of the village … did not happen"."""
    return _NEVER.search(" ".join(r.view.low[token : last + 1])) is not None


def denied_before(r: Reading, first: int, token: int) -> bool:
    """ "POLICE DENY THAT A SCHOOL WAS ATTACKED": a verb of denial, "that", and the deed after it, whatever the tree says."""
    v = r.view
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
