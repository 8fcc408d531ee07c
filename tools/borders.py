"""What the map of a page is drawn with, put under ``src/dateline/data/map`` from two packages of the npm registry.

    npm pack leaflet@1.9.4 world-atlas@2.0.2
    python -m tools.borders leaflet-1.9.4.tgz world-atlas-2.0.2.tgz

Leaflet (BSD-2-Clause): its script with its licence in front, and its styles without those that load pictures. World Atlas (ISC)
holds Natural Earth's 1:10m countries (public domain) as TopoJSON: kept are the arcs, each with its box, so that a view reads few
of them, and the countries' rings, with the lines in dispute told apart by ``tools/borders.yml``. The same files come out each time.
"""

import gzip
import hashlib
import json
import re
import sys
import tarfile
from collections import defaultdict
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

import yaml

MAP = Path(__file__).resolve().parent.parent / "src/dateline/data/map"
SOURCES = {
    "leaflet": "84c65a256e50657896f54c33bd857b68",
    "world-atlas": "032e7765f2ce00edaeafec23ff22bc3b",
}
"""The packages, with how the SHA-256 of each begins."""

Arc = list[tuple[int, int]]


def unpack(path: Path, name: str) -> dict[str, str]:
    """The texts of a package by their path in it. Raises ValueError where it is not the one that was reviewed."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if not digest.startswith(SOURCES[name]):
        raise ValueError(f"{path} is not the {name} that was reviewed: {digest}")
    with tarfile.open(path) as archive:
        wanted = [
            m for m in archive.getmembers() if re.search(r"(LICENSE|\.css|leaflet\.js|countries-10m\.json)$", m.name)
        ]
        return {m.name.removeprefix("package/"): archive.extractfile(m).read().decode() for m in wanted}  # type: ignore[union-attr]


def leaflet(found: dict[str, str]) -> tuple[str, str]:
    """The script and the styles. Nothing in them may be loaded from anywhere."""
    script = re.sub(r"\n?//# sourceMappingURL=.*", "", found["dist/leaflet.js"]).strip()
    styles = re.sub(r"/\*.*?\*/", "", found["dist/leaflet.css"], flags=re.S)
    rules = [rule.strip() for rule in re.findall(r"[^{}]+\{[^{}]*\}", styles)]
    kept = [" ".join(rule.split()) for rule in rules if "url(" not in rule and "@media" not in rule]
    licence = f"/*\n{found['LICENSE'].strip()}\n*/\n"
    return licence + script + "\n", licence + "\n".join(kept) + "\n"


def borders(topology: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """The arcs (flat differences, in steps of ``scale``), their boxes, who uses them, and which are in dispute."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Arc] = [
        list(accumulate(((x, y) for x, y in arc), lambda a, b: (a[0] + b[0], a[1] + b[1]))) for arc in topology["arcs"]
    ]
    shapes = [(g["properties"]["name"], _polygons(g)) for g in topology["objects"]["countries"]["geometries"]]
    users: defaultdict[int, set[str]] = defaultdict(set)
    for name, polygons in shapes:
        for k in (k for polygon in polygons for ring in polygon for k in ring):
            users[max(k, ~k)].add(name)
    cut = _Cut(arcs, [(scale[0], move[0]), (scale[1], move[1])], more["disputed"], users)
    countries = [
        {
            "name": None if name in more["unnamed"] else more["names"].get(name, name),
            "polygons": [[cut.ring(ring) for ring in polygon] for polygon in polygons],
        }
        for name, polygons in shapes
        if name != "Antarctica"
    ]
    return {
        "scale": scale,
        "translate": move,
        "boxes": [[min(x), min(y), max(x), max(y)] for x, y in (zip(*arc, strict=True) for arc in cut.arcs)],
        "arcs": [_flat(arc) for arc in cut.arcs],
        "shared": cut.shared,
        "disputed": cut.disputed,
        "notes": cut.notes,
        "unseen": [[*entry["at"], entry["note"]] for entry in more["unseen"]],
        "quiet": more["quiet"],
        "countries": countries,
    }


class _Cut:
    """Arcs cut where they enter or leave a stretch in dispute. A ring's number k stands for arc k, ~k for it backwards."""

    def __init__(
        self,
        arcs: list[Arc],
        grid: list[tuple[float, float]],
        disputed: list[dict[str, Any]],
        users: dict[int, set[str]],
    ) -> None:
        self.arcs: list[Arc] = []
        self.shared: list[int] = []
        self.disputed: dict[str, int] = {}
        self.notes: list[str] = list(dict.fromkeys(entry["note"] for entry in disputed))
        self._parts: list[list[int]] = []
        for number, arc in enumerate(arcs):
            claims = [entry for entry in disputed if set(entry["between"]) <= users[number]]
            self._parts.append(
                [self._add(part, note, len(users[number]) > 1) for part, note in _stretches(arc, grid, claims)]
            )

    def _add(self, arc: Arc, note: str | None, shared: bool) -> int:
        number = len(self.arcs)
        self.arcs.append(arc)
        if shared:
            self.shared.append(number)
        if note:
            self.disputed[str(number)] = self.notes.index(note)
        return number

    def ring(self, ring: list[int]) -> list[int]:
        found: list[int] = []
        for k in ring:
            found += self._parts[k] if k >= 0 else [~part for part in reversed(self._parts[~k])]
        return found


def _stretches(arc: Arc, grid: list[tuple[float, float]], claims: list[dict[str, Any]]) -> list[tuple[Arc, str | None]]:
    """The arc in stretches, each with the note of the dispute that it lies in; a stretch ends where the next begins."""
    (kx, mx), (ky, my) = grid

    def note(step: int) -> str | None:
        x, y = arc[step][0] * kx + mx, arc[step][1] * ky + my
        for entry in claims:
            west, south, east, north = entry.get("box", (-180, -90, 180, 90))
            if west <= x <= east and south <= y <= north:
                return str(entry["note"])
        return None

    found = []
    for said, steps in groupby(range(len(arc) - 1), note):
        run = list(steps)
        found.append((arc[run[0] : run[-1] + 2], said))
    return found


def _flat(arc: Arc) -> list[int]:
    before, flat = (0, 0), []
    for x, y in arc:
        flat += [x - before[0], y - before[1]]
        before = (x, y)
    return flat


def _polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    found: list[list[list[int]]] = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return found


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    first, second = unpack(Path(sys.argv[1]), "leaflet"), unpack(Path(sys.argv[2]), "world-atlas")
    more = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    script, styles = leaflet(first)
    packed = json.dumps(
        borders(json.loads(second["countries-10m.json"]), more), ensure_ascii=False, separators=(",", ":")
    )
    MAP.mkdir(parents=True, exist_ok=True)
    (MAP / "leaflet.js").write_text(script, encoding="utf-8")
    (MAP / "leaflet.css").write_text(styles, encoding="utf-8")
    (MAP / "borders.json.gz").write_bytes(gzip.compress(packed.encode(), mtime=0))
    (MAP / "LICENSE.leaflet").write_text(first["LICENSE"], encoding="utf-8")
    (MAP / "LICENSE.world-atlas").write_text(second["LICENSE"], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
