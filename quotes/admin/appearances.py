"""Appearances: each printing with its chain and evidence; confirm or reject it."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from quotes.admin.evidence import chain_line, chain_table, in_context, shortened
from quotes.admin.register import RegisterAdmin
from quotes.models import Appearance
from quotes.services import appearances


@admin.register(Appearance)
class AppearanceAdmin(RegisterAdmin):
    read_only_register = True
    list_display = ["text_short", "chain", "outlet", "kind", "state", "confidence"]
    list_filter = ["state", "kind"]
    search_fields = ["text"]
    search_help_text = "Words of the quote."
    actions = ["confirm", "reject"]
    fields = [
        "text",
        "in_context",
        "chain_with_evidence",
        "kind",
        "cue",
        "setting",
        "quote",
        "article",
        "start",
        "end",
        "segments",
        "confidence",
        "state",
        "decided_by",
        "decided_at",
        "reason",
        "reader",
        "public_id",
    ]
    readonly_fields = ["in_context", "chain_with_evidence"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appearance]:
        return super().get_queryset(request).with_chain()  # type: ignore[attr-defined, no-any-return]

    @admin.display(description="words", ordering="id")
    def text_short(self, appearance: Appearance) -> str:
        return shortened(appearance.words)

    @admin.display(description="chain")
    def chain(self, appearance: Appearance) -> str:
        return chain_line(appearance.hops.all())

    @admin.display(description="outlet")
    def outlet(self, appearance: Appearance) -> str:
        return str(appearance.article.outlet)

    @admin.display(description="In the article")
    def in_context(self, appearance: Appearance) -> SafeString:
        desk = f"{reverse('admin:desk_article', args=[appearance.article_id])}?quote={appearance.pk}#quote"
        return format_html("{}<p><a href='{}'>Put it right at the desk</a></p>", in_context(appearance), desk)

    @admin.display(description="Chain and evidence")
    def chain_with_evidence(self, appearance: Appearance) -> SafeString:
        return chain_table(appearance.hops.all())

    @admin.action(description="Confirm: it is a quote, and its chain is right", permissions=["decide"])
    def confirm(self, request: HttpRequest, queryset: QuerySet[Appearance]) -> None:
        for appearance in queryset:
            appearances.confirm(by=request.user, appearance=appearance)
        self.message_user(request, f"{len(queryset)} confirmed.")

    @admin.action(description="Reject: it is no quote of this speaker", permissions=["decide"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Appearance]) -> None:
        for appearance in queryset:
            appearances.reject(by=request.user, appearance=appearance)
        self.message_user(request, f"{len(queryset)} rejected; no re-reading brings them back.")

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("quotes.change_appearance"))
