"""Programmes: titles without quotation marks, a broadcaster's ("BBC Radio 4's The World at One") or on air.

What stands behind "on" and ends in "Show", "Tonight" or the like is on air ("on The Harbor Show").
"""

from collections.abc import Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.runs import capital

_LONGEST = 7
_SHORTEST = 2
_DIGITS = 2


def programme_end(tokens: Sequence[Token], owner: int, words: Lexicon) -> int | None:
    """Return the last token of the programme that the medium ending at `owner` owns, None where it owns none.

    The title begins behind the possessive, holds a word that programmes are called by, and begins with
    no given name: "CNN's Jake Tapper" is a person.
    """
    first = owner + 2
    if first >= len(tokens) or tokens[owner + 1].key != "'s" or not capital(tokens, first):
        return None
    key = tokens[first].key
    if key in words.given_male or key in words.given_female or key in words.titles:
        return None
    last = first
    while last - first < _LONGEST:
        following = _next(tokens, last, words)
        if following is None:
            break
        last = following
    called = words.programme_nouns | words.programme_words
    return last if any(token.key in called for token in tokens[first : last + 1]) else None


def aired_title(tokens: Sequence[Token], run: list[int], words: Lexicon) -> int | None:
    """Return the first token of a title behind "on" or "told" ("on The Harbor Show"), None of another name.

    A capital article belongs to the title. "On the Quill Report" may be about a document.
    """
    ending = tokens[run[-1]].key
    if ending not in words.aired_titles or len(run) < _SHORTEST or run[0] == 0:
        return None
    first = run[0]
    article = tokens[first - 1].key in words.articles
    entitled = article and tokens[first - 1].is_capital
    lead = tokens[first - (2 if article else 1)].key if first > 1 or not article else ""
    if (article and not entitled and ending in words.speaking_nouns) or lead not in words.aired | {"told"}:
        return None
    return first - 1 if entitled else first


def ends_in_day(tokens: Sequence[Token], run: list[int], words: Lexicon) -> bool:
    """Tell a known programme whose name ends in a day ("on Fox News Sunday") from a name and a day."""
    if run[0] == 0 or len(run) < _SHORTEST or tokens[run[0] - 1].key not in words.aired:
        return False
    return " ".join(tokens[place].key for place in run) in words.programmes


def _next(tokens: Sequence[Token], last: int, words: Lexicon) -> int | None:
    """Return the title's next word, over small ones ("at", "of the")."""
    at = last + 1
    while at < len(tokens) and tokens[at].key in words.small and tokens[at].text.islower() and at < last + 3:
        at += 1
    if at >= len(tokens) or tokens[at].key in words.calendar:
        return None
    numbered = tokens[at].text.isdigit() and len(tokens[at].text) <= _DIGITS and at == last + 1
    return at if capital(tokens, at) or numbered else None
