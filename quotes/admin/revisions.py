"""Revisions: the immutable bodies that every offset points into."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from quotes.admin.register import RegisterAdmin
from quotes.models import Revision


@admin.register(Revision)
class RevisionAdmin(RegisterAdmin):
    read_only_register = True
    list_display = ["article", "number", "created_at", "digest"]
    list_select_related = ["article"]
    search_fields = ["article__title", "digest"]
    fields = ["article", "number", "text", "body_start", "body_end", "furniture", "digest", "created_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        """Leave the long texts out of lists."""
        revisions = super().get_queryset(request)
        return (
            revisions.defer("text") if request.resolver_match.url_name.endswith("_changelist") else revisions
        )
