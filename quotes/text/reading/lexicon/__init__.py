"""The words the reader knows, one data file a language."""

from quotes.text.reading.lexicon.load import (
    Lexicon,
    UnknownLanguageError,
    known_language,
    language_of,
    languages,
    lexicon,
)

__all__ = ["Lexicon", "UnknownLanguageError", "known_language", "language_of", "languages", "lexicon"]
