"""Claims, the stances taken on them, and fact-checkers' reviews."""

from django.contrib import admin

from quotes.admin.register import HTTPS, RegisterAdmin
from quotes.models import Claim, Review, Stance


class StanceInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Stance
    fields = ["appearance", "attitude", "reason"]
    autocomplete_fields = ["appearance"]
    extra = 0


class ReviewInline(admin.StackedInline):  # type: ignore[type-arg]
    model = Review
    formfield_overrides = HTTPS
    fields = [("publisher", "url"), ("rating", "verdict", "published_on"), "title"]
    autocomplete_fields = ["publisher"]
    extra = 0


@admin.register(Claim)
class ClaimAdmin(RegisterAdmin):
    list_display = ["text", "subject", "about_time", "created_at"]
    list_filter = [("merged_into", admin.EmptyFieldListFilter)]
    search_fields = ["text", "subject"]
    fields = ["text", "subject", "about_time", "about_place", "public_id", "merged_into"]
    readonly_fields = ["public_id", "merged_into"]
    inlines = [StanceInline, ReviewInline]


@admin.register(Stance)
class StanceAdmin(RegisterAdmin):
    list_display = ["claim", "attitude", "appearance", "decided_by", "decided_at"]
    list_filter = ["attitude"]
    list_select_related = ["claim", "appearance", "decided_by"]
    search_fields = ["claim__text", "appearance__text"]
    fields = ["claim", "appearance", "attitude", "reason", "decided_by", "decided_at"]
    readonly_fields = ["decided_by", "decided_at"]
    autocomplete_fields = ["claim", "appearance"]


@admin.register(Review)
class ReviewAdmin(RegisterAdmin):
    list_display = ["rating", "verdict", "publisher", "claim", "published_on"]
    list_filter = ["verdict"]
    list_select_related = ["publisher", "claim"]
    search_fields = ["rating", "title", "claim__text", "publisher__name"]
    fields = [
        "claim",
        "publisher",
        "url",
        "title",
        "rating",
        ("rating_value", "best_rating", "worst_rating"),
        "verdict",
        "published_on",
        "language",
        "extra",
        "public_id",
    ]
    readonly_fields = ["extra", "public_id"]
    autocomplete_fields = ["claim", "publisher"]
