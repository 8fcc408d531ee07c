"""Whether what stands around a name makes it a place."""

from dateline.mentions.place_context import BARE, Context, goes_on_to
from dateline.mentions.place_names import Finder, Name
from dateline.packs.gazetteer import Place

HIGHER = frozenset({"province", "state", "county", "country", "region", "district"})
METROPOLIS = 300_000  # people: so big a city is meant where nothing but its name stands
_SETTLED = frozenset({"town", "city", "village", "camp"})
_STRONG = frozenset({"in", "at", "near", "outskirts", "around"})
_LEADING = _STRONG | {"between", "from", "to", "towards", "along"}
_WAKE = frozenset("killing burning torching looting displacing razing".split())  # what an attack leaves in a place
_BLOWS = frozenset("attack attacks blast blasts bombing explosion massacre raid clashes siege".split())
_DWELLERS = frozenset("resident residents villagers inhabitants population people mayor governor".split())
_FORCES = frozenset(
    "army forces force brigade battalion regiment corps militia police guard guards navy fighters".split()
)
_ARTICLES = frozenset({"al", "el", "la", "le", "los", "las"})
_DAYTIMES = frozenset(
    "overnight early late yesterday today again twice repeatedly last this next tomorrow tonight soon shortly later".split()
)


def is_place(f: Finder, n: Name, c: Context, name: str, listed: bool) -> bool:
    """Whether a candidate names a place, for what stands around it."""
    w = f.words
    parts = [f.low(i) for i in range(n.first, n.last + 1)]
    country = f.countries.by_name(name)
    if country:
        named_so = name.casefold() in w.given_names and f.adjoining(n.last + 1) and f.tokens[n.last + 1].word.istitle()
        return not ((n.titled or named_so) and c.relation is None)  # "Jordan Reading, 23, said"
    owner = (
        f.found[-1]
        if f.found and f.text[f.found[-1].end - f.offset : f.tokens[c.begin].start] in ("'s ", "’s ")
        else None
    )
    if n.titled or (n.possessed and owner is None and c.parent is None and not c.after_kind):
        return False
    if (_names_body(f, n, c) and not f.government_area(n.last + 1)) or (
        c.after_kind and f.low(c.end + 1) in ("committee", "command")
    ):
        return False
    if parts[0] in w.compass and len(parts) == 1 and c.kind is None:
        return False  # "Southern direction. ..."
    if len(parts) == 1 and (
        parts[0] in _ARTICLES | {"police"} or (parts[0].endswith("ly") and f.low(n.last + 1) == "," and n.first == 0)
    ):
        return False  # "on Al | Shabaab", "Sadly, two soldiers …"
    organised = any(p in w.organisations for p in parts) and not f.gazetteer.known(name)
    if organised and (parts[-1] in _FORCES or not (c.before_kind and c.relation in _STRONG)):
        return False  # "a checkpoint of the Rapid Support Forces"
    after = f.low(n.last + 1) if f.adjoining(n.last + 1) else ""
    known = f.known(name)
    if c.relation == "of" and c.previous in _DWELLERS and (known or _parent_follows(f, n.last)):
        return True
    if after in w.speech and c.relation not in ("in", "at", "near"):
        return False
    if c.after_kind:
        landmark = c.kind == "landmark"
        return known or not landmark or c.relation in _STRONG or c.relation is None
    if c.before_kind:
        return True
    if owner is not None and owner.relation in (*_STRONG, "from", "to", "of"):
        return known or owner.relation != "of"
    if (f.caps or f.lower) and not listed and c.bearing is None and c.relation not in _LEADING:
        return _stands_alone(f, n, c, name)
    if f.tokens[n.last].possessive:
        return f.big(name) or (known and c.relation in _STRONG) or holds_place(f, n.last)
    if c.relation in _STRONG or c.bearing is not None:
        return known or not c.the
    if c.relation in ("between", "from", "to", "towards", "for", "along"):
        return known or (
            not c.the
            and (
                c.previous in w.leaving_from
                or (c.relation == "between" and c.previous not in w.contests and _pairs(f, n.last))
                or w.kinds.get(c.previous) == "road"
                or goes_on_to(f, c.end)
                or _parent_follows(f, n.last)
            )
        )
    if listed:
        return known or (c.relation is None and not _office_holder(f, n, c))
    if c.inside:
        return known
    if c.relation == "of":
        if c.previous in _SETTLED and not c.the and f.found and f.found[-1].kind == c.previous:
            return known or f.found[-1].relation in _STRONG  # "in the West Bank town of X"
        return known and (f.big(name) or _is_town_of(f, n, c) or _part_of(f, c))
    if c.previous in w.taking:
        if known and not f.big(name) and _goes_on_as_noun(f, n.last):
            return False  # "attacked Ansar fighters"
        return known or c.previous in w.striking or _suffers(f, n, c)
    if after in w.falling and known and (f.big(name) or n.first == 0):
        return True
    if f.low(n.first) in w.heads and n.last > n.first:
        return True
    if _lead(f, n, known):
        return True
    before = f.at(n.first - 1)
    if before and f.tokens[n.first].gap == " " and before.word[0].isupper() and f.breaks(n.first - 1):
        return False  # "Tamil Eelam", "Boko Haram": the rest of a name
    return f.big(name)


def _office_holder(f: Finder, n: Name, c: Context) -> bool:
    """ "the mayor of Goma, Jean Kasereka, said": who holds the office, and no second town."""
    last = f.found[-1]
    return c.previous == "," and n.last > n.first and last.relation == "of" and last.kind not in _SETTLED


def _stands_alone(f: Finder, n: Name, c: Context, name: str) -> bool:
    """Whether a name counts where case tells nothing and no preposition speaks for it: "LUIS", "DRUG" and "SURPRISE" are towns too."""
    if _lead(f, n, f.known(name)) or _part_of(f, c):
        return True
    if f.low(n.first) in f.words.given_names:
        return False
    if n.last > n.first:
        return f.big(name) or (f.known(name) and c.previous in f.words.taking)
    if f.low(n.last + 1) in _BLOWS and f.adjoining(n.last + 1) and len(name) > 4:
        return f.known(name)  # "BELEDWEYNE BLAST"
    places = f.gazetteer.find(name)
    return f.big(name) and places[0].kind == "settlement" and places[0].population >= METROPOLIS


def _suffers(f: Finder, n: Name, c: Context) -> bool:
    """Whether a name that no gazetteer has is a place for what is done to it: "entered Kalunguta", "attacked Agagbe, killing
    seven". Single persons and parties are attacked and taken too, so there the sentence must go on as it does after places."""
    w = f.words
    if any(f.low(k) in w.given_names or f.tokens[k].word.isupper() for k in range(n.first, n.last + 1)):
        return False
    if _goes_on_as_noun(f, n.last):
        return False  # "shot Karim dead"
    if c.previous in w.entering or _parent_follows(f, n.last) or _among_villages(f, n.last):
        return True
    for k in range(n.last + 1, min(n.last + 12, len(f.tokens))):
        if f.tokens[k].word in ".;:":
            return False
        if f.low(k) in _WAKE or (f.tokens[k].word == "," and f.low(k + 1) in ("a", "an", "the") and _called(f, k + 2)):
            return True
        if f.tokens[k].word == "," and f.low(k + 1) in ("located", "situated", "lying"):
            return True
    return False


def _pairs(f: Finder, i: int) -> bool:
    """ "between Kabkabiya and El Fasher": a name that no gazetteer has, beside one that it has."""
    if f.low(i + 1) != "and" or not f.at(i + 2) or not f.tokens[i + 2].word[0].isupper():
        return False
    return any(f.known(f.words_of(i + 2, k)) for k in range(i + 2, min(i + 5, len(f.tokens))))


def _among_villages(f: Finder, i: int) -> bool:
    """ "attacked Kafin Dawa and three neighbouring communities"."""
    return f.low(i + 1) == "and" and any(f.low(k) in _VILLAGES for k in range(i + 2, i + 6))


_VILLAGES = frozenset({"villages", "communities", "towns", "hamlets", "settlements", "localities"})


def _goes_on_as_noun(f: Finder, i: int) -> bool:
    """Whether the word right behind token ``i`` may be what the name belongs to."""
    if not f.adjoining(i + 1) or not f.tokens[i + 1].word[0].isalpha():
        return False
    low = f.low(i + 1)
    return low not in f.words.function and low not in _DAYTIMES and not low.endswith(("ing", "ed", "ly"))


def _called(f: Finder, k: int) -> bool:
    """ ", a farming community": whether a kind word stands within three words."""
    return any(f.words.kinds.get(f.low(j)) in BARE for j in range(k, k + 3))


def _names_body(f: Finder, n: Name, c: Context) -> bool:
    """Whether the name only opens that of an office or a body: "High | Commissioner", "Depayin | People's Defence Force"."""
    w = f.words
    for k in range(n.last + 1, min(n.last + 4, len(f.tokens))):
        token = f.tokens[k]
        if token.gap != " " or not token.word[0].isupper():
            return False
        acronym = token.word.isupper() and token.low in w.not_places and c.relation is None and not f.caps
        if (
            acronym
            or token.low in w.organisations
            or (
                token.low in w.titles
                and k == n.last + 1
                and not f.tokens[n.last].possessive
                and not f.known(f.words_of(n.first, n.last))
            )
        ):
            return True
    return False


def _is_town_of(f: Finder, n: Name, c: Context) -> bool:
    """ "Dighinala of Khagrachhari": a name before "of"."""
    j = c.begin - 2
    return bool(f.at(j)) and f.tokens[j].word[0].isupper()


def _part_of(f: Finder, c: Context) -> bool:
    """ "the Sharawneh quarter of Baalbek": a name behind a quarter, a camp or a district of it."""
    last = f.found[-1] if f.found else None
    inner = last is not None and last.kind in ("neighbourhood", "camp", "district", "landmark")
    return inner and last is not None and f.text[last.end - f.offset : f.tokens[c.begin].start].strip() in ("of", "")


def _parent_follows(f: Finder, i: int) -> bool:
    """Whether ", Y region", ", in the commune of Y" or ", Y" with a country's or a division's name stands after token ``i``."""
    if f.low(i + 1) != "," or not f.at(i + 2):
        return False
    if f.low(i + 2) == "in":
        i += 2 if f.low(i + 3) == "the" else 1
        if f.words.kinds.get(f.low(i + 2)) in HIGHER and f.low(i + 3) == "of":
            return True
    if not f.at(i + 2) or not f.tokens[i + 2].word[0].isupper():
        return False
    for k in (i + 2, i + 3):
        if f.words.kinds.get(f.low(k + 1)) in HIGHER and f.adjoining(k + 1):
            return True
        if k < len(f.tokens) and (
            f.countries.by_name(f.words_of(i + 2, k)) or curated_kind(f.gazetteer.find(f.words_of(i + 2, k)))
        ):
            return True
    return False


def holds_place(f: Finder, i: int) -> bool:
    """Whether "X's" opens a phrase that names a smaller place: "Sagaing Region's Depayin Township"."""
    return any(f.low(k) in f.words.kinds and f.tokens[k].gap == " " for k in range(i + 2, min(i + 4, len(f.tokens))))


def _lead(f: Finder, n: Name, known: bool) -> bool:
    """Whether the name opens a bulletin's item: "KUNDUZ -", "- Marib:", "Pattani.", or is all there is."""
    first = all(not t.word.isalnum() for t in f.tokens[: n.first])
    after = f.at(n.last + 1)
    if not first or not known:
        return False
    return after is None or after.word[0] in ":-–—,(" or (after.word == "." and n.last < 3)


def curated_kind(places: list[Place]) -> str | None:
    """ "province" for a name that is a division's only, a region's own kind for a region's."""
    kinds = {p.kind for p in places[:3]}
    if kinds == {"adm1"}:
        return "province"
    if kinds and "settlement" not in kinds and "adm1" not in kinds:
        return places[0].kind
    return None
