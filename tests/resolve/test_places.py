"""Where an event happened: the named place or nothing."""

from reader import coded


def test_a_place_not_found_has_no_point() -> None:
    (incident,) = coded("Gunmen killed six villagers in Qwyrtansk on Wednesday.").incidents
    assert incident.where.lat is None
    assert incident.where.lon is None


def test_a_hospital_that_speaks_is_not_where_it_happened() -> None:
    (incident,) = coded(
        "Gunmen killed six villagers in Djugu, Congo, on Wednesday. A doctor at Bunia General Hospital gave a toll of eight dead."
    ).incidents
    assert incident.where.name == "Djugu"


def test_the_dateline_is_not_the_place() -> None:
    (incident,) = coded("NAIROBI, March 14 (Reuters) - A bomb killed four people in Mandera on Wednesday.").incidents
    assert incident.where.name == "Mandera"
