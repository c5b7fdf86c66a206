"""Matches: judged pairs, their evidence, and the editor's own judgement."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from quotes.admin.evidence import chain_line, lit
from quotes.admin.register import RegisterAdmin
from quotes.models import Match
from quotes.services import judgements
from quotes.services.errors import Refused


@admin.register(Match)
class MatchAdmin(RegisterAdmin):
    read_only_register = True
    list_display = ["words_a", "words_b", "relation", "judgement", "score", "decided_by", "in_force"]
    list_filter = [
        "judgement",
        "relation",
        ("decided_by", admin.EmptyFieldListFilter),
        ("superseded_at", admin.EmptyFieldListFilter),
    ]
    list_select_related = ["a", "b", "decided_by"]
    search_fields = ["a__text", "b__text"]
    actions = ["judge_same", "judge_altered", "judge_different", "judge_unsure"]
    fields = [
        "side_by_side",
        "relation",
        "judgement",
        "score",
        "meaning",
        "decided_by",
        "decided_at",
        "reason",
        "version",
        "created_at",
        "superseded_at",
    ]
    readonly_fields = ["side_by_side", "meaning"]

    @admin.display(description="words")
    def words_a(self, match: Match) -> str:
        return match.a.text[:90]

    @admin.display(description="other words")
    def words_b(self, match: Match) -> str:
        return match.b.text[:90]

    @admin.display(description="in force", boolean=True)
    def in_force(self, match: Match) -> bool:
        return match.superseded_at is None

    @admin.display(description="Side by side, differing words lit")
    def side_by_side(self, match: Match) -> SafeString:
        sides = []
        for side, appearance in (("a", match.a), ("b", match.b)):
            differing = [
                (*d[side], d["operation"])
                for d in match.differences
                if d["operation"] != "equal" and d[side][0] < d[side][1]
            ]
            outlet = appearance.article.outlet
            chain = chain_line(appearance.hops.select_related("source").order_by("position"))
            role = "the fuller wording" if side == match.fuller else match.get_relation_display().lower()
            sides.append((str(outlet), chain, role, lit(appearance.text, differing)))
        both = format_html_join("", "<p><b>{}</b>: {} <i>({})</i></p><p class='via-text'>{}</p>", sides)
        pair = urlencode({"appearance": [match.a.public_id, match.b.public_id]}, doseq=True)
        desk = reverse("admin:desk_compare")
        return format_html("{}<p><a href='{}?{}'>Compare and judge at the desk</a></p>", both, desk, pair)

    @admin.display(description="Meaning changes")
    def meaning(self, match: Match) -> SafeString:
        if not match.changes:
            return format_html("{}", "none found")
        return format_html(
            "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((c["sentence"],) for c in match.changes))
        )

    def _judge(self, request: HttpRequest, queryset: QuerySet[Match], judgement: str) -> None:
        done = 0
        for match in queryset.select_related("a", "b"):
            try:
                judgements.judge(by=request.user, a=match.a, b=match.b, judgement=judgement)
            except Refused as refused:
                self.message_user(request, refused.message, messages.ERROR)
            else:
                done += 1
        self.message_user(request, f"{done} judged {judgement}; every later run keeps to it.")

    @admin.action(description="Judge: same quote", permissions=["decide"])
    def judge_same(self, request: HttpRequest, queryset: QuerySet[Match]) -> None:
        self._judge(request, queryset, Match.Judgement.SAME)

    @admin.action(description="Judge: same quote, meaning altered", permissions=["decide"])
    def judge_altered(self, request: HttpRequest, queryset: QuerySet[Match]) -> None:
        self._judge(request, queryset, Match.Judgement.ALTERED)

    @admin.action(description="Judge: different quotes", permissions=["decide"])
    def judge_different(self, request: HttpRequest, queryset: QuerySet[Match]) -> None:
        self._judge(request, queryset, Match.Judgement.DIFFERENT)

    @admin.action(description="Judge: unsure", permissions=["decide"])
    def judge_unsure(self, request: HttpRequest, queryset: QuerySet[Match]) -> None:
        self._judge(request, queryset, Match.Judgement.UNSURE)

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("quotes.change_match"))
