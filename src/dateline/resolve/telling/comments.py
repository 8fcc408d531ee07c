"""Sentences that tell no deed: who denies, blames, claims or disputes the figures of an incident told before."""

import msgspec

from dateline.frames.frame import Count, Frame
from dateline.mentions.cues import Said
from dateline.packs.gazetteer import loose_key
from dateline.packs.stance import stance
from dateline.packs.story_words import story_words
from dateline.resolve.telling.denials import answers, of_its_own
from dateline.resolve.telling.event import Event, Telling
from dateline.resolve.telling.references import points, refers, shares_words, takes_up
from dateline.resolve.telling.thread import Thread
from dateline.resolve.who import name_party


def take_comment(thread: Thread, frame: Frame) -> None:
    """A sentence that only says who says what: denials, blame and claims of responsibility belong to the incident before."""
    before = thread.touched
    if (e := addressed(thread, frame)) is not None and e is not before:
        e.comments += [(frame, s) for s in frame.said if s.speaker]
        return
    if not story_words().condemn.isdisjoint(frame.reading.view.low) and not any(_names_dead(s) for s in frame.said):
        return
    if before is None:
        thread.waiting += [(frame, s) for s in frame.said if s.modality == "stated" and s.speaker]
        return
    latest = max(f.reading.sentence.paragraph for f in (before.last, *(f for f, _ in before.comments)))
    gap = frame.reading.sentence.paragraph - latest
    if gap > int(frame.reading.sentence.block != "item") or _moved_on(thread, frame):
        return
    drifted = thread.adrift > max(f.reading.index for f in (before.last, *(f for f, _ in before.comments)))
    for s in frame.said:
        if drifted and s.modality == "stated":
            continue
        if _belongs(thread, frame, s, before, gap):
            before.comments.append((frame, s))
        elif s.modality == "stated" and s.speaker and frame.context == "news":
            thread.waiting.append((frame, s))


def take_sides(thread: Thread, t: Telling) -> None:
    """ "The fighting broke out when gunmen of Jund al-Sham fired at a Fatah patrol.": who fought in the incident told right before."""
    e, f = thread.touched, t.frame
    clash = f.acts[0] if f.acts else None
    if e is None or "clash" not in e.acts or clash is None or clash.act != "clash" or t.when or t.where:
        return
    if not clash.first or f.reading.view.low[clash.first - 1] != "the":
        return
    if f.reading.index == e.last.reading.index + 1 and any(x.party is not None and x.party.names for x in f.roles):
        e.beside.append(f)


def addressed(thread: Thread, frame: Frame) -> Event | None:
    """ "An army spokesman denied that civilians were killed in Durbete", paragraphs later: the one incident told in a
    place that the sentence names, outside the words for the speaker."""
    offset = frame.reading.offset
    names = {
        loose_key(p.name.casefold())
        for p in frame.places
        if not p.generic and not any(offset + s.start <= p.start < offset + s.end for s in frame.said)
    }
    if not names or (frame.acts and frame.context == "news"):
        return None
    there = [e for e in thread.events if names & {k for t in e.tellings for k in t.names}]
    there = [e for e in there if e.context == "news"] or there
    return there[0] if len(there) == 1 else None


def _names_dead(s: Said) -> bool:
    """ "mourned two of the dead as its members", "identified both as teachers", "named the couple"."""
    return s.cue.lower().startswith(("mourn", "identif", "nam"))


def _moved_on(thread: Thread, frame: Frame) -> bool:
    """Whether history or a plan has been told since, in the same paragraph: the sentence may be about that."""
    last = thread.events[-1]
    return (
        last is not thread.touched
        and last.context != "news"
        and last.last.reading.sentence.paragraph == frame.reading.sentence.paragraph
    )


def _belongs(thread: Thread, frame: Frame, s: Said, e: Event, gap: int) -> bool:
    """Whether what is said is about the incident."""
    party = s.head in frame.reading.party_at or (s.modality == "denied" and gap == 0 and _of_a_side(frame, s))
    if (
        s.modality == "denied"
        and stance().speech.get(frame.reading.view.low[s.token]) == "stated"
        and not _called(frame, s)
    ):
        s = msgspec.structs.replace(s, modality="stated")  # "says his men only fired in the air"
    if s.modality == "denied" and of_its_own(frame, s):
        there = gap == 0 and "there" in frame.reading.view.low[s.token + 3 :]
        return there or _is_side(thread, frame, s, e) or shares_words(frame, e, s.token + 1)
    if s.modality in ("denied", "alleged", "claimed") and (
        answers(frame)
        or party
        or (gap == 0 and _having(frame, s))
        or shares_words(frame, e)
        or refers(frame)
        or _is_side(thread, frame, s, e)
    ):
        return True
    if (
        s.modality == "alleged"
        and s.speaker
        and s.target is not None
        and (len(frame.reading.view) < 16 or (not frame.acts and s.target - s.token <= 2))
    ):
        return True
    if _names_dead(s) and gap <= 1 and frame.context == "news":
        return True
    there = frame.reading.view.low[s.head] in story_words().bystanders or shares_words(frame, e) or points(frame)
    if frame.reading.view.low[0] == "if":
        return False
    after = frame.reading.index - e.last.reading.index == 1 and takes_up(frame, s)
    near = gap == 0 or (s.modality == "stated" and (there or after) and not frame.places)
    return (
        (near or (party and (s.modality != "stated" or takes_up(frame, s))) or refers(frame))
        and s.speaker is not None
        and (frame.context == "news" or (points(frame) and not frame.acts))
        and s.modality != "denied"
    )


def _of_a_side(frame: Frame, s: Said) -> bool:
    """ "an army source denied that …": words for a force in the speaker's own."""
    return any(p.armed and s.start <= p.start and p.end <= s.end for p in frame.reading.parties)


def _having(frame: Frame, s: Said) -> bool:
    """ "denies having targeted a medical facility": a deed is known."""
    return s.modality == "denied" and frame.reading.view.low[s.token + 1 : s.token + 2] == ["having"]


def _called(frame: Frame, s: Said) -> bool:
    """ "called the account a fairy tale"."""
    return frame.reading.view.low[s.token].startswith(("call", "describ", "label", "term"))


def _is_side(thread: Thread, frame: Frame, s: Said, e: Event) -> bool:
    """Whether the speaker is a side of the incident, or speaks for the state of one."""
    kit = thread.placer.kit
    where = frame.reading.tokens(frame.reading.offset + s.start, frame.reading.offset + s.end)
    near = [p for k in range(where[0], where[1] + 1) if (p := frame.reading.party_at.get(k))] if where else []
    party = frame.reading.party_at.get(s.head) or next(iter(near), None)
    sides = [x for x in (e.a, e.b) if x is not None]
    if party is not None:
        who = name_party(party, thread.cast, kit, e.where.country)
        if any(x.name == who.name or (x.state and who.state and x.country == who.country) for x in sides):
            return True
    name = (s.speaker or "").removeprefix("The ").removeprefix("the ")
    home = kit.countries.by_name(name) or kit.countries.by_capital(name)
    return home is not None and any(x.country == home for x in sides)


def let_speak(thread: Thread, frame: Frame, e: Event) -> None:
    """Who was let speak just before, in the paragraph that now turns out to be about the incident."""
    here = frame.reading
    for f, s in thread.waiting:
        if f.reading.sentence.paragraph == here.sentence.paragraph and 0 <= here.index - f.reading.index <= 2:
            e.comments.append((f, s))
    thread.waiting = []


def deny_all(thread: Thread, frame: Frame) -> None:
    """ "Yerevan denied everything and …": all that was told so far, not what comes after."""
    low = frame.reading.view.low
    for s in [s for s in frame.said if s.modality == "denied" and low[s.token + 1 : s.token + 2] == ["everything"]]:
        for e in thread.news:
            e.comments.append((frame, s))
        frame.said.remove(s)


def take_rival(thread: Thread, t: Telling) -> None:
    """ "Human rights groups spoke of 11.": a bare figure by another speaker is one of the dead told just before."""
    f, e = t.frame, thread.touched
    if (
        e is None
        or len(f.reading.view) > 18
        or not any(s.cue.lower().startswith(("spoke", "put", "counted", "speak")) for s in f.said)
    ):
        return
    bare = [n for n in f.reading.people if n.noun is None and n.numeral and n.use == "count" and not n.of_them]
    outcomes = {c.outcome for x in e.tellings for c in x.frame.counts}
    if (
        len(bare) == 1
        and "killed" in outcomes
        and f.reading.sentence.paragraph - e.last.reading.sentence.paragraph <= 1
    ):
        f.counts.append(Count("killed", bare[0], 0))
        e.tellings.append(t)
