"""Articles into a casefile: each is coded and stored in a transaction of its own, so a run that is stopped goes on where it was."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from dateline.jobs import Options, code_all
from dateline.model.incident import Coded
from dateline.sources.read import FAILED, Read
from dateline.store.case import Case
from dateline.store.reports import New, add, holds, plain, report_id, text_hash

State = Literal["added", "revision", "known", "refused"]


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one article. ``added``: stored; ``revision``: stored, as new text of a URL that is known; ``known``: it was there;
    ``refused``: it has no text that could be stored. ``failed``: why it could not be coded. ``size``: bytes of input."""

    state: State
    name: str
    incidents: int = 0
    failed: str | None = None
    size: int = 0


def ingest(case: Case, reads: Iterable[Read], options: Options, ruleset: str, *, jobs: int = 0) -> Iterator[Taken]:
    """Code what is not there yet, and store it. Articles come out as they go in, each stored for good before it comes out."""
    line: deque[Read | Taken] = deque()
    for done in code_all(_fresh(case, reads, line), options, jobs=jobs):
        while isinstance(first := line.popleft(), Taken):
            yield first
        yield _store(case, first, done.line, ruleset, done.failed)
    yield from (one for one in line if isinstance(one, Taken))


def _fresh(case: Case, reads: Iterable[Read], line: "deque[Read | Taken]") -> Iterator[Read]:
    """The articles that have to be coded. All stand in ``line``, in order."""
    here: set[str] = set()
    for read in reads:
        name, id = read.article.id, report_id(source(read), text_hash(read.article.text))
        if not read.codable:
            line.append(Taken(state="refused", name=name, failed=_why(read), size=read.size))
            continue
        with case.reading() as connection:
            known = id in here or holds(connection, id)
        if known:
            line.append(Taken(state="known", name=name, size=read.size))
            continue
        here.add(id)
        line.append(read)
        yield read


def source(read: Read) -> str:
    """Whose report an article is: its publisher's, else its page's, else its file's."""
    return read.article.publisher or read.article.url or read.source or "-"


def _store(case: Case, read: Read, line: bytes, ruleset: str, failed: str | None) -> Taken:
    article, coded = read.article, msgspec.json.decode(line, type=Coded)
    new = New(
        name=article.id,
        source=source(read),
        text=article.text,
        coded=coded,
        ruleset=ruleset,
        url=article.url,
        failed=failed,
    )
    with case.writing(lazily=True) as writer:
        stored = add(writer, new)
    if stored is None:  # another process stored it meanwhile
        return Taken(state="known", name=plain(article.id) or "", size=read.size)
    state: State = "revision" if stored.revises else "added"
    return Taken(state=state, name=stored.name, incidents=len(coded.incidents), failed=failed, size=read.size)


def _why(read: Read) -> str:
    return next(
        (f"{issue.message} [{issue.code}]" for issue in read.issues if issue.code in FAILED), "it cannot be read"
    )
