from datetime import timedelta

import pytest
from django.utils import timezone

from quotes.models import Article
from quotes.services.errors import Refused
from quotes.services.work import leases
from tests.factories import ArticleFactory, StaffFactory

pytestmark = pytest.mark.django_db

ACCEPTED, READ, FAILED = Article.State.ACCEPTED, Article.State.READ, Article.State.FAILED


def claim(article):
    return leases.claim(article_id=article.pk, state=ACCEPTED)


def expire(article):
    Article.objects.filter(pk=article.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_claim_gives_one_lease_for_45_seconds():
    article = ArticleFactory()

    lease, second = claim(article), claim(article)

    article.refresh_from_db()
    assert second is None
    assert (article.lease, article.attempts) == (lease, 1)
    assert timedelta(seconds=40) < article.lease_until - timezone.now() <= timedelta(seconds=45)


def test_claim_takes_over_an_expired_lease():
    article = ArticleFactory()
    lost = claim(article)
    expire(article)

    lease = claim(article)

    assert lease not in (None, lost)


@pytest.mark.parametrize("state", [READ, Article.State.MATCHED, FAILED])
def test_claim_leaves_other_states_alone(state):
    article = ArticleFactory(state=state, failure="why" if state == FAILED else "")

    assert claim(article) is None


def test_claim_waits_for_run_after():
    article = ArticleFactory(run_after=timezone.now() + timedelta(minutes=1))

    assert claim(article) is None


def test_claim_fails_an_article_that_lost_three_workers():
    article = ArticleFactory()
    for _ in range(3):
        assert claim(article) is not None
        expire(article)

    assert claim(article) is None

    article.refresh_from_db()
    assert (article.state, article.lease) == (FAILED, None)
    assert article.failure == (
        "The worker was lost 3 times while this article was being read;"
        " look for what stopped it in the workers' log, then retry."
    )


def test_finish_moves_the_state_and_ends_the_lease():
    article = ArticleFactory()
    lease = claim(article)

    leases.finish(article_id=article.pk, lease=lease, state=ACCEPTED, to=READ)

    article.refresh_from_db()
    assert (article.state, article.lease, article.lease_until, article.attempts) == (READ, None, None, 0)


@pytest.mark.parametrize(
    ("act", "to"), [(leases.finish, {"to": READ}), (leases.hold, {})], ids=["finish", "hold"]
)
def test_a_stale_lease_may_write_nothing(act, to):
    article = ArticleFactory()
    stale = claim(article)
    expire(article)
    fresh = claim(article)

    with pytest.raises(leases.LeaseLostError):
        act(article_id=article.pk, lease=stale, state=ACCEPTED, **to)

    article.refresh_from_db()
    assert (article.state, article.lease) == (ACCEPTED, fresh)
    assert leases.release(article_id=article.pk, lease=stale) is False
    assert leases.fail(article_id=article.pk, lease=stale, reason="x") is False


def test_hold_returns_the_article_that_is_ours():
    article = ArticleFactory()
    lease = claim(article)

    assert leases.hold(article_id=article.pk, lease=lease, state=ACCEPTED) == article


def test_release_gives_the_work_back_without_counting_the_attempt():
    article = ArticleFactory()
    lease = claim(article)

    assert leases.release(article_id=article.pk, lease=lease) is True

    article.refresh_from_db()
    assert (article.lease, article.attempts) == (None, 0)


def test_retry_starts_a_failed_article_again():
    article = ArticleFactory(state=FAILED, failure="why", attempts=3)

    leases.retry(by=StaffFactory(), article=article)

    assert (article.state, article.failure, article.attempts) == (ACCEPTED, "", 0)
    assert claim(article) is not None


def test_retry_refuses_an_article_that_is_not_failed():
    article = ArticleFactory(title="Bridge")

    with pytest.raises(Refused) as refused:
        leases.retry(by=StaffFactory(), article=article)

    assert refused.value.message == "“Bridge” is not failed any more; reload to see where it stands."


def test_match_again_fences_off_a_run_with_the_facts_of_before():
    article = ArticleFactory(state=READ)
    lease = leases.claim(article_id=article.pk, state=READ)

    assert leases.match_again(articles=Article.objects.all()) == 1

    with pytest.raises(leases.LeaseLostError):
        leases.finish(article_id=article.pk, lease=lease, state=READ, to=Article.State.MATCHED)
