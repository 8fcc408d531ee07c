"""People, keys, sessions and filters, alike in both stores."""

from collections.abc import Iterator

import pytest

from dateline.store.case import Case
from dateline.store.errors import CaseError
from dateline.store.opening import open_case
from dateline.store.people import (
    add_key,
    add_user,
    drop_filter,
    end_key,
    filters_of,
    holder,
    keys_of,
    later,
    open_session,
    save_filter,
    session_of,
    set_password,
    set_role,
    switch,
    use_once,
    user_named,
)
from dateline.store.verify import verify


@pytest.fixture
def case(place: str) -> Iterator[Case]:
    with open_case(place, create=True) as opened:
        yield opened
        with opened.reading() as connection:
            assert verify(connection).problem is None


def test_users_are_added_changed_and_switched_off(case: Case) -> None:
    with case.writing() as writer:
        ada = add_user(writer, "  Ada  L ", "admin", by="t")
        eve = add_user(writer, "Eve", "viewer", by="t")
        assert (ada.name, ada.password, eve.active) == ("Ada L", None, True)
        for name in ("Eve", "", "x" * 61, "a\u202eb"):
            with pytest.raises(CaseError):
                add_user(writer, name, "viewer", by="t")
        with pytest.raises(CaseError, match="the only admin"):
            switch(writer, "Ada L", False, by="t")
        with pytest.raises(CaseError, match="the only admin"):
            set_role(writer, "Ada L", "lead", by="t")
        set_role(writer, "Eve", "lead", by="t")
        found = user_named(writer.connection, "Eve")
        assert found is not None
        assert found.role == "lead"


def test_keys_and_sessions_open_while_they_are_in_force(case: Case) -> None:
    with case.writing() as writer:
        add_user(writer, "Ada", "admin", by="t")
        eve = add_user(writer, "Eve", "viewer", by="t")
        token, old = add_key(writer, eve.id, "api", "t", None), add_key(writer, eve.id, "api", "t", later(minutes=-1))
        once = add_key(writer, eve.id, "once", "t", later(minutes=5))
        secret, session = open_session(writer, eve.id)
        c = writer.connection
        assert [holder(c, s, "api") is not None for s in (token, old, once, "", "x")] == [
            True,
            False,
            False,
            False,
            False,
        ]
        assert use_once(writer, once) is not None
        assert use_once(writer, once) is None
        assert session_of(c, secret) == (session, user_named(c, "Eve"))
        set_password(writer, eve.id, "hash")
        assert session_of(c, secret) is None
        secret, _ = open_session(writer, eve.id)
        (key, *_) = keys_of(c, eve.id)
        assert end_key(writer, key.id, "somebody else") is False
        switch(writer, "Eve", False, by="t")
        assert (session_of(c, secret), holder(c, token, "api")) == (None, None)
        switch(writer, "Eve", True, by="t")
        assert (session_of(c, secret), holder(c, token, "api")) == (None, None), "what was ended stays ended"


def test_filters_are_ones_own(case: Case) -> None:
    with case.writing() as writer:
        one, two = (add_user(writer, n, "viewer", by="t") for n in ("a", "b"))
        saved = save_filter(writer, one.id, "mine", "words=x")
        again = save_filter(writer, one.id, "mine", "words=y")
        assert [f.query for f in filters_of(writer.connection, one.id)] == ["words=y"]
        assert (drop_filter(writer, two.id, again.id), drop_filter(writer, one.id, saved.id)) == (False, False)
        assert drop_filter(writer, one.id, again.id) is True
