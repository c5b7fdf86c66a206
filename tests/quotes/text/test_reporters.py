"""The reporter's words around a quote: whole sentences, without anybody's words in marks."""

import pytest

from quotes.text.reporters import Around, around


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("First line.\nHe came late. Then “", "” he said. He left.", "Then he said"),
        ("“", ",” she said", "she said"),
        ("", " he said\nNext paragraph", "he said"),
        ("He told us: “", "” on Friday; she went.", "on Friday"),
        ("“One,” said Mr. Holt. “", ",” Mr. Holt said on Monday. It rained.", "Mr. Holt said on Monday"),
        ('He said "yes" and "', '," then "no" again.', "He said “” and then “” again"),
        ("in English,” he said. ‘It’s late.’ Then ‘", "’, the governor’s aide said.",
         "Then , the governor’s aide said"),
    ],
)  # fmt: skip
def test_around_tells_the_reporters_words_of_the_sentence(before: str, after: str, sentence: str) -> None:
    assert around(before, after).sentence == sentence


def test_around_drops_what_is_left_of_a_quote_that_began_before() -> None:
    assert around('every call, in English," he said. She left. "', '," he said.').before == "She left"


def test_around_tells_what_stands_above_without_quotes() -> None:
    assert around("He spoke.\n“All in English,” she said.\nNow “", "” came.") == Around(
        sentence="Now came", before="", paragraph="Now   came.", above="He spoke.\n“” she said."
    )
