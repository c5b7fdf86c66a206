import re
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import pytest
from django.db import connection

from quotes.models import Appearance, Article, Hop, Source
from quotes.services import appearances, articles, reading, sources
from quotes.services.articles import Submission
from quotes.services.work import leases
from quotes.text.comparing.normalising import normal_form
from tests.factories import (
    AliasFactory,
    AppearanceFactory,
    ArticleFactory,
    HopFactory,
    SourceFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db

TEXT = """Port Ellery — “The bridge will open in May,” Mayor Ada Okoro told the Marrow Gazette on Tuesday.

“Nobody will pay a toll,” Okoro said.

“We are not so sure,” a senior official said.
"""


# Stands for whatever breaks in the middle of writing: our own code is never replaced.
BROKEN = """
    CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'out of order'; END $$;
    CREATE TRIGGER broken BEFORE INSERT ON quotes_appearance EXECUTE FUNCTION broken();
"""


@pytest.fixture
def article() -> Article:
    accepted = articles.accept(by=None, submission=Submission(outlet="Ellery Post", text=TEXT, sender_id="a"))
    return accepted.article


def shape(article: Article) -> list[object]:
    """Everything a reading stores, without ids."""
    rows = article.appearances.order_by("revision__number", "start", "joint")
    return [
        (
            row.revision.number,
            row.start,
            row.end,
            row.joint,
            row.segments,
            row.text,
            row.kind,
            row.cue,
            row.setting,
            row.state,
            [(hop.position, hop.name, str(hop.source), hop.basis, hop.evidence) for hop in row.hops.all()],
        )
        for row in rows
    ]


def read_again(article: Article) -> bool:
    Article.objects.filter(pk=article.pk).update(state=Article.State.ACCEPTED)
    return reading.read_article(article_id=article.pk)


def revise(article: Article, text: str) -> None:
    submission = Submission(outlet="Ellery Post", text=text, sender_id="a")
    assert articles.accept(by=None, submission=submission).revised


def speakers(article: Article) -> list[tuple[str, str]]:
    hops = Hop.objects.filter(appearance__article=article, position=0).order_by("appearance__start")
    return [(hop.appearance.text, hop.source.name) for hop in hops]


def test_read_article_stores_appearances_with_their_chains(article):
    done = reading.read_article(article_id=article.pk)

    article.refresh_from_db()
    assert done is True
    assert (article.state, article.lease, article.attempts) == (Article.State.READ, None, 0)
    assert speakers(article) == [
        ("The bridge will open in May", "Ada Okoro"),
        ("Nobody will pay a toll", "Ada Okoro"),
        ("We are not so sure", "senior official"),
    ]
    assert Source.objects.get(name="senior official").only_in == article
    assert set(article.appearances.values_list("reader", flat=True)) == {reading.READER}


def test_read_article_gives_each_quotation_its_wording(article):
    reading.read_article(article_id=article.pk)

    words = [row.wording.normal for row in article.appearances.quoted().select_related("wording")]
    assert words == [normal_form(row.text) for row in article.appearances.quoted()]


def test_read_article_changes_nothing_the_second_time(article):
    reading.read_article(article_id=article.pk)
    before = shape(article), list(article.appearances.values_list("pk", flat=True))

    assert reading.read_article(article_id=article.pk) is False
    assert read_again(article) is True

    assert (shape(article), list(article.appearances.values_list("pk", flat=True))) == before
    assert not any(row.events.exists() for row in article.appearances.all())


def test_read_article_returns_false_where_there_is_no_such_article():
    assert reading.read_article(article_id=4711) is False


def test_read_article_keeps_confirmed_and_rejected_appearances(article):
    reading.read_article(article_id=article.pk)
    editor = StaffFactory()
    confirmed, rejected, _ = article.appearances.order_by("start")
    appearances.confirm(by=editor, appearance=confirmed)
    appearances.reject(by=editor, appearance=rejected, reason="no")
    Hop.objects.filter(appearance=confirmed, position=0).update(name="as it was")
    before = shape(article)

    read_again(article)

    assert shape(article) == before
    assert [row.state for row in article.appearances.order_by("start")] == [
        "confirmed",
        "rejected",
        "suggested",
    ]


def test_read_article_keeps_a_corrected_speaker(article):
    reading.read_article(article_id=article.pk)
    minister = SourceFactory(name="Bo Ek")
    first = article.appearances.order_by("start").first()
    appearances.correct_speaker(by=StaffFactory(), appearance=first, source=minister)

    read_again(article)

    assert speakers(article)[0] == ("The bridge will open in May", "Bo Ek")
    assert first.hops.get(position=0).basis == Hop.Basis.EDITOR


def test_read_article_keeps_what_an_editor_added_and_drops_what_no_reader_finds(article):
    editor = StaffFactory()
    revision = article.revisions.get()
    stale = AppearanceFactory(article=article, revision=revision, text="on Tuesday")
    added = AppearanceFactory(article=article, revision=revision, text="told the")
    appearances.confirm(by=editor, appearance=added)

    reading.read_article(article_id=article.pk)

    assert Appearance.objects.filter(pk=stale.pk).exists() is False
    assert Appearance.objects.filter(pk=added.pk).exists() is True


def test_read_article_updates_a_chain_in_place(article):
    reading.read_article(article_id=article.pk)
    before = shape(article)
    first, second, _ = article.appearances.order_by("start")
    ids = set(Hop.objects.filter(appearance=second).values_list("pk", flat=True))
    first.hops.all().delete()
    HopFactory(appearance=second, position=2, start=0, end=4)
    Hop.objects.filter(appearance=second, position=0).update(name="x", confidence=0.1)

    read_again(article)

    assert shape(article) == before
    assert set(Hop.objects.filter(appearance=second).values_list("pk", flat=True)) == ids


def test_read_article_carries_appearances_into_a_new_revision(article):
    reading.read_article(article_id=article.pk)
    ids = dict(article.appearances.values_list("text", "pk"))
    revise(article, "Corrected on Wednesday.\n\n" + TEXT.replace("a toll", "any toll"))

    reading.read_article(article_id=article.pk)

    rows = {row.text: (row.pk, row.revision.number) for row in article.appearances.all()}
    assert rows["The bridge will open in May"] == (ids["The bridge will open in May"], 2)
    assert rows["Nobody will pay a toll"] == (ids["Nobody will pay a toll"], 1)
    assert rows["Nobody will pay any toll"][1] == 2
    assert len(rows) == 4


def test_read_article_repeats_no_decided_words_in_a_new_revision(article):
    reading.read_article(article_id=article.pk)
    rejected = article.appearances.order_by("start").first()
    appearances.reject(by=StaffFactory(), appearance=rejected)
    revise(article, "Corrected on Wednesday.\n\n" + TEXT)

    reading.read_article(article_id=article.pk)

    same = article.appearances.get(text=rejected.text)
    assert (same.pk, same.state, same.revision.number) == (rejected.pk, "rejected", 2)


def test_read_article_finds_speakers_by_alias(article):
    mayor = SourceFactory(name="The Mayor of Port Ellery")
    AliasFactory(source=mayor, name="Ada Okoro")

    reading.read_article(article_id=article.pk)

    assert speakers(article)[0][1] == "The Mayor of Port Ellery"


def test_read_article_leaves_a_name_of_several_sources_unresolved(article):
    SourceFactory(name="Ada Okoro")
    SourceFactory(name="Ada Okoro", disambiguation="the painter")

    reading.read_article(article_id=article.pk)

    hop = Hop.objects.get(appearance__text="The bridge will open in May", position=0)
    assert (hop.source, hop.name) == (None, "Ada Okoro")
    assert hop.candidates == ["Ada Okoro", "Ada Okoro (the painter)"]


def test_read_article_follows_a_merged_source(article):
    mayor = SourceFactory(name="Mayor Okoro")
    sources.merge(by=StaffFactory(), into=mayor, sources=[SourceFactory(name="Ada Okoro")])

    reading.read_article(article_id=article.pk)

    assert speakers(article)[0][1] == "Mayor Okoro"
    assert not Source.objects.live().filter(name="Ada Okoro").exists()


def test_read_article_knows_the_agencies_of_the_database():
    SourceFactory(name="Ellery Wire", kind="agency")
    text = "Port Ellery (Ellery Wire) — “The bridge will open in May,” Mayor Ada Okoro said.\n"
    article = articles.accept(by=None, submission=Submission(outlet="Ellery Post", text=text)).article

    reading.read_article(article_id=article.pk)

    chain = article.appearances.get().hops.values_list("name", "basis")
    assert list(chain) == [("Ada Okoro", "explicit"), ("Ellery Wire", "credit")]


def test_read_article_fails_with_a_reason_where_something_breaks(article):
    with connection.cursor() as cursor:
        cursor.execute(BROKEN)

    assert reading.read_article(article_id=article.pk) is False

    article.refresh_from_db()
    assert (article.state, article.appearances.count()) == (Article.State.FAILED, 0)
    assert re.fullmatch(
        r"Reading broke with \w+ \(out of order\) at keeping\.py, line \d+, in keep;"
        r" report this, and retry when mended\.",
        article.failure,
    )


def test_read_article_reads_a_retried_article(article):
    with connection.cursor() as cursor:
        cursor.execute(BROKEN)
        reading.read_article(article_id=article.pk)
        cursor.execute("DROP TRIGGER broken ON quotes_appearance")

    leases.retry(by=StaffFactory(), article=article)

    assert reading.read_article(article_id=article.pk) is True


def test_read_article_leaves_an_article_with_a_live_lease_alone(article):
    lease = leases.claim(article_id=article.pk, state=Article.State.ACCEPTED)

    assert reading.read_article(article_id=article.pk) is False

    article.refresh_from_db()
    assert (article.state, article.lease) == (Article.State.ACCEPTED, lease)


def test_read_article_reads_an_article_without_quotes():
    article = ArticleFactory(text="The bridge was closed.\n")

    assert reading.read_article(article_id=article.pk) is True

    article.refresh_from_db()
    assert (article.state, article.appearances.count()) == (Article.State.READ, 0)


@pytest.mark.django_db(transaction=True)
def test_read_article_makes_each_source_once_where_four_read_at_the_same_time():
    names = ["Ada Okoro", "Bo Ek", "Cy Dow"]
    texts = [
        "\n\n".join(f"“We will build bridge {number}{name[0]},” Mayor {name} said." for name in order)
        for number in range(4)
        for order in permutations(names)
    ]
    pks = [ArticleFactory(text=text).pk for text in texts]

    def call(pk):
        try:
            return reading.read_article(article_id=pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(call, pks))

    assert done == [True] * len(pks)
    assert Appearance.objects.count() == 3 * len(pks)
    assert sorted(Source.objects.filter(kind="person").values_list("name", flat=True)) == names
