"""Short ways to fill a casefile and to look into it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from dateline.casefile.ingest import Taken, ingest
from dateline.jobs import Options
from dateline.model.text import Article
from dateline.sources.read import Read
from dateline.store.case import Case
from dateline.store.log import entries
from dateline.store.schema import codings, decisions, incidents, members, queue, reports, texts

OPTIONS = Options(coder="case_coder")
KUTUM = "On 2024-03-01 shelling killed 5 in Kutum, the mayor said."


def read(text: str, id: str | None = None, **fields: Any) -> Read:
    """An article as it comes from an input."""
    return Read(article=Article(id=id or text[:20], text=text, **fields), source="articles.jsonl")


def take(case: Case, reads: Iterable[Read], rules: str = "1") -> list[Taken]:
    """Ingest everything."""
    return list(ingest(case, reads, OPTIONS, rules, jobs=1))


def many(count: int, start: int = 0) -> list[Read]:
    """Reports of ``count`` days of shelling, some of them of the same day by another outlet, some revised under their URL."""
    out = []
    for n in range(start, start + count):
        day = f"2024-{1 + n // 28 % 12:02}-{1 + n % 28:02}"
        text = f"On {day} shelling killed {n % 9 + 1} in {('Kutum', 'Mellit', 'Ombada')[n % 3]}, the mayor said."
        out.append(read(text, f"a{n}", publisher="One", url=f"https://one.example/{n % 40}"))
        if n % 3 == 0:
            out.append(read(text + " More soon.", f"b{n}", publisher="Two"))
    return out


def dump(case: Case) -> dict[str, list[Any]]:
    """All that a casefile holds, but for times and the hashes made of them."""
    out: dict[str, list[Any]] = {}
    with case.reading() as connection:
        for table in (texts, reports, codings, decisions, incidents, members, queue):
            columns = [c for c in table.c if c.name not in ("number", "seq")]
            rows = [
                tuple(bytes(v) if isinstance(v, memoryview) else v for v in row)
                for row in connection.execute(select(*columns))
            ]
            out[table.name] = sorted(rows, key=repr)
        out["log"] = [(e.action, sorted(e.data.items())) for e in entries(connection)]
    return out
