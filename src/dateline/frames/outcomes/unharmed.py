"""Figures of people to whom nothing was done: those who did it, who tell of it, who got away, who were only there."""

import msgspec

from dateline.frames.frame import Frame
from dateline.frames.outcomes.figures import end_of, figures
from dateline.frames.outcomes.predicate import FINITE, past_aside
from dateline.frames.outcomes.word import OF_ACT, word_outcome
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.mentions.triggers import Trigger, triggers
from dateline.packs.number_words import number_words
from dateline.packs.tolls import tolls

_UNHURT = frozenset({"unharmed", "unhurt", "unscathed", "uninjured"})
_EMERGED = frozenset({"escaped", "survived", "emerged", "remained", "left"})


def unharmed(r: Reading, frame: Frame, n: Number, where: tuple[int, int]) -> bool:
    """Whether nothing was done to those counted, as the words around the figure say."""
    before = r.view.low[max(0, where[0] - 2) : where[0]]
    return (
        before[-1:] in (["nor"], ["neither"])
        or "how" in [*before, r.view.low[where[0]]]
        # "hurt when armed men strafed their house"
        or (n.bare and not {"when", "as", "after", "while"}.isdisjoint(before))
        # "a committee of relatives of missing and murdered people"
        or (n.bare and not tolls().people.kin.isdisjoint(r.view.low[max(0, where[0] - 10) : where[0]]))
        or (n.bare and before == [",", "all"])  # "three passengers, all Chinese, were injured"
        or _does(r, frame, where)
        or in_care(r, n, where)
        or _owns(r, frame, n, where)
        or _all_there(r, frame, where)
        or _among(r, frame, n, where)
        or _shoots(r, frame, where)
        or _reason(r, frame, where)
        or freed(r, where)
        or is_speaker(r, where)
        or _attacks(r, frame, n, where)
        or _got_away(r, where)
        or tried(r, where)
    )


def spared(r: Reading, n: Number, where: tuple[int, int]) -> Number | None:
    """ "The guards were not harmed", "The two drivers escaped unhurt": the number with nobody hurt. Null where no such words follow."""
    low, k = r.view.low, past_aside(r, where[1] + 1, len(r.view) - 1)
    while k < len(low) and low[k] in tolls().between.helps | _EMERGED:
        k += 1
    but = next((j for j in range(k + 1, min(k + 4, len(low))) if low[j] == "but"), None)
    if but is not None and k and low[k - 1] in tolls().between.be and r.view.tag[k] in ("VBN", "VBD"):
        k = but + 1  # "were tied up but not hurt"
        while k < len(low) and low[k] in tolls().between.helps | _EMERGED:
            k += 1
    verbs = number_words().zero.verbs
    if low[k : k + 1] in (["not"], ["n't"], ["n’t"]):
        grave = low[k + 1 : k + 2] in (["seriously"], ["badly"], ["critically"])
        zero = next((z for z, words in verbs.items() if low[k + 1 + grave :] and low[k + 1 + grave] in words), None)
        zero = "killed" if grave and zero else zero
    elif low[k : k + 1] and low[k] in ("injury", "harm", "injuries") and low[k - 1] == "escaped":
        zero = "all"  # "A family of five escaped injury"
    else:
        zero = "all" if low[k : k + 1] and low[k] in _UNHURT else None
    return None if zero is None else msgspec.structs.replace(n, low=0, high=0, kind="exact", zero=zero, numeral=False)


def tried(r: Reading, where: tuple[int, int]) -> bool:
    """ "A court sentenced nine men over the killing of …", "Seven militants were convicted of the attack", "Four men went on trial":
    those a court deals with."""
    low, words = r.view.low, tolls().courts
    k = past_aside(r, where[1] + 1, len(low) - 1)
    while k < len(low) and low[k] in tolls().between.helps:
        k += 1
    passive = k > where[1] + 1 and low[k : k + 1] != [] and low[k] in words.judged
    return passive or low[max(0, where[0] - 1)] in words.judged or (" ".join(low[k : k + 3])).startswith(words.stands)


def _got_away(r: Reading, where: tuple[int, int]) -> bool:
    """ "Two guards escaped", and not "with gunshot wounds"."""
    k = where[1] + 1
    hurt = any(f[0] == k and f[2] == "injured" for f in r.fates)
    return r.view.low[k : k + 1] in (["survived"], ["escaped"]) and not hurt


def _does(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "was killed by three gunmen": those who did it."""
    if where[0] == 0 or r.view.low[where[0] - 1] != "by":
        return False
    return any(
        frame.first <= k < where[0] and r.view.passive(k) for k in range(frame.first, where[0]) if r.view.verbal(k)
    )


_CARING = frozenset("guarding escorting protecting accompanying carrying transporting driving ferrying".split())


def in_care(r: Reading, n: Number, where: tuple[int, int]) -> bool:
    """ "A policeman guarding polio workers was shot dead", "a driver carrying 20 pilgrims was killed": what those harmed were about."""
    v = r.view
    k = next((k for k in range(where[0] - 1, max(where[0] - 5, 0), -1) if v.tag[k] == "VBG"), None)
    if k is None or v.low[k] in triggers().outcome_verbs or any(t.token == k for t in r.triggers):
        return False
    told = v.base(k) == "acl" or v.low[k] in _CARING or v.low[where[1] + 1 : where[1] + 2] in (["was"], ["were"])
    if not told:
        return False
    before = r.offset + v.ends[k - 1]
    return any(o is not n and o.people and not o.part_of and end_of(o) == before for o in r.people)


def _attacks(r: Reading, frame: Frame, n: Number, where: tuple[int, int]) -> bool:
    """ "a gunman", or men without a figure that a deed is the deed of: those who did it."""
    if is_doer(n) and not _suffers(r, frame, where):
        return True
    return n.bare and any(
        (t.act in OF_ACT or t.act in ("take", "captive"))
        and r.view.verbal(t.token)
        and r.view.object(t.token) is not None
        and by_side(r, n, t)
        for t in frame.acts
    )


def by_side(r: Reading, n: Number, t: Trigger) -> bool:
    """Whether the figure is the doer's: the subject of an active verb, or after "by"."""
    v = r.view
    where = r.tokens(n.start, end_of(n))
    if where is None:
        return True
    doer = v.doer(t.token)
    return (doer is not None and where[0] <= doer <= where[1]) or v.low[max(0, where[0] - 1)] == "by"


def _owns(r: Reading, frame: Frame, n: Number, where: tuple[int, int]) -> bool:
    """ "Four relatives of a militia leader were killed", "the brother of the mayor": the one whose people they were."""
    if n.numeral or n.low != 1 or where[0] < 2 or r.view.low[where[0] - 1] != "of":
        return False
    start = r.offset + r.view.ends[where[0] - 2]
    return any(
        o is not n and (o.numeral or o.outcome is None) and o.people and not o.bare and end_of(o) == start
        for o in figures(r, frame.first, frame.last)
    )


def _all_there(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "Of the seven soldiers on duty, five were killed": how many there were."""
    k = where[0] - 1
    if k > 0 and r.view.low[k] in ("the", "its", "their", "his"):
        k -= 1
    if k < 0 or r.view.low[k] != "of" or not (k == 0 or r.view.words[k - 1] in (",", ";", "“", '"')):
        return False
    return "," in r.view.words[where[1] + 1 : where[1] + 12]


def _among(r: Reading, frame: Frame, n: Number, where: tuple[int, int]) -> bool:
    """ "Among the dead were two brothers", "The victims included an inspector": some of those counted elsewhere."""
    before = r.view.low[max(frame.first, where[0] - 7) : where[0]]
    if _in_toll(r, where[1] + 1):
        return True  # "nine of its staff were among the dead"
    if before[-2:] in (["among", "them"], ["among", "whom"], ["of", "whom"]) or before[-4:] == [
        "of",
        "them",
        "that",
        "of",
    ]:
        return True
    if not n.numeral and before[-3:] == ["one", "of", "them"]:
        return True  # "four were civilians, one of them a boy of 16"
    beside = r.view.low[where[1] + 1 : where[1] + 6]
    if not n.numeral and before[-1:] == [","] and any(beside[k : k + 2] == ["among", "them"] for k in range(4)):
        return True  # "five people, a girl of ten among them, were killed"
    past = r.view.low[where[1] + 1 : where[1] + 4]
    if past in (["were", "among", "the"], ["was", "among", "the"]) and r.view.tag[where[1] + 4 : where[1] + 5] == [
        "CD"
    ]:
        return True  # "Three babies were among the 12 killed"
    if "among" in before[:-1]:
        told = before[before.index("among") + 1 :]
        return bool(tolls().people.harmed & set(told[:3])) and bool({"was", "were", "is", "are"} & set(told))
    return (
        before[-1:] != []
        and before[-1] in ("included", "include", "includes")
        and bool(tolls().people.harmed & set(before))
    )


def _in_toll(r: Reading, first: int) -> bool:
    """Whether "were among the dead" follows, past whose people they were ("two leaders of the group") and who else was ("and six police")."""
    low, be = r.view.low, tolls().between.be
    for k in range(first, min(first + 12, len(low) - 2)):
        if low[k] in be and low[k + 1] == "among":
            return low[k + 2 + (low[k + 2] == "the") : k + 4][:1] != [] and not tolls().people.harmed.isdisjoint(
                low[k + 2 : k + 4]
            )
        if r.view.words[k] == ";" or r.view.tag[k] in FINITE:
            return False
    return False


def _shoots(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "two men on a motorcycle shot dead a trader": whoever stands before an active deed that has its object behind it."""
    v = r.view
    for t in frame.acts:
        if t.act != "kill" or t.last + 1 >= len(v) or not where[1] < t.first <= where[1] + 6:
            continue
        between = range(where[1] + 1, t.first)
        if any(v.tag[k] in FINITE or v.pos[k] == "AUX" or v.words[k] in (",", ";") for k in between):
            continue
        if v.low[t.last] == "dead" and v.tag[t.last + 1] in ("DT", "CD", "NNP", "NN", "NNS", "PRP$", "JJ", "PRP"):
            return True
    return False


def is_doer(n: Number) -> bool:
    """ "the attacker", "a gunman": who did it, by the noun alone."""
    return not n.numeral and n.low == n.high == 1 and (n.noun or "").lower().split(" ")[-1] in tolls().people.doers


def shot_dead(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "police shot dead the attacker": the one right behind a deadly deed."""
    be = tolls().between.be
    return any(t.act == "kill" and t.last + 1 == where[0] and r.view.low[t.first - 1] not in be for t in frame.acts)


def _suffers(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "A gunman from the militia was killed", "the attacker was shot dead": a doer to whom it was done."""
    v = r.view
    deadly = {t.token for t in frame.acts if t.act == "kill" and not t.noun}
    return shot_dead(r, frame, where) or any(
        v.dep[k] == "nsubj:pass"
        and v.passive(v.head[k])
        and (word_outcome(r, v.head[k]) is not None or v.head[k] in deadly)
        for k in range(where[0], where[1] + 1)
    )


def _reason(r: Reading, frame: Frame, where: tuple[int, int]) -> bool:
    """ "burned her house after a child died in her care", "enraged at the death of a driver": what a crowd was angry about."""
    low, crowd = r.view.low, [t for t in frame.acts if t.act in ("mob", "loot", "protest")]
    k = where[0] - 2
    if k > 1 and low[k + 1] == "of" and low[k] in tolls().people.ends and low[k - 1] == "the":
        return bool(crowd) and low[k - 2] in ("at", "over", "against", "by", "protest", "about")
    return k >= 0 and low[k + 1] == "after" and any(t.last < where[0] for t in crowd)


def freed(r: Reading, where: tuple[int, int]) -> bool:
    """ "and rescued 26 hostages", "17 captives were freed": what became of them is over."""
    v = r.view
    before = v.low[max(0, where[0] - 2) : where[0]]
    if tolls().fates.freed & set(before[-1:]) or (
        before[:1] and before[0] in tolls().fates.freed and before[-1] in ("the", "all", "another", "some")
    ):
        return True
    k = where[1] + 1
    while k < min(where[1] + 4, len(v)) and (v.pos[k] in ("AUX", "ADV")):
        k += 1
    return k < len(v) and k > where[1] + 1 and v.low[k] in tolls().fates.freed


def is_speaker(r: Reading, where: tuple[int, int]) -> bool:
    start, end = r.offset + r.view.starts[where[0]], r.offset + r.view.ends[where[1]]
    # "puts the dead at twelve and says …", "put its dead at three, denying …"
    joined = r.view.low[where[1] + 1 : where[1] + 2] == ["and"] or r.view.tag[where[1]] == "CD"
    if not joined and any(s.speaker and s.head < where[0] and where[1] < s.token <= where[1] + 2 for s in r.said):
        return True  # "Qari Ahmadi, a Taliban spokesman, said"
    aside = [s for s in r.said if s.speaker and r.sentence.text[s.end : s.end + 1] == "," and s.cue_start - s.end < 120]
    return (
        any(
            s.speaker and (where[0] <= s.head <= where[1] or (r.offset + s.start <= start and end <= r.offset + s.end))
            for s in r.said
        )
        or any(  # "Abu Obeida, a spokesman for the wing, said"
            s.end < start - r.offset < s.cue_start
            and "," not in (between := r.sentence.text[s.end + 1 : start - r.offset])
            and " who " not in between  # "the spokesman, who confirmed that two men were held, said"
            for s in aside
        )
    )
