from datetime import timedelta

import pytest
from django.utils import timezone

from quotes.models import Answer
from quotes.services import answers
from quotes.services.errors import Refused

pytestmark = pytest.mark.django_db
KEPT = answers.Kept(201, {"Location": "/a"}, b"{}")


def claim(key="k", caller="user:1", fingerprint="f"):
    return answers.claim(caller=caller, key=key, fingerprint=fingerprint)


def refusal(**given):
    with pytest.raises(Refused) as refused:
        claim(**given)
    return refused.value.code


def test_claim_answers_alike_when_sent_again():
    answers.keep(claim=claim(), answer=KEPT)

    assert claim() == KEPT


def test_claim_refuses_another_request_with_the_key():
    answers.keep(claim=claim(), answer=KEPT)

    assert refusal(fingerprint="other") == "key_reused"


def test_claim_refuses_while_the_first_is_under_way():
    claim()

    assert refusal() == "in_flight"


def test_claim_tells_callers_apart():
    claim(caller="user:1")

    assert isinstance(claim(caller="user:2"), answers.Claim)


@pytest.mark.parametrize("key", ["", "k" * 256])
def test_claim_refuses_a_key_that_is_none(key):
    assert refusal(key=key) == "bad_key"


def test_claim_takes_over_from_a_lost_worker():
    first = claim()
    Answer.objects.update(give_up_at=timezone.now() - timedelta(seconds=1))

    assert claim() == first


def test_claim_forgets_after_a_day():
    answers.keep(claim=claim(), answer=KEPT)
    Answer.objects.update(created_at=timezone.now() - timedelta(hours=25))

    assert isinstance(claim(fingerprint="other"), answers.Claim)


def test_release_lets_the_request_be_sent_again():
    answers.release(claim=claim())

    assert isinstance(claim(), answers.Claim)


def test_release_leaves_a_kept_answer():
    first = claim()
    answers.keep(claim=first, answer=KEPT)
    answers.release(claim=first)

    assert claim() == KEPT


def test_sweep_deletes_what_is_older_than_a_day():
    claim("new")
    answers.keep(claim=claim("old"), answer=KEPT)
    Answer.objects.filter(key="old").update(created_at=timezone.now() - timedelta(hours=25))

    assert (answers.sweep(), Answer.objects.get().key) == (1, "new")
