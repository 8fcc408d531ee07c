"""``merge`` and ``export``: many reports to one record an incident, and the records as files."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands import case
from dateline.commands.ending import errors, fail, stop
from dateline.commands.given import Given, coded, given
from dateline.commands.options import Format, Jobs, Linked, Model, Private, Published
from dateline.store.naming import is_case

if TYPE_CHECKING:
    from dateline.export.formats.loss import Loss
    from dateline.jobs import Options
    from dateline.model.merged import MergedIncident
    from dateline.sources.read import Read

app = typer.Typer(rich_markup_mode="rich")
Write = Callable[["Iterable[MergedIncident]"], None]


class FileFormat(StrEnum):
    """What ``export`` writes."""

    jsonl = "jsonl"
    csv = "csv"
    hxl = "hxl"
    geojson = "geojson"
    parquet = "parquet"


class Audience(StrEnum):
    """For whom ``export`` writes."""

    public = "public"
    internal = "internal"


@app.command(
    epilog="""[bold]Examples[/bold]\n
dateline merge articles.jsonl > incidents.jsonl\n
dateline code articles.jsonl --with-text | dateline merge -\n
dateline merge case.db\n
[bold]Exit codes[/bold]  0 done · 1 some article could not be read, see standard error · 2 usage or data error"""
)
def merge(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...|CASE",
            help="Articles as [bold]code[/bold] takes them, or the lines it printed (--with-text, so that copies are known); - for standard input. Or one casefile, which keeps its incidents.",
            show_default=False,
        ),
    ],
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="jsonl: an incident a line. json: one array. table: a row an incident, the default on a terminal.",
        ),
    ] = None,
    published: Published = None,
    jobs: Jobs = 0,
    linked: Linked = False,
    allow_private: Private = False,
    model: Model = None,
) -> None:
    """Merge many reports: one record for each incident, with what the reports agree on and where they differ."""
    from dateline.jobs import Options

    if any(map(is_case, inputs)):
        if len(inputs) > 1:
            fail("merge takes one casefile alone, or files of articles")
        case.merge(inputs[0])
        return
    shown = format or (Format.table if sys.stdout.isatty() else Format.jsonl)
    with errors():
        stop(_merge(given(inputs, published, linked, allow_private), Options(model=model, with_text=True), jobs, shown))


@app.command(
    epilog="""[bold]Examples[/bold]\n
dateline merge articles.jsonl | dateline export - -o incidents.csv\n
dateline export coded.jsonl -o map.geojson\n
dateline export case.db -o incidents.jsonl --profile internal\n
[bold]Exit codes[/bold]  0 done · 1 some article could not be read, see standard error · 2 usage or data error, or no file written"""
)
def export(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...|CASE",
            help="What [bold]merge[/bold] or [bold]code[/bold] printed, or articles, a row each record; - for standard input. Or one casefile.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; standard output if left out.")
    ] = None,
    format: Annotated[
        FileFormat | None,
        typer.Option(
            "--format",
            help="Of the file; told by its ending if left out, jsonl on standard output. hxl: CSV with a row of HXL tags.",
        ),
    ] = None,
    profile: Annotated[
        Audience,
        typer.Option(
            help="public: no victims' names, private sources, exact sites or words of articles. internal: all."
        ),
    ] = Audience.public,
    published: Published = None,
    jobs: Jobs = 0,
    model: Model = None,
) -> None:
    """Write incidents as a file for other programs, and say what it does not hold. A casefile logs what left it, and for whom."""
    from dateline.jobs import Options

    name = format or _told_by(output)
    with errors():
        if any(map(is_case, inputs)):
            if len(inputs) > 1:
                fail("export takes one casefile alone, or files")
            case.export(inputs[0], partial(_written, output=output, name=name, profile=profile))
            return
        options = Options(model=model, with_text=True)
        stop(
            _export(
                given(inputs, published, False, False),
                options,
                jobs,
                partial(_written, output=output, name=name, profile=profile),
            )
        )


def _merge(given: Given, options: "Options", jobs: int, shown: Format) -> int:
    from dateline.export.merged import print_merged
    from dateline.merge import merge

    ready, failed = coded(given.reads, options, jobs)
    print_merged(merge(ready), shown.value)
    return failed


def _export(given: Given, options: "Options", jobs: int, write: Write) -> int:
    from dateline.merge import apart

    merged: list[MergedIncident] = []

    def others() -> "Iterator[Read]":
        for read in given.reads:
            if read.merged is None:
                yield read
            else:
                merged.append(read.merged)

    ready, failed = coded(others(), options, jobs)
    write([*merged, *apart(ready)])
    aside = sum(len(one.background) for one in ready)
    if aside:
        typer.echo(f"  left out: {aside} of history, plans and denials", err=True)
    return failed


def _told_by(output: Path | None) -> FileFormat:
    if output is None:
        return FileFormat.jsonl
    found = next((name for name in FileFormat if output.suffix.lower() == f".{name}"), None)
    return found or fail(f"{output}: of which format? Name one with --format: {', '.join(FileFormat)}")


def _written(
    incidents: "Iterable[MergedIncident]",
    before: "Callable[[Loss], object]" = lambda loss: None,
    *,
    output: Path | None,
    name: FileFormat,
    profile: Audience,
) -> None:
    """Write the incidents and say what the file does not hold. ``before``: what must be done before anyone gets the file."""
    from dateline.export.formats import FORMATS
    from dateline.export.formats.file import replacing

    with TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / f"incidents.{name}"
        loss = FORMATS[name.value](incidents, path, profile.value)
        before(loss)
        with path.open("rb") as file:
            if output is None:
                shutil.copyfileobj(file, sys.stdout.buffer)
            else:
                with replacing(output) as target:
                    shutil.copyfileobj(file, target)
    typer.echo(f"{output or name}: {loss.incidents} incident{'s' * (loss.incidents != 1)}, {profile.value}", err=True)
    for words, lost in (("withheld", loss.withheld), (f"not held by {name.value}", loss.lost)):
        for one in lost:
            typer.echo(f"  {words}: {one.what}, in {one.incidents}", err=True)
