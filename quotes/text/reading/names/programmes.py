"""Programmes: titles without quotation marks, a broadcaster's ("BBC Radio 4's The World at One") or on air.

What stands behind "on" and ends in "Show", "Tonight" or the like is on air ("on The Harbor Show").
"""

from collections.abc import Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.media import is_channel
from quotes.text.reading.names.runs import capital

_LONGEST = 7
_SHORTEST = 2
_DIGITS = 2
_TOLD = frozenset({"told", "telling", "to", "with"})


def programme_end(tokens: Sequence[Token], owner: int, words: Lexicon) -> int | None:
    """Return the last token of the programme that the medium ending at `owner` owns, None where it owns none.

    The title begins behind the possessive and with no given name ("CNN's Jake Tapper" is a person). It is
    listed, holds a word that programmes are called by, or is one word, an article or a number at its head
    ("told Ostrel Radio's Drivetime", "TVO's Le 20 Heures"), on which somebody speaks.
    """
    first = owner + 2
    if first >= len(tokens) or tokens[owner + 1].key != "'s":
        return None
    listed = _listed_end(tokens, first, words)
    if listed is not None or not capital(tokens, first):
        return listed
    key = tokens[first].key
    if key in words.given_male or key in words.given_female or key in words.titles:
        return None
    last = first
    while last - first < _LONGEST:
        following = _next(tokens, last, words)
        if following is None:
            break
        last = following
    printed = (token.key for token in tokens[first : last + 1])
    titled = any(key in words.programme_nouns or key in words.programme_words for key in printed)
    return last if titled or _is_spoken_on(tokens, owner, last, words) else None


def _listed_end(tokens: Sequence[Token], first: int, words: Lexicon) -> int | None:
    """Return the last token of the listed programme that begins at `first`, in letters of any size."""
    ends = range(min(first + _LONGEST, len(tokens)) - 1, first - 1, -1)
    for last in ends:
        name = " ".join(token.key for token in tokens[first : last + 1])
        if name.removeprefix("the ") in words.programmes:
            return last
    return None


def _is_spoken_on(tokens: Sequence[Token], owner: int, last: int, words: Lexicon) -> bool:
    """Tell the lone word of "told Ostrel Radio's Drivetime", or an article, that no person's name opens."""
    first, behind = owner + 2, tokens[last + 1].key if last + 1 < len(tokens) else ""
    at = owner
    while at > 0 and (tokens[at].is_capital or not tokens[at].is_word or tokens[at].text.isdigit()):
        at -= 1
    told = tokens[at].key in _TOLD or tokens[at].key in words.aired
    key = tokens[first].key
    described = behind in words.people or behind in words.organisation_heads or behind in words.definite_media
    if not told or described or behind == "'s" or key in words.demonyms or key in words.body_heads:
        return False
    return last == first or key in words.articles


def aired_title(tokens: Sequence[Token], run: list[int], words: Lexicon) -> int | None:
    """Return the first token of a title behind "on" or "told" ("on The Harbor Show"), None of another name.

    A capital article belongs to the title. "On the Quill Report" may be about a document. Whatever it is
    called, it is on air where a broadcaster follows ("told Harbor Lights on Radio Ostrel").
    """
    ending = tokens[run[-1]].key
    if len(run) < _SHORTEST or run[0] == 0:
        return None
    first = run[0]
    given = tokens[first].key in words.given_male or tokens[first].key in words.given_female
    aired = not given and tokens[first].key not in words.titles and on_station(tokens, run[-1] + 1, words)
    if ending not in words.aired_titles and not aired:
        return None
    article = tokens[first - 1].key in words.articles
    entitled = article and tokens[first - 1].is_capital
    lead = tokens[first - (2 if article else 1)].key if first > 1 or not article else ""
    if (article and not entitled and ending in words.speaking_nouns) or not (
        lead == "told" or lead in words.aired
    ):
        return None
    return first - 1 if entitled else first


def on_station(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Tell "on Radio Ostrel", "on CNN" at `place`: a broadcaster that is known or shows what it is."""
    if place + 1 >= len(tokens) or tokens[place].key not in words.aired:
        return False
    first = place + 1 + (tokens[place + 1].key in words.articles)
    last = first
    while capital(tokens, last) and last < first + _LONGEST:
        name = " ".join(token.key for token in tokens[first : last + 1])
        if name in words.media_names or is_channel(tokens[last]) or tokens[last].key in words.medium_nouns:
            return True
        last += 1
    return last > first and tokens[first].key in words.media_leads and tokens[first].key not in words.calendar


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
