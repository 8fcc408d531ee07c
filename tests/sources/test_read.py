"""Inputs become articles; what is wrong with one is said and stops no other."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from dateline.sources import inputs, jsonl, read
from dateline.sources.html import decode_html
from dateline.sources.inputs import InputError, check_inputs
from dateline.sources.read import Read, read_inputs
from dateline.sources.seen import Seen

TODAY = date(2024, 6, 1)
PAGE = """<!doctype html><html lang="en"><head><title>Shells hit market</title>
<meta property="og:site_name" content="Harbour News"><meta property="article:published_time" content="2024-03-14T08:00:00Z">
</head><body><nav><a href="/">Home</a></nav><article><h1>Shells hit market</h1>
<p>At least 12 civilians were killed on Wednesday when shells hit a market in the town of Mellit, the regional hospital said.</p>
<p>The army did not comment on the attack. Residents said that the shells came from the hills in the north of the town.</p>
</article></body></html>"""


def from_lines(*lines: str | bytes, default: date | None = None) -> list[Read]:
    data = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
    return list(read_inputs(["-"], stdin=io.BytesIO(b'{"text": "first"}\n' + data), published=default, today=TODAY))[1:]


def from_file(folder: Path, data: bytes, name: str = "a.txt", default: date | None = None) -> Read:
    path = folder / name
    path.write_bytes(data)
    (one,) = read_inputs([str(path)], published=default, today=TODAY)
    return one


def codes(one: Read) -> list[str]:
    return [issue.code for issue in one.issues]


def test_text_is_decoded_and_not_altered(tmp_path: Path) -> None:
    one = from_file(tmp_path, b"\xef\xbb\xbf One\r\ntwo\tna\xc3\xafve \n\n")
    assert one.article.text == " One\r\ntwo\tnaïve \n\n"
    assert one.codable
    assert one.issues == ()
    assert one.size == 22
    assert len(one.article.id) == 12


def test_what_is_not_utf8_is_named_and_kept(tmp_path: Path) -> None:
    one = from_file(tmp_path, b"caf\xe9 bombed")
    assert codes(one) == ["not_utf8"]
    assert "byte 4" in one.issues[0].message
    assert not one.codable
    assert one.article.id


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\0\0\0\n"])
def test_nothing_to_read(tmp_path: Path, data: bytes) -> None:
    one = from_file(tmp_path, data)
    assert codes(one) == ["empty"]
    assert not one.codable


def test_nul_bytes_stay_where_they_are(tmp_path: Path) -> None:
    one = from_file(tmp_path, b"Six people\0 were killed.\0")
    assert codes(one) == ["nul"]
    assert one.codable
    assert one.article.text == "Six people\0 were killed.\0"
    assert one.article.text[one.issues[0].start : one.issues[0].end] == "\0"


def test_too_much_text_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(read, "MAX_CHARS", 100)
    assert codes(from_file(tmp_path, b"x" * 101)) == ["too_long"]
    assert codes(from_file(tmp_path, b"x" * 100)) == []
    monkeypatch.setattr(inputs, "MAX_BYTES", 200)
    huge = from_file(tmp_path, b"x" * 5000)
    assert codes(huge) == ["too_long"]
    assert huge.article.text == ""
    assert "5,000" in huge.issues[0].message


def test_a_line_of_50_mb_is_named_and_the_next_is_read() -> None:
    one, after = from_lines(b'{"id": "big", "text": "' + b"(" * 50_000_000 + b'"}', '{"id": "b", "text": "ok"}')
    assert codes(one) == ["too_long"]
    assert one.article.id == "big"
    assert not one.codable
    assert after.article.text == "ok"


def test_a_line_that_does_not_fit_in_memory_is_read_past(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 64)
    one, after = from_lines('{"text": "' + "x" * 500 + '"}', '{"id": "b", "text": "ok"}')
    assert codes(one) == ["too_long"]
    assert "513 bytes" in one.issues[0].message
    assert after.article.id == "b"


@pytest.mark.parametrize(
    "line",
    [
        "{broken",
        "[1, 2]",
        '"text"',
        "nul",
        '{"text": "a"} {"text": "b"}',
        "[" * 100_000,
        '{"text": ' + "9" * 5000 + "}",
    ],
)
def test_a_line_that_is_no_article_still_gives_one(line: str) -> None:
    one, after = from_lines(line, '{"text": "ok"}')
    assert codes(one)[0] in ("bad_json", "bad_record")
    assert "line 2" in one.issues[0].message
    assert not one.codable
    assert len(one.article.id) == 12
    assert after.codable
    assert from_lines(line)[0].article.id == one.article.id


@pytest.mark.parametrize("record", [{}, {"text": None}, {"text": 5}, {"text": ["a"]}])
def test_a_record_needs_a_text(record: dict[str, object]) -> None:
    (one,) = from_lines(json.dumps({"id": "x"} | record))
    assert codes(one) == ["bad_record"]
    assert one.article.id == "x"


def test_bytes_that_are_not_utf8_in_a_line() -> None:
    one, after = from_lines(b'{"text": "caf\xe9"}', '{"text": "ok"}')
    assert codes(one) == ["not_utf8"]
    assert after.codable


def test_half_a_surrogate_pair_is_replaced_one_for_one() -> None:
    (one,) = from_lines(r'{"id": "\ud800", "title": "\udfff", "text": "ab\ud800c \ud83d\ude00"}')
    assert one.article.text == "ab\ufffdc 😀"
    assert codes(one) == ["lone_surrogate"]
    assert (one.issues[0].start, one.issues[0].end) == (2, 3)
    assert one.codable
    assert (one.article.id, one.article.title) == ("\ufffd", "\ufffd")


def test_blank_lines_are_no_articles_and_bytes_add_up(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "a"}\n\n  \n{"text": "b"}')
    found = list(read_inputs([str(path)], today=TODAY))
    assert [one.article.text for one in found] == ["a", "b"]
    assert sum(one.size for one in found) >= path.stat().st_size - 3


def test_ids_are_kept_made_from_the_text_and_checked_for_repeats() -> None:
    found = from_lines(
        '{"id": 7, "text": "a"}',
        '{"text": "b"}',
        '{"id": "7", "text": "c"}',
        '{"text": "b"}',
        '{"id": "", "text": "d"}',
    )
    assert [one.article.id for one in found[:3]] == ["7", found[3].article.id, "7"]
    assert [codes(one) for one in found] == [[], [], ["repeated_id"], ["repeated_id"], []]
    assert all(one.codable for one in found)


@pytest.mark.parametrize(("tag", "lang"), [("en-GB", "en"), ("EN", "en"), ("eng", "en"), ("pt_BR", "pt"), ("", None)])
def test_a_language_tag_is_cut_to_its_language(tag: str, lang: str | None) -> None:
    assert from_lines(json.dumps({"text": "a", "lang": tag}))[0].article.lang == lang


def test_context_of_the_wrong_type_is_not_used() -> None:
    (one,) = from_lines('{"text": "a", "title": 5, "publisher": "P", "url": "u", "lang": "en"}')
    assert codes(one) == ["bad_field"]
    assert (one.article.title, one.article.publisher, one.article.url, one.article.lang) == (None, "P", "u", "en")


TEXT = "KABUL, May 3, 2024 (Agency) - Six people were killed in the city on Friday, police said."


def test_the_record_tells_the_date_before_the_date_line_before_the_user() -> None:
    default = date(2020, 1, 1)
    record = json.dumps({"text": TEXT, "published": "2024-05-04T10:00:00Z"})
    assert [
        one.article.published
        for one in from_lines(record, json.dumps({"text": TEXT}), '{"text": "Six died."}', default=default)
    ] == [
        date(2024, 5, 4),
        date(2024, 5, 3),
        default,
    ]
    assert from_lines('{"text": "Six died."}')[0].article.published is None


@pytest.mark.parametrize("value", ["2024-13-45", "yesterday", "0001-01-01", "9999-12-31", "\ud800"])
def test_a_date_that_cannot_be_is_not_used(value: str) -> None:
    (one,) = from_lines(json.dumps({"text": "Six died.", "published": value}))
    assert codes(one) == ["bad_published"]
    assert one.article.published is None
    assert one.codable


def test_a_date_in_the_future_is_named() -> None:
    late, tomorrow = from_lines('{"text": "a", "published": "2024-07-01"}', '{"text": "b", "published": "2024-06-02"}')
    assert codes(late) == ["future_date"]
    assert late.article.published == date(2024, 7, 1)
    assert late.codable
    assert codes(tomorrow) == []


def test_html_gives_the_article_and_what_the_page_says_of_itself(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    one = from_file(tmp_path, PAGE.encode(), "page.html")
    assert "At least 12 civilians were killed" in one.article.text
    assert "Home" not in one.article.text
    assert one.article.published == date(2024, 3, 14)
    assert one.article.publisher == "Harbour News"


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<html><body><img src='a.png'></body></html>", b"", b"<<<>>>", b"\0"]
)
def test_html_without_text(tmp_path: Path, data: bytes) -> None:
    pytest.importorskip("trafilatura")
    one = from_file(tmp_path, data, "page.html")
    assert codes(one) == ["no_text"]
    assert not one.codable


def test_html_may_declare_its_character_set() -> None:
    assert decode_html(b'<meta charset="windows-1252">caf\xe9') == '<meta charset="windows-1252">café'
    assert decode_html(b'<meta charset="no-such">caf\xe9') is None
    assert decode_html(b"caf\xe9") is None


def test_standard_input_is_told_by_how_it_begins() -> None:
    def kinds(data: bytes) -> list[str]:
        return [one.article.text for one in read_inputs(["-"], stdin=io.BytesIO(data), today=TODAY)]

    assert kinds(b'{"text": "a"}\n{"text": "b"}\n') == ["a", "b"]
    assert kinds(b"{ Six people died.") == ["{ Six people died."]
    assert kinds(b"<b>Six</b> people died.") == ["<b>Six</b> people died."]
    pytest.importorskip("trafilatura")
    assert "<p>" not in kinds(PAGE.encode())[0]


def test_inputs_are_checked_before_anything_is_read(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_bytes(b"abc")
    assert check_inputs([str(good), str(good)]) == 6
    assert check_inputs([str(good), "-"]) is None
    for bad in (tmp_path / "none.txt", tmp_path / "a\0b"):
        with pytest.raises(InputError):
            check_inputs([str(good), str(bad)])
    with pytest.raises(InputError, match="jsonl"):
        check_inputs([str(tmp_path / "a.json")])


def test_reading_is_lazy() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            return b'{"text": "a"}\n' * 100

    found = read_inputs(["-"], stdin=Endless(), today=TODAY)  # type: ignore[arg-type]
    assert [next(found).article.text for _ in range(500)] == ["a"] * 500


def test_seen_remembers_many_names_and_no_others() -> None:
    seen = Seen()
    assert all(seen.add(f"id-{n}") for n in range(5000))
    assert not any(seen.add(f"id-{n}") for n in range(5000))
    assert seen.add("\ud800")
    assert not seen.add("\ud800")
