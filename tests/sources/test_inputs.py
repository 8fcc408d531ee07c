"""What an input's name stands for: files, folders, feeds and addresses, all read alike."""

import io
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.sources import inputs
from dateline.sources.inputs import InputError, Reach, check_inputs
from dateline.sources.read import FAILED, Read, read_inputs
from sources.server import Server, feed, serving

TODAY = date(2024, 6, 1)
INSIDE = Reach(private=True)


@pytest.fixture
def port() -> Iterator[int]:
    pytest.importorskip("httpx")
    pytest.importorskip("trafilatura")
    with serving() as number:
        yield number


def read(*names: object, reach: Reach = INSIDE) -> list[Read]:
    return list(read_inputs([str(name) for name in names], today=TODAY, reach=reach))


def codes(one: Read) -> list[str]:
    return [issue.code for issue in one.issues]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    held = {
        "b.txt": "two",
        "a/z.txt": "four",
        "a/deeper/y.TXT": "three",
        "lines.jsonl": '{"text": "five"}\n{"text": "six"}\n',
        "a.txt": "one",
        ".hidden.txt": "no",
        ".git/x.txt": "no",
        "notes.pdf": "no",
        "record.json": "no",
        "data": "no",
    }
    for name, text in held.items():
        path = tmp_path / "given" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "given"


def test_a_folder_is_its_files_in_order(folder: Path) -> None:
    assert [one.article.text for one in read(folder)] == ["one", "two", "five", "six", "four", "three"]
    assert check_inputs([str(folder)]) == sum(
        (folder / name).stat().st_size for name in ("a.txt", "b.txt", "a/z.txt", "a/deeper/y.TXT", "lines.jsonl")
    )


def test_every_article_knows_the_file_or_address_it_came_from(port: int, folder: Path) -> None:
    url = f"http://127.0.0.1:{port}/moved"
    found = [one.source for one in read(folder / "lines.jsonl", folder / "a", url)]
    assert found == [
        *[str(folder / "lines.jsonl")] * 2,
        str(folder / "a" / "z.txt"),
        str(folder / "a" / "deeper" / "y.TXT"),
        url,
    ]


def test_links_to_folders_are_not_followed_and_pipes_not_read(folder: Path) -> None:
    (folder / "again").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "none")
    os.mkfifo(folder / "pipe.txt")
    assert len(read(folder)) == 6


def test_a_file_that_cannot_be_read_stops_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def shut(path: Path, *rest: str) -> io.BufferedReader:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *rest)  # type: ignore[return-value]

    monkeypatch.setattr(Path, "open", shut)
    first, *others = read(folder)
    assert codes(first) == ["unreadable"]
    assert "a.txt: Permission denied" in first.issues[0].message
    assert len(others) == 5


def test_a_folder_without_articles_is_no_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no file of a kind"):
        check_inputs([str(tmp_path)])


def test_standard_input_may_be_a_feed() -> None:
    pytest.importorskip("trafilatura")
    found = list(read_inputs(["-"], stdin=io.BytesIO(b"<?xml version='1.0'?>\n" + feed("http://e.org")), today=TODAY))
    assert [one.article.title for one in found] == ["one", "two", "three", "four"]


def test_a_page_is_an_article_and_its_address_its_own(port: int) -> None:
    (one,) = read(f"http://127.0.0.1:{port}/moved")
    assert one.article.text.startswith("At least 12 civilians") or "At least 12 civilians" in one.article.text
    assert (one.article.publisher, one.article.published) == ("Harbour News", date(2024, 3, 14))
    assert one.article.url == f"http://127.0.0.1:{port}/page"
    assert one.codable


@pytest.mark.parametrize("way", ["latin", "lie"])
def test_a_page_in_another_character_set(port: int, way: str) -> None:
    assert "café’s owner" in read(f"http://127.0.0.1:{port}/{way}")[0].article.text


def test_plain_text_and_lines_of_json(port: int) -> None:
    assert [one.article.text for one in read(f"http://127.0.0.1:{port}/plain")] == ["Six died in Mellit’s market."]
    assert [one.article.id for one in read(f"http://127.0.0.1:{port}/lines")] == ["a", "b"]


@pytest.mark.parametrize(("way", "reach"), [("picture", INSIDE), ("missing", INSIDE), ("page", Reach())])
def test_what_cannot_be_fetched_stops_no_other(port: int, folder: Path, way: str, reach: Reach) -> None:
    url = f"http://127.0.0.1:{port}/{way}"
    one, other = read(url, folder / "a.txt", reach=reach)
    assert codes(one) == ["not_fetched"]
    assert set(codes(one)) <= FAILED
    assert url in one.issues[0].message
    assert one.article.url == url
    assert other.codable


def test_nothing_is_fetched_that_was_not_asked_for(port: int) -> None:
    found = read(f"http://127.0.0.1:{port}/feed")
    assert [path for _, path in Server.asked] == ["/feed"]
    assert [one.article.text for one in found] == [
        f"Two died in Mellit, {n} said." for n in ("one", "two", "three", "four")
    ]
    assert {one.article.publisher for one in found} == {"Gulf Wire"}
    assert found[3].article.url == f"http://127.0.0.1:{port}/moved"


def test_linked_pages_are_fetched_where_that_is_asked_for(port: int) -> None:
    one, two, three, four = read(f"http://127.0.0.1:{port}/feed", reach=Reach(linked=True, private=True))
    assert "At least 12 civilians" in one.article.text
    assert (one.article.title, one.article.publisher) == ("one", "Gulf Wire")
    assert codes(two) == ["linked_page"]
    assert two.codable
    assert codes(three) == ["bad_field"]
    assert "repeated_id" in codes(four)


def test_a_feed_cannot_send_the_reader_into_the_network(port: int, tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    path.write_bytes(feed(f"http://127.0.0.1:{port}"))
    one, *_ = read(path, reach=Reach(linked=True))
    assert codes(one) == ["linked_page"]
    assert "no public address" in one.issues[0].message
    assert Server.asked == []


def test_bad_addresses_stop_the_run_before_it_starts() -> None:
    pytest.importorskip("httpx")
    with pytest.raises(InputError, match="no address"):
        check_inputs(["https://"])
    assert check_inputs(["https://example.org/feed"]) is None


def test_a_page_of_too_many_tags_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body>" + "<p>Six died.</p>" * 60_000, encoding="utf-8")
    assert codes(read(tmp_path / "a.html")[0]) == ["too_long"]


def test_huge_feeds_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_BYTES", 100)
    (tmp_path / "a.atom").write_bytes(feed("http://e.org"))
    assert codes(read(tmp_path / "a.atom")[0]) == ["too_long"]


def test_records_and_feeds_go_side_by_side(port: int, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x", "text": "Six died."}) + "\n", encoding="utf-8")
    assert len(read(tmp_path, f"http://127.0.0.1:{port}/feed", f"http://127.0.0.1:{port}/page")) == 6
