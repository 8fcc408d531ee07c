"""Options and arguments that several commands share."""

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """How records are printed."""

    jsonl = "jsonl"
    json = "json"
    table = "table"


class Shown(StrEnum):
    """How records are printed, a line each or for people."""

    jsonl = "jsonl"
    table = "table"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Text, HTML or .jsonl files (one article a line), RSS or Atom feeds, folders of these, web addresses, or - for standard input.",
        show_default=False,
    ),
]
Linked = Annotated[
    bool, typer.Option("--linked", help="Of a feed, read the page that each entry links to, not the entry's own text.")
]
Private = Annotated[
    bool,
    typer.Option("--allow-private", help="Fetch from this machine and its own network too, feeds' links included."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication day (YYYY-MM-DD) of articles that do not tell their own."),
]
Model = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Another spaCy pipeline in place of the one that comes with dateline."),
]
One = Annotated[
    str,
    typer.Argument(
        metavar="ARTICLE", help="A text or HTML file, a web address, or - for standard input.", show_default=False
    ),
]


Jobs = Annotated[
    int,
    typer.Option(
        min=0, metavar="N", help="Processes that code. 0: one a core if the input is long. The output is the same."
    ),
]
