import pytest
from django.db import transaction

from quotes.models import Appearance, Article, Match
from quotes.services import appearances, judgements
from quotes.services.corrections import Correction, correct
from quotes.services.errors import Refused
from quotes.services.matching.match import match_article
from quotes.services.reading import read_article
from tests.factories import AppearanceFactory, ArticleFactory, SourceFactory, StaffFactory

pytestmark = pytest.mark.django_db

TEXT = "“The harbour wall will stand,” she said, “for a hundred years and more than that.”\n"
WALL = "The harbour wall will stand"


def printing(text=WALL, **given):
    given.setdefault("article", ArticleFactory(text=TEXT, state=Article.State.MATCHED))
    return AppearanceFactory(text=text, **given)


def refusal(appearance, **correction):
    with pytest.raises(Refused) as refused, transaction.atomic():
        correct(by=StaffFactory(), appearance=appearance, correction=Correction(**correction))
    return refused.value.code, refused.value.field


def test_correct_moves_the_span_and_confirms():
    editor, appearance = StaffFactory(), printing()
    end = TEXT.index(" and more")
    parts = [(1, 28), (TEXT.index("for a"), end)]

    now = correct(by=editor, appearance=appearance, correction=Correction(segments=parts), reason="cut")

    assert (now.start, now.end, now.text) == (1, end, TEXT[1:end])
    assert now.words == "The harbour wall will stand for a hundred years"
    assert (now.state, now.decided_by, now.reason, now.confidence) == ("confirmed", editor, "cut", 1.0)
    assert now.events.earliest("pgh_id").pgh_context.metadata["reason"] == "cut"
    assert Article.objects.get().state == Article.State.READ


def test_correct_changes_kind_and_setting():
    now = correct(
        by=StaffFactory(), appearance=printing(), correction=Correction(kind="partial", setting="at a rally")
    )

    assert (now.kind, now.setting, now.text) == ("partial", "at a rally", WALL)


def test_correct_changes_nothing_where_it_is_so_already():
    appearance = printing()

    now = correct(by=StaffFactory(), appearance=appearance, correction=Correction(kind=appearance.kind))

    assert (now.state, now.decided_by) == ("suggested", None)


@pytest.mark.parametrize(
    ("correction", "refused"),
    [
        ({"segments": [(5, 5)]}, ("bad_span", "segments")),
        ({"segments": [(5, 500)]}, ("bad_span", "segments")),
        ({"segments": [(-1, 5)]}, ("bad_span", "segments")),
        ({"segments": [(28, 29)]}, ("bad_span", "segments")),
        ({"segments": [(9, 12), (1, 5)]}, ("bad_span", "segments")),
        ({"segments": []}, ("bad_span", "segments")),
        ({"kind": "spoken"}, ("no_kind", "kind")),
        ({"setting": "s" * 301}, ("too_large", "setting")),
    ],
)
def test_correct_refuses_what_cannot_be(correction, refused):
    assert refusal(printing(), **correction) == refused


def test_correct_refuses_words_that_are_a_printing_already():
    appearance = printing()
    AppearanceFactory(article=appearance.article, text="harbour wall")

    assert refusal(appearance, segments=[(5, 17)]) == ("conflict", "segments")


def test_correct_refuses_what_was_changed_since_it_was_seen():
    appearance = printing()
    seen = Appearance.objects.get(pk=appearance.pk)
    appearances.confirm(by=StaffFactory(), appearance=appearance)

    assert refusal(seen, kind="partial") == ("conflict", None)


def test_corrected_words_do_not_come_back_when_read_again():
    article = ArticleFactory(text="“The ferry will not sail before the wall is rebuilt,” Ada Okoro said.\n")
    read_article(article_id=article.pk)
    appearance = Appearance.objects.get()
    correct(by=StaffFactory(), appearance=appearance, correction=Correction(segments=[(1, 24)]))
    Article.objects.update(state=Article.State.ACCEPTED)

    read_article(article_id=article.pk)

    assert [(row.pk, row.text) for row in Appearance.objects.all()] == [
        (appearance.pk, "The ferry will not sail")
    ]


def two_printings():
    """Two articles that print one sentence, matched."""
    speaker = SourceFactory()
    rows = []
    for _ in range(2):
        article = ArticleFactory(text=TEXT, state=Article.State.READ)
        rows.append(printing(article=article, chain=[speaker]))
    for row in rows:
        match_article(article_id=row.article_id)
    return [Appearance.objects.get(pk=row.pk) for row in rows]


def test_correct_tells_the_quotes_apart_anew():
    first, second = two_printings()
    assert first.quote_id == second.quote_id

    now = correct(
        by=StaffFactory(),
        appearance=first,
        correction=Correction(segments=[(TEXT.index("for a"), TEXT.index(".”"))]),
    )
    match_article(article_id=first.article_id)

    now.refresh_from_db()
    assert now.quote.text == "for a hundred years and more than that"
    assert (now.quote_id == second.quote_id, now.quote.appearance_count) == (False, 1)
    assert now.wording_id != second.wording_id


def test_correct_lets_a_persons_judgement_stand_on_the_new_words():
    first, second = two_printings()
    judgements.judge(by=StaffFactory(), a=first, b=second, judgement="same")

    correct(by=StaffFactory(), appearance=first, correction=Correction(segments=[(5, 28)]))

    (match,) = Match.objects.current()
    assert (match.judgement, match.decided_by is not None, match.relation) == ("same", True, "contained")
    assert Appearance.objects.get(pk=first.pk).quote_id == Appearance.objects.get(pk=second.pk).quote_id


def test_correct_takes_reported_speech_out_of_its_quote():
    first, second = two_printings()

    now = correct(by=StaffFactory(), appearance=first, correction=Correction(kind="indirect"))

    second.refresh_from_db()
    assert (now.quote, now.wording, second.quote.appearance_count) == (None, None, 1)


def test_correct_refuses_to_make_judged_words_reported_speech():
    first, second = two_printings()
    judgements.judge(by=StaffFactory(), a=first, b=second, judgement="same")

    assert refusal(first, kind="indirect") == ("judged", "kind")
