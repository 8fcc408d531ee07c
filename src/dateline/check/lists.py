"""The closed lists and tables: ontology, codebooks, countries, places, actors, layout, openings."""

import re
from collections.abc import Iterable, Iterator
from typing import get_args

from dateline.merge.compare import FEATURES
from dateline.merge.story import LETTERS
from dateline.merge.table import table
from dateline.model.incident import DatePrecision
from dateline.packs.actor_files import FOLDER, read_file
from dateline.packs.actors import build
from dateline.packs.countries import Country, load_countries
from dateline.packs.divisions import divisions, regions, towns
from dateline.packs.errors import PackError
from dateline.packs.lexicon import layout as layout_words
from dateline.packs.lexicon import read
from dateline.packs.number_words import number_words
from dateline.packs.ontology import ontology
from dateline.packs.openings import OpeningFile
from dateline.profiles import PLACES, PROFILES, codebook
from dateline.sources.opening.lines import fold

ACLED = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Protests": ("Excessive force against protesters", "Peaceful protest", "Protest with intervention"),
    "Riots": ("Mob violence", "Violent demonstration"),
    "Explosions/Remote violence": (
        "Air/drone strike",
        "Chemical weapon",
        "Grenade",
        "Remote explosive/landmine/IED",
        "Shelling/artillery/missile attack",
        "Suicide bomb",
    ),
    "Violence against civilians": ("Abduction/forced disappearance", "Attack", "Sexual violence"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
"""ACLED's 25 sub-event types under their 6 event types, in its own spelling."""

SECTIONS = ("news", "headlines", "background", "planned")


def ontology_file() -> Iterator[str]:
    """``ontology.yml``: all of ACLED's sub-event types, each under its event type and taken by a type of ours."""
    book = ontology()
    hierarchy = {event: set(subs) for event, subs in book.hierarchy}
    for event in sorted(ACLED.keys() ^ hierarchy.keys()):
        yield f"ontology.yml: hierarchy: {event}: {'missing' if event in ACLED else 'no event type of ACLED'}"
    for event in ACLED.keys() & hierarchy.keys():
        for sub in sorted(set(ACLED[event]) ^ hierarchy[event]):
            wrong = "missing" if sub in ACLED[event] else "no sub-event type of this event type"
            yield f"ontology.yml: hierarchy: {event}: {sub}: {wrong}"
    every = {sub for subs in ACLED.values() for sub in subs}
    taken = {sub for entry in book.types.values() for sub in entry.sub}
    for sub in sorted(every - taken):
        yield f"ontology.yml: {sub}: no type takes it"
    for name, entry in book.types.items():
        for sub in sorted({*entry.sub, entry.default} - every):
            yield f"ontology.yml: {name}: {sub}: no sub-event type of ACLED"
        if entry.default not in entry.sub:
            yield f"ontology.yml: {name}: the default is none of its sub-event types"
        if not entry.means.strip():
            yield f"ontology.yml: {name}: does not say what it means"


def merge_table() -> Iterator[str]:
    """``merge.yml``: features that the code knows, types of the ontology, no word of an agency for two, parts of the day that
    lie next to each other."""
    book = table()
    for name in sorted(book.features.keys() ^ FEATURES.keys()):
        yield f"merge.yml: features: {name}: {'missing' if name in FEATURES else 'nothing is compared under this name'}"
    types = set(ontology().types)
    filed = {t for found in book.families.values() for t in found}
    for name in sorted(types - filed):
        yield f"merge.yml: families: {name}: in no family"
    for name in sorted((filed | {t for pair in (*book.close, *book.far) for t in pair}) - types):
        yield f"merge.yml: {name}: no type of the ontology"
    for name in sorted({n for near in book.parts.values() for n in near} - book.parts.keys()):
        yield f"merge.yml: parts: {name}: has no entry of its own"
    credits = [alias for aliases in book.wires.values() for alias in aliases]
    for alias in sorted({a for a in credits if credits.count(a) > 1}):
        yield f"merge.yml: wires: {alias}: stands for two agencies"
    if not 0 < book.unsure < book.same < 1:
        yield "merge.yml: unsure has to lie below same, both between 0 and 1"


def everyday_words() -> Iterator[str]:
    """``everyday.yml``: shares in per cent, and words in the form in which reports are compared, each once."""
    held: set[str] = set()
    for share, found in read("everyday.yml", dict[float, tuple[str, ...]]).items():
        if not 0 < share < 100:
            yield f"everyday.yml: {share}: no share in per cent"
        for word in found:
            if word in held:
                yield f"everyday.yml: {word}: stands twice"
            if word != word.casefold()[:LETTERS]:
                yield f"everyday.yml: {word}: more than {LETTERS} letters, or capitals"
            held.add(word)


def codebooks() -> Iterator[str]:
    """``codebooks/``: a value for every precision, and a number for every class of vague words."""
    vague = {entry.low for entry in number_words().vague}
    for name in PROFILES:
        book = codebook(name)
        for field, values, every in (
            ("place", set(book.place), set(PLACES)),
            ("date", set(book.date), set(get_args(DatePrecision))),
        ):
            for key in sorted(values ^ every):
                wrong = "no value" if key in every else "no such precision"
                yield f"codebooks/{name}.yml: {field}: {key}: {wrong}"
        for low in sorted(vague - book.vague.keys()):
            yield f"codebooks/{name}.yml: vague: no number for words that mean at least {low}"
        for low in sorted(book.vague.keys() - vague):
            yield f"codebooks/{name}.yml: vague: {low}: no vague word of numbers.yml has this low end"


def countries() -> Iterator[str]:
    """``countries.yml``: ISO codes, points on the globe, and no name that two countries claim."""
    owner: dict[tuple[str, str], str] = {}
    for iso, c in read("countries.yml", dict[str, Country]).items():
        if not re.fullmatch("[A-Z]{2}", iso):
            yield f"countries.yml: {iso}: no two-letter code"
        yield from _point(f"countries.yml: {iso}", c.lat, c.lon, c.radius_km)
        for field, words in (
            ("name", (c.name, *c.names)),
            ("adjective", c.adjectives),
            ("people", c.people),
            ("capital", (c.capital,)),
        ):
            for word in words:
                other = owner.setdefault((field, word.casefold()), iso)
                if other != iso:
                    yield f"countries.yml: {iso}: the {field} {word!r} is {other}'s too"


def places() -> Iterator[str]:
    """``places/``: divisions and regions of known countries, with points on the globe and codes that stand once."""
    known = set(load_countries().codes())
    table = divisions()
    for iso, rows in table.items():
        if iso not in known:
            yield f"places: {iso}: no such country"
        yield from (f"places: {iso}: the code {code} stands twice" for code in _twice(row.code for row in rows))
        for row in rows:
            yield from _point(f"places: {iso}: {row.name}", row.lat, row.lon, row.radius_km)
    for region in regions():
        where = f"places/regions.yml: {region.name}"
        yield from _point(where, region.lat, region.lon, region.radius_km)
        yield from (f"{where}: no such country {iso}" for iso in region.countries if iso not in known)
        if region.admin1 and not any(r.name == region.admin1 for iso in region.countries for r in table.get(iso, ())):
            yield f"{where}: its countries have no division {region.admin1}"
    for town in towns():
        where = f"places/towns.yml: {town.country}: {town.names[0]}"
        yield from _point(where, town.lat, town.lon, 1.0)
        if town.country not in known or (
            town.country in table and not any(r.name == town.admin1 for r in table[town.country])
        ):
            yield f"{where}: its country has no division {town.admin1}"


def actors() -> Iterator[str]:
    """``actors/``: every file as its schema says, ids that stand once, parents and countries that exist."""
    known = set(load_countries().codes())
    sound = []
    for path in sorted(FOLDER.glob("*.yml")):
        try:
            file = read_file(path)
        except PackError as error:
            yield f"actors/{error}"
            continue
        sound.append(file)
        if not file.actors and not file.forces:
            yield f"actors/{path.name}: names nobody"
        if file.country is not None and file.country not in known:
            yield f"actors/{path.name}: {file.country}: no such country"
        for actor in file.actors:
            for iso in {*actor.countries, actor.state} - known - {None}:
                yield f"actors/{path.name}: {actor.id}: no such country {iso}"
    try:
        build(sound)
    except PackError as error:
        yield str(error)


def layout() -> Iterator[str]:
    """``lang/en/layout.yml``: every section is for something known."""
    for heading, use in layout_words().sections.items():
        if use not in SECTIONS:
            yield f"lang/en/layout.yml: sections: {heading}: {use!r} is none of {', '.join(SECTIONS)}"


def openings() -> Iterator[str]:
    """``lang/en/openings.yml``: every word is listed as it is looked for."""
    name = "lang/en/openings.yml"
    read(name, OpeningFile)
    for section, lists in read(name, dict[str, dict[str, tuple[str, ...]]]).items():
        for key, words in lists.items():
            for word in words:
                if word != (found := " ".join(map(fold, word.split()))):
                    yield f"{name}: {section}: {key}: {word!r} is only looked for as {found!r}"


def _point(where: str, lat: float, lon: float, radius_km: float) -> Iterator[str]:
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        yield f"{where}: {lat}, {lon} is no point on the globe"
    if not 0 < radius_km < 5000:
        yield f"{where}: a radius of {radius_km} km"


def _twice(values: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [v for v in values if v in seen or seen.add(v)]  # type: ignore[func-returns-value]
