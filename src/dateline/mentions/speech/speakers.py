"""What more a sentence says of its speakers: a name given behind, a second one, one that a headline signs with."""

import re
from collections.abc import Sequence

import msgspec

from dateline.annotate.roles import View
from dateline.mentions.parties import Party
from dateline.mentions.speech.phrase import can_speak, phrase_from
from dateline.mentions.speech.said import Said
from dateline.packs.stance import stance

_INTRODUCED = re.compile(
    r",? who (?:(?:gave|identified|called|asked|wanted|would|could|only|himself|herself|his|her|to|be|being|name|first|named|identified|as|only|just|by|goes|went|the) ){1,7}"
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)


def introduced(text: str, s: Said) -> Said:
    """ "one of the men, who asked to be called only Saide": the name is the speaker's."""
    m = _INTRODUCED.match(text, s.end) if s.speaker is not None else None
    if m is None or not re.search(r"name|called|identif|goes|went", m[0]):
        return s
    return msgspec.structs.replace(s, speaker=m[1], start=m.start(1), end=m.end(1))


def disowned(view: View, s: Said) -> Said:
    """ "called this a fabrication", "describes it as propaganda": a denial."""
    if s.modality != "stated" or not view.low[s.token].startswith(("call", "describ", "label", "term")):
        return s
    ahead = view.low[s.token + 1 : s.token + 14]
    stop = next((k for k, w in enumerate(ahead) if w in (";", "but", "and", "said", "which")), len(ahead))
    return msgspec.structs.replace(s, modality="denied") if stance().disowning.intersection(ahead[:stop]) else s


def same_speaker(view: View, found: list[Said]) -> list[Said]:
    """ "The group claimed the raid through its channel the next day and said that …": a verb right behind "and" has the speaker of the
    verb before it, where the words between them hold no subject of its own."""
    out: list[Said] = []
    for s in found:
        before = next((x for x in reversed(out) if x.speaker is not None and x.start < x.cue_start), None)
        joined = before is not None and view.low[s.token - 1] in ("and", "but") and view.low[s.token] in _PLAIN
        adds = before is not None and view.low[s.token] in ("adding", "saying") and s.start == before.start
        if before is not None and adds and before.modality in ("claimed", "denied"):
            continue
        again = before is not None and s.speaker is not None and (
            s.start == before.start or before.cue_start <= s.start < s.cue_start or s.start < before.cue_start < s.end
        )  # fmt: skip
        if before is not None and joined and again:
            if before.modality in ("claimed", "denied") and s.modality == "stated":
                continue  # "rejected the charge and said that …": one statement
            s = msgspec.structs.replace(
                s, speaker=before.speaker, start=before.start, end=before.end, head=before.head, pronoun=before.pronoun
            )
        out.append(s)
    return out


_PLAIN = frozenset(
    "said says added adds claimed claims denied denies told announced stated warned reported confirmed described called accused blamed insisted rejected dismissed spoke".split()
)


def accusing(view: View, s: Said, parties: Sequence[Party]) -> Said:
    """ "It is the work of the BRN, a colonel said", "villagers say the militia was behind it": blame, in the words of a statement."""
    if s.modality != "stated" or s.speaker is None or s.target is not None:
        return s
    p = next((p for p in parties if p.kind == "named" and p.end <= len(view.text) and _laid_on(view, p)), None)
    if p is None or (p.start < s.end and s.start < p.end):
        return s
    will = view.low[s.token - 1] in ("will", "would")  # "the services will tell you that the group did it"
    return msgspec.structs.replace(s, modality="alleged", target=None if will else p.head)


def _laid_on(view: View, p: Party) -> bool:
    low = view.low
    after = low[p.last + 1 : p.last + 4]
    if after[:2] == ["did", "it"] or (
        after[:1] in (["was"], ["were"], ["is"], ["are"])
        and after[1:3] in (["behind", "it"], ["behind", "the"], ["behind", "this"])
    ):
        return True
    k = p.first - 1
    while k > 0 and low[k] in ("the", "remnants", "members", "fighters", "elements", "men"):
        k -= 1
    return low[k] == "of" and low[k - 1] in ("work", "handiwork") and "not" not in low[max(0, k - 5) : k]


def shrugged(view: View, s: Said) -> Said:
    """ "says his men only fired in the air", "said its officers had not used live rounds": a denial, without the word."""
    low = view.low
    if s.modality != "stated" or s.speaker is None:
        return s
    for k in range(len(low) - 1):
        if low[k] not in _OWN or low[k + 1] not in _MEN:
            continue
        if k > 1 and low[k - 1] == "by" and not _NOT.isdisjoint(low[max(0, k - 4) : k - 1]):
            return msgspec.structs.replace(s, modality="denied")  # "was not detained by its officers"
        after = low[k + 2 : k + 9]
        air = "air" in after and "only" in after
        if air or (not _NOT.isdisjoint(after[:3]) and not _DONE.isdisjoint(after[1:6])):
            return msgspec.structs.replace(s, modality="denied")
    return s


_OWN = frozenset("his her its their".split())
_MEN = frozenset("men officers forces troops soldiers agents personnel fighters policemen guards".split())
_NOT = frozenset({"not", "n't", "never"})
_DONE = frozenset(
    "fire fired shoot shot kill killed use used open opened attack attacked beat beaten burn burnt burned target targeted harm".split()
)


def and_another(view: View, text: str, s: Said) -> Said | None:
    """ "according to four residents and a military source": the second speaks as well."""
    if s.speaker is None or s.pronoun:
        return None
    k = next((i for i in range(len(view)) if view.starts[i] >= s.end), len(view))
    cue = view.low[s.token] in ("according", "per")
    if not (cue and view.low[k : k + 1] == ["and"]):
        return None
    k += 1 + (view.low[k + 1 : k + 2] == ["to"])
    found = phrase_from(view, text, k)
    if found is None or found[2] < k or not can_speak(view, found[2]):
        return None
    start, end = view.starts[k], view.ends[max(found[2], view.phrase(found[2])[1] - 1)]
    return msgspec.structs.replace(s, speaker=text[start:end], start=start, end=end, head=found[2], pronoun=False)


def signed(view: View, text: str) -> Said | None:
    """ "BLAST AT TEA HOUSE KILLS NINE - WITNESS": whoever a headline names behind its last dash."""
    last = len(view) - 1
    while last > 0 and view.words[last] in (".", "”", '"'):
        last -= 1
    dash = next((k for k in range(last, max(last - 7, 2), -1) if view.words[k] in ("-", "–", "—")), None)
    if dash is None or dash == last or view.starts[dash] == view.ends[dash - 1]:
        return None
    if view.low[last] not in stance().source.speakers.heads or not _plain(view, dash + 1, last):
        return None
    start, end = view.starts[dash + 1], view.ends[last]
    return Said("stated", text[start:end], start, end, dash + 1, text[start:end], start, end, last)


def labelled(view: View, text: str, parties: Sequence[Party]) -> Said | None:
    """ "Local sources: at least nine dead", "State TV: …": whoever stands before the colon that opens the sentence."""
    colon = next((k for k in range(1, min(6, len(view) - 1)) if view.words[k] == ":"), None)
    if colon is None or not _plain(view, 0, colon - 1):
        return None
    named = any(p.first <= colon - 1 <= p.last and p.armed and p.kind == "named" for p in parties)
    if view.low[colon - 1] not in stance().source.speakers.heads and not named:
        return None
    quoted = view.words[colon + 1] in ("“", '"') and not stance().disowning.isdisjoint(view.low[colon + 1 :])
    start, end = view.starts[0], view.ends[colon - 1]
    return Said(
        "denied" if quoted else "stated", text[start:end], start, end, colon, text[start:end], start, end, colon - 1
    )


def _plain(view: View, first: int, last: int) -> bool:
    return all(view.words[k].isalpha() and view.low[k] not in stance().speech for k in range(first, last + 1))


def beside(view: View, p: Party, cue: int) -> bool:
    """Whether the party stands right before the cue, an acronym or one word between them."""
    return p.last < cue and (p.first <= cue - 1 <= p.last + 1 or 0 <= view.starts[cue] - p.end <= 2)
