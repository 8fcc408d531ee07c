"""The cache of compiled packs: used when it fits, made anew when not, and never in the way."""

from pathlib import Path

import msgspec
import pytest

from dateline.packs import cache
from dateline.packs.cache import kept

Table = dict[str, tuple[int, ...]]


class Maker:
    """Counts how often it is asked."""

    def __init__(self, value: object) -> None:
        self.value, self.calls = value, 0

    def __call__(self) -> object:
        self.calls += 1
        return self.value


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "dateline"


def ask(make: Maker, source: bytes = b"one", kind: object = Table) -> object:
    return kept("thing", kind, [source], [__file__], make)  # type: ignore[arg-type]


def test_made_once_for_one_source(home: Path) -> None:
    make = Maker({"a": (1, 2)})
    assert ask(make) == ask(make) == {"a": (1, 2)}
    assert make.calls == 1
    assert [p.name for p in home.iterdir()] == ["thing.msgpack"]


def test_another_source_makes_it_anew(home: Path) -> None:
    make = Maker({"a": (1,)})
    ask(make)
    ask(make, b"two")
    assert make.calls == 2
    ask(make, b"two")
    assert make.calls == 2


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, None])
def test_a_damaged_file_is_made_anew(home: Path, damage: bytes | None) -> None:
    make = Maker({"a": (1,)})
    ask(make)
    path = home / "thing.msgpack"
    path.write_bytes(path.read_bytes()[:-1] if damage is None else damage)
    assert ask(make) == {"a": (1,)}
    assert make.calls == 2
    ask(make)
    assert make.calls == 2


def test_what_does_not_come_back_the_same_is_not_kept(home: Path) -> None:
    make = Maker({"a": {1, 2}})
    assert ask(make, kind=dict[str, list[int]]) == {"a": {1, 2}}
    assert not home.exists() or not list(home.iterdir())


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    make = Maker({"a": (1,)})
    assert ask(make) == ask(make) == {"a": (1,)}
    assert make.calls == 2


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(cache.Path, "home", homeless)
    assert ask(Maker({"a": (1,)})) == {"a": (1,)}


def test_an_error_of_the_maker_is_passed_on(home: Path) -> None:
    def fails() -> Table:
        raise msgspec.ValidationError("wrong")

    with pytest.raises(msgspec.ValidationError):
        kept("thing", Table, [b"one"], [__file__], fails)
    assert not home.exists()
