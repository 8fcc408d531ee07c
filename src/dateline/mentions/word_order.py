"""Who speaks, read off the order of words. Where a small parser loses the subject of a speech verb ("the clinic that took in the
victims registered 11 deaths"), the words still stand in the order of English: who, then the verb; or a quotation, the verb, who.

Stretches are token ranges, both ends inclusive. Every walk is bounded by ``_FAR`` tokens.
"""

import re

from dateline.annotate.roles import View
from dateline.packs.stance import stance

_FAR = 24
_ASIDE = 14  # the longest aside between commas that a subject may have before its verb
_BREAKS = frozenset({";", ":", "”", "“", '"', "–", "—", ".", "?", "!", "|", "•", "*"})
_PREPOSITIONS = frozenset({"of", "for", "in", "from", "at", "on", "with", "to", "near", "outside", "under", "close"})
_INSIDE = frozenset({"of", "for", "in", "from", "at", "'s", "’s", "'", "’", "-", "(", ")", "and", "&"})
_RELATIVE = frozenset({"who", "that", "which"})
_OPENERS = frozenset("but and while though although yet so whereas however also meanwhile then because as".split())
_AUX = frozenset("has have had also later did do does however again only then further already even".split())
_PASSIVE = frozenset("is are was were be been being".split())
_NEGATIVE = frozenset("not n't never cannot nor neither nothing".split())
_DETERMINERS = frozenset(
    "the a an its their his her our one two three four five six several some this that these".split()
)
_BY = frozenset("by of for".split())
_PLACED = frozenset("in at from to on near".split())
_TIMES = re.compile(
    r"(?:on|by|late|early|in|at|since|last|the|same|earlier|meanwhile|day|today|yesterday|tonight|morning|evening|afternoon|night"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|midday|noon|\d{1,2})\Z"
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today morning evening afternoon night noon midday".split()
)
_TOLD = frozenset("tell assure inform".split())
_SHARED = frozenset("told tells tell informed assured".split())

Stretch = tuple[int, int, int]  # first, last, head


def speaker_by_order(view: View, verb: int) -> Stretch | None:
    """The speaker of the speech verb at token ``verb``: before it, or after it where it follows a quotation or a comma."""
    if _participle(view, verb) or said_not(view, verb):
        return None
    return _before(view, verb) or _behind(view, verb)


def said_not(view: View, verb: int) -> bool:
    """ "has not said who fired", "could not confirm", "has said nothing about it": nothing was said."""
    if view.low[verb + 1 : verb + 2] in (["nothing"], ["little"]) and view.low[verb + 2 : verb + 3] not in (
        ["was"],
        ["had"],
        ["has"],
        ["is"],
    ):
        return True
    at = next((k for k in range(verb - 1, max(verb - 4, -1), -1) if view.low[k] in _NEGATIVE), None)
    return at is not None and not any(view.words[k] in _BREAKS or view.words[k] == "," for k in range(at, verb))


def _participle(view: View, verb: int) -> bool:
    """ "blamed by", "accused of", "was told", "her claims were": not the verb of a clause whose subject speaks."""
    low = view.low
    nxt = low[verb + 1] if verb + 1 < len(view) else ""
    back = verb - 1
    while back > 0 and low[back] in _AUX:
        back -= 1
    if back >= 0 and (low[back] in _PASSIVE or low[back] == "to" or view.words[back] in ("'s", "’s", "'", "’")):
        return True
    if low[verb].endswith("ing") or nxt in _PASSIVE:
        return True
    if nxt in _BY and low[verb].endswith(("ed", "ports", "aims", "unts")) and low[verb] not in ("boasted", "bragged"):
        return True
    if low[verb].endswith("ed") and nxt in _PLACED:
        return low[verb] != "informed" and not (nxt == "to" and _capital(view, verb + 2))
    return low[verb].endswith("s") and verb + 1 < len(view) and view.tag[verb + 1] in ("VBD", "VBZ", "MD")


def _capital(view: View, i: int) -> bool:
    return i < len(view) and view.words[i][:1].isupper()


def _before(view: View, verb: int) -> Stretch | None:
    """The phrase that ends right before the verb, an aside between commas or a relative clause skipped."""
    end = verb - 1
    while end > 0 and (view.low[end] in _AUX or view.low[end - 1 : end + 1] in (["at", "first"], ["so", "far"])):
        end -= 1 if view.low[end] in _AUX else 2
    name: tuple[int, int] | None = None
    for _ in range(2):
        if end < 2 or view.words[end] != ",":
            break
        opens = next((k for k in range(end - 1, max(end - _ASIDE, 0), -1) if view.words[k] == ","), None)
        if opens is None or any(view.words[k] in _BREAKS for k in range(opens, end)):
            return None
        if name is None and _is_name(view, opens + 1, end - 1):
            name = (opens + 1, end - 1)
        end = opens - 1
    if end < 0 or view.words[end] in _BREAKS:
        return None
    first = _start(view, end)
    relative = next((k for k in range(end, max(first, end - _ASIDE), -1) if view.low[k] in _RELATIVE), None)
    if relative is not None:
        if relative == end and view.low[relative] != "who" and view.low[end - 1] not in stance().source.speakers.heads:
            return None  # "a confession inside the boat that said …"
        end = relative - 1
    found = _phrase(view, first, end, verb)
    if found is None:
        return None
    first, last, head = found
    signed = next((k for k in range(first, last) if view.low[k : k + 2] == ["signed", "by"]), None)
    if signed is not None:  # "a leaflet signed by the area committee owned up"
        return _phrase(view, signed + 2, last, verb)
    return first, name[1] if name is not None and last == end else last, head


def _is_name(view: View, first: int, last: int) -> bool:
    """ "Hryhorii Balaban", "ASP Rufai Danmadami": capitals all through."""
    return last - first < 6 and all(_capital(view, k) for k in range(first, last + 1))


def _start(view: View, end: int) -> int:
    """The first token of the clause that ends at ``end``: after a comma, a mark, or the sentence's beginning."""
    k = end
    while k > 0 and end - k < _FAR and view.words[k - 1] not in _BREAKS and view.words[k - 1] != ",":
        k -= 1
    return k


def _phrase(view: View, first: int, end: int, verb: int) -> Stretch | None:
    """The last noun phrase of the clause ``first``–``end``, if all before it is an opener or a time, and it can speak."""
    while first <= end and (view.low[first] in _OPENERS or view.words[first] in ("-", ">", "/", ")", "'", "’")):
        first += 1
    turn = next(
        (k for k in range(end, first, -1) if view.low[k] in ("the", "a", "an") and view.low[k - 1] in _CHARGES), None
    )
    if turn is not None:
        first = turn
    if (first <= end and view.low[first] in _PREPOSITIONS) or _dated(view, first, end):
        first = _past_time(view, first, end)
    if first > end or view.low[first] in _PREPOSITIONS or view.low[first] in _RELATIVE:
        return None
    head, last = _head(view, first, end)
    if head is None or not _speaks(view, first, head, verb):
        return None
    return first, last, head


_CHARGES = frozenset(
    "charge charges claim claims accusation accusations allegation allegations account accounts version figure figures report reports attack toll "
    "assault raid killing killings strike bombing something".split()
)


def charged(view: View, verb: int) -> Stretch | None:
    """ "…, a charge the ministry rejected", "a claim that a military source dismissed": whoever stands right before the verb."""
    end = verb - 1
    first = _start(view, end)
    turn = next((k for k in range(end, first, -1) if view.low[k - 1] in _CHARGES), None)
    if turn is None or (view.low[turn] == "that" and not view.low[verb].endswith("ed")):
        return None
    turn += view.low[turn] in ("that", "which")
    return _phrase(view, turn, end, verb) if turn <= end and not _participle(view, verb) else None


def _dated(view: View, first: int, end: int) -> bool:
    return first < end and view.low[first] in DAYS


def _past_time(view: View, first: int, end: int) -> int:
    """ "On Saturday | police", "By Monday evening | officials", "On one of its channels | the branch": past what opens the clause."""
    k = first
    while k <= end and _TIMES.match(view.low[k]):
        k += 1
    if k > first and any(view.low[j] in DAYS for j in range(first, k)):
        return k
    return next(
        (
            k
            for k in range(first + 2, end + 1)
            if view.low[k] in ("the", "a", "an") and view.low[k - 1] not in _PREPOSITIONS and view.low[k - 1] != "and"
        ),
        first,
    )


def _head(view: View, first: int, end: int) -> tuple[int | None, int]:
    """(head, last token) of the phrase that opens at ``first``; null where ``first``–``end`` is more than one phrase."""
    head = None
    k = first
    while k <= end and view.low[k] not in _PREPOSITIONS:
        if head is None and view.low[k] in ("were", "was", "had", "did"):
            return None, end  # "said the dead were farmers"
        if view.tag[k] in ("VBN", "VBG", "VBD") and head is not None and not _capital(view, k):
            return (head, k - 1) if view.tag[k] != "VBD" or view.low[k].endswith("ed") else (None, end)
        if view.low[k] in ("who", "that", "which", "it", "they", "he", "she") or view.words[k] in ",;:":
            return None, end
        if view.tag[k] in ("VBZ", "VBP", "MD") and not _capital(view, k):
            return None, end
        if view.low[k] in _DETERMINERS and not view.tag[k].startswith("CD"):
            k += 1
            continue
        if view.tag[k][:2] in ("NN", "CD") or _capital(view, k) or view.low[k] in stance().source.speakers.heads:
            head = k
        k += 1
    for j in range(k, end + 1):
        if not (view.low[j] in _INSIDE or view.low[j] in _PREPOSITIONS or view.pos[j] in _NOMINAL or _capital(view, j)):
            return (head, k - 1) if view.tag[j] in ("VBN", "VBG") else (None, end)
        if j > k and view.low[j] in ("the", "a", "an") and view.low[j - 1] not in _INSIDE | _PREPOSITIONS:
            return None, end
    return head, end


_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PART", "PRON"})


def _speaks(view: View, first: int, head: int, verb: int) -> bool:
    """Whether the head of the phrase is somebody: a listed head, a name, or one by its ending."""
    low, speakers = view.low[head], stance().source.speakers.heads
    if any(view.low[k] in ("no", "neither", "any") for k in range(first, head)):
        return False
    if (
        low in stance().source.not_speakers
        or low in DAYS
        or low in _NOBODY
        or view.low[verb : verb + 3][1:] == ["to", "be"]
    ):
        return False
    if low in speakers or (low == "one" and view.low[head + 1 : head + 2] == ["of"]):
        return True
    if view.low[verb] in _ONLY_SPEECH and low not in _UNSPEAKING and view.tag[head] in ("NNS", "NNPS", "NN"):
        return True
    if _capital(view, head) and (head > 0 or view.pos[head] == "PROPN"):
        return view.low[first] not in ("in", "at")
    return low.endswith(_ENDINGS) and view.tag[head].startswith("NN")


_NOBODY = frozenset("i we you nobody none noone someone anybody anyone".split())
_ONLY_SPEECH = frozenset(
    "said says say told tells tell alleged allege alleges accused accuse accuses blamed blame blames pointed denied denies deny rejected rejects dismissed dismisses disputed disputes".split()
)
_UNSPEAKING = frozenset(
    "body paper papers footage clip picture pictures post posts message messages note notes pamphlet book article study charter law laws rule rules text "
    "sources-of sign signs time times thing things fact facts rumour rumours rumor rumors story stories sheet tally toll poster caption audio recording slogan "
    "graffiti placard placards banners headline headlines".split()
)
_ENDINGS = ("men", "women", "leaders", "ers", "ists", "ees", "ants", "people", "students", "mothers", "wife", "widow")


def turned_by_order(view: View, verb: int) -> Stretch | None:
    """ "Eleven herders died, say the separatists;": the phrase after the verb, where it runs to the end of its clause."""
    return _behind(view, verb)


def _cut_short(view: View, i: int) -> bool:
    """ "a teacher quoted by the radio": a clause cut short to its participle, not "the bandits killed 11 persons"."""
    nxt = view.tag[i + 1] if i + 1 < len(view) else ""
    return view.tag[i] == "VBG" or (view.tag[i] == "VBN" and nxt in ("IN", "TO", "RB", ".", ",", ""))


def _behind(view: View, verb: int) -> Stretch | None:
    """ "…, say their mothers", "“…,” affirms a teacher who …": after the verb that follows a quotation or a comma."""
    if verb < 2 or view.low[verb] in _SHARED or view.words[verb - 1] not in (",", "”", '"', "’", "'"):
        return None
    if stance().speech.get(view.low[verb]) not in ("stated", "alleged"):
        return None
    end = verb
    while end + 1 < len(view) and end - verb < 12 and view.words[end + 1] not in _BREAKS and view.words[end + 1] != ",":
        end += 1
        if view.low[end] in ("who", "which", "that", "as", "after", "before", "when", "and", "but", "while"):
            end -= 1
            break
    if end == verb or view.words[verb + 1] in ("that", "it") or view.low[verb + 1] in _PREPOSITIONS:
        return None
    found = _phrase(view, verb + 1, end, verb)
    if found is None or (found[1] < end and not _cut_short(view, found[1] + 1)):
        return None
    first, last, head = found
    if last + 2 < len(view) and view.words[last + 1] == ",":  # ", Colonel Ivan Brandao."
        stop = last + 2
        while stop < len(view) and stop - last < 8 and view.words[stop] not in _BREAKS and view.words[stop] != ",":
            stop += 1
        if stop - last > 2 and _is_name(view, last + 3, stop - 1) and stop > last + 3:
            last = stop - 1
    return first, last, head
