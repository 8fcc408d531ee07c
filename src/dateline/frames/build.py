"""A read sentence to frames: cut into stretches, each with its deeds, context, figures, roles, times, places, means."""

import msgspec

from dateline.frames.accident import is_accident
from dateline.frames.afar import EXPLOSIVE, FROM_AFAR
from dateline.frames.charge import Range, charges, within
from dateline.frames.context import context
from dateline.frames.contexts.court import trial_opens
from dateline.frames.contexts.general import LOOSE
from dateline.frames.counts import count
from dateline.frames.dates import dates_speech, event_times
from dateline.frames.frame import Frame, Role
from dateline.frames.harm import damage, means
from dateline.frames.inferred import inferred
from dateline.frames.lingering import is_burial, later_death
from dateline.frames.manner import (
    by_ordinal,
    deadly,
    is_tally,
    mounted,
    no_fight,
    only_result,
    opens_with_time,
    pointed_at,
    surrounds,
    takes_place,
    tense,
)
from dateline.frames.outcomes.predicate import were_taken
from dateline.frames.outcomes.toll import tells_rise
from dateline.frames.outcomes.unharmed import in_care
from dateline.frames.proof import proven
from dateline.frames.reading import Reading
from dateline.frames.roles import assign
from dateline.frames.scene import landmark, not_scenery, without_causes, without_pursuit
from dateline.frames.segments import recounts, segments
from dateline.frames.spread import spread
from dateline.frames.types import VIOLENT
from dateline.mentions.places import PlaceMention
from dateline.mentions.times import TimeMention
from dateline.mentions.triggers import Trigger, triggers
from dateline.packs.stretches import stretches

_OBJECT = 6  # tokens in which whom they arrested is told


def frames(r: Reading) -> list[Frame]:
    """The frames of one sentence, in order. A sentence without a deed may still give one that only carries figures."""
    out: list[Frame] = []
    for first, last in segments(r):
        acts, last = without_causes(r, [t for t in r.triggers if first <= t.first and t.last <= last], last)
        known = charges(r, first, last, acts)
        acts = without_pursuit(r, [t for t in acts if not (within(known, t.first) or takes_place(r, t))])
        frame = Frame(r, first, last, acts)
        frame.context, frame.reason = context(r, first, last, acts)
        frame.counts = [c for c in count(r, frame) if not within(known, c.token)]
        frame.roles = [x for x in assign(r, frame) if x.role != "victim" or not _in_care(r, x)]
        _mentions(r, frame)
        frame.times = [t for t in frame.times if not _inside(r, known, t)]
        frame.places = [p for p in frame.places if not _inside(r, known, p)]
        frame.tense, frame.definite, frame.quiet = tense(r, acts), pointed_at(r, acts), no_fight(frame)
        _prove(r, frame)
        _infer(r, frame)
        if not frame.acts and frame.counts and stretches().accidents.care & set(r.view.low[first : last + 1]):
            frame.places = []  # where they are treated, not where they were hurt
        if tells_rise(frame):
            frame.times = []
        if is_accident(r, frame):
            frame.acts, frame.counts = [], []
        for part in spread(r, frame):
            _weigh(r, part)
            if part.acts or part.counts or part.said:
                out.append(part)
    return out


def _mentions(r: Reading, frame: Frame) -> None:
    """Times, places, speakers, weapons and damage of the stretch."""
    first, last = frame.first, frame.last
    frame.lingering = later_death(r, first, last) or (
        not any(t.act in ("kill", "shoot", "attack") for t in frame.acts) and is_burial(r, first, last)
    )
    frame.times = event_times(r, first, last)
    if frame.lingering:  # the day of the death, but for "the wounds received in Friday night's assault"
        frame.times = [t for t in frame.times if t.text.endswith(("'s", "’s")) or _before_dying(r, t)]
    opened = trial_opens(r, first) if frame.reason == "told in a court" else None
    if opened is not None:
        end = r.span(opened, opened)[0]
        frame.times = [t for t in frame.times if t.end <= end]
    elif frame.reason == "told in a court":
        frame.times = _of_the_deed(r, frame) or frame.times
    frame.speech_times = [t for t in r.times if dates_speech(r, t)]
    start, end = r.span(first, opened or last)
    frame.places = [p for p in r.places if start <= p.start and p.end <= end + 1]
    if frame.lingering and not stretches().accidents.care.isdisjoint(r.view.low):
        frame.places = []  # "later succumbed at a hospital in Srinagar"
    frame.said = list(r.said)
    if recounts(r, first) or (last + 1 < len(r.view) and recounts(r, last + 1)):  # each his own figure
        frame.said = [s for s in r.said if first <= s.token <= last]
    frame.means, frame.damage = means(r, first, last), damage(r, first, last)


_DYING = frozenset("died succumbed dies succumbs".split())


def _before_dying(r: Reading, t: TimeMention) -> bool:
    """ "was shot on Tuesday, and a mechanic died of his wounds on Wednesday": the day of the clause before."""
    where, low = r.tokens(t.start, t.end), r.view.low
    dying = next((k for k, w in enumerate(low) if w in _DYING), None)
    return where is not None and dying is not None and "and" in low[where[1] + 1 : dying]


def _in_care(r: Reading, x: Role) -> bool:
    """ "A soldier escorting health workers was shot dead": the workers are no victims."""
    where = r.tokens(*x.person.span) if x.person is not None else None
    return x.person is not None and where is not None and in_care(r, x.person, where)


def _inside(r: Reading, known: list[Range], mention: TimeMention | PlaceMention) -> bool:
    where = r.tokens(mention.start, mention.end)
    return where is not None and within(known, where[0])


def _of_the_deed(r: Reading, frame: Frame) -> list[TimeMention]:
    """The times that hang on what the court hears of, not on the day of the charge or the verdict."""
    deeds = {t.token for t in frame.acts}
    own = [
        m
        for m in frame.times
        if (w := r.tokens(m.start, m.end)) is not None and not deeds.isdisjoint(r.view.chain(w[1]))
    ]
    reckoned = any(m.form.startswith("previous_") for m in own)  # "a day earlier": from the day of the charge
    return [] if reckoned else own


def _prove(r: Reading, frame: Frame) -> None:
    """Leave the deeds that are proven, each once; a negation that only denies harm denies no deed."""
    taken, held = any(t.act == "abduct" for t in frame.acts), any(t.rule == "held" for t in frame.acts)
    frame.acts = [
        _on_foot(r, frame, _attempted(r, t)) for t in frame.acts if proven(r, frame, t) and not landmark(r, t)
    ]
    if (
        frame.reason == "negated"
        and frame.counts
        and (
            _spares(frame)
            or any(c.rival and c.number.zero for c in frame.counts)
            or all(c.number.high == 0 or c.outcome == "missing" for c in frame.counts)
        )
    ):
        frame.context, frame.reason = "news", None  # "No one came to harm", "two boys have not been seen since"
    if not frame.acts and frame.reason in LOOSE:
        frame.context, frame.reason = "news", None  # no deed, and so none in general terms
    if taken and not frame.has("abduct", "arrest", "captive") and not _says_taken(frame):
        frame.counts = [c for c in frame.counts if c.outcome != "abducted"]  # "took a friend to hospital"
    if frame.has("protest"):  # "relatives of 43 missing students marched"
        frame.counts = [c for c in frame.counts if c.outcome != "missing"]
    if held and not frame.has("arrest", "captive", "protest", "mob", "abduct"):
        frame.counts = [c for c in frame.counts if c.outcome != "detained"]  # "were locked up and burnt in their homes"
    led = {(t.first, t.last) for t in frame.acts if t.act == "abduct"}
    brawls = {(t.first, t.last) for t in frame.acts if t.rule == "scuffle"}
    twice = {"loot": led, "clash": brawls}
    blasts = {t.token for t in frame.acts if t.act in EXPLOSIVE}
    acts = [t for t in frame.acts if (t.first, t.last) not in twice.get(t.act, ())]
    acts = [t for t in acts if not (t.act == "attack" and t.noun and t.token in blasts)]  # "air strikes on a camp"
    frame.acts = not_scenery(r, [t for t in acts if not _by_the_way(r, t, acts)])
    if not frame.acts:  # "The guards were disarmed but not harmed, police said": who only tells of it
        heads = {s.head for s in r.said if s.speaker}
        frame.roles = [x for x in frame.roles if x.role != "a" or x.party is None or x.party.head not in heads]


def _spares(frame: Frame) -> bool:
    """ "No one was killed when a bomb exploded, but four people were hurt": what opens the stretch denies harm, and no deed."""
    first = min(frame.counts, key=lambda c: c.token)
    return first.number.high == 0 and first.token <= frame.first + 1


def _by_the_way(r: Reading, act: Trigger, acts: list[Trigger]) -> bool:
    """ "A former rebel who had signed the peace agreement was shot": who somebody is, beside a deed of the main clause."""
    v = r.view
    if act.act == "protest" and act.noun and v.low[act.first - 1] in ("the", "those"):
        held = [t for t in acts if t.act == "arrest" and not t.noun and 0 < act.first - t.last <= _OBJECT]
        return bool(held) and sum(t.act == "protest" for t in acts) == 1  # "arrested nine of the protesters"
    aside = act.act == "agree" and any(v.dep[k] == "acl:relcl" for k in v.chain(act.token))
    return aside and any(
        t.act in VIOLENT and not t.weak and not any(v.dep[k] == "acl:relcl" for k in v.chain(t.token)) for t in acts
    )


def _weigh(r: Reading, frame: Frame) -> None:
    """What the frame is worth beside others: a deed of its own, only a result, a tally, another one's surroundings."""
    frame.solid = any(not t.weak for t in frame.acts) or deadly(frame) or mounted(frame)
    frame.result = only_result(frame)
    frame.ambient = surrounds(frame)
    frame.ordinal = by_ordinal(r, frame.first)
    frame.reversed = opens_with_time(r, frame)
    if frame.context == "news" and frame.solid and is_tally(r, frame):
        frame.context, frame.reason = "background", "a tally of many events, none told by itself"


def _infer(r: Reading, frame: Frame) -> None:
    """Where no rule names a deed: the one that its doer or weapon and its harm tell."""
    if any(not t.weak for t in frame.acts) or frame.context != "news":
        return
    deed = inferred(r, frame)
    if deed is None:
        return
    frame.acts = [*frame.acts, deed]
    frame.context, frame.reason = context(r, frame.first, frame.last, [deed])
    frame.roles = assign(r, frame)


_TRIED = frozenset("try tries tried trying attempt attempts attempted attempting failed fail seek sought".split())


def _attempted(r: Reading, act: Trigger) -> Trigger:
    """ "Rebels tried to enter Titao", "failed to capture the town": a fight for the ground, which nobody has taken."""
    v = r.view
    if act.act not in ("take", "overrun") or v.base(act.token) not in ("xcomp", "acl"):
        return act
    return msgspec.structs.replace(act, act="clash") if v.low[v.head[act.token]] in _TRIED else act


def _on_foot(r: Reading, frame: Frame, act: Trigger) -> Trigger:
    """ "The attackers struck Koumbri": men named by nothing but their arms come by land, unless words say otherwise."""
    at = r.view.doer(act.token) if act.act == "strike" else None
    doer = r.party_at.get(at) if at is not None else None
    if doer is None or doer.forces or not (doer.kind == "armed" or _by_their_arms(doer.text)):
        return act
    afar = not FROM_AFAR.isdisjoint(r.view.low[frame.first : frame.last + 1])
    return act if afar else msgspec.structs.replace(act, act="attack")


def _by_their_arms(text: str) -> bool:
    """ "The insurgents", whoever they are in this country."""
    return all(w.islower() for w in text.split()[1:]) and text.lower().startswith("the ")


def _says_taken(frame: Frame) -> bool:
    """Whether a word of the stretch itself says that people were taken."""
    words = triggers().outcome_words
    if any(f[2] == "abducted" and frame.first <= f[0] and f[1] <= frame.last for f in frame.reading.fates):
        return True  # "four were taken alive"
    if any(were_taken(frame.reading, t.token) for t in frame.reading.triggers if frame.first <= t.first <= frame.last):
        return True
    return any(words.get(w) == "abducted" for w in frame.reading.view.low[frame.first : frame.last + 1])
