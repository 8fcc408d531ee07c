"""The tool that cuts the map's files out of their packages."""

from pathlib import Path

import pytest

from tools.borders import borders, leaflet, unpack

SHARED, WEST, EAST = [[0, 0], [0, 10], [0, 10], [0, 10]], [[0, 0], [-10, 15], [10, 15]], [[0, 0], [10, 15], [-10, 15]]
TOPOLOGY = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [SHARED, WEST, EAST],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, -2]], "properties": {"name": "W. Land"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"name": "Eastland"}},
            ]
        }
    },
}
MORE = {
    "names": {"W. Land": "Westland"},
    "unnamed": ["Eastland"],
    "disputed": [{"between": ["W. Land", "Eastland"], "box": [-1, 9, 1, 19], "note": "The middle is claimed."}],
    "unseen": [{"at": [1, 2], "note": "Nothing."}],
    "quiet": [],
}


def test_a_border_is_cut_where_its_dispute_begins_and_ends() -> None:
    made = borders(TOPOLOGY, MORE)
    (number,) = made["disputed"]
    assert made["notes"] == ["The middle is claimed."]
    assert made["arcs"][int(number)] == [0, 10, 0, 10]
    assert made["shared"] == [0, 1, 2]
    west, east = (country["polygons"][0][0] for country in made["countries"])
    assert west == [0, 1, 2, ~3]
    assert east == [4, ~2, ~1, ~0]
    assert [country["name"] for country in made["countries"]] == ["Westland", None]
    assert made["boxes"][int(number)] == [0, 10, 0, 20]


def test_only_the_package_that_was_reviewed_is_read(tmp_path: Path) -> None:
    other = tmp_path / "leaflet-1.9.4.tgz"
    other.write_bytes(b"another")
    with pytest.raises(ValueError, match="not the leaflet that was reviewed"):
        unpack(other, "leaflet")


def test_styles_that_load_something_are_left_out() -> None:
    found = {
        "LICENSE": "A licence.",
        "dist/leaflet.js": "run();\n//# sourceMappingURL=leaflet.js.map",
        "dist/leaflet.css": "/* c */ .a { background: url(x.png); }\n.b { color: red; }",
    }
    script, styles = leaflet(found)
    assert script == "/*\nA licence.\n*/\nrun();\n"
    assert styles == "/*\nA licence.\n*/\n.b { color: red; }\n"
