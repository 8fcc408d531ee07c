"""Who says so: each voice of a record, the outlet's own among them."""

from collections.abc import Sequence

import msgspec

from dateline.frames.frame import Frame
from dateline.mentions.cues import Said
from dateline.mentions.given_names import self_named
from dateline.model.incident import Actor, Claim, Speaker
from dateline.model.text import Span
from dateline.packs.actors import normalise
from dateline.packs.lexicon import layout
from dateline.packs.stance import stance
from dateline.packs.story_words import story_words
from dateline.resolve.fields.source import Source
from dateline.resolve.fields.voices import boaster, gainsays, said_of
from dateline.resolve.speakers import earlier, fits
from dateline.resolve.telling.event import Event
from dateline.resolve.who import name_party


def claims_of(source: Source, e: Event, actors: Sequence[Actor]) -> list[Claim]:
    """Who says so. ``actors``: the incident's; an armed group that publishes claims what it did itself."""
    out: list[Claim] = []
    last: Claim | None = None
    for t in e.tellings:
        said = [s for s in t.frame.said if s.speaker]
        hedge = next((s for s in t.frame.said if not s.speaker), None)
        turn = _turn(source, t.frame)
        if not said and (t.frame.solid or t.frame.counts or t is e.tellings[0]):
            claim = _own_voice(source, t.frame, hedge, turn)
            if not any(_name(c) == _name(claim) and c.modality == claim.modality for c in out):
                out.append(claim)
    for frame, s in said_of(source, e):
        if not s.speaker:
            continue
        claim = _claim_of(source, e, frame, s, last)
        if claim.speaker is None:
            continue
        if (known := earlier((s.meant if s.pronoun else None) or s.speaker, out)) is not None:
            speaker = msgspec.structs.replace(claim.speaker, name=known.name, id=known.id or claim.speaker.id)
            claim = msgspec.structs.replace(claim, speaker=speaker)
        last = claim
        _add(out, claim)
    if not out:
        out.append(_own_voice(source, e.tellings[0].frame, None, _turn(source, e.tellings[0].frame)))
    return [_boasted(source, e, c, actors) for c in _without_outlet(source, e, _without_presenter(out))]


def _add(out: list[Claim], claim: Claim) -> None:
    """Put the claim among those told before it, unless it is one of them."""
    alike = [k for k, c in enumerate(out) if _name(c) == _name(claim)]
    again = next((k for k in alike if out[k].evidence == claim.evidence), None)
    own = next((k for k in alike if out[k].cue is None and out[k].modality == claim.modality), None)
    if again is not None:  # the same words, in a frame beside
        out[again] = claim if claim.modality == "claimed" else out[again]
    elif own is not None:  # a bulletin's own voice, which says so in words: "the Observatory said today"
        out[own] = claim
    elif not any(out[k].modality == claim.modality for k in alike):
        out.append(claim)


def _without_presenter(claims: list[Claim]) -> list[Claim]:
    """A presenter who gives the word to a reporter, or passes on what another says, is not the one who says so."""
    turns, presenters = layout().turns, layout().presenters
    told = any(c.speaker is not None and c.cue is not None and c.modality == "stated" for c in claims)
    if not told and {_label(c) for c in claims}.isdisjoint(turns - presenters):
        return claims
    return [c for c in claims if _label(c) not in presenters]


def _label(claim: Claim) -> str | None:
    """The label of the turn that a claim without a word of its own is made in."""
    if claim.speaker is None or claim.speaker.text is None or claim.cue is not None:
        return None
    return claim.speaker.text.casefold()


def _boasted(source: Source, e: Event, claim: Claim, actors: Sequence[Actor]) -> Claim:
    """ "Our fighters ambushed a convoy", in a statement of the group's own: claimed."""
    us, voice = source.cast.us, source.outlet
    if claim.speaker is None or claim.cue is not None:
        return claim
    ours = us is not None and voice is not None and claim.speaker.evidence == (voice.start, voice.end)
    did = any(
        a.role == "a" and a.kind in _BANDS and a.name in (us.name if ours and us else None, claim.speaker.name)
        for a in actors
    )
    if ours and any(_disowns(t.frame) for t in e.tellings):
        return msgspec.structs.replace(claim, modality="denied")
    return msgspec.structs.replace(claim, modality="claimed") if did else claim


def _disowns(frame: Frame) -> bool:
    """ "We have no connection with the explosion", "the movement has nothing to do with it"."""
    low = frame.reading.view.low
    return any(
        b in ("connection", "link", "hand", "part", "role") if a == "no" else (a, b, c) == ("nothing", "to", "do")
        for a, b, c in zip(low, low[1:], low[2:], strict=False)
    )


_BANDS = frozenset(("rebel_group", "political_militia", "identity_militia", "unknown"))


def _without_outlet(source: Source, e: Event, claims: list[Claim]) -> list[Claim]:
    """A bulletin that passes on what another tells of the deed is not itself the one who says so; a mere comment leaves it its word."""
    if source.outlet is None:
        return claims
    voice = (source.outlet.start, source.outlet.end)
    own = [c for c in claims if c.speaker is not None and c.speaker.evidence == voice]
    told = {t.frame.reading.offset + s.cue_start for t in e.tellings for s in t.frame.said}
    others = [
        c for c in claims
        if c not in own and c.speaker is not None and c.evidence is not None and c.evidence[0] in told
        and (c.modality == "reported" or (c.modality == "stated" and not c.party_to_conflict))
    ]  # fmt: skip
    first = e.tellings[0].frame
    opened = any(
        s.speaker and s.modality == "stated" and first.reading.offset + s.start != voice[0] for s in first.said
    )
    we = any(not _WE.isdisjoint(t.frame.reading.view.low) for t in e.tellings)
    return [c for c in claims if c not in own] if own and (others or opened) and not we else claims


_WE = frozenset(("we", "our"))


def _own_voice(source: Source, frame: Frame, hedge: Said | None, turn: Span | None) -> Claim:
    """The outlet's own voice; in a transcript that of whoever has the turn, in an organisation's bulletin the organisation's."""
    if hedge is None:
        voice = turn or source.outlet
        if voice is None:
            return Claim(speaker=None, modality="stated")
        name = source.text[voice.start : voice.end]
        return Claim(speaker=Speaker(name=name, text=name, evidence=(voice.start, voice.end)), modality="stated")
    o = frame.reading.offset
    return Claim(
        speaker=None,
        cue=hedge.cue,
        modality=hedge.modality,
        text=hedge.cue,
        evidence=(o + hedge.cue_start, o + hedge.cue_end),
    )


def _claim_of(source: Source, e: Event, frame: Frame, s: Said, last: Claim | None) -> Claim:
    o = frame.reading.offset
    name, ident = _bare(s.speaker or ""), None
    if s.pronoun and s.meant is not None:
        name = _bare(s.meant)
    elif s.pronoun:
        if last is None or last.speaker is None or not fits(s.speaker or "", last.speaker.name):
            return Claim(modality="stated")
        name = last.speaker.name
    if source.outlet is not None and _ourselves(name, outlet := source.text[source.outlet.start : source.outlet.end]):
        name = outlet
    party = frame.reading.party_at.get(s.head)
    involved = None
    if party is not None:
        who = name_party(party, source.cast, source.kit)
        ident, involved = who.id, who.armed
    speaker = Speaker(name=name, id=ident, text=s.speaker, evidence=(o + s.start, o + s.end))
    armed = (
        (party is not None and party.kind in ("named", "armed") and not party.country)
        or name.lower().split("'s ")[0] in story_words().groups
        or self_named(frame.reading.view, s.token) is not None
    )
    boast = s.modality == "stated" and ((armed and _own_deed(frame, s)) or boaster(frame, s) is not None)
    return Claim(
        speaker=speaker,
        cue=s.cue,
        modality="claimed" if boast else "denied" if s.modality == "stated" and gainsays(frame, s, e) else s.modality,
        party_to_conflict=involved,
        text=s.cue,
        evidence=(o + s.cue_start, o + s.cue_end),
    )


def _own_deed(frame: Frame, s: Said) -> bool:
    """ "The group said it had killed 118 soldiers": a side that tells of its own deed claims it."""
    low, tag = frame.reading.view.low, frame.reading.view.tag
    at = s.content(low)
    if low[at : at + 1] == ["on"] and "that" in low[at : at + 6]:
        at = low.index("that", at) + 1  # "said on a website that two of its men had done it"
    if low[at : at + 1] == ["its"] or low[at : at + 1] == ["their"]:
        return True
    if low[at + 1 : at + 3] in (["of", "its"], ["of", "their"]):
        done = low[at + 4 : at + 6]
        return done[1:] != ["been"] and tag[at + 4 : at + 5] == ["VBD"] and done[0] not in ("was", "were")
    k = at + 1
    return low[at : at + 1] in (["it"], ["they"]) and k < len(low) and (
        low[k] in ("had", "has", "have", "was", "were") or frame.reading.view.tag[k] == "VBD"
    )  # fmt: skip


def _ourselves(name: str, outlet: str) -> bool:
    """ "our monitors", "the institution", "the Cell" for "the Security Media Cell": the body whose bulletin it is, speaking of itself."""
    low = name.casefold()
    return low.startswith("our ") or low in _SELVES or outlet.casefold().endswith(" " + low)


_SELVES = frozenset(("institution", "entity", "undersigned", "organisation", "organization", "movement"))


def _bare(speaker: str) -> str:
    for word in ("The ", "the ", "A ", "a ", "An ", "an "):
        if speaker.startswith(word):
            return speaker[len(word) :]
    return speaker


def _name(claim: Claim) -> str | None:
    return claim.speaker.name if claim.speaker is not None else None


def _turn(source: Source, frame: Frame) -> Span | None:
    """The label of whoever has the turn; in body text a label is a speaker's, in an item a place's or that of a body that speaks."""
    sentence = frame.reading.sentence
    if frame.reading.voice is not None:
        return frame.reading.voice
    if sentence.lead is None or sentence.block == "body":
        return sentence.lead
    name = source.text[sentence.lead.start : sentence.lead.end]
    known = [source.kit.actors.by_id[n.actor] for n in source.kit.actors.names.get(normalise(name), ()) if not n.local]
    heads = stance().source.speakers.heads
    return sentence.lead if known or name.casefold().split()[-1] in heads else None
