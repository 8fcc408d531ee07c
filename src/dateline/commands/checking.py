"""``schema``, ``check``, ``eval``: the form of the output, the rules' own examples, the measure."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.commands import gazetteer
from dateline.commands.ending import errors, fail
from dateline.commands.options import Model

app = typer.Typer(rich_markup_mode="rich")


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
    with errors():
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(found | form), indent=2).decode() + "\n")


@app.command()
def check() -> None:
    """Check the rule and data files: every example comes out as written, every near-miss does not match."""
    from dateline.check import run

    with errors():
        gazetteer.prepare()
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

    with errors():
        gazetteer.prepare()
        try:
            coder, kit = load(Options().coder, model)
            found = measure(gold, kit, coder.code_many)
        except GoldError as error:
            fail(str(error))
        print_report(found, Console(highlight=False), misses)
        if json:
            write_report(found, json)
