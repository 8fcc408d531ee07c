"""Which incident a telling is of: how much ties it to each of those told before."""

from dateline.frames.frame import Frame
from dateline.frames.outcomes.toll import tells_rise
from dateline.frames.types import family
from dateline.packs.story_words import story_words
from dateline.resolve.telling.clash import VAGUE, clash_actor, clash_time, figures_agree, new_place, same_place, turned
from dateline.resolve.telling.event import Event, Telling
from dateline.resolve.telling.references import loosely_told, overheard, owned_up, refers
from dateline.resolve.telling.sequel import breaks_up, follows_up, other_dead, shot_later, told_of_it
from dateline.resolve.telling.thread import Thread
from dateline.resolve.when import interval

_RAID = frozenset({"explosive", "violence", "battle", "loot", "abduct", "crowd", "captive", "sexual", "change"})


_SUPPORT = {
    "explosive": {"explosive", "violence", "battle", "result"},
    "violence": {"explosive", "violence", "battle", "result", "abduct", "crowd", "loot", "sexual", "captive"},
    "battle": {"battle", "violence", "explosive", "result", "captive"},
    "abduct": {"abduct", "violence", "result"},
    "crowd": {"crowd", "violence", "result", "arrest"},
    "loot": {"loot", "violence", "result"},
    "arrest": {"arrest", "result"},
    "sexual": {"sexual", "violence", "result", "abduct"},
}


_STREET = {"crowd", "battle"}  # those who stone the soldiers at a fight are not in it
_LEAD = 1
_SAME_FIGURES = 1.5  # what equal figures weigh


def alike(t: Telling, e: Event) -> bool:
    """Whether the telling may be of the incident by its kind alone."""
    mine, theirs = family(_acts(t.frame)), family(e.acts)
    if (mine == "crowd") != (theirs == "crowd"):
        return False
    return mine in _SUPPORT.get(theirs, {theirs}) or theirs in _SUPPORT.get(mine, {mine})


def _acts(f: Frame) -> set[str]:
    """The deeds of the stretch; the weak ones where it has no other."""
    return {x.act for x in f.acts if not x.weak} or {x.act for x in f.acts}


def match_event(thread: Thread, t: Telling, loose: bool = False) -> Event | None:
    """The incident that this telling is of, if any."""
    best, score = None, 0.0
    for k, e in enumerate(_latest(thread)):
        s = _ties(thread, t, e, k, loose)
        if s > 0 and k == 0 and _at_once(t, e):
            return e
        if s > score:
            best, score = e, s
    return best


def _latest(thread: Thread) -> list[Event]:
    """The incidents of the news, the one told last before the others."""
    found = thread.news[::-1]
    if thread.touched in found[1:]:
        found.remove(thread.touched)
        found.insert(0, thread.touched)
    return found


def _at_once(t: Telling, e: Event) -> bool:
    """Whether a sentence that only counts people stands right behind the incident: it is of no other."""
    return bool(t.frame.counts) and t.frame.reading.sentence.block == "body" and _goes_on(t, e)


def _ties(thread: Thread, t: Telling, e: Event, back: int, loose: bool) -> float:
    """How strongly the telling belongs to the incident; 0 or less: not at all."""
    f = t.frame
    acts = _acts(f)
    mine, theirs = family(acts) if acts and not f.lingering else "result", family(e.acts)
    if (f.recalled and back == 0) or _found_dead(t, e):
        return 3.0
    if (
        mine not in _SUPPORT.get(theirs, {theirs, "result"})
        and theirs not in _SUPPORT.get(mine, {mine})
        and not (back == 0 and mine in _RAID and theirs in _RAID and {mine, theirs} != _STREET and _goes_on(t, e))
        and not (f.reading.sentence.block == "headline" and figures_agree(t, e) > 1)
        and not (back == 0 and (told_of_it(t, mine, theirs) or breaks_up(t, e)))
    ):
        return -1
    if (
        mine == "sexual" != theirs
        and not refers(f)
        and (
            f.reading.sentence.paragraph != e.last.reading.sentence.paragraph
            or f.times
            or any(s.speaker for s in f.said)
        )
    ):
        return -1  # told by itself: a deed of another kind
    if clash_time(t, e) or new_place(thread, t, e) or (clash_actor(t, e) and not _heads(t, e)):
        return -1
    if _share_apart(thread, t, e) or (mine == "crowd" and theirs == "arrest" and shot_later(f)):
        return -1
    if mine == "battle" and theirs == "explosive" and other_dead(t, e):
        return -1
    if f.has("take") and f.solid and turned(t, e) and f.reading.index != e.last.reading.index:
        return -1  # the ground goes to the other side
    no_fight = theirs == "explosive" or (e.a is None and e.acts.isdisjoint(("attack", "clash", "shoot")))
    if mine == "explosive" and no_fight and f.solid and turned(t, e) and f.reading.index != e.last.reading.index:
        return -1  # a mine killed soldiers, whose aircraft later bombed a forest
    score = 0.0
    if f.ambient:
        return -1
    gap = f.reading.sentence.paragraph - e.last.reading.sentence.paragraph
    if gap > 1 and back == 0 and f.counts and e.comments and not f.places:
        gap = max(1, f.reading.sentence.paragraph - max(x.reading.sentence.paragraph for x, _ in e.comments))
    same_breath = f.reading.index == e.last.reading.index
    item = f.reading.sentence.block == "item"
    toll = loosely_told(f) and any(w in ("toll", "update") for w in f.reading.view.low) and t.where is None
    owned = owned_up(f)
    if (
        item
        and not (toll or owned or (back == 0 and gap == 1 and refers(f)))
        and gap > 0
        and e.last.reading.sentence.block != "headline"
        and not same_place(thread, t, e)
    ):
        return -1
    if same_place(thread, t, e):
        score += 2.5
    if _same_days(t, e):
        score += 0.7
    if t.a is not None and e.a is not None and t.a.name == e.a.name:
        score += 0.7
    if t.b is not None and e.b is not None and t.b.name == e.b.name:
        score += 0.5
    figures = figures_agree(t, e)
    score += figures
    if mine == theirs:
        score += 0.5
    if f.tense == "pluperfect" and f.said and t.when is None and not (t.where and t.where.name):
        score += 1.0
    if f.lingering and any(c.outcome in ("killed", "injured") for x in e.tellings for c in x.frame.counts):
        score += 2.5
    rise = tells_rise(f) and t.where is None and back == 0
    if (owned and t.where is None) or rise:
        score += 2.0
    elif back == 0 and figures <= 0 and gap <= 1 and _another_toll(t):
        score += 1.2
    if f.reading.sentence.block == "headline":
        summed = 2.5 if mine == theirs or figures > 0 or acts & e.acts else 1.0
        score += 0.0 if figures < 0 else summed  # it sums up what the body tells
        score += 1.5 if figures >= _SAME_FIGURES and e is thread.news[0] else 0.0
    if f.definite:
        score += 2.0 if back == 0 else 1.2
    loosely = loosely_told(f)
    placed = t.where is not None and t.where.name is not None and not same_place(thread, t, e)
    if placed and e.where.precision in VAGUE and (refers(f) or f.definite):
        placed = False  # "The attackers … in the village of X", after a district
    if loosely:
        alone = 1.2 if gap <= 3 and thread.events == [e] and "there" not in f.reading.view.low else 0.6
        score += 2.0 if back == 0 and 0 <= gap <= 1 else (alone if back == 0 else -0.5)
        if placed and e.where.name:
            score -= 1.5
    elif back == 0 and 0 <= gap <= 1 and not placed and not same_breath:
        score += 2.0 if gap == 0 else 0.9
    elif same_breath and (_carries_on(t, mine, theirs) or _other_side(t, back, figures) or follows_up(t, e)):
        score += 2.0
    elif back == 0 and gap == 0 and same_breath:
        score -= 0.6
    if turned(t, e) and any(
        w in ("then", "later", "afterwards", "subsequently") for w in f.reading.view.low[f.first : f.first + 8]
    ):
        score -= 2.5
    if overheard(f) and back == 0 and gap <= 2 and not placed and t.when is None:
        score += 1.5
    if refers(f) and not placed:
        score += 0.8
    elif 1 <= gap <= 2 and back == 0 and t.where is None and t.when is None and t.a is None and _counts_on(f):
        score += 1.5
    elif (
        back == 0
        and gap <= 1
        and f.reading.view.low[0] == "the"
        and f.reading.view.low[1] in ("victims", "hostages", "captives")
    ):
        score += 2.5  # "The victims … were waylaid on the road between A and B"
    if (
        e is thread.news[0]
        and gap <= 2
        and (refers(f) or e.where.precision in ("adm1", "country", "unknown"))
        and (e.when.basis == "bounded" or not t.when or interval(t.when) == interval(e.when))
    ):
        score += 1.0 if refers(f) else 0.6
    if e is thread.news[0] and e.last.reading.index <= _LEAD and gap >= 1 and f.reading.index <= _LEAD + 6:
        score += 0.8
    opener = f.reading.view.low[:2]
    if opener[:1] == ["another"] and (opener[1:] or [""])[0].isdigit():
        opener = []  # "Another 33 soldiers were wounded": more people of the same
    if (
        (any(w in story_words().apart for w in opener) or _set_off(f))
        and not rise
        and not (loosely and not placed and "another" in opener)
    ):
        score -= 2.5
    if f.solid and gap > 1 and not same_place(thread, t, e) and figures <= 0 and not f.definite:
        score -= 0.8
    return score - (1.5 if not loose else 0.5) - 0.15 * back


def _found_dead(t: Telling, e: Event) -> bool:
    """ "He was taken from his home on Sunday. His body was found the next day on the road to …": the end of whom that tells."""
    f, low = t.frame, t.frame.reading.view.low
    near = (
        0 <= f.reading.index - e.last.reading.index <= 1
        and f.reading.sentence.paragraph == e.last.reading.sentence.paragraph
    )
    if not near or "abduct" not in e.acts or not f.has("bodies"):
        return False
    return any(low[k] in ("his", "her", "their") and low[k + 1] in _BODY for k in range(len(low) - 1))


_BODY = frozenset("body bodies corpse corpses remains lifeless bullet-riddled mutilated decapitated".split())


def _set_off(f: Frame) -> bool:
    """ "Later the same day gunmen killed a trader", "Hours later, a drone struck a house": a deed of its own, by somebody new."""
    first = f.times[0] if f.times else None
    if first is None or first.start > f.reading.sentence.start + 3 or not f.solid or f.lingering or f.result:
        return False
    counted = first.form in ("same_day", "hours_after", "hours_before", "minutes_after")
    return counted and not first.text.lower().startswith("the same") and not (f.definite or refers(f))


def _heads(t: Telling, e: Event) -> bool:
    """Whether the telling is a headline with the incident's own figure."""
    return t.frame.reading.sentence.block == "headline" and figures_agree(t, e) > 0.5


def _another_toll(t: Telling) -> bool:
    """ "The rebels spoke of 16 soldiers killed": a figure that answers the one told before."""
    put = any(s.speaker and not story_words().putting.isdisjoint(s.cue.lower().split()) for s in t.frame.said)
    return put and t.where is None and t.when is None and any(c.outcome == "killed" for c in t.frame.counts)


def _counts_on(f: Frame) -> bool:
    """ "Six were abducted and taken across the border": a bare figure of those told before."""
    v = f.reading.view
    return v.tag[f.first] == "CD" and any(c.token == f.first and c.number.noun is None for c in f.counts)


def _share_apart(thread: Thread, t: Telling, e: Event) -> bool:
    """ "Eleven of them were killed when a strike hit a school in Jabalia": one deed of those that a wider toll sums up."""
    share = any(c.number.of_them for c in t.frame.counts)
    placed = t.where is not None and t.where.name is not None and not same_place(thread, t, e)
    return share and t.frame.solid and placed and e.where.precision in VAGUE


def _other_side(t: Telling, back: int, figures: float) -> bool:
    """ "Eleven soldiers fell in combat and about forty rebels were neutralised": what befell the others in the same fight."""
    return back == 0 and figures == 0.2 and t.where is None and t.when is None and not t.frame.reversed


def _carries_on(t: Telling, mine: str, theirs: str) -> bool:
    """ "Houses were burnt and 12 women were taken away": what nobody named did next in the same raid."""
    spoils = {mine, theirs} & {"abduct", "loot"} and {mine, theirs} <= {"violence", "abduct", "loot"}
    return bool(spoils) and t.a is None and t.b is None and t.where is None and t.when is None


def _goes_on(t: Telling, e: Event) -> bool:
    """Whether the sentence goes on from the one before: the same paragraph, no place, no day and no "meanwhile" of its own."""
    f, before = t.frame, e.last.reading
    return (
        t.where is None
        and t.when is None
        and f.reading.sentence.paragraph == before.sentence.paragraph
        and 0 <= f.reading.index - before.index <= 1
        and not any(w in story_words().again or w == "another" for w in f.reading.view.low[f.first : f.first + 6])
    )


def _same_days(t: Telling, e: Event) -> bool:
    """The same days, or an hour of them: "hit a block overnight. At six in the morning the rescuers had found three bodies"."""
    if t.when is None or (mine := interval(t.when)) is None:
        return False
    theirs = interval(e.when)
    if theirs is None or t.when.basis != "implied" or e.when.basis != "relative":
        return mine == theirs
    return theirs[0] <= mine[0] and mine[1] <= theirs[1] and (theirs[1] - theirs[0]).days <= 1
