"""The corpus of invented reports, and how well clusters fit its gold: B³ (Bagga & Baldwin 1998) over what each report tells."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from dateline.model.incident import Coded, Incident
from dateline.model.merged import MergedIncident

CORPUS = Path(__file__).parent / "corpus"
Item = tuple[str, str]
"""(article, gold incident): what one report tells of one incident."""


def labels(path: Path = CORPUS / "gold.jsonl") -> dict[str, dict[str, str]]:
    """Article -> gold incident -> a phrase of the article that tells of it."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["incidents"] for row in rows}


def told(coded: Coded, anchor: str) -> Incident | None:
    """The record of an article whose sentences hold the anchor."""
    at = (coded.article.text or "").index(anchor)
    return next((i for i in coded.incidents if any(s <= at < e for s, e in i.sentences)), None)


def system(
    coded: Sequence[Coded], merged: Iterable[MergedIncident], gold: dict[str, dict[str, str]]
) -> dict[Item, str]:
    """Item -> the merged incident it went into; one of its own where the record is missing."""
    where = {(r.article, r.incident): m.incident_id for m in merged for r in m.reports}
    out = {}
    for one in coded:
        for label, anchor in gold.get(one.article.id, {}).items():
            found = told(one, anchor)
            out[one.article.id, label] = where[one.article.id, found.id] if found else f"none {one.article.id} {label}"
    return out


def b_cubed(found: dict[Item, str]) -> tuple[float, float, float]:
    """Precision, recall and F1. Each item's gold cluster is its label."""
    clusters: dict[str, set[Item]] = defaultdict(set)
    classes: dict[str, set[Item]] = defaultdict(set)
    for item, cluster in found.items():
        clusters[cluster].add(item)
        classes[item[1]].add(item)
    precision = recall = 0.0
    for item, cluster in found.items():
        shared = len(clusters[cluster] & classes[item[1]])
        precision += shared / len(clusters[cluster])
        recall += shared / len(classes[item[1]])
    p, r = precision / len(found), recall / len(found)
    return p, r, 2 * p * r / (p + r)
