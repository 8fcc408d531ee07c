"""What was said of an event, in its own sentences and in comments on it."""

from dateline.frames.frame import Count, Frame
from dateline.frames.remark import tells_nothing
from dateline.mentions.cues import Said
from dateline.mentions.parties import Party
from dateline.model.incident import Group
from dateline.packs.story_words import story_words
from dateline.resolve.fields.source import Source
from dateline.resolve.telling.event import Event
from dateline.resolve.telling.references import relabels
from dateline.resolve.who import name_party


def said_of(source: Source, e: Event) -> list[tuple[Frame, Said]]:
    out = [(t.frame, s) for t in e.tellings for s in t.frame.said] + e.comments
    return [(f, s) for f, s in out if _replies(source, e, f, s) or not tells_nothing(f, s)]


def _replies(source: Source, e: Event, frame: Frame, s: Said) -> bool:
    """Whether a side of the incident speaks: that it is "looking into it" is its answer."""
    party = frame.reading.party_at.get(s.head) or next(
        (p for p in frame.reading.parties if s.start <= p.start and p.end <= s.end), None
    )  # "an army spokesman"
    if party is None:
        return False
    who = name_party(party, source.cast, source.kit, e.where.country)
    return any(
        x is not None and (x.name == who.name or (x.state and who.state and x.country == who.country))
        for x in (e.a, e.b)
    )


def owns(frame: Frame, s: Said) -> bool:
    """ "claimed responsibility", "two attacks claimed by …", "claimed the attack", "said that it was behind the bombing",
    "said it was responsible"."""
    low = frame.reading.view.low
    after = low[s.token + 1 : s.token + 9]
    if s.modality == "claimed" and ("respons" in s.cue.lower() or after[:1] == ["by"]):
        return True
    if _own_body(frame, s):
        return True
    party = frame.reading.party_at.get(s.head)
    if party is None or party.kind not in ("named", "armed") or "not" in after:
        return False
    if s.modality == "claimed" and after[:1] and after[0] in ("the", "this", "an", "a", "both"):
        k = next((k for k in (1, 2) if after[k : k + 1] and after[k] in story_words().deeds), None)
        tags = frame.reading.view.tag[s.token + 2 + (k or 0) :]
        return k is not None and not (tags and tags[0].startswith(("VB", "MD")))  # "claimed the strike hit rebels"
    after = after[1:] if after[:1] == ["that"] else after
    return after[:1] in (["it"], ["they"], ["its"], ["their"]) and not _BEHIND.isdisjoint(after[1:5])


def speaking(frame: Frame, s: Said) -> Party | None:
    """The party that speaks, itself or by somebody of it ("a source in the security service")."""
    at = frame.reading.party_at.get(s.head)
    return at or next((p for p in frame.reading.parties if s.start <= p.start and p.end <= s.end), None)


def stands_for(frame: Frame, s: Said) -> Party | None:
    """ "A caller claimed the attack for the Front", "a man phoning on behalf of the Army claimed responsibility": the group that he who
    says so speaks for."""
    low = frame.reading.view.low
    if s.modality != "claimed":
        return None
    for p in frame.reading.parties:
        front = low[max(0, p.first - 4) : p.first]
        front = front[:-1] if front[-1:] == ["the"] else front
        behalf = front[-2:] == ["behalf", "of"] or front[-2:] == ["name", "of"]
        deed = p.first > s.token and front[-1:] == ["for"] and front[-2:-1] != [] and front[-2] in story_words().deeds
        if p.kind == "named" and p.names and (behalf or deed):
            return p
    return None


def _own_body(frame: Frame, s: Said) -> bool:
    """ "A source in the service told the paper that the agency was behind the attack": the body of the one who speaks."""
    low = frame.reading.view.low
    that = next((k for k in range(s.token + 1, min(s.token + 9, len(low))) if low[k] == "that"), None)
    own = that is not None and low[that + 1] == "the" and low[that + 2] in _BODY and low[that + 3] in _WAS
    return (
        own and that is not None and not _BEHIND.isdisjoint(low[that + 4 : that + 6]) and speaking(frame, s) is not None
    )


_BODY = frozenset("agency service group organisation organization movement faction militia army unit".split())
_WAS = frozenset("was were is had stood".split())
_BEHIND = frozenset(("behind", "responsible"))


def boaster(frame: Frame, s: Said) -> Party | None:
    """ "The group spoke of 16 soldiers killed", "the militants' radio said … had killed 61 soldiers": the band that tells of the other
    side's losses."""
    bands = [p for p in frame.reading.parties if s.start <= p.start and p.end <= s.end]
    if not s.speaker or not bands or any(p.kind not in ("named", "armed") or p.country or p.forces for p in bands):
        return None
    hit = any(x.role in ("b", "assoc_b") and x.party is not None and x.party.kind == "state" for x in frame.roles)
    return bands[0] if hit and any(c.outcome == "killed" for c in frame.counts) else None


def gainsays(frame: Frame, s: Said, e: Event) -> bool:
    """Whether a plain statement denies what the incident is told as: "said it had repelled the assault" of a town taken, "said two of
    the three were farmers" of a clash, an army's "said the six were terrorists" of people that it killed."""
    v = frame.reading.view
    if "take" in e.acts and not _HELD.isdisjoint(v.low[s.token + 1 : s.token + 12]):
        return True
    label = relabels(frame.reading, s)
    killed = {_sort(c) for t in e.tellings if t.frame is not frame for c in t.frame.counts if c.outcome == "killed"}
    if label == "civilians":
        return killed == {"combatants"} or ("clash" in e.acts and "civilians" not in killed)
    state = frame.reading.party_at.get(s.head)
    return (
        label == "combatants"
        and state is not None
        and state.kind == "state"
        and bool(killed)
        and "combatants" not in killed
    )


def _sort(c: Count) -> Group | None:
    """The group of a figure; men of an armed band are combatants, whatever they are called."""
    group = c.group or c.number.group
    return "combatants" if group in (None, "unknown") and c.party is not None and c.party.armed else group


_HELD = frozenset(("repelled", "repulsed", "repel", "foiled", "thwarted", "hands"))
