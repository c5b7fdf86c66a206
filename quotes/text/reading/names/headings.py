"""Headings: lines printed in title case, whose capitals name nobody."""

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence

# A line of so many words, all but the small ones capitalised, is a heading; one with a longer word in
# small letters never is.
_HEADING = 6
_LONG = 3


def is_heading(sentence: Sentence, words: Lexicon) -> bool:
    """Tell a line in title case: small letters only where a title has them ("of", "and", "the").

    "Quill met Orrin on Ostrel Hill" is a sentence: "met" would be large in a title.
    """
    spelled = 0
    for token in sentence.tokens:
        if token.is_small and (
            len(token.text) > _LONG or (token.key.isalpha() and token.key not in words.small)
        ):
            return False
        spelled += token.is_word and token.text[0].isalpha()
    return spelled >= _HEADING
