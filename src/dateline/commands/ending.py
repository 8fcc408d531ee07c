"""How a command ends: its exit code, and the one line that says what stopped it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from dateline.model.incident import Issue


def said_why(issues: "tuple[Issue, ...]", name: str) -> int:
    """Say on standard error why an article was not coded; the exit code that goes with it."""
    from dateline.sources.read import FAILED

    reasons = [issue for issue in issues if issue.code in FAILED]
    for issue in reasons:
        typer.echo(f"dateline: {name}: {issue.message} [{issue.code}]", err=True)
    return 1 if reasons else 0


@contextmanager
def errors() -> "Iterator[None]":
    """What stops a command becomes one line and exit code 2; a reader that went away (``| head``) is no error."""
    from dateline.export.formats.file import ExportError
    from dateline.jobs import KitError
    from dateline.merge.families import MissingLibrary
    from dateline.packs.errors import PackError
    from dateline.places.added import PlacesError
    from dateline.sources.html import MissingExtra
    from dateline.sources.inputs import InputError
    from dateline.store.errors import CaseError

    told = (CaseError, ExportError, InputError, KitError, MissingExtra, MissingLibrary, PackError, PlacesError)
    try:
        yield
        sys.stdout.flush()
    except told as error:
        fail(str(error))
    except BrokenPipeError:
        # What is still buffered must not be written again when the interpreter leaves.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def fail(message: str) -> NoReturn:
    from dateline.export.plain import one_line

    typer.echo(f"dateline: {one_line(message)}", err=True)
    raise typer.Exit(2)


def stop(exit_code: int) -> None:
    raise typer.Exit(exit_code)
