"""Armed men told by their people: "raiders believed to be Pokot", "armed youths from the Murle tribe", "Guji gunmen"."""

import msgspec

from dateline.annotate.roles import View
from dateline.mentions.parties import Party
from dateline.packs.actors import ActorList, NameEntry, normalise

_HEADS = ("militia", "raiders", "gunmen", "youth", "herders", "fighters", "warriors", "tribesmen")
_COMMUNITY = frozenset("community tribe clan ethnic section subclan people".split())
_THOUGHT = frozenset("believed suspected thought presumed understood said alleged identified reported".split())
_LINK = frozenset("to be have been being as from of the ethnic members member an a".split())


def of_people(view: View, p: Party, actors: ActorList) -> Party:
    """The party with the communal militia that its words mean, where they name a people; else the party itself."""
    if p.kind not in ("armed", "crowd") or any(not n.local for n in p.names) or p.forces or p.country:
        return p
    for k in range(p.first, p.head if p.kind == "armed" else p.first):
        if view.words[k][:1].isupper() and (names := _militia(view.words[k], actors)):
            return msgspec.structs.replace(p, names=names, kind="named")
    k = p.last + 1
    thought = k < len(view) and view.low[k] in _THOUGHT
    start = k
    while k < len(view) and k < start + 6 and (view.low[k] in _LINK or (k == start and thought)):
        k += 1
    if k == start or k >= len(view) or not view.words[k][:1].isupper():
        return p
    communal = view.low[k + 1 : k + 2] and view.low[k + 1] in _COMMUNITY
    if not communal and not thought:
        return p
    if names := _militia(view.words[k], actors):
        return msgspec.structs.replace(p, names=names, kind="named")
    if communal:
        return msgspec.structs.replace(
            p, names=(), kind="armed", noun=f"{view.words[k]} militia", word_kind="identity_militia"
        )
    return p


def _militia(people: str, actors: ActorList) -> tuple[NameEntry, ...]:
    """The listed militias of a people."""
    for head in _HEADS:
        found = actors.names.get(normalise(f"{people} {head}"), ())
        communal = tuple(n for n in found if _is_communal(n, actors))
        if communal:
            return communal
    return ()


def _is_communal(n: NameEntry, actors: ActorList) -> bool:
    kind = actors.by_id[n.actor].kind
    return (kind if isinstance(kind, str) else kind[-1].kind) == "identity_militia"
