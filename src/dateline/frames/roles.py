"""Who did it to whom in one stretch: parties and people sorted into a, b, their associates and victims."""

import itertools

from dateline.frames.frame import Count, Frame, Role
from dateline.frames.order import MADE_OF, by_agent, doer, governed, object_relative, someone, target
from dateline.frames.reading import Reading
from dateline.frames.sides import beside, two_peoples
from dateline.mentions.numbers import Number
from dateline.mentions.parties import Party, same_men
from dateline.mentions.triggers import Trigger
from dateline.model.incident import Role as RoleName

_AGAINST = frozenset({"against", "on", "at", "with", "targeting", "into", "upon", "to", "of"})
_BETWEEN = frozenset({"between", "among", "involving", "pitting"})
_BY = frozenset({"by"})
_ALONG = frozenset({"alongside", "with", "together with", "backed by", "supported by", "and"})
REPELS = ("repel", "repuls", "thwart", "foil", "fend", "beat", "push", "drove", "driv")
_WALKED = ("fall", "fell", "ran", "run", "walk", "driv", "drove", "came", "com")  # into an ambush
_LIGHT = frozenset(
    "hurl hurled hurls throw threw throws lob lobbed fling flung toss tossed carry carried carries carrying launch launched launches launching conduct conducted mount mounted stage staged begin began started start kicked kick undertake undertook led lead leading continue continued fell fall came come deal dealt suffered ran".split()
)


def assign(r: Reading, frame: Frame) -> list[Role]:
    """The roles of the stretch. Parties that the parse leaves loose stay without a role."""
    out: list[Role] = []
    for p in r.parties:
        if p.noun == "bombers" and frame.first <= p.first and p.last <= frame.last and frame.has("suicide"):
            _add(out, "a", p, None, p.head)
    acts = sorted(frame.acts, key=lambda t: (t.act != "disrupt", t.weak, t.noun, t.first))
    if acts and acts[0].act == "disrupt":
        _of_act(r, frame, acts[0], out)
        for act in acts[1:]:
            doer = r.view.agent(act.token) if r.view.verbal(act.token) else None
            _group(r, frame, doer, "b", out, only_party=True)
        _launched(r, frame, acts, out)
        _by_order(r, frame, acts[:1], out)
        _harmed(r, frame, out)
        return _tidy(out)
    for act in acts:
        if not (act.act == "agree" and act.weak and any(not t.weak for t in acts)):
            _of_act(r, frame, act, out)
    _victims_of(r, frame, out)
    _harmed(r, frame, out)
    _fallback(r, frame, acts, out)
    _launched(r, frame, acts, out)
    _by_order(r, frame, acts, out)
    _own_raid(r, frame, acts, out)
    speakers = {s.head for s in r.said if s.speaker}
    out = [x for x in out if x.person is None or x.token not in speakers]
    beside(r, frame, out)
    mob = next((r.party_at[t.token] for t in acts if t.act == "mob" and t.token in r.party_at), None)
    if mob is not None and not any(x.role == "a" for x in out):
        _add(out, "a", mob, None, mob.head)
    return _tidy(out)


def _of_act(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    v = r.view
    token = act.token
    verb = token if v.verbal(token) else None
    passive = verb is not None and v.passive(verb)
    if act.act in ("withdraw", "agree", "protest", "change", "base"):
        return _symmetric(r, frame, act, out)
    if act.act in _HARM and (told := object_relative(r, act)) is not None:
        by, held, at = told
        _add(out, "a", by, None, by.head)
        if isinstance(held, Party):
            _add(out, "b", held, None, at)
        else:
            _add(out, "victim", None, held, at)
        return None
    if act.act == "clash" and (sides := two_peoples(r, act, frame.last)) is not None:
        _add(out, "a", sides[0], None, sides[0].head)
        _add(out, "b", sides[1], None, sides[1].head)
        return None
    if act.act == "clash":
        prep_between(r, token, frame, out)
    if verb is not None:
        doer = v.agent(verb) if passive else v.subject(verb)
        done = v.subject(verb) if passive else v.object(verb)
        if (
            act.act == "clash"
            and not passive
            and v.low[verb].startswith(("clash", "fight", "fought", "skirmish", "battl", "exchang", "trad", "engag"))
        ):
            if _communal(r, frame, doer, out):
                return None
            if {"each", "one"} & set(v.low[verb + 1 : verb + 2]):
                _each_other(r, frame, act, out)
            _group(r, frame, doer, "a", out)
            if done is not None and done > verb:
                _group(r, frame, done, "b", out, only_party=True)  # "fought the rebels"
            for prep, noun in v.preps(verb):
                if prep in ("with", "against", "between"):
                    _group(r, frame, noun, "a" if prep == "between" else "b", out)
            prep_between(r, token, frame, out)
            beside = next((x for x in out if x.role == "assoc_a" and x.party is not None), None)
            if beside is not None and any(x.role == "a" for x in out) and not any(x.role == "b" for x in out):
                beside.role = "b"  # "India and Pakistan exchanged fire"
            _facing(r, verb, out)
            return None
        if act.act == "clash" and v.low[verb].startswith(REPELS):
            _group(r, frame, doer, "b", out, only_party=True)
            _attackers(r, frame, done, out)
            return None
        doer = _undisguised(r, doer)
        if doer is None and done is not None and done < verb and not passive and done in r.party_at:
            doer, done = (
                done,
                None,
            )  # "Iraqi jets struck two hideouts": nothing is done to what stands before an active verb
        if act.act == "take" and v.low[verb] in ("lose", "loses", "lost", "losing"):
            _group(r, frame, doer, "b", out, only_party=True)
        elif act.act == "attack" and "ambush" in v.low[act.first : act.last + 1] and v.low[verb].startswith(_WALKED):
            _group(r, frame, doer, "b", out)
        elif not (act.act == "take" and v.low[verb] in ("fall", "fell", "falls", "fallen", "falling")):
            if not (v.tag[verb] == "VBG" and act.act == "kill" and any(x.role == "a" for x in out)):
                _group(r, frame, doer, "a", out)  # "…, killing ten": whoever did the deed before it
            _group(r, frame, done, "b", out)
        for prep, noun in v.preps(verb):
            if act.act == "take" and v.low[verb].startswith(("fall", "fell")) and prep in ("to", "into"):
                _group(r, frame, noun, "a", out)
            elif (
                prep in ("against", "on", "at", "into", "with", "from")
                or (prep in ("to", "upon") and act.act == "blow")
            ) and act.act not in ("take", "disrupt"):
                if prep == "from":
                    if act.act in ("shell", "shoot"):
                        _group(r, frame, noun, "a", out, only_party=True)
                    continue
                _group(r, frame, noun, "b", out, only_party=True)
            elif act.act == "take" and prep in ("from", "of"):
                _group(r, frame, noun, "b", out, only_party=True)
            elif prep == "by" and not passive:
                continue
    if verb is not None and _met_mine(r, act):
        moved = [x for x in out if x.role == "a"]
        for x in moved:
            x.role = "victim" if x.party is None else "b"
    if act.act == "take" and not any(x.role == "b" for x in out):
        _ousted(r, frame, act, out)
    _of_noun(r, frame, act, out)
    return None


_MINES = frozenset("mine landmine mines landmines ied explosive device".split())
_MEETS = ("step", "hit", "drove", "driv", "ran", "run", "str", "trigger", "set")


def _met_mine(r: Reading, act: Trigger) -> bool:
    """ "hit a landmine", "drove over a mine": whoever does this is harmed by it."""
    low = r.view.low
    return (
        act.act == "bomb"
        and not _MINES.isdisjoint(low[act.first : act.last + 1])
        and any(low[k].startswith(_MEETS) for k in {act.token, act.first})
    )


def _facing(r: Reading, verb: int, out: list[Role]) -> None:
    """ "The NAS and government soldiers exchanged fire": the second of the two before the verb."""
    if sum(x.role == "a" for x in out) != 1 or any(x.role == "b" for x in out):
        return
    first = next(x.party for x in out if x.role == "a")
    for p in r.parties:
        if (
            first is not None
            and p.last < verb
            and p.armed
            and r.view.low[first.last + 1 : p.first] in (["and"], ["and", "the"])
        ):
            _add(out, "b", p, None, p.head)
            return


def _ousted(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "liberated the height from the enemy": who held it, wherever the tree hangs the phrase."""
    for p in r.parties:
        if act.last < p.first <= min(act.last + 10, frame.last) and r.view.low[p.first - 1] == "from":
            _add(out, "b", p, None, p.head)
            return


def _victims_of(r: Reading, frame: Frame, out: list[Role]) -> None:
    """ "the remains of 50 victims of the Islamic State group": whose victims they are."""
    low = r.view.low
    for p in r.parties:
        k = p.first - 1 - (low[p.first - 1] == "the") if p.first else 0
        if frame.first < k and p.last <= frame.last and low[k] == "of" and low[k - 1] in ("victim", "victims"):
            return _add(out, "a", p, None, p.head)
    return None


def _undisguised(r: Reading, doer: int | None) -> int | None:
    """ "Gunmen dressed as traders": the gunmen."""
    if doer is None:
        return None
    if doer in r.party_at:
        at = r.party_at[doer]
        front = next((p for p in r.parties if p.last + 2 == at.first and r.view.low[p.last + 1] == "of"), None)
        return front.head if front is not None and front.names and at.kind == "anaphor" else doer
    for p in r.parties:
        if p.last < doer <= p.last + 6 and any(
            w in ("dressed", "disguised", "posing", "wearing", "clad") for w in r.view.low[p.last + 1 : doer]
        ):
            return p.head
    return doer


def _attackers(r: Reading, frame: Frame, done: int | None, out: list[Role]) -> None:
    """Who was repelled: the object itself, or the party inside it ("6 enemy assaults", "an attempt by rebels")."""
    if done is None:
        return
    v = r.view
    party = _party_in(r, done)
    if party is None:
        inside = sorted(v.below(done))
        party = next((r.party_at[k] for k in inside if k in r.party_at and k <= done + 8), None)
    if party is not None:
        _add(out, "a", party, None, party.head)


def _of_noun(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """Roles around an event noun: "a Taliban attack on", "clashes between A and B", "the killing of", light verbs above it."""
    v = r.view
    for i in range(act.first, act.last + 1):
        if v.verbal(i) and i == act.token:
            heads = [i]
        else:
            heads = [i]
        for h in heads:
            if v.verbal(h) and h == act.token and not act.noun:
                continue
            for prep, noun in v.preps(h):
                if prep == "by":
                    _group(r, frame, noun, "a", out)
                elif prep in _BETWEEN:
                    _pair(r, frame, noun, out)
                elif prep == "from" and act.act in ("shell", "shoot"):
                    _group(r, frame, noun, "a", out, only_party=True)
                elif (prep in ("with",) and act.act == "clash") or (
                    prep in ("on", "against", "at", "upon", "of")
                    and not (prep == "of" and act.act not in ("kill", "abduct", "arrest", "sexual", "bodies"))
                ):
                    _group(r, frame, noun, "b", out)
            for c in v.children[h]:
                if v.dep[c] in ("compound", "nmod:poss", "amod") and (p := r.party_at.get(c)) and p.last < h:
                    _add(out, "a", p, None, c)
            front = next((p for p in r.parties if p.last == act.first - 1 and p.kind == "state"), None)
            if front is not None and act.noun and act.act in ("air", "shell", "strike", "attack"):
                _add(out, "a", front, None, front.head)  # "an overnight Russian drone attack"
            if act.act == "clash" and h == act.token:
                prep_between(r, h, frame, out)
                _with_after(r, frame, act, out)
            over = v.head[h]
            if over != h and v.verbal(over) and v.low[over] in _LIGHT and v.base(h) in ("obj", "obl", "nsubj"):
                doer = v.agent(over) if v.passive(over) else (v.subject(over) if v.base(h) != "nsubj" else None)
                _group(r, frame, doer, "a", out)
                for prep, noun in v.preps(over):
                    if prep in ("against", "on", "at"):
                        _group(r, frame, noun, "b", out)


def _with_after(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "skirmishes with militants", "a firefight with police": the party right after "with", wherever the tree hangs it."""
    v = r.view
    for i in range(act.last + 1, min(act.last + 4, frame.last + 1)):
        if v.low[i] in ("with", "against"):
            party = next((p for p in r.parties if i < p.first <= i + 3), None)
            if party is not None:
                _add(out, "b", party, None, party.head)
            return


def prep_between(r: Reading, token: int, frame: Frame, out: list[Role]) -> bool:
    """ "fighting between A and B" where the tree hangs the pair elsewhere."""
    v = r.view
    for i in range(token, min(token + 12, frame.last + 1)):
        if v.low[i] in ("between", "pitting") and i + 1 < len(v):
            inside = [p for p in r.parties if p.first > i and p.first < i + 14 and p.last <= frame.last]
            if len(inside) >= 2:
                _add(out, "a", inside[0], None, inside[0].head)
                _add(out, "b", inside[1], None, inside[1].head)
                return True
    return False


def _pair(r: Reading, frame: Frame, noun: int, out: list[Role]) -> None:
    """ "between A and B": the first is a, the second b."""
    if frame.has("clash") and _communal(r, frame, noun, out):
        return
    parties: list[Party] = []
    for c in r.view.conjuncts(noun):
        p = r.party_at.get(c)
        if p is None:
            p = next((r.party_at[k] for k in sorted(r.view.below(c)) if k in r.party_at), None)
        if p and p not in parties:
            parties.append(p)
    if len(parties) < 2:
        speakers = {s.head for s in r.said}
        after = [
            p
            for p in r.parties
            if p.first >= noun - 3 and p.last <= frame.last and p not in parties and p.head not in speakers
        ]
        parties = (parties + after)[:2]
    sides: tuple[RoleName, RoleName] = ("a", "b")
    for p, role in zip(parties, sides, strict=False):
        _add(out, role, p, None, p.head)


def _symmetric(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """Agreements, protests, withdrawals: whoever acts is a, the other side b."""
    v = r.view
    token = act.token
    doers: list[int] = []
    if v.verbal(token):
        doers = [d for d in [v.doer(token)] if d is not None]
    else:
        over = v.head[token]
        if v.verbal(over) and v.base(token) in ("obj", "obl", "nsubj:pass"):
            doers = [d for d in [v.doer(over)] if d is not None]
    for d in doers:
        if act.act == "agree":
            _pair_or_one(r, frame, d, out)
        elif act.act == "withdraw" and frame.has("take"):
            _group(r, frame, d, "b", out)
        else:
            _group(r, frame, d, "a", out)
    if act.act == "agree" and sum(x.role in ("a", "b") for x in out) < 2:
        _delegates(r, frame, act, out)
    for prep, noun in v.preps(token):
        if prep in ("between",):
            _pair(r, frame, noun, out)
        elif prep in ("with", "to") and act.act in ("agree", "change"):
            _group(r, frame, noun, "b", out, only_party=True)
        elif prep == "by":
            _group(r, frame, noun, "a", out)
    if act.rule == "crowd-control" and not any(x.party is not None and x.party.kind == "crowd" for x in out):
        _dispersed(r, act, out)


_MET = frozenset({"at", "against", "on", "disperse", "dispersing", "dispersed", "scatter"})


def _dispersed(r: Reading, act: Trigger, out: list[Role]) -> None:
    """ "tear gas at doctors demanding better pay", "water cannon to disperse hundreds of teachers": those whom it meets."""
    for n in r.people:
        where = r.tokens(n.start, max(n.end, n.noun_end or n.end))
        if where is None or not act.first < where[0] <= act.last + 10 or n.noun is None:
            continue
        front = r.view.low[max(act.first, where[0] - 3) : where[0]]
        if _MET & set(front) and not any(r.party_at.get(k) for k in range(where[0], where[1] + 1)):
            return _add(out, "victim", None, n, where[1])
    return None


def _each_other(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "Guerrillas of A and B fought each other": the first two that are named before the deed."""
    before = [
        p for p in r.parties if frame.first <= p.first and p.last < act.first and (p.names or p.forces or p.country)
    ]
    if len(before) == 2:
        _add(out, "a", before[0], None, before[0].head)
        _add(out, "b", before[1], None, before[1].head)


_COMMUNAL = frozenset("clans subclans tribes communities villages sections herders ethnic".split())
_BANDS = frozenset("gangs cartels militias factions groups bands".split())


def _communal(r: Reading, frame: Frame, doer: int | None, out: list[Role]) -> bool:
    """ "Two herding clans fought over a well", "rival gangs exchanged fire": one phrase for both sides."""
    v = r.view
    if (
        doer is None
        or v.low[doer] not in _COMMUNAL | _BANDS
        or (doer in r.party_at and any(not n.local for n in r.party_at[doer].names))
    ):
        return False
    first, stop = v.phrase(doer)
    front = v.low[first:doer]
    if not {"two", "rival", "both", "opposing", "warring", "feuding"} & set(front) or any(
        p.first > doer for p in frame.parties
    ):
        return False
    start, end = v.starts[first], v.ends[stop - 1]
    words = " ".join(w for w in v.low[first : doer + 1] if w not in ("the", "two", "both", "rival", "opposing"))
    side = Party(
        kind="armed", first=first, last=stop - 1, head=doer, start=start, end=end, text=r.sentence.text[start:end], noun=words,
        word_kind="identity_militia" if v.low[doer] in _COMMUNAL else "political_militia",
    )  # fmt: skip
    _add(out, "a", side, None, doer)
    out.append(Role("b", side, None, doer))
    return True


def _delegates(r: Reading, frame: Frame, act: Trigger, out: list[Role]) -> None:
    """ "delegates of A and the government had agreed": the two parties before the deed, wherever the tree hangs them."""
    speakers = {s.head for s in r.said}
    before = [p for p in r.parties if frame.first <= p.first and p.last < act.token and p.head not in speakers]
    between = [
        w for k, w in enumerate(r.view.low) if before and before[0].last < k < before[-1].first and r.view.starts[k] >= before[0].end
    ]  # fmt: skip
    if len(before) == 2 and between[:1] in (["and"], ["with"]):
        out[:] = [x for x in out if x.party not in before]
        _add(out, "a", before[0], None, before[0].head)
        _add(out, "b", before[1], None, before[1].head)


def _pair_or_one(r: Reading, frame: Frame, noun: int, out: list[Role]) -> None:
    inside = [p for p in r.parties if p.head in r.view.below(noun)]
    if len(inside) == 2:
        _add(out, "a", inside[0], None, inside[0].head)
        _add(out, "b", inside[1], None, inside[1].head)
    elif len([c for c in r.view.conjuncts(noun) if c in r.party_at]) >= 2:
        _pair(r, frame, noun, out)
    else:
        person = _person_at(r, noun)
        if (
            not frame.has("clash")
            and person is not None
            and (person.noun or "").lower() in ("elders", "notables", "chiefs")
        ):
            _add(out, "a", None, person, noun)
        _group(r, frame, noun, "a", out, only_party=True)


def _group(
    r: Reading,
    frame: Frame,
    token: int | None,
    role: RoleName,
    out: list[Role],
    only_party: bool = False,
) -> None:
    """Everyone in the noun phrase at ``token``: the first takes the role, those coordinated with it stand beside it."""
    if token is None:
        return
    v = r.view
    taken = 0
    if v.low[token] in ("it", "they", "we") and role in ("a", "b"):
        speaker = next((r.party_at[s.head] for s in r.said if s.head in r.party_at and s.head < token), None)
        before = [p for p in r.parties if p.last < token and p.armed]
        owner = speaker or (before[-1] if before else None)
        if owner is not None:
            _add(out, role, owner, None, owner.head)
        return
    if v.low[token] == "them" and role == "b" and frame.has("take", "clash", "blow", "attack"):
        before = [p for p in r.parties if p.last < token and p.armed and not any(x.party is p for x in out)]
        if before:
            _add(out, role, before[0], None, before[0].head)  # "pushed them out again"
        return
    if role == "a" and token and v.low[token] in _OURS and v.low[token - 1] in ("its", "their", "our"):
        speaker = next(
            (p for s in r.said for p in r.parties if s.start <= p.start and p.end <= s.end and p.last < token), None
        )
        if speaker is not None and speaker.armed and token not in r.party_at:
            _add(out, role, speaker, None, speaker.head)  # "The police said that its men killed three"
            return
    for c in v.conjuncts(token):
        if c < token:
            continue
        party = _party_in(r, c)
        if party is not None and _on_both(r, party.last):
            continue
        if party is not None and role == "b" and (_young(party) or _at_home(r, party)) and _person_at(r, c) is not None:
            party = None
        if party is not None and role == "a" and any(_same_words(r, x, party) for x in frame.counts):
            _add(out, "b", party, None, c)  # "three gendarmes fell": the dead, not the doers
            continue
        if party is not None:
            twin = _twin(r, party)
            for one in (twin, party):
                if one is not None:
                    _add(out, role if taken == 0 else _BESIDE[role], one, None, one.head)
                    taken += 1
            beside = _and_also(r, party)
            if beside is not None and not any(x.party is beside for x in out):
                _add(out, _BESIDE[role], beside, None, beside.head)
            continue
        person = _person_at(r, c)
        if person is not None and not only_party and role != "a":
            _add(out, "victim", None, person, c)
            taken += 1
        elif person is not None and role == "a" and not any(x.number is person for x in frame.counts):
            _add(out, "a", None, person, c)
            taken += 1


def _and_also(r: Reading, p: Party) -> Party | None:
    """Who stands right behind "and": "a column of Malian troops and Russians of the Africa Corps", hung below the first."""
    v = r.view
    if v.low[p.last + 1 : p.last + 2] != ["and"]:
        return None
    for q in r.parties:
        gap = v.low[p.last + 2 : q.first]
        if q.first > p.last + 1 and len(gap) <= 4 and q.armed and v.base(q.head) in ("nmod", "conj"):
            return q if not gap or (len(gap) > 1 and gap[1] == "of") or gap in (["their"], ["the"]) else None
    return None


def _same_words(r: Reading, c: Count, p: Party) -> bool:
    """Whether a figure of the killed or hurt stands in the party's own words."""
    if c.outcome not in ("killed", "injured") or not c.number.numeral or c.number.high == 0:
        return False
    return r.offset + p.start <= c.number.start < r.offset + p.end


def _twin(r: Reading, party: Party) -> Party | None:
    """Who stands right before "and" and this party: "the army and allied fighters", "Russian and Syrian warplanes"."""
    v = r.view
    for q in r.parties:
        if q.last + 2 == party.first and v.low[q.last + 1] == "and" and q.armed:
            apart = v.base(q.head) in ("obj", "obl", "nsubj") and v.verbal(v.head[q.head])
            return None if apart and party.head in v.conjuncts(q.head) else q
    return None


_LOYAL = frozenset({"loyal", "allied", "linked", "affiliated", "aligned", "belonging", "close"})


def _party_in(r: Reading, token: int) -> Party | None:
    """The party whose phrase covers the token, or that its noun is made of ("members of the Mara Salvatrucha")."""
    v = r.view
    own = r.party_at.get(token)
    if own is not None and own.kind == "state" and not own.country and not own.forces:
        owner = next(
            (q for p, x in v.preps(token) if p == "of" and (q := r.party_at.get(x)) is not None and q.names), None
        )
        return owner or own  # "the warplanes of the coalition"
    if own is not None and (own.kind != "armed" or own.forces or any(not n.local for n in own.names)):
        return own
    if own is not None:  # "rebels of Jaysh al-Izza", "rebels from the M23 group"
        if own.last + 2 < len(v) and v.low[own.last + 1] in _LOYAL and v.low[own.last + 2] in ("to", "with"):
            return next((q for q in r.parties if own.last + 3 <= q.first <= own.last + 4 and q.names), own)
        return next(
            (q for p, x in v.preps(token) if p in ("of", "from") and (q := r.party_at.get(x)) is not None and q.names),
            own,
        )
    for prep, noun in v.preps(token):
        if prep == "of" and noun in r.party_at and r.party_at[noun].names and v.tag[token] in ("NNS", "NNPS", "CD"):
            return r.party_at[noun]
        if prep in ("of", "from") and noun in r.party_at and v.low[token] in MADE_OF:
            return r.party_at[noun]
        if prep == "of" and noun in r.party_at and _site(v.low[token]) and r.party_at[noun].armed:
            return r.party_at[noun]
    if _site(v.low[token]):
        for c in range(v.phrase(token)[0], token):
            if c in r.party_at:
                return r.party_at[c]
    return _those_of(r, token) or _told_as(r, token)


def _told_as(r: Reading, token: int) -> Party | None:
    """ "men thought to be separatists", "inmates belonging to Los Choneros": who they are."""
    p = next((p for p in r.parties if token + 2 < p.first <= token + 8), None)
    return p if p is not None and p.armed and same_men(r.view.low[token + 1 : p.first]) else None


_SITES = frozenset(
    "position positions outpost outposts base bases camp convoy vehicle vehicles gathering gatherings checkpoint checkpoints patrol column targets stronghold strongholds hideout hideouts station post headquarters barracks prison lines trenches forces depot depots facility bus school escort academy site sites boats boat commander leader member members chief militants attempts weapons equipment drones drone missile missiles rocket rockets shell shells shelling bombardment fire gunfire bullets snipers strike strikes airstrike airstrikes assaults attacks tanks tank artillery".split()
)


def _site(word: str) -> bool:
    return word in _SITES


def _person_at(r: Reading, token: int) -> Number | None:
    s, e = r.span(token, token)
    for n in r.people:
        ns, ne = min(n.start, n.noun_start or n.start), max(n.end, n.noun_end or n.end)
        if n.noun is None:
            continue
        if ns is not None and ne is not None and ns <= s and e <= ne:
            return n
    return None


def _add(out: list[Role], role: RoleName, party: Party | None, person: Number | None, token: int) -> None:
    if any((x.party is party and party is not None) or (x.person is person and person is not None) for x in out):
        return
    at = token if party is None else party.head
    if any(x.party is not None and x.party.first <= at <= x.party.last for x in out):
        return
    out.append(Role(role, party, person, token))


def _harmed(r: Reading, frame: Frame, out: list[Role]) -> None:
    """People with a figure and an outcome are victims, or the other side where they are armed."""
    for c in frame.counts:
        if (c.number.low == 0 and c.number.high == 0) or c.number.noun is None:
            continue
        if c.like is not None and c.like.party is not None:
            c.party = c.like.party
            continue
        where = r.tokens(c.number.noun_start or c.number.start, c.number.noun_end or c.number.end)
        if where is None:
            continue
        if _on_both(r, where[1]):
            continue
        party = next((r.party_at[i] for i in range(where[0], where[1] + 1) if i in r.party_at), None)
        if party is not None and (
            _young(party)
            or _at_home(r, party)
            or (c.number.group == "civilians" and not party.names and party.kind == "armed")
        ):
            party = None  # "two herdsmen were killed": people, whatever the word may mean elsewhere
        if party is None:
            party = _those_of(r, where[1]) or _theirs(r, c.number.start, where[1]) or _its_own(r, where[1], out)
        c.party = party
        if party is not None:
            if any(x.party is party for x in out):
                continue
            _add(out, "b", party, None, where[1])
        elif not any(x.person is c.number for x in out):
            _add(out, "victim", None, c.number, where[1])


def _on_both(r: Reading, last: int) -> bool:
    """ "47 fighters killed on both sides": of neither alone."""
    low = r.view.low[last + 1 : last + 5]
    return any(a in ("both", "either", "each") and b in ("side", "sides") for a, b in itertools.pairwise(low))


def _young(p: Party) -> bool:
    """ "four Indigenous youths": a crowd only where they act."""
    return p.kind == "crowd" and p.noun == "youths"


def _at_home(r: Reading, p: Party) -> bool:
    """ "herders": a people, who are armed men only where the words say so."""
    if "former" in r.view.low[p.first : p.head] and all(n.local for n in p.names):
        return True  # "a former soldier", "a former rebel commander"
    return (
        all(n.local for n in p.names)
        and r.view.low[p.head] in _PEOPLE
        and all(r.view.tag[k] in ("CD", "DT") for k in range(p.first, p.head))
    )


def _those_of(r: Reading, last: int) -> Party | None:
    """ "Six heroes of the Syrian Arab Army": whose they are."""
    if r.view.low[last] not in _OURS or r.view.low[last + 1 : last + 2] not in (["of"], ["from"]):
        return None
    return next((p for p in r.parties if last + 2 <= p.first <= last + 3 and p.kind in ("state", "named")), None)


def _theirs(r: Reading, start: int, last: int) -> Party | None:
    """ "three Hezbollah members", "two Lashkar-e-Taiba men": whose they are, named between the figure and the noun."""
    where = r.tokens(start, start + 1)
    if where is None or r.view.low[last] not in _OURS:
        return None
    return next((r.party_at[k] for k in range(where[0], last) if k in r.party_at and r.party_at[k].names), None)


def _its_own(r: Reading, last: int, out: list[Role]) -> Party | None:
    """ "attacked a post of the police and killed two of its members": whose post it was."""
    if r.view.low[last] not in _OURS or r.view.low[last - 1] not in ("its", "their"):
        return None
    doers = [x.party for x in out if x.role == "a"]
    before = [p for p in r.parties if p.last < last - 1 and p.armed and p not in doers]
    hit = [p for p in before if any(x.party is p for x in out)]
    found = hit or before
    return found[-1] if found else None


_PEOPLE = frozenset("herders herdsmen pastoralists hunters settlers nomads villagers".split())
_OURS = frozenset(
    "heroes hero martyrs martyr members member men personnel elements sons fighters leader leaders commander commanders operative operatives militants gunmen followers man agents cadres recruits chiefs".split()
)


def _fallback(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """No doer found: the party right before the deed does it, unless the deed is passive or the sentence's speaker stands there."""
    if any(x.role == "a" for x in out) or not acts or acts[0].act in ("bodies", "agree", "disrupt"):
        return
    act = acts[0]
    v = r.view
    if v.verbal(act.token) and v.passive(act.token):
        by = next((i for i in range(act.last + 1, min(act.last + 6, frame.last + 1)) if v.low[i] == "by"), None)
        party = next((p for p in r.parties if by is not None and by < p.first <= by + 4), None)
        if party:
            _add(out, "a", party, None, party.head)
        return
    if act.noun or not v.verbal(act.token):
        return
    speakers = {s.head for s in r.said}
    before = [
        p for p in r.parties
        if frame.first <= p.first and p.last < act.first and _beside(r, p, act) and p.head not in speakers and v.base(p.head) not in ("compound", "amod", "obl") and not governed(r, p)
    ]  # fmt: skip
    close = [p for p in r.parties if frame.first <= p.first and p.last == act.first - 1 and p.head not in speakers]
    if not before and close and close[-1].armed and (v.object(act.token) is not None or v.low[act.last] == "dead"):
        before = close  # "On Monday night gunmen killed two": right before the deed, whatever the tree says
        out[:] = [x for x in out if x.party is not close[-1]]
    last = r.party_at.get(_undisguised(r, before[-1].head) or -1) if before else None
    if last is not None and not any(x.party is last for x in out):
        _add(out, "a", last, None, last.head)


def _beside(r: Reading, p: Party, act: Trigger) -> bool:
    """The party stands right before the deed, or only a participle's phrase lies between ("an army column coming up from Kosti")."""
    if act.first - p.last <= 4:
        return True
    v = r.view
    between = range(p.last + 1, act.first)
    return (
        len(between) <= 8
        and any(v.tag[k] == "VBG" for k in between)
        and not any(v.words[k] in ",;:" or v.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in between)
    )


_NO_DOER = frozenset({"bodies", "agree", "withdraw", "protest", "change", "base"})
_BELIEFS = frozenset("believed thought suspected presumed alleged understood".split())  # "gunmen believed to be …"
_HARM = frozenset("kill shoot attack air strike shell bomb abduct arrest sexual chemical".split())
_GIVEN_UP = frozenset({"lose", "loses", "lost", "losing", "fall", "fell", "falls", "fallen", "falling"})


def _by_order(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """Who acts and who is hit by word order, where the tree names nobody."""
    speakers = {s.head for s in r.said if s.speaker and s.cue.lower() not in _BELIEFS}
    for act in acts:
        words = r.view.low[act.first : act.last + 1]
        if act.act in _NO_DOER or _met_mine(r, act) or _GIVEN_UP.intersection(words):
            continue
        if act.act == "clash" and words[0].startswith(REPELS):
            continue
        acting = doer(r, act)
        if not any(x.role == "a" for x in out):
            found = acting or by_agent(r, act.last, frame.last)
            if found is not None and found.head not in speakers:
                out[:] = [x for x in out if x.party is not found]
                twin = _twin(r, found)
                if twin is not None and not any(x.party is twin for x in out):
                    _add(out, "a", twin, None, twin.head)
                _add(out, "a" if twin is None else "assoc_a", found, None, found.head)
        hit = target(r, act) if not any(x.role in ("b", "victim") for x in out) else None
        if isinstance(hit, Party) and hit is not acting:
            _add(out, "b", hit, None, hit.head)
        elif isinstance(hit, tuple) and act.act in _HARM | {"loot"}:
            _add(out, "victim", None, *hit)
        if not any(x.role in ("b", "victim") for x in out) and not frame.counts and (one := someone(r, act)):
            _add(out, "victim", None, *one)


_FIRED = frozenset({"fired", "launched", "dropped", "hurled", "lobbed", "planted", "laid"})
_SHOTS = frozenset(
    "missile missiles rocket rockets shell shells shelling projectile projectiles drone drones mortar mortars bomb bombs artillery".split()
)


def _launched(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """ "a missile launched by A", "a projectile of the militia fell": whose the weapon is; brought down, its owner stands opposite."""
    role: RoleName = "b" if acts and acts[0].act == "disrupt" else "a"
    if any(x.role == role for x in out) or not any(
        t.act in ("disrupt", "shell", "air", "strike", "bomb") for t in acts
    ):
        return
    low = r.view.low
    for p in r.parties:
        if not (frame.first <= p.first and p.last <= frame.last) or any(x.party is p for x in out):
            continue
        k = p.first - 1
        fired = any(low[j] == "by" and low[j - 1] in _FIRED for j in range(max(frame.first + 1, k - 3), k + 1))
        fired |= p.last + 2 < len(low) and low[p.last + 1] == "-" and low[p.last + 2] in _FIRED  # "Houthi-laid mines"
        if fired or (low[k] == "of" and low[k - 1] in _SHOTS):
            _add(out, role, p, None, p.head)
            return


def _own_raid(r: Reading, frame: Frame, acts: list[Trigger], out: list[Role]) -> None:
    """ "The army said that 12 militants had been eliminated in a raid": the raid is the speaker's own."""
    if any(x.role in ("a", "assoc_a") for x in out) or not any(
        t.act == "blow" or (t.act == "arrest" and t.noun) for t in acts
    ):
        return
    if not any(t.weak and t.noun and t.act == "attack" for t in acts) and not any(
        t.act == "arrest" and t.noun for t in acts
    ):
        return
    hit = [x.party for x in out if x.role == "b" and x.party is not None]
    speaker = next((p for s in r.said if s.speaker for p in r.parties if s.start <= p.start and p.end <= s.end), None)
    taken = any(t.act == "arrest" for t in acts)
    if (
        speaker is not None
        and speaker.kind == "state"
        and (taken or hit)
        and all(p.kind in ("armed", "named") for p in hit)
    ):
        _add(out, "a", speaker, None, speaker.head)


_BESIDE: dict[RoleName, RoleName] = {
    "a": "assoc_a",
    "b": "assoc_b",
    "victim": "victim",
    "assoc_a": "assoc_a",
    "assoc_b": "assoc_b",
}


def _tidy(out: list[Role]) -> list[Role]:
    """One a and one b; the rest stand beside them. "the insurgents" after a named group are that group."""
    named = next((x for x in out if x.role == "a" and x.party is not None and x.party.kind == "named"), None)
    if named is not None and named.party is not None:
        first = named.party.last
        out = [
            x
            for x in out
            if not (
                x.role == "a" and x is not named and x.party is not None and _back(x.party) and x.party.first > first
            )
        ]
    seen: set[str] = set()
    for x in out:
        if x.role in ("a", "b"):
            if x.role in seen:
                x.role = _BESIDE[x.role]
            seen.add(x.role)
    return out


def _back(p: Party) -> bool:
    """ "the insurgents": men told before, nothing said of them but the article."""
    return (
        p.kind == "armed"
        and all(n.local for n in p.names)
        and p.text.lower().startswith("the ")
        and p.text.count(" ") == 1
    )


def people_of(frame: Frame) -> list[Count]:
    """Counts that name people."""
    return [c for c in frame.counts if c.number.noun]
