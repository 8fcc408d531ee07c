"""The command line. Everything heavy is imported where it is needed, so that ``--help`` comes at once."""

from typing import Annotated

import typer

from dateline.commands import article, case, checking, desk, gazetteer, merging

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads English conflict news and prints dated, placed, sourced incident records.",
    epilog="Start with  [bold]dateline code ARTICLE.txt[/bold]  — every value it prints points at the words that say it.",
)
for part in (article, merging, case, desk, checking):
    app.add_typer(part.app)
app.add_typer(desk.users, name="user")
app.add_typer(gazetteer.app, name="gazetteer")


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.", is_eager=True)] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"dateline {installed('dateline')}")
        raise typer.Exit
