"""The party that a noun stands for: its own, whose men or arms it names, or who stands beside it at "and"."""

import itertools

from dateline.frames.order import MADE_OF, named_after
from dateline.frames.reading import Reading
from dateline.mentions.numbers import Number
from dateline.mentions.parties import Party, same_men
from dateline.packs.roles import roles


def party_in(r: Reading, token: int) -> Party | None:
    """The party whose phrase covers the token, or that its noun is made of ("members of the Mara Salvatrucha")."""
    v = r.view
    own = r.party_at.get(token)
    if own is not None:
        return _owner(r, own, token) or own
    site = v.low[token] in roles().things.sites
    for prep, noun in v.preps(token):
        party = r.party_at.get(noun)
        if party is None or prep not in ("of", "from"):
            continue
        if v.low[token] in MADE_OF or (
            prep == "of" and ((party.names and v.tag[token] in ("NNS", "NNPS", "CD")) or (site and party.armed))
        ):
            return party
    front = range(v.phrase(token)[0], token) if site else ()
    inside = next((r.party_at[c] for c in front if c in r.party_at), None)
    return (
        inside
        or short_name(r, token)
        or those_of(r, token)
        or named_after(r, token)
        or _whose(r, token)
        or _told_as(r, token)
        or _used_by(r, token)
    )


def _used_by(r: Reading, token: int) -> Party | None:
    """ "a checkpoint manned by police commandos", "a hotel used by the army", "a bar popular with soldiers": whose it is."""
    low = r.view.low
    if (
        not low[token + 1 : token + 2]
        or low[token + 1] not in roles().things.used
        or low[token + 2 : token + 3] not in (["by"], ["with"], ["to"])
    ):
        return None
    return next((p for p in r.parties if token + 3 <= p.first <= token + 4 and p.armed), None)


def _whose(r: Reading, token: int) -> Party | None:
    """ "MSA rivals", "a Hamas operative": the name right before the noun."""
    p = r.party_at.get(token - 1) if token else None
    ours = roles().people.ours | roles().people.rivals
    if p is None or not {"former", "ex", "ex-"}.isdisjoint(r.view.low[max(0, p.first - 2) : p.first + 1]):
        return None  # "a former SDF member"
    return p if p.last == token - 1 and p.kind == "named" and r.view.low[token] in ours else None


def _owner(r: Reading, own: Party, token: int) -> Party | None:
    """ "the warplanes of the coalition", "rebels of Jaysh al-Izza", "rebels loyal to …", "a detachment of the gendarmerie": whose they are,
    if that is said."""
    v = r.view
    if own.kind == "state" and not own.country and not own.forces:
        front: tuple[str, ...] = ("of",)
    elif own.kind != "armed" or own.forces or any(not n.local for n in own.names):
        return None
    elif _loyal(r, own.last + 1):
        return next((q for q in r.parties if own.last + 3 <= q.first <= own.last + 4 and q.names), None)
    else:
        front = ("of", "from")
    found = next((q for p, x in v.preps(token) if p in front and (q := r.party_at.get(x)) is not None), None)
    if found is None or found.names:
        return found
    return (
        found if own.organ == "army" and v.low[token] in MADE_OF and found.organ not in (None, "government") else None
    )


def _loyal(r: Reading, k: int) -> bool:
    low = r.view.low
    return k + 1 < len(low) and low[k] in roles().marks.loyal and low[k + 1] in ("to", "with")


def _told_as(r: Reading, token: int) -> Party | None:
    """ "men thought to be separatists", "inmates belonging to Los Choneros": who they are."""
    p = next((p for p in r.parties if token + 2 < p.first <= token + 8), None)
    return p if p is not None and p.armed and same_men(r.view.low[token + 1 : p.first]) else None


def person_at(r: Reading, token: int) -> Number | None:
    s, e = r.span(token, token)
    for n in r.people:
        ns, ne = min(n.start, n.noun_start or n.start), max(n.end, n.noun_end or n.end)
        if n.noun is None:
            continue
        if ns is not None and ne is not None and ns <= s and e <= ne:
            return n
    return None


def those_of(r: Reading, last: int) -> Party | None:
    """ "Six heroes of the Syrian Arab Army": whose they are."""
    if r.view.low[last] not in roles().people.ours or r.view.low[last + 1 : last + 2] not in (["of"], ["from"]):
        return None
    return next((p for p in r.parties if last + 2 <= p.first <= last + 3 and p.kind in ("state", "named")), None)


def short_name(r: Reading, last: int) -> Party | None:
    """ "seven volunteers (VDP)": the band whose short name stands in brackets behind them."""
    p = r.party_at.get(last + 2) if r.view.words[last + 1 : last + 2] == ["("] else None
    return p if p is not None and p.names and r.view.words[p.last + 1 : p.last + 2] == [")"] else None


def of_a_band(r: Reading, last: int) -> bool:
    """ "six members of the group", "four members of the cell": no civilians, whoever they are."""
    low = r.view.low
    if low[last] not in roles().people.ours or low[last + 1 : last + 2] not in (["of"], ["from"]):
        return False
    named = any(last + 2 <= p.first <= last + 4 and p.armed for p in r.parties)
    return named or not roles().people.troops.isdisjoint(low[last + 2 : last + 5])


def undisguised(r: Reading, doer: int | None) -> int | None:
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


def twin_of(r: Reading, party: Party) -> Party | None:
    """Who stands right before "and" and this party: "the army and allied fighters", "Russian and Syrian warplanes"."""
    v = r.view
    for q in r.parties:
        if q.last + 2 == party.first and v.low[q.last + 1] == "and" and q.armed:
            apart = v.base(q.head) in ("obj", "obl", "nsubj") and v.verbal(v.head[q.head])
            return None if apart and party.head in v.conjuncts(q.head) else q
    return None


def and_also(r: Reading, p: Party) -> Party | None:
    """Who stands right behind "and": "a column of Malian troops and Russians of the Africa Corps", hung below the first."""
    v = r.view
    if v.low[p.last + 1 : p.last + 2] != ["and"]:
        return None
    for q in r.parties:
        gap = v.low[p.last + 2 : q.first]
        twins = not gap and p.first == p.last and p.organ is not None and q.organ == p.organ
        one_verb = v.base(p.head) == v.base(q.head) == "nsubj" and v.head[p.head] == v.head[q.head]
        hung = v.base(q.head) in ("nmod", "conj") or twins or one_verb
        if q.first > p.last + 1 and len(gap) <= 4 and q.armed and hung:
            return q if not gap or (len(gap) > 1 and gap[1] == "of") or gap in (["their"], ["the"]) else None
    return None


def young(p: Party) -> bool:
    """ "four Indigenous youths": a crowd only where they act."""
    return p.kind == "crowd" and p.noun == "youths"


def at_home(r: Reading, p: Party, fought: bool = True) -> bool:
    """ "herders": a people, who are armed men only where the words say so; where nobody ``fought`` them, "nine Fulani herders" are too."""
    if "former" in r.view.low[p.first : p.head] and all(n.local for n in p.names):
        return True  # "a former soldier", "a former rebel commander"
    return (
        (not fought or all(n.local for n in p.names))
        and r.view.low[p.head] in roles().people.settled
        and all(
            r.view.tag[k] in ("CD", "DT") or r.view.low[k] in _ABOUT or (not fought and r.view.words[k].istitle())
            for k in range(p.first, p.head)
        )
    )


_ABOUT = frozenset(("at", "least", "about", "around", "some", "nearly", "almost", "up", "to", "over", "more", "than"))


def on_both(r: Reading, last: int) -> bool:
    """ "47 fighters killed on both sides": of neither alone."""
    low = r.view.low[last + 1 : last + 5]
    return any(a in ("both", "either", "each") and b in ("side", "sides") for a, b in itertools.pairwise(low))
