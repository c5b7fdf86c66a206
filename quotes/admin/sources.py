"""Sources and their other names."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from quotes.admin.register import RegisterAdmin
from quotes.models import Alias, Source


class AliasInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Alias
    fields = ["name", "since", "until", "reason"]
    extra = 0


@admin.register(Source)
class SourceAdmin(RegisterAdmin):
    list_display = ["name", "disambiguation", "kind", "other_names", "merged_into", "created_at"]
    list_filter = ["kind", ("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["merged_into"]
    search_fields = ["name", "aliases__name"]
    search_help_text = "A name, or part of one; other names count."
    fields = ["name", "kind", "disambiguation", "homepage", "public_id", "merged_into", "created_at"]
    readonly_fields = ["public_id", "merged_into", "created_at"]
    inlines = [AliasInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request).annotate(alias_count=Count("aliases"))

    @admin.display(description="other names", ordering="alias_count")
    def other_names(self, source: Source) -> int:
        return source.alias_count  # type: ignore[attr-defined, no-any-return]


@admin.register(Alias)
class AliasAdmin(RegisterAdmin):
    list_display = ["name", "source", "since", "until", "decided_by"]
    list_select_related = ["source", "decided_by"]
    search_fields = ["name", "source__name"]
    fields = ["name", "source", "since", "until", "reason", "decided_by", "decided_at"]
    readonly_fields = ["decided_by", "decided_at"]
    autocomplete_fields = ["source"]
