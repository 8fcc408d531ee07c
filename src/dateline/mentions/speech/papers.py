"""What speaks for its maker: a statement, a report, a reckoning."""

from dateline.annotate.roles import View
from dateline.mentions.speech.phrase import Speaker, phrase_from
from dateline.mentions.speech.said import Said, attribution
from dateline.packs.speech_words import speech_words


def issuer(view: View, text: str, at: int) -> Speaker | None:
    """ "according to the provisional assessment given by the mayor", "a statement from the army": who stands behind the paper."""
    paper = next((i for i in range(at, min(at + 7, len(view))) if view.low[i] in speech_words().papers), None)
    if paper is None:
        return None
    whose = next((i for i in range(at + 1, paper) if view.words[i] in ("'s", "’s")), None)
    if whose is not None:
        return _owner(view, text, at, whose)
    by = next((i for i in range(paper + 1, min(paper + 4, len(view))) if view.low[i] in ("by", "from", "of")), None)
    return phrase_from(view, text, by + 1) if by is not None and not {",", ";"} & set(view.words[paper:by]) else None


def whose_paper(view: View, text: str, verb: int) -> Speaker | None:
    """ "A pamphlet of the area committee found at the spot took responsibility": whose word the paper before the verb is."""
    back = range(verb - 1, max(verb - 14, -1), -1)
    paper = next((i for i in back if view.low[i] in speech_words().papers or view.words[i] in ",;:"), None)
    if paper is None or view.low[paper + 1] not in ("of", "from", "by", "signed"):
        return None
    return phrase_from(view, text, paper + 2 + (view.low[paper + 1] == "signed"))


def _owner(view: View, text: str, at: int, whose: int) -> Speaker | None:
    """ "the defence ministry's nightly bulletin": whoever stands before the genitive."""
    found = phrase_from(view, text, at)
    return found and (found[0], view.ends[whose - 1], min(found[2], whose - 1))


def bare_reports(view: View, at: int) -> bool:
    """ "according to preliminary reports", not "according to reports by the observatory"."""
    k = next((i for i in range(at, min(at + 5, len(view))) if view.low[i] in speech_words().reports), None)
    return k is not None and view.low[k + 1 : k + 2] not in (["by"], ["from"], ["of"])


def given_by(view: View, text: str) -> list[Said]:
    """ "This toll was given by the Red Cross", "the figures released by the ministry": whose the figures are."""
    out = []
    for i in range(1, len(view) - 2):
        if view.low[i] not in speech_words().giving or view.low[i + 1] != "by":
            continue
        if speech_words().reckonings.isdisjoint(view.low[max(0, i - 5) : i]):
            continue
        found = phrase_from(view, text, i + 2)
        if found is not None:
            out.append(attribution(view, text, "stated", i, i, found))
    return out


def _tells(view: View, k: int, i: int) -> bool:
    return view.low[k] == "in" and view.low[i] in ("version", "telling", "account")


def reckoners(view: View, text: str) -> list[Said]:
    """ "By the army's count, …", "in the army's version", "by the reckoning of the observatory": who reckons."""
    out = []
    for i, low in enumerate(view.low):
        by = (
            next((k for k in range(i - 1, max(i - 9, -1), -1) if view.low[k] == "by" or _tells(view, k, i)), None)
            if low in speech_words().reckonings
            else None
        )
        if by is None or view.low[by + 1] in ("our", "my", "their", "its", "his", "her", "one", "any", "that", "this"):
            continue
        found: Speaker | None = None
        if view.low[i - 1] in ("'s", "’s", "'", "’"):
            found = _owner(view, text, by + 1, i - 1)
        elif view.low[i + 1 : i + 2] == ["of"] and i - by <= 3:
            found = phrase_from(view, text, i + 2)
        if found is not None:
            out.append(attribution(view, text, "stated", i, i, found))
    return out
