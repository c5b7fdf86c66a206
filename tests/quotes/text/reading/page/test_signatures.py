import pytest

from quotes.text.reading.page.credits import Credit
from quotes.text.reading.page.reader import read_page
from quotes.text.reading.page.signatures import Signature, signature_of

LAST = "Boats stay in port."


@pytest.mark.parametrize("mark", ["— AFP", "(AFP)", "-AFP", "AFP", "AFP/jm", "(AFP/jm)", "/AFP/"])
def test_signature_of_finds_the_agency_after_the_last_sentence(mark: str) -> None:
    line = f"{LAST} {mark}"

    start = line.index("AFP")
    assert signature_of(line) == Signature(len(LAST), Credit("credit", "AFP", (start, start + 3)))


def test_signature_of_reads_a_sign_off_after_the_last_sentence() -> None:
    line = f"{LAST} (Reporting by Ingrid Aune in Oslo; Editing by Ruth Okafor.)"

    signature = signature_of(line)

    assert signature is not None
    assert signature.credit is not None
    assert (signature.end, signature.credit.agency, signature.credit.sure) == (len(LAST), "Reuters", False)
    assert signature.credit.place is not None
    assert line[slice(*signature.credit.place)].startswith("Reporting by Ingrid")


def test_signature_of_cuts_the_mark_that_the_story_is_over() -> None:
    assert signature_of(f"{LAST} ■") == Signature(len(LAST))


@pytest.mark.parametrize(
    "line", ["He spoke to AFP.", f"{LAST} (The boats, that is.)", f"{LAST} (Photo by Bo Ek)"]
)
def test_signature_of_leaves_the_words_of_a_sentence_alone(line: str) -> None:
    assert signature_of(line) is None


def test_read_page_keeps_the_paragraph_an_agency_signs_in_the_body_above_headlines() -> None:
    first = "The harbour was shut on Monday, its master said.\n\nNobody was hurt, he said."
    body = f"{first}\n\nThe quay opens again in the spring."
    below = "Get the Quay Letter\n\nMore on this topic\nBoats come home late after a storm in the north"

    page = read_page(f"{body} AFP\n\n{below}")

    assert (page.credit, page.body.end) == ("AFP", len(body))
