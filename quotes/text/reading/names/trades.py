"""Trades: the noun before a full name ("Shrimper Lonnie Quill said", "Betreiberin Valdrun Werke AG")."""

from collections.abc import Collection, Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token

_FULL = 3
# Shorter words are given names more often.
_SHORTEST = 4


def headed_by_trade(tokens: Sequence[Token], run: list[int], words: Lexicon) -> bool:
    """Tell a run at a sentence's head whose second word is a given name and whose first is none."""
    if run[0] != 0 or words.inverts or len(run) < _FULL - 1:
        return False
    if tokens[0].key in words.company_nouns:
        return len(run) >= _FULL and tokens[run[1]].key not in words.titles  # "Operator Brenna Pipelines"
    if len(run) != _FULL:
        return False
    given = words.given
    return tokens[0].key not in given and tokens[run[1]].key in given and len(tokens[0].text) >= _SHORTEST


def firm_described(tokens: Sequence[Token], run: list[int], words: Lexicon) -> bool:
    """Tell what a firm is from its name, where both have capitals ("Betreiberin Valdrun Werke AG")."""
    if tokens[run[0]].key not in words.company_nouns or len(run) < _FULL:
        return False
    if words.capital_nouns:
        return tokens[run[-1]].key in words.company_endings
    return run[0] == 0 and not words.inverts  # "Airline Vela Airways" at a sentence's head


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
    return run if run and tokens[run[0]].key in words.given else []


def behind_title(
    tokens: Sequence[Token], run: list[int], bare: list[int], alone: Collection[str], words: Lexicon
) -> list[int]:
    """Drop from `bare`, what is left of `run`, the office or place of a title before the run."""
    if not words.inverts:
        held = office_holder(tokens, run, alone, words) is not None
        return behind_office(tokens, bare, alone, words) if held else bare
    titled = run[0] > 1 and tokens[run[0] - 1].key == "of" and tokens[run[0] - 2].key in words.titles
    return behind_place(tokens, bare, words) if titled else bare


def _may_name(tokens: Sequence[Token], run: list[int], alone: Collection[str], words: Lexicon) -> bool:
    """Tell whether a body's name behind "of the" may end in a person's: known by given name or surname."""
    if tokens[run[0] - 1].key not in words.articles:
        return True
    if len(run) < _FULL:
        return False
    known = tokens[run[-1]].key in alone or any(tokens[at].key in words.given for at in run[1:-1])
    before = [tokens[at].key for at in run[:-2]]
    body = before[-1] in words.body_heads or before[-1] in words.organisation_names
    return known or body or " ".join(before) in words.governments


def office_holder(
    tokens: Sequence[Token], run: list[int], alone: Collection[str], words: Lexicon
) -> int | None:
    """Return the title whose office a run begins with, behind "of", "of the", "to the", "for Energy"."""
    first = run[0]
    if first < 2 or not _may_name(tokens, run, alone, words):
        return None
    joint = first - 1
    if tokens[joint].key in words.articles and first > 2:
        joint -= 1
    key = tokens[joint].key
    serves = joint < first - 1 if key == "to" else tokens[first].key in words.offices
    if key != "of" and not (key in ("to", "for") and serves):
        return None
    title = joint - 1
    if key == "for" and title > 1 and tokens[title].key in words.offices and tokens[title - 1].key == "of":
        title -= 2  # "Minister of State for Energy"
    return title if tokens[title].key.rpartition("-")[2] in words.titles else None


def _initials(tokens: Sequence[Token], run: list[int], first: int) -> int:
    """Return where the initials before `first` begin ("[K P] Raghavan")."""
    while first > 1 and len(tokens[run[first]].text) == 1 and len(tokens[run[first - 1]].text) == 1:
        first -= 1
    return first


def behind_office(
    tokens: Sequence[Token], run: list[int], alone: Collection[str], words: Lexicon
) -> list[int]:
    """Drop the office from "of [Water Resources Lu Shenghan]": words printed alone are names.

    So is the word before a particle ("for [Energy Affairs] Saad bin Khalid Al-Orsi").
    """
    for index, place in enumerate(run[1:], start=1):
        if tokens[place].is_small and tokens[place].key in words.particles:
            return run[index - 1 :]
    if len(run) >= _FULL and tokens[run[0]].key in words.offices and tokens[run[1]].key in words.given:
        return run[1:]  # "for [Transport] Josephine Ames Tarn"
    for index, place in enumerate(run[1:], start=1):
        if tokens[place].key in alone:
            return run[index:] if index < len(run) - 1 else run[_initials(tokens, run, max(1, index - 1)) :]
    if len(run) >= _FULL:
        return run[_initials(tokens, run, len(run) - 2) :]
    return run[1:] if len(run) > 1 and tokens[run[0]].key in words.offices else run
