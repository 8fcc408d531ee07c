"""Parties in one parsed sentence: named actors, arms of states, armed men, crowds. Context-free: which country's army
"the army" is, and who "the group" is, is settled later (``resolve/who.py``)."""

import re
from functools import cache
from typing import Literal

import msgspec

from dateline.annotate.roles import View
from dateline.packs.actors import ActorList, ForceEntry, NameEntry, normalise
from dateline.packs.countries import Countries
from dateline.packs.lexicon import read
from dateline.packs.patterns import noun_forms

PartyClass = Literal["named", "state", "armed", "crowd", "anaphor"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ACRONYM = re.compile(r"\s?\(([A-Za-z][\w.+-]{1,14})\)")
_BACKED = frozenset({"backed", "sponsored", "led", "supported", "funded", "trained", "brokered", "made", "allied", "affiliated", "linked", "aligned", "speaking", "occupied", "born", "built", "controlled", "held", "administered", "owned"})  # fmt: skip
_SPONSORED = frozenset({"backed", "sponsored", "supported", "funded", "trained"})
_MILITARY_SITES = frozenset(
    "base bases camp camps post posts position positions outpost outposts convoy patrol checkpoint airport airfield barracks vehicle vehicles headquarters academy police school detachment column site sites target targets spokesman spokesperson spokeswoman statement official officials source sources command unit units".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tonight morning afternoon evening night noon midnight a.m. p.m. am pm meanwhile".split()
)
_MACHINES = frozenset(
    "artillery tank jet helicopter aircraft warplane plane drone gunship bomber officer command".split()
)
_IRREGULAR = {"man": "men", "policeman": "policemen", "policewoman": "policewomen", "gunman": "gunmen", "militiaman": "militiamen", "hitman": "hitmen", "herdsman": "herdsmen", "tribesman": "tribesmen", "clansman": "clansmen", "serviceman": "servicemen", "patrolman": "patrolmen", "guardsman": "guardsmen", "aircraft": "aircraft", "ally": "allies", "youth": "youths", "horseman": "horsemen", "henchman": "henchmen", "highwayman": "highwaymen", "infantryman": "infantrymen", "rifleman": "riflemen", "airman": "airmen"}  # fmt: skip


class ArmedNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A head word of armed men. ``armed``: only with something armed beside it (a rifle, a suspicion, an allied army)."""

    noun: str
    kind: str
    loaded: bool = False
    neutral: str | None = None
    armed: bool = False


class PartyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of ``parties.yml``."""

    state: dict[str, tuple[str, ...]]
    armed: tuple[ArmedNoun, ...]
    crowd: tuple[ArmedNoun, ...]
    qualifiers: dict[str, frozenset[str]]
    not_parties: frozenset[str]


class Party(msgspec.Struct, frozen=True):
    """One mention. Tokens ``first``–``last`` inclusive with ``head``; ``start``/``end`` code points in the sentence.

    ``names`` and ``forces`` are the listed actors that the words may mean; ``organ`` the arm of a state; ``country`` the
    state said in the words (ISO 3166-1); ``sponsor`` the state behind them ("Turkish-backed"); ``noun`` the neutral plural;
    ``loaded`` the judging word, if there is one; ``plural`` whether several men are meant.
    """

    kind: PartyClass
    first: int
    last: int
    head: int
    start: int
    end: int
    text: str
    names: tuple[NameEntry, ...] = ()
    forces: tuple[ForceEntry, ...] = ()
    organ: str | None = None
    word_kind: str = "unknown"
    country: str | None = None
    sponsor: str | None = None
    noun: str | None = None
    loaded: str | None = None
    unidentified: bool = False
    suspected: bool = False
    islamist: bool = False
    allied: bool = False
    pro_government: bool = False

    @property
    def armed(self) -> bool:
        """Whether the words mean an armed group, armed men or an arm of a state."""
        return self.kind in ("named", "state", "armed")


class Heads(msgspec.Struct, frozen=True):
    """Head words by their written form: (class, organ or ArmedNoun, words)."""

    table: dict[str, list[tuple[tuple[str, ...], str, str | None, ArmedNoun | None]]]
    qualifiers: dict[str, frozenset[str]]
    refused: frozenset[str]


@cache
def heads() -> Heads:
    """The head words of English, keyed by their last word."""
    source = read("lang/en/parties.yml", PartyFile)
    table: dict[str, list[tuple[tuple[str, ...], str, str | None, ArmedNoun | None]]] = {}

    def enter(phrase: str, kind: str, organ: str | None, armed: ArmedNoun | None) -> None:
        *front, last = [w for part in phrase.split() for w in _hyphens(part)]
        forms = noun_forms(last) | ({_IRREGULAR[last]} if last in _IRREGULAR else set())
        for form in forms:
            table.setdefault(form, []).append(((*front, form), kind, organ, armed))

    for organ, nouns in source.state.items():
        for noun in nouns:
            enter(noun, "state", organ, None)
    for entry in source.armed:
        enter(entry.noun, "armed", None, entry)
    for entry in source.crowd:
        enter(entry.noun, "crowd", None, entry)
    enter("group", "anaphor", None, None)
    for forms in table.values():
        forms.sort(key=lambda f: -len(f[0]))
    return Heads(table, source.qualifiers, source.not_parties)


def _hyphens(word: str) -> list[str]:
    out: list[str] = []
    for k, bit in enumerate(word.split("-")):
        out += [bit] if k == 0 else ["-", bit]
    return out


def party_words() -> frozenset[str]:
    """Every word that may head a party."""
    return frozenset(heads().table)


def find_parties(view: View, text: str, actors: ActorList, countries: Countries) -> list[Party]:
    """All party mentions of the sentence ``text``, in order, none inside another."""
    named = _named(view, text, actors)
    found = [_generic(view, text, i, hit, named, countries) for i, hit in _head_hits(view)]
    out = [p for p in found if p is not None]
    for first, last, names, forces in named:
        if not any(p.first <= first and last <= p.last for p in out):
            out.append(_plain(view, text, first, last, names, forces))
    out += _nations(view, text, out, countries)
    out += [q for p in out if (q := _twin(view, text, p, countries)) is not None]
    out.sort(key=lambda p: (p.first, -p.last))
    out = [_theirs(p, out, view) for p in _made_of(view, text, out)]
    kept: list[Party] = []
    for p in out:
        if kept and ((p.first <= kept[-1].last and p.head <= kept[-1].last) or p.start < kept[-1].end):
            continue
        kept.append(p)
    return kept


_ARMS = frozenset(
    "drone drones missile missiles rocket rockets shell shells shelling artillery airstrike airstrikes strike strikes raid raids bombardment bombing bombs attack attacks fire gunfire mortar mortars offensive assault assaults".split()
)
_GROUND = frozenset("side position positions outpost outposts trench trenches line lines".split())
_DEEDS = frozenset(
    "attacked attack struck strike strikes hit bombed bombs shelled carried launched launches fired fires invaded invades exchanged traded intercepted downed withdrew captured seized retook bombarded pounded raided signed agreed".split()
)


def _nations(view: View, text: str, found: list[Party], countries: Countries) -> list[Party]:
    """ "a Russian drone", "Ukraine attacked": a nation's forces, told by its weapon or by its name as the doer."""
    taken = {k for p in found for k in range(p.first, p.last + 1)}
    out = []
    for i, word in enumerate(view.words):
        if i in taken or not word[:1].isupper() or (word.isupper() and len(word) > 4):
            continue
        over = view.head[i]
        first, iso = i, countries.by_adjective(word)
        armed = iso is not None and _of_arms(view, i)
        if not armed:
            first = (
                i - 1
                if i and view.words[i - 1][:1].isupper() and view.base(i - 1) in ("flat", "compound", "amod")
                else i
            )
            iso = countries.by_name(" ".join(view.words[first : i + 1]))
            doer = any(
                (view.base(k) == "nsubj" and view.low[view.head[k]] in _DEEDS) or view.dep[k] == "obl:agent"
                for k in (first, i, *(j for j in (over,) if view.base(i) == "conj"))
            )
            armed = (
                doer
                and iso is not None
                and not any(view.base(c) == "case" and view.low[c] != "by" for c in view.children[i])
            )
        if not armed or iso is None or iso == "PS":
            continue
        start, end = view.starts[first], view.ends[i]
        out.append(
            Party(kind="state", first=first, last=i, head=i, start=start, end=end, text=text[start:end], organ="army",
                  word_kind="state_forces", country=iso)
        )  # fmt: skip
    return out


def _of_arms(view: View, i: int) -> bool:
    """ "Russian drone attack": weapons or deeds within the three words of the noun phrase after the adjective."""
    for k in range(i + 1, min(i + 4, len(view))):
        if view.low[k] in _ARMS or (k == i + 1 and view.low[k] in _GROUND and view.low[k + 1 : k + 2] != ["of"]):
            return True
        if view.pos[k] not in ("NOUN", "ADJ", "PROPN", "PUNCT") or view.words[k] in ",.;:()":
            return False
    return False


def _twin(view: View, text: str, p: Party, countries: Countries) -> Party | None:
    """ "Russian and Syrian warplanes": the first nation's own, of the same arm."""
    k = p.first - 2
    if p.kind != "state" or not p.country or k < 0 or view.low[k + 1] != "and" or not view.words[k][:1].isupper():
        return None
    iso = countries.by_adjective(view.words[k])
    if iso is None or iso == p.country:
        return None
    start, end = view.starts[k], view.ends[k]
    return msgspec.structs.replace(
        p, first=k, last=k, head=k, start=start, end=end, text=text[start:end], names=(), forces=(), country=iso
    )


_PART = frozenset(
    "faction branch wing cell unit units column members member fighters elements group remnants splinter command battalion brigade militants gunmen men soldiers troops police operatives personnel agents jawans jawan constables officers rebels guerrillas insurgents dissidents militiamen".split()
)


def _made_of(view: View, text: str, found: list[Party]) -> list[Party]:
    """ "a dissident faction of the former FARC guerrillas", "operatives of the Police Mobile Force": one party, named by its second part."""
    out: list[Party] = []
    for p in found:
        q = out[-1] if out else None
        gap = view.low[q.last + 1 : p.first] if q is not None else []
        if (
            q is not None
            and all(n.local for n in q.names)
            and (not q.forces or p.names or p.forces)
            and (p.names or p.forces or p.organ)
            and gap
            and gap[0] in ("of", "from")
            and len(gap) <= 3
            and view.low[q.head] in _PART
        ):
            out[-1] = msgspec.structs.replace(p, first=q.first, head=q.head, start=q.start, text=text[q.start : p.end])
        elif q is not None and not gap and q.names and p.names and view.low[q.last] in ("'s", "’s", "'", "’"):
            out[-1] = msgspec.structs.replace(  # "the FARC's 33rd Front"
                p, first=q.first, start=q.start, text=text[q.start : p.end]
            )
        elif (
            q is not None
            and q.loaded
            and not q.names
            and p.names
            and (not gap or (gap[0] == "," and (len(gap) == 1 or gap[-1] in _BACKED)))
        ):
            out[-1] = msgspec.structs.replace(  # "the terrorist, Iran-backed Houthi militia"
                p, first=q.first, start=q.start, text=text[q.start : p.end], loaded=q.loaded
            )
        elif (
            q is not None
            and q.kind == "armed"
            and not q.forces
            and p.names
            and all(n.local for n in q.names)
            and same_men(gap)
        ):
            out[-1] = msgspec.structs.replace(q, names=p.names, kind=p.kind, suspected=True)
        elif q is not None and not gap and q.organ == "government" and p.kind == "state" and not p.country and p.organ:
            out[-1] = msgspec.structs.replace(  # "government troops"
                p, first=q.first, start=q.start, text=text[q.start : p.end], country=q.country
            )
        elif (
            q is not None
            and q.kind == "state"
            and not q.country
            and not q.forces
            and p.country
            and gap
            and gap[0] == "of"
            and len(gap) <= 2
        ):
            out[-1] = msgspec.structs.replace(q, country=p.country, last=p.last, end=p.end, text=text[q.start : p.end])
        else:
            out.append(p)
    return out


def _theirs(p: Party, found: list[Party], view: View) -> Party:
    """ "Four policemen died when their patrol was ambushed": a patrol of the police."""
    if p.kind != "state" or p.country or p.forces or p.names or view.low[p.first] not in ("their", "its"):
        return p
    others = [q for q in found if q.kind == "state" and q.organ and q.last < p.first]
    if len(others) != 1:
        return p
    q = others[0]
    return msgspec.structs.replace(p, organ=q.organ, country=q.country, forces=q.forces)


_TAKEN_FOR = frozenset(
    "believed suspected thought presumed understood alleged identified claiming belonging belong known".split()
)
_LINKS = frozenset(
    "to be have been being as from of the a an group with members member fighters militants men , an a".split()
)


def same_men(gap: list[str]) -> bool:
    """ "gunmen believed to be members of Boko Haram": the words between two phrases say that they are the same."""
    return 1 < len(gap) <= 7 and gap[0] in _TAKEN_FOR and all(w in _LINKS or w in _TAKEN_FOR for w in gap[1:])


def _head_hits(view: View) -> list[tuple[int, tuple[int, str, str | None, ArmedNoun | None]]]:
    """(head token, (first token, class, organ, armed noun)) for every generic head word."""
    out = []
    for i, word in enumerate(view.low):
        for words, kind, organ, armed in heads().table.get(word, ()):
            first = i - len(words) + 1
            if first >= 0 and tuple(view.low[first : i + 1]) == words and _noun(view, i):
                out.append((i, (first, kind, organ, armed)))
                break
    return out


def _noun(view: View, i: int) -> bool:
    if view.pos[i] in ("VERB", "AUX", "ADV", "ADP") or view.low[i] in heads().refused:
        return False
    if i + 1 < len(view) and view.low[i + 1] == "-":
        return False
    nxt = view.head[i]
    if i > 1 and view.low[i - 1] == "-" and view.low[i - 2] in ("flash", "ex", "non", "anti"):
        return False
    if (
        view.low[i] == "military"
        and nxt > i
        and view.base(i) in ("amod", "compound")
        and view.low[nxt] not in heads().table
        and view.low[nxt] not in _MILITARY_SITES
    ):
        return False
    if view.low[i] in _MACHINES and "with" in view.low[max(0, i - 2) : i]:
        return False  # "shelled the town with heavy artillery"
    weapon = view.low[i] in _MACHINES
    return not (weapon and view.base(i) == "compound" and nxt > i and view.low[nxt] not in heads().table)


Named = tuple[int, int, tuple[NameEntry, ...], tuple[ForceEntry, ...]]


class _Index:
    """First words of all actor names with the length of the longest name."""

    def __init__(self, actors: ActorList) -> None:
        self.firsts: dict[str, int] = {}
        for key in (*actors.names, *actors.force_names, *actors.local_words):
            words = key.split()
            self.firsts[words[0]] = max(self.firsts.get(words[0], 0), len(words))


_INDEXES: dict[int, _Index] = {}


def _index(actors: ActorList) -> _Index:
    if id(actors) not in _INDEXES:
        _INDEXES[id(actors)] = _Index(actors)
    return _INDEXES[id(actors)]


def _named(view: View, text: str, actors: ActorList) -> list[Named]:
    """Listed names in the sentence, longest first, as token ranges."""
    firsts = _index(actors).firsts
    words = [
        (m.start(), m.end(), normalise(m[0]), normalise(re.sub(r"['’]s?$", "", m[0]))) for m in _WORD.finditer(text)
    ]
    shouted = text.isupper()
    out: list[Named] = []
    at = 0
    while at < len(words):
        longest = max(firsts.get(words[at][2], 0), firsts.get(words[at][3], 0))
        taken = 1
        for size in range(min(longest, len(words) - at), 0, -1):
            span = words[at : at + size]
            front = [w[2] for w in span[:-1]]
            for tail in dict.fromkeys((span[-1][2], span[-1][3])):
                key = " ".join([*front, tail])
                raw = text[span[0][0] : span[-1][1]]
                listed = (*actors.names.get(key, ()), *actors.local_words.get(key, ()))
                names = tuple(e for e in listed if _case(e.exact_case, raw, shouted) and (e.in_capitals or not shouted))
                forces = tuple(e for e in actors.force_names.get(key, ()) if _case(e.exact_case, raw, shouted))
                if names or forces:
                    tokens = view.at(span[0][0], span[-1][1]) or view.at(span[0][0], span[-1][0] + len(span[-1][3]))
                    if tokens and (
                        not raw[0].islower() or forces or any(e.loaded or e.member or e.local for e in names)
                    ):
                        out.append((tokens[0], tokens[-1], names, forces))
                        taken = size
                    break
            if taken > 1 or (out and taken == size and out[-1][0] in view.at(words[at][0], words[at][1])):
                break
        at += taken
    return out


def _case(exact: str | None, raw: str, shouted: bool) -> bool:
    bare = re.sub(r"['’]s?$", "", raw)
    return exact is None or shouted or bare == exact


def _generic(
    view: View,
    text: str,
    head: int,
    hit: tuple[int, str, str | None, ArmedNoun | None],
    named: list[Named],
    countries: Countries,
) -> Party | None:
    """The party whose head word is at ``head``, with what its noun phrase says about it."""
    first_word, kind, organ, armed = hit
    first, stop = view.phrase(head)
    first = min(first, first_word)
    breaks = [
        k
        for k in range(first, first_word)
        if view.low[k] in ("and", "or", ",")
        or (
            view.low[k + 1] not in ("-", "–")  # the "IS" of "IS-linked militants"
            and view.pos[k] in ("ADP", "SCONJ", "CCONJ", "AUX", "PRON")
            and view.tag[k] != "PRP$"
            and view.low[k] not in ("'s", "’s", "-")
        )
        or view.tag[k] in ("WRB", "IN", "VBD")
        or (view.tag[k] == "VBN" and k + 1 < first_word and view.tag[k + 1] in ("CD", "DT"))
        or view.low[k] in _DAYS
        or (view.low[k].endswith("ed") and k > 0 and view.tag[k - 1] in ("NNS", "NNPS"))  # "jihadists ambushed rangers"
        or view.low[k] == "dead"
        or (view.words[k].isdigit() and k + 1 < first_word and view.low[k + 1] in _DAYS)
    ]
    if breaks:
        first = breaks[-1] + 1
    if view.low[first] == "least" and first and view.low[first - 1] == "at":
        first -= 1
    stop = max([stop, *(n[1] + 1 for n in named if first < n[0] < stop <= n[1])])  # "militants of Lashkar-e-Taiba"
    inside = [n for n in named if first <= n[0] and n[1] < stop]
    names = tuple(e for n in inside for e in n[2] if not _sponsor_at(view, n[1]))
    forces = tuple(e for n in inside for e in n[3])
    low = view.low[first:stop]
    quals = heads().qualifiers
    country, sponsor = _states(view, first, first_word, countries)
    unidentified = bool(quals["unidentified"] & set(low))
    if kind == "anaphor" and (names or "armed" in low or "militant" in low or "rebel" in low):
        kind, armed = "armed", ArmedNoun("group", "unknown", neutral="armed groups")
    if kind == "anaphor" and not {"the", "this", "that"} & set(low):
        return None
    alone = view.low[head] == "herder"  # one herder is a man with cattle
    if armed is not None and (armed.armed or alone) and not names and not forces:
        strong = (
            unidentified
            or bool({"armed", "suspected", "rebel", "militant", "dissident", "gun", "with"} & set(low))
            or low[0] == "our"
            or bool(country and armed.noun in ("partner", "contractor"))
        )
        after = " ".join(view.low[stop : stop + 3])
        if (
            not strong
            and not any(w in after for w in ("with rifles", "with guns", "with weapons", "armed with", "with arms"))
            and armed.noun != "ally"
        ):
            return None
    if organ == "army" and "police" in low:
        organ = "police"  # "a federal police patrol"
    start, end = view.starts[first], view.ends[stop - 1]
    acronym = _ACRONYM.match(text, end)
    if acronym:
        end = acronym.end()
    noun = (armed.neutral or _plural(armed.noun)) if armed else None
    return Party(
        kind="named" if any(not n.local for n in names) else kind,  # type: ignore[arg-type]
        first=first,
        last=stop - 1,
        head=head,
        start=start,
        end=end,
        text=text[start:end],
        names=names,
        forces=forces,
        organ=organ,
        word_kind=armed.kind if armed else ("state_forces" if kind == "state" else "unknown"),
        country=country,
        sponsor=sponsor,
        noun=noun,
        loaded=view.words[head] if armed and armed.loaded else None,
        unidentified=unidentified,
        suspected=bool(quals["suspected"] & set(low)),
        islamist=bool(quals["islamist"] & set(low)),
        allied="allied" in low or (armed is not None and armed.noun in ("ally", "allied force")),
        pro_government="pro" in low and "government" in low,
    )


def _plural(noun: str) -> str:
    *front, last = noun.split()
    last = _IRREGULAR.get(last) or max(noun_forms(last), key=len)
    return " ".join([*front, last])


def _sponsor_at(view: View, i: int) -> bool:
    """Whether the name ending at token ``i`` only backs the party ("Houthi-controlled", "Iran-backed")."""
    return i + 2 < len(view) and view.low[i + 1] == "-" and view.low[i + 2] in _SPONSORED


def _states(view: View, first: int, last: int, countries: Countries) -> tuple[str | None, str | None]:
    """The state and the sponsor named in tokens ``first``–``last`` by adjective or possessive."""
    country = sponsor = None
    for i in range(first, last + 1):
        for size in (2, 1):
            if i + size - 1 > last:
                continue
            raw = " ".join(view.words[i : i + size])
            raw = raw[:1].upper() + raw[1:] if view.text.islower() else raw
            if size == 1 and not raw[:1].isupper():
                continue
            iso = countries.by_adjective(raw) or countries.by_name(raw)
            if iso is None and view.low[i + size : i + size + 1] in (["'s"], ["’s"]):
                iso = countries.by_capital(raw)  # "Moscow's forces"
            if iso is None:
                continue
            after = view.low[i + size : i + size + 2]
            if len(after) == 2 and after[0] in ("-", "–") and after[1] in _BACKED:
                sponsor = iso if after[1] in _SPONSORED else sponsor
            elif len(after) == 2 and after[0] in ("-", "–"):
                sponsor = sponsor
            else:
                country = country or iso
            break
    return country, sponsor


_BODIES = frozenset("organisation organization group movement faction network remnants cells elements".split())


def _plain(
    view: View, text: str, first: int, last: int, names: tuple[NameEntry, ...], forces: tuple[ForceEntry, ...]
) -> Party:
    """A listed name that stands alone, with the word behind it that says what it is ("the Daesh organisation")."""
    if names and last + 1 < len(view) and view.low[last + 1] in _BODIES and view.words[first][:1].isupper():
        last += 1
    start, end = view.starts[first], view.ends[last]
    acronym = _ACRONYM.match(text, end)
    if acronym:
        end = acronym.end()
    head = next((i for i in range(first, last + 1) if not first <= view.head[i] <= last), last)
    return Party(
        kind="named" if names else "state",
        first=first,
        last=last,
        head=head,
        start=start,
        end=end,
        text=text[start:end],
        names=names,
        forces=forces,
        organ=forces[0].organ if forces else None,
        word_kind="state_forces" if forces else "unknown",
    )
