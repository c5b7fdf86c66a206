"""Articles: posted by contributors, read by everybody."""

from typing import Any, cast

from django.contrib.auth.models import User
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from api.filters.articles import ArticleFilters
from api.ordering import Key, instant
from api.serializers.articles import ArticleDetail, ArticleSummary, SubmittedArticle
from api.submitting import accept, status_of
from api.views.expanding import attach_appearances
from api.views.resources import ListedAndDetailed, expands
from quotes.models import Article, Token

MOST_IN_LISTS = 20
MOST_IN_DETAIL = 1000
_PUBLISHED = "published_at"


class Articles(ListedAndDetailed):
    """Published texts, and where the reading of each stands."""

    queryset = Article.objects.select_related("outlet")
    serializer_class = ArticleSummary
    filterset_class = ArticleFilters
    route = "article"
    needs = "quotes.add_article"
    scope = Token.Scope.INGEST
    expandable = ("appearances",)
    orders = {
        "-published": [Key(_PUBLISHED, instant, descending=True, nullable=True), Key("pk", descending=True)],
        "published": [Key(_PUBLISHED, instant, nullable=True), Key("pk")],
        "received": [Key("pk")],
        "-received": [Key("pk", descending=True)],
    }

    def get_serializer_class(self) -> type[ArticleSummary]:
        """Return the form with the text for one article, without it for lists."""
        return ArticleSummary if self.action in ("list", "create") else ArticleDetail

    @expands(*expandable)
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """List articles without their texts."""
        rows = self.paginate_queryset(self.filter_queryset(self.get_queryset())) or []
        if "appearances" in self.expanded:
            attach_appearances(rows, most=MOST_IN_LISTS)
        return self.get_paginated_response(self.get_serializer(rows, many=True).data)

    @expands(*expandable)
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Show one article with its text; with `expand=appearances` its quotes too."""
        article = self.get_object()
        if "appearances" in self.expanded:
            attach_appearances([article], most=MOST_IN_DETAIL)
        return Response(self.represent(article))

    def represent(self, row: Article) -> Any:
        """Return the article's JSON with its newest text."""
        row.newest = row.revisions.latest("number")  # type: ignore[attr-defined]
        return self.get_serializer(row).data

    @extend_schema(
        request=SubmittedArticle,
        responses={
            200: OpenApiResponse(ArticleSummary, "It is known already, with these words."),
            201: OpenApiResponse(ArticleSummary, "It is stored, and is read and matched next."),
            202: OpenApiResponse(ArticleSummary, "It is known; the new text is stored, and is read next."),
        },
    )
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Accept an article: 201 once it is stored, 200 where it is known, 202 where its text is new."""
        accepted = accept(request.data, by=cast("User", request.user))
        article = accepted.article
        location = reverse("article", args=[article.public_id], request=request)
        body = self.get_serializer(article).data
        return Response(body, status=status_of(accepted), headers={"Location": location})
