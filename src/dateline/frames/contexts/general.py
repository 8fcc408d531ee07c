"""A deed told in general terms: no day, no place, nobody in particular."""

from dateline.annotate.roles import View
from dateline.frames.reading import Reading
from dateline.mentions.triggers import Trigger
from dateline.packs.stretches import stretches

_LOOSELY, _CHARGED = "told in general terms", "a charge in general terms"
LOOSE = frozenset({_LOOSELY, _CHARGED})
_DONE = frozenset({"kill", "attack", "shoot", "hurt", "abduct", "bomb", "air", "shell", "strike", "sexual", "loot"})


def in_general(r: Reading, first: int, last: int, act: Trigger, acts: list[Trigger]) -> str | None:
    """Why the deed is nobody's in particular: "accused the army of killing civilians", "is bombing the civilian population"."""
    v = r.view
    if _of_those(v, act.token):
        return _LOOSELY
    if _anchored(r, first, last) or r.sentence.block in ("headline", "item"):
        return None
    if any(w.startswith("accus") for w in v.low[first : acts[0].first]):
        charged = all(v.tag[t.token] == "VBG" and _bare(v, v.object(t.token)) for t in acts)
        return _CHARGED if charged else None
    if act.noun:
        return _LOOSELY if act.act in _DONE and _of_anybody(r, act.token) else None
    if not v.verbal(act.token):
        return None
    if act.act not in _DONE or not _no_single_deed(v, act.token):
        return None
    loosely = v.passive(act.token) or (
        v.tag[act.token] == "VBG" and v.low[v.head[act.token]] in stretches().general.kept_up
    )
    struck = _struck(v, act.token)
    if any(_anybody(r, x) for x in struck) or (loosely and not any(_counted(v, x) for x in struck)):
        return _LOOSELY
    return None


_SET_FREE = frozenset(
    "free freed freeing release released releasing pardon pardoned jail jailing try hand extradite amnesty".split()
)


def _of_those(v: View, token: int) -> bool:
    """ "freeing inmates who murdered their citizens", "the release of men who attacked a barracks": who they are."""
    aside = next((j for j in v.chain(token) if v.dep[j] == "acl:relcl"), None)
    if aside is None:
        return False
    whom = v.head[aside]
    front = range(v.phrase(whom)[0], whom)
    bare = v.tag[whom] == "NNS" and not any(
        v.tag[k] in ("DT", "CD") and v.head[k] == whom and k + 1 == whom for k in front
    )
    return bare and not _SET_FREE.isdisjoint((v.low[v.head[whom]], v.low[whom - 1]))


def _anchored(r: Reading, first: int, last: int) -> bool:
    """A time, or a place finer than a country, stands in the stretch."""
    s, e = r.span(first, last)
    return any(s <= t.start < e for t in r.times) or any(
        s <= p.start < e and not p.qualifier and p.kind != "country" and not _whole(p.text) for p in r.places
    )


def _whole(text: str) -> bool:
    """ "the community": everybody, and no place."""
    return text.lower().split()[-1] in stretches().general.whole


def _bare(v: View, thing: int | None) -> bool:
    """Whether "civilians" stands there and not "the civilians", "six civilians"."""
    return thing is not None and v.tag[thing] == "NNS" and v.phrase(thing)[0] == thing


def _of_anybody(r: Reading, token: int) -> bool:
    """ "the murder of students and peasants": by nobody, and of nobody in particular."""
    v = r.view
    whom = [x for p, x in v.preps(token) if p == "of"]
    return bool(whom) and all(_anybody(r, x) for x in whom) and not any(p == "by" for p, _ in v.preps(token))


def _counted(v: View, thing: int) -> bool:
    return any(v.tag[k] == "CD" for k in range(v.phrase(thing)[0], thing))


def _struck(v: View, token: int) -> list[int]:
    """Whom the verb is done to; verbs in a row share an object ("to attack, kill and rob the people")."""
    row = [j for j in v.conjuncts(token) if v.verbal(j)]
    things = [v.subject(j) if v.passive(j) else v.object(j) for j in row]
    return [x for x in things if x is not None]


def _anybody(r: Reading, thing: int) -> bool:
    """ "civilians", "our people", "the Salvadoran people": no number, no "the" before a plural, nobody told apart."""
    v, words = r.view, stretches().general
    front = range(v.phrase(thing)[0], thing)
    if any(v.tag[k] == "CD" or v.low[k] in words.some for k in front):
        return False
    if v.low[thing] in words.whole:
        return True
    at = r.span(thing, thing)[0]
    people = any(n.people and n.bare and n.start <= at < max(n.end, n.noun_end or n.end) for n in r.people)
    return people and v.tag[thing] in ("NNS", "NNPS") and not any(v.tag[k] == "DT" for k in front)


def _no_single_deed(v: View, token: int) -> bool:
    """Whether the verb is told in no simple past: it goes on, is usual, is what somebody has done or is there to do."""
    helpers = {v.low[c] for c in v.kids(token, "aux")}
    if v.tag[token] == "VBG":
        case = {v.low[c] for c in v.kids(token, "mark", "case")}
        over = v.low[v.head[token]]
        return bool(helpers or case & {"of", "at", "for", "from", "by"}) or over in stretches().general.kept_up
    if v.tag[token] == "VB":
        over = next((j for j in v.chain(v.head[token]) if v.verbal(j)), token)
        return v.tag[over] != "VBD" or v.low[over] not in stretches().above.real - {"came", "come"}
    if v.passive(token):
        helpers |= {v.low[c] for c in v.kids(token, "aux:pass")}
        return bool(helpers) and helpers <= {"are", "is"}
    return bool(helpers & {"has", "have"})
