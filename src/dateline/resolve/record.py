"""An event of the story to the printed record: type, actors, figures, claims, means, and the steps that led there."""

import hashlib

import msgspec

from dateline.frames.frame import Frame, Role
from dateline.frames.remark import tells_nothing
from dateline.frames.roles import REPELS
from dateline.frames.types import AIRBORNE, GUNS, Facts, decide
from dateline.mentions.cues import Said
from dateline.mentions.parties import Party
from dateline.mentions.triggers import Trigger
from dateline.model.incident import (
    Acled,
    Actor,
    Casualty,
    Claim,
    Damage,
    Incident,
    Means,
    Speaker,
    Step,
    Victim,
    When,
)
from dateline.model.incident import Role as RoleName
from dateline.model.text import Span
from dateline.packs.kit import Kit
from dateline.packs.ontology import ontology
from dateline.resolve.speakers import earlier
from dateline.resolve.telling.event import Event, Telling
from dateline.resolve.toll import casualty, entries, tell
from dateline.resolve.who import Cast, Named, name_doers, name_party, name_people

_DONE_THERE = frozenset({"loot", "kill", "shoot", "abduct", "arrest", "sexual"})
_OTHER: dict[str, RoleName] = {"a": "b", "b": "a", "assoc_a": "assoc_b", "assoc_b": "assoc_a"}
_MILITARY = frozenset({"bomb", "air", "strike", "shell", "chemical", "clash", "take"})


class Recorder:
    """Prints the events of one article."""

    def __init__(self, text: str, article: str, cast: Cast, kit: Kit, outlet: Span | None) -> None:
        self.text, self.article, self.cast, self.kit, self.outlet = text, article, cast, kit, outlet
        self.steps: list[Step] = []

    def incident(self, e: Event, number: int) -> Incident:
        """The record of one event."""
        actors = self._actors(e)
        casualties = self._casualties(e)
        kind, sub = decide(self._facts(e, actors, casualties))
        actors = _balanced([_as_crowd(a, kind) for a in actors], kind, self.text if _repelled(e) else None)
        actors = _crowd_first(actors, kind, sub)
        if kind == "disrupted_weapons" and not any(a.role == "a" for a in actors):
            actors = [
                msgspec.structs.replace(a, role="a") if a.role == "b" and _class_of(a) == "state" else a for a in actors
            ]
        if kind == "agreement":  # nobody is killed by a truce; those dead are of what it ends
            casualties = []
            actors = [a for a in actors if a.role != "victim"]
            sides = {a.role: _class_of(a) for a in actors}
            if sides.get("b") == "state" and sides.get("a") == "armed":  # a state is named first
                actors = _ordered([msgspec.structs.replace(a, role=_OTHER.get(a.role, a.role)) for a in actors])
        if kind in ("air_strike", "shelling") and "disrupt" in e.acts and {"a", "b"} <= {a.role for a in actors}:
            actors = [
                msgspec.structs.replace(a, role=_OTHER.get(a.role, a.role)) for a in actors
            ]  # whoever fired, acted
            actors = _ordered(actors)
        if kind in ("arrest", "armed_clash"):
            actors = [a for a in actors if not (a.role == "victim" and self._unnamed(a, e))]
        if kind in ("arrest", "protest"):
            casualties = [
                msgspec.structs.replace(c, outcome="detained") if c.outcome == "abducted" else c for c in casualties
            ]
        if kind == "abduction":
            casualties = [
                msgspec.structs.replace(c, outcome="abducted") if c.outcome == "detained" else c for c in casualties
            ]
        if kind == "bombing" and self._grenade(e):
            sub = "Grenade"
        sentences = tuple(
            sorted(
                {(t.frame.reading.sentence.start, t.frame.reading.sentence.end) for t in e.tellings}
                | {(f.reading.sentence.start, f.reading.sentence.end) for f in (*(f for f, _ in e.comments), *e.beside)}
            )
        )
        ident = hashlib.sha256(
            f"{self.article}\n{sentences[0][0]}\n{e.tellings[0].frame.start}\n{number if e.shared else 0}".encode()
        ).hexdigest()[:12]
        record = Incident(
            id=ident,
            type=kind,
            acled=Acled(event_type=ontology().event_type(sub), sub_event_type=sub),
            context=e.context,
            reason=e.reason,
            when=e.when,
            where=e.where,
            actors=tuple(actors),
            casualties=tuple(casualties),
            victims=tuple(self._victims(e)),
            means=tuple(self._means(e)),
            damage=tuple(self._damage(e)),
            claims=tuple(self._claims(e)),
            sentences=sentences,
        )
        self._trace(record, e)
        return record

    def _unnamed(self, a: Actor, e: Event) -> bool:
        """A victim told only by an outcome or as "men", "people"."""
        for t in e.tellings:
            for c in t.frame.counts:
                if a.evidence == c.number.span:
                    return c.number.outcome is not None or (c.number.noun or "").lower() in _ANYBODY
        return False

    # -- who
    def _country(self, e: Event) -> str | None:
        return e.where.country

    def _actors(self, e: Event) -> list[Actor]:
        out: list[Actor] = []
        for frame in [*(t.frame for t in e.tellings), *e.beside]:
            for role in frame.roles:
                self._place_actor(out, role, frame, e)
        self._blamed(out, e)
        return _ordered(out)

    def _place_actor(self, out: list[Actor], role: Role, frame: Frame, e: Event) -> None:
        offset = frame.reading.offset
        if role.party is not None:
            party = role.party
            if party.organ == "government" and e.acts & _MILITARY:
                party = msgspec.structs.replace(party, organ="army")  # a government bombs by its armed forces
            who = name_party(party, self.cast, self.kit, self._country(e))
            span = (offset + party.start, offset + party.end)
            label = party.loaded
        elif role.person is not None:
            doers = name_doers(role.person) if role.role in ("a", "assoc_a") else name_people(role.person)
            if doers is None:
                return
            who = doers
            start, end = role.person.span
            span, label = (start, end), None
            if role.person.group == "combatants" and role.role == "victim":
                role.role = "b"
        else:
            return
        kind = role.role
        if who.kind == "civilians" and kind in ("b", "assoc_b"):
            kind = "victim"
        sides = {a.role for a in out}
        attackers = who.id is None and self.text[span[0] : span[1]].lower().endswith(_ATTACKERS)
        if attackers and kind == "b" and "b" in sides and "a" not in sides:
            kind = "a"  # the attackers' own dead
        if attackers and kind in ("b", "assoc_b") and any(a.role == "a" and _class_of(a) == "armed" for a in out):
            return  # those named already
        _admit(
            out,
            Actor(
                role=kind,
                name=who.name,
                id=who.id,
                kind=who.kind,
                text=self.text[span[0] : span[1]],
                label=label,
                evidence=span,
            ),
        )

    def _blamed(self, out: list[Actor], e: Event) -> None:
        """A claim of responsibility, or the blame of others, names the doer where the telling did not."""
        named = next((a for a in out if a.role == "a" and a.id is not None), None)
        if named is not None:
            return
        blamed = {
            name_party(p, self.cast, self.kit, self._country(e)).name
            for frame, said in e.comments
            if said.modality == "alleged"
            and said.target is not None
            and (p := _party_near(frame, said.target)) is not None
        }
        if len(blamed) > 1:
            return  # each side blames the other
        for frame, said in self._said(e):
            party = None
            if said.speaker and _owns(frame, said):
                party = frame.reading.party_at.get(said.head)
            elif said.modality == "alleged" and said.target is not None:
                party = _party_near(frame, said.target)
            if party is None:
                continue
            who = name_party(party, self.cast, self.kit, self._country(e))
            span = (frame.reading.offset + party.start, frame.reading.offset + party.end)
            out[:] = [a for a in out if a.role != "a"]
            out.insert(
                0,
                Actor(
                    role="a",
                    name=who.name,
                    id=who.id,
                    kind=who.kind,
                    text=self.text[span[0] : span[1]],
                    label=party.loaded,
                    evidence=span,
                ),
            )
            return

    # -- how many
    def _casualties(self, e: Event) -> list[Casualty]:
        tellings = []
        for k, t in enumerate(e.tellings):
            speaker = next((s.speaker for s in t.frame.said if s.speaker and not s.pronoun), None)
            for c in t.frame.counts:
                side, party = self._side(t, c.party, e)
                tellings.append(tell(t.frame, c, k, side, party, speaker))
        return [casualty(x, self.text, e.shared, e.cumulative) for x in entries(tellings)]

    def _side(self, t: Telling, party: object, e: Event) -> tuple[str | None, str | None]:
        for role in t.frame.roles:
            if role.party is not None and role.party is party:
                who = name_party(role.party, self.cast, self.kit, self._country(e))
                return ("state " + (who.country or "") if who.state else "armed"), who.id
        return None, None

    # -- type
    def _facts(self, e: Event, actors: list[Actor], casualties: list[Casualty]) -> Facts:
        f = Facts()
        disputed = any(s.modality == "denied" for _, s in self._said(e))
        for k, t in enumerate(e.tellings):
            boast = k > 0 and disputed and any(s.modality == "claimed" for s in t.frame.said)
            f.acts += [
                x.act
                for x in t.frame.acts
                if not x.weak
                and not (boast and x.act == "take")
                and not (_entered(t.frame, x) and e.acts & _DONE_THERE)
            ]
            f.weak += [x.act for x in t.frame.acts if x.weak]
            f.words |= set(t.frame.reading.view.low[t.frame.first : t.frame.last + 1])
            f.quiet = f.quiet or t.frame.quiet
            f.means |= {x.name for x in t.frame.means}
            f.damage = f.damage or bool(t.frame.damage)
            f.unrest = f.unrest or (not t.frame.said and any(x.act == "mob" and not x.weak for x in t.frame.acts))
        f.a = _class_of(next((a for a in actors if a.role == "a"), None))
        f.b = _class_of(next((a for a in actors if a.role == "b"), None))
        doer = next((a for a in actors if a.role == "a"), None)
        f.a_flies = (
            doer is not None
            and doer.evidence is not None
            and not AIRBORNE.isdisjoint(self.text[max(0, doer.evidence[0] - 24) : doer.evidence[1]].lower().split())
        )
        f.a_guns = (
            doer is not None
            and doer.evidence is not None
            and not GUNS.isdisjoint(self.text[doer.evidence[0] : doer.evidence[1]].lower().split())
        )
        f.a_home = doer is not None and doer.kind == "state_forces"
        f.victims = any(a.role == "victim" for a in actors)
        f.harmed_crowd = any(a.kind == "protesters" and a.role in ("victim", "b") for a in actors)
        for c in casualties:
            if c.outcome in ("killed", "injured", "abducted", "detained"):
                setattr(f, c.outcome, getattr(f, c.outcome) + max(c.low, 1 if c.high is None or c.high > 0 else 0))
        return f

    def _grenade(self, e: Event) -> bool:
        words = [w for t in e.tellings for w in t.frame.reading.view.low[t.frame.first : t.frame.last + 1]]
        return any(w in ("grenade", "grenades") for w in words) and not any(
            w in ("bomb", "mine", "landmine", "ied") for w in words
        )

    # -- who says so
    def _said(self, e: Event) -> list[tuple[Frame, Said]]:
        out = [(t.frame, s) for t in e.tellings for s in t.frame.said] + e.comments
        return [(f, s) for f, s in out if self._replies(e, f, s) or not tells_nothing(f, s)]

    def _replies(self, e: Event, frame: Frame, s: Said) -> bool:
        """Whether a side of the incident speaks: that it is "looking into it" is its answer."""
        party = frame.reading.party_at.get(s.head)
        if party is None:
            return False
        who = name_party(party, self.cast, self.kit, e.where.country)
        return any(
            x is not None and (x.name == who.name or (x.state and who.state and x.country == who.country))
            for x in (e.a, e.b)
        )

    def _claims(self, e: Event) -> list[Claim]:
        out: list[Claim] = []
        last: Claim | None = None
        for t in e.tellings:
            said = [s for s in t.frame.said if s.speaker]
            hedge = next((s for s in t.frame.said if not s.speaker), None)
            turn = _turn(t.frame)
            if not said and (t.frame.solid or t.frame.counts or t is e.tellings[0]):
                claim = self._own(t.frame, hedge, turn)
                if not any(_name(c) == _name(claim) and c.modality == claim.modality for c in out):
                    out.append(claim)
        for frame, s in self._said(e):
            if not s.speaker:
                continue
            claim = self._claim(frame, s, last)
            if claim.speaker is None:
                continue
            if (known := earlier(s.speaker, out)) is not None:
                speaker = msgspec.structs.replace(claim.speaker, name=known.name, id=known.id or claim.speaker.id)
                claim = msgspec.structs.replace(claim, speaker=speaker)
            last = claim
            if not any(_name(c) == _name(claim) and c.modality == claim.modality for c in out):
                out.append(claim)
        return self._without_outlet(e, out)

    def _without_outlet(self, e: Event, claims: list[Claim]) -> list[Claim]:
        """A bulletin that passes on what another tells of the deed is not itself the one who says so; a mere comment leaves it its word."""
        if self.outlet is None:
            return claims
        voice = (self.outlet.start, self.outlet.end)
        own = [c for c in claims if c.speaker is not None and c.speaker.evidence == voice]
        told = {t.frame.reading.offset + s.cue_start for t in e.tellings for s in t.frame.said}
        others = [
            c for c in claims
            if c not in own and c.speaker is not None and c.evidence is not None and c.evidence[0] in told
            and (c.modality == "reported" or (c.modality == "stated" and not c.party_to_conflict))
        ]  # fmt: skip
        return [c for c in claims if c not in own] if own and others else claims

    def _own(self, frame: Frame, hedge: Said | None, turn: Span | None) -> Claim:
        """The outlet's own voice; in a transcript that of whoever has the turn, in an organisation's bulletin the organisation's."""
        if hedge is None:
            voice = turn or self.outlet
            if voice is None:
                return Claim(speaker=None, modality="stated")
            name = self.text[voice.start : voice.end]
            return Claim(speaker=Speaker(name=name, text=name, evidence=(voice.start, voice.end)), modality="stated")
        o = frame.reading.offset
        return Claim(
            speaker=None,
            cue=hedge.cue,
            modality=hedge.modality,
            text=hedge.cue,
            evidence=(o + hedge.cue_start, o + hedge.cue_end),
        )

    def _claim(self, frame: Frame, s: Said, last: Claim | None) -> Claim:
        o = frame.reading.offset
        name, ident = _bare(s.speaker or ""), None
        if s.pronoun:
            if last is None or last.speaker is None:
                return Claim(modality="stated")
            name = last.speaker.name
        if self.outlet is not None and _ourselves(name):
            name = self.text[self.outlet.start : self.outlet.end]
        party = frame.reading.party_at.get(s.head)
        involved = None
        if party is not None:
            who = name_party(party, self.cast, self.kit)
            ident, involved = who.id, who.armed
        speaker = Speaker(name=name, id=ident, text=s.speaker, evidence=(o + s.start, o + s.end))
        armed = (party is not None and party.kind in ("named", "armed") and not party.country) or name.lower().split(
            "'s "
        )[0] in _GROUPS
        boast = s.modality == "stated" and armed and _own_deed(frame, s)
        return Claim(
            speaker=speaker,
            cue=s.cue,
            modality="claimed" if boast else s.modality,
            party_to_conflict=involved,
            text=s.cue,
            evidence=(o + s.cue_start, o + s.cue_end),
        )

    # -- things and people
    def _means(self, e: Event) -> list[Means]:
        out: dict[str, Means] = {}
        for t in e.tellings:
            for x in t.frame.means:
                span = t.frame.reading.span(x.first, x.last)
                out.setdefault(x.name, Means(name=x.name, text=self.text[span[0] : span[1]], evidence=span))
        return list(out.values())

    def _damage(self, e: Event) -> list[Damage]:
        out: list[Damage] = []
        for t in e.tellings:
            for x in t.frame.damage:
                span = t.frame.reading.span(x.first, x.last)
                number = next(
                    (n for n in t.frame.reading.numbers if n.start >= span[0] and n.end <= span[1] and n.low == n.high),
                    None,
                )
                out.append(
                    Damage(
                        object=x.name,
                        outcome=x.outcome,
                        count=number.low if number else None,
                        text=self.text[span[0] : span[1]],
                        evidence=span,
                    )
                )
        return out

    def _victims(self, e: Event) -> list[Victim]:
        out: list[Victim] = []
        for t in e.tellings:
            for c in t.frame.counts:
                n = c.number
                if n.low == 1 and n.high == 1 and n.noun and not n.numeral:
                    start, end = n.span
                    age = next((a for s, e2, a in t.frame.reading.ages if start <= s <= end + 3), None)
                    out.append(
                        Victim(age=age, sex=n.sex, outcome=c.outcome, text=self.text[start:end], evidence=(start, end))
                    )
        return out

    def _trace(self, i: Incident, e: Event) -> None:
        def step(field: str, value: str, rule: str, note: str | None, evidence: tuple[int, int] | None) -> None:
            self.steps.append(Step(incident=i.id, field=field, value=value, rule=rule, note=note, evidence=evidence))

        for t in e.tellings:
            for act in t.frame.acts:
                step(
                    "type",
                    f"{i.type} / {i.acled.sub_event_type}",
                    f"triggers.{act.rule}",
                    f"tells of: {act.act}",
                    t.frame.reading.span(act.first, act.last),
                )
        step("when", _when_text(i.when), f"when.{i.when.basis}", None, i.when.evidence)
        step("where", i.where.name or "not named", f"where.{i.where.precision}", i.where.why, i.where.evidence)
        for a in i.actors:
            step("actors", f"{a.role}: {a.name}", "actors.listed" if a.id else "actors.words", a.kind, a.evidence)
        for c in i.casualties:
            step(
                "casualties",
                f"{c.outcome} {c.low}–{'' if c.high is None else c.high}",
                f"numbers.{c.kind}",
                "disputed" if c.disputed else None,
                c.evidence,
            )
        for claim in i.claims:
            step(
                "claims",
                f"{claim.speaker.name if claim.speaker else 'the outlet'}: {claim.modality}",
                "stance.speech",
                claim.cue,
                claim.evidence,
            )
        if i.reason:
            step("context", i.context, "context", i.reason, None)


_ANYBODY = frozenset(
    "man men woman people person persons others other individual individuals one suspects bodies".split()
)


def _crowd_first(actors: list[Actor], kind: str, sub: str) -> list[Actor]:
    """A protest is its protesters' (a), the force that meets it stands opposite (b); where the force kills or wounds, it acts (a)."""
    if kind not in ("protest", "riot"):
        return actors
    if kind == "protest" and not any(a.kind in ("protesters", "rioters") for a in actors):
        k = next((k for k, a in enumerate(actors) if a.kind == "civilians" and _marches(a)), None)
        if k is not None:  # "some 200 students who marched on parliament"
            actors = [
                *actors[:k],
                msgspec.structs.replace(actors[k], kind="protesters", name="protesters"),
                *actors[k + 1 :],
            ]
    excessive = sub.startswith("Excessive")
    crowd = next(
        (
            a
            for a in actors
            if a.kind in ("protesters", "rioters") and a.role in ("a", "b", "victim", "assoc_b", "assoc_a")
        ),
        None,
    )
    forces = [a for a in actors if a.kind in ("state_forces", "external_forces") and a.role != "victim"]
    state = next((a for a in forces if a.role == "a"), forces[0] if forces else None)
    if crowd is None and state is not None and kind == "protest" and not excessive:
        return [msgspec.structs.replace(a, role="b") if a is state else a for a in actors]
    if crowd is None or state is None:
        return actors
    rest = [a for a in actors if a is not crowd and a is not state and a.role not in ("a", "b")]
    if excessive:
        rest = [a for a in rest if a.role != "victim"]
        return [msgspec.structs.replace(state, role="a"), *rest, msgspec.structs.replace(crowd, role="victim")]
    return [msgspec.structs.replace(crowd, role="a"), msgspec.structs.replace(state, role="b"), *rest]


def _marches(a: Actor) -> bool:
    """Whether the words are of many people, as a crowd is told."""
    word = (a.text or "").lower().split(" ")[-1]
    return word.endswith("s") or word == "people"


def _together(text: str, a: Actor, b: Actor) -> bool:
    """Whether nothing but "and" stands between their words."""
    if a.evidence is None or b.evidence is None:
        return False
    first, second = sorted((a.evidence, b.evidence))
    return set(text[first[1] : max(first[1], second[0])].split()) <= {"and", "the", "their", "allied"}


def _repelled(e: Event) -> bool:
    """ "Soldiers and the Volunteers repelled an attack": they stand on one side."""
    return any(
        x.act == "clash" and t.frame.reading.view.low[x.first].startswith(REPELS)
        for t in e.tellings
        for x in t.frame.acts
    )


def _balanced(actors: list[Actor], kind: str, repelled: str | None) -> list[Actor]:
    """A fight has two sides: where one side is empty and the other holds a state's men and armed men, they face each other.

    Not so those who together repelled an attack; then ``repelled`` is the text of the article.
    """
    if kind not in ("armed_clash", "territory_change"):
        return actors
    for full, empty in (("b", "a"), ("a", "b")):
        if any(x.role == empty for x in actors):
            continue
        main = next((x for x in actors if x.role == full), None)
        for k, x in enumerate(actors):
            if (
                main is not None
                and x.role == f"assoc_{full}"
                and _class_of(x) != _class_of(main)
                and _class_of(x) in ("state", "armed")
                and not (repelled and _together(repelled, main, x))
            ):
                return _ordered([*actors[:k], msgspec.structs.replace(x, role=empty), *actors[k + 1 :]])
    return actors


def _as_crowd(a: Actor, kind: str) -> Actor:
    """People who act in a protest are protesters, those who act in a riot rioters."""
    if kind == "protest" and a.kind == "rioters":
        return msgspec.structs.replace(a, kind="protesters", name="protesters")
    if a.role != "a" or a.kind not in ("civilians", "rioters", "protesters") or kind not in ("protest", "riot"):
        return a
    crowd = "protesters" if kind == "protest" else "rioters"
    return msgspec.structs.replace(
        a, kind=crowd, name=crowd if a.name in ("civilians", "rioters", "protesters") else a.name
    )


def _entered(frame: Frame, act: Trigger) -> bool:
    """ "marched into a village and put it to the torch": they came in, which is not yet to hold the ground."""
    word = frame.reading.view.low[act.first]
    return act.act == "take" and word.startswith(("march", "mov", "enter", "advanc", "driv", "drove", "storm"))


def _name(claim: Claim) -> str | None:
    return claim.speaker.name if claim.speaker is not None else None


def _turn(frame: Frame) -> Span | None:
    """The label of whoever has the turn; in body text a label is a speaker's, in an item a place's."""
    sentence = frame.reading.sentence
    return sentence.lead if sentence.block == "body" else None


def _when_text(w: When) -> str:
    return f"{w.start or '…'} – {w.end or '…'}"


_GROUPS = frozenset({"group", "movement", "militia", "militants", "insurgents", "rebels", "jihadists"})


def _own_deed(frame: Frame, s: Said) -> bool:
    """ "The group said it had killed 118 soldiers": a side that tells of its own deed claims it."""
    low = frame.reading.view.low
    at = s.token + 1 + (low[s.token + 1 : s.token + 2] == ["that"])
    if low[at : at + 1] == ["its"] or low[at : at + 1] == ["their"]:
        return True
    k = at + 1
    return low[at : at + 1] in (["it"], ["they"]) and k < len(low) and (
        low[k] in ("had", "has", "have", "was", "were") or frame.reading.view.tag[k] == "VBD"
    )  # fmt: skip


_DEED = frozenset(
    "attack attacks bombing blast explosion assault ambush raid shooting killing killings kidnapping operation strike abduction".split()
)


def _owns(frame: Frame, s: Said) -> bool:
    """ "claimed responsibility", "two attacks claimed by …", "claimed the attack", "said that it was behind the bombing"."""
    low = frame.reading.view.low
    after = low[s.token + 1 : s.token + 9]
    if s.modality == "claimed" and ("respons" in s.cue.lower() or after[:1] == ["by"]):
        return True
    party = frame.reading.party_at.get(s.head)
    if party is None or party.kind not in ("named", "armed") or "not" in after:
        return False
    if s.modality == "claimed" and after[:1] and after[0] in ("the", "this", "an", "a", "both"):
        k = next((k for k in (1, 2) if after[k : k + 1] and after[k] in _DEED), None)
        tags = frame.reading.view.tag[s.token + 2 + (k or 0) :]
        return k is not None and not (tags and tags[0].startswith(("VB", "MD")))  # "claimed the strike hit rebels"
    after = after[1:] if after[:1] == ["that"] else after
    return after[:1] in (["it"], ["they"], ["its"], ["their"]) and "behind" in after[1:5]


def _ourselves(name: str) -> bool:
    """ "our monitors", "the institution": the body whose bulletin it is, speaking of itself."""
    return name.lower().startswith("our ") or name.lower() in ("institution", "entity", "undersigned")


def _bare(speaker: str) -> str:
    for word in ("The ", "the ", "A ", "a ", "An ", "an "):
        if speaker.startswith(word):
            return speaker[len(word) :]
    return speaker


def _party_near(frame: Frame, token: int) -> Party | None:
    r = frame.reading
    if token in r.party_at:
        return r.party_at[token]
    for prep, noun in r.view.preps(token):
        if prep == "of" and noun in r.party_at:
            return r.party_at[noun]
    for c in r.view.children[token]:
        if c in r.party_at:
            return r.party_at[c]
    return None


def _class_of(a: Actor | None) -> str:
    if a is None:
        return ""
    if a.kind in ("state_forces", "external_forces"):
        return "state"
    if a.kind in ("rioters", "protesters"):
        return "crowd"
    return "people" if a.kind == "civilians" else "armed"


def _admit(out: list[Actor], a: Actor) -> None:
    """Add an actor unless it is there; a named one takes the place of an unnamed one of the same side."""
    if (
        a.role == "a"
        and _class_of(a) == "state"
        and any(b.role == "a" and b.kind in ("protesters", "rioters", "civilians") for b in out)
    ):
        a = msgspec.structs.replace(a, role="b")  # who meets a crowd stands opposite
    for k, b in enumerate(out):
        if b.role[-1] == a.role[-1] and a.role != "victim" and b.role != "victim":
            if (
                _faceless(a)
                and not _faceless(b)
                and b.kind not in ("state_forces", "external_forces", "civilians", "rioters", "protesters")
            ):
                return
            if (
                _faceless(b)
                and not _faceless(a)
                and a.kind not in ("state_forces", "external_forces", "civilians", "rioters", "protesters")
            ):
                out[k] = msgspec.structs.replace(a, role=b.role)
                return
        if a.role == b.role == "victim" and a.name == b.name and _vague(b) and not _vague(a):
            out[k] = a  # "people drawing water", then "eleven herders"
            return
        if b.name == a.name and (b.role[-1] == a.role[-1] or b.role == a.role or a.id is not None):
            return
        same_side = b.role == a.role
        if same_side and a.role in ("a", "b", "victim"):
            if b.id is None and a.id is not None and b.kind in ("unknown", a.kind):
                out[k] = a
            elif a.role != "victim" and a.id is not None and b.id is not None and a.kind != "unknown":
                continue
            return
    out.append(a)


def _faceless(a: Actor) -> bool:
    """Armed men without a name or a kind: "the terrorists", "six gunmen"."""
    return a.id is None and a.kind == "unknown" and a.name.startswith("unidentified")


def _vague(a: Actor) -> bool:
    """Victims told only as "people"."""
    return (a.text or "").lower() in ("people", "persons")


_ATTACKERS = ("assailants", "attackers", "assailant", "attacker", "raiders", "ambushers")


_FACED = {"assoc_b": "a", "assoc_a": "b"}


def _ordered(out: list[Actor]) -> list[Actor]:
    """One a and one b, then the rest. A side told only beside another that fell away stands for itself."""
    for beside, side in (("assoc_a", "a"), ("assoc_b", "b")):
        if not any(a.role == side for a in out):
            k = next((k for k, a in enumerate(out) if a.role == beside), None)
            if k is not None:
                out[k] = msgspec.structs.replace(out[k], role=side)
    band = {a.role for a in out if _class_of(a) == "armed" and not _faceless(a)}
    out = [a for a in out if not (_faceless(a) and _FACED.get(a.role) in band)]  # "three militants": the band's own
    seen: set[str] = set()
    done = []
    for a in out:
        if a.role in ("a", "b") and a.role in seen:
            continue
        seen.add(a.role)
        done.append(a)
    rank = {"a": 0, "assoc_a": 1, "b": 2, "assoc_b": 3, "victim": 4}
    return sorted(done, key=lambda a: rank[a.role])


__all__ = ["Named", "Recorder"]
