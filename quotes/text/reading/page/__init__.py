"""The page: title, byline, date, dateline, credit and body, told from the furniture around them."""

from quotes.text.reading.page.reader import read_page

__all__ = ["read_page"]
