"""Whether a casefile is what its log says: the chain of hashes holds, every row is the one that its entry tells of, and there is no row that
no entry tells of."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from dateline.model.ledger import Entry
from dateline.store.log import START, chained, digest
from dateline.store.reports import text_hash
from dateline.store.schema import codings, decisions, incidents, log, reports, texts


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """``problem`` null: sound. Else what is wrong, at the first broken ``entry`` (null: at rows that no entry tells of). ``entries`` and
    ``head``: how long the log is, and its last hash, to be noted elsewhere."""

    entries: int
    head: str
    entry: Entry | None = None
    problem: str | None = None


def verify(connection: Connection, noted: str | None = None) -> Verified:
    """Check everything. The first broken entry is named, whatever else is wrong after it. ``noted``: a last hash of an earlier day, or its
    beginning, which must still stand in the log."""
    check = _Check(connection)
    head, count = START, 0
    first: tuple[Entry, str] | None = None
    stands = noted is None
    for entry, problem in _chain(connection):
        count, head = count + 1, entry.hash
        stands = stands or entry.hash.startswith(noted or "")
        problem = problem or check.entry(entry)
        if problem and first is None:
            first = (entry, problem)
    later = check.late()
    if later is not None and (first is None or later[0].seq < first[0].seq):
        first = later
    if first is not None:
        return Verified(entries=count, head=head, entry=first[0], problem=first[1])
    lost = (
        None if stands else "the hash that was noted stands nowhere in the log: entries were cut off, or written anew"
    )
    return Verified(entries=count, head=head, problem=lost or check.strays())


def _chain(connection: Connection) -> Iterator[tuple[Entry, str | None]]:
    before, at = START, 0
    rows = connection.execute(select(log).order_by(log.c.seq), execution_options={"yield_per": 1000})
    for row in rows:
        at += 1
        problem = None
        if row.seq != at:
            problem, at = f"entry {at} is missing before it", row.seq
        elif chained(before, row.seq, row.at, row.by, row.action, row.data) != row.hash:
            problem = "its hash does not fit what it says and the entry before it"
        try:
            data = msgspec.json.decode(row.data)
        except msgspec.DecodeError:
            data, problem = {}, "it is not what was written"
        before = row.hash
        yield Entry(seq=row.seq, at=row.at, by=row.by, action=row.action, data=data, hash=row.hash), problem


class _Check:
    """The rows that entries tell of."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._reports = dict(
            self._rows(select(reports), lambda r: (r["id"], digest({k: r[k] for k in r if k != "seq"})))
        )
        self._codings = dict(
            self._rows(select(codings), lambda r: (r["report"], (text_hash(r["coded"]), r["ruleset"])))
        )
        self._texts = dict(
            self._rows(select(texts), lambda r: (r["sha256"], hashlib.sha256(bytes(r["content"])).hexdigest()))
        )
        self._decisions = dict(self._rows(select(decisions), lambda r: (r["id"], text_hash(r["data"]))))
        self._coded: dict[str, Entry] = {}
        self._merge: Entry | None = None
        self._told: dict[str, set[str]] = {"report": set(), "text": set(), "decision": set()}

    def _rows(self, chosen: Any, pick: Callable[[Any], tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
        for row in self._connection.execute(chosen, execution_options={"yield_per": 500}).mappings():
            yield pick(dict(row))

    def entry(self, entry: Entry) -> str | None:
        """What is wrong with the rows of an entry; what a later one may replace is looked at in the end."""
        data = entry.data
        if entry.action in ("ingest", "code"):
            self._coded[data["report"]] = entry
        if entry.action == "ingest":
            self._told["report"].add(data["report"])
            self._told["text"].add(data["text"])
            if self._reports.get(data["report"]) != data["row"]:
                return "its report is gone, or is not what was stored"
            if self._texts.get(data["text"]) != data["text"]:
                return "its text is gone, or is not what was stored"
        if "decision" in data:
            self._told["decision"].add(data["decision"])
            if self._decisions.get(data["decision"]) != data["row"]:
                return "its decision is gone, or is not what was decided"
        if entry.action == "merge":
            self._merge = entry
        return None

    def late(self) -> tuple[Entry, str] | None:
        """The first entry whose coding or incidents, which newer ones replace, are not what it says."""
        for report, entry in sorted(self._coded.items(), key=lambda item: item[1].seq):
            if self._codings.get(report) != (entry.data["coding"], entry.data["ruleset"]):
                return entry, "its coding is gone, or is not what was stored"
        if self._merge is not None:
            rows = self._rows(select(incidents), lambda r: (r["id"], (r["digest"], text_hash(r["record"]))))
            found = dict(rows)
            whole = all(one == two for one, two in found.values())
            if not whole or digest(sorted((id, one) for id, (one, _) in found.items())) != self._merge.data["digest"]:
                return self._merge, "its incidents are not what was merged; dateline merge makes them anew"
        return None

    def strays(self) -> str | None:
        """Rows that no entry tells of."""
        for what, held in (("report", self._reports), ("text", self._texts), ("decision", self._decisions)):
            extra = sorted(held.keys() - self._told[what])
            if extra:
                return f"a {what} that no entry tells of: {extra[0]}"
        return None
