import pytest

from quotes.models import Appearance, Article, Hop
from quotes.services import appearances, sources
from quotes.services.errors import Refused
from tests.factories import AgencyFactory, AppearanceFactory, SourceFactory, StaffFactory

pytestmark = pytest.mark.django_db


def test_confirm_records_the_person_and_the_time():
    editor = StaffFactory()

    confirmed = appearances.confirm(by=editor, appearance=AppearanceFactory(), reason="heard it")

    assert (confirmed.state, confirmed.decided_by, confirmed.reason) == ("confirmed", editor, "heard it")
    assert confirmed.decided_at is not None
    context = confirmed.events.get().pgh_context.metadata
    assert (context["user"], context["reason"]) == (editor.pk, "heard it")


def test_confirm_twice_keeps_the_first_decision():
    first, second = StaffFactory(), StaffFactory()
    appearance = AppearanceFactory()
    appearances.confirm(by=first, appearance=appearance)

    again = appearances.confirm(by=second, appearance=appearance)

    assert again.decided_by == first


def test_reject_after_another_confirmed_is_told_so():
    editor = StaffFactory(username="ann")
    appearance = AppearanceFactory()
    confirmed = appearances.confirm(by=editor, appearance=Appearance.objects.get(pk=appearance.pk))

    with pytest.raises(Refused) as refused:
        appearances.reject(by=StaffFactory(), appearance=appearance)

    assert refused.value.code == "conflict"
    assert refused.value.message == (
        f"“The bridge will open in May” was confirmed by ann on {confirmed.decided_at:%Y-%m-%d at %H:%M}"
        " in the meantime; reload, then decide."
    )


def test_reject_changes_a_decision_that_was_seen():
    confirmed = appearances.confirm(by=StaffFactory(), appearance=AppearanceFactory())

    assert appearances.reject(by=StaffFactory(), appearance=confirmed).state == "rejected"


def test_undecide_makes_it_a_suggestion_again():
    rejected = appearances.reject(by=StaffFactory(), appearance=AppearanceFactory())

    again = appearances.undecide(by=StaffFactory(), appearance=rejected)

    assert (again.state, again.decided_by, again.decided_at) == ("suggested", None, None)


def test_confirm_refuses_an_appearance_that_is_gone():
    appearance = AppearanceFactory()
    Appearance.objects.all().delete()

    with pytest.raises(Refused) as refused:
        appearances.confirm(by=StaffFactory(), appearance=appearance)

    assert refused.value.code == "gone"


def test_a_decision_has_the_article_matched_again():
    appearance = AppearanceFactory()
    Article.objects.update(state=Article.State.MATCHED)

    appearances.reject(by=StaffFactory(), appearance=appearance)

    assert Article.objects.get().state == Article.State.READ


def test_correct_speaker_keeps_the_evidence_and_the_rest_of_the_chain():
    editor, speaker = StaffFactory(), SourceFactory(name="Bo Ek")
    appearance = AppearanceFactory(chain=[SourceFactory(), AgencyFactory()])
    wrong, agency = appearance.hops.all()

    appearances.correct_speaker(by=editor, appearance=appearance, source=speaker, reason="her deputy")

    right, same = Hop.objects.filter(appearance=appearance)
    assert (right.pk, right.source, right.name, right.basis) == (wrong.pk, speaker, "Bo Ek", "editor")
    assert (right.decided_by, right.reason) == (editor, "her deputy")
    assert (right.start, right.end, right.evidence) == (wrong.start, wrong.end, wrong.evidence)
    assert same == agency


def test_correct_speaker_adds_the_hop_where_there_was_none():
    appearance, speaker = AppearanceFactory(), SourceFactory()

    appearances.correct_speaker(by=StaffFactory(), appearance=appearance, source=speaker)

    hop = appearance.hops.get()
    assert (hop.position, hop.source, hop.evidence) == (0, speaker, "")


def test_correct_speaker_names_the_survivor_of_a_merge():
    loser, survivor = SourceFactory(), SourceFactory()
    sources.merge(by=StaffFactory(), into=survivor, sources=[loser])
    loser.refresh_from_db()
    appearance = AppearanceFactory()

    appearances.correct_speaker(by=StaffFactory(), appearance=appearance, source=loser)

    assert appearance.hops.get().source == survivor
