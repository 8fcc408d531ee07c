"""The coder against gold made by hand: today's scores may not fall."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dateline.coder import load_kit
from dateline.evaluate import Report, evaluate

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "gold"

OWN = {
    ("incidents", "F1"): 0.84,
    ("incidents", "sub-event, dates, place, killed all right"): 0.50,
    ("acled", "sub-event type"): 0.89,
    ("when", "exact"): 0.92,
    ("place", "name"): 0.75,
    ("killed", "low and high exact"): 0.65,
    ("actors", "F1"): 0.70,
    ("evidence", "valid spans"): 1.0,
}
DEV = {
    ("incidents", "F1"): 0.96,
    ("incidents", "sub-event, dates, place, killed all right"): 0.80,
    ("acled", "sub-event type"): 0.95,
    ("when", "exact"): 0.94,
    ("place", "name"): 0.90,
    ("killed", "low and high exact"): 0.92,
    ("actors", "F1"): 0.85,
    ("claims", "speaker"): 0.84,
    ("evidence", "valid spans"): 1.0,
}
SEED = {
    ("incidents", "F1"): 1.0,
    ("killed", "low and high exact"): 1.0,
    ("evidence", "valid spans"): 1.0,
}
ERRORS = {
    ("background", "printed as news"): 0.05,
    ("casualties", "invented"): 0.05,
    ("incidents", "sentences claimed per incident"): 3.0,
}


@cache
def kit() -> Any:
    return load_kit()


@cache
def report(folder: Path) -> Report:
    if not folder.is_dir():
        pytest.skip(f"no gold here: {folder.name} of ../shared/gold is missing")
    return evaluate(folder, kit())


@pytest.mark.parametrize(
    ("folder", "measure", "floor"),
    [
        (folder, measure, floor)
        for folder, floors in ((HERE / "gold", OWN), (SHARED / "dev", DEV), (SHARED, SEED))
        for measure, floor in floors.items()
    ],
)
def test_scores_hold(folder: Path, measure: tuple[str, str], floor: float) -> None:
    value = report(folder).value(*measure)
    assert value is not None
    assert value >= floor


@pytest.mark.parametrize("folder", [HERE / "gold", SHARED / "dev", SHARED])
@pytest.mark.parametrize(("measure", "most"), ERRORS.items())
def test_errors_stay_rare(folder: Path, measure: tuple[str, str], most: float) -> None:
    value = report(folder).value(*measure)
    assert value is not None
    assert value <= most
