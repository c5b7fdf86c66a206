"""Reading: an article's text in, its page, appearances and chains out."""

from quotes.text.reading.page import read_page
from quotes.text.reading.reading import read
from quotes.text.reading.types import (
    Appearance,
    Basis,
    Furniture,
    Given,
    Hop,
    Kind,
    LeftOut,
    Page,
    Problem,
    Reading,
    SourceKind,
)

__all__ = [
    "Appearance",
    "Basis",
    "Furniture",
    "Given",
    "Hop",
    "Kind",
    "LeftOut",
    "Page",
    "Problem",
    "Reading",
    "SourceKind",
    "read",
    "read_page",
]
