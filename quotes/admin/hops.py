"""Hops: through whom words came, and the words that prove it; the unresolved ones wait here to be seen."""

from django.contrib import admin

from quotes.admin.register import RegisterAdmin
from quotes.models import Hop


@admin.register(Hop)
class HopAdmin(RegisterAdmin):
    read_only_register = True
    list_display = ["name", "source", "position", "basis", "evidence", "confidence", "appearance"]
    list_filter = [
        "basis",
        ("source", admin.EmptyFieldListFilter),
        ("decided_by", admin.EmptyFieldListFilter),
    ]
    list_select_related = ["source", "appearance"]
    search_fields = ["name", "source__name", "evidence"]
    fields = [
        "appearance",
        "position",
        "source",
        "name",
        "basis",
        "evidence",
        ("start", "end"),
        "candidates",
        "confidence",
        "decided_by",
        "decided_at",
        "reason",
    ]
