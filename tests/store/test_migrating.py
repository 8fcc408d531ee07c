"""Older casefiles are brought up with what they hold."""

from alembic import command
from sqlalchemy import Connection, create_engine, insert, make_url

from dateline.store import migrating
from dateline.store.choices import offered
from dateline.store.naming import is_url
from dateline.store.schema import docket, facets, metadata

ROWS = [("a", "killing", "SD", ("army", "rebels")), ("b", "shelling", "FJ", ("rebels",)), ("c", "killing", None, ())]


def upgrade(connection: Connection, revision: str) -> None:
    config = migrating._config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def test_what_can_be_filtered_by_is_counted_of_what_is_there(place: str) -> None:
    url = make_url(place).set(drivername="postgresql+psycopg") if is_url(place) else f"sqlite:///{place}"
    engine = create_engine(url)
    with engine.begin() as connection:
        upgrade(connection, "0002")
        for number, (id, type, country, actors) in enumerate(ROWS):
            row = {"number": number, "profile": "internal", "id": id, "kind": "incident", "incident": id, "need": 1.0, "state": "open", "type": type, "country": country, "disputed": False, "unsure": 0, "digest": ""}  # fmt: skip
            connection.execute(insert(docket), [row, row | {"number": number + 10, "id": f"k{id}", "kind": "link"}])
            for name in actors:
                named = {"kind": "actor", "name": name}
                connection.execute(insert(facets), [named | {"number": number}, named | {"number": number + 10}])
        upgrade(connection, "head")
        assert offered(connection, "internal") == {
            "type": ("killing", "shelling"),
            "country": ("FJ", "SD"),
            "grade": (),
            "actor": ("rebels", "army"),
            "outlet": (),
        }
        assert set(metadata.tables) <= set(_tables(connection))
    engine.dispose()


def _tables(connection: Connection) -> list[str]:
    return list(connection.dialect.get_table_names(connection))
