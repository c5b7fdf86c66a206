"""Days: which names begin with a day or a month."""

from collections.abc import Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.programmes import ends_in_day

_GIVEN_DAYS = frozenset({"jan", "april", "may", "june", "august", "sunday", "friday"})


def keeps_day(tokens: Sequence[Token], run: list[int], words: Lexicon) -> bool:
    """Tell a day that belongs to a name: "the Sunday Times", "driver Sunday Oye"."""
    paper = tokens[run[0]].key in words.media_leads and tokens[run[-1]].key in words.media_heads
    return (paper and len(run) > 1) or _is_given(tokens, run, words)


def _is_given(tokens: Sequence[Token], run: list[int], words: Lexicon) -> bool:
    """Tell a given name that is a day or month too ("driver Sunday Oye", "the novelist Jan Oye")."""
    if run[0] == 0 or len(run) < 2 or tokens[run[1]].key in words.calendar:
        return False
    key, before = tokens[run[0]].key, tokens[run[0] - 1]
    led = before.key in words.people or before.key.rpartition("-")[2] in words.titles
    joined = before.key in words.prepositions or before.key in words.articles
    plain = key in words.given_male and before.is_small and not joined
    return key in _GIVEN_DAYS and (led or plain)


def without_days(tokens: Sequence[Token], run: list[int], words: Lexicon) -> list[int]:
    """Drop the days and months at either end of a run, but those a name is called by."""
    while run and tokens[run[0]].key in words.calendar and not keeps_day(tokens, run, words):
        run = run[1:]
    while run and tokens[run[-1]].key in words.calendar and not ends_in_day(tokens, run, words):
        run = run[:-1]
    return run
