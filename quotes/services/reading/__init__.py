"""Reading an article: what the pure reader found, kept as rows under editors' decisions."""

from quotes.services.reading.read import READER, read_article

__all__ = ["READER", "read_article"]
