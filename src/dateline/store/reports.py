"""Reports in a casefile. A report is its source (publisher, else URL, else file) and its text; a text is stored once, its reports
are many; new text under the URL of an earlier report is a revision of it, and both are kept."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
from sqlalchemy import Connection, Select, bindparam, insert, select, update

from dateline.model.incident import Coded, Issue
from dateline.store.case import Writer
from dateline.store.log import digest
from dateline.store.schema import codings, reports, texts

_UNFIT = re.compile("[\0\ud800-\udfff]")

# Made once: building a statement costs more than running it.
_HOLDS = select(reports.c.id).where(reports.c.id == bindparam("id"))
_TAKEN = select(reports.c.id).where(reports.c.name == bindparam("name"))
_TEXT = select(texts.c.sha256).where(texts.c.sha256 == bindparam("sha256"))
_REVISED = select(reports.c.id).where(reports.c.url == bindparam("url")).order_by(reports.c.seq.desc()).limit(1)
_ADD_TEXT, _ADD_REPORT, _ADD_CODING = insert(texts), insert(reports), insert(codings)


class New(msgspec.Struct, frozen=True, kw_only=True):
    """A report to be stored, with its coding. ``ruleset`` names the rules that coded it, ``failed`` why it could not be coded, ``noted``
    what was said of it before it was coded; ``lang`` is what its source calls its language."""

    name: str
    source: str
    text: str
    coded: Coded
    ruleset: str
    url: str | None = None
    lang: str | None = None
    noted: tuple[Issue, ...] = ()
    failed: str | None = None


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it lies in the casefile. ``name`` is unique there; ``revises``: the id of the report whose URL it has."""

    id: str
    name: str
    source: str
    sha256: str
    url: str | None
    publisher: str | None
    title: str | None
    published: date | None
    lang: str | None
    revises: str | None
    failed: str | None
    seq: int


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A report with its text and what the machine read in it. In ``coded`` the article bears the report's name, and its text; ``given`` is
    the id that its source gave it."""

    report: Stored
    given: str
    noted: tuple[Issue, ...]
    text: str
    ruleset: str
    coded: Coded


def text_hash(text: str) -> str:
    """The SHA-256 of a text's UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def report_id(source: str, sha256: str) -> str:
    """The id of the report that a source makes of a text."""
    return hashlib.sha256(f"{source}\0{sha256}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def plain(words: str | None) -> str | None:
    """Words as every store's columns can hold them: U+FFFD for NUL and for half a surrogate pair."""
    return _UNFIT.sub("\ufffd", words) if words is not None else None


def holds(connection: Connection, id: str) -> bool:
    """Whether the casefile has this report."""
    return connection.execute(_HOLDS, {"id": id}).first() is not None


def add(writer: Writer, new: New) -> Stored | None:
    """Store a report with its text and its coding; null where it is already there."""
    sha = text_hash(new.text)
    id = report_id(new.source, sha)
    connection = writer.connection
    if holds(connection, id):
        return None
    if connection.execute(_TEXT, {"sha256": sha}).first() is None:
        connection.execute(_ADD_TEXT, {"sha256": sha, "content": new.text.encode("utf-8")})
    info, url = new.coded.article, plain(new.url)
    name = plain(new.name) or id
    if connection.execute(_TAKEN, {"name": name}).first() is not None:
        name = f"{name}~{id[:6]}"
    row = {
        "id": id,
        "name": name,
        "source": plain(new.source),
        "sha256": sha,
        "url": url,
        "publisher": plain(info.publisher),
        "title": plain(info.title),
        "published": info.published.isoformat() if info.published else None,
        "lang": plain(new.lang),
        "noted": msgspec.json.encode(new.noted).decode(),
        "revises": connection.execute(_REVISED, {"url": url}).scalar() if url else None,
        "failed": plain(new.failed),
    }
    coded = record(new.coded)
    entry = writer.log(
        "ingest", {"report": id, "row": digest(row), "text": sha, "coding": text_hash(coded), "ruleset": new.ruleset}
    )
    connection.execute(_ADD_REPORT, row | {"seq": entry.seq})
    connection.execute(_ADD_CODING, {"report": id, "ruleset": new.ruleset, "coded": coded})
    return msgspec.convert(row | {"seq": entry.seq}, Stored)


def recode(writer: Writer, id: str, coded: Coded, ruleset: str) -> None:
    """Put a new coding in the place of the old."""
    text = record(coded)
    writer.log("code", {"report": id, "coding": text_hash(text), "ruleset": ruleset})
    writer.connection.execute(update(codings).where(codings.c.report == id).values(ruleset=ruleset, coded=text))


def record(coded: Coded) -> str:
    """A coding as it is stored: JSON without the text."""
    article = msgspec.structs.replace(coded.article, text=None)
    return msgspec.json.encode(msgspec.structs.replace(coded, article=article)).decode()


def every(connection: Connection) -> Iterator[Reading]:
    """Every report, in the order in which they came."""
    return _readings(connection, _whole().order_by(reports.c.seq))


def older(connection: Connection, ruleset: str) -> Iterator[Reading]:
    """Reports that other rules than these have coded."""
    return _readings(connection, _whole().where(codings.c.ruleset != ruleset).order_by(reports.c.seq))


def named(connection: Connection, name: str) -> Reading | None:
    """The report of a name or an id."""
    found = list(_readings(connection, _whole().where((reports.c.name == name) | (reports.c.id == name))))
    return next((r for r in found if r.report.name == name), found[0] if found else None)


def all_named(connection: Connection, names: Iterable[str]) -> list[Reading]:
    """The reports of these names, in the order in which they came."""
    return list(_readings(connection, _whole().where(reports.c.name.in_(list(names))).order_by(reports.c.seq)))


def _whole() -> Select[tuple[object, ...]]:
    joined = reports.join(texts).join(codings, codings.c.report == reports.c.id)
    return select(reports, texts.c.content, codings.c.ruleset, codings.c.coded).select_from(joined)


def _readings(connection: Connection, chosen: Select[tuple[object, ...]]) -> Iterator[Reading]:
    decoder = msgspec.json.Decoder(Coded)
    for row in connection.execute(chosen, execution_options={"yield_per": 200}).mappings():
        coded, text = decoder.decode(row["coded"]), bytes(row["content"]).decode("utf-8")
        report = msgspec.convert({field: row[field] for field in Stored.__struct_fields__}, Stored)
        article = msgspec.structs.replace(coded.article, id=report.name, text=text)
        yield Reading(
            report=report,
            given=coded.article.id,
            noted=msgspec.json.decode(row["noted"], type=tuple[Issue, ...]),
            text=text,
            ruleset=row["ruleset"],
            coded=msgspec.structs.replace(coded, article=article),
        )
