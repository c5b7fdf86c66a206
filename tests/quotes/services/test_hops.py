import pytest
from django.apps import apps
from django.db import connection, transaction

from quotes.models import Appearance, Article, Hop
from quotes.services import hops
from quotes.services.errors import Refused
from quotes.services.hops import Link
from quotes.services.reading import read_article
from tests.factories import (
    AgencyFactory,
    AppearanceFactory,
    ArticleFactory,
    HopFactory,
    SourceFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def appearance():
    chain = [SourceFactory(name="Ada"), AgencyFactory(name="KCNA"), AgencyFactory(name="Reuters")]
    row = AppearanceFactory(chain=chain)
    Article.objects.update(state=Article.State.MATCHED)
    return row


def chain(row):
    check_deferred()
    return [hop.source.name if hop.source else hop.name for hop in Hop.objects.filter(appearance=row)]


def check_deferred():
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")


def refusal(act, **given):
    with pytest.raises(Refused) as refused, transaction.atomic():
        act(by=StaffFactory(), **given)
    return refused.value.code


def test_add_puts_a_hop_between_others(appearance):
    editor, agency = StaffFactory(), AgencyFactory(name="AP")

    hops.add(by=editor, appearance=appearance, position=1, link=Link(agency, (1, 4)), reason="read it")

    assert chain(appearance) == ["Ada", "AP", "KCNA", "Reuters"]
    made = appearance.hops.get(position=1)
    assert (made.basis, made.evidence, made.decided_by, made.reason) == ("editor", "The", editor, "read it")
    assert set(appearance.hops.values_list("decided_by", flat=True)) == {editor.pk}
    assert Article.objects.get().state == Article.State.READ


def test_add_takes_a_hop_that_no_words_prove(appearance):
    hops.add(by=StaffFactory(), appearance=appearance, position=3, link=Link(AgencyFactory(name="AP")))

    last = appearance.hops.get(position=3)
    assert (last.source.name, last.start, last.evidence) == ("AP", None, "")


def test_correct_names_another_source_and_keeps_the_evidence(appearance):
    before = appearance.hops.get(position=1)

    hops.correct(by=StaffFactory(), appearance=appearance, position=1, link=Link(AgencyFactory(name="AP")))

    after = appearance.hops.get(position=1)
    assert chain(appearance) == ["Ada", "AP", "Reuters"]
    assert (after.pk, after.basis, after.evidence) == (before.pk, "editor", before.evidence)


def test_correct_takes_other_evidence(appearance):
    link = Link(AgencyFactory(name="AP"), (5, 11))

    hops.correct(by=StaffFactory(), appearance=appearance, position=1, link=link)

    assert appearance.hops.get(position=1).evidence == "bridge"


def test_resolve_keeps_words_and_basis(appearance):
    HopFactory(appearance=appearance, position=3, source=None, name="the agency", candidates=["AP", "AFP"])

    hops.resolve(by=StaffFactory(), appearance=appearance, position=3, source=AgencyFactory(name="AFP"))

    hop = appearance.hops.get(position=3)
    assert (hop.source.name, hop.name, hop.basis, hop.candidates) == ("AFP", "the agency", "explicit", [])


def test_resolve_refuses_a_resolved_hop(appearance):
    assert refusal(hops.resolve, appearance=appearance, position=1, source=SourceFactory()) == "conflict"


def test_drop_moves_the_others_inwards(appearance):
    hops.drop(by=StaffFactory(), appearance=appearance, position=1)

    assert chain(appearance) == ["Ada", "Reuters"]


def test_drop_refuses_the_speaker(appearance):
    assert refusal(hops.drop, appearance=appearance, position=0) == "speaker"


def test_dropped_hop_does_not_come_back_when_read_again():
    article = ArticleFactory(
        text="“The ferry will not sail,” Ada Okoro told the Coastal News Agency on Monday.\n"
    )
    read_article(article_id=article.pk)
    row = Appearance.objects.get()
    assert chain(row) == ["Ada Okoro", "Coastal News Agency"]
    hops.drop(by=StaffFactory(), appearance=row, position=1)
    Article.objects.update(state=Article.State.ACCEPTED)

    read_article(article_id=article.pk)

    assert chain(row) == ["Ada Okoro"]


def test_reorder_changes_the_positions(appearance):
    hops.reorder(by=StaffFactory(), appearance=appearance, order=[0, 2, 1])

    assert chain(appearance) == ["Ada", "Reuters", "KCNA"]


@pytest.mark.parametrize("order", [[], [0, 1], [0, 1, 1], [1, 2, 3], [0, 1, 2, 3]])
def test_reorder_refuses_what_is_no_order_of_the_chain(appearance, order):
    assert refusal(hops.reorder, appearance=appearance, order=order) == "bad_order"


def test_hops_refuse_places_that_are_none(appearance):
    link = Link(SourceFactory())

    assert refusal(hops.add, appearance=appearance, position=4, link=link) == "bad_position"
    assert refusal(hops.correct, appearance=appearance, position=3, link=link) == "gone"
    assert refusal(hops.drop, appearance=appearance, position=-1) == "gone"
    bad = Link(link.source, (4, 999))
    assert refusal(hops.add, appearance=appearance, position=1, link=bad) == "bad_span"


def test_hops_keep_their_history(appearance):
    hops.drop(by=StaffFactory(username="ann"), appearance=appearance, position=2, reason="not named")

    gone = apps.get_model("quotes", "HopEvent").objects.get(pgh_label="delete")
    assert (gone.name, gone.pgh_context.metadata["username"]) == ("Reuters", "ann")
