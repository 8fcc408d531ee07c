"""A read sentence to frames: cut into stretches, each with its deeds, context, figures, roles, times, places, means."""

import re

import msgspec

from dateline.frames.context import context
from dateline.frames.counts import count
from dateline.frames.frame import Frame, Thing
from dateline.frames.inferred import inferred
from dateline.frames.proof import proven
from dateline.frames.reading import Reading
from dateline.frames.roles import assign
from dateline.frames.segments import segments
from dateline.frames.types import FROM_AFAR
from dateline.mentions.times import TimeMention
from dateline.mentions.triggers import Trigger, triggers
from dateline.packs.things import things

_QUIET = (
    "without a fight", "without fighting", "without resistance", "unopposed", "without a shot", "without firing", "without a single shot",
    "without meeting", "without encountering", "without opposition", "unhindered", "nobody stopped", "no opposition", "find it empty", "found it empty", "found it deserted", "no resistance", "little resistance", "peacefully", "abandoned by", "without combat", "handed over", "without any fighting",
)  # fmt: skip
_SPOTS = frozenset({"in", "at", "near", "outskirts", "around", "inside", "outside", "along", "between"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_CAUSES = frozenset(
    "for suspected suspicion accused connection against over at after following about condemn condemning denounce denouncing demand demanding".split()
)


def frames(r: Reading) -> list[Frame]:
    """The frames of one sentence, in order. A sentence without a deed may still give one that only carries figures."""
    out: list[Frame] = []
    for first, last in segments(r):
        acts, last = _own(r, [t for t in r.triggers if first <= t.first and t.last <= last], last)
        frame = Frame(r, first, last, acts)
        frame.context, frame.reason = context(r, first, last, acts)
        frame.counts = count(r, frame)
        frame.roles = assign(r, frame)
        frame.lingering = _later_death(r, first, last) or (
            not any(t.act in ("kill", "shoot", "attack") for t in acts) and _burial(r, first, last)
        )
        frame.times = [] if frame.lingering else _times(r, first, last)
        frame.speech_times = [t for t in r.times if dates_speech(r, t)]
        start, end = r.span(first, last)
        frame.places = [p for p in r.places if start <= p.start and p.end <= end + 1]
        frame.said = list(r.said)
        frame.tense = _tense(r, acts)
        frame.definite = _definite(r, acts)
        text = " ".join(r.view.low[first : last + 1])
        frame.quiet = any(q in text for q in _QUIET)
        frame.means = _means(r, first, last)
        frame.damage = _damage(r, first, last)
        frame.acts = [_on_foot(r, frame, t) for t in acts if proven(r, frame, t) and not _landmark(r, t)]
        if frame.reason == "negated" and frame.counts and all(c.number.high == 0 for c in frame.counts):
            frame.context, frame.reason = "news", None  # "No one came to harm"
        if (
            any(t.act == "abduct" for t in acts)
            and not frame.has("abduct", "arrest", "captive")
            and not _says_taken(frame)
        ):
            frame.counts = [c for c in frame.counts if c.outcome != "abducted"]  # "took a friend to hospital"
        led = {(t.first, t.last) for t in frame.acts if t.act == "abduct"}
        frame.acts = [t for t in frame.acts if t.act != "loot" or (t.first, t.last) not in led]
        brawls = {(t.first, t.last) for t in frame.acts if t.rule == "scuffle"}
        frame.acts = [t for t in frame.acts if t.act != "clash" or (t.first, t.last) not in brawls]
        frame.acts = _not_scenery(r, frame.acts)
        _infer(r, frame)
        if not frame.acts and frame.counts and _CARE & set(r.view.low[first : last + 1]):
            frame.places = []  # where they are treated, not where they were hurt
        if _accident(r, frame):
            frame.acts, frame.counts = [], []
        frame.solid = any(not t.weak for t in frame.acts) or _deadly(frame)
        frame.result = _result(frame)
        frame.ambient = (
            first > 0
            and r.view.low[first] in ("as", "amid")
            and not any(
                not p.generic
                and not p.qualifier
                and p.relation in _SPOTS
                and p.kind not in ("country", "state", "province", "region")
                for p in frame.places
            )
        )
        frame.ordinal = _by_ordinal(r, first)
        frame.reversed = _opens_with_time(r, frame)
        if frame.context == "news" and frame.solid and _tally(r, frame):
            frame.context, frame.reason = "background", "a tally of many events, none told by itself"
        if frame.acts or frame.counts or frame.said:
            out.append(frame)
    return out


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


_CRASHES = re.compile(
    r"\b(?:capsiz\w+|overturned|derail\w+|collid\w+|collision|skidded|swerved|somersaulted|plunged (?:\S+ ){0,4}?(?:into|off|down)|left the road|lost control of (?:the|his|her|its) (?:vehicle|bus|car|lorry|truck|wheel)|veered off"
    r"|crash-land\w+|crashed (?:on|while|into a (?:mountain|hill|field|river|lake)|in (?:bad|poor|heavy|fog))|crash landing|gas (?:explosion|leak|blast|cylinders? exploded|pipeline explosion)"
    r"|(?:truck|lorry|tanker|trailer|bus|car|van|train|minibus|vehicle) (?:hit|struck|crashed into|ploughed into|plowed into|ran over|ran into|knocked down|smashed into|slammed into)(?! (?:\S+ ){1,3}?(?:mines?|landmines?|ieds?|devices?|explosives?|bombs?)\b)"
    r"|(?:fireworks?|firecracker|chemicals?|match|paint) (?:factory|plant|unit|warehouse|depot)|by accident|accidental(?:ly)?"
    r"|short circuit|electrical fault|fire (?:broke out|at a|in a|swept|engulfed|tore)|(?:blaze|inferno) (?:left|killed|claimed|swept)|bad weather|caught fire|stampede|building collaps\w+|mine collaps\w+|food poisoning)\b"
)
_MINED = re.compile(
    r"\b(?:hit|hits|struck|strikes|over|onto|on) (?:an?|the) (?:\S{1,20} ){0,2}mines?\b(?! (?:shaft|dump|site))"
)
_MADE = frozenset(
    "shot downed missile missiles rocket rockets gunmen militants rebels insurgents attack attacked attackers fired gunfire shelling shell shells shelled landmine bomb bombs bombing rammed drone drones suicide grenade grenades ambush ambushed explosive explosives ied ieds militiamen bandits settler settlers crowd protesters demonstrators deliberately airstrike strike strikes clashes fighting sabotage arson torched mob hijacked terrorists jihadists".split()
)


def _deadly(frame: Frame) -> bool:
    """ "The toll from a gun attack on a bus has climbed to 10": an attack by its noun, and people whom it killed or hurt."""
    harmed = any(c.outcome in ("killed", "injured") and c.number.numeral and c.number.high != 0 for c in frame.counts)
    return harmed and any(t.act in ("attack", "strike") and t.noun for t in frame.acts)


def _not_scenery(r: Reading, acts: list[Trigger]) -> list[Trigger]:
    """ "shot dead as he left a rally", "a bomb went off near a demonstration": where it happened, not what did."""
    harm = [t for t in acts if t.act in ("kill", "bomb", "suicide", "abduct") and not t.weak]
    if not harm or any(t.act == "protest" and not t.noun for t in acts) or any(p.kind == "crowd" for p in r.parties):
        return acts
    if any(
        harm[0].act == "kill" and _state_doer(r, harm[0]) and r.view.low[k] in ("during", "dispersing")
        for k in range(len(r.view))
    ):
        return acts  # "shot dead by police during protests": they killed a protester
    return [t for t in acts if not (t.act == "protest" and t.noun and harm[0].first < t.first)]


def _state_doer(r: Reading, act: Trigger) -> bool:
    doer = r.view.doer(act.token) if r.view.verbal(act.token) else None
    return any(
        p.kind == "state" and ((p.first and r.view.low[p.first - 1] == "by") or doer in range(p.first, p.last + 1))
        for p in r.parties
    )


def _accident(r: Reading, frame: Frame) -> bool:
    """A ferry capsizes, a bus plunges into a ravine, gas explodes: people die and nobody did it."""
    low = r.view.low[frame.first : frame.last + 1]
    if _MADE.intersection(low) or any(
        t.act == "bomb" and {"mine", "mines"}.intersection(r.view.low[t.first : t.last + 1]) for t in frame.acts
    ):
        return False
    text = " ".join(low)
    if _MINED.search(text):
        return False  # "their car ran over a mine"
    return _CRASHES.search(text) is not None or (
        "crashed" in low and bool(_CRAFT.intersection(low)) and "into" not in low
    )


_CRAFT = frozenset("helicopter plane aircraft airliner jet bus train".split())
_DISTANCES = frozenset("eve ahead day days hours hour weeks week months month minutes".split())


def _landmark(r: Reading, act: Trigger) -> bool:
    """ "On the eve of the march …", "two days after the attack …": a deed that only says when another was done."""
    first, _ = r.view.phrase(act.token)
    if not act.noun or r.view.low[first] not in _POINTING or first < 2:
        return False
    return r.view.low[first - 1] in ("of", "after", "before") and r.view.low[first - 2] in _DISTANCES


def _says_taken(frame: Frame) -> bool:
    """Whether a word of the stretch itself says that people were taken."""
    words = triggers().outcome_words
    return any(words.get(w) == "abducted" for w in frame.reading.view.low[frame.first : frame.last + 1])


def _on_foot(r: Reading, frame: Frame, act: Trigger) -> Trigger:
    """ "The attackers struck Koumbri": men named by nothing but their arms come by land, unless words say otherwise."""
    at = r.view.doer(act.token) if act.act == "strike" else None
    doer = r.party_at.get(at) if at is not None else None
    if doer is None or doer.kind != "armed" or doer.forces:
        return act
    afar = not FROM_AFAR.isdisjoint(r.view.low[frame.first : frame.last + 1])
    return act if afar else msgspec.structs.replace(act, act="attack")


def _by_ordinal(r: Reading, first: int) -> bool:
    """Whether the stretch opens with "in the second", "the other", "a third"."""
    low = [w for w in r.view.low[first : first + 5] if w != ";"]
    if "other" in low[:-1] and r.view.tag[r.view.low.index("other", first) + 1] == "CD":
        return False  # "The other fourteen were injured"
    opens = first == 0 or r.view.words[first] == ";"
    return opens and low[low[:1] == ["in"] :][:1] == ["the"] and any(w in ("second", "third", "other") for w in low[:3])


def _later_death(r: Reading, first: int, last: int) -> bool:
    """ "succumbed to his wounds on Monday", "died in hospital on Friday": the day of the death is not that of the deed."""
    low = r.view.low[first : last + 1]
    if "toll" in low:
        return False  # "The toll of Thursday's attack has risen to nine after two soldiers succumbed"
    if first == 0 and last == len(r.view) - 1 and re.search(r"\b(?:buried|to rest) (?:by|on|in)\b", " ".join(low)):
        return True  # "Twenty people, all shot at close range, had been buried by Tuesday"
    if any(w.startswith("succumb") for w in low) or ("last" in low and any(w.startswith("breathe") for w in low)):
        return True
    return any(
        w == "died" and {"hospital", "wounds", "injuries", "clinic"} & set(_until_stop(low[k + 1 : k + 7]))
        for k, w in enumerate(low)
    )


def _until_stop(low: list[str]) -> list[str]:
    return low[: next((k for k, w in enumerate(low) if w in ("and", ",", ";", "while")), len(low))]


_CARE = frozenset(
    "hospital hospitals clinic clinics treated treatment morgue mortuary airlifted evacuated flown surgery".split()
)


def _burial(r: Reading, first: int, last: int) -> bool:
    """ "Sixteen people were buried on Monday": the day of the funeral."""
    low = set(r.view.low[first : last + 1])
    return bool({"buried", "funeral", "funerals"} & low) and low.isdisjoint(
        {"under", "beneath", "rubble", "mine", "mines", "roadside"}
    )


def _result(frame: Frame) -> bool:
    """Whether the stretch only tells what became of people: killed, shot, found dead, by nobody named, nowhere named, no day."""
    if not frame.acts:
        return True
    if any(not p.generic and not p.qualifier for p in frame.places) or any(
        t.form not in ("part", "year") for t in frame.times
    ):
        return False
    told = [t for t in frame.acts if t.rule != "arms-taken"]
    return all(t.act in ("kill", "shoot", "hurt") and not t.noun for t in told) and not frame.of("a")


def _opens_with_time(r: Reading, frame: Frame) -> bool:
    """ "…, a day after gunmen had …": the stretch opens with the distance to the deed told before it."""
    if frame.first == 0 or not frame.times:
        return False
    where = r.tokens(frame.times[0].start, frame.times[0].end)
    return where is not None and where[0] - frame.first <= 1 and frame.times[0].form.endswith(("_after", "_before"))


_MANY = frozenset(
    "strikes attacks shellings airstrikes assaults raids clashes incidents bombardments explosions violations abductions killings".split()
)


def _tally(r: Reading, frame: Frame) -> bool:
    """ "3 missile strikes, 11 air strikes and more than 40 shelling attacks": counted deeds in no named place."""
    if any(not p.generic and not p.qualifier and p.kind != "country" for p in frame.places):
        return False
    s, e = r.span(frame.first, frame.last)
    counted = [n for n in r.numbers if s <= n.start < e and n.noun and n.noun.lower() in _MANY and (n.low or 0) > 2]
    return bool(counted)


_ONE_FORM = frozenset({"shot", "hit", "cut", "put", "beat", "burst", "hurt", "shut", "set", "struck"})


def _tense(r: Reading, acts: list[Trigger]) -> str:
    """The tense of the first deed; a noun's is that of the verb it hangs on ("clashes continue")."""
    v = r.view
    told = []
    for t in acts:
        token = t.token if v.verbal(t.token) else v.head[t.token]
        if v.verbal(token):
            told.append("past" if v.low[token] in _ONE_FORM else v.tense(token))
    return "present" if "present" in told else told[0] if told else "past"


def _own(r: Reading, acts: list[Trigger], last: int) -> tuple[list[Trigger], int]:
    """Without what a protest is about ("a march against the killing of …, whose bodies were found on Monday"): that deed is the
    reason, not the event. -> the deeds that are left, and the last token that still tells of them."""
    v = r.view
    protests = [t for t in acts if t.act == "protest"]
    mains = [t for t in protests if t.rule not in ("crowd-control", "broken-up")]
    if protests:
        acts = [t for t in acts if t.act != "strike"]
    else:
        mains = [t for t in acts if t.act == "arrest"]
    if not mains:
        return acts, last
    for i in range(mains[0].last + 1, last + 1):
        protest = max((t for t in mains if t.last < i), key=lambda t: t.last)
        if (
            v.low[i] in _CAUSES
            and not (i < last and v.tag[i + 1] == "CD")
            and any(t.first > i and t.act not in ("protest", "mob") for t in acts)
            and not any(v.words[k] in ",;" for k in range(protest.last + 1, i))
        ):
            resume = next(
                (
                    k
                    for k in range(i, last)
                    if (v.words[k] == "," and v.low[k + 1] in _RESULTING)
                    or (v.low[k] == "and" and (v.tag[k + 1] == "CD" or v.low[k + 1] in ("several", "many", "dozens")))
                ),
                None,
            )
            if resume is None:
                return [t for t in acts if t.last < i], i - 1
            return [t for t in acts if t.last < i or t.first > resume], last
    return acts, last


_RESULTING = frozenset({"leaving", "injuring", "wounding", "killing", "and", "but", "while"})


def _times(r: Reading, first: int, last: int) -> list[TimeMention]:
    """Times of the stretch that date the event: not those of a statement, no bare durations."""
    start, end = r.span(first, last)
    return [
        t for t in r.times
        if start <= t.start and t.end <= end + 1 and not t.duration and not dates_speech(r, t) and not _counts_times(r, t)
        and not _sums_up(r, t.start) and not _dates_toll(r, t)
    ]  # fmt: skip


def _sums_up(r: Reading, at: int) -> bool:
    """ "…, bringing to 88 the number killed since the October coup": a total of the text's own, not this deed."""
    where = r.tokens(at, at + 1)
    low = r.view.low[: where[0]] if where else []
    k = next(
        (k for k in range(len(low) - 1, 0, -1) if low[k] in _BRINGS and low[k - 1] in (",", "and", "which", "this")),
        None,
    )
    return k is not None and bool(_TOTALS & set(r.view.low[k + 1 : k + 12]))


_BRINGS = frozenset({"bringing", "raising", "taking", "pushing", "brings", "raises", "takes", "brought", "lifting"})
_TOTALS = frozenset({"number", "total", "toll", "count", "tally", "figure"})


def _dates_toll(r: Reading, t: TimeMention) -> bool:
    """ "The toll rose from six to nine on Tuesday": when it was counted, not when it happened."""
    where = r.tokens(t.start, t.end)
    before = r.view.low[: where[0]] if where else []
    k = next((k for k, w in enumerate(before) if w in ("toll", "tally")), None)
    return k is not None and any(w in _COUNTED for w in before[k:])


_COUNTED = frozenset(
    "rose risen rises climbed climbs reached reaches stood stands jumped grew grown increased put revised".split()
)


def _counts_times(r: Reading, t: TimeMention) -> bool:
    """ "for the third time this year", "the fifth attack this month": how often, not when."""
    where = r.tokens(t.start, t.end)
    if where is None or not where[0] or r.view.low[where[0]] not in ("this", "since", "in"):
        return False
    before = r.view.low[max(0, where[0] - 3) : where[0]]
    return before[-1] in ("time", "times") or (len(before) > 1 and before[-2] in _ORDINALS)


_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())


_BESIDE_SPEECH = frozenset(
    "in a statement on late early reporters told the press conference briefing at news to its website communiqué communique no . journalists afp reuters this newsmen before killings killing attack attacks deaths toll incident casualties numbers figures shooting abduction abductions kidnapping raid strike explosion blast by telephone phone separate response responsibility for".split()
)  # what may stand between a speech verb and the day it was said on


def dates_speech(r: Reading, t: TimeMention) -> bool:
    """Whether the time stands with a speech verb ("said on Saturday that …", "…, police said on Wednesday")."""
    where = r.tokens(t.start, t.end)
    if where is None:
        return False
    v = r.view
    for s in r.said:
        if s.modality == "claimed" and s.speaker is None:
            continue
        gap = v.low[s.token + 1 : where[0]]
        if (
            0 <= where[0] - s.token - 1 <= 7
            and not any(w in ("that", ",", "when", "killed", "had", "was", "were") for w in gap)
            and all(w in _BESIDE_SPEECH or w.isdigit() for w in gap)
        ):
            return True
    return False


def _definite(r: Reading, acts: list[Trigger]) -> bool:
    """Whether the deed is only pointed at: "the killings", "this attack"."""
    for t in acts:
        if not t.noun:
            return False
        first, _ = r.view.phrase(t.token)
        day = r.view.low[first + 1 : first + 2] in (["'s"], ["’s"]) and any(k == first for k, _ in r.time_tokens)
        if r.view.low[first] not in _POINTING and not day:  # "in Friday's assault"
            return False
    return bool(acts)


def _means(r: Reading, first: int, last: int) -> list[Thing]:
    source = things()
    out: list[Thing] = []
    for hit in source.means.find(r.view.low[first : last + 1]):
        name = source.mean_names[hit.key]
        if not any(x.name == name for x in out):
            out.append(Thing(name, first + hit.first, first + hit.last))
    return out


def _damage(r: Reading, first: int, last: int) -> list[Thing]:
    """Things that a harming verb works on: its object, or its subject in the passive."""
    source = things()
    v = r.view
    out: list[Thing] = []
    for hit in source.damage.find(v.low):
        if not first <= hit.first <= last:
            continue
        token = hit.last
        over = v.head[token]
        outcome = None
        for verb in (over, v.head[over]):
            if v.verbal(verb) and v.low[verb] in source.harm:
                down = token if verb == over else over
                if (
                    v.base(down) in ("obj", "conj", "obl")
                    or v.dep[down].endswith(":pass")
                    or (v.base(down) == "nsubj" and v.passive(verb))
                    or (v.base(down) == "nsubj" and v.tag[verb] == "VBN")
                ):
                    outcome = source.harm[v.low[verb]]
                break
        if outcome and len(out) < 12:
            lo, _ = v.phrase(token)
            out.append(Thing(source.damage_names[hit.key], lo, token, outcome))
    return out


def lexicon_words() -> frozenset[str]:
    """Words that open the gate."""
    return triggers().words
