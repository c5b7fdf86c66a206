"""Trades: the noun before a full name ("Shrimper Lonnie Quill said", "Betreiberin Valdrun Werke AG")."""

from collections.abc import Collection, Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token

_FULL = 3
# Shorter words are given names more often.
_SHORTEST = 4


def headed_by_trade(tokens: Sequence[Token], run: list[int], words: Lexicon) -> bool:
    """Tell a run at a sentence's head whose second word is a given name and whose first is none."""
    if run[0] != 0 or len(run) != _FULL or words.inverts:
        return False
    given = words.given_male | words.given_female
    return tokens[0].key not in given and tokens[run[1]].key in given and len(tokens[0].text) >= _SHORTEST


def firm_described(tokens: Sequence[Token], run: list[int], words: Lexicon) -> bool:
    """Tell what a firm is from its name, where both have capitals ("Betreiberin Valdrun Werke AG")."""
    described = words.capital_nouns and tokens[run[0]].key in words.company_nouns
    return described and len(run) > 2 and tokens[run[-1]].key in words.company_endings


def is_rank(keys: Sequence[str], words: Lexicon) -> bool:
    """Tell "Deputy Superintendent": titles and nobody's name."""
    return all(key in words.titles and key not in words.given_male for key in keys)


def office_start(tokens: Sequence[Token], start: int, words: Lexicon) -> int:
    """Return where the words begin that tell a title's office ("former farm minister X")."""
    while start > 0 and tokens[start - 1].key in words.offices:
        start -= 1
    return start


def without_letters(tokens: Sequence[Token], run: list[int], words: Lexicon) -> list[int]:
    """Drop the letters of an office or an order behind a full name ("Mara Quill KC")."""
    while len(run) > _FULL - 1 and tokens[run[-1]].text.isupper() and tokens[run[-1]].key in words.letters:
        run = run[:-1]
    return run


def is_common(
    tokens: Sequence[Token], bare: list[int], surnames: Collection[str], *, titled: bool, words: Lexicon
) -> bool:
    """Tell a lone noun, where nouns are written with capitals and nobody in the article is called so."""
    lone = words.capital_nouns and len(bare) == 1 and not titled
    return lone and tokens[bare[0]].key not in surnames


def behind_place(tokens: Sequence[Token], run: list[int], words: Lexicon) -> list[int]:
    """Drop office or place from "ministro de [Exteriores José Ruiz]", "alcaldesa de [Puebla de Arín]"."""
    while run and tokens[run[0]].key in words.offices:
        run = run[1:]
    return run if run and tokens[run[0]].key in words.given_male | words.given_female else []


def behind_office(
    tokens: Sequence[Token], run: list[int], alone: Collection[str], words: Lexicon
) -> list[int]:
    """Drop the office from "of [Water Resources Lu Shenghan]": words printed alone are names."""
    for index, place in enumerate(run[1:], start=1):
        if tokens[place].key in alone:
            return run[index:] if index < len(run) - 1 else run[max(1, index - 1) :]
    if len(run) >= _FULL:
        return run[-2:]
    return run[1:] if len(run) > 1 and tokens[run[0]].key in words.offices else run
