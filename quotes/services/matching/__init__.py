"""Matching an article: wordings, candidates, comparisons, and the quotes its printings belong to."""

from quotes.services.matching.match import compare, match_article, settle

__all__ = ["compare", "match_article", "settle"]
