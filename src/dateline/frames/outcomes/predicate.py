"""The predicate right beside a figure: "six were wounded", "and injuring scores"."""

from dateline.frames.frame import Frame
from dateline.frames.outcomes.word import word_outcome
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.mentions.triggers import triggers
from dateline.model.incident import Outcome
from dateline.packs.tolls import tolls

_OURS = frozenset({"our", "its", "their"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def behind(r: Reading, n: Number, where: tuple[int, int], frame: Frame) -> Outcome | None:
    """ "six were wounded", "five soldiers wounded in action": the predicate right behind, with its helpers and adverbs."""
    v = r.view
    ours = n.group == "combatants" or not _OURS.isdisjoint(v.low[where[0] : where[1]])
    if ours and v.low[where[1] + 1 : where[1] + 2] == ["fallen"]:
        return "killed"  # "speaks of two of its men fallen"
    if where[0] and v.low[where[0] - 1] in ("of", "by", "with", "between", "against", "than"):
        return None
    k, be = _helped(r, _past_people(r, n, where[1] + 1))
    if k >= len(v):
        return (
            "injured" if be and v.low[-1] in tolls().fates.gravely else None
        )  # "12 were seriously", and the line breaks off
    if v.low[k] in ("fatally", "mortally") and v.pos[k] == "ADV":
        return "killed"
    fate = next((f for f in r.fates if where[1] < f[0] <= k <= f[1]), None)
    if fate is not None and (be or v.tag[fate[0]] in FINITE or n.numeral):
        return fate[2]
    if ours and v.low[k] in ("fallen", "fell") and (k + 1 >= len(v) or v.low[k + 1] not in tolls().fates.falls):
        return "killed"
    if be and any(t.act == "kill" and t.first == k and not t.noun for t in frame.acts):
        return None if v.low[k].endswith("ing") else "killed"  # "seven of them were shot dead"
    if v.low[k] == "missing" and (be or v.low[where[0] - 1] in ("left", "leaving", "leaves")):
        return "missing"
    if n.group != "combatants" and were_taken(r, k):
        return "abducted"  # "five were killed and two children were taken"
    if be and v.low[k] == "found" and any(word_outcome(r, j) == "killed" for j in range(k + 1, min(k + 4, len(v)))):
        return "killed"  # "a man and a woman were found shot dead"
    past = k > where[1] + 1 and v.low[k] in ("died", "perished")  # "A resident born in 1958 died"
    counted = n.numeral or be or past or v.low[max(0, where[0] - 1)] == "and"
    return _participle(r, k, be) if counted else None


def were_taken(r: Reading, k: int) -> bool:
    """ "two children were taken": the verb at ``k``, where nothing behind it says where to, as of the wounded."""
    v = r.view
    if v.low[k] != "taken" or not v.passive(k):
        return False
    return k + 1 >= len(v) or v.words[k + 1] in (".", ",", ";", "”") or v.low[k + 1] in _TAKEN_THEN


_TAKEN_THEN = frozenset("and but by during when while along too also".split())


def _past_people(r: Reading, n: Number, k: int) -> int:
    """Past what still belongs to the figure: "two others", "seven of them", "six of a farmer's family"."""
    v = r.view
    if n.noun is None and k < len(v) and v.low[k] in tolls().people.more:
        k += 1
    while not n.numeral and k < len(v) and v.tag[k] == "NNP":
        k += 1  # "The child Amina Sadiq, 9, died"
    if n.of_them and v.low[k : k + 2] in (["of", "them"], ["of", "whom"]):
        k += 2
    past = past_aside(r, k, len(v) - 1)
    return past if past > k and (v.words[k] == "," or tolls().between.clause.isdisjoint(v.low[k:past])) else k


def _helped(r: Reading, k: int) -> tuple[int, bool]:
    """Past helpers and adverbs; whether a form of "be" was among them. Stops at "fatally"."""
    v, be = r.view, False
    while k < len(v) and (v.low[k] in tolls().between.helps or (v.pos[k] == "ADV" and v.low[k].endswith("ly"))):
        if v.low[k] in ("fatally", "mortally"):
            break
        be |= v.low[k] in tolls().between.be
        k += 1
    return k, be


def _participle(r: Reading, k: int, be: bool) -> Outcome | None:
    """What the participle at ``k`` tells; without a form of "be", only where nothing else hangs on it."""
    v = r.view
    told = word_outcome(r, k) if v.low[k].endswith(("ed", "en", "ain", "ad", "rt")) else None
    if told is None:
        return None
    after = v.low[k + 1] if k + 1 < len(v) else "."
    if after in ("and", "or") and k + 2 < len(v) and word_outcome(r, k + 2) not in (None, told):
        return None
    if be:
        return told
    alone = k + 1 >= len(v) or v.pos[k + 1] in ("ADP", "PUNCT") or after in tolls().between.behind
    return told if alone and v.low[k] not in ("dead", "executed", "captured", "fled") else None


def past_aside(r: Reading, at: int, last: int) -> int:
    """Past what may stand between people and what became of them: "of a farmer's family", ", three of them children,"."""
    v = r.view
    k = at
    if k <= last and (v.pos[k] == "ADP" or v.tag[k] == "VBG" or v.low[k] in tolls().between.told_apart):
        while k <= min(at + 12, last) and v.words[k] != "," and not _finite(r, k):
            k += 1
    if k > last or v.words[k] != ",":
        return k if k <= last and _finite(r, k) else at
    stop = next((j for j in range(k + 1, min(k + 16, last + 1)) if v.words[j] == ","), None)
    who = v.low[k + 1 : k + 2] == ["who"]  # "her husband, who was driving, was wounded"
    if stop is None or any((not who and v.tag[j] in FINITE) or v.words[j] in (";", ":") for j in range(k + 1, stop)):
        return at
    return stop + 1


def _finite(r: Reading, k: int) -> bool:
    return r.view.tag[k] in FINITE or r.view.low[k] in ("died", "perished")


def right_after(r: Reading, where: tuple[int, int]) -> Outcome | None:
    """ "DRIVER DEAD, …": the outcome word right behind, and nothing that it could describe."""
    v, i = r.view, where[1] + 1
    if (
        i >= len(v)
        or v.low[i] not in ("dead", "wounded", "injured", "hurt", "missing", "killed")
        or (r.sentence.block not in ("headline", "item") and not r.words(where[0], i).isupper())
    ):
        return None
    return word_outcome(r, i) if i + 1 >= len(v) or v.words[i + 1] in (",", ";", ".") else None


def right_before(r: Reading, where: tuple[int, int]) -> Outcome | None:
    """ "and injuring scores": the participle right before, unless it shares its object with another."""
    low, i, verbs = r.view.low, where[0] - 1, triggers().outcome_verbs
    if (
        i > 0
        and low[i] in tolls().fates.past
        and low[i - 1] not in tolls().between.be
        and (i < 2 or low[i - 2] not in tolls().between.be)
    ):
        joined = low[i - 1] in ("and", "or") and low[i - 2] in verbs
        return None if joined else verbs.get(low[i])  # "killed 10 and wounded 7"
    if i < 0 or not low[i].endswith("ing") or low[i] not in verbs:
        return None
    return None if i > 1 and low[i - 1] in ("and", "or") and low[i - 2] in verbs else verbs[low[i]]
