"""Serving a desk and saying who may come in, from the command line."""

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli import app
from dateline.desk.serve import Place, check_place, first_link, is_loopback, options
from dateline.store.errors import CaseError
from dateline.store.opening import open_case
from dateline.store.people import every_user, set_password


def run(*words: str, stdin: str = "", exit_code: int = 0) -> str:
    result = CliRunner().invoke(app, list(words), input=stdin)
    assert result.exit_code == exit_code, result.output
    return result.output


def test_people_are_kept_from_the_command_line(tmp_path: Path) -> None:
    case = str(tmp_path / "case.db")
    assert "/enter?key=" in run("user", "add", case, "Ada", "--role", "admin")
    assert "…/enter" not in run("user", "add", case, "Eve", "--password", stdin="long enough\n")
    assert "10 to 200" in run("user", "add", case, "Mal", "--password", stdin="short\n", exit_code=2)
    assert "not a role" in run("user", "role", case, "Eve", "--role", "king", exit_code=2)
    run("user", "role", case, "Eve", "--role", "lead")
    assert run("user", "token", case, "Eve").startswith("dl_")
    assert "only admin" in run("user", "off", case, "Ada", exit_code=2)
    run("user", "off", case, "Eve")
    assert "no such user" in run("user", "link", case, "Eve", exit_code=2)
    run("user", "off", case, "Eve", "--undo")
    assert "enter?key=" in run("user", "link", case, "Eve")


def test_beyond_this_machine_a_desk_needs_people_and_tls(tmp_path: Path) -> None:
    with open_case(str(tmp_path / "case.db"), create=True) as case:
        far, near = Place("0.0.0.0", 8765), Place("127.0.0.1", 8765)
        check_place(case, near)
        with pytest.raises(CaseError, match="users who have a password"):
            check_place(case, far)
        link = first_link(case, near)
        assert link is not None
        assert link.startswith("http://127.0.0.1:8765/enter?key=")
        assert first_link(case, far) is None
        with case.writing() as writer:
            (user,) = every_user(writer.connection)
            assert user.role == "admin"
            set_password(writer, user.id, "a hash")
        assert first_link(case, near) is None, "whoever has a password comes in by it"
        for origin in (None, "http://desk.example", "https://"):
            with pytest.raises(CaseError, match="needs TLS before"):
                check_place(case, far._replace(origin=origin))
        check_place(case, far._replace(origin="https://desk.example"))
        assert options(far._replace(origin="https://desk.example"), None, "").secure


def test_what_this_machine_is_called() -> None:
    assert [is_loopback(h) for h in ("127.0.0.1", "127.8.8.8", "::1", "localhost", "0.0.0.0", "10.0.0.1", "x.example")] == [True] * 4 + [False] * 3  # fmt: skip


@pytest.mark.parametrize("tiles", ["x", "ftp://t/{z}/{x}/{y}", "https://t/{z}/{x}", "https://a b/{z}/{x}/{y}", "https://u:p@t/{z}/{x}/{y}", "https://t;script-src/{z}/{x}/{y}"])  # fmt: skip
def test_a_tile_server_is_named_whole_or_refused(tiles: str) -> None:
    with pytest.raises(CaseError, match="a tile server is named like"):
        options(Place("127.0.0.1", 1), tiles, "")


def test_htmx_is_the_one_that_was_pinned() -> None:
    held = (files("dateline") / "data" / "htmx" / "htmx.js").read_bytes()
    assert hashlib.sha256(held).hexdigest() == "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717"
    assert "Zero-Clause BSD" in (files("dateline") / "data" / "htmx" / "LICENSE").read_text()
