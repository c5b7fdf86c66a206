"""Media: names of stations, sites and papers as they are printed among other words."""

import pytest

from quotes.text.reading import read


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("the television channel Ostrel 24", "Ostrel 24"),
        ("the Bulgarian radio station Brisko", "Brisko"),
        ("the Japanese Kyodo News", "Kyodo"),
        ("People's Daily", "People's Daily"),
        ("LiveTide.net", "LiveTide.net"),
    ],
)
def test_read_names_the_medium_told(printed: str, name: str) -> None:
    found = read(f"Ada Prunk told {printed} that the pier was “gone by noon”.").quoted

    assert [[hop.source for hop in one.chain] for one in found] == [["Ada Prunk", name]]


def test_read_keeps_a_number_that_no_channel_has() -> None:
    found = read("Ada Prunk gave Mara Quill 24 hours. Quill said the pier was “gone by noon”.").quoted

    assert [one.chain[0].source for one in found] == ["Mara Quill"]


@pytest.mark.parametrize(
    ("told", "hops"),
    [
        ("told the news site Portal.cd", ["Portal.cd"]),
        ("told the website TarnWatch", ["TarnWatch"]),
        ("told the news website Tarnactiv before leaving Ostrel", ["Tarnactiv"]),
        ("later told the Vela Ostri news channel", ["Vela Ostri"]),
        ("told Het Ostrelse Dagblad", ["Het Ostrelse Dagblad"]),
        ("told the UN-backed Radio Tarn", ["Radio Tarn"]),
        ("told the TQ news channel", ["TQ"]),
        ("told the newspaper Ostrel/12", ["Ostrel/12"]),
        ("told the Ora 24 Vela business daily", ["Ora 24 Vela"]),
        ("told the Haredi radio station Kol Amar", ["Kol Amar"]),
        ("told RAI’s Vq1 news programme", ["Vq1", "RAI"]),
        ("said in an interview with KTL 102.5 radio", ["KTL 102.5"]),
    ],
)
def test_read_names_a_medium_by_the_sort_that_stands_beside_it(told: str, hops: list[str]) -> None:
    text = f"Marek Dolan {told} that the boats were “held by rope and hope alone”."

    assert [[hop.source for hop in found.chain] for found in read(text).quoted] == [["Marek Dolan", *hops]]
