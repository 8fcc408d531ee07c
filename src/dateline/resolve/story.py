"""The article as a story: frames in order become incidents. One incident told twice stays one; two places or days are two.

Each decision is a question with a short answer: does this telling point back ("the killings"), does anything of it clash with an
incident told before (kind, day, place, doer), and does anything tie it to one (same place, same figure, same breath)?
"""

import datetime as dt
import hashlib
from dataclasses import dataclass, field

import msgspec

from dateline.frames.frame import Count, Frame
from dateline.frames.reading import Reading
from dateline.frames.types import family
from dateline.mentions.cues import Said
from dateline.mentions.places import PlaceMention
from dateline.mentions.times import TimeMention
from dateline.model.incident import Context, When, Where
from dateline.model.text import Span
from dateline.packs.gazetteer import loose_key
from dateline.resolve.places import Placer
from dateline.resolve.when import Interval, TimeContext, bounded, combine, implied, interval, point, reverse
from dateline.resolve.when import resolve as resolve_time
from dateline.resolve.who import Cast, Named, name_party

OLD_DAYS = 10  # an event that ended this many days before publication is history, unless the bulletin's period holds it
_VAGUE = ("area", "adm1", "adm2", "country", "unknown")
_AGAIN = frozenset("also additionally meanwhile separately elsewhere similarly likewise earlier later then".split())
_RAID = frozenset({"explosive", "violence", "battle", "loot", "abduct", "crowd", "captive", "sexual", "change"})
_APART = frozenset("separately elsewhere additionally meanwhile another also".split())
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


@dataclass
class Telling:
    """A frame in an incident, with what it resolved to on its own (null where it says nothing)."""

    frame: Frame
    when: When | None
    where: Where | None
    a: Named | None
    b: Named | None
    names: frozenset[str] = frozenset()


@dataclass
class Event:
    """An incident in the making."""

    tellings: list[Telling]
    context: Context
    reason: str | None
    when: When
    where: Where
    comments: list[tuple[Frame, Said]] = field(default_factory=list)
    beside: list[Frame] = field(default_factory=list)  # who did it, from a sentence that tells no deed
    shared: str | None = None
    cumulative: bool = False

    @property
    def acts(self) -> set[str]:
        solid = {t.act for x in self.tellings for t in x.frame.acts if not t.weak}
        return solid or {t.act for x in self.tellings for t in x.frame.acts}

    @property
    def last(self) -> Frame:
        return self.tellings[-1].frame

    @property
    def a(self) -> Named | None:
        return next((t.a for t in self.tellings if t.a), None)

    @property
    def b(self) -> Named | None:
        return next((t.b for t in self.tellings if t.b), None)


class Story:
    """Reads frames in order; ``events`` holds what they told."""

    def __init__(
        self,
        published: dt.date | None,
        period: Interval | None,
        cast: Cast,
        placer: Placer,
        genre: str | None = None,
        scenes: dict[int, TimeMention] | None = None,
        days: dict[Span, TimeMention] | None = None,
    ) -> None:
        self.genre, self.scenes, self.days = genre, scenes or {}, days or {}
        self.published, self.period, self.cast, self.placer = published, period, cast, placer
        self.events: list[Event] = []
        self.loose: list[Frame] = []
        self.touched: Event | None = None
        self.before: Reading | None = None
        self.waiting: list[tuple[Frame, Said]] = []
        self.adrift = -1  # the latest sentence with a deed that hangs on no incident

    @property
    def news(self) -> list[Event]:
        return [e for e in self.events if e.context == "news"]

    def read(self, frame: Frame) -> None:
        """Take in one frame."""
        _recall(frame, self.before)
        self.before = frame.reading
        telling = self._telling(frame)
        if not frame.acts and not frame.counts:
            self._rival(telling)
            self._comment(frame)
            return
        if (
            not _CONDEMN.isdisjoint(frame.reading.view.low)
            and not frame.counts
            and (telling.where is None or telling.where.precision == "country")
        ):
            return  # "Condemning the carnage, the prime minister said that those who wage war …"
        self._all_denied(frame)
        context, reason = self._context(frame, telling)
        if context == "denied":
            target = self._match(telling, loose=True) or self._answered(frame)
            tied = (
                frame.definite
                or target is self._answered(frame)
                or (
                    telling.where is None
                    and target is not None
                    and (family({x.act for x in frame.acts}) == family(target.acts) or self._replied(frame, target))
                )
            )
            if target is not None and tied and frame.said and not self._new_place(telling, target):
                target.comments += [(frame, s) for s in frame.said]
                return
        if context != "news":
            if (
                reason
                and "tally" in reason
                and self.period is None
                and telling.when is not None
                and any(m.form.startswith("past_") for m in frame.times)
            ):
                self.period = interval(telling.when)
            self._aside(telling, context, reason)
            return
        if frame.ambient:
            return
        if frame.ordinal and self.touched is not None and not frame.acts:
            self._another(telling, self.touched)
            return
        target = self._match(telling)
        owned = _owned_up(frame) and frame.acts and (telling.where is not None or frame.of("b") or frame.of("victim"))
        if (
            target is None
            and not owned
            and (not frame.solid or (frame.definite and not frame.counts and telling.where is None))
        ):
            self._unproven(telling)
            self._comment(frame)
            return
        if target is None and self._private(frame):
            self._drift(telling)
            self._comment(frame)
            return
        if target is None:
            self._begin_all(telling)
        else:
            self._join(target, telling)

    def aside(self, frame: Frame) -> Event:
        """An event of the background that is no part of the story: nothing told later is tied to it."""
        t = self._telling(frame)
        when = t.when or self._inherited_when(frame, "background")
        return Event([t], frame.context, frame.reason, when, t.where or self.placer.inherited(frame, None))

    # -- parts
    def _answered(self, frame: Frame) -> Event | None:
        """The incident just told, where a denial takes up its words: "denied targeting the prison"."""
        e = self.touched
        denial = next((s for s in frame.said if s.modality == "denied"), None)
        if e is None or denial is None or not 0 < frame.reading.index - e.last.reading.index <= 2:
            return None
        return e if _shares_words(frame, e, denial.token + 1) else None

    def _replied(self, frame: Frame, e: Event) -> bool:
        """Whether a denial right behind the incident is of it."""
        gap = frame.reading.sentence.paragraph - e.last.reading.sentence.paragraph
        low = frame.reading.view.low
        it = any(
            s.modality == "denied" and low[s.token + 1 : s.token + 2] in (["it"], ["this"], ["that"])
            for s in frame.said
        )
        return gap == 0 or (gap == 1 and (it or _refers(frame) or _shares_words(frame, e)))

    def _private(self, frame: Frame) -> bool:
        """Ordinary crime: one man, a thief or a family against people, with no armed group, force or crowd in it."""
        if {t.act for t in frame.acts} == {"arrest"} and not _PETTY.isdisjoint(frame.reading.view.low):
            return True
        if not {t.act for t in frame.acts} <= {"kill", "shoot", "attack", "hurt", "loot", "abduct"} or (
            frame.means and any(m.name in ("landmine", "grenade") for m in frame.means)
        ):
            return False
        v = frame.reading.view
        doers = [x for x in frame.roles if x.role == "a"]
        heard = {s.head for s in frame.reading.said}
        if any(x.party is not None for x in doers) or any(
            p.kind in ("named", "state", "armed", "crowd") and not (p.organ == "police" and p.head in heard)
            for p in frame.reading.parties
        ):
            return False
        if any(w in _KITTED for w in v.low[frame.first : frame.last + 1]):
            return False
        told = [w for x in doers if x.person is not None for w in v.low[slice(*v.phrase(x.token))]]
        if any(w in _CRIMINALS for w in (told or v.low[frame.first : frame.last + 1])):
            return True
        return any(x.person is not None and x.person.low == 1 and x.person.high == 1 for x in doers)

    def _telling(self, frame: Frame) -> Telling:
        spot = self.placer.choose(frame)
        where = self.placer.resolve(frame, spot) if spot is not None else None
        country = where.country if where else None
        a = next(
            (
                name_party(x.party, self.cast, self.placer.kit, country)
                for x in frame.roles
                if x.role == "a" and x.party
            ),
            None,
        )
        b = next(
            (
                name_party(x.party, self.cast, self.placer.kit, country)
                for x in frame.roles
                if x.role == "b" and x.party
            ),
            None,
        )
        for who in (a, b):
            if who is not None and who.armed and not who.state and who not in self.cast.groups:
                self.cast.groups.append(who)
        names = frozenset(
            loose_key(p.name.casefold())
            for p in frame.places
            if not p.generic and not p.qualifier and p.relation not in ("of", "from", "to")
        )
        return Telling(frame, self._when(frame), where, a, b, names)

    def _when(self, frame: Frame) -> When | None:
        label = self._label_day(frame)
        if not frame.times:
            return label
        pool = self.news if frame.context == "news" else self.events
        before = next((e for e in reversed(pool) if interval(e.when) is not None), None)
        said = (
            interval(combine(frame.speech_times, TimeContext(published=self.published))) if frame.speech_times else None
        )
        spoken = said is not None and any(m.form.startswith("previous_") for m in frame.times)
        ctx = TimeContext(
            published=self.published,
            previous=said if spoken else interval(label) if label else interval(before.when) if before else None,
            period=self.period,
            tense="future" if frame.context == "planned" else "past",
            previous_part=before.when.part if before else None,
        )
        if frame.reversed:
            return resolve_time(reverse(frame.times[0]), ctx)
        times = [point(m) if self._pointed(frame, m) else m for m in self._near(frame)]
        if any(m.form in ("range", "weekday_range") for m in times):
            times = [m for m in times if m.form != "overnight"]  # "overnight from Monday to Tuesday"
        dated = [m for m in times if m.relation not in ("since", "until")]
        return combine(dated or times, ctx)

    def _label_day(self, frame: Frame) -> When | None:
        """The day that the item's label bears."""
        lead = frame.reading.sentence.lead
        m = self.days.get(lead) if lead is not None else None
        when = resolve_time(m, TimeContext(published=self.published, period=self.period)) if m is not None else None
        return when if when is not None and interval(when) is not None else None

    def _pointed(self, frame: Frame, m: TimeMention) -> bool:
        """ "since Monday, when soldiers led away a shepherd": the day itself."""
        at = m.end - frame.reading.offset
        if m.relation == "since" and m.form == "weekday" and frame.has("arrest", "abduct"):
            return True  # "have been detained since Sunday"
        return m.relation == "since" and frame.reading.sentence.text[at : at + 6].lower().startswith(
            (", when", " when")
        )

    def _near(self, frame: Frame) -> list[TimeMention]:
        """The times of the deed's own clause: not those of a relative clause about something else in it."""
        act = next((t for t in frame.acts if not t.weak), frame.acts[0] if frame.acts else None)
        if act is None or len(frame.times) < 2:
            return frame.times
        r, v = frame.reading, frame.reading.view
        kept = []
        for m in frame.times:
            where = r.tokens(m.start, m.end)
            if where is None:
                continue
            aside = next((j for j in v.chain(where[1]) if v.base(j) == "acl"), None)
            if aside is None or act.token in v.below(aside):
                kept.append(m)
        return kept or frame.times

    def _context(self, frame: Frame, telling: Telling) -> tuple[Context, str | None]:
        """The frame's own context, or history by its date, or a running toll."""
        if frame.context != "news":
            return frame.context, frame.reason
        span = interval(telling.when) if telling.when else None
        if span is not None and self.published is not None:
            recent = self.published - dt.timedelta(days=OLD_DAYS) <= span[0]
            run = (
                any(t.relation == "since" for t in frame.times)
                and telling.when is not None
                and telling.when.precision == "open"
            )
            if run and (not recent or frame.counts or not frame.solid):
                return "background", "a run of events since then"
            edge = (
                min(self.period[0], self.published - dt.timedelta(days=OLD_DAYS))
                if self.period
                else self.published - dt.timedelta(days=OLD_DAYS)
            )
            if span[1] < edge:
                return "background", "history by its date"
            if (
                telling.when is not None
                and telling.when.precision in ("month", "year")
                and (not frame.solid or frame.tense == "perfect")
            ):
                return "background", "a period, not a day"
            perfect = {"have", "has"} & set(frame.reading.view.low[frame.first : frame.last + 1])
            if (span[1] - span[0]).days > 14 and frame.counts and (perfect or not frame.solid):
                return "background", "a period, not a day"
        elif (
            telling.when is not None
            and telling.when.precision == "open"
            and any(t.relation == "since" for t in frame.times)
        ):
            return "background", "a run of events since then"
        if self.genre and (span is None or "drill" in self.genre or "fiction" in self.genre):
            return ("hypothetical" if "drill" in self.genre or "fiction" in self.genre else "background"), self.genre
        before = self.events[-1] if self.events else None
        if (
            before is not None
            and before.context == "background"
            and span is None
            and not frame.definite
            and before.last.reading.sentence.paragraph == frame.reading.sentence.paragraph
            and frame.reading.index - before.last.reading.index <= 1
            and frame.tense in ("past", "pluperfect")
            and interval(before.when) is not None
        ):
            return "background", "goes on with history"
        if self._aftermath(frame):
            return "background", "told only as what came before"
        if span is None and self._old_statement(frame):
            return "background", "told by a statement of long ago"
        toll = [c.number.low for c in frame.counts if c.outcome in ("killed", "displaced")]
        if toll and min(toll) >= 200 and (telling.when is None or telling.when.precision not in ("day", "days")):
            return "background", "a figure for no single event"
        return "news", None

    def _old_statement(self, frame: Frame) -> bool:
        """Whether the statement that tells it was made long before publication."""
        if self.published is None or not frame.speech_times:
            return False
        said = interval(combine(frame.speech_times, TimeContext(published=self.published)))
        return said is not None and said[1] < self.published - dt.timedelta(days=OLD_DAYS)

    def _aftermath(self, frame: Frame) -> bool:
        """ "The violence came a day after gunmen had …": what stands after "came … after" is context."""
        v = frame.reading.view
        if frame.first == 0 or v.low[frame.first] in (";",):
            return False
        opener = v.low[frame.first : frame.first + 5]
        return (
            any(w in ("came", "comes", "follows", "followed") for w in v.low[: frame.first]) and "after" in opener
        ) or v.low[frame.first] == "since"

    def _match(self, t: Telling, loose: bool = False) -> Event | None:
        """The incident that this telling is of, if any."""
        best, score = None, 0.0
        for k, e in enumerate(reversed(self.news)):
            s = self._ties(t, e, k, loose)
            if s > score:
                best, score = e, s
        return best

    def _ties(self, t: Telling, e: Event, back: int, loose: bool) -> float:
        """How strongly the telling belongs to the incident; 0 or less: not at all."""
        f = t.frame
        acts = {x.act for x in f.acts if not x.weak} or {x.act for x in f.acts}
        mine, theirs = family(acts) if acts and not f.lingering else "result", family(e.acts)
        if f.recalled and back == 0:
            return 3.0
        if (
            mine not in _SUPPORT.get(theirs, {theirs, "result"})
            and theirs not in _SUPPORT.get(mine, {mine})
            and not (back == 0 and mine in _RAID and theirs in _RAID and self._goes_on(t, e))
            and not (f.reading.sentence.block == "headline" and self._figures(t, e) > 1)
        ):
            return -1
        if mine == "sexual" != theirs and f.reading.sentence.paragraph != e.last.reading.sentence.paragraph:
            return -1  # told by itself: a deed of another kind
        if self._clash_time(t, e) or self._new_place(t, e) or self._clash_actor(t, e):
            return -1
        if f.has("take") and f.solid and self._turned(t, e) and f.reading.index != e.last.reading.index:
            return -1  # the ground goes to the other side
        score = 0.0
        if f.ambient:
            return -1
        gap = f.reading.sentence.paragraph - e.last.reading.sentence.paragraph
        same_breath = f.reading.index == e.last.reading.index
        item = f.reading.sentence.block == "item"
        toll = loosely_told(f) and any(w in ("toll", "update") for w in f.reading.view.low) and t.where is None
        owned = _owned_up(f)
        if (
            item
            and not (toll or owned)
            and gap > 0
            and e.last.reading.sentence.block != "headline"
            and not self._same_place(t, e)
        ):
            return -1
        if self._same_place(t, e):
            score += 2.5
        if t.when is not None and interval(t.when) and interval(t.when) == interval(e.when):
            score += 0.7
        if t.a is not None and e.a is not None and t.a.name == e.a.name:
            score += 0.7
        if t.b is not None and e.b is not None and t.b.name == e.b.name:
            score += 0.5
        figures = self._figures(t, e)
        score += figures
        if mine == theirs:
            score += 0.5
        if f.tense == "pluperfect" and f.said and t.when is None and not (t.where and t.where.name):
            score += 1.0
        if f.lingering and any(c.outcome in ("killed", "injured") for x in e.tellings for c in x.frame.counts):
            score += 2.5
        if owned and t.where is None:
            score += 2.0
        if f.reading.sentence.block == "headline":
            score += (
                0.0 if figures < 0 else 2.5 if mine == theirs or figures > 0 else 1.0
            )  # it sums up what the body tells
        if f.definite:
            score += 2.0 if back == 0 else 1.2
        loosely = loosely_told(f)
        placed = t.where is not None and t.where.name is not None and not self._same_place(t, e)
        if placed and e.where.precision in _VAGUE and _refers(f):
            placed = False  # "The attackers … in the village of X", after a district
        if loosely:
            score += 2.0 if back == 0 and 0 <= gap <= 1 else (0.6 if back == 0 else -0.5)
            if placed and e.where.name:
                score -= 1.5
        elif back == 0 and 0 <= gap <= 1 and not placed and not same_breath:
            score += 2.0 if gap == 0 else 0.9
        elif back == 0 and gap == 0 and same_breath:
            score -= 0.6
        if self._turned(t, e) and any(
            w in ("then", "later", "afterwards", "subsequently") for w in f.reading.view.low[f.first : f.first + 8]
        ):
            score -= 2.5
        if _refers(f) and not placed:
            score += 0.8
        elif (
            back == 0
            and gap <= 1
            and f.reading.view.low[0] == "the"
            and f.reading.view.low[1] in ("victims", "hostages", "captives")
        ):
            score += 2.5  # "The victims … were waylaid on the road between A and B"
        if (
            e is self.news[0]
            and gap <= 2
            and (_refers(f) or e.where.precision in ("adm1", "country", "unknown"))
            and (e.when.basis == "bounded" or not t.when or interval(t.when) == interval(e.when))
        ):
            score += 1.0 if _refers(f) else 0.6
        if e is self.news[0] and e.last.reading.index <= self._lead and gap >= 1 and f.reading.index <= self._lead + 6:
            score += 0.8
        opener = f.reading.view.low[:2]
        if opener[:1] == ["another"] and (opener[1:] or [""])[0].isdigit():
            opener = []  # "Another 33 soldiers were wounded": more people of the same
        if any(w in _APART for w in opener) and not (loosely and not placed and "another" in opener):
            score -= 2.5
        if f.solid and gap > 1 and not self._same_place(t, e) and figures <= 0 and not f.definite:
            score -= 0.8
        return score - (1.5 if not loose else 0.5) - 0.15 * back

    _lead = 1

    def _goes_on(self, t: Telling, e: Event) -> bool:
        """Whether the sentence goes on from the one before: the same paragraph, no place, no day and no "meanwhile" of its own."""
        f, before = t.frame, e.last.reading
        return (
            t.where is None
            and t.when is None
            and f.reading.sentence.paragraph == before.sentence.paragraph
            and 0 <= f.reading.index - before.index <= 1
            and not any(w in _AGAIN or w == "another" for w in f.reading.view.low[f.first : f.first + 6])
        )

    def _turned(self, t: Telling, e: Event) -> bool:
        """Whether the doer here stands on the side that was hit there."""
        if t.a is None or e.b is None:
            return False
        return t.a.name == e.b.name or (t.a.state and e.b.state and t.a.country == e.b.country)

    def _figures(self, t: Telling, e: Event) -> float:
        """Whether the figures are the same, could be, or speak of others."""
        mine = {(c.outcome, c.number.low, c.number.high) for c in t.frame.counts if c.number.high != 0}
        theirs = {(c.outcome, c.number.low, c.number.high) for x in e.tellings for c in x.frame.counts}
        if not mine or not theirs:
            return 0.0
        if mine & theirs:
            return 1.5
        outcomes = {m[0] for m in mine} & {x[0] for x in theirs}
        if not outcomes:
            return 0.2
        for o, low, high in mine:
            for p, lo, hi in theirs:
                if o == p and low <= (hi if hi is not None else low) and lo <= (high if high is not None else lo):
                    return 0.8
        if {"own", "our", "ours"} & set(t.frame.reading.view.low):
            return 0.2  # "One of their own fighters fell", beside those they killed
        rival = any(s.speaker for s in t.frame.said) and not t.frame.solid
        groups = {c.number.group for c in t.frame.counts} & {c.number.group for x in e.tellings for c in x.frame.counts}
        return 0.0 if rival or not groups else -1.0

    def _clash_time(self, t: Telling, e: Event) -> bool:
        if t.frame.acts and all(x.act == "bodies" for x in t.frame.acts):
            return False  # the day of the finding
        mine = interval(t.when) if t.when else None
        theirs = interval(e.when) if e.when.basis in ("stated", "relative") else None
        if mine is None or theirs is None:
            return False
        return mine[1] < theirs[0] or theirs[1] < mine[0]

    def _same_place(self, t: Telling, e: Event) -> bool:
        if t.where is None or t.where.name is None:
            return False
        return self.placer.same(t.where, e.where) or any(
            loose_key(t.where.name.casefold()) in x.names for x in e.tellings if x.where is not None
        )

    def _new_place(self, t: Telling, e: Event) -> bool:
        """Whether the telling names a place that the incident cannot lie in."""
        if t.where is None or t.where.name is None or e.where.name is None:
            return False
        if t.frame.reading.sentence.block == "headline" and (
            t.where.precision in _VAGUE or (self._figures(t, e) >= 0 and t.where.country in (None, e.where.country))
        ):
            return False  # a headline names the nearest town that its readers know
        if _refers(t.frame) and self.placer.may_lie(t.where, e.where):
            return False
        if (
            all(x.frame.reading.sentence.block == "headline" for x in e.tellings if x.where == e.where)
            and e.where.precision in _VAGUE
            and e.where.country == t.where.country
        ):
            return False
        return not self._same_place(t, e) and not self.placer.compatible(t.where, e.where)

    def _clash_actor(self, t: Telling, e: Event) -> bool:
        if t.a is None or e.a is None or t.a.name == e.a.name:
            return False
        if t.a.kind == "unknown" or e.a.kind == "unknown" or not t.a.armed or not e.a.armed:
            return False
        if e.b is not None and (t.a.name == e.b.name or (t.a.state and e.b.state and t.a.country == e.b.country)):
            return False  # the other side strikes back
        return not (t.a.country and t.a.country == e.a.country)

    def _begin(self, t: Telling, context: Context, reason: str | None) -> Event:
        where = t.where
        if where is None:
            apart = t.frame.reversed and not t.frame.places  # "…, hours after rebels signed a truce": anywhere
            where = self.placer.inherited(t.frame, None if apart else self._neighbour(t.frame))
        when = t.when or self._inherited_when(t.frame, context)
        if (
            context == "news"
            and t.frame.has("bodies")
            and not t.frame.has("shoot", "attack")
            and when.end is not None
            and when.start is not None
        ):
            when = msgspec.structs.replace(when, start=None, precision="open", basis="bounded")
        event = Event([t], context, reason, when, where)
        self.events.append(event)
        if context == "news":
            self._overheard(t.frame, event)
        if context == "news" and not (t.frame.reversed and self.touched is not None and self._same_breath(t.frame)):
            self.touched = event
        return event

    def _same_breath(self, frame: Frame) -> bool:
        """Whether the sentence has told an incident already: one it only looks back on is not what it goes on about."""
        return self.touched is not None and self.touched.last.reading.index == frame.reading.index

    def _another(self, t: Telling, like: Event) -> None:
        """ "…; in the second, on Saturday, four passengers died": a second event of the kind just told."""
        first = t.frame.first + (t.frame.reading.view.words[t.frame.first] == ";")
        t.frame.acts = [
            msgspec.structs.replace(act, first=first, last=first, token=first)  # where this telling begins
            for act in like.tellings[0].frame.acts
        ]
        event = Event([t], "news", None, t.when or like.when, t.where or like.where)
        self.events.append(event)
        self.touched = event

    def _begin_all(self, t: Telling) -> None:
        """A new incident; two where one deed is told at two targets that each stand in a phrase of their own."""
        spots = [
            p
            for p in t.frame.places
            if not p.qualifier
            and p.relation not in ("from", "to", "towards", "of")
            and p.kind not in ("country", "province", "state")
        ]
        first = self._begin(t, "news", None)
        other = split_places(t.frame, spots) if t.frame.has("air", "strike", "shell", "attack", "bomb") else None
        if other is None:
            return
        where = self.placer.resolve(t.frame, other)
        if where.admin1 is None:
            where = msgspec.structs.replace(where, admin1=first.where.admin1)
        second = self._begin(Telling(t.frame, t.when, where, t.a, t.b), "news", None)
        first.shared = second.shared = hashlib.sha256(f"{t.frame.start}".encode()).hexdigest()[:8]
        second.when = first.when

    def _neighbour(self, frame: Frame) -> Event | None:
        """The incident told just before, where this sentence goes on from it."""
        before = self.touched
        if before is None:
            return None
        here, there = frame.reading.sentence, before.last.reading.sentence
        if here.lead != there.lead and self.placer.lead(frame) is not None:
            return None
        gap = here.paragraph - there.paragraph
        return before if gap == 0 or (gap == 1 and frame.reading.view.low[0] in _AGAIN) else None

    def _inherited_when(self, frame: Frame, context: Context) -> When:
        """No date of its own: the day it continues, the bulletin's period, or only "on or before publication"."""
        if context != "news":
            return bounded(self.published)
        scene = self._scene(frame)
        if scene is not None:
            return scene
        if frame.has("bodies") and not frame.has("kill", "shoot", "attack"):
            return bounded(self.published)
        before = self._neighbour(frame)
        if before is not None and interval(before.when) is not None:
            return implied(interval(before.when))
        if self.period is not None:
            return implied(self.period)
        if frame.tense == "present" and frame.reading.sentence.block != "headline" and self.published is not None:
            return implied((self.published, self.published))
        day = self.news[-1].when if self.news else None
        if (
            day is not None
            and interval(day) is not None
            and any(w in _AGAIN for w in frame.reading.view.low[: frame.last])
        ):
            return implied(interval(day))
        return bounded(self._stated_on(frame) or self.published)

    def _stated_on(self, frame: Frame) -> dt.date | None:
        """The day of the statement that tells it, which the event cannot come after."""
        span = (
            interval(combine(frame.speech_times, TimeContext(published=self.published))) if frame.speech_times else None
        )
        if span is None or self.published is None or not self._lately(span):
            return None
        return span[1]

    def _lately(self, span: Interval) -> bool:
        """Whether the days lie in the weeks before publication."""
        return (
            self.published is not None
            and self.published - dt.timedelta(days=OLD_DAYS) <= span[0]
            and span[1] <= self.published
        )

    def _scene(self, frame: Frame) -> When | None:
        """The day that the sentence before sets without telling an event ("By Tuesday it had spread.")."""
        m = self.scenes.get(frame.reading.index)
        if m is None or self.published is None or frame.tense != "past":
            return None
        when = resolve_time(m, TimeContext(published=self.published, period=self.period))
        span = interval(when)
        return when if span is not None and self._lately(span) and (span[1] - span[0]).days <= 1 else None

    def _join(self, e: Event, t: Telling) -> None:
        e.tellings.append(t)
        self._overheard(t.frame, e)
        self.touched = e
        summed = t.frame.reading.sentence.block == "headline" and e.where.name is not None
        if t.where is not None and t.where.name and not summed and self._borrowed(e):
            e.where = t.where  # its own words before a place that was only carried on
        elif t.where is not None and not summed and self.placer.finer(t.where, e.where):
            e.where = t.where
        if (
            t.when is not None
            and interval(t.when) is not None
            and (e.when.basis in ("implied", "bounded") or interval(e.when) is None)
        ):
            e.when = t.when

    def _borrowed(self, e: Event) -> bool:
        """Whether the incident's place stands in none of the sentences that tell it."""
        if e.where.evidence is None or e.where.name is None:
            return False
        at = e.where.evidence[0]
        return not any(
            (s := x.frame.reading.sentence).start <= at < s.end
            or (s.lead is not None and s.lead.start <= at < s.lead.end)
            for x in e.tellings
        )

    def _aside(self, t: Telling, context: Context, reason: str | None) -> None:
        """Set aside; a second telling in the same breath joins the first."""
        f = t.frame
        if not f.solid and not (f.counts and context == "background"):
            return
        before = self.events[-1] if self.events else None
        if (
            before is not None
            and before.context == context
            and before.last.reading.index == f.reading.index
            and t.when is None
        ):
            before.tellings.append(t)
            return
        event = self._begin(t, context, reason)
        event.cumulative = context == "background" and (reason or "").startswith("a run of events")

    def _unproven(self, t: Telling) -> None:
        """A figure or a weak word with nothing to hang on."""
        self.loose.append(t.frame)
        self._drift(t)

    def _drift(self, t: Telling) -> None:
        """Notes that what is said next may be of a deed that is no incident here."""
        if any(not x.weak for x in t.frame.acts) and t.where is not None and t.where.name is not None:
            self.adrift = t.frame.reading.index

    def _rival(self, t: Telling) -> None:
        """ "Human rights groups spoke of 11.": a bare figure by another speaker is one of the dead told just before."""
        f, e = t.frame, self.touched
        if (
            e is None
            or len(f.reading.view) > 14
            or not any(s.cue.lower().startswith(("spoke", "put", "counted", "speak")) for s in f.said)
        ):
            return
        bare = [n for n in f.reading.people if n.noun is None and n.numeral and n.use == "count"]
        outcomes = {c.outcome for x in e.tellings for c in x.frame.counts}
        if (
            len(bare) == 1
            and "killed" in outcomes
            and f.reading.sentence.paragraph - e.last.reading.sentence.paragraph <= 1
        ):
            f.counts.append(Count("killed", bare[0], 0))
            e.tellings.append(t)

    def _comment(self, frame: Frame) -> None:
        """A sentence that only says who says what: denials, blame and claims of responsibility belong to the incident before."""
        before = self.touched
        if not _CONDEMN.isdisjoint(frame.reading.view.low):
            return
        if before is None:
            self.waiting += [(frame, s) for s in frame.said if s.modality == "stated" and s.speaker]
            return
        latest = max(f.reading.sentence.paragraph for f in (before.last, *(f for f, _ in before.comments)))
        gap = frame.reading.sentence.paragraph - latest
        if gap > 1 or (gap == 0 and self._left(frame)):
            return
        drifted = self.adrift > max(f.reading.index for f in (before.last, *(f for f, _ in before.comments)))
        for s in frame.said:
            if drifted and s.modality == "stated":
                continue
            if self._belongs(frame, s, before, gap):
                before.comments.append((frame, s))
            elif s.modality == "stated" and s.speaker and frame.context == "news":
                self.waiting.append((frame, s))

    def _all_denied(self, frame: Frame) -> None:
        """ "Yerevan denied everything and …": all that was told so far, not what comes after."""
        low = frame.reading.view.low
        for s in [s for s in frame.said if s.modality == "denied" and low[s.token + 1 : s.token + 2] == ["everything"]]:
            for e in self.news:
                e.comments.append((frame, s))
            frame.said.remove(s)

    def _left(self, frame: Frame) -> bool:
        """Whether history or a plan has been told since, in the same paragraph: the sentence may be about that."""
        last = self.events[-1]
        return (
            last is not self.touched
            and last.context != "news"
            and last.last.reading.sentence.paragraph == frame.reading.sentence.paragraph
        )

    def _belongs(self, frame: Frame, s: Said, e: Event, gap: int) -> bool:
        """Whether what is said is about the incident."""
        party = s.head in frame.reading.party_at
        if s.modality == "denied" and _of_its_own(frame, s):
            there = gap == 0 and "there" in frame.reading.view.low[s.token + 3 :]
            return there or self._sides(frame, s, e) or _shares_words(frame, e, s.token + 1)
        if s.modality in ("denied", "alleged", "claimed") and (
            _answers(frame) or party or _shares_words(frame, e) or _refers(frame) or self._sides(frame, s, e)
        ):
            return True
        if s.modality == "alleged" and s.speaker and s.target is not None and len(frame.reading.view) < 16:
            return True
        there = frame.reading.view.low[s.head] in _THERE or _shares_words(frame, e) or _points(frame)
        if frame.reading.view.low[0] == "if":
            return False
        after = frame.reading.index - e.last.reading.index == 1 and _takes_up(frame, s)
        near = gap == 0 or (s.modality == "stated" and (there or after) and not frame.places)
        return (
            (near or (party and (s.modality != "stated" or _takes_up(frame, s))) or _refers(frame))
            and s.speaker is not None
            and frame.context == "news"
            and s.modality != "denied"
        )

    def _sides(self, frame: Frame, s: Said, e: Event) -> bool:
        """Whether the speaker is a side of the incident, or speaks for the state of one."""
        kit = self.placer.kit
        where = frame.reading.tokens(frame.reading.offset + s.start, frame.reading.offset + s.end)
        near = [p for k in range(where[0], where[1] + 1) if (p := frame.reading.party_at.get(k))] if where else []
        party = frame.reading.party_at.get(s.head) or next(iter(near), None)
        sides = [x for x in (e.a, e.b) if x is not None]
        if party is not None:
            who = name_party(party, self.cast, kit, e.where.country)
            if any(x.name == who.name or (x.state and who.state and x.country == who.country) for x in sides):
                return True
        name = (s.speaker or "").removeprefix("The ").removeprefix("the ")
        home = kit.countries.by_name(name) or kit.countries.by_capital(name)
        return home is not None and any(x.country == home for x in sides)

    def _overheard(self, frame: Frame, e: Event) -> None:
        """Who was let speak just before, in the paragraph that now turns out to be about the incident."""
        here = frame.reading
        for f, s in self.waiting:
            if f.reading.sentence.paragraph == here.sentence.paragraph and 0 <= here.index - f.reading.index <= 2:
                e.comments.append((f, s))
        self.waiting = []


_THEY = frozenset({"they", "he", "she", "both"})


def _recall(f: Frame, before: Reading | None) -> None:
    """ "The soldiers took five farm hands with them. They were shot by a stream.": whom the pronoun means."""
    r = f.reading
    if before is None or r.index - before.index != 1 or r.sentence.paragraph != before.sentence.paragraph or f.counts:
        return
    for t in f.acts:
        v = r.view
        if t.act not in ("kill", "shoot") or t.noun or not v.verbal(t.token) or not v.passive(t.token):
            continue
        patient = v.subject(t.token)
        if patient is None or v.low[patient] not in _THEY:
            continue
        doers = {p.head for p in before.parties}
        people = [
            n for n in before.people
            if n.people and not n.bare and not n.of_them and n.high != 0 and not n.things
            and (n.low > 1) == (v.low[patient] in ("they", "both"))
            and not ((w := before.tokens(n.start, n.span[1])) and doers & set(range(w[0], w[1] + 1)))
        ]  # fmt: skip
        if len(people) == 1:
            f.counts.append(Count("killed", people[0], t.first))
            f.recalled = True
        return


def loosely_told(f: Frame) -> bool:
    """Only an outcome, no deed."""
    return not f.solid or f.result


def _owned_up(f: Frame) -> bool:
    """ "The group claimed responsibility and spoke of six killed": about an event told before."""
    return any("respons" in s.cue.lower() for s in f.said)


_ANSWERED = frozenset(
    "responsibility involvement accusation accusations allegation allegations charge charges attack attacks killing killings shooting bombing blast explosion strike strikes claim claims version part role blame incident hand behind link links".split()
)
_DENIABLE = _ANSWERED | frozenset(
    "wrongdoing complicity knowledge report reports account accounts story connection figure figures toll number".split()
)


def _answers(f: Frame) -> bool:
    """Whether a denial or a claim is about what was told: "denied involvement", "blamed it on …", not a report of something else."""
    low = f.reading.view.low
    if any(low[k] == "report" and low[k + 1 : k + 2] == ["that"] for k in range(len(low))):
        return False
    said = {low[s.token + 1] for s in f.said if s.token + 1 < len(low)}
    return not _ANSWERED.isdisjoint(low) or bool(said & {"it", "this", "everything", "all"})


_THERE = frozenset("survivor survivors witness witnesses eyewitness eyewitnesses escapee escapees".split())


_TAKEN_UP = frozenset("the they he she it both their his her its there these those".split())


def _takes_up(f: Frame, s: Said) -> bool:
    """ "The governor said the driver had refused to stop": what is said opens with something known."""
    low = f.reading.view.low
    at = s.token + 1 + (low[s.token + 1 : s.token + 2] == ["that"])
    return f.reading.sentence.block == "body" and low[at : at + 1] != [] and low[at] in _TAKEN_UP


def _of_its_own(f: Frame, s: Said) -> bool:
    """ "denied that it was holding him", "denied holding anybody", "denied a report that …": a denial with a deed of its own."""
    v = f.reading.view
    k = s.token + 1
    if k >= len(v):
        return False
    if v.low[k] in ("a", "reports", "rumours", "rumors", "claims") or (
        v.low[k] == "the" and v.low[k + 1 : k + 2] == ["rumours"]
    ):
        return True
    if (
        v.low[k] == "that"
        and k + 1 < len(v)
        and v.low[k + 1] not in _DENIABLE
        and v.low[k + 1] not in (".", ",", ";", "any", "its", "their", "his", "her")
    ):
        return True
    what = v.object(s.token)
    if what is None and k + 1 < len(v) and v.pos[k] == "DET":
        what = k + 1  # whatever the tree makes of "denies all payment"
    if what is not None and v.pos[what] == "NOUN" and v.low[what] not in _DENIABLE:
        return True
    return v.tag[k] == "VBG" and v.low[k] not in ("being", "having", "any")


def _shares_words(f: Frame, e: Event, first: int = 0) -> bool:
    """Whether the sentence speaks of what the incident's sentences speak of ("denied that the base had fallen")."""
    v = f.reading.view
    mine = {
        w
        for k, w in enumerate(v.low)
        if k >= first and w.isalpha() and (len(w) > 3 or (len(w) == 3 and v.tag[k] == "NN"))
    } - _PLAIN
    return any(mine & set(x.frame.reading.view.low) for x in e.tellings)


_PLAIN = frozenset(
    "that this with from have been were they their there would could which after before said says told about when what denied denies claimed rejected army police forces troops government minister spokesman spokeswoman officials reports also into over under more than some".split()
)


_PETTY = frozenset("burglary burglaries theft thefts stole stealing robbery robberies cocaine heroin cannabis drugs drug narcotics trafficker traffickers trafficking fraud corruption embezzlement bribery smuggling bicycle scam cybercrime shoplifting".split())  # fmt: skip
_KITTED = frozenset("uniform uniforms camouflage fatigues armband armbands masked hooded".split())
_CRIMINALS = frozenset(
    "thug thugs thief thieves burglar burglars robber robbers mugger muggers pickpocket husband ex-husband boyfriend lover landlord drunk".split()
)
_CONDEMN = frozenset(
    "condemned condemn condemns condemning condemnation urged urges condolences mourn mourned deplored denounced".split()
)
_FIGHT = frozenset("fighting clash clashes assault attack battle exchange raid ambush firefight gunfight shootout shooting blast explosion strike strikes shelling".split())  # fmt: skip
_REFERRED = frozenset(
    "victims victim dead attackers attacker gunmen assailants bomber raiders kidnappers abductors hostages captives pair two three four men bodies deceased wounded injured convoy patrol explosion blast toll they he she it them both assault fighting".split()
)


def _points(f: Frame) -> bool:
    """ "… that the attackers wore uniforms": the people of an incident told before, anywhere in the sentence."""
    low = f.reading.view.low
    return any(low[k] == "the" and low[k + 1] in _THOSE for k in range(len(low) - 1))


_THOSE = frozenset(
    "victims victim attackers attacker assailants assailant gunmen bomber raiders kidnappers abductors hostages captives convoy blast toll dead".split()
)


def _refers(f: Frame) -> bool:
    """Whether the sentence speaks of people or things told before: "The victims …", "They …", "The bomber …"."""
    v = f.reading.view
    first = next((k for k in range(f.first, min(f.first + 3, len(v))) if v.words[k] not in ("“", '"', "-")), f.first)
    if v.low[first] in ("they", "he", "she", "it", "both") or any(
        w in ("ensued", "ensuing", "resulting", "aftermath") for w in v.low[f.first : f.last + 1]
    ):
        return True
    if any(
        v.low[k : k + 2] == ["in", "the"] and v.low[k + 2] in _FIGHT
        for k in range(f.first, min(f.last, len(v) - 1) - 1)
    ):
        return True  # "its men killed 47 in the fighting"
    return v.low[first] in ("the", "these", "those", "their", "his", "her", "its") and any(
        w in _REFERRED for w in v.low[first + 1 : first + 3]
    )


def split_places(frame: Frame, spots: list[PlaceMention]) -> PlaceMention | None:
    """The second target of one deed ("… in the Hamidiyah district of Deir ez-Zor, and the outskirts of an airport"), if there is
    one that stands in a phrase of its own. Towns named in one breath ("in A and B") are one place."""
    v = frame.reading.view
    for p in spots[1:]:
        where = frame.reading.tokens(p.start, p.end)
        if where is None or where[0] < 2:
            continue
        opener = v.low[max(0, where[0] - 4) : where[0] + 1]
        if (
            "and" in opener
            and "," in opener
            and ("the" in opener or "in" in opener or "at" in opener)
            and p.relation in ("outskirts", "near", "in", "at", None)
        ):
            return p
    return None
