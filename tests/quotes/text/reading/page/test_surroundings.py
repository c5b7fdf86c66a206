import pytest

from quotes.text.reading.marking.paragraphs import paragraphs
from quotes.text.reading.page import read_page
from tests.quotes.text.reading.page.house_styles import STORY, TITLE
from tests.quotes.text.reading.page.surroundings import BELOW, HEAD, INSIDE, KEPT, TOP

PARAGRAPHS = STORY.split("\n\n")


def _body(text: str) -> list[str]:
    page = read_page(text)
    holes = [part.span for part in page.furniture]
    return [paragraph.of(text) for paragraph in paragraphs(text, page.body, holes)]


@pytest.mark.parametrize("lines", TOP.values(), ids=TOP)
def test_read_page_leaves_out_what_stands_above_the_title(lines: str) -> None:
    text = f"{lines}\n\n{TITLE}\n\nBy Ingrid Aune\n\n{STORY}"

    assert _body(text) == PARAGRAPHS


@pytest.mark.parametrize("lines", HEAD.values(), ids=HEAD)
def test_read_page_leaves_out_what_stands_between_title_and_story(lines: str) -> None:
    assert _body(f"{TITLE}\n\n{lines}\n\n{STORY}") == PARAGRAPHS


@pytest.mark.parametrize("place", [1, 2, 3])
@pytest.mark.parametrize("lines", INSIDE.values(), ids=INSIDE)
def test_read_page_leaves_out_what_stands_between_paragraphs(lines: str, place: int) -> None:
    text = "\n\n".join([TITLE, "By Ingrid Aune", *PARAGRAPHS[:place], lines, *PARAGRAPHS[place:]])

    assert _body(text) == PARAGRAPHS


@pytest.mark.parametrize("lines", BELOW.values(), ids=BELOW)
def test_read_page_leaves_out_what_stands_below_the_story(lines: str) -> None:
    assert _body(f"{TITLE}\n\nBy Ingrid Aune\n\n{STORY}\n\n{lines}\n") == PARAGRAPHS


@pytest.mark.parametrize("place", [1, 2, 3, 4])
@pytest.mark.parametrize("sentence", KEPT)
def test_read_page_keeps_sentences_that_sound_like_furniture(sentence: str, place: int) -> None:
    paragraphs = [*PARAGRAPHS[:place], sentence, *PARAGRAPHS[place:]]

    assert _body("\n\n".join([TITLE, "By Ingrid Aune", *paragraphs])) == paragraphs
