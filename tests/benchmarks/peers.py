"""Peers: other ways to do the same work, or a part of it, on the same texts and in the same run."""

from typing import Any


class Tokenizer:
    """spaCy's blank English tokenizer: what every parser-based reader pays before it starts."""

    name = "spaCy blank English tokenizer"
    missing = "spaCy is not installed; requirements/install bench installs it"

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer

    @classmethod
    def installed(cls) -> "Tokenizer | None":
        """Return the tokenizer, None where spaCy is not installed."""
        try:
            import spacy
        except ImportError:
            return None
        return cls(spacy.blank("en").tokenizer)

    def ask(self, text: str) -> None:
        """Split `text` into tokens."""
        self._tokenizer(text)
