"""The people of a casefile: who may come in, as what, with which keys. Secrets are kept as hashes only; whoever reads the file learns none."""

import datetime as dt
import hashlib
import secrets
from typing import Any, Literal, get_args

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from dateline.store.case import Writer, now
from dateline.store.errors import CaseError
from dateline.store.schema import filters, keys, sessions, users

Role = Literal["viewer", "reviewer", "lead", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""Each may do what those before it may."""

SESSION_HOURS = 12
IDLE_HOURS = 2
LINK_MINUTES = 15
_NAME = 60
_FILTERS = 50


class User(msgspec.Struct, frozen=True, kw_only=True):
    """``password``: argon2's hash, null where none is set. ``active`` false: switched off; the name stays theirs."""

    id: str
    name: str
    role: Role
    password: str | None
    active: bool
    created: str


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """An API token (``api``) or a one-time link (``once``); its secret was shown once. ``expires`` null: never."""

    id: str
    user: str
    kind: Literal["api", "once"]
    label: str
    created: str
    expires: str | None
    ended: bool


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who came in. ``form``: what every form of theirs has to bring along."""

    hash: str
    user: str
    form: str
    created: str
    seen: str


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """A filter that a user keeps; ``query`` as it stands in the address."""

    id: str
    name: str
    query: str


def hashed(secret: str) -> str:
    """The SHA-256 of a secret of 256 random bits, which needs no salt."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def later(**span: float) -> str:
    """A time from now on, as ``store.case.now`` writes it."""
    return (dt.datetime.now(dt.UTC) + dt.timedelta(**span)).strftime("%Y-%m-%dT%H:%M:%SZ")


def every_user(connection: Connection) -> list[User]:
    """All users, by name."""
    return [_user(row) for row in connection.execute(select(users).order_by(users.c.name)).mappings()]


def user_named(connection: Connection, name: str) -> User | None:
    """The user of a name."""
    row = connection.execute(select(users).where(users.c.name == name)).mappings().first()
    return _user(row) if row else None


def add_user(writer: Writer, name: str, role: Role, *, by: str) -> User:
    """A new user, without a password. Raises ``CaseError`` where the name is taken, or is none."""
    name = " ".join(name.split())
    if not name or len(name) > _NAME or not name.isprintable():
        raise CaseError(f"a name has 1 to {_NAME} signs that can be printed")
    if user_named(writer.connection, name) is not None:
        raise CaseError(f"{name}: there is such a user already")
    one = User(id=secrets.token_hex(8), name=name, role=_role(role), password=None, active=True, created=writer.at)
    writer.connection.execute(insert(users).values(msgspec.to_builtins(one)))
    writer.log("user", {"user": name, "role": role, "what": "added"}, by=by)
    return one


def set_role(writer: Writer, name: str, role: Role, *, by: str) -> None:
    """Give a user another role; it holds from their next request on."""
    one = _known(writer.connection, name)
    _keep_an_admin(writer.connection, one, role == "admin")
    writer.connection.execute(update(users).where(users.c.id == one.id).values(role=_role(role)))
    writer.log("user", {"user": one.name, "role": role, "what": "role"}, by=by)


def switch(writer: Writer, name: str, active: bool, *, by: str) -> None:
    """Shut a user out, at once and everywhere, or let them in again. What they decided stays."""
    one = _known(writer.connection, name)
    if not active:
        _keep_an_admin(writer.connection, one, False)
        end_sessions(writer, one.id)
        writer.connection.execute(update(keys).where(keys.c.user == one.id).values(ended=True))
    writer.connection.execute(update(users).where(users.c.id == one.id).values(active=active))
    writer.log("user", {"user": one.name, "what": "on" if active else "off"}, by=by)


def set_password(writer: Writer, user: str, hash: str) -> None:
    """Keep the hash of a new password, and end what was opened with the old one."""
    end_sessions(writer, user)
    writer.connection.execute(update(users).where(users.c.id == user).values(password=hash))


def add_key(writer: Writer, user: str, kind: Literal["api", "once"], label: str, expires: str | None) -> str:
    """A new API token or one-time link: its secret, which nothing shows again."""
    secret = ("dl_" if kind == "api" else "") + secrets.token_urlsafe(32)
    row = {
        "id": secrets.token_hex(8), "user": user, "kind": kind, "hash": hashed(secret),
        "label": " ".join(label.split())[:_NAME], "created": writer.at, "expires": expires, "ended": False,
    }  # fmt: skip
    writer.connection.execute(insert(keys).values(row))
    return secret


def keys_of(connection: Connection, user: str | None = None) -> list[Key]:
    """API tokens that still open something; of one user, or of all."""
    chosen = select(keys).where(keys.c.kind == "api", ~keys.c.ended).order_by(keys.c.created, keys.c.id)
    if user is not None:
        chosen = chosen.where(keys.c.user == user)
    return [_key(row) for row in connection.execute(chosen).mappings()]


def end_key(writer: Writer, id: str, user: str | None) -> bool:
    """Take a token back; ``user``: only where it is theirs. Whether there was one."""
    chosen = update(keys).where(keys.c.id == id, keys.c.kind == "api", ~keys.c.ended)
    if user is not None:
        chosen = chosen.where(keys.c.user == user)
    return bool(writer.connection.execute(chosen.values(ended=True)).rowcount)


def holder(connection: Connection, secret: str, kind: Literal["api", "once"]) -> User | None:
    """Whose key this is, as long as it and they are in force."""
    alive = (keys.c.expires.is_(None)) | (keys.c.expires > now())
    found = select(users).join(keys, keys.c.user == users.c.id)
    found = found.where(keys.c.hash == hashed(secret), keys.c.kind == kind, ~keys.c.ended, alive, users.c.active)
    row = connection.execute(found).mappings().first()
    return _user(row) if row else None


def use_once(writer: Writer, secret: str) -> User | None:
    """Whose one-time link this is; it opens nothing a second time."""
    found = holder(writer.connection, secret, "once")
    if found is not None:
        writer.connection.execute(update(keys).where(keys.c.hash == hashed(secret)).values(ended=True))
    return found


def open_session(writer: Writer, user: str) -> tuple[str, Session]:
    """A new session: its secret, and what is kept of it. Sessions that have run out are cleared away."""
    writer.connection.execute(delete(sessions).where(_over()))
    secret = secrets.token_urlsafe(32)
    one = Session(hash=hashed(secret), user=user, form=secrets.token_urlsafe(32), created=writer.at, seen=writer.at)
    writer.connection.execute(insert(sessions).values(msgspec.to_builtins(one)))
    return secret, one


def session_of(connection: Connection, secret: str) -> tuple[Session, User] | None:
    """The session of a secret with its user, as long as both are in force."""
    found = select(sessions, *(c.label(f"u_{c.name}") for c in users.c)).join(users, users.c.id == sessions.c.user)
    row = connection.execute(found.where(sessions.c.hash == hashed(secret), users.c.active, ~_over())).first()
    if row is None:
        return None
    session = {field: getattr(row, field) for field in Session.__struct_fields__}
    return Session(**session), _user({field: getattr(row, f"u_{field}") for field in User.__struct_fields__})


def touch(writer: Writer, session: str) -> None:
    """Someone is still there."""
    writer.connection.execute(update(sessions).where(sessions.c.hash == session).values(seen=writer.at))


def end_session(writer: Writer, session: str) -> None:
    """Someone went."""
    writer.connection.execute(delete(sessions).where(sessions.c.hash == session))


def end_sessions(writer: Writer, user: str) -> None:
    """All sessions of a user are over."""
    writer.connection.execute(delete(sessions).where(sessions.c.user == user))


def filters_of(connection: Connection, user: str) -> list[Saved]:
    """The filters that a user keeps."""
    found = select(filters).where(filters.c.user == user).order_by(filters.c.name, filters.c.id)
    return [Saved(id=row["id"], name=row["name"], query=row["query"]) for row in connection.execute(found).mappings()]


def save_filter(writer: Writer, user: str, name: str, query: str) -> Saved:
    """Keep a filter; one of the same name is replaced."""
    name = " ".join(name.split())[:_NAME]
    if not name:
        raise CaseError("a filter needs a name")
    mine = filters.c.user == user
    writer.connection.execute(delete(filters).where(mine, filters.c.name == name))
    if (writer.connection.execute(select(func.count()).select_from(filters).where(mine)).scalar() or 0) >= _FILTERS:
        raise CaseError(f"no more than {_FILTERS} filters are kept; drop one first")
    one = Saved(id=secrets.token_hex(8), name=name, query=query[:2000])
    writer.connection.execute(insert(filters).values(msgspec.to_builtins(one) | {"user": user}))
    return one


def drop_filter(writer: Writer, user: str, id: str) -> bool:
    """Forget a filter. Whether it was there, and theirs."""
    return bool(writer.connection.execute(delete(filters).where(filters.c.user == user, filters.c.id == id)).rowcount)


def _over() -> Any:
    return (sessions.c.created <= later(hours=-SESSION_HOURS)) | (sessions.c.seen <= later(hours=-IDLE_HOURS))


def _known(connection: Connection, name: str) -> User:
    one = user_named(connection, name)
    if one is None:
        raise CaseError(f"{name}: no such user")
    return one


def _role(role: str) -> Role:
    for one in ROLES:
        if one == role:
            return one
    raise CaseError(f"{role}: not a role; they are {', '.join(ROLES)}")


def _keep_an_admin(connection: Connection, one: User, stays: bool) -> None:
    admins = [u for u in every_user(connection) if u.active and u.role == "admin"]
    if not stays and [u.id for u in admins] == [one.id]:
        raise CaseError(f"{one.name} is the only admin; make another one first")


def _user(row: Any) -> User:
    return User(**{field: row[field] for field in User.__struct_fields__})


def _key(row: Any) -> Key:
    return Key(**{field: row[field] for field in Key.__struct_fields__})
