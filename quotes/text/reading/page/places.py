"""Places: the towns and countries that datelines and bylines name."""

from functools import cache

from quotes.text.reading.lexicon.pages import page_words


@cache
def _places(language: str) -> frozenset[str]:
    words = page_words(language)["places"]
    names = f"{words['towns']},{words['countries']}".replace("\n", " ").casefold().split(",")
    return frozenset(name.strip() for name in names if name.strip())


def is_place(name: str, language: str = "en") -> bool:
    """Tell whether `name` is a listed town or country, whatever its case."""
    return name.strip(" .,").casefold() in _places(language)
