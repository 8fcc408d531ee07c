"""Notes of the desk below a report: "(Editor's note: the army says that one soldier died in Kabo.)" They tell of incidents told before."""

import re

from dateline.frames.reading import Reading
from dateline.packs.gazetteer import loose_key
from dateline.packs.story_words import story_words
from dateline.resolve.telling.clash import clash_time
from dateline.resolve.telling.comments import let_speak
from dateline.resolve.telling.event import Event, Telling
from dateline.resolve.telling.thread import Thread
from dateline.resolve.when import interval

_NOTE = re.compile(r"[(\[]? ?(?:[\w'’]{1,15} ){0,2}[Nn]ote(?: [\w'’]{1,15}){0,4}:")


def in_note(thread: Thread, r: Reading) -> bool:
    """Whether the sentence stands in a note: its own opening or that of its paragraph says so."""
    if _NOTE.match(r.sentence.text):
        thread.note = r.sentence.paragraph
    return thread.note == r.sentence.paragraph


def noted(thread: Thread, t: Telling) -> Event | None:
    """The one incident told before that a note's sentence is about: by its place or district, by its kind ("in the ambush"), by its
    day and the side that was hit; or the one that the note's own words just before were about. Null where none or several are."""
    if not in_note(thread, t.frame.reading) or not t.frame.counts:
        return None
    same = thread.touched
    if same is not None and same.last.reading.index == t.frame.reading.index and t.where is None:
        return same
    weighed = [(_weight(t, e), e) for e in thread.news]
    most = max((w for w, _ in weighed), default=0)
    best = [e for w, e in weighed if w == most]
    return best[0] if most and len(best) == 1 else None


def answer(thread: Thread, e: Event, t: Telling) -> None:
    """Take in what a note tells of the incident: its figures and its voice, and neither day nor place."""
    e.tellings.append(t)
    let_speak(thread, t.frame, e)
    thread.touched = e


def _weight(t: Telling, e: Event) -> int:
    names = t.names - _speakers(t)
    if t.where is not None and t.where.name is not None and t.names:
        names |= {loose_key(t.where.name.casefold())} - _speakers(t)
    there = {k for x in e.tellings for k in x.names} | {
        loose_key(n.casefold()) for n in (e.where.name, e.where.admin1) if n
    }
    if clash_time(t, e) or (names and names.isdisjoint(there)):
        return 0
    day = t.when is not None and interval(t.when) is not None and interval(t.when) == interval(e.when)
    hit = t.b is not None and e.b is not None and t.b.name == e.b.name
    return 3 * bool(names) + 2 * _alike(t, e) + day * (1 + hit)


def _speakers(t: Telling) -> set[str]:
    """ "The regional command in Jayapura says …": where a speaker sits is not where it happened."""
    f, offset = t.frame, t.frame.reading.offset
    inside = (p for p in f.places for s in f.said if offset + s.start <= p.start < offset + s.end)
    return {loose_key(p.name.casefold()) for p in inside}


def _alike(t: Telling, e: Event) -> bool:
    """ "in the ambush", of a column that was ambushed."""
    low = t.frame.reading.view.low
    kinds = {low[k + 1] for k in range(len(low) - 1) if low[k] == "the" and low[k + 1] in story_words().fights}
    return any(w.startswith(kind) for kind in kinds for x in e.tellings for w in x.frame.reading.view.low)
