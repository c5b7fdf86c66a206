"""Copies: articles that print one story side by side, the words in common lit; accept, reject, take back."""

from collections.abc import Callable

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from quotes.admin.evidence import lit
from quotes.admin.register import RegisterAdmin
from quotes.models import Copy
from quotes.services.copying import deciding
from quotes.services.errors import Refused


@admin.register(Copy)
class CopyAdmin(RegisterAdmin):
    read_only_register = True
    list_display = ["a", "b", "taken_by", "source", "share_of_text", "credited", "state", "in_force"]
    list_filter = [
        "state",
        "credited",
        ("source", admin.EmptyFieldListFilter),
        ("decided_by", admin.EmptyFieldListFilter),
        ("superseded_at", admin.EmptyFieldListFilter),
    ]
    list_select_related = ["a__outlet", "b__outlet", "source", "decided_by"]
    search_fields = ["a__title", "b__title", "source__name"]
    actions = ["accept", "reject", "withdraw"]
    fields = [
        "side_by_side",
        ("giver", "source", "credited"),
        ("share_a", "share_b"),
        "state",
        ("decided_by", "decided_at"),
        "reason",
        ("version", "created_at", "superseded_at"),
        "public_id",
    ]
    readonly_fields = ["side_by_side"]

    @admin.display(description="copied by")
    def taken_by(self, copy: Copy) -> str:
        return str(copy.taker.outlet) if copy.taker else "not known"

    @admin.display(description="in common")
    def share_of_text(self, copy: Copy) -> str:
        return f"{copy.share:.0%}"

    @admin.display(description="in force", boolean=True)
    def in_force(self, copy: Copy) -> bool:
        return copy.superseded_at is None

    @admin.display(description="Side by side, the words in common lit")
    def side_by_side(self, copy: Copy) -> SafeString:
        sides = []
        for side, article, revision, share in (
            ("a", copy.a, copy.revision_a, copy.share_a),
            ("b", copy.b, copy.revision_b, copy.share_b),
        ):
            words = [(*passage[side], "printed in both") for passage in copy.passages]
            role = (
                "had the words first" if side == copy.giver else f"{share:.0%} of its words are in the other"
            )
            aside = [(part["start"], part["end"]) for part in revision.furniture]
            address = reverse("admin:quotes_article_change", args=[article.pk])
            sides.append((address, str(article.outlet), role, lit(revision.text, words, aside=aside)))
        shape = "<p><a href='{}'><b>{}</b></a> <i>({})</i></p><p class='via-text'>{}</p>"
        return format_html_join("", shape, sides)

    def _each(
        self, request: HttpRequest, queryset: QuerySet[Copy], decide: Callable[..., object], done: str
    ) -> None:
        decided = 0
        for copy in queryset.select_related("a__outlet", "b__outlet", "source"):
            try:
                decide(by=request.user, copy=copy)
            except Refused as refused:
                self.message_user(request, refused.message, messages.ERROR)
            else:
                decided += 1
        self.message_user(request, f"{decided} {done}; later runs keep to it.")

    @admin.action(description="Accept: it is a copy, its chains name the source", permissions=["decide"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Copy]) -> None:
        self._each(request, queryset, deciding.accept, "accepted")

    @admin.action(description="Reject: neither has its words from the other", permissions=["decide"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Copy]) -> None:
        self._each(request, queryset, deciding.reject, "rejected")

    @admin.action(description="Take the decision back", permissions=["decide"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Copy]) -> None:
        self._each(request, queryset, deciding.withdraw, "taken back")

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("quotes.change_copy"))
