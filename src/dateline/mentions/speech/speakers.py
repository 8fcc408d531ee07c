"""What more a sentence says of its speakers: a name given behind, a second one, one that a headline signs with."""

import re

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
    if found is None or found[2] <= k or not can_speak(view, found[2]):
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


def _plain(view: View, first: int, last: int) -> bool:
    return all(view.words[k].isalpha() and view.low[k] not in stance().speech for k in range(first, last + 1))


def beside(view: View, p: Party, cue: int) -> bool:
    """Whether the party stands right before the cue, an acronym or one word between them."""
    return p.last < cue and (p.first <= cue - 1 <= p.last + 1 or 0 <= view.starts[cue] - p.end <= 2)
