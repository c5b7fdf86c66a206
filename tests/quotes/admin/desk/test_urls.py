"""Who may do what at the desk: every address and role. An address without its row fails."""

import pytest
from django.test import Client
from django.urls import reverse

from quotes.admin.desk.urls import SCREENS
from quotes.models import Act, Job
from quotes.models.roles import ROLES
from tests.factories import AppearanceFactory, ArticleFactory, QuoteFactory, StaffFactory

pytestmark = pytest.mark.django_db


def act() -> list[int]:
    return [Act.objects.create(kind="judge", did={"pairs": [], "homes": {}}).pk]


def job() -> list[int]:
    return [Job.objects.create(kind="import").pk]


# name: the least role that may, the method, and the arguments of the address
TABLE = {
    "review": ("editor", "GET", list),
    "review_act": ("editor", "POST", list),
    "review_undo": ("editor", "POST", act),
    "review_renew": ("editor", "POST", list),
    "review_again": ("editor", "POST", list),
    "keys": ("reader", "POST", list),
    "article": ("reader", "GET", lambda: [ArticleFactory().pk]),
    "correct": ("editor", "POST", lambda: [AppearanceFactory().pk]),
    "undo": ("editor", "POST", act),
    "history": ("editor", "GET", lambda: ["article", ArticleFactory().public_id]),
    "quote": ("reader", "GET", lambda: [QuoteFactory().public_id]),
    "quote_merge": ("editor", "GET", lambda: [QuoteFactory().public_id]),
    "quote_split": ("editor", "GET", lambda: [QuoteFactory().public_id]),
    "jobs": ("admin", "GET", list),
    "jobs_ask": ("admin", "POST", list),
    "jobs_retry": ("editor", "POST", list),
    "jobs_failed": ("reader", "GET", list),
    "jobs_act": ("admin", "POST", job),
    "jobs_errors": ("admin", "GET", job),
    "merging": ("editor", "GET", list),
    "merging_act": ("editor", "POST", list),
    "sources": ("reader", "GET", list),
    "compare": ("reader", "GET", list),
    "compare_judge": ("editor", "POST", list),
    "article_retry": ("editor", "POST", lambda: [ArticleFactory().pk]),
}


def test_know_every_address() -> None:
    assert {screen.name for screen in SCREENS} == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_let_in_only_who_may(client: Client, name: str) -> None:
    least, method, arguments = TABLE[name]
    address = reverse(f"admin:desk_{name}", args=arguments())
    refused = []
    for role in ROLES:
        client.force_login(StaffFactory(groups=[role]))
        if client.generic(method, address).status_code == 403:
            refused.append(role)
    client.logout()

    answer = client.generic(method, address)

    assert refused == list(ROLES[: ROLES.index(least)])
    assert answer["Location"].startswith(reverse("admin:login"))
