"""Records of many articles to incidents. ``merge`` is pure: the same records in any order give the same incidents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from dateline.merge.cluster import cluster
from dateline.merge.event import Event, events
from dateline.merge.families import families
from dateline.merge.fold import fold
from dateline.merge.keys import pairs
from dateline.model.decision import Ruling
from dateline.model.incident import Coded, Issue
from dateline.model.merged import Link, MergedIncident
from dateline.packs.actor_files import normalise

_MONTH = 31
_TWICE = "A person named among the dead here is named among the dead of another incident: one death counts once."


def merge(coded: Iterable[Coded], rulings: Sequence[Ruling] = ()) -> Iterator[MergedIncident]:
    """Every incident that the articles tell as news, earliest report first. With the articles' texts, copies are known for
    what they are; without them only by hash and agency. ``rulings``: what people said is one incident or is not, first to last."""
    every = events(coded)
    found = cluster(every, pairs(every), rulings)
    kin = families(e.article for e in every)
    twice = _twice(every, found.groups)
    for group in sorted(found.groups, key=lambda g: g[0]):
        links: dict[tuple[str, str], Link] = {}
        for at in group:
            for one in (*found.joins.get(at, ()), *found.doubts.get(at, ())):
                links.setdefault((one.left, one.right), one)
        shown = sorted(links.values(), key=lambda k: (k.judgement != "same", k.by is None, -k.score, k.left, k.right))
        incident = fold([every[i] for i in group], kin, shown)
        issues = twice.get(group[0])
        yield msgspec.structs.replace(incident, issues=(*incident.issues, *issues)) if issues else incident


def apart(coded: Iterable[Coded]) -> Iterator[MergedIncident]:
    """Every record that the articles tell as news, as an incident of its own: nothing is merged. Earliest report first."""
    for event in events(coded):
        yield fold([event], families([event.article]))


def _twice(every: list[Event], groups: list[list[int]]) -> dict[int, list[Issue]]:
    """One death counts once: people named among the dead of two incidents within a month. First position of a group -> issues."""
    dead: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for group in groups:
        names = {
            (normalise(v.name), every[i].days.hi or 0)
            for i in group
            for v in every[i].incident.victims
            if v.name and v.outcome == "killed" and " " in v.name
        }
        for name, day in names:
            dead[name].append((group[0], day))
    out: dict[int, list[Issue]] = {}
    for name in sorted(dead):
        where = dead[name]
        for (day, one), (later, other) in pairwise(sorted((day, group) for group, day in where)):
            if one != other and later - day <= _MONTH:
                out[one] = out[other] = [Issue(code="death_twice", message=_TWICE)]
    return out
