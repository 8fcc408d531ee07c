"""What newer rules would change in a casefile, value by value and why, and taking that over. Verdicts stay on the words they judged."""

from collections import deque
from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.casefile.attach import bare, overlap
from dateline.casefile.statements import FIELDS, LISTS, anchor, statements
from dateline.casefile.view import Held, view
from dateline.jobs import Options, code_all, code_one
from dateline.model.decision import Statement, Verdict, standing
from dateline.model.incident import Coded, Incident, Trace
from dateline.model.ledger import Change, Difference, Sort
from dateline.model.text import Article
from dateline.sources.read import Read
from dateline.store.case import Case
from dateline.store.decisions import decided
from dateline.store.reports import Reading, named, older, recode


def compare(case: Case, options: Options, ruleset: str, *, jobs: int = 0, accept: bool = False) -> Iterator[Difference]:
    """Code every report anew that other rules have coded, and tell what changes. ``accept`` puts the new coding in the place of the old,
    a report a transaction, before the report is handed on."""
    with case.reading() as connection:
        names = [reading.report.id for reading in older(connection, ruleset)]
    waiting: deque[Reading] = deque()

    def again() -> Iterator[Read]:
        for name in names:
            with case.reading() as connection:
                reading = named(connection, name)
            if reading is not None:
                waiting.append(reading)
                yield read_again(reading)

    for done in code_all(again(), options, jobs=jobs):
        reading = waiting.popleft()
        coded = msgspec.json.decode(done.line, type=Coded)
        with case.reading() as connection:
            given = standing(decided(connection, sha256=reading.report.sha256))
        verdicts = [v for v in given if isinstance(v, Verdict)]
        found = difference(reading, coded, ruleset, verdicts, options)
        if accept:
            with case.writing() as writer:
                recode(writer, reading.report.id, coded, ruleset)
        yield found


def read_again(reading: Reading) -> Read:
    """The article as it was when it was first read: the same text, day and outlet."""
    report, info = reading.report, reading.coded.article
    article = Article(
        id=reading.given,
        text=reading.text,
        title=info.title,
        published=info.published,
        publisher=info.publisher,
        url=report.url,
        lang=report.lang,
    )
    return Read(article=article, issues=reading.noted)


def difference(reading: Reading, coded: Coded, ruleset: str, verdicts: list[Verdict], options: Options) -> Difference:
    """What a new coding changes in a report."""
    article = msgspec.structs.replace(coded.article, id=reading.report.name, text=reading.text)
    new = msgspec.structs.replace(coded, article=article)
    held = view(msgspec.structs.replace(reading, coded=new), verdicts).held
    changes = _changes(reading.coded, new, held)
    if changes:
        trace = code_one(read_again(reading), options)[1]
        changes = [msgspec.structs.replace(c, why=_why(c, trace)) for c in changes]
    return Difference(
        report=reading.report.name,
        rules_before=reading.ruleset,
        rules_now=ruleset,
        changes=tuple(changes),
        loose=tuple(h.verdict for h in held if h.statement is None),
    )


def _changes(old: Coded, new: Coded, held: tuple[Held, ...]) -> list[Change]:
    out: list[Change] = []
    pairs = _paired(old.incidents, new.incidents)
    for before, after in pairs:
        if before is None and after is not None:
            out.append(Change(sort="added", incident=after.id, field=None, after=_told(after)))
        elif before is not None and after is None:
            out.append(Change(sort="gone", incident=before.id, field=None, before=_told(before)))
        elif before is not None and after is not None:
            out += _fields(old, before, new, after, held)
    return out


def _paired(old: tuple[Incident, ...], new: tuple[Incident, ...]) -> list[tuple[Incident | None, Incident | None]]:
    """Records that tell the same: of one id, or else those that share most words."""
    rest = {i.id: i for i in new}
    twins = {i.id: rest.pop(i.id) for i in old if i.id in rest}
    ranked = sorted(
        ((_shared(a, b), a.id, b.id) for a in old if a.id not in twins for b in rest.values()),
        key=lambda r: (-r[0], *r[1:]),
    )
    for score, a, b in ranked:
        if score and a not in twins and b in rest:
            twins[a] = rest.pop(b)
    out: list[tuple[Incident | None, Incident | None]] = [(i, twins.get(i.id)) for i in old]
    return out + [(None, i) for i in new if i.id in rest]


def _shared(a: Incident, b: Incident) -> float:
    return sum(overlap(x, y) for x in anchor("", a).spans for y in anchor("", b).spans)


def _fields(old: Coded, before: Incident, new: Coded, after: Incident, held: tuple[Held, ...]) -> Iterator[Change]:
    one = [s for s in statements(old) if s.event.incident == before.id]
    two = [s for s in statements(new) if s.event.incident == after.id]
    verdicts = {h.statement.id: h for h in held if h.statement is not None}
    lost = {h.verdict.statement.id: h for h in held if h.statement is None}
    for field in FIELDS:
        left, right = [s for s in one if s.field == field], [s for s in two if s.field == field]
        same = [(a, b) for a in left for b in right if a.value == b.value]
        left = [s for s in left if all(s is not a for a, _ in same)]
        right = [s for s in right if all(s is not b for _, b in same)]
        for a, b in _matched(field, left, right):
            sort: Sort = "changed" if a and b else "gone" if a else "added"
            verdict = verdicts.get(b.id) if b else lost.get(a.id) if a else None
            yield Change(
                sort=sort, incident=after.id, field=field, before=a.value if a else None, after=b.value if b else None,
                verdict=_kept(verdict) if verdict else None,
            )  # fmt: skip


def _matched(
    field: str, left: list[Statement], right: list[Statement]
) -> list[tuple[Statement | None, Statement | None]]:
    """Values that stand for each other: a single field's two, a list's by their words, or by what they say."""
    out: list[tuple[Statement | None, Statement | None]] = []
    rest = list(right)
    for a in left:
        twin = next((b for b in rest if field not in LISTS or _alike(a, b)), None)
        if twin is not None:
            rest.remove(twin)
        out.append((a, twin))
    return out + [(None, b) for b in rest]


def _alike(a: Statement, b: Statement) -> bool:
    if a.evidence and b.evidence and overlap(a.evidence, b.evidence):
        return True
    return bool(bare(a.value) == bare(b.value))


def _kept(held: Held) -> str:
    verdict = held.verdict
    who = f"{verdict.decision}ed by {verdict.by}"
    if held.statement is None:
        return f"{who}: no statement bears the verdict any more; it goes to the queue"
    return f"{who}: the verdict stays" + (
        ", and goes to the queue" if held.moved and verdict.decision == "reject" else ""
    )


def _told(incident: Incident) -> dict[str, Any]:
    return {"type": incident.type, "when": str(incident.when.start or incident.when.end), "where": incident.where.name}


def _why(change: Change, trace: Trace) -> str | None:
    """The rules that give the new value."""
    if change.after is None:
        return "no rule reads it any more"
    field = change.field or "type"
    steps = [s for s in trace.steps if s.incident == change.incident and s.field.split(".")[0].split("[")[0] == field]
    span = change.after.get("evidence") if isinstance(change.after, dict) and change.field else None
    near = [s for s in steps if span and s.evidence and overlap(tuple(span), s.evidence)] or steps
    return "; ".join(dict.fromkeys(f"{s.rule}{f' ({s.note})' if s.note else ''}" for s in near[:3])) or None
