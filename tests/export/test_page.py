"""The page: complete, linked both ways, safe, and silent about people where it is public."""

import base64
import hashlib
import re
from datetime import date
from html.parser import HTMLParser

import msgspec
import pytest

from dateline.export.marks import Mark, anchor, paragraphs, pieces
from dateline.export.page import render_page
from dateline.export.timeline import timeline
from dateline.model.incident import Coded, Incident, PlacePrecision, Trace, Unused, When, Where
from dateline.model.text import Article
from dateline.resolve.area import sector
from fake_coder import HISTORY, SHELLING, STRIKE, TEXT, sample

_VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Reads a page strictly: every element is closed in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: dict[str, str] = {}
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        given = dict(attrs)
        assert len(given) == len(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if "href" in given:
            self.links.append(str(given["href"]))
            assert all(name != "a" for name, _ in self._open), "a link in a link"
        if tag not in _VOID:
            self._open.append((tag, given))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for _, given in self._open:
            for name in str(given.get("class") or "").split():
                self.text[name] = self.text.get(name, "") + data


def page(public: bool = False) -> tuple[str, Page]:
    source = render_page(*sample(), public=public)
    return source, Page(source)


def test_the_page_is_whole_and_asks_nothing_of_a_network() -> None:
    source, read = page()
    assert len(read.ids) == len(set(read.ids))
    assert not {"img", "link", "iframe", "object", "form", "base", "audio", "video"} & set(read.tags)
    assert all(link.startswith("#") for link in read.links)
    assert not re.findall(r"url\((?!#)", source)
    assert not [name for name, _ in read.attributes if name in ("src", "style") or name.startswith("on")]


def test_every_link_leads_somewhere_on_the_page() -> None:
    _, read = page()
    assert {link[1:] for link in read.links} <= set(read.ids)


def test_values_and_words_link_both_ways() -> None:
    source, read = page()
    for incident, key in ((SHELLING, "i1"), (STRIKE, "i2"), (HISTORY, "b1")):
        span = incident.when.evidence or incident.where.evidence
        field = "when" if incident.when.evidence else "where"
        assert span is not None
        assert f'href="#{anchor(*span)}"' in source
        assert re.search(rf'href="#{key}-{field}" id="{anchor(*span)}"', source)
        assert f"#{key}" in read.links
    assert "i1-how-many" in read.ids


def test_the_article_stands_there_whole() -> None:
    source, _ = page()
    body = source[source.index('<div class="body"') : source.index("</section>", source.index('<div class="body"'))]
    shown = re.sub(r'<sup class="ref">.*?</sup>', "", body)
    shown = re.sub(r"<[^>]+>", "", shown).replace("&#39;", "'")
    assert shown.split() == TEXT.split()


def test_numbers_that_were_not_used_are_listed_with_the_reason() -> None:
    _, read = page()
    assert {"n1", "n2", "n3", "n4"} <= set(read.ids)
    source = render_page(*sample())
    table = source[source.index('id="numbers"') :]
    for why in ("a date", "an age", "a distance", "equipment, not people"):
        assert why in table


def test_the_policy_allows_this_style_and_this_script_only() -> None:
    source, _ = page()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', source)
    assert policy
    allowed = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in allowed
    assert "unsafe" not in allowed
    for tag in ("style", "script"):
        inner = re.search(rf"<{tag}>(.*?)</{tag}>", source, re.S)
        assert inner
        digest = base64.b64encode(hashlib.sha256(inner[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in allowed


HOSTILE = '<script>alert(1)</script> </textarea><img src=x onerror=alert(2)> "quo\'te" {{ 7*7 }} javascript:alert(3) \u202eevil\u202c &amp; \x1b[31m\x00'


def hostile() -> tuple[Coded, Trace, Article]:
    span = (0, len(HOSTILE))
    swap = msgspec.structs.replace
    article = Article(
        id=HOSTILE, text=HOSTILE, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(4)", lang='en" onload="x'
    )
    incident = swap(
        SHELLING,
        type=HOSTILE,
        when=swap(SHELLING.when, part=HOSTILE, text=HOSTILE, evidence=span),
        where=swap(SHELLING.where, name=HOSTILE, text=HOSTILE, evidence=span, country=HOSTILE, admin1=HOSTILE),
        actors=(swap(SHELLING.actors[1], name=HOSTILE, label=HOSTILE, text=HOSTILE, evidence=span),),
        casualties=(swap(SHELLING.casualties[0], text=HOSTILE, evidence=span, parts=()),),
        victims=(),
        claims=(swap(SHELLING.claims[0], cue=HOSTILE, speaker=None, text=HOSTILE, evidence=span),),
        sentences=(span,),
    )
    base = sample()[0]
    info = swap(base.article, title=HOSTILE, publisher=HOSTILE, id=HOSTILE, lang=article.lang)
    issue = swap(base.issues[0], code=HOSTILE, message=HOSTILE, start=0, end=len(HOSTILE))
    aside = swap(incident, context="denied", reason=HOSTILE)
    unused = Unused(why=HOSTILE, text=HOSTILE, evidence=span)
    return (
        swap(base, article=info, incidents=(incident,), background=(aside,), issues=(issue,)),
        Trace(unused=(unused,)),
        article,
    )


@pytest.mark.parametrize("public", [False, True])
def test_hostile_text_is_text(public: bool) -> None:
    source = render_page(*hostile(), public=public)
    read = Page(source)
    assert read.tags.count("script") == 1
    assert not {"img", "textarea"} & set(read.tags)
    assert all(link.startswith("#") for link in read.links)
    assert not [name for name, _ in read.attributes if name.startswith("on") or name == "src"]
    assert "49" not in read.text.get("words", "")
    assert not {"\u202e", "\u202c", "\x1b", "\x00"} & set(source)


def test_the_public_view_tells_no_names_no_sites_no_text() -> None:
    source, read = page(public=True)
    for word in (
        "Mariam",
        "Idris",
        "baker",
        "Souk",
        "El Fasher",
        "13.628",
        "25.349",
        "told on Thursday",
        "example.org",
        "AMBERLEY",
    ):
        assert word not in source
    assert "North Darfur" in source
    assert "12 or more civilians killed" in source
    assert "Left out of this public view" in source
    assert "text" not in read.ids
    assert {link[1:] for link in read.links} <= set(read.ids)


def test_a_victims_name_is_hidden_wherever_else_it_is_used() -> None:
    coded, trace, article = sample()
    swap = msgspec.structs.replace
    kin = swap(
        STRIKE.claims[0], speaker=swap(STRIKE.claims[0].speaker, name="Omar Idris", text="her brother Omar Idris")
    )
    strike = swap(
        STRIKE,
        claims=(kin,),
        where=swap(STRIKE.where, text="the Mariam Idris school", name="Mellit", precision="settlement"),
    )
    source = render_page(swap(coded, incidents=(SHELLING, strike)), trace, article, public=True)
    assert "Idris" not in source
    assert "Mellit" in source


@pytest.mark.parametrize("precision", ["near", "area", "landmark"])
def test_a_site_is_hidden_whatever_stands_before_it(precision: PlacePrecision) -> None:
    coded, trace, article = sample()
    where = Where(text="near the Nur mosque", name="Nur mosque", precision=precision, country="SD", evidence=(0, 19))
    strike = msgspec.structs.replace(STRIKE, where=where)
    source = render_page(msgspec.structs.replace(coded, incidents=(strike,)), trace, article, public=True)
    assert "Nur" not in source


def test_a_town_keeps_its_name_and_loses_its_point() -> None:
    coded, trace, article = sample()
    area = sector(13.628, 25.349, 180, 12)
    where = Where(
        text="12 km south of Mellit", name="Mellit", precision="near", country="SD", lat=13.519, lon=25.349, geometry=area,
        gazetteer_id="7", evidence=(0, 21),
    )  # fmt: skip
    strike = msgspec.structs.replace(STRIKE, where=where)
    source = render_page(msgspec.structs.replace(coded, incidents=(strike,)), trace, article, public=True)
    assert "Mellit, Sudan" in source
    assert "13.519" not in source


def test_overlapping_marks_cut_the_text_without_losing_any() -> None:
    marks = [
        Mark(0, 10, "a", "i1", "#1"),
        Mark(3, 5, "b", "i2", "#2"),
        Mark(4, 12, "c", "i3", "#3"),
        Mark(3, 5, "d", "i4", "#4"),
        Mark(0, 12, "", "i5", None),
    ]
    found = pieces("0123456789abcdef", 0, 16, marks)
    assert "".join(piece.text for piece in found) == "0123456789abcdef"
    assert [piece.text for piece in found] == ["012", "3", "4", "56789", "ab", "cdef"]
    assert found[2].owners == ("i1", "i5", "i2", "i4", "i3")
    assert found[2].link
    assert found[2].link.field == "b"
    assert found[4].ends == ("i5",)
    assert sorted(name for piece in found for name in piece.anchors) == ["w0-10", "w3-5", "w4-12"]


def test_marks_count_code_points() -> None:
    text = "🙂🙂 forty died"
    (one,) = [piece for piece in pieces(text, 0, len(text), [Mark(3, 8, "many", "i1", "#x")]) if piece.link]
    assert one.text == "forty"


def test_paragraphs_are_split_at_blank_lines() -> None:
    text = "\n a\nb \n \t\n\r\nc\r\n"
    assert [text[start:end] for start, end in paragraphs(text)] == [" a\nb ", "c"]
    assert paragraphs("") == []


def of(start: date | None, end: date | None) -> Incident:
    return msgspec.structs.replace(SHELLING, when=When(start=start, end=end))


def test_open_ends_are_drawn_open() -> None:
    day = date(2024, 3, 14)
    line = timeline([("i1", of(day, day)), ("i2", of(None, day)), ("i3", of(day, None)), ("i4", of(None, None))], day)
    assert line
    one, before, after, unknown = line.bars
    assert not one.open_start
    assert not one.open_end
    assert before.open_start
    assert before.left == 0
    assert after.open_end
    assert after.left is not None
    assert after.width is not None
    assert after.left + after.width == pytest.approx(100)
    assert unknown.left is None
    assert line.published
    assert line.published[0] == one.left


def test_no_dates_no_timeline_and_long_ones_have_few_ticks() -> None:
    assert timeline([("i1", of(None, None))], date(2024, 3, 14)) is None
    line = timeline([("i1", of(date(1900, 1, 1), date(2020, 1, 1)))], None)
    assert line
    assert len(line.ticks) <= 10
    assert timeline([("i1", of(date(1, 1, 1), date(9999, 12, 31)))], None)


def test_an_article_without_incidents_makes_a_page() -> None:
    coded, _, article = sample("Nothing happened.")
    read = Page(render_page(msgspec.structs.replace(coded, incidents=(), background=(), issues=()), Trace(), article))
    assert "No incident was found" in read.text["none"]
