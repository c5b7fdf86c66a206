"""Fragments: whether a few words in marks are somebody's, by all that speaks for and against it."""
