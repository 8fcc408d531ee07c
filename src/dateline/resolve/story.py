"""The article as a story: frames in order become incidents. One incident told twice stays one; two places or days are two.

Each decision is a question with a short answer: does this telling point back ("the killings"), does anything of it clash with an
incident told before (kind, day, place, doer), and does anything tie it to one (same place, same figure, same breath)?
"""

from dateline.frames.frame import Frame
from dateline.frames.reading import Reading
from dateline.frames.types import family
from dateline.model.incident import Context
from dateline.packs.gazetteer import loose_key
from dateline.packs.story_words import story_words
from dateline.resolve.spots.carried import inherited_place
from dateline.resolve.spots.choice import choose_place
from dateline.resolve.spots.likeness import finer, may_lie
from dateline.resolve.spots.pair import both
from dateline.resolve.telling.arrivals import arrival, arrives, goal
from dateline.resolve.telling.clash import clash_time, new_place
from dateline.resolve.telling.comments import addressed, deny_all, take_comment, take_rival, take_sides
from dateline.resolve.telling.crime import private
from dateline.resolve.telling.dating import inherited_when, when_told
from dateline.resolve.telling.denials import answered, replied
from dateline.resolve.telling.event import Event, Telling
from dateline.resolve.telling.happening import occurrence, take_finding, take_occurrence, take_old_dead, take_quiet
from dateline.resolve.telling.history import context_of
from dateline.resolve.telling.incidents import begin, begin_all, begin_another, join, repeat
from dateline.resolve.telling.notes import answer, noted
from dateline.resolve.telling.references import owned_up, recall, refers, relabels
from dateline.resolve.telling.sequel import pursues
from dateline.resolve.telling.thread import Thread
from dateline.resolve.telling.ties import alike, match_event
from dateline.resolve.when import interval
from dateline.resolve.who import Named, name_party

_THEIRS = frozenset({"their", "his", "her"})


class Story:
    """Reads frames in order; ``events`` holds what they told."""

    def __init__(self, thread: Thread) -> None:
        self.thread = thread
        self.before: Reading | None = None
        self.scene: Telling | None = None
        self.lost: Telling | None = None

    @property
    def events(self) -> list[Event]:
        return self.thread.events

    def read(self, frame: Frame) -> None:
        """Take in one frame."""
        recall(frame, self.before)
        self.before = frame.reading
        t = self._telling(frame)
        if not frame.acts and not frame.counts:
            if self._arrival(t):
                return
            take_finding(self.thread, t)
            take_quiet(self.thread, frame.reading)
            take_rival(self.thread, t)
            take_comment(self.thread, frame)
            return
        if _condemns(t):
            return
        deny_all(self.thread, frame)
        context, reason = context_of(self.thread, frame, t)
        if context == "denied" and self._denied(t):
            return
        if context != "news":
            if take_old_dead(self.thread, t):
                return
            self._period(t, reason)
            self._aside(t, context, reason)
        elif not frame.ambient:
            self._news(t)

    def overhear(self, r: Reading) -> None:
        """Take in a sentence that tells no deed: "Soldiers entered the village of Kwari on Sunday." sets the next one's scene,
        "It happened on Saturday" that of the one before."""
        said_of = occurrence(r)
        if said_of is not None:
            take_occurrence(self.thread, self._telling(said_of))
            return
        take_quiet(self.thread, r)
        frame = arrival(r)
        if frame is not None:
            self.before = r
            self._arrival(self._telling(frame))

    def _arrival(self, t: Telling) -> bool:
        """Take in where and when armed men came: "The raiders rode into Ouenkoro" is of the incident told before, "Gunmen came
        to Kwari" of what is told next. Whether it was of one told before."""
        verb = arrives(t.frame)
        if verb is None:
            return False
        there = goal(t.frame, verb)
        t.where = self.thread.placer.resolve(t.frame, there) if there is not None else t.where
        self.scene = t if t.when is not None or t.where is not None else None
        e = self.thread.touched
        if e is None or t.where is None or t.where.name is None or not refers(t.frame):
            return False
        if clash_time(t, e) or new_place(self.thread, t, e) or not finer(t.where, e.where):
            return False
        join(self.thread, e, t)
        return True

    def aside(self, frame: Frame) -> Event:
        """An event of the background that is no part of the story: nothing told later is tied to it."""
        t = self._telling(frame)
        when = t.when or inherited_when(self.thread, frame, "background")
        return Event(
            [t], frame.context, frame.reason, when, t.where or inherited_place(self.thread.placer, frame, None)
        )

    def _telling(self, frame: Frame) -> Telling:
        placer = self.thread.placer
        spot = choose_place(placer, frame)
        where = both(placer, frame, spot, placer.resolve(frame, spot)) if spot is not None else None
        before = self.thread.touched  # "The army said …" after a raid in Somalia, told from Nairobi: Somalia's
        country = where.country if where else before.where.country if before is not None else None
        a, b = (self._party(frame, role, country) for role in ("a", "b"))
        for who in (a, b):
            if who is not None and who.armed and not who.state and who not in self.thread.cast.groups:
                self.thread.cast.groups.append(who)
        names = frozenset(
            loose_key(p.name.casefold())
            for p in frame.places
            if not p.generic and not p.qualifier and p.relation not in ("of", "from", "to")
        )
        return Telling(frame, when_told(self.thread, frame), where, a, b, names)

    def _party(self, frame: Frame, role: str, country: str | None) -> Named | None:
        party = next((x.party for x in frame.roles if x.role == role and x.party), None)
        return name_party(party, self.thread.cast, self.thread.placer.kit, country) if party else None

    def _news(self, t: Telling) -> None:
        """A deed of the news goes on with an incident or begins one; what proves neither is only a comment."""
        frame, touched = t.frame, self.thread.touched
        if self._of_history(t):
            return
        if frame.ordinal and touched is not None and not frame.acts:
            begin_another(self.thread, t, touched)
            return
        if (
            touched is not None
            and any(s.speaker and relabels(frame.reading, s) for s in frame.said)
            and not frame.counts
        ):
            take_comment(self.thread, frame)
            return
        if (told := noted(self.thread, t)) is not None:
            answer(self.thread, told, t)
            return
        scene = self._set_by(t)
        target = match_event(self.thread, t)
        nowhere = _nowhere(t) and any(alike(t, e) for e in self.thread.news)
        target = target or self._disputed(t)
        after = pursues(self.thread, t, target)
        if target is not None and not after:
            join(self.thread, target, t)
        elif after or nowhere or _unproven(t) or private(frame):
            self._drift(t)
            self._pin(t)
            take_sides(self.thread, t)
            take_comment(self.thread, frame)
        else:
            if touched is not None:
                repeat(t, touched)
            theirs = self._theirs(t)
            begin_all(self.thread, t)
            for before in (scene, theirs):
                if before is not None:
                    self.thread.news[-1].tellings.insert(0, before)

    def _pin(self, t: Telling) -> None:
        """ "Israel blamed the group for the attack on the town of Majdal Shams": where in the Golan Heights it was."""
        e = self.thread.touched
        if e is None or t.where is None or t.where.name is None or not t.frame.definite:
            return
        if may_lie(t.where, e.where) and finer(t.where, e.where):
            e.where = t.where

    def _of_history(self, t: Telling) -> bool:
        """ "… when bombers struck three churches in 2019. The group said it was behind the attacks.": of what was told just before."""
        last, f = self.events[-1] if self.events else None, t.frame
        if (
            last is None
            or last.context == "news"
            or not f.definite
            or f.counts
            or t.when is not None
            or t.where is not None
        ):
            return False
        here, there = f.reading, last.last.reading
        if here.index - there.index != 1 or here.sentence.paragraph != there.sentence.paragraph:
            return False
        last.comments += [(f, s) for s in f.said]
        return True

    def _set_by(self, t: Telling) -> Telling | None:
        """ "Settlers came down from the hill on Wednesday. They stoned a farmer.": the sentence before, whose deed is told only now.
        Its day and place are this telling's."""
        f, scene = t.frame, self.scene
        if scene is None or t.when is not None or t.where is not None or not f.solid:
            return None
        here, there = f.reading, scene.frame.reading
        if here.index - there.index != 1 or here.sentence.paragraph != there.sentence.paragraph:
            return None
        if here.view.low[f.first] not in story_words().they:
            return None
        t.when, t.where = scene.when, scene.where
        return scene

    def _theirs(self, t: Telling) -> Telling | None:
        """ "Eight people died near Sevare on Monday. Their bus hit a mine.": the sentence before, whose dead are of the deed told only now.
        Its day and place are this telling's where it has none."""
        lost, here = self.lost, t.frame.reading
        if lost is None or here.view.low[t.frame.first] not in _THEIRS:
            return None
        there = lost.frame.reading
        if here.index - there.index != 1 or here.sentence.paragraph != there.sentence.paragraph:
            return None
        t.when, t.where = t.when or lost.when, t.where or lost.where
        return lost

    def _disputed(self, t: Telling) -> Event | None:
        """ "The army denied having shelled Kosti. Residents said shells fell on the market.": told after all, with both claims."""
        e = self.events[-1] if self.events else None
        if e is None or e.context != "denied" or not t.frame.solid or t.frame.reading.index - e.last.reading.index > 2:
            return None
        apart = (
            clash_time(t, e) or new_place(self.thread, t, e) or family({x.act for x in t.frame.acts}) != family(e.acts)
        )
        if apart or not any(s.modality == "denied" for s in e.last.said):
            return None
        e.context, e.reason = "news", None
        return e

    def _denied(self, t: Telling) -> bool:
        """Whether the frame denies an incident told before; then it is a comment on it."""
        frame, replies = t.frame, answered(self.thread, t.frame)
        if (there := addressed(self.thread, frame)) is not None and frame.said:
            there.comments += [(frame, s) for s in frame.said]
            return True
        target = match_event(self.thread, t, loose=True) or replies
        if target is None or not frame.said or new_place(self.thread, t, target):
            return False
        alike = family({x.act for x in frame.acts}) == family(target.acts)
        if frame.definite or target is replies or (t.where is None and (alike or replied(frame, target))):
            target.comments += [(frame, s) for s in frame.said]
            return True
        return False

    def _period(self, t: Telling, reason: str | None) -> None:
        """A tally of "the past week" gives the days that the report covers."""
        past = any(m.form.startswith("past_") for m in t.frame.times)
        if reason and "tally" in reason and self.thread.period is None and t.when is not None and past:
            self.thread.period = interval(t.when)

    def _aside(self, t: Telling, context: Context, reason: str | None) -> None:
        """Set aside; a second telling in the same breath joins the first."""
        f = t.frame
        if not f.solid and not (f.counts and context == "background"):
            return
        before = self.events[-1] if self.events else None
        same = before is not None and before.context == context and before.last.reading.index == f.reading.index
        if before is not None and same and t.when is None:
            before.tellings.append(t)
            return
        event = begin(self.thread, t, context, reason)
        event.cumulative = context == "background" and (reason or "").startswith("a run of events")

    def _drift(self, t: Telling) -> None:
        """Notes that what is said next may be of a deed that is no incident here."""
        self.scene = t if t.when is not None or t.where is not None else None
        self.lost = t if t.frame.counts and not t.frame.acts else None
        if any(not x.weak for x in t.frame.acts) and t.where is not None and t.where.name is not None:
            self.thread.adrift = t.frame.reading.index


_THEN = frozenset("then later afterwards subsequently our".split())


def _condemns(t: Telling) -> bool:
    """ "Condemning the carnage, the prime minister said that those who wage war …"."""
    judged = not story_words().condemn.isdisjoint(t.frame.reading.view.low)
    return judged and not t.frame.counts and (t.where is None or t.where.precision == "country")


def _nowhere(t: Telling) -> bool:
    """A deed without a day or a place of its own, not set apart from those told before: more of one of them, or talk."""
    f = t.frame
    if (
        t.when is not None
        or f.reading.sentence.block != "body"
        or any(not p.generic and not p.qualifier for p in f.places)
    ):
        return False
    return (story_words().apart | _THEN).isdisjoint(f.reading.view.low[f.first : f.first + 8])


_PROBED = frozenset("investigating probing investigate probe".split())


def _probed(f: Frame) -> bool:
    """ "Police are also investigating a shooting in the west of the city.": what is told only behind it."""
    v = f.reading.view
    only = all((x.noun or v.tag[x.token] == "VBG") and v.low[v.head[x.token]] in _PROBED for x in f.acts)
    doers = all(x.party is not None and v.low[v.head[x.party.head]] in _PROBED for x in f.roles)
    return bool(f.acts) and only and doers and not (f.counts or f.times)


def _unproven(t: Telling) -> bool:
    """A figure or a weak word with nothing to hang on."""
    f = t.frame
    if _probed(f):
        return True
    if owned_up(f) and f.acts and (t.where is not None or f.of("b") or f.of("victim")):
        return False
    dated = t.when is not None and interval(t.when) is not None and bool(f.of("victim"))
    return not f.solid or (f.definite and not f.counts and t.where is None and not dated)
