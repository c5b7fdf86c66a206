"""Versions: by which rules an article was matched, so that a rebuild knows what is known already."""

from quotes.services.matching.comparisons import version
from quotes.text.comparing.keys import KEYS_VERSION
from quotes.text.copying.weights import VERSION as COPYING_VERSION

CANDIDATES_VERSION = 2
"""Raise whenever candidates or neighbours are found by other rules."""


def rules() -> str:
    """Return the version of all that decides which pairs are compared, and what is found on them."""
    return f"{version()}.{KEYS_VERSION}.{CANDIDATES_VERSION}/{COPYING_VERSION}"
