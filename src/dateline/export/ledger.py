"""What a casefile keeps beside incidents, as lines for people: entries of the log, things to look at, what newer rules change."""

from collections.abc import Iterator
from typing import Any

from dateline.export.plain import one_line
from dateline.model.ledger import Difference, Entry, Task

_SIGNS = {"added": "+", "gone": "-", "changed": "~"}
_QUIET = ("candidates", "evidence")


def entry_line(entry: Entry) -> str:
    """Number, time, the beginning of the hash, what was done, by whom, and to what."""
    what = " ".join(f"{key}={value}" for key, value in entry.data.items())
    return one_line(f"{entry.seq:>6}  {entry.at}  {entry.hash[:12]}  {entry.action:8}{entry.by}  {what}")


def task_line(task: Task) -> str:
    """What kind it is, how near to certain, where, and what it is about."""
    data = task.data
    if task.kind == "link":
        words = f"{data['left']} – {data['right']}: {'; '.join(data['why'][:3])}"
    else:
        words = f"by {data['by']}, {data['at'][:10]}: newer rules no longer read it so"
    between = " and ".join(name for name in (task.incident, task.other) if name)
    return one_line(f"{task.kind:8}{task.score:.2f}  {between or '–':29}  {words}")


def difference_lines(one: Difference) -> Iterator[str]:
    """A report's changes: the value before and after, the rule, and what becomes of a verdict."""
    yield one_line(f"{one.report}  {one.rules_before} → {one.rules_now}")
    for change in one.changes:
        words = " → ".join(_value(value) for value in (change.before, change.after) if value is not None)
        yield one_line(f"  {_SIGNS[change.sort]} {change.incident} {change.field or 'incident'}: {words}")
        for label, text in (("why", change.why), ("verdict", change.verdict)):
            if text:
                yield one_line(f"      {label}: {text}")


def _value(value: Any) -> str:
    """The parts of a value that are said, in a line."""
    if isinstance(value, list):
        return " + ".join(map(_value, value))
    if not isinstance(value, dict):
        return str(value)
    parts = [f"{k} {_value(v)}" for k, v in value.items() if v not in (None, [], False) and k not in _QUIET]
    return ", ".join(parts) or "nothing"
