"""Languages: which one an article is written in, told by its small words where nobody says so."""

import re
from collections import Counter
from functools import cache

from quotes.text.reading.lexicon import languages, lexicon

DEFAULT = "en"
# So many characters tell; more would only cost time.
_ENOUGH = 3_000
# Another language than the default one must show so many times as many of its small words.
_CLEARLY = 1.25
# Fewer small words than these may stand in a name.
_FEW = 5
_WORD = re.compile(r"[^\W\d_]+")


def guessed(text: str) -> str:
    """Return the language of `text`: the one whose function words are the largest share of its words.

    Only languages with a data file are known; English where two are close, where there are too few
    words, and for every other language.
    """
    listed = map(_small_words().get, _WORD.findall(text[:_ENOUGH].casefold()))
    counts: Counter[str] = Counter()
    for names, count in Counter(filter(None, listed)).items():
        counts.update(dict.fromkeys(names, count))
    best = max(languages(), key=lambda language: (counts[language], language == DEFAULT))
    clear = counts[best] >= _FEW and counts[best] > _CLEARLY * counts[DEFAULT]
    return best if clear else DEFAULT


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    """Return the languages of each function word, without those that stand for one letter of an elision."""
    listed = {language: _of(language) for language in languages()}
    words = set().union(*listed.values())
    return {word: tuple(name for name, small in listed.items() if word in small) for word in words}


def _of(language: str) -> set[str]:
    words = lexicon(language)
    small = words.function | words.articles | words.prepositions | words.be | words.possessives
    return {word for word in small if word.isalpha()}
