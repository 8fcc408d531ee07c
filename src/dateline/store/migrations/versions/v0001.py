"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

_SQLITE_SEARCH = (
    "CREATE VIRTUAL TABLE incident_words USING fts5(words, content='incidents', content_rowid='number')",
    "CREATE TRIGGER incidents_added AFTER INSERT ON incidents BEGIN"
    " INSERT INTO incident_words(rowid, words) VALUES (new.number, new.words); END",
    "CREATE TRIGGER incidents_gone AFTER DELETE ON incidents BEGIN"
    " INSERT INTO incident_words(incident_words, rowid, words) VALUES ('delete', old.number, old.words); END",
    "CREATE TRIGGER incidents_changed AFTER UPDATE OF words ON incidents BEGIN"
    " INSERT INTO incident_words(incident_words, rowid, words) VALUES ('delete', old.number, old.words);"
    " INSERT INTO incident_words(rowid, words) VALUES (new.number, new.words); END",
)
_POSTGRESQL_SEARCH = ("CREATE INDEX ix_incidents_words ON incidents USING gin (to_tsvector('simple', words))",)


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("seq"),
    )
    op.create_index(op.f("ix_decisions_kind"), "decisions", ["kind"], unique=False)
    op.create_index(op.f("ix_decisions_sha256"), "decisions", ["sha256"], unique=False)
    op.create_table(
        "incidents",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("type", WORD, nullable=False),
        sa.Column("event_type", WORD, nullable=False),
        sa.Column("first_day", sa.String(length=10), nullable=True),
        sa.Column("last_day", sa.String(length=10), nullable=True),
        sa.Column("country", WORD, nullable=True),
        sa.Column("admin1", WORD, nullable=True),
        sa.Column("place", WORD, nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("killed_low", sa.Integer(), nullable=True),
        sa.Column("killed_high", sa.Integer(), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("voices", sa.Integer(), nullable=False),
        sa.Column("grade", WORD, nullable=False),
        sa.Column("decided", sa.Boolean(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("unsure", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_incidents_day", "incidents", ["first_day", "id"], unique=False)
    op.create_index(op.f("ix_incidents_grade"), "incidents", ["grade"], unique=False)
    op.create_index(op.f("ix_incidents_last_day"), "incidents", ["last_day"], unique=False)
    op.create_index("ix_incidents_place", "incidents", ["country", "admin1", "first_day"], unique=False)
    op.create_index(op.f("ix_incidents_type"), "incidents", ["type"], unique=False)
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("by", WORD, nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_index(op.f("ix_log_action"), "log", ["action"], unique=False)
    op.create_table(
        "queue",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("incident", sa.String(length=16), nullable=True),
        sa.Column("other", sa.String(length=16), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_queue_incident"), "queue", ["incident"], unique=False)
    op.create_index("ix_queue_kind", "queue", ["kind", "score"], unique=False)
    op.create_table(
        "texts",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("name", WORD, nullable=False),
        sa.Column("source", WORD, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("url", WORD, nullable=True),
        sa.Column("publisher", WORD, nullable=True),
        sa.Column("title", WORD, nullable=True),
        sa.Column("published", sa.String(length=10), nullable=True),
        sa.Column("lang", WORD, nullable=True),
        sa.Column("noted", sa.Text(), nullable=False),
        sa.Column("revises", sa.String(length=16), nullable=True),
        sa.Column("failed", WORD, nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revises"],
            ["reports.id"],
        ),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["texts.sha256"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
        sa.UniqueConstraint("seq"),
    )
    op.create_index(op.f("ix_reports_published"), "reports", ["published"], unique=False)
    op.create_index(op.f("ix_reports_publisher"), "reports", ["publisher"], unique=False)
    op.create_index(op.f("ix_reports_revises"), "reports", ["revises"], unique=False)
    op.create_index(op.f("ix_reports_sha256"), "reports", ["sha256"], unique=False)
    op.create_index(op.f("ix_reports_url"), "reports", ["url"], unique=False)
    op.create_table(
        "codings",
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("ruleset", WORD, nullable=False),
        sa.Column("coded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
        ),
        sa.PrimaryKeyConstraint("report"),
    )
    op.create_index(op.f("ix_codings_ruleset"), "codings", ["ruleset"], unique=False)
    op.create_table(
        "members",
        sa.Column("report", sa.String(length=16), nullable=False),
        sa.Column("event", sa.String(length=16), nullable=False),
        sa.Column("incident", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
        ),
        sa.PrimaryKeyConstraint("report", "event"),
    )
    op.create_index(op.f("ix_members_incident"), "members", ["incident"], unique=False)
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _SQLITE_SEARCH if sqlite else _POSTGRESQL_SEARCH:
        op.execute(statement)
