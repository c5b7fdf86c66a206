"""What a person decides on a copy: hops like others, through every later run, and back again."""

import pytest

from quotes.models import Article, Copy, Hop, Source
from quotes.services import hops, sources
from quotes.services.articles import Submission
from quotes.services.articles import accept as accept_article
from quotes.services.copying import apply
from quotes.services.copying.deciding import accept, reject, withdraw
from quotes.services.errors import Refused
from quotes.services.reading import read_article
from tests.factories import ArticleFactory, StaffFactory
from tests.quotes.services.copying.newsroom import (
    COPY,
    OTHER,
    OWN,
    WIRE,
    again,
    chains,
    matched,
    pair,
    revised,
    source,
    stored,
)

pytestmark = pytest.mark.django_db

EARLY, LATE = "2025-03-01T08:00", "2025-03-01T17:00"
PLAIN = {"My hens": ["Mats Orrin"], "We cannot": ["Ingrid Tolle"]}
VIA_HALVARD = {"My hens": ["Mats Orrin"], "We cannot": ["Ingrid Tolle", "Halvard"]}


@pytest.fixture
def wire() -> Article:
    return stored(source("Halvard", Source.Kind.AGENCY), WIRE, EARLY)


@pytest.fixture
def copied(wire: Article) -> Article:
    article = stored(source("The Lantern"), COPY, LATE)
    matched(wire, article)
    return article


def test_accept_gives_what_was_copied_the_agency_as_outermost_hop(wire: Article, copied: Article) -> None:
    editor = StaffFactory()

    accept(by=editor, copy=pair(wire, copied), reason="The desk says so.")

    hop = Hop.objects.get(copy=pair(wire, copied))
    assert chains(copied) == VIA_HALVARD
    assert (hop.basis, hop.decided_by, hop.reason) == ("editor", editor, "The desk says so.")
    assert (
        hop.evidence
        == "We cannot run an empty boat across the sound for ever,” the chairwoman, Ingrid Tolle, said."
    )


def test_accept_leaves_the_chains_of_the_giver_as_they_are(wire: Article, copied: Article) -> None:
    accept(by=StaffFactory(), copy=pair(wire, copied))

    assert chains(wire) == {"We cannot": ["Ingrid Tolle"]}


def test_reject_is_remembered_by_every_later_run(wire: Article, copied: Article) -> None:
    reject(by=StaffFactory(), copy=pair(wire, copied))

    again(wire, copied)

    assert (pair(wire, copied).state, chains(copied)) == ("rejected", PLAIN)


def test_accept_outlives_matching_again(wire: Article, copied: Article) -> None:
    accepted = accept(by=StaffFactory(), copy=pair(wire, copied))
    before = list(Hop.objects.order_by("pk").values())

    again(wire, copied)

    assert pair(wire, copied) == accepted
    assert list(Hop.objects.order_by("pk").values()) == before


def test_accept_outlives_reading_again() -> None:
    texts = {"Halvard": WIRE, "The Lantern": f"{COPY}\n\n{OTHER}"}
    source("Halvard", Source.Kind.AGENCY)
    wire, copied = (
        accept_article(by=None, submission=Submission(outlet=name, text=text)).article
        for name, text in texts.items()
    )
    for article in (wire, copied):
        read_article(article_id=article.pk)
        matched(article)
    accept(by=StaffFactory(), copy=pair(wire, copied))
    before = chains(copied)
    hops = list(Hop.objects.order_by("pk").values())

    Article.objects.filter(pk=copied.pk).update(state=Article.State.ACCEPTED)
    read_article(article_id=copied.pk)

    assert before["We cannot"][-1] == "Halvard"
    assert list(Hop.objects.order_by("pk").values()) == hops


def test_accept_follows_the_words_into_another_revision() -> None:
    source("Halvard", Source.Kind.AGENCY)
    sent = [
        Submission(outlet="Halvard", text=WIRE),
        Submission(outlet="The Lantern", text=COPY, url="https://lantern.example/1"),
    ]
    wire, copied = (accept_article(by=None, submission=one).article for one in sent)
    for article in (wire, copied):
        read_article(article_id=article.pk)
        matched(article)
    accept(by=StaffFactory(), copy=pair(wire, copied))

    longer = Submission(outlet="The Lantern", text=f"{OTHER}\n\n{COPY}", url="https://lantern.example/1")
    accept_article(by=None, submission=longer)
    read_article(article_id=copied.pk)
    matched(copied)

    assert chains(copied)["We cannot"][-1] == "Halvard"
    assert "Halvard" not in chains(copied)["My hens"]


def test_withdraw_brings_the_suggestion_back_and_takes_the_hop_away(wire: Article, copied: Article) -> None:
    suggested = pair(wire, copied)
    accepted = accept(by=StaffFactory(), copy=suggested)

    restored = withdraw(by=StaffFactory(), copy=accepted)

    assert (restored.state, restored.decided_by, restored.source) == ("suggested", None, suggested.source)
    assert chains(copied) == PLAIN
    assert Copy.objects.count() == 3


def test_withdraw_brings_an_earlier_decision_back(wire: Article, copied: Article) -> None:
    accepted = accept(by=StaffFactory(), copy=pair(wire, copied))
    rejected = reject(by=StaffFactory(), copy=accepted)
    assert chains(copied) == PLAIN

    withdraw(by=StaffFactory(), copy=rejected)

    assert (pair(wire, copied).decided_by, chains(copied)) == (accepted.decided_by, VIA_HALVARD)


def test_withdraw_refuses_what_nobody_decided(wire: Article, copied: Article) -> None:
    with pytest.raises(Refused) as refused:
        withdraw(by=StaffFactory(), copy=pair(wire, copied))

    assert refused.value.code == "conflict"


def test_accept_refuses_a_row_that_is_not_in_force(wire: Article, copied: Article) -> None:
    suggested = pair(wire, copied)
    rejected = reject(by=StaffFactory(username="ida"), copy=suggested)

    with pytest.raises(Refused) as refused:
        accept(by=StaffFactory(), copy=suggested)

    when = f"{rejected.decided_at:%Y-%m-%d at %H:%M}"
    said = f"The pair is rejected by ida on {when} in the meantime: reload, then decide."
    assert refused.value.message == said


def test_accept_wants_a_giver_where_nothing_tells() -> None:
    one, other = stored(source("The Ledger"), WIRE), stored(source("The Lantern"), COPY)
    matched(one, other)

    with pytest.raises(Refused) as refused:
        accept(by=StaffFactory(), copy=pair(one, other))
    accept(by=StaffFactory(), copy=pair(one, other), giver=one)

    assert refused.value.code == "no_giver"
    assert chains(other)["We cannot"] == ["Ingrid Tolle", "The Ledger"]


def test_accept_takes_the_source_a_person_names(wire: Article, copied: Article) -> None:
    veta = source("VETA", Source.Kind.AGENCY)

    accept(by=StaffFactory(), copy=pair(wire, copied), source=veta)

    assert chains(copied)["We cannot"] == ["Ingrid Tolle", "VETA"]


def test_accept_refuses_the_takers_own_outlet(wire: Article, copied: Article) -> None:
    with pytest.raises(Refused) as refused:
        accept(by=StaffFactory(), copy=pair(wire, copied), source=copied.outlet)

    assert refused.value.code == "own_outlet"


def test_accept_refuses_a_giver_of_neither_article(wire: Article, copied: Article) -> None:
    with pytest.raises(Refused) as refused:
        accept(by=StaffFactory(), copy=pair(wire, copied), giver=ArticleFactory())

    assert refused.value.code == "not_in_pair"


def test_accept_adds_no_hop_that_the_chain_names_already(wire: Article) -> None:
    credited = stored(source("The Ledger"), COPY, LATE, credit="Halvard")
    row = credited.appearances.get(text__startswith="We cannot")
    Hop.objects.create(
        appearance=row, position=1, source=wire.outlet, basis="credit", start=0, end=4, evidence="LAST"
    )
    matched(wire, credited)

    accept(by=StaffFactory(), copy=pair(wire, credited))

    assert chains(credited)["We cannot"] == ["Ingrid Tolle", "Halvard"]
    assert not Hop.objects.filter(copy__isnull=False).exists()


def test_accept_takes_no_hop_along_when_the_words_are_gone(wire: Article, copied: Article) -> None:
    accepted = accept(by=StaffFactory(), copy=pair(wire, copied))

    revised(copied, f"{OWN}\n\n{OTHER}")
    matched(copied)

    assert pair(wire, copied) == accepted
    assert chains(copied) == {"My hens": ["Mats Orrin"]}


def test_merge_lets_copies_name_the_survivor(wire: Article, copied: Article) -> None:
    accept(by=StaffFactory(), copy=pair(wire, copied))
    survivor = source("Halvard News Agency", Source.Kind.AGENCY)

    sources.merge(by=StaffFactory(), into=survivor, sources=[wire.outlet])
    again(wire, copied)
    apply(article=copied.pk)

    assert chains(copied)["We cannot"] == ["Ingrid Tolle", "Halvard News Agency"]


def test_apply_brings_no_hop_back_that_an_editor_took_out(wire: Article, copied: Article) -> None:
    editor = StaffFactory()
    accept(by=editor, copy=pair(wire, copied))
    row = copied.appearances.get(text__startswith="We cannot")

    hops.drop(by=editor, appearance=row, position=1)
    apply(article=copied.pk)

    assert chains(copied) == PLAIN


def test_apply_leaves_a_chain_that_an_editor_put_right_since(wire: Article, copied: Article) -> None:
    editor = StaffFactory()
    accept(by=editor, copy=pair(wire, copied))
    row = copied.appearances.get(text__startswith="We cannot")

    veta = source("VETA", Source.Kind.AGENCY)
    hops.correct(by=editor, appearance=row, position=1, link=hops.Link(veta))
    apply(article=copied.pk)

    assert chains(copied)["We cannot"] == ["Ingrid Tolle", "VETA"]


def test_accept_adds_to_a_chain_that_an_editor_put_right_before(wire: Article, copied: Article) -> None:
    row = copied.appearances.get(text__startswith="We cannot")
    tolle = source("Ingrid Tolle", Source.Kind.PERSON)
    hops.correct(by=StaffFactory(), appearance=row, position=0, link=hops.Link(tolle))

    accept(by=StaffFactory(), copy=pair(wire, copied))

    assert chains(copied) == VIA_HALVARD
