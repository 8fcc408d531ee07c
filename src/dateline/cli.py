"""The command line. Everything heavy is imported where it is needed, so that ``--help`` comes at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from dateline import gazetteer_command

if TYPE_CHECKING:
    from dateline.jobs import Options
    from dateline.model.incident import Coded, Issue
    from dateline.model.merged import MergedIncident
    from dateline.sources.read import Read

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads English conflict news and prints dated, placed, sourced incident records.",
    epilog="Start with  [bold]dateline code ARTICLE.txt[/bold]  — every value it prints points at the words that say it.",
)
app.add_typer(gazetteer_command.app, name="gazetteer")


class Format(StrEnum):
    """How records are printed."""

    jsonl = "jsonl"
    json = "json"
    table = "table"


class Shown(StrEnum):
    """How ``places`` prints."""

    jsonl = "jsonl"
    table = "table"


class Profile(StrEnum):
    """Whose numbers ``code`` adds."""

    acled = "acled"
    ucdp = "ucdp"
    airwars = "airwars"


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


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.", is_eager=True)] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"dateline {installed('dateline')}")
        raise typer.Exit


@app.command(
    epilog="""[bold]Examples[/bold]\n
dateline code report.txt\n
dateline code articles.jsonl --jobs 4 > incidents.jsonl\n
curl -s https://example.org/story | dateline code - --published 2024-05-11 --format json\n
[bold]Exit codes[/bold]  0 done · 1 some article could not be coded, see its issues · 2 usage or data error"""
)
def code(
    inputs: Inputs,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="jsonl: an object a line. json: one array. table: cards for people, the default on a terminal.",
        ),
    ] = None,
    profile: Annotated[
        Profile | None, typer.Option(help="Add the numbers this codebook would give, and the rules that gave them.")
    ] = None,
    published: Published = None,
    jobs: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Processes. 0: one a core if the input is long. The output is the same."),
    ] = 0,
    with_text: Annotated[bool, typer.Option("--with-text", help="Print each article's text with it.")] = False,
    linked: Linked = False,
    allow_private: Private = False,
    model: Model = None,
) -> None:
    """Read articles and print their incidents. Nothing is fetched but the addresses that you name."""
    from dateline.jobs import Options

    shown = format or (Format.table if sys.stdout.isatty() else Format.jsonl)
    options = Options(
        model=model, profile=profile.value if profile else None, with_text=with_text or shown is Format.table
    )
    with _errors():
        gazetteer_command.prepare()
        _stop(_code(_given(inputs, published, linked, allow_private), options, jobs, shown))


@app.command(epilog="[bold]Example[/bold]\n\ndateline places report.txt --format table")
def places(
    inputs: Inputs,
    format: Annotated[
        Shown | None,
        typer.Option("--format", help="jsonl: an article a line. table: for people, the default on a terminal."),
    ] = None,
    linked: Linked = False,
    allow_private: Private = False,
) -> None:
    """List every place name in the articles, whether or not anything happened there, with its point where that is sure."""
    shown = format or (Shown.table if sys.stdout.isatty() else Shown.jsonl)
    with _errors():
        _stop(_places(_given(inputs, None, linked, allow_private), shown))


@app.command(
    epilog="""[bold]Examples[/bold]\n
dateline merge articles.jsonl > incidents.jsonl\n
dateline code articles.jsonl --with-text | dateline merge -\n
[bold]Exit codes[/bold]  0 done · 1 some article could not be read, see standard error · 2 usage or data error"""
)
def merge(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Articles as [bold]code[/bold] takes them, or the lines it printed (--with-text, so that copies are known); - for standard input.",
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
    jobs: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Processes that code. 0: one a core if the input is long."),
    ] = 0,
    linked: Linked = False,
    allow_private: Private = False,
    model: Model = None,
) -> None:
    """Merge many reports: one record for each incident, with what the reports agree on and where they differ."""
    from dateline.jobs import Options

    shown = format or (Format.table if sys.stdout.isatty() else Format.jsonl)
    with _errors():
        given = _given(inputs, published, linked, allow_private)
        _stop(_merge(given, Options(model=model, with_text=True), jobs, shown))


@app.command(
    epilog="""[bold]Examples[/bold]\n
dateline merge articles.jsonl | dateline export - -o incidents.csv\n
dateline export coded.jsonl -o map.geojson\n
[bold]Exit codes[/bold]  0 done · 1 some article could not be read, see standard error · 2 usage or data error, or no file written"""
)
def export(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="What [bold]merge[/bold] or [bold]code[/bold] printed, or articles, a row each record; - for standard input.",
            show_default=False,
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where to write.", show_default=False)],
    format: Annotated[
        FileFormat | None,
        typer.Option("--format", help="Of the file; told by its ending if left out. hxl: CSV with a row of HXL tags."),
    ] = None,
    profile: Annotated[
        Audience,
        typer.Option(
            help="public: no victims' names, private sources, exact sites or words of articles. internal: all."
        ),
    ] = Audience.public,
    published: Published = None,
    jobs: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Processes that code. 0: one a core if the input is long."),
    ] = 0,
    model: Model = None,
) -> None:
    """Write incidents as a file for other programs, and say what it does not hold."""
    from dateline.jobs import Options

    name = format or next((f for f in FileFormat if output.suffix.lower() == f".{f}"), None)
    if name is None:
        _fail(f"{output}: of which format? Name one with --format: {', '.join(FileFormat)}")
    with _errors():
        options = Options(model=model, with_text=True)
        _stop(_export(_given(inputs, published, False, False), options, jobs, output, name, profile))


@app.command(epilog="[bold]Example[/bold]\n\ndateline explain report.txt 3")
def explain(
    article: One,
    incident: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="An incident's id, or its number. All of them if left out.", show_default=False
        ),
    ] = None,
    published: Published = None,
    model: Model = None,
) -> None:
    """Show how each value was read: its words, its rule, and the steps between them."""
    from rich.console import Console

    from dateline.explain import UnknownIncident
    from dateline.explain import explain as show
    from dateline.jobs import Options, code_one

    with _errors():
        read = _single(article, published)
        gazetteer_command.prepare()
        coded, trace = code_one(read, Options(model=model))
        try:
            show(coded, trace, read.article, incident, Console(highlight=False, soft_wrap=not sys.stdout.isatty()))
        except UnknownIncident as error:
            _fail(str(error))
        _stop(_said_why(coded.issues, read.article.id))


@app.command(epilog="[bold]Example[/bold]\n\ndateline report report.txt -o report.html")
def report(
    article: One,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.html", help="Where to write the page.", show_default=False)
    ],
    public: Annotated[
        bool, typer.Option("--public", help="Leave out victims' names, exact sites and the article's text.")
    ] = False,
    published: Published = None,
    model: Model = None,
) -> None:
    """Write one page that shows an article with its incidents. It needs no network."""
    from dateline.export.page import render_page
    from dateline.jobs import Options, code_one
    from dateline.packs.gazetteer import divisions, load_gazetteer

    with _errors():
        read = _single(article, published)
        gazetteer_command.prepare()
        coded, trace = code_one(read, Options(model=model))
        page = render_page(coded, trace, read.article, public, divisions(), load_gazetteer().in_box)
        try:
            output.write_text(page, encoding="utf-8")
        except OSError as error:
            _fail(f"{output}: {error.strerror or error}")
        _stop(_said_why(coded.issues, read.article.id))


@app.command()
def schema(
    merged: Annotated[
        bool, typer.Option("--merged", help="Of what [bold]merge[/bold] prints for one incident.")
    ] = False,
) -> None:
    """Print the JSON Schema of what [bold]code[/bold] prints for one article."""
    import msgspec

    from dateline.model.incident import Coded
    from dateline.model.merged import MergedIncident

    title = "dateline: one merged incident" if merged else "dateline: one coded article"
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    form = msgspec.json.schema(MergedIncident if merged else Coded)
    with _errors():
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(found | form), indent=2).decode() + "\n")


@app.command()
def check() -> None:
    """Check the rule and data files: every example comes out as written, every near-miss does not match."""
    from dateline.check import run

    with _errors():
        gazetteer_command.prepare()
        problems = run()
    for problem in problems:
        typer.echo(problem)
    typer.echo(
        f"{len(problems)} problem{'s' * (len(problems) != 1)}" if problems else "all rules and data files are sound",
        err=True,
    )
    raise typer.Exit(1 if problems else 0)


@app.command("eval", epilog="[bold]Example[/bold]\n\ndateline eval tests/gold --misses 20 --json scores.json")
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD_DIR", help="A folder of NAME.txt with NAME.json beside it.", show_default=False),
    ],
    misses: Annotated[int, typer.Option(min=0, metavar="N", help="How many misses of each kind to list.")] = 5,
    json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all numbers and all misses here.")
    ] = None,
    model: Model = None,
) -> None:
    """Measure the reading against articles coded by hand, field by field, and list what it got wrong."""
    from rich.console import Console

    from dateline.evaluate import GoldError, print_report, write_report
    from dateline.evaluate import evaluate as measure
    from dateline.jobs import Options, load

    with _errors():
        gazetteer_command.prepare()
        try:
            coder, kit = load(Options().coder, model)
            found = measure(gold, kit, coder.code_many)
        except GoldError as error:
            _fail(str(error))
        print_report(found, Console(highlight=False), misses)
        if json:
            write_report(found, json)


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        raise typer.BadParameter(f"{published!r} is not a day written YYYY-MM-DD", param_hint="--published") from None


class _Given(NamedTuple):
    """The inputs of a run, looked at: how many bytes they have (null if that cannot be known), and their articles."""

    size: int | None
    reads: "Iterator[Read]"


def _given(names: list[str], published: str | None, linked: bool, private: bool) -> _Given:
    from dateline.sources.inputs import Reach, check_inputs
    from dateline.sources.read import read_inputs

    day, reach = _day(published), Reach(linked, private)
    return _Given(check_inputs(names), read_inputs(names, published=day, reach=reach))


def _code(given: _Given, options: "Options", jobs: int, shown: Format) -> int:
    from dateline.export.stream import printed, progress
    from dateline.jobs import code_all

    done = code_all(given.reads, options, jobs=jobs)
    failed = 0
    with progress(given.size) as advance:
        for one in printed(done, shown.value):
            advance(one.size)
            if one.failed:
                failed = 1
                typer.echo(f"dateline: {one.id}: {one.failed}", err=True)
    return failed


def _places(given: _Given, shown: Shown) -> int:
    from dateline.export.toponyms import print_places
    from dateline.packs.kit import load_atlas
    from dateline.resolve.toponyms import PlacedText, read_places

    kit = load_atlas()
    failed = 0
    for read in given.reads:
        found = read_places(read.article, kit=kit) if read.codable else PlacedText(read.article.id)
        print_places(found, shown.value)
        failed |= _said_why(read.issues, read.article.id)
    return failed


def _merge(given: _Given, options: "Options", jobs: int, shown: Format) -> int:
    from dateline.export.merged import print_merged
    from dateline.merge import merge

    ready, failed = _coded(given.reads, options, jobs)
    print_merged(merge(ready), shown.value)
    return failed


def _export(given: _Given, options: "Options", jobs: int, path: Path, name: FileFormat, profile: Audience) -> int:
    from dateline.export.formats import FORMATS
    from dateline.merge import apart

    merged: list[MergedIncident] = []

    def others() -> "Iterator[Read]":
        for read in given.reads:
            if read.merged is None:
                yield read
            else:
                merged.append(read.merged)

    ready, failed = _coded(others(), options, jobs)
    loss = FORMATS[name.value]([*merged, *apart(ready)], path, profile.value)
    aside = sum(len(one.background) for one in ready)
    typer.echo(f"{path}: {loss.incidents} incident{'s' * (loss.incidents != 1)}, {profile.value}", err=True)
    if aside:
        typer.echo(f"  left out: {aside} of history, plans and denials", err=True)
    for words, lost in (("withheld", loss.withheld), (f"not held by {name.value}", loss.lost)):
        for one in lost:
            typer.echo(f"  {words}: {one.what}, in {one.incidents}", err=True)
    return failed


def _coded(reads: "Iterator[Read]", options: "Options", jobs: int) -> "tuple[list[Coded], int]":
    """The records of all articles, coded here where they were not before; 1 where some article could not be."""
    import msgspec

    from dateline.jobs import code_all
    from dateline.model.incident import Coded

    ready: list[Coded] = []
    failed = 0

    def uncoded() -> "Iterator[Read]":
        for read in reads:
            if read.coded is None:
                yield read
            else:
                ready.append(read.coded)

    for one in code_all(uncoded(), options, jobs=jobs):
        ready.append(msgspec.json.decode(one.line, type=Coded))
        if one.failed:
            failed = 1
            typer.echo(f"dateline: {one.id}: {one.failed}", err=True)
    return ready, failed


def _single(name: str, published: str | None) -> "Read":
    """The one article of an input."""
    from itertools import islice

    found = list(islice(_given([name], published, False, False).reads, 2))
    if len(found) != 1:
        _fail(f"{name}: {'holds more than one article' if found else 'holds no article'}; this command takes one")
    return found[0]


def _said_why(issues: "tuple[Issue, ...]", name: str) -> int:
    """Say on standard error why an article was not coded; the exit code that goes with it."""
    from dateline.sources.read import FAILED

    reasons = [issue for issue in issues if issue.code in FAILED]
    for issue in reasons:
        typer.echo(f"dateline: {name}: {issue.message} [{issue.code}]", err=True)
    return 1 if reasons else 0


@contextmanager
def _errors() -> "Iterator[None]":
    """What stops a command becomes one line and an exit code; a reader that went away (``| head``) is no error."""
    from dateline.export.formats.file import ExportError
    from dateline.jobs import KitError
    from dateline.merge.families import MissingLibrary
    from dateline.packs.errors import PackError
    from dateline.sources.html import MissingExtra
    from dateline.sources.inputs import InputError

    try:
        yield
        sys.stdout.flush()
    except (ExportError, InputError, KitError, MissingExtra, MissingLibrary, PackError) as error:
        _fail(str(error))
    except BrokenPipeError:
        # What is still buffered must not be written again when the interpreter leaves.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def _fail(message: str) -> NoReturn:
    typer.echo(f"dateline: {message}", err=True)
    raise typer.Exit(2)


def _stop(exit_code: int) -> None:
    raise typer.Exit(exit_code)
