"""What a word or a deed says that became of people."""

from dateline.frames.frame import Frame
from dateline.frames.reading import Reading
from dateline.mentions.triggers import triggers
from dateline.model.incident import Outcome
from dateline.packs.tolls import tolls

OF_ACT: dict[str, Outcome] = {"kill": "killed", "abduct": "abducted", "arrest": "detained", "bodies": "killed"}


def word_outcome(r: Reading, i: int) -> Outcome | None:
    lex = triggers()
    low = r.view.low[i]
    if i and r.view.tag[i] in ("NNP", "NNPS") and r.view.words[i].istitle() and r.view.words[i - 1].islower():
        return None  # "in Martyrs' Square"
    if low == "foot" and i and r.view.low[i - 1] in ("on", "by"):
        return None  # "were allowed to go on foot"
    if low in ("wounded", "injured", "hurt") and i and r.view.low[i - 1] in ("fatally", "mortally"):
        return "killed"
    if r.view.verbal(i) or low.endswith(("ed", "ing")):
        verb = lex.outcome_verbs.get(low)
        if verb:
            return verb
    return lex.outcome_words.get(low)


def verb_outcome(r: Reading, i: int, frame: Frame) -> Outcome | None:
    """The outcome that the predicate at token ``i`` works on its patient, phrases included ("shoot … dead", "hack to death")."""
    for t in frame.acts:
        if t.token == i or t.first <= i <= t.last:
            if t.act == "kill":
                return "killed"
            if t.act == "abduct":
                return "abducted"
            if t.act == "arrest":
                return "detained"
            if t.act == "bodies":
                return "killed"
            if t.act == "shoot" and r.view.low[i] in ("shot", "stabbed", "shoot"):
                return word_outcome(r, i)
    return word_outcome(r, i)


def undergoes(r: Reading, verb: int) -> bool:
    """Verbs whose subject is the one harmed."""
    if r.view.object(verb) is not None and r.view.low[verb] in ("killed", "wounded", "injured", "hurt"):
        return False  # "ten gunmen killed a teacher"
    return r.view.low[verb] in tolls().fates.undergone
