"""Whether two places can be the same, and which of two is told more exactly."""

from dateline.model.incident import Where
from dateline.packs.countries import load_countries
from dateline.packs.gazetteer import loose_key
from dateline.resolve.area import distance_km

_RANK = {
    "exact": 0,
    "landmark": 1,
    "neighbourhood": 1,
    "settlement": 2,
    "near": 2,
    "adm2": 3,
    "area": 4,
    "adm1": 5,
    "country": 7,
    "unknown": 6,
}
_QUARTERS = frozenset(
    "central northern southern eastern western north-eastern north-western south-eastern south-western "
    "northeastern northwestern southeastern southwestern".split()
)
_WIDE = frozenset({"country", "adm1", "area", "unknown"})


def same_name(one: Where, two: Where) -> bool:
    """Whether the names are one place's."""
    if one.name is None or two.name is None:
        return False
    if one.gazetteer_id and one.gazetteer_id == two.gazetteer_id:
        return True
    a, b = loose_key(one.name.casefold()), loose_key(two.name.casefold())
    return a == b or (len(a) > 4 and len(b) > 4 and (a in b or b in a))


def compatible(one: Where, two: Where) -> bool:
    """Whether an event at one may be the event at the other: the same place, or one holds the other as far as is known."""
    if same_name(one, two):
        return True
    if one.country and two.country and one.country != two.country:
        return False
    wide = one if _RANK[one.precision] > _RANK[two.precision] else two
    fine = two if wide is one else one
    if wide.precision == "country" or _part_of_country(wide):
        return True
    if wide.precision == "adm1":
        return fine.admin1 is None or wide.admin1 is None or fine.admin1 == wide.admin1
    if (
        wide.precision in ("area", "unknown")
        and wide.admin1 is not None
        and wide.admin1 == fine.admin1
        and wide.gazetteer_id is not None
    ):
        return True
    if (
        wide.precision in ("area", "unknown", "adm2")
        and fine.precision in ("neighbourhood", "landmark", "settlement", "near")
        and wide is not fine
    ):
        return _parent_said(fine, wide)
    return bool(fine.precision in ("neighbourhood", "landmark") and wide.precision in ("settlement", "near"))


def _part_of_country(w: Where) -> bool:
    """ "eastern Democratic Republic of Congo": a part with no name but the country's."""
    return w.precision == "area" and w.name is not None and w.country == load_countries().by_name(w.name) is not None


def _parent_said(fine: Where, wide: Where) -> bool:
    return bool(fine.text and wide.name and wide.name in fine.text)


def may_lie(fine: Where, wide: Where) -> bool:
    """Whether a town may lie in a district, as far as points tell, or in a part of its country ("central Mali")."""
    if wide.precision == "area" and fine.country and fine.country == wide.country and _quarter(wide):
        return True
    if wide.precision == "area" and wide.radius_km and fine.precision in ("settlement", "near"):
        return _within(fine, wide, 2 * wide.radius_km)  # "the Golan Heights", and a town on them
    if wide.precision != "adm2" or fine.country != wide.country:
        return False
    if fine.lat is None or fine.lon is None or wide.lat is None or wide.lon is None:
        return True
    return distance_km(fine.lat, fine.lon, wide.lat, wide.lon) <= 2 * max(wide.radius_km or 0, 25)


def _within(fine: Where, wide: Where, km: float) -> bool:
    if fine.lat is None or fine.lon is None or wide.lat is None or wide.lon is None:
        return False
    return distance_km(fine.lat, fine.lon, wide.lat, wide.lon) <= km


def finer(one: Where, two: Where) -> bool:
    """Whether ``one`` says more exactly where."""
    if two.name is None:
        return True
    if one.name and one.name in two.name.split(" and "):
        return False  # one of the two towns that it is told of
    if (
        one.precision == two.precision == "area" and two.name.isupper() and not one.name.isupper()
        if one.name
        else False
    ):
        return True
    if _part_of_country(two) and one.precision == "area" and one.name and not _part_of_country(one):
        return True  # "western Niger", and "the Tera region"
    if one.precision == "neighbourhood" and two.precision == "settlement":
        return one.country == two.country and one.admin1 in (None, two.admin1)  # a quarter of the town
    return _RANK[one.precision] < _RANK[two.precision] and two.precision in _WIDE


def _quarter(where: Where) -> bool:
    """ "central Mali": a part of what it names, told by a quarter of the compass."""
    first = (where.text or "").lower().removeprefix("the ").split(" ")[0]
    return where.admin1 is None and where.gazetteer_id is None and first in _QUARTERS
