"""The words the reader knows, one data file a language."""

from quotes.text.reading.lexicon.load import Lexicon, lexicon

__all__ = ["Lexicon", "lexicon"]
