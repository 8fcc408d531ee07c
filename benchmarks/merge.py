"""How long merging takes, how much memory, and how both grow: 10,000, 30,000 and 100,000 made-up records.

    python benchmarks/merge.py [--sizes N,N,N] [--json FILE]

Each size runs in a process of its own, on one core. A made-up incident has a day, a town, a type and a toll, and is told by one to
five reports, some of them copies and some with another toll; days and towns are drawn so that as many incidents fall on one day and
cell whatever the size. Every report comes with a short text, so that copies are looked for.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SIZES = (10_000, 30_000, 100_000)
BARS = {"seconds": 180.0, "mib": 2048.0, "growth": 1.25}
A_DAY = 40
"""Incidents told a day, the world over."""

WORDS = "shells market rebels army soldiers killed wounded hospital town residents fled morning smoke houses street convoy police mayor dawn river".split()


def records(size: int) -> Iterator[object]:
    """``size`` articles of one record each, for about a third as many incidents."""
    import msgspec

    from dateline.model.incident import Coded

    rng = random.Random(1)
    made = incident = 0
    while made < size:
        day = date(2015, 1, 1) + timedelta(days=incident // A_DAY)
        lat, lon = rng.uniform(-30, 50), rng.uniform(-15, 90)
        place, kind, toll = (
            rng.randrange(4000),
            rng.choice(["shelling", "air_strike", "bombing", "killing"]),
            rng.randint(1, 60),
        )
        text = " ".join(rng.choice(WORDS) + str(rng.randrange(300)) for _ in range(80))
        for _ in range(min(rng.choice([1, 2, 3, 4, 5]), size - made)):
            low = toll if rng.random() < 0.7 else toll + rng.randint(1, 4)
            told = (
                text if rng.random() < 0.4 else " ".join(rng.choice(WORDS) + str(rng.randrange(300)) for _ in range(80))
            )
            raw = {
                "article": {"id": f"a{made}", "published": str(day + timedelta(days=1)), "publisher": f"Outlet {made % 200}", "sha256": f"{made:064x}", "chars": len(told), "text": told},
                "incidents": [
                    {
                        "id": f"i{made}",
                        "type": kind,
                        "acled": {"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike"},
                        "when": {"start": str(day), "end": str(day), "precision": "day", "basis": "relative"},
                        "where": {"text": f"Town {place}", "name": f"Town {place}", "lat": lat, "lon": lon, "radius_km": 5, "precision": "settlement", "country": "SY", "admin1": f"Province {place % 300}", "gazetteer_id": f"{incident}"},
                        "actors": [{"role": "a", "name": "army", "id": f"f-{place % 50}", "kind": "state_forces"}],
                        "casualties": [{"outcome": "killed", "group": "civilians", "low": low, "high": low, "kind": "exact"}],
                        "claims": [{"speaker": {"name": f"hospital {place}"} if rng.random() < 0.6 else None}],
                        "sentences": [[0, 200], [200, 400]],
                    }
                ],
            }  # fmt: skip
            made += 1
            yield msgspec.convert(raw, Coded)
        incident += 1


def measure(size: int) -> dict[str, float]:
    """One run in this process: seconds of merging, incidents, peak memory in MiB."""
    from dateline.merge import merge

    articles = list(records(size))
    start = time.process_time()
    incidents = sum(1 for _ in merge(articles))
    seconds = time.process_time() - start
    return {
        "records": size,
        "incidents": incidents,
        "seconds": round(seconds, 2),
        "mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure merging.")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one)))
        return 0
    rows = []
    for size in map(int, given.sizes.split(",")):
        out = subprocess.run([sys.executable, __file__, "--one", str(size)], check=True, stdout=subprocess.PIPE).stdout
        rows.append(json.loads(out))
        r = rows[-1]
        print(
            f"{r['records']:>8,} records  {r['incidents']:>7,} incidents  {r['seconds']:>7.1f} s  {r['mib']:>7.0f} MiB",
            flush=True,
        )
    last, first = rows[-1], rows[0]
    growth = (last["seconds"] / last["records"]) / (first["seconds"] / first["records"])
    print(f"time a record, largest against smallest: {growth:.2f}")
    held = last["seconds"] <= BARS["seconds"] and last["mib"] <= BARS["mib"] and growth <= BARS["growth"]
    if given.json:
        given.json.write_text(json.dumps({"rows": rows, "growth": growth}, indent=1) + "\n", encoding="utf-8")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
