"""A quick desk: an index that filters are answered from, what can be filtered by, and failed logins."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_FILTERED = ["kind", "state", "type", "country", "grade", "first_day", "last_day", "disputed", "lat", "lon"]
_COUNTED = """
    INSERT INTO choices (profile, kind, place, name)
    SELECT profile, kind, place, name FROM (
        SELECT profile, kind, name, row_number() OVER (PARTITION BY profile, kind ORDER BY count DESC, name) - 1 AS place
        FROM ({}) AS counted
    ) AS ranked WHERE place < 300"""
_NAMED = """
    SELECT docket.profile, facets.kind, facets.name, count(*) AS count FROM facets JOIN docket ON docket.number = facets.number
    WHERE docket.kind = 'incident' GROUP BY docket.profile, facets.kind, facets.name"""


def upgrade() -> None:
    op.drop_index("ix_docket_need", "docket")
    op.create_index("ix_docket_need", "docket", ["profile", "need", "number", *_FILTERED], unique=False)
    op.drop_index("ix_facets_name", "facets")
    op.create_index("ix_facets_name", "facets", ["kind", "name", "number"], unique=False)
    _choices()
    op.create_table(
        "tries",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_tries_key", "tries", ["key", "at"], unique=False)


def _choices() -> None:
    op.create_table(
        "choices",
        sa.Column("profile", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", WORD, nullable=False),
        sa.PrimaryKeyConstraint("profile", "kind", "place"),
    )
    for kind in ("type", "country", "grade"):
        alike = f"SELECT profile, '{kind}' AS kind, {kind} AS name, 0 AS count FROM docket WHERE {kind} IS NOT NULL GROUP BY profile, {kind}"
        op.execute(_COUNTED.format(alike))
    op.execute(_COUNTED.format(_NAMED))
