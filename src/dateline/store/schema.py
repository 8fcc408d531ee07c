"""The tables. Whatever is free text lies in JSON or bytes, where any code point can stand; columns are for finding rows."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0003"
"""The newest migration; see ``migrations/versions``."""

APPLICATION_ID = 0x44617465
"""How a SQLite file says that it is a casefile: "Date"."""

metadata = MetaData()
Word = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by code points in both stores."""

texts = Table(
    "texts",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
reports = Table(
    "reports",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("name", Word, nullable=False, unique=True),
    Column("source", Word, nullable=False),
    Column("sha256", ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("url", Word, index=True),
    Column("publisher", Word, index=True),
    Column("title", Word),
    Column("published", String(10), index=True),
    Column("lang", Word),
    Column("noted", Text, nullable=False),
    Column("revises", ForeignKey("reports.id"), index=True),
    Column("failed", Word),
    Column("seq", Integer, nullable=False, unique=True),
)
codings = Table(
    "codings",
    metadata,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("ruleset", Word, nullable=False, index=True),
    Column("coded", Text, nullable=False),
)
decisions = Table(
    "decisions",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("seq", Integer, nullable=False, unique=True),
    Column("kind", String(10), nullable=False, index=True),
    Column("sha256", String(64), index=True),
    Column("data", Text, nullable=False),
)
log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("by", Word, nullable=False),
    Column("action", String(10), nullable=False, index=True),
    Column("data", Text, nullable=False),
    Column("hash", String(64), nullable=False),
)
incidents = Table(
    "incidents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("type", Word, nullable=False, index=True),
    Column("event_type", Word, nullable=False),
    Column("first_day", String(10)),
    Column("last_day", String(10), index=True),
    Column("country", Word),
    Column("admin1", Word),
    Column("place", Word),
    Column("lat", Float),
    Column("lon", Float),
    Column("killed_low", Integer),
    Column("killed_high", Integer),
    Column("reports", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("grade", Word, nullable=False, index=True),
    Column("decided", Boolean, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("unsure", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Index("ix_incidents_day", "first_day", "id"),
    Index("ix_incidents_place", "country", "admin1", "first_day"),
)
members = Table(
    "members",
    metadata,
    Column("report", ForeignKey("reports.id"), nullable=False),
    Column("event", String(16), nullable=False),
    Column("incident", ForeignKey("incidents.id", deferrable=True, initially="DEFERRED"), nullable=False, index=True),
    PrimaryKeyConstraint("report", "event"),
)
queue = Table(
    "queue",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("incident", String(16), index=True),
    Column("other", String(16)),
    Column("score", Float, nullable=False),
    Column("data", Text, nullable=False),
    Index("ix_queue_kind", "kind", "score"),
)
about = Table(
    "about",
    metadata,
    Column("decision", String(16), nullable=False),
    Column("report", Word, nullable=False),
    Column("event", String(16), nullable=False),
    PrimaryKeyConstraint("decision", "report", "event"),
    Index("ix_about_record", "report", "event"),
)
_FILTERED = ("kind", "state", "type", "country", "grade", "first_day", "last_day", "disputed", "lat", "lon")
docket = Table(
    "docket",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("profile", String(10), nullable=False),
    Column("id", String(40), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("incident", String(16), nullable=False, index=True),
    Column("other", String(16)),
    Column("need", Float, nullable=False),
    Column("state", String(10), nullable=False),
    Column("type", Word),
    Column("first_day", String(10)),
    Column("last_day", String(10)),
    Column("country", Word),
    Column("place", Word),
    Column("lat", Float),
    Column("lon", Float),
    Column("radius_km", Float),
    Column("precision", String(20)),
    Column("grade", Word),
    Column("disputed", Boolean, nullable=False),
    Column("unsure", Integer, nullable=False),
    Column("killed", Integer),
    Column("digest", String(64), nullable=False),
    UniqueConstraint("profile", "id"),
    # Whatever is filtered by lies in it, so that rows are counted, and passed over, without being looked up.
    Index("ix_docket_need", "profile", "need", "number", *_FILTERED),
)
facets = Table(
    "facets",
    metadata,
    Column("number", ForeignKey("docket.number", ondelete="CASCADE"), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("name", Word, nullable=False),
    PrimaryKeyConstraint("number", "kind", "name"),
    Index("ix_facets_name", "kind", "name", "number"),
)
choices = Table(
    "choices",
    metadata,
    Column("profile", String(10), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("place", Integer, nullable=False),
    Column("name", Word, nullable=False),
    PrimaryKeyConstraint("profile", "kind", "place"),
)
public = Table(
    "public",
    metadata,
    Column("incident", String(16), primary_key=True),
    Column("record", Text, nullable=False),
)
users = Table(
    "users",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("name", Word, nullable=False, unique=True),
    Column("role", String(10), nullable=False),
    Column("password", Text),
    Column("active", Boolean, nullable=False),
    Column("created", String(32), nullable=False),
)
keys = Table(
    "keys",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("user", ForeignKey("users.id"), nullable=False, index=True),
    Column("kind", String(10), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("created", String(32), nullable=False),
    Column("expires", String(32)),
    Column("ended", Boolean, nullable=False),
)
sessions = Table(
    "sessions",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("user", ForeignKey("users.id"), nullable=False, index=True),
    Column("form", String(64), nullable=False),
    Column("created", String(32), nullable=False),
    Column("seen", String(32), nullable=False),
)
tries = Table(
    "tries",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("key", String(64), nullable=False),
    Column("at", Float, nullable=False),
    Index("ix_tries_key", "key", "at"),
)
filters = Table(
    "filters",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("user", ForeignKey("users.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Index("ix_filters_user", "user"),
)
