"""Whether a word is a verb of speech where it stands, and who is quoted by it."""

from dateline.annotate.roles import View
from dateline.mentions.given_names import is_given
from dateline.mentions.speech.phrase import Speaker
from dateline.mentions.word_order import said_not
from dateline.packs.speech_words import speech_words
from dateline.packs.stance import stance


def is_speech(view: View, i: int) -> bool:
    """A verb, and not one with a plain thing as its object ("recorded a rise")."""
    low = view.low[i]
    if not (
        view.verbal(i)
        or low == "listed"
        or low in ("says", "say", "said", "claims", "reports")
        or (low.endswith("s") and low not in speech_words().nouns)
        or low in ("accuse", "accused")
        or (low in ("suspect", "blame") and _suspecting(view, i))
    ):
        return False
    if (
        low == "said"
        and view.low[i + 1 : i + 2] == ["to"]
        and i
        and view.low[i - 1] in (",", "is", "are", "was", "were")
    ):
        return False  # "The attackers, said to number about 20, …"
    if view.words[i] == "Said" and i and view.words[i - 1].istitle() and view.words[i + 1 : i + 2] != [":"]:
        return False  # "Omar Said"
    if view.low[max(0, i - 2) : i] in (["those", "they"], ["what", "they"], ["what", "it"], ["those", "it"]):
        return False  # "those they claim to be defending"
    if low == "post" and view.low[i - 1] in ("police", "army", "military", "border", "command"):
        return False  # "at the Bura police post"
    if said_not(view, i) or _unsaid(view, i) or _ordered(view, i):
        return False
    nxt = view.low[i + 1] if i + 1 < len(view) else ""
    charged = low == "accused" and nxt == "by" and bool(view.kids(i, "aux:pass"))
    if low in ("accused", "suspected", "argued") and nxt in ("of", "by", "and", "", ".") and not charged:
        return False
    if (
        view.low[i].startswith(speech_words().tallying)
        and view.tag[i] in ("VBG", "VBN", "VB")
        and not view.kids(i, "aux")
    ):
        return low.endswith("ed") and bool(
            nxt in (".", '"', "“") or (nxt[:1].isdigit() or view.tag[i + 1 : i + 2] == ["CD"])
        )
    if low.startswith("call") and (nxt in speech_words().selves or _gives_name(view, i) or is_given(view, i + 1)):
        return False
    if low.startswith("call") and nxt in ("them", "him", "her", "us") and view.tag[i + 2 : i + 3] in _NO_NAME:
        return False  # "has called them for talks", "called him back"
    if low.startswith("accus") and nxt == "of" and view.low[i - 1] in ("they", "it") and view.pos[i - 2] == "NOUN":
        return False  # "arrested three men they accuse of theft": who the men are
    return not (low.startswith("call") and view.object(i) is None and nxt not in ("it", "this", "that", "the", "them"))


_NO_NAME: tuple[list[str], ...] = (["IN"], ["TO"], ["RB"], ["RP"], ["."], [])


def _suspecting(view: View, i: int) -> bool:
    """ "Police suspect the cartel", whatever the tree makes of it; not "a suspect"."""
    who = view.low[i - 1] if i else ""
    after = view.words[i + 1 : i + 2]
    return (who == "police" or (who.endswith("s") and who in stance().source.speakers.heads)) and bool(after) and (
        after[0][:1].isupper() or after[0] in ("the", "that", "a", "an")
    )  # fmt: skip


def _unsaid(view: View, i: int) -> bool:
    """ "declined to comment", "refused to say": not said either."""
    return (
        i > 1
        and view.low[i - 1] == "to"
        and not view.low[i - 2].startswith(("on", "continu", "went", "seem", "appear", "quick"))
    )


def _ordered(view: View, i: int) -> bool:
    """ "told the family to go inside", "told the mission to be gone": an order, and nothing told."""
    if view.low[i] not in ("told", "tell", "tells"):
        return False
    k = i + 1
    while k < len(view) and k - i < 9 and (view.pos[k] in _OBJECT or view.words[k][:1].isupper()):
        k += 1
    return k > i + 1 and view.low[k : k + 1] == ["to"] and view.tag[k + 1 : k + 2] == ["VB"]


_OBJECT = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})


def _gives_name(view: View, i: int) -> bool:
    """ "the men, whom the government calls bandits": a name given, nothing said."""
    back = view.low[max(0, i - 6) : i]
    return bool({"which", "whom", "that", "what"} & set(back)) or "who" in back[-3:]


def quoted_speaker(view: View, i: int) -> int | None:
    """ "a rights group quoted witnesses as saying": who is quoted speaks."""
    if view.low[i - 1] != "as":
        return None
    return next(
        (k for k in range(i - 2, max(i - 10, -1), -1) if view.low[k] in ("quoted", "quoting", "quotes", "cited")), None
    )


def with_name(view: View, found: Speaker | None, verb: int) -> Speaker | None:
    """The name goes on to the verb or the comma: "councillor Nasir | Ahmad Faqiri insisted", "Myanmar | Now, a news site, reported"."""
    if found is None or found[2] >= verb:
        return found
    k = next((i for i in range(len(view)) if view.starts[i] >= found[1]), len(view))
    last = k - 1
    while k < verb and (
        (view.words[k][:1].isupper() and view.words[k].isalpha())
        or "-" in (view.words[k], view.words[k - 1])
        or view.words[k] in ("'s", "’s")
        or (k == verb - 1 and view.low[k] in stance().source.speakers.heads)
        or (view.words[k] == "." and view.words[k - 1][:1].isupper() and view.starts[k] == view.ends[k - 1])
    ):
        last, k = k, k + 1
    if k <= len(view) - 1 and (k == verb or view.words[k] == ",") and view.ends[last] > found[1]:
        return found[0], view.ends[last], found[2]
    return found
