"""The review desk: serving it, and who may come in."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands import gazetteer
from dateline.commands.case import EXITS, CaseName, opened
from dateline.commands.ending import errors

if TYPE_CHECKING:
    from dateline.store.people import Role

app = typer.Typer(rich_markup_mode="rich")
users = typer.Typer(
    no_args_is_help=True, rich_markup_mode="rich", help="Who may come to a casefile's desk, and as what."
)

Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]
AsRole = Annotated[str, typer.Option("--role", metavar="ROLE", help="viewer, reviewer, lead or admin.")]


@app.command(
    epilog=f"""[bold]Examples[/bold]\n
dateline serve case.db\n
dateline serve case.db --host 0.0.0.0 --origin https://desk.example.org\n
{EXITS.format(one="")}"""
)
def serve(
    case: CaseName,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen at.")] = 8765,
    origin: Annotated[
        str | None,
        typer.Option(metavar="URL", help="What browsers call the desk where a server with TLS stands before it."),
    ] = None,
    tiles: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="A tile server for the map, as https://…/{z}/{x}/{y}.png. It sees what is looked at."
        ),
    ] = None,
    fold: Annotated[bool, typer.Option(help="Fold the incidents anew when the desk opens.")] = True,
    credit: Annotated[str, typer.Option(metavar="WORDS", help="What the tile server wants said of it.")] = "",
) -> None:
    """Open the review desk: incidents in the browser, decided by people. On this machine the first run prints a link that lets you in."""
    with errors():
        _need()
        from dateline.desk.serve import Place, check_place, first_link, options
        from dateline.desk.serve import serve as run

        gazetteer.prepare()
        with opened(case) as held:
            place = Place(host, port, origin)
            settings = options(place, tiles, credit)
            check_place(held, place)
            link = first_link(held, place)
            typer.echo(f"The desk is open at {place.address}", err=True)
            if link:
                typer.echo(f"Come in by this link; it works once, for some minutes:\n{link}", err=True)
            sys.stderr.flush()
            run(held, case, place, settings, fold)


@users.command(
    epilog=f"[bold]Example[/bold]\n\ndateline user add case.db Ada --role reviewer\n\n{EXITS.format(one='')}"
)
def add(
    case: CaseName,
    name: Name,
    role: AsRole = "viewer",
    password: Annotated[
        bool, typer.Option("--password", help="Read a password from standard input, its first line.")
    ] = False,
) -> None:
    """Add someone. They set their password by a one-time link, unless one is given here."""
    with errors():
        _need()
        from dateline.desk.password import keep
        from dateline.store.people import add_key, add_user, later, set_password

        hash = keep(sys.stdin.readline().rstrip("\n")) if password else None
        with opened(case, create=True) as held, held.writing() as writer:
            user = add_user(writer, name, _role(role), by=_me())
            if hash:
                set_password(writer, user.id, hash)
            key = None if hash else add_key(writer, user.id, "once", "link", later(hours=24))
    typer.echo(f"{name}: {role}")
    if key:
        typer.echo(f"A one-time link, for a day: …/enter?key={key}")


@users.command(epilog=f"[bold]Example[/bold]\n\ndateline user role case.db Ada --role lead\n\n{EXITS.format(one='')}")
def role(case: CaseName, name: Name, role: AsRole) -> None:
    """Give someone another role."""
    with errors():
        from dateline.store.people import set_role

        with opened(case) as held, held.writing() as writer:
            set_role(writer, name, _role(role), by=_me())
    typer.echo(f"{name}: {role}")


@users.command(
    epilog=f"[bold]Example[/bold]\n\ndateline user token case.db Ada --label backup\n\n{EXITS.format(one='')}"
)
def token(
    case: CaseName, name: Name, label: Annotated[str, typer.Option(metavar="WORDS", help="What it is for.")] = "token"
) -> None:
    """Make an API token, which may do what its owner may. It is shown once."""
    with errors():
        from dateline.store.errors import CaseError
        from dateline.store.people import add_key, later, user_named

        with opened(case) as held, held.writing() as writer:
            user = user_named(writer.connection, name)
            if user is None or not user.active:
                raise CaseError(f"{name}: no such user")
            secret = add_key(writer, user.id, "api", label, later(days=365))
            writer.log("user", {"user": user.name, "what": "token"}, by=_me())
    typer.echo(secret)


@users.command(epilog=f"[bold]Example[/bold]\n\ndateline user link case.db Ada\n\n{EXITS.format(one='')}")
def link(case: CaseName, name: Name) -> None:
    """Make a one-time link for someone who has no password, or has lost it."""
    with errors():
        from dateline.store.errors import CaseError
        from dateline.store.people import LINK_MINUTES, add_key, later, user_named

        with opened(case) as held, held.writing() as writer:
            user = user_named(writer.connection, name)
            if user is None or not user.active:
                raise CaseError(f"{name}: no such user")
            key = add_key(writer, user.id, "once", "link", later(minutes=LINK_MINUTES))
            writer.log("user", {"user": user.name, "what": "link"}, by=_me())
    typer.echo(f"Within {LINK_MINUTES} minutes: …/enter?key={key}")


@users.command(epilog=f"[bold]Example[/bold]\n\ndateline user off case.db Ada\n\n{EXITS.format(one='')}")
def off(
    case: CaseName, name: Name, undo: Annotated[bool, typer.Option("--undo", help="Let them in again.")] = False
) -> None:
    """Shut someone out, at once and everywhere. What they decided stays."""
    with errors():
        from dateline.store.people import switch

        with opened(case) as held, held.writing() as writer:
            switch(writer, name, undo, by=_me())
    typer.echo(f"{name}: {'on' if undo else 'off'}")


def _role(words: str) -> "Role":
    from dateline.store.errors import CaseError
    from dateline.store.people import ROLES

    for one in ROLES:
        if one == words:
            return one
    raise CaseError(f"{words}: not a role; they are {', '.join(ROLES)}")


def _me() -> str:
    """Whoever may write the file."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "the operator"


def _need() -> None:
    from dateline.store.errors import CaseError

    try:
        import argon2  # noqa: F401
        import litestar  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise CaseError(f"for the desk install dateline[serve] ({error.name} is missing)") from error
