"""The desk's addresses, each with what it needs; an address without its line in the tests' table fails."""

from typing import Final

from django.contrib.admin import AdminSite
from django.urls import URLPattern

from quotes.admin.desk import compare, history, home, jobs, keys, merging, sources, undoing
from quotes.admin.desk.article import correcting
from quotes.admin.desk.article import screen as article
from quotes.admin.desk.quote import parting
from quotes.admin.desk.quote import screen as quote
from quotes.admin.desk.review import screen as review
from quotes.admin.desk.screen import REVIEWS, Screen

PARTS: Final = ("change_quote", "change_match")
"""What it takes to say which printings are one quote."""
SCREENS: Final = (
    Screen("review/", "review", review.show, REVIEWS),
    Screen("review/act/", "review_act", review.act, REVIEWS),
    Screen("review/undo/<int:pk>/", "review_undo", review.undo, REVIEWS),
    Screen("review/renew/", "review_renew", review.renew, REVIEWS),
    Screen("review/again/", "review_again", review.again, REVIEWS),
    Screen("keys/", "keys", keys.switch, ()),
    Screen("articles/<int:pk>/retry/", "article_retry", home.retry, ("change_article",)),
    Screen("articles/<int:pk>/", "article", article.show, ("view_article", "view_appearance")),
    Screen(
        "appearances/<int:pk>/correct/", "correct", correcting.correct, ("change_appearance", "change_hop")
    ),
    Screen("acts/<int:pk>/undo/", "undo", undoing.undo, ("change_appearance", "change_match")),
    Screen("history/<str:kind>/<uuid:public_id>/", "history", history.show, ("view_act",)),
    Screen("quotes/<uuid:public_id>/", "quote", quote.show, ("view_quote", "view_appearance")),
    Screen("quotes/<uuid:public_id>/merge/", "quote_merge", parting.merge, PARTS),
    Screen("quotes/<uuid:public_id>/split/", "quote_split", parting.split, PARTS),
    Screen("jobs/", "jobs", jobs.show, ("view_job", "view_article")),
    Screen("jobs/ask/", "jobs_ask", jobs.ask, ("change_job",)),
    Screen("jobs/retry/", "jobs_retry", jobs.retry, ("change_article",)),
    Screen("jobs/failed.csv", "jobs_failed", jobs.failed_articles, ("view_article",)),
    Screen("jobs/<int:pk>/act/", "jobs_act", jobs.act, ("change_job",)),
    Screen("jobs/<int:pk>/errors.csv", "jobs_errors", jobs.errors, ("view_job",)),
    Screen("merging/", "merging", merging.show, ("change_source",)),
    Screen("merging/act/", "merging_act", merging.act, ("change_source",)),
    Screen("sources/", "sources", sources.named, ("view_source",)),
    Screen("compare/", "compare", compare.show, ("view_match",)),
    Screen("compare/judge/", "compare_judge", compare.judge, ("change_match",)),
)


def addresses(site: AdminSite) -> list[URLPattern]:
    """Return the addresses below `desk/`."""
    return [screen.address(site) for screen in SCREENS]
