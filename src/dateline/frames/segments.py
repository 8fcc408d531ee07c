"""A sentence cut into stretches that each tell one event: at semicolons, at clauses with a time of their own ("hours after
gunmen had …"), at "while", and between coordinated clauses that each have their own doer and deed."""

from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger

_SEQUEL = frozenset(
    "days_after days_before hours_before hours_after day_after day_before weeks_after hours_later".split()
)
_APART = frozenset({"while", "whereas", "meanwhile"})
_SPANS = frozenset("hours days weeks months minutes".split())
_RELATIVE_TIME = frozenset({"after", "before", "since"})
RESULTS = frozenset({"kill", "bodies", "shoot", "hurt"})
_CONTRAST = frozenset({"while", "whereas", "but", "though", "although"})
_OPENERS = frozenset({";", ",", "and", "but", "as", "amid"}) | _APART | _RELATIVE_TIME | _CONTRAST
_HURT = frozenset({"injured", "wounded", "hurt", "killed"})


def segments(r: Reading) -> list[tuple[int, int]]:
    """Token ranges (inclusive) in order, covering the sentence; those without a trigger are joined to their neighbour."""
    cuts = {0}
    timed = {first for first, _ in r.time_tokens}
    for i, word in enumerate(r.view.low):
        if i == 0 or not (word in _OPENERS or i in timed):
            continue
        if (
            _semicolon(r, i)
            or _apart(r, i)
            or _timed_clause(r, i)
            or _own_clause(r, i)
            or _listed_clause(r, i)
            or recounts(r, i)
            or _answered(r, i)
        ):
            cuts.add(i)
    bounds = sorted(cuts)
    out: list[tuple[int, int]] = []
    for k, first in enumerate(bounds):
        last = bounds[k + 1] - 1 if k + 1 < len(bounds) else len(r.view) - 1
        out.append((first, last))
    return _joined(r, out)


def _semicolon(r: Reading, i: int) -> bool:
    """A semicolon before a deed that is more than the result of the one before it."""
    if r.view.words[i] != ";":
        return False
    right = [t for t in r.triggers if t.first > i and not t.weak]
    return any(t.act not in RESULTS for t in right) or _counts_apart(r, i, i) or _timed_or_placed(r, i, len(r.view) - 1)


def _acts(r: Reading, first: int, last: int) -> list[Trigger]:
    return [t for t in r.triggers if first <= t.first and t.last <= last]


def _strong(r: Reading, first: int, last: int) -> bool:
    return any(not t.weak for t in _acts(r, first, last))


def _joined(r: Reading, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for first, last in parts:
        alone = _counts_apart(r, first, last) or recounts(r, first)
        if out and (not _acts(r, first, last) or not _acts(r, *out[-1])) and not alone:
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return out


def _counts_apart(r: Reading, first: int, last: int) -> bool:
    """ "; in the second, on Saturday, … four passengers died": an event told by an ordinal."""
    return (
        any(w in ("second", "third", "other", "latter") for w in r.view.low[first : first + 5])
        and r.view.words[first] == ";"
    )


def recounts(r: Reading, i: int) -> bool:
    """ ", while residents put the toll at 22", ", but a doctor said 22 had died": somebody else's figure for the same dead."""
    v = r.view
    if (
        i == 0
        or v.low[i] not in _CONTRAST
        or v.words[i - 1] != ","
        or not any(s.speaker and s.token > i for s in r.said)
    ):
        return False
    left, right = _acts(r, 0, i - 1), _acts(r, i, len(v) - 1)
    hurt = not _HURT_WORDS.isdisjoint(v.low[i:])  # "five had gunshot wounds, while residents put the injured at nine"
    same = not _HURT_WORDS.isdisjoint(v.low[:i]) if hurt else not all(t.weak for t in left)
    if not same or any(t.act not in (("hurt",) if hurt else ("kill", "bodies")) for t in right):
        return False
    figures = [(n, w) for n in r.people if n.numeral and (w := r.tokens(n.start, n.end)) is not None]
    before = any(w[0] < i and n.low not in (None, 0) for n, w in figures)
    behind = [w for n, w in figures if w[0] > i and n.low not in (None, 0)]
    bare = len(behind) == 1 and (bool(right) or v.low[behind[0][0] - 1] in _PUT)
    return before and bare and not _timed_or_placed(r, i, len(v) - 1) and _OTHERS.isdisjoint(v.low[i:])


_PUT = frozenset({"at", "of", "counted", "counts", "tallied", "was", "is"})
_HURT_WORDS = frozenset({"injured", "wounded", "hurt", "wounds", "injuries"})
_OTHERS = frozenset({"missing", "arrested", "abducted", "detained", "more", "another", "others"})


def _apart(r: Reading, i: int) -> bool:
    """A clause opened by "while", "as", "amid" or "even as" with a deed of its own on both sides."""
    low = r.view.low[i]
    if low in _APART and r.view.words[i - 1] in (",", ";", "and"):
        right = [t for t in _acts(r, i, len(r.view) - 1) if not t.weak]
        if all(t.act in RESULTS | {"arrest", "captive"} for t in right) and not _timed_or_placed(r, i, len(r.view) - 1):
            return False  # "six were killed, while two were apprehended"
        return _strong(r, 0, i - 1) and bool(right)
    if low == "as" and r.view.low[i + 1 : i + 3] == ["a", "result"]:
        return False
    if low in ("as", "amid") and i > 3:
        verb = r.view.head[i]
        clausal = low == "amid" or (r.view.base(i) == "mark" and r.view.base(verb) == "advcl" and verb > i)
        right = _acts(r, i, len(r.view) - 1)
        scenery = all(t.act == "protest" and t.noun for t in right)  # "shot dead as he left a rally"
        left = _acts(r, 0, i - 1)
        here = _timed_or_placed(r, i, len(r.view) - 1)
        if low == "as" and all(t.weak or t.act in RESULTS for t in left) and not _timed_or_placed(r, 0, i - 1):
            return False  # "Seven lost their lives and four were hurt as jets bombed the town"
        if low == "as" and _suffered_only(r, left) and (not right or any(not t.noun for t in right)) and not here:
            return False  # "A woman was wounded in Nikopol on Monday as troops shelled the town"
        return clausal and bool(left) and bool(right) and not scenery
    return False


def _answered(r: Reading, i: int) -> bool:
    """ "…, in response to an air strike on a house in Lawdar last night": the deed that is answered, with a day of its own."""
    v = r.view
    opens = v.words[i] == "," and v.low[i + 1 : i + 2] == ["in"] and v.low[i + 2 : i + 3] in _ANSWERS
    if not opens or not any(t.act not in RESULTS for t in _acts(r, 0, i - 1)):
        return False
    edge = v.starts[i] + r.offset
    return any(t.start > edge for t in r.times) and _placed(r, i, len(v) - 1) and bool(_acts(r, i, len(v) - 1))


_ANSWERS = (["response"], ["retaliation"], ["revenge"], ["reprisal"])


def _suffered_only(r: Reading, acts: list[Trigger]) -> bool:
    """Whether the deeds only tell what people suffered, from nobody named."""
    return all(t.act in RESULTS and r.view.verbal(t.token) and r.view.passive(t.token) for t in acts)


def _timed_clause(r: Reading, i: int) -> bool:
    """ "…, hours after unidentified men had picked up a third": starts at the time words."""
    v = r.view
    if v.low[i] == "before" and _undone(r, i):
        return True
    if v.low[i] in ("since", "after", "before") and _marks_clause(r, i):
        start, dated = i, False
        for t in r.time_tokens:
            if t[0] <= i <= t[1] + 1 and t[0] > 0:
                start, dated = (i, v.low[i] == "after") if _day_of_deed(r, t) else (t[0], False)
        if start == i and v.low[i] != "since" and not dated:
            return False
        return False if start != i else bool(_acts(r, 0, i - 1)) and _strong(r, i, len(v) - 1)
    for t in r.time_tokens:
        if t[0] != i or i == 0 or _day_of_deed(r, t):
            continue
        nxt = t[1] if v.low[t[1]] in _RELATIVE_TIME else t[1] + 1
        if (
            nxt > t[1]
            and any(a.noun and nxt < a.first <= nxt + 3 for a in r.triggers)
            and v.low[nxt : nxt + 1] == ["after"]
        ):
            continue  # "restored control of the village on Sunday after fierce clashes"
        if nxt < len(v) and v.low[nxt] in _RELATIVE_TIME and _marks_clause(r, nxt):
            return bool(_acts(r, 0, i - 1) or _light(r, i)) and _strong(r, i, len(v) - 1)
    return False


def _day_of_deed(r: Reading, t: tuple[int, int]) -> bool:
    """ "on Monday before police …": the day of the deed before it, not "hours before police …"."""
    return t[0] > 0 and r.view.low[t[0] - 1] == "on"


def _undone(r: Reading, i: int) -> bool:
    """ "…, before an army column pushed them out again the following afternoon": another doer, another deed, a time of its own."""
    v = r.view
    ours = [t for t in _acts(r, i, len(v) - 1) if not t.weak and t.act in ("take", "clash", "overrun")]
    doer = any(i < p.first <= i + 3 and p.last < t.first for p in r.parties for t in ours[:1])
    start = v.starts[i] + r.offset
    return (
        doer
        and v.tag[ours[0].token] in ("VBD", "VBP", "VBZ")
        and _strong(r, 0, i - 1)
        and any(t.start >= start for t in r.times)
    )


def _light(r: Reading, i: int) -> bool:
    """ "The violence came a day after …": the sentence so far only points back."""
    return any(w in ("came", "comes", "followed", "follows", "happened", "occurred") for w in r.view.low[:i])


def _marks_clause(r: Reading, i: int) -> bool:
    v = r.view
    over = v.head[i]
    if v.base(i) == "case" and over > i and v.low[over] in _SPANS:
        return False  # "on Thursday after two days of fighting"
    if v.base(i) == "mark" and over > i and v.verbal(over):
        return v.tag[over] not in ("VBG",)
    return any(
        v.verbal(k) and v.tag[k] in ("VBD", "VBZ", "VBP", "VBN") for k in range(i + 1, min(i + 12, len(v)))
    ) and any(
        v.dep[k].startswith("nsubj") or (v.tag[k] == "VBD" and v.base(k) in ("acl", "ccomp"))
        for k in range(i + 1, min(i + 9, len(v)))
    )


def _own_clause(r: Reading, i: int) -> bool:
    """Between "A did X in P" and "and B did Y": another doer and another deed that is more than the first one's result."""
    v = r.view
    if v.low[i] not in ("and", "but") or i + 2 >= len(v):
        return False
    over = v.head[i]
    if v.base(over).startswith("nsubj") and over > i:
        over = v.head[over]  # the tree hangs "and" on the subject behind it
    if not (v.base(i) == "cc" and v.base(over) == "conj" and v.verbal(over) and over > i):
        return False
    subject = [c for c in v.kids(over, "nsubj") if i < c < over]
    if not subject and _placed(r, 0, i - 1) and _placed(r, i, len(v) - 1):
        subject = [c for c in v.kids(over, "nsubj:pass") if i < c < over]  # "and 12 suspects were detained in B"
    if not subject or v.low[subject[0]] in ("it", "they", "he", "she", "who", "that", "which"):
        return False
    left = [t for t in r.triggers if t.last < i]
    right = [
        t
        for t in r.triggers
        if ((t.first > i and v.clause(t.token) == over) or t.token == over) and not _surrounding(r, t)
    ]
    if not left or not right or all(t.act in RESULTS or t.weak or v.low[t.token] == "crossfire" for t in right):
        return False  # "…, and 11 civilians were killed in the crossfire"
    if (
        v.low[over] in _HURT
        and (v.passive(over) or v.object(over) is None)
        and (
            all(t.act in RESULTS for t in left)
            or (any(t.act in RESULTS for t in left) and not _timed_or_placed(r, 0, i - 1))
        )
    ):
        return False  # "four were killed and 12 others injured in shelling"
    if (
        v.tag[subject[0]] == "CD"
        and all(t.act in RESULTS and v.passive(t.token) for t in left)
        and (v.tag[over] == "VBN" or v.object(over) is None)
    ):
        return False  # "Two of the gunmen were killed and three arrested after they attacked a post"
    return _timed_or_placed(r, i, len(v) - 1) or {t.act for t in left}.isdisjoint({t.act for t in right})


def _surrounding(r: Reading, t: Trigger) -> bool:
    """ "… and 11 civilians were killed in the crossfire, in some of the worst fighting this year": the deed told before, by its
    noun."""
    v = r.view
    if not t.noun or t.first < 2:
        return False
    return v.tag[t.first - 1] == "JJS" or (
        v.low[t.first - 1] == "the" and v.low[t.first - 2] in ("in", "during", "amid")
    )


def _listed_clause(r: Reading, i: int) -> bool:
    """ "A bus was blown up outside A, there has been fighting in B, and …": clauses with places of their own, told in a row."""
    v = r.view
    if v.words[i] != "," or i + 3 >= len(v):
        return False
    end = next((k for k in range(i + 1, len(v)) if v.words[k] == ","), len(v))
    opener = v.low[i + 1] in ("there", "a", "an") or v.tag[i + 1] in ("NNS", "NNPS")
    if not opener or end == len(v) or v.low[min(end + 1, len(v) - 1)] != "and":
        return False
    verb = any(v.tag[k] in ("VBD", "VBZ", "VBP") for k in range(i + 1, end))
    return (
        verb
        and _strong(r, 0, i - 1)
        and _strong(r, i + 1, end - 1)
        and _timed_or_placed(r, 0, i - 1)
        and _timed_or_placed(r, i + 1, end - 1)
    )


def _placed(r: Reading, first: int, last: int) -> bool:
    start, end = r.span(first, last)
    return any(start <= p.start < end and not p.qualifier and not p.generic for p in r.places)


def _timed_or_placed(r: Reading, first: int, last: int) -> bool:
    start, end = r.span(first, last)
    return _placed(r, first, last) or any(start <= t.start < end for t in r.times)
