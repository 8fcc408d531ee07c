"""The examples in the documents, run: ``python -m tools.readme --write`` puts down what the commands print today.

Two kinds of block are examples. A ``console`` block holds ``$ dateline …`` commands, each followed by what it prints; ``case.db`` is a
casefile that each document begins anew. A ``json`` block after a comment ``<!-- FILE: incidents[0].when -->`` shows one value of the record that FILE gives.
"""

import argparse
import json
import os
import re
import shlex
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
WIDTH = 92
CASE = "case.db"

_CONSOLE = re.compile(r"^```console\n(?P<body>.*?)^```$", re.M | re.S)
_VALUE = re.compile(r"^<!-- (?P<file>\S+): (?P<path>\S+) -->\n```json\n(?P<body>.*?)^```$", re.M | re.S)
_STEP = re.compile(r"\.?([a-z_]+)|\[(\d+)\]")


def fresh(text: str) -> str:
    """The document with every example as it comes out now."""
    with TemporaryDirectory() as folder:
        text = _CONSOLE.sub(lambda m: f"```console\n{_console(m['body'], folder)}```", text)
    return _VALUE.sub(
        lambda m: f"<!-- {m['file']}: {m['path']} -->\n```json\n{_value(m['file'], m['path'])}\n```", text
    )


def examples(text: str) -> int:
    """How many examples a document holds."""
    return len(_CONSOLE.findall(text)) + len(_VALUE.findall(text))


def run(command: str, folder: str = "") -> str:
    """What a ``dateline …`` command prints, standard error included, from the project's folder. ``case.db`` lies in ``folder``."""
    from dateline.cli import app

    case = str(Path(folder) / CASE)
    words = [case if word == CASE else word for word in shlex.split(command)]
    if words[:1] != ["dateline"]:
        raise ValueError(f"only dateline is run in examples, not {command!r}")
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        with patch.dict(os.environ, {"COLUMNS": str(WIDTH), "NO_COLOR": "1"}):
            result = CliRunner().invoke(app, words[1:], prog_name="dateline")
    finally:
        os.chdir(before)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output.replace(case, CASE)


def _console(body: str, folder: str) -> str:
    commands = [line for line in body.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{_trimmed(run(command[2:], folder))}" for command in commands)


def _trimmed(output: str) -> str:
    lines = [line.rstrip() for line in output.strip("\n").splitlines()]
    return "".join(f"{line}\n" for line in lines)


def _value(file: str, path: str) -> str:
    value = json.loads(run(f"dateline code {file} --format jsonl"))
    for key, index in _STEP.findall(path):
        value = value[key] if key else value[int(index)]
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    fields = (f"  {json.dumps(key)}: {json.dumps(field, ensure_ascii=False)}" for key, field in value.items())
    return "{\n" + ",\n".join(fields) + "\n}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Run the examples in the documents.")
    parser.add_argument("--write", action="store_true", help="put down what comes out; without it, only compare")
    write = parser.parse_args().write
    stale = 0
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        now = fresh(text)
        if now != text:
            stale += 1
            print(f"{path.relative_to(ROOT)}: {'written' if write else 'stale; run: make readme'}")
            if write:
                path.write_text(now, encoding="utf-8")
    return 0 if write else int(stale > 0)


if __name__ == "__main__":
    sys.exit(main())
