"""The editors' register inside the Django admin: one file per screen, every write through a service."""

from django.contrib import admin

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

admin.site.site_header = "Via"
admin.site.site_title = "Via"
admin.site.index_title = "Who said it, through whom, and who printed it"
