"""The command line. Everything heavy is imported where it is needed, so that ``--help`` comes at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from dateline import case_command, gazetteer_command
from dateline.store.naming import is_case

if TYPE_CHECKING:
    from dateline.jobs import Options
    from dateline.model.incident import Issue
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
app.add_typer(case_command.app)


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


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Text, HTML or .jsonl files (one article a line), or - for standard input.",
        show_default=False,
    ),
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
    str, typer.Argument(metavar="ARTICLE", help="A text or HTML file, or - for standard input.", show_default=False)
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
    model: Model = None,
) -> None:
    """Read articles and print their incidents."""
    from dateline.jobs import Options

    shown = format or (Format.table if sys.stdout.isatty() else Format.jsonl)
    options = Options(
        model=model, profile=profile.value if profile else None, with_text=with_text or shown is Format.table
    )
    with _errors():
        gazetteer_command.prepare()
        _stop(_code(inputs, options, _day(published), jobs, shown))


@app.command(epilog="[bold]Example[/bold]\n\ndateline places report.txt --format table")
def places(
    inputs: Inputs,
    format: Annotated[
        Shown | None,
        typer.Option("--format", help="jsonl: an article a line. table: for people, the default on a terminal."),
    ] = None,
) -> None:
    """List every place name in the articles, whether or not anything happened there, with its point where that is sure."""
    shown = format or (Shown.table if sys.stdout.isatty() else Shown.jsonl)
    with _errors():
        _stop(_places(inputs, shown))


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
    jobs: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Processes that code. 0: one a core if the input is long."),
    ] = 0,
    model: Model = None,
) -> None:
    """Merge many reports: one record for each incident, with what the reports agree on and where they differ."""
    from dateline.jobs import Options

    if any(map(is_case, inputs)):
        if len(inputs) > 1:
            _fail("merge takes one casefile alone, or files of articles")
        case_command.merge(inputs[0])
        return
    shown = format or (Format.table if sys.stdout.isatty() else Format.jsonl)
    with _errors():
        _stop(_merge(inputs, Options(model=model, with_text=True), _day(published), jobs, shown))


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


def _code(names: list[str], options: "Options", published: date | None, jobs: int, shown: Format) -> int:
    from dateline.export.stream import printed, progress
    from dateline.jobs import code_all
    from dateline.sources.read import check_inputs, read_inputs

    total = check_inputs(names)
    done = code_all(read_inputs(names, published=published), options, jobs=jobs)
    failed = 0
    with progress(total) as advance:
        for one in printed(done, shown.value):
            advance(one.size)
            if one.failed:
                failed = 1
                typer.echo(f"dateline: {one.id}: {one.failed}", err=True)
    return failed


def _places(names: list[str], shown: Shown) -> int:
    from dateline.export.toponyms import print_places
    from dateline.packs.kit import load_atlas
    from dateline.resolve.toponyms import PlacedText, read_places
    from dateline.sources.read import check_inputs, read_inputs

    check_inputs(names)
    kit = load_atlas()
    failed = 0
    for read in read_inputs(names):
        found = read_places(read.article, kit=kit) if read.codable else PlacedText(read.article.id)
        print_places(found, shown.value)
        failed |= _said_why(read.issues, read.article.id)
    return failed


def _merge(names: list[str], options: "Options", published: date | None, jobs: int, shown: Format) -> int:
    import msgspec

    from dateline.export.merged import print_merged
    from dateline.jobs import code_all
    from dateline.merge import merge
    from dateline.model.incident import Coded
    from dateline.sources.read import Read, check_inputs, read_inputs

    check_inputs(names)
    ready: list[Coded] = []
    failed = 0

    def uncoded() -> Iterator[Read]:
        for read in read_inputs(names, published=published):
            if read.coded is None:
                yield read
            else:
                ready.append(read.coded)

    for one in code_all(uncoded(), options, jobs=jobs):
        ready.append(msgspec.json.decode(one.line, type=Coded))
        if one.failed:
            failed = 1
            typer.echo(f"dateline: {one.id}: {one.failed}", err=True)
    print_merged(merge(ready), shown.value)
    return failed


def _single(name: str, published: str | None) -> "Read":
    """The one article of an input."""
    from itertools import islice

    from dateline.sources.read import check_inputs, read_inputs

    check_inputs([name])
    found = list(islice(read_inputs([name], published=_day(published)), 2))
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
    from dateline.jobs import KitError
    from dateline.merge.families import MissingLibrary
    from dateline.packs.errors import PackError
    from dateline.sources.html import MissingExtra
    from dateline.sources.read import InputError

    try:
        yield
        sys.stdout.flush()
    except (InputError, KitError, MissingExtra, MissingLibrary, PackError) as error:
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
