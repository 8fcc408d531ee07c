"""Feeds: each entry an article; a hostile feed costs its own entries at most."""

from datetime import date
from pathlib import Path

import pytest

from dateline.model.incident import Issue
from dateline.sources.draft import Draft, broken
from dateline.sources.feed import read_feed
from dateline.sources.read import Read, read_inputs

pytest.importorskip("trafilatura")

TODAY = date(2024, 6, 1)
RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Gulf Wire &amp; Post</title><image><title>Logo</title></image>
<item><title>Shells &lt;b&gt;hit&lt;/b&gt; market &amp;amp; clinic</title><link> https://example.org/a </link>
<media:title>no</media:title><pubDate>Thu, 14 Mar 2024 23:30:00 +0300</pubDate>
<description>In short.</description>
<content:encoded><![CDATA[<p>Twelve civilians were killed in <b>Mellit</b>.</p><p>The army denied it.</p><script>alert(1)</script>]]></content:encoded>
</item>
<item><title>Raid</title><guid>https://example.org/b</guid><dc:date>2024-03-15T08:00:00Z</dc:date>
<source url="https://agency.example/rss">The Agency</source><description>Two &lt; three &amp;amp; more people died in Kutum.</description></item>
<item><title>Only a title</title><guid isPermaLink="false">77</guid></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Hill &lt;i&gt;News&lt;/i&gt;</title>
<entry><title>One</title><link rel="self" href="/self"/><link href="/a"/><published>2024-03-14T01:00:00+05:00</published>
<updated>2024-04-01T00:00:00Z</updated><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Six people were killed in Mellit.</p><p>Two more died.</p></div></content></entry>
<entry><title>Two</title><updated>2024-04-01T00:00:00Z</updated><content type="text">Four &lt;b&gt; died&#160;in Kutum.</content></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Old Post</title></channel><item rdf:about="https://example.org/c"><title>T</title><link>https://example.org/c</link>
<description>Three died in Kutum.</description><dc:date>2024-03-14</dc:date></item></rdf:RDF>"""


def entries(feed: str | bytes, base: str | None = None) -> list[Draft]:
    return list(read_feed(feed.encode() if isinstance(feed, str) else feed, base))


def item(inside: str) -> Draft:
    (one,) = entries(f"<rss><channel><title>C</title><item>{inside}</item></channel></rss>")
    return one


def codes(draft: Draft) -> list[str]:
    return [issue.code for issue in draft.issues]


def test_an_entry_of_rss_is_an_article() -> None:
    one, two, three = entries(RSS)
    assert one.text == "Twelve civilians were killed in Mellit.\nThe army denied it."
    assert (one.title, one.published, one.publisher) == ("Shells hit market & clinic", "2024-03-14", "Gulf Wire & Post")
    assert one.url == "https://example.org/a"
    assert (two.publisher, two.url, two.published) == ("The Agency", "https://example.org/b", "2024-03-15T08:00:00Z")
    assert two.text == "Two < three & more people died in Kutum."
    assert (codes(three), three.codable, three.url, three.title) == (["no_text"], False, None, "Only a title")
    assert sum(draft.size for draft in (one, two, three)) == len(RSS.encode())


def test_an_entry_of_atom_is_an_article() -> None:
    one, two = entries(ATOM, "https://example.org/feed")
    assert one.text == "Six people were killed in Mellit.\nTwo more died."
    assert (one.url, one.published, one.publisher) == (
        "https://example.org/a",
        "2024-03-14T01:00:00+05:00",
        "Hill News",
    )
    assert two.text == "Four <b> died\xa0in Kutum."  # told to be text, so it is
    assert (two.url, two.published) == (None, "2024-04-01T00:00:00Z")


def test_rss_as_rdf() -> None:
    (one,) = entries(RDF)
    assert (one.text, one.publisher, one.published) == ("Three died in Kutum.", "Old Post", "2024-03-14")


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("http://[", None),
        ("https://e.org/ x", None),
        ("https://e.org/x\u202ey", None),
        ("//e.org/x", None),
        (" https://e.org/x ", "https://e.org/x"),
    ],
)
def test_only_addresses_of_the_web_are_links(link: str, url: str | None) -> None:
    one = item(f"<link>{link}</link><description>Six died.</description>")
    assert one.url == url
    assert codes(one) == ([] if url else ["bad_field"])
    assert one.codable


def test_titles_hold_no_markup() -> None:
    one = item(
        "<title><![CDATA[<img src=x onerror=alert(1)>Six <script>x</script> died\n now]]></title><description>x</description>"
    )
    assert one.title == "Six x died now"
    assert item(f"<title>{'A' * 9000}</title><description>x</description>").title == "A" * 500


@pytest.mark.parametrize(
    "said", ["Thursday", "32 Foo 2024", "Thu, 99 Mar 2024 00:00:00 GMT", "-" * 5000, "Thu, 14 Mar 99999999"]
)
def test_a_date_that_is_none_is_named(said: str, tmp_path: Path) -> None:
    (one,) = read(
        tmp_path,
        f"<rss><channel><item><pubDate>{said}</pubDate><description>Six died.</description></item></channel></rss>",
    )
    assert [issue.code for issue in one.issues] == ["bad_published"]
    assert one.article.published is None


def read(folder: Path, feed: str | bytes) -> list[Read]:
    path = folder / "a.rss"
    path.write_bytes(feed.encode() if isinstance(feed, str) else feed)
    return list(read_inputs([str(path)], today=TODAY))


def bomb() -> str:
    levels = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    return f"<!DOCTYPE rss [<!ENTITY a0 'ha'>{levels}]><rss><channel><item><title>&a11;</title><description>Six died &a11;</description></item></channel></rss>"


HOSTILE = {
    "bomb": bomb(),
    "file": "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><description>Six died &x;</description></item></channel></rss>",
    "deep": "<rss><channel><item><description>" + "<a>" * 200_000,
    "attributes": "<rss><channel><item " + "a='b' " * 50_000 + "><description>Six died.</description></item></channel></rss>",
    "one huge text": f"<rss><channel><item><description>{'x' * 11_000_000}</description></item></channel></rss>",
    "huge markup": f"<rss><channel><item><description>{'&lt;p&gt;' * 300_000}</description></item></channel></rss>",
    "open tags": "<rss><channel><item><description>" + "&lt;a " * 100_000 + "</description></item></channel></rss>",
    "authors": "<rss><channel><item><author>" + "a." * 100_000 + "</author><description>Six died.</description></item></channel></rss>",
    "half pairs": "<rss><channel><title>&#xD83D;&#56832;</title><item><title>&#xDFFF;</title><description>Six &#xd800;died.</description></item></channel></rss>",
    "nul": "<rss><channel><item><description>Six\0 died.</description></item></channel></rss>",
    "no encoding": "<?xml version='1.0' encoding='none'?><rss><channel><item><description>Six died.</description></item></channel></rss>",
    "undeclared": "<rss><channel><item><content:encoded>Six died.</content:encoded></item></channel></rss>",
    "bare ampersand": "<rss><channel><title>A & B</title><item><description>Six &nbsp;died & more.</description></item></channel></rss>",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_feed_gives_articles_with_issues_or_none(name: str, tmp_path: Path) -> None:
    found = read(tmp_path, HOSTILE[name])
    assert len(found) == 1
    assert found[0].issues or found[0].codable
    assert len(found[0].article.text) < 2_000 or not found[0].codable
    assert "root:" not in found[0].article.text
    assert "haha" not in found[0].article.text


@pytest.mark.parametrize(
    "feed", ["", "Six died.", "<html><p>Six died.</html>", "<rss", "\0", "<?xml", "<rss><channel><item"]
)
def test_what_is_no_feed(feed: str, tmp_path: Path) -> None:
    found = read(tmp_path, feed)
    assert [issue.code for one in found for issue in one.issues] in (["bad_feed"], ["no_text", "broken_feed"])
    assert not any(one.codable for one in found)


def test_a_feed_that_breaks_off_keeps_what_came_before() -> None:
    whole = RSS.split("<item>")
    one, two = entries("<item>".join(whole[:3])[:-40])
    assert one.text.startswith("Twelve")
    assert codes(one) == []
    assert codes(two) == ["broken_feed"]


def test_a_feed_without_entries_holds_no_article(tmp_path: Path) -> None:
    assert read(tmp_path, "<rss><channel><title>C</title></channel></rss>") == []


def test_linked_pages_stand_in_for_the_entry_where_they_can_be_had() -> None:
    def linked(url: str) -> Draft:
        if url.endswith("b"):
            return broken("not_fetched", "no answer")
        issue = Issue(code="odd", message="odd")
        return Draft(text="The whole page.", title="Page", publisher="Page's", published="2020-01-01", issues=(issue,))

    one, two, three = read_feed(RSS.encode(), None, linked)
    assert (one.text, one.title, one.published, one.publisher) == (
        "The whole page.",
        "Shells hit market & clinic",
        "2024-03-14",
        "Gulf Wire & Post",
    )
    assert codes(one) == ["odd"]
    assert (two.text[:3], codes(two)) == ("Two", ["linked_page"])
    assert codes(three) == ["no_text"]


def test_half_a_pair_in_another_encoding_costs_its_entry() -> None:
    items = (
        "<item><description>Six &#xD800; died.</description></item><item><description>Two died.</description></item>"
    )
    one, two = entries(f"<?xml version='1.0' encoding='utf-16'?><rss><channel>{items}</channel></rss>".encode("utf-16"))
    assert (codes(one), one.codable) == (["not_utf8"], False)
    assert two.text == "Two died."
