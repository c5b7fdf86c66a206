"""The editors' register inside the Django admin: one file per screen, every write through a service.

The screens for the work itself are in `desk/`.
"""

from quotes.admin import (  # noqa: F401 - importing a screen registers it
    appearances,
    articles,
    claims,
    copies,
    hops,
    jobs,
    matches,
    quotes,
    revisions,
    sources,
    tokens,
)
