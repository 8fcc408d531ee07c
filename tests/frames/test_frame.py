"""A frame's own small questions."""

from telling import framed

TEXT = "Gunmen killed two guards and abducted a driver near Ansongo on Sunday."


def test_a_frame_knows_its_deeds_roles_and_span() -> None:
    (frame,) = framed(TEXT)
    assert frame.has("kill")
    assert frame.has("bomb", "abduct")
    assert not frame.has("bomb")
    assert [r.party.text for r in frame.of("a") if r.party] == ["Gunmen"]
    assert TEXT[frame.start : frame.end] == TEXT
