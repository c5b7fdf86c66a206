"""Every invariant is a named constraint, and each is broken here on purpose.

`BREAKS` maps a constraint's or trigger's name to a function that tries to break it. A constraint
without an entry fails the suite.
"""

import uuid
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone
from pghistory.models import Events

from quotes.models import (
    Act,
    Alias,
    Answer,
    Appearance,
    Article,
    Change,
    Claim,
    Copy,
    Flag,
    Hop,
    Job,
    KeptApart,
    Lease,
    Match,
    Piece,
    Quote,
    Review,
    Revision,
    Source,
    Stance,
    Supposition,
    Wording,
)
from tests.factories import (
    AliasFactory,
    AppearanceFactory,
    ArticleFactory,
    HopFactory,
    QuoteFactory,
    RevisionFactory,
    SourceFactory,
    TokenFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def user() -> User:
    return UserFactory()


def claim(**fields: object) -> Claim:
    return Claim.objects.create(**{"text": "The bridge opens in May.", **fields})


def review(**fields: object) -> Review:
    given = {"url": "https://checks.example/1", "rating": "False", **fields}
    given.setdefault("claim", None) or given.update(claim=claim())
    return Review.objects.create(publisher=SourceFactory(), **given)


def piece(**fields):
    job = Job.objects.get_or_create(kind="rebuild")[0]
    return Piece.objects.create(job=job, stage="words", **fields)


def supposition(**fields):
    job = Job.objects.get_or_create(kind="trial")[0]
    return Supposition.objects.create(job=job, **fields)


def match(**fields: object) -> Match:
    if "a" not in fields:
        fields["a"], fields["b"] = AppearanceFactory(), AppearanceFactory()
    given = {"relation": "exact", "judgement": "same", "score": 0.9, **fields}
    return Match.objects.create(**given)


def copy(**fields: object) -> Copy:
    if "a" not in fields:
        fields["a"], fields["b"] = ArticleFactory(), ArticleFactory()
    for side in "ab":
        fields.setdefault(f"revision_{side}", fields[side].revisions.get())
    return Copy.objects.create(**{"share_a": 0.9, "share_b": 0.9, **fields})


def break_copy_pair_ordered() -> None:
    first = copy()
    copy(a=first.b, b=first.a)


def break_copy_pair_once() -> None:
    first = copy()
    copy(a=first.a, b=first.b)


def accepted_without_source() -> None:
    copy(state="accepted", decided_by=user(), decided_at=timezone.now())


def set_on(model: type, **fields: object) -> None:
    model.objects.update(**fields)


def twice(make: Callable[[], object]) -> None:
    make()
    make()


def break_alias_once_without_start() -> None:
    source = SourceFactory()
    twice(lambda: AliasFactory(source=source, name="The Boss"))


def break_alias_once_per_start() -> None:
    source = SourceFactory()
    twice(lambda: AliasFactory(source=source, name="The Boss", since=date(2019, 1, 1)))


def break_source_one_row_per_name_in_its_article() -> None:
    article = ArticleFactory()
    twice(lambda: SourceFactory(name="a senior official", only_in=article))


def break_appearance_once_per_span() -> None:
    first = AppearanceFactory()
    AppearanceFactory(article=first.article, revision=first.revision)


def break_chain_positions_without_gaps() -> None:
    appearance = AppearanceFactory(chain=[SourceFactory(), SourceFactory()])
    appearance.hops.filter(position=0).delete()
    check_deferred()


def break_hop_position_once() -> None:
    appearance = AppearanceFactory(chain=[SourceFactory(), SourceFactory()])
    appearance.hops.update(position=0)
    check_deferred()


def answer(**fields: object) -> Answer:
    given = {"caller": "user:1", "key": "k", "fingerprint": "f", "give_up_at": timezone.now(), **fields}
    return Answer.objects.create(**given)


def check_deferred() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")


def break_match_pair_once() -> None:
    first = match()
    match(a=first.a, b=first.b)


def break_match_pair_ordered() -> None:
    first = match()
    match(a=first.b, b=first.a)


def break_revision_changes_the_body() -> None:
    revision = ArticleFactory().revisions.get()
    RevisionFactory(article=revision.article, text=revision.text)


def break_revision_number_once() -> None:
    revision = ArticleFactory().revisions.get()
    RevisionFactory(article=revision.article, text="Other words.", number=revision.number)


def break_acyclic(make: Callable[..., object]) -> None:
    survivor = make()
    merged = make(merged_into=make(merged_into=survivor))
    type(survivor).objects.filter(pk=survivor.pk).update(merged_into=merged)


def break_self_merge(make: Callable[..., object]) -> None:
    row = make()
    type(row).objects.filter(pk=row.pk).update(merged_into=F("id"))


def break_stance_once_per_appearance() -> None:
    about, appearance = claim(), AppearanceFactory()
    twice(lambda: Stance.objects.create(claim=about, appearance=appearance, attitude="asserts"))


def break_review_once_per_url_and_claim() -> None:
    about = claim()
    twice(lambda: review(claim=about))


def break_wording_once() -> None:
    twice(lambda: Wording.objects.create(digest="d" * 32, normal="the bridge", words=2))


def break_article_one_row_per_sender_id() -> None:
    outlet = SourceFactory()
    twice(lambda: ArticleFactory(outlet=outlet, sender_id="a-1"))


def act(**fields: object) -> Act:
    return Act.objects.create(**{"kind": "merge_quotes", **fields})


def break_act_undone_once() -> None:
    done = act()
    twice(lambda: act(kind="undo", undoes=done))


def kept_apart(a: Source | None = None, b: Source | None = None, **fields: object) -> KeptApart:
    decided = {"decided_by": user(), "decided_at": timezone.now(), **fields}
    return KeptApart.objects.create(a=a or SourceFactory(), b=b or SourceFactory(), **decided)


def break_kept_apart_pair_once() -> None:
    first = kept_apart()
    kept_apart(first.a, first.b)


def break_kept_apart_pair_ordered() -> None:
    first = kept_apart()
    kept_apart(first.b, first.a)


def lease() -> Lease:
    return Lease.objects.create(kind="match", row=1, editor=user(), until=timezone.now())


def flag(**fields: object) -> Flag:
    given = {"appearance": AppearanceFactory(), "decided_by": user(), "decided_at": timezone.now(), **fields}
    return Flag.objects.create(**given)


def half_decided(make: Callable[[], object]) -> None:
    row = make()
    type(row).objects.filter(pk=row.pk).update(decided_by=user())


BREAKS: dict[str, Callable[[], object]] = {
    "token_has_a_name": lambda: TokenFactory(name=""),
    "token_keeps_no_secret": lambda: TokenFactory(digest="via_secret"),
    "token_scopes_known": lambda: TokenFactory(scopes=["read", "everything"]),
    "token_expires_after_it_is_made": lambda: TokenFactory(expires_at=timezone.now() - timedelta(days=1)),
    "answer_once_per_key": lambda: twice(answer),
    "answer_is_final": lambda: answer(status=503),
    "source_has_a_name": lambda: SourceFactory(name="", name_key=""),
    "source_one_live_row_per_name": lambda: twice(lambda: SourceFactory(name="Ada Okoro")),
    "source_one_row_per_name_in_its_article": break_source_one_row_per_name_in_its_article,
    "source_not_merged_into_itself": lambda: break_self_merge(SourceFactory),
    "source_merges_acyclic": lambda: break_acyclic(SourceFactory),
    "alias_has_a_name": lambda: AliasFactory(name="", name_key=""),
    "alias_dates_in_order": lambda: AliasFactory(since=date(2020, 1, 1), until=date(2019, 1, 1)),
    "alias_once_per_start": break_alias_once_per_start,
    "alias_once_without_start": break_alias_once_without_start,
    "alias_who_and_when": lambda: half_decided(AliasFactory),
    "article_one_row_per_url": lambda: twice(lambda: ArticleFactory(url="https://gazette.example/1")),
    "article_one_row_per_sender_id": break_article_one_row_per_sender_id,
    "article_lease_has_holder_and_end": lambda: ArticleFactory(lease=uuid.uuid4()),
    "article_failure_has_a_reason": lambda: ArticleFactory(state="failed"),
    "article_published_at_as_printed": lambda: ArticleFactory(published_at=timezone.now()),
    "revision_number_once": break_revision_number_once,
    "revision_changes_the_body": break_revision_changes_the_body,
    "revision_body_inside_text": lambda: RevisionFactory(text="Short.", body_end=7),
    "revision_immutable": lambda: (ArticleFactory(), set_on(Revision, text="Other words.")),
    "wording_once": break_wording_once,
    "wording_has_words": lambda: Wording.objects.create(digest="d" * 32, normal="", words=0),
    "quote_has_words": lambda: QuoteFactory(text=""),
    "quote_outlets_at_most_appearances": lambda: QuoteFactory(appearance_count=1, outlet_count=2),
    "quote_not_merged_into_itself": lambda: break_self_merge(QuoteFactory),
    "quote_merges_acyclic": lambda: break_acyclic(QuoteFactory),
    "appearance_once_per_span": break_appearance_once_per_span,
    "appearance_span_in_order": lambda: AppearanceFactory(start=5, end=5, text=""),
    "appearance_cue_has_both_ends": lambda: AppearanceFactory(cue="said"),
    "appearance_confidence_in_range": lambda: AppearanceFactory(confidence=1.5),
    "appearance_decided_by_a_person": lambda: AppearanceFactory(state="confirmed"),
    "appearance_who_and_when": lambda: half_decided(AppearanceFactory),
    "appearance_text_equals_span": lambda: (AppearanceFactory(), set_on(Appearance, start=F("start") + 1)),
    "appearance_cue_equals_span": lambda: AppearanceFactory(cue="said", cue_start=0, cue_end=4),
    "copy_pair_ordered": break_copy_pair_ordered,
    "copy_pair_once": break_copy_pair_once,
    "copy_shares_in_range": lambda: copy(share_a=1.1),
    "copy_source_has_a_giver": lambda: copy(source=SourceFactory()),
    "copy_accepted_names_a_source": accepted_without_source,
    "copy_decided_by_a_person": lambda: copy(state="rejected"),
    "copy_who_and_when": lambda: half_decided(copy),
    "hop_from_copy_is_an_editors": lambda: HopFactory(copy=copy()),
    "hop_position_once": break_hop_position_once,
    "hop_evidence_unless_editor": lambda: HopFactory(start=None, end=None, evidence=""),
    "hop_editor_is_a_person": lambda: HopFactory(basis="editor"),
    "hop_confidence_in_range": lambda: HopFactory(confidence=-0.1),
    "hop_who_and_when": lambda: half_decided(HopFactory),
    "hop_evidence_equals_span": lambda: (HopFactory(), set_on(Hop, evidence="other words")),
    "chain_positions_without_gaps": break_chain_positions_without_gaps,
    "match_pair_ordered": break_match_pair_ordered,
    "match_pair_once": break_match_pair_once,
    "match_score_in_range": lambda: match(score=2),
    "match_outcome_of_a_suggestion": lambda: match(judgement="different", outcome="refused"),
    "match_who_and_when": lambda: half_decided(match),
    "act_undone_once": break_act_undone_once,
    "act_undo_names_what": lambda: act(kind="undo"),
    "act_who_and_when": lambda: half_decided(act),
    "act_about_names_a_row": lambda: act(kind="confirm", about="appearance"),
    "act_not_part_of_itself": lambda: set_on(Act, part_of=act(kind="confirm").pk),
    "lease_once_per_item": lambda: twice(lambda: lease()),
    "flag_is_on_one_item": lambda: flag(quote=QuoteFactory()),
    "flag_of_a_hop_is_in_a_chain": lambda: flag(appearance=None, quote=QuoteFactory(), hop=1),
    "flag_by_a_person": lambda: flag(decided_by=None, decided_at=None),
    "flag_taken_back_by_a_person": lambda: flag(taken_back_at=timezone.now()),
    "kept_apart_pair_ordered": break_kept_apart_pair_ordered,
    "kept_apart_pair_once": break_kept_apart_pair_once,
    "kept_apart_by_a_person": lambda: kept_apart(decided_by=None, decided_at=None),
    "claim_has_words": lambda: claim(text=""),
    "claim_not_merged_into_itself": lambda: break_self_merge(claim),
    "claim_merges_acyclic": lambda: break_acyclic(claim),
    "stance_once_per_appearance": break_stance_once_per_appearance,
    "stance_who_and_when": lambda: half_decided(
        lambda: Stance.objects.create(claim=claim(), appearance=AppearanceFactory(), attitude="denies")
    ),
    "review_once_per_url_and_claim": break_review_once_per_url_and_claim,
    "review_has_a_rating": lambda: review(rating=""),
    "review_scale_in_order": lambda: review(best_rating=5, worst_rating=5),
    "job_done_at_most_total": lambda: Job.objects.create(kind="import", done=2, total=1),
    "job_finished_when_over": lambda: Job.objects.create(kind="import", state="done"),
    "job_failure_has_a_reason": lambda: Job.objects.create(
        kind="import", state="failed", finished_at=timezone.now()
    ),
    "job_lease_has_holder_and_end": lambda: Job.objects.create(kind="import", lease=uuid.uuid4()),
    "job_rebuild_alone": lambda: [Job.objects.create(kind="rebuild") for _ in range(2)],
    "piece_once": lambda: [piece(first=1, last=last) for last in (2, 3)],
    "piece_in_order": lambda: piece(first=2, last=1),
    "piece_lease_has_holder_and_end": lambda: piece(first=1, last=2, lease=uuid.uuid4()),
    "change_merged_into_a_row": lambda: Change.objects.create(
        xid=1, kind="quote", row=uuid.uuid4(), action="merged"
    ),
    "supposition_once": lambda: [supposition(a=1, b=2) for _ in range(2)],
    "supposition_pair_ordered": lambda: supposition(a=2, b=1),
}

# Two rules that guard one thing: a trigger may see the row before the constraint does.
ALSO_ANSWERED_BY = {
    "hop_position_once": "chain_positions_without_gaps",
    "source_not_merged_into_itself": "source_merges_acyclic",
    "quote_not_merged_into_itself": "quote_merges_acyclic",
    "claim_not_merged_into_itself": "claim_merges_acyclic",
}


def declared() -> set[str]:
    """Return the names of all constraints and of our own triggers on the domain's models."""
    names: set[str] = set()
    for model in apps.get_app_config("quotes").get_models():
        names |= {constraint.name for constraint in model._meta.constraints}
        if not hasattr(model, "pgh_tracked_model"):
            names |= {
                t.name
                for t in getattr(model._meta, "triggers", [])
                if t.name not in ("update_update", "delete_delete", "update", "delete")
                and not t.name.startswith("change_")  # they keep the feed of changes, and refuse nothing
            }
    return names


def test_break_covers_every_constraint() -> None:
    assert set(BREAKS) == declared()


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_refuse_what_breaks_the_constraint(name: str) -> None:
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        BREAKS[name]()

    cause = refused.value.__cause__
    assert constraint_of(cause) in {name, ALSO_ANSWERED_BY.get(name, name)}


def constraint_of(error: BaseException | None) -> str:
    """Return the name of the rule a PostgreSQL error names: a constraint's, or a trigger's in its message."""
    diagnosis = getattr(error, "diag", None)
    named = getattr(diagnosis, "constraint_name", None)
    if named:
        return str(named)
    return "revision_immutable" if "pgtrigger_revision_immutable" in str(error) else str(error)


def test_keep_earlier_states_when_rows_change_in_bulk() -> None:
    source = SourceFactory(name="Ada Okoro")

    Source.objects.filter(pk=source.pk).update(name="Ada N. Okoro")

    assert [event.pgh_data["name"] for event in Events.objects.tracks(source)] == ["Ada Okoro"]


def test_follow_aliases_to_the_live_source() -> None:
    source = SourceFactory(name="Ada Okoro")
    AliasFactory(source=source, name="the Mayor")

    assert list(Source.objects.named("mayor")) == [source]
    assert list(Alias.objects.values_list("name", flat=True)) == ["the Mayor"]


def test_name_states_of_an_article_that_wait() -> None:
    waiting = ArticleFactory()
    ArticleFactory(lease=uuid.uuid4(), lease_until=timezone.now() + timedelta(seconds=30))
    ArticleFactory(state="matched")

    assert list(Article.objects.waiting(now=timezone.now())) == [waiting]


def test_leave_out_merged_quotes_when_live() -> None:
    survivor = QuoteFactory()
    QuoteFactory(merged_into=survivor)

    assert list(Quote.objects.live()) == [survivor]
