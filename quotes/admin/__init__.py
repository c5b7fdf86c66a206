"""The editors' register inside the Django admin: one file per screen, every write through a service."""

from quotes.admin import (  # noqa: F401 - importing a screen registers it
    appearances,
    articles,
    claims,
    jobs,
    matches,
    quotes,
    sources,
)
