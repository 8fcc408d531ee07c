"""The articles that a command is given, looked at and coded."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import typer

from dateline.commands.ending import fail

if TYPE_CHECKING:
    from dateline.jobs import Options
    from dateline.model.incident import Coded
    from dateline.sources.read import Read


def day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        raise typer.BadParameter(f"{published!r} is not a day written YYYY-MM-DD", param_hint="--published") from None


class Given(NamedTuple):
    """The inputs of a run, looked at: how many bytes they have (null if that cannot be known), and their articles."""

    size: int | None
    reads: "Iterator[Read]"


def given(names: list[str], published: str | None, linked: bool, private: bool) -> Given:
    from dateline.sources.inputs import Reach, check_inputs
    from dateline.sources.read import read_inputs

    reach = Reach(linked, private)
    return Given(check_inputs(names), read_inputs(names, published=day(published), reach=reach))


def coded(reads: "Iterator[Read]", options: "Options", jobs: int) -> "tuple[list[Coded], int]":
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


def single(name: str, published: str | None) -> "Read":
    """The one article of an input."""
    from itertools import islice

    found = list(islice(given([name], published, False, False).reads, 2))
    if len(found) != 1:
        fail(f"{name}: {'holds more than one article' if found else 'holds no article'}; this command takes one")
    return found[0]
