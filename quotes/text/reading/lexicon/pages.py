"""Words of the page around an article, from the data files `<language>.page.toml`."""

import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_FULL = "en"  # the file that has every list
_ADDED = ("furniture", "places")
PageWords = dict[str, dict[str, str]]


@cache
def page_words(language: str) -> PageWords:
    """Return the page words of `language` by section and list, read once.

    A language's lists of furniture and places are added to the English ones, for pages in any language
    have English buttons and towns; its other lists take the place of the English ones.
    """
    words = _read(_FULL)
    if language == _FULL or not _path(language).exists():
        return words
    own = _read(language)
    return {section: _joined(section, lists, own.get(section, {})) for section, lists in words.items()}


def _joined(section: str, lists: dict[str, str], own: dict[str, str]) -> dict[str, str]:
    if section not in _ADDED:
        return {**lists, **own}
    return {name: f"{own[name]}\n{words}" if name in own else words for name, words in lists.items()}


def _path(language: str) -> Path:
    return _FOLDER / f"{language}.page.toml"


def _read(language: str) -> PageWords:
    words: PageWords = tomllib.loads(_path(language).read_text(encoding="utf-8"))
    return words
