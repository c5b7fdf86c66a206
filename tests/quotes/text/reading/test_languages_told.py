"""Which language an article is in, where nobody says so."""

import pytest

from quotes.text.reading.languages import guessed
from tests.stories.answers import Answered, samples, stories

GERMAN = "Der Minister sagte am Montag in Berlin, er sei mit dem Ergebnis nicht zufrieden und werde klagen."
FRENCH = (
    "Le ministre a déclaré lundi à Paris qu'il n'était pas satisfait de la décision et qu'il irait en appel."
)
SPANISH = "El ministro dijo el lunes en Madrid que no está satisfecho con la decisión y que va a recurrir."


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (FRENCH, "fr"), (SPANISH, "es")])
def test_tells_the_language_by_its_small_words(text: str, language: str) -> None:
    assert guessed(text) == language


@pytest.mark.parametrize(
    "text", ["", "Maria de la Cruz: “No.”", "“Das Boot,” he said of the film.", "Tokyo 12 13 14"]
)
def test_takes_english_where_too_little_tells(text: str) -> None:
    assert guessed(text) == "en"


@pytest.mark.parametrize("article", [*stories(), *samples()], ids=str)
def test_takes_our_english_articles_for_english(article: Answered) -> None:
    assert guessed(article.text) == "en"
