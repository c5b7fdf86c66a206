"""Copying: do two articles print one story? Words in; shares, passages and index keys out."""

from quotes.text.copying.compare import Likeness, Passage, compare
from quotes.text.copying.keys import KEYS_VERSION, Keys, keys_of
from quotes.text.copying.story import Story, story

__all__ = ["KEYS_VERSION", "Keys", "Likeness", "Passage", "Story", "compare", "keys_of", "story"]
