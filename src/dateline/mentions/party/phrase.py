"""The noun phrase of a party and what it says: whose men they are, who backs them, what they are suspected of."""

import re

from dateline.annotate.roles import View
from dateline.mentions.party.mention import Party
from dateline.mentions.party.names import Named
from dateline.packs.actors import ForceEntry, NameEntry
from dateline.packs.countries import Countries
from dateline.packs.party_words import ArmedNoun, heads, party_words, plural

_ACRONYM = re.compile(r"\s?(?:\(([A-Za-z][\w.+-]{1,14})\)|\[([A-Z][A-Z.+-]{1,14})\])")


_AT_ODDS = frozenset({"two", "rival", "warring", "feuding", "both", "opposing"})
_AIRCRAFT = re.compile(r"(?:F|MiG|Mig|MIG|Su|SU|J|JF|L|Mirage|Rafale)-?\d{1,4}[A-Z]?")
_OF_ARMS = {"army": "army", "military": "army", "government": "army", "police": "police"}
_OF_ARMY = frozenset({"army", "military", "commissioned"})
_REBELS = frozenset({"guerrilla", "guerilla", "rebel", "separatist"})
_IRREGULAR = _REBELS | {"insurgent", "militant", "terrorist", "jihadist", "extremist", "islamist"}
"""Words that make a column, a unit or a battalion nobody's army: "a guerrilla column"."""


def generic_party(
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
        or (view.tag[k] == "CD" and view.tag[k + 1] in ("PRP$", "DT"))  # "at 14:20 its fighters"
        or (view.tag[k] == "VBN" and k + 1 < first_word and view.tag[k + 1] in ("CD", "DT"))
        or view.low[k] in party_words().days
        or (view.low[k].endswith("ed") and k > 0 and view.tag[k - 1] in ("NNS", "NNPS"))  # "jihadists ambushed rangers"
        or view.low[k] in ("dead", "accused", "blamed", "said", "fought", "shot", "hit", "struck")
        or (view.words[k].isdigit() and k + 1 < first_word and view.low[k + 1] in party_words().days)
    ]
    if breaks:
        first = breaks[-1] + 1
    first = min([first, *(n[0] for n in named if n[0] < first <= n[1] + 1 and n[1] < first_word)])
    while first < first_word and (
        view.words[first].isspace() or (view.low[first] == "that" and view.tag[head] == "NNS")
    ):
        first += 1  # "told her that militants had …"
    if view.low[first] == "least" and first and view.low[first - 1] == "at":
        first -= 1
    if first and view.words[first - 1][:1].isupper() and countries.by_adjective(view.words[first - 1]) is not None:
        first -= view.low[first - 2 : first - 1] != ["and"]  # "Israeli police shot", whatever the tree hangs it on
    stop = max([stop, *(n[1] + 1 for n in named if first < n[0] < stop <= n[1])])  # "militants of Lashkar-e-Taiba"
    while stop - 1 > head and (
        view.words[stop - 1] == "-" or (view.words[stop - 1].islower() and view.words[stop : stop + 1] == ["-"])
    ):
        stop -= 1  # "police baton-charged"
    inside = [n for n in named if first <= n[0] and n[1] < stop]
    names = tuple(e for n in inside for e in n[2] if not _sponsor_at(view, n[1]))
    forces = tuple(e for n in inside for e in n[3])
    low = view.low[first:stop]
    quals = heads().qualifiers
    country, sponsor = _states(view, first, first_word, countries)
    unidentified = bool(quals["unidentified"] & set(low))
    if kind == "anaphor" and (names or "armed" in low or "militant" in low or "rebel" in low):
        kind, armed = "armed", ArmedNoun("group", "unknown", neutral="armed groups")
    anew = view.low[head] == "groups" or not {"the", "this", "that"} & set(low)
    if (
        kind == "anaphor" and anew and not _IRREGULAR.isdisjoint(low)
    ):  # "an Islamist group", "the last terrorist groups"
        kind, armed = "armed", ArmedNoun("group", "unknown", neutral="militants")
    if kind == "anaphor" and (not {"the", "this", "that"} & set(low) or _by_a_name(view, head)):
        return None
    alone = view.low[head] == "herder"  # one herder is a man with cattle
    if armed is not None and (armed.armed or alone) and not names and not forces:
        strong = (
            unidentified
            or bool({"armed", "suspected", "rebel", "militant", "dissident", "gun", "with"} & set(low))
            or low[0] == "our"
            or bool(country and armed.noun in ("partner", "contractor"))
            or (armed.noun.endswith("clan") and not _AT_ODDS.isdisjoint(low))
        )
        after = " ".join(view.low[stop : stop + 3])
        if (
            not strong
            and not any(w in after for w in ("with rifles", "with guns", "with weapons", "armed with", "with arms"))
            and not (armed.noun == "ally" and view.low[head] == "allies")
        ):
            return None
    if organ == "army" and not forces and _of_others(view, first, head, sponsor):
        kind, organ, armed, sponsor = (
            "armed",
            None,
            ArmedNoun("forces", "unknown", neutral="forces"),
            sponsor or _backer(view, first, countries),
        )
    irregular = next((w for w in low[:-1] if w in _IRREGULAR), None) if organ == "army" and not forces else None
    if irregular is not None and country is None:
        kind, organ, armed = "armed", None, ArmedNoun(irregular, "rebel_group" if irregular in _REBELS else "unknown")
    if "police" in low[:-1] and (organ in ("army", "air_force") or view.low[head] in ("ranger", "rangers")):
        organ = "police"  # "a federal police patrol"
    elif organ == "police" and "police" not in low and not _OF_ARMY.isdisjoint(low[:-1]):
        organ = "army"  # "an army officer"
    if armed is not None and armed.noun == "fighter" and head and _AIRCRAFT.fullmatch(view.words[head - 1]):
        kind, organ, armed = "state", "air_force", None  # "F-16 fighters"
    if kind == "crowd" and "armed" in low and view.low[head] in ("youths", "youth"):
        kind, armed = "armed", ArmedNoun("armed youth", "unknown")  # "armed Azande youths"
    if armed is not None and armed.noun == "sniper" and not names and (arm := _OF_ARMS.get(view.low[head - 1])):
        kind, organ, armed = "state", arm, None  # "army snipers"
    start, end = view.starts[first], view.ends[stop - 1]
    acronym = _ACRONYM.match(text, end)
    if acronym:
        end = acronym.end()
        stop = view.at(start, end)[-1] + 1
    noun = (armed.neutral or plural(armed.noun)) if armed else None
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


def _of_others(view: View, first: int, head: int, sponsor: str | None) -> bool:
    """ "U.S.-backed Syrian forces", "forces from an Arab alliance": no state's own army, for all that is said."""
    if view.low[head] != "forces" or not _STATES_OWN.isdisjoint(view.low[first:head]):
        return False
    backed = view.low[first - 1 : first] != [] and view.low[first - 1].endswith(("-backed", "-supported", "-trained"))
    allies = (
        first == head
        and view.low[head + 1 : head + 2] == ["from"]
        and not _ALLIES.isdisjoint(view.low[head + 2 : head + 7])
    )
    return (first > 0 and backed) or allies or (sponsor is not None and head - first <= 4)


_STATES_OWN = frozenset("government army military security state national armed regime special air".split())
_ALLIES = frozenset("alliance coalition bloc".split())


def _backer(view: View, first: int, countries: Countries) -> str | None:
    """The state of "U.S.-backed", where that is one word."""
    word = view.words[first - 1].rpartition("-")[0] if first else ""
    return countries.by_adjective(word) or countries.by_name(word)


def _by_a_name(view: View, head: int) -> bool:
    """ "the Alpha Group": by a name of its own that no list knows, and not whoever was named before."""
    return head > 0 and view.words[head].istitle() and view.words[head - 1][:1].isupper() and not view.text.istitle()


_SMALL = frozenset("of for the and in de la du des pour et do da".split())


def _spelt_out(view: View, first: int, last: int) -> tuple[int, int]:
    """ "the Union for Peace (UPC)": the name in full before the listed letters in brackets, as first and last token."""
    if first != last or first < 3 or view.words[first - 1] != "(" or view.words[last + 1 : last + 2] != [")"]:
        return first, last
    letters, full = view.words[first], first
    for k in range(first - 2, max(first - 10, -1), -1):
        if view.words[k][:1].isupper() and view.words[k][:1].isalpha():
            full = k if view.words[k][0] == letters[0] else full
        elif view.low[k] not in _SMALL:
            break
    capitals = sum(view.words[k][:1].isupper() for k in range(full, first - 1))
    return (full, last + 1) if capitals >= 2 else (first, last)


def _sponsor_at(view: View, i: int) -> bool:
    """Whether the name ending at token ``i`` only backs the party ("Houthi-controlled", "Iran-backed")."""
    return i + 2 < len(view) and view.low[i + 1] == "-" and view.low[i + 2] in party_words().sponsored


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
            hyphened = len(after) == 2 and after[0] in ("-", "–")
            if not hyphened:
                country = country or iso
            elif after[1] in party_words().backed and after[1] in party_words().sponsored:
                sponsor = iso
            break
    return country, sponsor


def bare_name(
    view: View, text: str, first: int, last: int, names: tuple[NameEntry, ...], forces: tuple[ForceEntry, ...]
) -> Party:
    """A listed name that stands alone, with the word behind it that says what it is ("the Daesh organisation")."""
    if (
        names
        and last + 1 < len(view)
        and view.low[last + 1] in party_words().bodies
        and view.words[first][:1].isupper()
    ):
        last += 1
    first, last = _spelt_out(view, first, last)
    start, end = view.starts[first], view.ends[last]
    acronym = _ACRONYM.match(text, end)
    if acronym:
        end = acronym.end()
        last = view.at(start, end)[-1]
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
