"""Articles: paste one in, see what was read from it, retry one that failed."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from quotes.admin.evidence import chain_line, lit
from quotes.admin.pasting import PasteForm, accept_pasted
from quotes.admin.register import RegisterAdmin
from quotes.models import Appearance, Article, Revision
from quotes.services.work import leases


@admin.register(Article)
class ArticleAdmin(RegisterAdmin):
    list_display = ["title", "outlet", "published_as", "credit", "state", "received_at"]
    list_filter = ["state", ("failure", admin.EmptyFieldListFilter)]
    list_select_related = ["outlet"]
    search_fields = ["title", "url", "sender_id", "outlet__name"]
    actions = ["retry"]
    readonly_fields = ["what_was_read", "authors", "contributors"]
    fields = [
        ("title", "outlet"),
        "what_was_read",
        ("authors", "published_as", "dateline"),
        ("credit", "picture_credit", "contributors"),
        "standfirst",
        ("state", "failure"),
        ("url", "sender_id"),
        ("received_at", "public_id"),
    ]

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Take a pasted page instead of the model's own form: an article is never typed in field by field."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = PasteForm(request.POST or None)
        accepted = accept_pasted(request, form) if form.is_valid() else None
        if accepted is not None:
            said = (
                "Accepted; its quotes appear below within seconds." if accepted.created else "Known already."
            )
            self.message_user(request, said)
            return redirect("admin:quotes_article_change", accepted.article.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": "Paste an article",
            "opts": self.opts,
            "form": form,
            "form_url": form_url,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/quotes/paste.html", context)

    @admin.display(description="Byline")
    def authors(self, article: Article) -> str:
        return ", ".join(article.byline) or "none"

    @admin.display(description="Contributions")
    def contributors(self, article: Article) -> str:
        return ", ".join(article.contributions) or "none"

    @admin.display(description="What was read")
    def what_was_read(self, article: Article) -> SafeString:
        """Return the text with its quotes lit up, and each quote with its chain below."""
        revision = Revision.objects.filter(article=article).order_by("-number").first()
        if revision is None:
            return format_html("<p>{}</p>", "No text yet.")
        found = list(Appearance.objects.filter(revision=revision).with_chain())
        chains = [(a, chain_line(a.hops.all())) for a in found]
        text = lit(
            revision.text,
            [(a.start, a.end, chain) for a, chain in chains],
            aside=[(part["start"], part["end"]) for part in revision.furniture],
        )
        rows = format_html_join(
            "",
            "<li><a href='{}'><q>{}</q></a> {} <small>({})</small></li>",
            (
                (reverse("admin:quotes_appearance_change", args=[a.pk]), a.words, chain, a.get_kind_display())
                for a, chain in chains
            ),
        )
        desk = reverse("admin:desk_article", args=[article.pk])
        way = format_html("<p><a href='{}'>Put quotes and chains right at the desk</a></p>", desk)
        return format_html("{}<div class='via-text'>{}</div><ol>{}</ol>", way, text, rows)

    @admin.action(description="Read again (failed articles)", permissions=["retry"])
    def retry(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        failed = queryset.filter(state=Article.State.FAILED)
        for article in failed:
            leases.retry(by=request.user, article=article)
        self.message_user(request, f"{len(failed)} failed articles will be read again.")

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("quotes.change_article"))
