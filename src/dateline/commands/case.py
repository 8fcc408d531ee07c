"""The commands on a casefile. CASE is a file, made by the first ``ingest``, or a PostgreSQL URL."""

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.commands import gazetteer
from dateline.commands.ending import errors, fail
from dateline.commands.given import day, given
from dateline.commands.options import Inputs, Jobs, Linked, Model, Private, Published, Shown

if TYPE_CHECKING:
    from dateline.export.formats.loss import Loss
    from dateline.model.merged import MergedIncident
    from dateline.store.case import Case

app = typer.Typer(rich_markup_mode="rich")

CaseName = Annotated[
    str,
    typer.Argument(metavar="CASE", help="A casefile, or the URL of a PostgreSQL database.", show_default=False),
]
EXITS = "[bold]Exit codes[/bold]  0 done · {one}2 the casefile cannot be used; what it held is unharmed"


As = Annotated[
    Shown | None, typer.Option("--format", help="jsonl: one a line. table: for people, the default on a terminal.")
]


@app.command(
    epilog=f"""[bold]Examples[/bold]\n
dateline ingest case.db articles.jsonl reports/*.txt\n
dateline ingest postgresql://localhost/war articles.jsonl --jobs 4\n
{EXITS.format(one="1 some article could not be coded, see standard error · ")}"""
)
def ingest(
    case: CaseName,
    inputs: Inputs,
    published: Published = None,
    jobs: Jobs = 0,
    linked: Linked = False,
    allow_private: Private = False,
    model: Model = None,
) -> None:
    """Code articles and store them, each for good as soon as its line is printed. What is already there is passed over, so a run that was
    stopped is simply run again."""
    from dateline.casefile.ingest import ingest as take
    from dateline.export.plain import one_line
    from dateline.export.stream import progress
    from dateline.jobs import Options
    from dateline.packs.ruleset import ruleset

    count = {"added": 0, "revision": 0, "known": 0, "refused": 0}
    failed = 0
    with errors():
        articles = given(inputs, published, linked, allow_private)
        gazetteer.prepare()
        with opened(case, create=True) as held, progress(articles.size) as advance:
            for one in take(held, articles.reads, Options(model=model), ruleset(model), jobs=jobs):
                count[one.state] += 1
                advance(one.size)
                typer.echo(f"{one.state}\t{one_line(one.name)}\t{one.incidents}")
                if one.failed:
                    failed = 1
                    typer.echo(one_line(f"dateline: {one.name}: {one.failed}"), err=True)
        typer.echo(", ".join(f"{n} {state}" for state, n in count.items() if n) or "nothing to store", err=True)
    raise typer.Exit(failed)


def merge(name: str) -> None:
    """Fold a casefile. Part of the command ``merge``, which takes articles too."""
    from dateline.casefile.merging import merge_case

    with errors(), opened(name) as held:
        done = merge_case(held)
    c = done.changed
    told = f"{_many(done.reports, 'report')}, {_many(c.total, 'incident')}: {c.new} new, {c.altered} changed, {c.gone} gone"
    typer.echo(told)
    if done.tasks:
        typer.echo(f"{_many(done.tasks, 'thing')} to look at: dateline list CASE --queue")


@app.command(
    "list",
    epilog=f"""[bold]Examples[/bold]\n
dateline list case.db --since 2024-03-01 --country SD\n
dateline list case.db --search "market shelling" --format jsonl\n
{EXITS.format(one="")}""",
)
def list_(
    case: CaseName,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="On or after this day.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="On or before this day.")] = None,
    type: Annotated[str | None, typer.Option(metavar="NAME", help="Of a type, as shelling.")] = None,
    country: Annotated[str | None, typer.Option(metavar="CC", help="In a country, by its two letters.")] = None,
    grade: Annotated[str | None, typer.Option(metavar="NAME", help="Of a grade, as Contested.")] = None,
    search: Annotated[str | None, typer.Option(metavar="WORDS", help="All of these words are said of it.")] = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="With values that do not meet.")] = False,
    unsure: Annotated[bool, typer.Option("--unsure", help="With links that a person should look at.")] = False,
    queue: Annotated[bool, typer.Option("--queue", help="Instead: everything that a person should look at.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many.")] = None,
    format: As = None,
) -> None:
    """List the incidents of the last merge, earliest first."""
    import msgspec

    from dateline.export.ledger import task_line
    from dateline.export.merged import print_merged, print_rows

    with errors(), opened(case, write=False) as held:
        from dateline.store.incidents import Filter, chosen, tasks

        wanted = Filter(
            since=day(since), until=day(until), type=type, country=country, grade=grade, words=search,
            disputed=disputed, unsure=unsure, limit=limit,
        )  # fmt: skip
        with held.reading() as connection:
            _say_pending(connection)
            if queue:
                for task in tasks(connection):
                    typer.echo(task_line(task) if _shown(format) is Shown.table else msgspec.json.encode(task).decode())
            elif _shown(format) is Shown.table:
                print_rows(chosen(connection, wanted), ids=True)
            else:
                print_merged(chosen(connection, wanted), "jsonl")


@app.command(epilog=f"[bold]Example[/bold]\n\ndateline show case.db 3f2a\n\n{EXITS.format(one='')}")
def show(
    case: CaseName,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An incident's id or how it begins, a report's name, or REPORT#INCIDENT.",
            show_default=False,
        ),
    ],
    format: As = None,
) -> None:
    """Show an incident: its values, who gives them, where they differ, and every link with its reasons."""
    from rich.console import Console

    from dateline.export.dossier import print_dossier
    from dateline.export.merged import print_merged

    with errors(), opened(case, write=False) as held:
        from dateline.store.incidents import found

        with held.reading() as connection:
            _say_pending(connection)
            matches = found(connection, id)
        if not matches:
            fail(f"{id}: no such incident in the last merge")
        if _shown(format) is Shown.jsonl:
            print_merged(matches, "jsonl")
            return
        for one in matches:
            print_dossier(one, Console(highlight=False))


@app.command(epilog=f"[bold]Example[/bold]\n\ndateline log case.db --last 20\n\n{EXITS.format(one='')}")
def log(
    case: CaseName,
    newest: Annotated[int | None, typer.Option("--last", min=1, metavar="N", help="Only the last N entries.")] = None,
    format: As = None,
) -> None:
    """Print the log: what was done, when, by whom. Each entry's hash covers the one before it."""
    import msgspec

    from dateline.export.ledger import entry_line

    with errors(), opened(case, write=False) as held:
        from dateline.store.log import entries

        with held.reading() as connection:
            for entry in entries(connection, newest=newest):
                typer.echo(entry_line(entry) if _shown(format) is Shown.table else msgspec.json.encode(entry).decode())


@app.command(
    epilog=f"""[bold]Example[/bold]\n\ndateline verify case.db --head 4c0f…\n
{EXITS.format(one="1 something is not what was written · ")}"""
)
def verify(
    case: CaseName,
    head: Annotated[
        str | None, typer.Option(metavar="HASH", help="A last hash that you noted: it must still stand in the log.")
    ] = None,
) -> None:
    """Check that nothing in a casefile was altered or taken out, and name the first entry where it was."""
    from dateline.export.plain import one_line

    with errors(), opened(case, write=False) as held:
        from dateline.store.verify import verify as check

        with held.reading() as connection:
            found = check(connection, head)
    if found.problem:
        where = f"entry {found.entry.seq} ({found.entry.action}, {found.entry.at}): " if found.entry else ""
        typer.echo(one_line(f"{where}{found.problem}"))
        raise typer.Exit(1)
    typer.echo(f"sound: {found.entries} entries, the last hash is {found.head}")


def export(name: str, write: "Callable[[Iterable[MergedIncident], Callable[[Loss], object]], None]") -> None:
    """Hand the incidents of the last merge to ``write``. Part of the command ``export``, which takes files too."""
    with errors(), opened(name) as held:
        from dateline.casefile.exporting import incidents, put_on_record

        write(incidents(held), lambda loss: put_on_record(held, loss))


@app.command(
    epilog=f"[bold]Examples[/bold]\n\ndateline diff case.db\n\ndateline diff case.db --accept\n\n{EXITS.format(one='')}"
)
def diff(
    case: CaseName,
    accept: Annotated[bool, typer.Option("--accept", help="Put the new readings in the place of the old.")] = False,
    jobs: Jobs = 0,
    format: As = None,
    model: Model = None,
) -> None:
    """Show what the present rules read otherwise than those that coded the casefile, value by value. Verdicts stay on their words."""
    import msgspec

    from dateline.casefile.recode import compare
    from dateline.export.ledger import difference_lines
    from dateline.jobs import Options
    from dateline.packs.ruleset import ruleset

    reports = changed = loose = 0
    with errors():
        gazetteer.prepare()
        with opened(case, write=accept) as held:
            for one in compare(held, Options(model=model), ruleset(model), jobs=jobs, accept=accept):
                reports, changed, loose = reports + 1, changed + len(one.changes), loose + len(one.loose)
                if _shown(format) is Shown.jsonl:
                    typer.echo(msgspec.json.encode(one).decode())
                elif one.changes:
                    typer.echo("\n".join(difference_lines(one)))
    said = f"coded by other rules: {_many(reports, 'report')}; {_many(changed, 'value')} changed, {_many(loose, 'verdict')} without words"
    typer.echo(said + ("; taken over" if accept and reports else ""), err=True)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _say_pending(connection: Any) -> None:
    from dateline.casefile.merging import pending

    left = pending(connection)
    if left is None:
        typer.echo("nothing is merged yet; run: dateline merge CASE", err=True)
    elif left:
        typer.echo("reports or decisions have come since the last merge; run: dateline merge CASE", err=True)


def _shown(format: Shown | None) -> Shown:
    return format or (Shown.table if sys.stdout.isatty() else Shown.jsonl)


def opened(name: str, *, create: bool = False, write: bool = True) -> "Case":
    """The casefile of a name, or one line that says why not."""
    from dateline.store.errors import CaseError

    try:
        from dateline.store.opening import open_case
    except ImportError as error:
        raise CaseError(f"for casefiles install dateline[case] ({error.name} is missing)") from error
    return open_case(name, create=create, write=write)
