"""A sentence with its finds: offsets are the article's, and "its jets" are the speaker's."""

from dateline.annotate.parse import parse
from dateline.annotate.roles import View
from dateline.annotate.sentences import sentences
from dateline.frames.reading import Reading, read_sentence
from telling import kit

TEXT = "GAO, March 14 - A calm day.\n\nGunmen killed 12 herders near Ansongo on Sunday, the army said."


def last(text: str) -> Reading:
    sentence = sentences(text)[-1]
    (doc,) = parse([sentence.text], kit().nlp)
    return read_sentence(3, sentence, View(doc), kit())


def test_mentions_stand_at_the_articles_offsets() -> None:
    r = last(TEXT)
    assert [TEXT[n.start : n.end] for n in r.numbers] == ["12"]
    assert [TEXT[p.name_start : p.name_end] for p in r.places] == ["Ansongo"]
    assert [TEXT[t.start : t.end] for t in r.times] == ["Sunday"]
    assert [t.act for t in r.triggers] == ["kill"]


def test_tokens_and_spans_are_each_others_way_back() -> None:
    r = last(TEXT)
    for i in range(len(r.view)):
        assert r.tokens(*r.span(i, i)) == (i, i)
        assert r.words(i, i) == TEXT[slice(*r.span(i, i))] == r.view.words[i]


def test_a_span_beside_every_token_touches_none() -> None:
    r = last(TEXT)
    gap = r.span(0, 0)[1]
    assert r.tokens(gap, gap + 1) is None


def test_its_forces_are_the_speakers() -> None:
    r = last("The Turkish military said its jets had bombed Kurdish fighters near Afrin on Sunday.")
    assert {p.country for p in r.parties if p.text.startswith("its ")} == {"TR"}


def test_what_a_deed_is_compared_with_is_no_deed() -> None:
    r = last("Rebels attacked Melut on Sunday, in some of the heaviest fighting in the area this year.")
    assert [t.act for t in r.triggers] == ["attack"]
    assert [t.text for t in r.times] == ["Sunday"]
    r = last("Rebels said some of the heavy fighting this year was in Melut.")
    assert [t.text for t in r.times] == ["this year"]
