"""Who did it and to whom: the roles of the frames, then the blame that others lay."""

import re

import msgspec

from dateline.frames.frame import Frame, Role
from dateline.mentions.cues import Said
from dateline.mentions.parties import Party
from dateline.model.incident import Actor
from dateline.model.incident import Role as RoleName
from dateline.packs.story_words import story_words
from dateline.resolve.culprits import has_left
from dateline.resolve.fields.fellows import as_claimed, fellows, his_own, men_of_force
from dateline.resolve.fields.parties import admit, class_of, ordered
from dateline.resolve.fields.sides import began, turned
from dateline.resolve.fields.source import Source
from dateline.resolve.fields.voices import boaster, owns, said_of, speaking, stands_for
from dateline.resolve.telling.event import Event
from dateline.resolve.who import Named, name_doers, name_party, name_people

_CIVIL = re.compile(
    r"\b(?:health|education|foreign|information|justice|finance|interior) ministry\b|\bministry of (?!defen)", re.I
)
_STREET = frozenset({"protest", "mob", "riot"})
_MILITARY = frozenset({"bomb", "air", "strike", "shell", "chemical", "clash", "take"})


def actors_of(source: Source, e: Event) -> list[Actor]:
    out: list[Actor] = []
    told = [*(t.frame for t in e.tellings), *e.beside]
    if any(_sides_named(f) for f in told):
        told = [f for f in told if not _one_phrase(f)]  # "Rival groups fought …": named further on
    for frame in told:
        if began(source, out, frame, e):
            out = turned(out)
        for role in frame.roles:
            if (
                (role.role == "a" and _defuses(frame, e))
                or as_claimed(frame, role)
                or men_of_force(source, frame, role)
            ):
                continue
            _place_actor(source, out, role, frame, e)
    _take_blame(source, out, e)
    _take_own(source, out, e)
    if "take" in e.acts and not any(a.role == "b" for a in out):
        _take_gone(source, out, e)
        if not any(a.role == "b" for a in out):
            _take_denier(source, out, e)
    return ordered(out)


def _take_own(source: Source, out: list[Actor], e: Event) -> None:
    """ "A patrol of the regime was blown up by a mine", in a statement of the armed group that fights it: its own deed."""
    us, voice = source.cast.us, source.outlet
    foe = next((a for a in out if a.role == "b"), None)
    if us is None or us.state or voice is None or foe is None or any(a.role == "a" for a in out):
        return
    if class_of(foe) == "state" and e.acts & _BLOWS and foe.id != us.id:
        out.insert(0, _actor(source, "a", us, (voice.start, voice.end), None))


_BLOWS = frozenset("kill shoot attack clash bomb shell strike".split())


def _one_phrase(frame: Frame) -> bool:
    """Whether one phrase stands for both sides."""
    first = next((x.party for x in frame.roles if x.role == "a" and x.party is not None), None)
    return first is not None and any(x.party is first for x in frame.roles if x.role == "b")


def _sides_named(frame: Frame) -> bool:
    return any(x.role in ("a", "b") and x.party is not None and x.party.names for x in frame.roles)


def _take_gone(source: Source, out: list[Actor], e: Event) -> None:
    """ "The troops entered the town after the rebels had left": who held it before."""
    for r in {
        f.reading.index: f.reading for f in (*(t.frame for t in e.tellings), *(f for f, _ in e.comments))
    }.values():
        for p in r.parties:
            if not has_left(r, p):
                continue
            who = name_party(p, source.cast, source.kit, e.where.country)
            if all(a.name != who.name for a in out):
                admit(out, _actor(source, "b", who, (r.offset + p.start, r.offset + p.end), p.loaded))
                return


def _take_denier(source: Source, out: list[Actor], e: Event) -> None:
    """ "The army denied that the town had fallen": who denies that it is lost holds it, as far as anybody knows."""
    for frame, said in e.comments:
        p = next((p for p in frame.reading.parties if said.start <= p.start and p.end <= said.end), None)
        if said.modality != "denied" or p is None or not p.armed or p.organ in ("government", "police"):
            continue
        who = name_party(p, source.cast, source.kit, e.where.country)
        if all(a.name != who.name for a in out):
            o = frame.reading.offset
            return admit(out, _actor(source, "b", who, (o + p.start, o + p.end), p.loaded))
    return None


def _place_actor(source: Source, out: list[Actor], role: Role, frame: Frame, e: Event) -> None:
    offset = frame.reading.offset
    if role.party is not None:
        party = role.party
        if party.organ == "government" and e.acts & _MILITARY:
            if _CIVIL.search(party.text):
                return  # "the Gaza health ministry put the toll at 16"
            party = msgspec.structs.replace(party, organ="army")  # a government bombs by its armed forces
        who = name_party(party, source.cast, source.kit, e.where.country)
        if _is_gathering(frame, role, e):
            who = Named(None, "civilians", "civilians", armed=False)
        span = (offset + party.start, offset + party.end)
        label = party.loaded
    elif role.person is not None:
        if role.person.zero is not None or role.person.high == 0:
            return  # "no civilians were killed"
        doers = name_doers(role.person) if role.role in ("a", "assoc_a") else name_people(role.person)
        if doers is None and frame.has("protest") and role.person.people and role.person.outcome is None:
            doers = name_people(role.person)  # "fishermen who were staging a sit-in"
        if doers is None and frame.has("protest") and role.person.noun is None and role.role == "a":
            doers = Named(None, "civilians", "civilians", armed=False)  # "Thousands rallied"
        if doers is None:
            return
        who = doers
        start, end = role.person.span
        span, label = (start, end), None
        if role.person.group == "combatants" and role.role == "victim":
            role.role = "b"
        if role.role == "victim" and any(
            his_own(a, role.person) or fellows(a, role.person, source.text[start:end]) for a in out
        ):
            return
    else:
        return
    kind = role.role
    if who.kind == "civilians" and kind in ("b", "assoc_b"):
        kind = "victim"
    if kind == "a" and _stops_them(out, frame, who):
        return
    if kind == "a" and _other_side(source, out, frame, who, e):
        out[:] = [msgspec.structs.replace(a, role="b") if a.role == "a" else a for a in out if a.role != "b"]
    sides = {a.role for a in out}
    attackers = who.id is None and source.text[span[0] : span[1]].lower().endswith(story_words().attackers)
    if attackers and kind == "b" and sides & {"b", "victim"} and "a" not in sides:
        kind = "a"  # the attackers' own dead
    if kind == "b" and "victim" in sides and "a" not in sides and frame.has("kill", "shoot"):
        kind = "a" if role.party is not None and _the_attackers(frame, role.party) else kind
    if attackers and kind in ("b", "assoc_b") and any(a.role == "a" and class_of(a) == "armed" for a in out):
        return  # those named already
    admit(out, _actor(source, kind, who, span, label))


def _actor(source: Source, role: RoleName, who: Named, span: tuple[int, int], label: str | None) -> Actor:
    """The party resolved, in its role; ``span``: its words in the article, ``label`` the loaded one among them."""
    text = source.text[span[0] : span[1]]
    return Actor(role=role, name=who.name, id=who.id, kind=who.kind, text=text, label=label, evidence=span)


def _stops_them(out: list[Actor], frame: Frame, who: Named) -> bool:
    """ "An attacker stabbed two people. The attacker was shot dead by police.": those who end it did not do it."""
    doers = [a for a in out if a.role == "a"]
    began = any(a.kind not in ("state_forces", "external_forces") for a in doers)
    theirs = any(x.role == "b" and x.party is not None and _the_attackers(frame, x.party) for x in frame.roles)
    if not theirs or not any(a.role in ("victim", "b") for a in out):
        return False
    return (began and who.state) or (not doers and frame.has("kill", "shoot"))


def _the_attackers(frame: Frame, p: Party) -> bool:
    """ "the two gunmen", "both attackers": those who did what was told before."""
    text = p.text.lower()
    told = text.startswith("the ") or frame.reading.view.low[p.first - 1 : p.first] in (["both"], ["all"])
    return told and p.kind == "armed" and text.endswith(story_words().doers)


def _other_side(source: Source, out: list[Actor], frame: Frame, who: Named, e: Event) -> bool:
    """ "Fighting between Fatah and an Islamist group … gunmen of Jund al-Sham fired at a Fatah patrol": the name of the second side,
    and that it began."""
    first = next((a for a in out if a.role == "a" and a.id is not None), None)
    second = next((a for a in out if a.role == "b"), None)
    if first is None or second is None or who.id in (None, first.id) or second.id is not None:
        return False
    hit = [name_party(x.party, source.cast, source.kit, e.where.country) for x in frame.of("b") if x.party is not None]
    return class_of(second) == "armed" and any(x.id == first.id for x in hit)


def _defuses(frame: Frame, e: Event) -> bool:
    """ "Experts later defused a second device": no doer of the blast."""
    return frame.has("disrupt") and not e.tellings[0].frame.has("disrupt") and not frame.counts


def _is_gathering(frame: Frame, role: Role, e: Event) -> bool:
    """ "fired into a crowd coming out of evening prayers": no protest is told of, and it is no police that fires."""
    if role.party is None or role.party.kind != "crowd" or role.role not in ("b", "assoc_b", "victim"):
        return False
    if not role.party.text.lower().endswith("crowd") or not e.acts.isdisjoint(_STREET):
        return False
    return not any(x.role == "a" and x.party is not None and x.party.kind == "state" for x in frame.roles)


def _take_blame(source: Source, out: list[Actor], e: Event) -> None:
    """A claim of responsibility, or the blame of others, names the doer where the telling did not."""
    named = next((a for a in out if a.role == "a" and a.id is not None), None)
    if named is not None:
        return
    blamed = {
        name_party(p, source.cast, source.kit, e.where.country).name
        for frame, said in e.comments
        if said.modality == "alleged" and said.target is not None and (p := party_near(frame, said.target)) is not None
    }
    if len(blamed) > 1:
        return  # each side blames the other
    for frame, said in said_of(source, e):
        party = None
        if said.speaker and owns(frame, said):
            party = stands_for(frame, said) or speaking(frame, said)
        elif said.modality == "alleged" and said.target is not None:
            party = party_near(frame, said.target)
        else:
            party = stands_for(frame, said) or _named(frame, said) or boaster(frame, said)
        if party is None or _only_failed(frame, party):
            continue
        who = name_party(party, source.cast, source.kit, e.where.country)
        if source.cast.us is not None and who.name == source.cast.us.name and source.outlet is not None:
            continue  # in its own statement it says what it did
        if who.id is not None and any(a.role == "b" and a.id == who.id for a in out):
            continue  # its own dead were told; it boasts of the other side's
        if who.id is None and any(a.role == "a" for a in out):
            continue  # "blamed enemies of peace": nobody in particular
        span = (frame.reading.offset + party.start, frame.reading.offset + party.end)
        out[:] = [a for a in out if a.role != "a"]
        out.insert(0, _actor(source, "a", who, span, party.loaded))
        return


_FAILINGS = frozenset(
    "failing failure not ignoring neglecting neglect inaction negligence allowing letting doing delaying delays abandoning lax trying "
    "seeking wanting planning provoking stoking inciting inflaming sheltering harbouring harboring complicity".split()
)


def _only_failed(frame: Frame, p: Party) -> bool:
    """ "blamed the army for failing to protect them", "accused the group of seeking war": no doer of the deed."""
    after = frame.reading.view.low[p.last + 1 : p.last + 5]
    return after[:1] in (["for"], ["of"], ["over"]) and not _FAILINGS.isdisjoint(after[1:4])


def _named(frame: Frame, said: Said) -> Party | None:
    """ "The colonel says it was the BRN", "neighbours point to the cartel": whom a speaker names as the doers."""
    low = frame.reading.view.low
    k = said.content(low)
    if low[k : k + 1] in (["it"], ["this"], ["they"], ["these"]) and low[k + 1 : k + 2] in (
        ["was"],
        ["were"],
        ["is"],
        ["are"],
    ):
        at = k + 2
    elif low[said.token].startswith("point") and low[said.token + 1 : said.token + 2] == ["to"]:
        at = said.token + 2
    else:
        return next((p for p in frame.reading.parties if p.kind == "named" and _is_behind(low, p)), None)
    p = next((p for p in frame.reading.parties if at <= p.first <= at + 1), None)
    return p if p is not None and p.kind == "named" and low[at : at + 1] != ["not"] else None


def _is_behind(low: list[str], p: Party) -> bool:
    """ "presume that the Clan del Golfo was behind the crime"."""
    after = low[p.last + 1 : p.last + 3]
    return len(after) == 2 and after[0] in ("was", "were", "is", "are") and after[1] in ("behind", "responsible")


def party_near(frame: Frame, token: int) -> Party | None:
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
