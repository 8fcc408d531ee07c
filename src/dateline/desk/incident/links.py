"""What the records of an incident were held against."""

from collections.abc import Iterator

from sqlalchemy import Connection

from dateline.casefile.live import Live
from dateline.desk.brief import title_words, when_words, where_words
from dateline.desk.pages.incident import LinkView
from dateline.model.merged import MergedIncident
from dateline.store.incidents import found


def links(connection: Connection, now: Live) -> Iterator[LinkView]:
    """Every link of its records; the incident at the far end, where that is another one."""
    own = set(now.labels)
    for link in now.merged.links:
        far = link.right if link.left in own else link.left
        other = None if far in own else next(iter(found(connection, far)), None)
        yield LinkView(
            left=link.left,
            right=link.right,
            judgement=link.judgement,
            score=link.score,
            why=link.why,
            by=link.by,
            other=other.incident_id if other else None,
            other_title=_title(other) if other else "",
        )


def _title(one: MergedIncident) -> str:
    return f"{title_words(one.type)}, {where_words(one.where)}, {when_words(one.when)}"
