"""``code``, ``places``, ``explain``, ``report``: what one article says."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands import gazetteer
from dateline.commands.ending import errors, fail, said_why, stop
from dateline.commands.given import Given, given, single
from dateline.commands.options import Format, Inputs, Linked, Model, One, Private, Published, Shown

if TYPE_CHECKING:
    from dateline.jobs import Options

app = typer.Typer(rich_markup_mode="rich")


class Profile(StrEnum):
    """Whose numbers ``code`` adds."""

    acled = "acled"
    ucdp = "ucdp"
    airwars = "airwars"


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
    with errors():
        gazetteer.prepare()
        stop(_code(given(inputs, published, linked, allow_private), options, jobs, shown))


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
    with errors():
        stop(_places(given(inputs, None, linked, allow_private), shown))


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

    with errors():
        read = single(article, published)
        gazetteer.prepare()
        coded, trace = code_one(read, Options(model=model))
        try:
            show(coded, trace, read.article, incident, Console(highlight=False, soft_wrap=not sys.stdout.isatty()))
        except UnknownIncident as error:
            fail(str(error))
        stop(said_why(coded.issues, read.article.id))


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

    with errors():
        read = single(article, published)
        gazetteer.prepare()
        coded, trace = code_one(read, Options(model=model))
        page = render_page(coded, trace, read.article, public, divisions(), load_gazetteer().in_box)
        try:
            output.write_text(page, encoding="utf-8")
        except OSError as error:
            fail(f"{output}: {error.strerror or error}")
        stop(said_why(coded.issues, read.article.id))


def _code(given: Given, options: "Options", jobs: int, shown: Format) -> int:
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


def _places(given: Given, shown: Shown) -> int:
    from dateline.export.toponyms import print_places
    from dateline.packs.kit import load_atlas
    from dateline.resolve.toponyms import PlacedText, read_places

    kit = load_atlas()
    failed = 0
    for read in given.reads:
        found = read_places(read.article, kit=kit) if read.codable else PlacedText(read.article.id)
        print_places(found, shown.value)
        failed |= said_why(read.issues, read.article.id)
    return failed
