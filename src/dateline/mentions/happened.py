"""Words that only say of what was told before that it happened: "It happened on Saturday", "said the incident occurred at dawn"."""

import re
from functools import cache

from dateline.packs.story_words import story_words

_NEEDLES = ("happened", "occurred", "took place", "carried out", "unfolded")
_OPENS = re.compile(r"(?:it|this|that|all this|all of this) (?:all )?(?:happened|occurred|took place)\b", re.IGNORECASE)


def opens_so(text: str) -> bool:
    """Whether a sentence opens so: it is of what the one before it told, whatever that was."""
    return _OPENS.match(text) is not None


def happened(text: str) -> int | None:
    """Where in a sentence the words for it end; null without them."""
    if not any(n in text for n in _NEEDLES):
        return None
    m = _pattern().search(text)
    return m.end() if m is not None else None


@cache
def _pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(story_words().happenings))
    return re.compile(
        rf"(?:^|\b(?:that|said|say|says|told|added) |, )(?:(?:the|this) (?:[\w-]{{1,20}} ){{0,2}}?(?:{nouns})|it) "
        r"(?:\w{1,12}ly |had |all ){0,2}(?:happened|occurred|took place|was carried out|unfolded)\b",
        re.IGNORECASE,
    )
