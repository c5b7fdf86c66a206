import pytest

from quotes.text.reading.page.captions import Caption, caption_of


@pytest.mark.parametrize(
    ("line", "credit", "alone"),
    [
        ("Marit Solheim on deck. Picture: KCNA VIA REUTERS", "KCNA via Reuters", False),
        ("Marit Solheim on deck. Picture: GALLO IMAGES/JOHN ROE", "Gallo Images/John Roe", False),
        ("Marit Solheim on deck (Photo by Jane Roe)", "Jane Roe", False),
        ("Marit Solheim on deck. (AP Photo/Jane Roe)", "AP Photo/Jane Roe", False),
        (
            "FILE PHOTO: Marit Solheim on deck, March 5, 2024. REUTERS/Jane Roe/File Photo",
            "Reuters/Jane Roe/File Photo",
            False,
        ),
        ("Marit Solheim on deck. | AFP-JIJI", "AFP-Jiji", False),
        ("Photograph: Jane Roe/Getty Images", "Jane Roe/Getty Images", True),
        ("Image: GCIS", "GCIS", True),
        ("Getty Images", "Getty Images", True),
        ("FILE PHOTO: Marit Solheim on deck", None, False),
    ],
)
def test_caption_of_reads_the_credit_in_normal_case(line: str, credit: str | None, alone: bool) -> None:
    assert caption_of(line) == Caption(credit, alone)


@pytest.mark.parametrize(
    "line",
    [
        "She said the pictures would follow on Monday.",
        "The picture: boats in port, crews at home, and nobody on the quay.",
        "“It is a photo by my father,” she said.",
        "Photo of the boat, he said, was lost.",
        "By Ingrid Aune | AFP",
    ],
)
def test_caption_of_takes_no_sentence_for_a_caption(line: str) -> None:
    assert caption_of(line) is None
