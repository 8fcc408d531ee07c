"""A PostgreSQL server for the tests: the one that ``DATELINE_TEST_POSTGRES`` names, or a private one in a temporary folder."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_SETTINGS = "fsync=off synchronous_commit=off full_page_writes=off max_connections=40".split()


class Absent(Exception):
    """There is no server, and none can be started."""


@contextmanager
def server() -> Iterator[str]:
    """The URL of a database in which schemas may be made. Raises ``Absent``."""
    if url := os.environ.get("DATELINE_TEST_POSTGRES"):
        yield url
        return
    binary = next(
        (path for path in (shutil.which("initdb"), *(f / "initdb" for f in _FOLDERS)) if path and Path(path).exists()),
        None,
    )
    if binary is None:
        raise Absent("no PostgreSQL server: install postgresql, or name one in DATELINE_TEST_POSTGRES")
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-"))
    who = {"user": _nobody()} if os.geteuid() == 0 else {}
    try:
        if who:
            shutil.chown(folder, who["user"])
        data, tools = folder / "data", Path(binary).parent
        _run([binary, "-D", data, "-A", "trust", "-U", "dateline", "-E", "UTF8", "--locale=C", "--no-sync"], who)
        options = " ".join(
            f"-c {s}" for s in (*_SETTINGS, "listen_addresses=''", f"unix_socket_directories='{folder}'")
        )
        _run([tools / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"], who)
        try:
            yield f"postgresql://dateline@/postgres?host={quote(str(folder), safe='')}"
        finally:
            _run([tools / "pg_ctl", "-D", data, "-m", "immediate", "stop"], who)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _nobody() -> str:
    """A server refuses to run as root."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise Absent("no user to run a PostgreSQL server as")


def _run(command: list[str | Path], who: dict[str, str]) -> None:
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", check=False, **who)  # type: ignore[call-overload]
    if done.returncode:
        raise Absent(f"PostgreSQL does not start: {done.stderr.decode(errors='replace').strip()[-300:]}")
