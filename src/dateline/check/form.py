"""How the data files are written: valid YAML, no key twice, no section that is empty."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAY_BE_EMPTY = frozenset({"names", "countries", "adjectives", "people", "verbs", "actors"})
"""Keys whose list may be empty: a country without other names or armed groups, an outcome that no verb tells."""


def written() -> Iterator[str]:
    """Problems of every YAML file of the package."""
    for name, path in _data_files(files("dateline") / "data"):
        try:
            root = yaml.compose(path.read_bytes(), Loader=_LOADER)
        except yaml.YAMLError as error:
            yield f"{name}: {error}"
            continue
        yield from _node(name, "", root) if root is not None else (f"{name}: the file is empty",)


def _data_files(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = str(PurePosixPath(above) / entry.name)
        if entry.is_dir():
            yield from _data_files(entry, name)
        elif entry.name.endswith(".yml"):
            yield name, entry


def _node(name: str, above: str, node: yaml.Node) -> Iterator[str]:
    """Problems of one node and of everything in it; ``above`` is the path of keys that leads to it."""
    if isinstance(node, yaml.SequenceNode):
        if not node.value and above.rpartition(".")[2] not in MAY_BE_EMPTY:
            yield f"{name}: {above or 'the file'}: the list is empty"
        for child in node.value:
            yield from _node(name, above, child)
    elif isinstance(node, yaml.MappingNode):
        if not node.value:
            yield f"{name}: {above or 'the file'}: the section is empty"
        seen: set[str] = set()
        for key, child in node.value:
            path = f"{above}.{key.value}".lstrip(".")
            if key.value in seen:
                yield f"{name}: {path}: the key stands twice (line {key.start_mark.line + 1})"
            seen.add(key.value)
            yield from _node(name, path, child)
