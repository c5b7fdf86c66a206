"""Quotes: what was said, and every printing of it."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from quotes.admin.evidence import chain_line, shortened
from quotes.admin.register import RegisterAdmin
from quotes.models import Quote


@admin.register(Quote)
class QuoteAdmin(RegisterAdmin):
    read_only_register = True
    list_display = ["text_short", "speaker", "appearance_count", "outlet_count", "first_published_at"]
    list_filter = [("speaker", admin.EmptyFieldListFilter), ("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["speaker"]
    search_fields = ["text", "speaker__name"]
    fields = [
        "text",
        "speaker",
        "printings",
        "first_published_at",
        "appearance_count",
        "outlet_count",
        "merged_into",
        "public_id",
    ]
    readonly_fields = ["printings", "public_id"]

    @admin.display(description="words", ordering="id")
    def text_short(self, quote: Quote) -> str:
        return shortened(quote.text)

    @admin.display(description="Printings")
    def printings(self, quote: Quote) -> SafeString:
        """Return the appearances in time, each with outlet, chain and words."""
        found = quote.appearances.with_chain().order_by("article__published_at", "id")  # type: ignore[attr-defined]
        rows = format_html_join(
            "",
            "<tr><td>{}</td><td>{}</td><td>{}</td><td><a href='{}'><q>{}</q></a></td></tr>",
            (
                (
                    a.article.published_as or "undated",
                    str(a.article.outlet),
                    chain_line(a.hops.all()),
                    reverse("admin:quotes_appearance_change", args=[a.pk]),
                    a.words,
                )
                for a in found
            ),
        )
        head = SafeString("<tr><th>Published</th><th>Outlet</th><th>Chain</th><th>Words</th></tr>")
        desk = reverse("admin:desk_compare")
        return format_html(
            "<table class='via-chain'>{}{}</table><p><a href='{}'>Provenance, merging and splitting"
            " at the desk</a> · <a href='{}?quote={}'>Compare the wordings</a></p>",
            head,
            rows,
            reverse("admin:desk_quote", args=[quote.public_id]),
            desk,
            quote.public_id,
        )
