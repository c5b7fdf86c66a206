import pytest

from quotes.text.reading.page.datelines import dateline_of


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("Seoul — ", "Seoul", None),
        ("Bergholm – ", "Bergholm", None),
        ("SEOUL, Aug 14 (Reuters) - ", "Seoul", "Reuters"),
        ("WASHINGTON (AP) — ", "Washington", "AP"),
        ("PARIS, March 3 (AFP) ", "Paris", "AFP"),
        ("MOSCOW. Aug 14 (Interfax) - ", "Moscow", "Interfax"),
        ("MOSCOW, August 14. /TASS/. ", "Moscow", "TASS"),
        ("New Delhi, Aug 14 (PTI) ", "New Delhi", "PTI"),
        ("Islamabad [Pakistan], August 14 (ANI): ", "Islamabad", "ANI"),
        ("London | Reuters — ", "London", "Reuters"),
        ("(AP) — ", None, "AP"),
        ("Dec 29 (Reuters) - ", None, "Reuters"),
        ("ST. LOUIS, Mo. — ", "St. Louis, Mo.", None),
        ("RIO DE JANEIRO: ", "Rio de Janeiro", None),
        ("SEOUL/TOKYO, Aug 14 (Reuters) - ", "Seoul/Tokyo", "Reuters"),
        ("Lunda, 5 March 2024 (LNA) — ", "Lunda", "LNA"),
        ("Bergen, 14 Aug (Lunda News Agency) -- ", "Bergen", "Lunda News Agency"),
    ],
)
def test_dateline_of_reads_place_and_agency(opening: str, place: str | None, agency: str | None) -> None:
    dateline = dateline_of(opening + "The ferry will stay in port.")

    assert dateline is not None
    assert (dateline.place, dateline.agency, dateline.end) == (place, agency, len(opening))


@pytest.mark.parametrize(
    "line",
    [
        "EXCLUSIVE – The ferry will stay in port.",
        "Marit Solheim — the director of Lunda Lines — said so.",
        "Marit Solheim — Lunda’s director — said so.",
        "Marit Solheim (D-Vt.) said so.",
        "The White House (AP) said so.",
        "On Tuesday — The first day — boats stayed in port.",
        "Ingrid Aune | Reuters",
        "SOLHEIM: Boats will stay in port.",
    ],
)
def test_dateline_of_takes_no_other_opening_for_a_dateline(line: str) -> None:
    assert dateline_of(line) is None
