"""Who may come in, and what is one's own."""

from dateline.desk.pages.page import Me, Page, Saved
from dateline.store.people import Role


class PersonView(Page, frozen=True, kw_only=True):
    name: str
    role: Role
    active: bool
    has_password: bool
    created: str


class TokenView(Page, frozen=True, kw_only=True):
    id: str
    label: str
    created: str
    expires: str | None


class PeoplePage(Page, frozen=True, kw_only=True):
    people: tuple[PersonView, ...]
    roles: tuple[Role, ...]
    said: str = ""
    link: str | None = None


class AccountPage(Page, frozen=True, kw_only=True):
    me: Me
    has_password: bool
    tokens: tuple[TokenView, ...]
    saved: tuple[Saved, ...]
    secret: str | None = None
    said: str = ""
