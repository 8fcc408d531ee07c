"""The review desk: people with their keys and sessions, the docket they work through, and which records a decision is about."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    _decisions()
    _docket()
    _people()


def _decisions() -> None:
    op.create_table(
        "about",
        sa.Column("decision", sa.String(length=16), nullable=False),
        sa.Column("report", WORD, nullable=False),
        sa.Column("event", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("decision", "report", "event"),
    )
    op.create_index("ix_about_record", "about", ["report", "event"], unique=False)
    found: dict[str, set[tuple[str, str]]] = {}
    for id, data in op.get_bind().execute(sa.text("SELECT id, data FROM decisions ORDER BY seq")).all():
        found[id] = set(_records(json.loads(data), found))
        for report, event in sorted(found[id]):
            op.get_bind().execute(
                sa.text("INSERT INTO about (decision, report, event) VALUES (:id, :report, :event)"),
                {"id": id, "report": report, "event": event},
            )


def _records(data: dict[str, Any], before: dict[str, set[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    if data["kind"] == "undo":
        yield from before.get(data["undoes"], ())
        return
    one = [data["statement"]["event"]] if data["kind"] == "verdict" else []
    for anchor in (*one, *data.get("left", ()), *data.get("right", ()), *data.get("events", ())):
        yield anchor["report"], anchor["incident"]


def _docket() -> None:
    op.create_table(
        "docket",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("profile", sa.String(length=10), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("incident", sa.String(length=16), nullable=False),
        sa.Column("other", sa.String(length=16), nullable=True),
        sa.Column("need", sa.Float(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("type", WORD, nullable=True),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("country", WORD, nullable=True),
        sa.Column("place", WORD, nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("radius_km", sa.Float(), nullable=True),
        sa.Column("precision", sa.String(length=20), nullable=True),
        sa.Column("grade", WORD, nullable=True),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("unsure", sa.Integer(), nullable=False),
        sa.Column("killed", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("profile", "id"),
    )
    op.create_index(op.f("ix_docket_incident"), "docket", ["incident"], unique=False)
    op.create_index("ix_docket_need", "docket", ["profile", "need", "number"], unique=False)
    op.create_table(
        "facets",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", WORD, nullable=False),
        sa.ForeignKeyConstraint(["number"], ["docket.number"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", "kind", "name"),
    )
    op.create_index("ix_facets_name", "facets", ["kind", "name"], unique=False)
    op.create_table(
        "public",
        sa.Column("incident", sa.String(length=16), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("incident"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE docket_words USING fts5(words)")
    else:
        op.execute("CREATE TABLE docket_words (rowid integer PRIMARY KEY, words text NOT NULL)")
        op.execute("CREATE INDEX ix_docket_words ON docket_words USING gin (to_tsvector('simple', words))")


def _people() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("name", WORD, nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("password", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "keys",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("user", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("created", sa.String(length=32), nullable=False),
        sa.Column("expires", sa.String(length=32), nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["user"], ["users.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("hash"),
    )
    op.create_index(op.f("ix_keys_user"), "keys", ["user"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("user", sa.String(length=16), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("created", sa.String(length=32), nullable=False),
        sa.Column("seen", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["user"], ["users.id"]),
        sa.PrimaryKeyConstraint("hash"),
    )
    op.create_index(op.f("ix_sessions_user"), "sessions", ["user"], unique=False)
    op.create_table(
        "filters",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("user", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["user"], ["users.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_filters_user", "filters", ["user"], unique=False)
