"""What was said of an event, in its own sentences and in comments on it."""

from dateline.frames.frame import Frame
from dateline.frames.remark import tells_nothing
from dateline.mentions.cues import Said
from dateline.packs.story_words import story_words
from dateline.resolve.fields.source import Source
from dateline.resolve.telling.event import Event
from dateline.resolve.who import name_party


def said_of(source: Source, e: Event) -> list[tuple[Frame, Said]]:
    out = [(t.frame, s) for t in e.tellings for s in t.frame.said] + e.comments
    return [(f, s) for f, s in out if _replies(source, e, f, s) or not tells_nothing(f, s)]


def _replies(source: Source, e: Event, frame: Frame, s: Said) -> bool:
    """Whether a side of the incident speaks: that it is "looking into it" is its answer."""
    party = frame.reading.party_at.get(s.head)
    if party is None:
        return False
    who = name_party(party, source.cast, source.kit, e.where.country)
    return any(
        x is not None and (x.name == who.name or (x.state and who.state and x.country == who.country))
        for x in (e.a, e.b)
    )


def owns(frame: Frame, s: Said) -> bool:
    """ "claimed responsibility", "two attacks claimed by …", "claimed the attack", "said that it was behind the bombing"."""
    low = frame.reading.view.low
    after = low[s.token + 1 : s.token + 9]
    if s.modality == "claimed" and ("respons" in s.cue.lower() or after[:1] == ["by"]):
        return True
    party = frame.reading.party_at.get(s.head)
    if party is None or party.kind not in ("named", "armed") or "not" in after:
        return False
    if s.modality == "claimed" and after[:1] and after[0] in ("the", "this", "an", "a", "both"):
        k = next((k for k in (1, 2) if after[k : k + 1] and after[k] in story_words().deeds), None)
        tags = frame.reading.view.tag[s.token + 2 + (k or 0) :]
        return k is not None and not (tags and tags[0].startswith(("VB", "MD")))  # "claimed the strike hit rebels"
    after = after[1:] if after[:1] == ["that"] else after
    return after[:1] in (["it"], ["they"], ["its"], ["their"]) and "behind" in after[1:5]
