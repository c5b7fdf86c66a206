"""Whatever people and the machine do, in whatever order: rules hold, and no decision is lost or undone."""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from quotes.models import Act, Alias, Appearance, Article, Hop, Match, Quote, Source
from quotes.services import appearances, hops, quotes, sources
from quotes.services.acts import collecting
from quotes.services.articles import Submission, accept
from quotes.services.corrections import Correction, correct
from quotes.services.errors import Refused
from quotes.services.hops import Link
from quotes.services.judgements import judge, withdraw
from quotes.services.matching import match_article
from quotes.services.matching.partitioning import parts_of
from quotes.services.matching.touched import touched
from quotes.services.reading import read_article
from quotes.services.undoing import undo
from quotes.services.verifying import breaches
from tests.factories import StaffFactory
from tests.quotes.services.printed import in_force, standing

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(600)]

SPEAKERS = ("Ada Okoro", "Bo Ek", "Cy Dow")
OUTLETS = ("The Ellery Post", "Marrow Gazette")
SAID = (
    "The ferry will not sail again before the harbour wall has been rebuilt in stone",
    "The ferry will sail again before the harbour wall has been rebuilt in stone",
    "before the harbour wall has been rebuilt in stone",
    "Nobody on the quay believed that it opens before the harbour wall has been rebuilt in stone",
    "Seven lanterns were counted on the old customs quay by the night watchman",
    "Seven lanterns were counted on the old customs quay",
    "A baker in Orle gave every child of the parish a loaf with a coin in it",
)
JUDGEMENTS = ("same", "altered", "different", "unsure")
anyone = st.integers(0, 10_000)
"""Which of the rows there are: the number counts round."""
bodies = st.lists(st.tuples(st.sampled_from(SAID), st.sampled_from(SPEAKERS)), min_size=1, max_size=3)


def body(said: list[tuple[str, str]]) -> str:
    return "\n\n".join(f"“{words},” Mayor {speaker} said." for words, speaker in said) + "\n"


def work(order: random.Random | None = None) -> None:
    """Read and match what waits, in any order."""
    for state, do in ((Article.State.ACCEPTED, read_article), (Article.State.READ, match_article)):
        waiting = list(Article.objects.filter(state=state).order_by("pk").values_list("pk", flat=True))
        for pk in order.sample(waiting, len(waiting)) if order else waiting:
            assert do(article_id=pk)


def match_anew(order: random.Random) -> None:
    Article.objects.update(state=Article.State.READ)
    work(order)


def decided() -> list[dict[str, Any]]:
    """Return people's judgements in force."""
    return [row for row in in_force() if row["decided_by_id"] is not None]


def everything() -> dict[str, list[Any]]:
    """Return all that an undo has to restore, without the rows' own ids where a row is one of a history."""
    rows = {"quotes and printings": standing(), "judgements": in_force()}
    for model in (Source, Alias, Hop):
        rows[model.__name__] = list(model._default_manager.order_by("pk").values())
    rows["outlets"] = list(Article.objects.order_by("pk").values_list("pk", "outlet"))
    return rows


def changes(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> list[str]:
    """Return what differs, field by field."""
    found = []
    for kind, rows in before.items():
        pairs = zip_longest(rows, after[kind]) if rows != after[kind] else ()
        for old, new in pairs:
            if isinstance(old, dict) and isinstance(new, dict):
                fields = {name: (old.get(name), new.get(name)) for name in old if old[name] != new.get(name)}
                found += [f"{kind} {old.get('id')}: {fields}"] if fields else []
            elif old != new:
                found.append(f"{kind}: {old} became {new}")
    return found


def groups() -> set[frozenset[int]]:
    parts: dict[int | None, set[int]] = {}
    for pk, quote in Appearance.objects.standing().quoted().values_list("pk", "quote"):
        parts.setdefault(quote, set()).add(pk)
    return {frozenset(part) for part in parts.values()}


@contextmanager
def refusing(*codes: str) -> Iterator[None]:
    """Take a refusal with one of the codes for an answer."""
    try:
        yield
    except Refused as refused:
        if refused.code not in codes:
            raise


Decides = Callable[[Any, Appearance, Source], object]
DECISIONS: dict[str, Decides] = {
    "confirm": lambda by, row, _: appearances.confirm(by=by, appearance=row),
    "reject": lambda by, row, _: appearances.reject(by=by, appearance=row),
    "undecide": lambda by, row, _: appearances.undecide(by=by, appearance=row),
    "correct words": lambda by, row, _: correct(
        by=by, appearance=row, correction=Correction(segments=[(row.start + 4, row.end - 6)])
    ),
    "correct kind": lambda by, row, _: correct(by=by, appearance=row, correction=Correction(kind="indirect")),
    "correct speaker": lambda by, row, source: appearances.correct_speaker(
        by=by, appearance=row, source=source
    ),
    "add a hop": lambda by, row, source: hops.add(by=by, appearance=row, position=1, link=Link(source)),
}


def acts_of(do: Decides, by: Any, row: Appearance, source: Source) -> list[Act]:
    with collecting() as made:
        do(by, row, source)
    return made


def undo_all(by: Any) -> Callable[[list[Act]], object]:
    return lambda made: [undo(by=by, act=act) for act in reversed(made)]


class Newsroom(RuleBasedStateMachine):
    """Editors and the machine at work on a few articles; each run is rolled back."""

    times_checked = 0

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.ada, self.bo = StaffFactory(), StaffFactory()
        self.quotes_seen: set[int] = set()
        self.sent: dict[int, list[str]] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def one(self, rows: Any, number: int) -> Any:
        found = list(rows.order_by("pk"))
        return found[number % len(found)] if found else None

    def send(self, number: int, text: str) -> None:
        outlet = OUTLETS[number % len(OUTLETS)]
        accept(by=None, submission=Submission(outlet=outlet, text=text, sender_id=str(number)))
        self.sent.setdefault(number, []).append(text)
        self.by_machine(work)

    def by_machine(self, do: Callable[[], None]) -> None:
        """Let the machine work: it changes nobody's judgement."""
        before = decided()
        do()
        assert decided() == before

    def undone(self, do: Callable[[], object], undo: Callable[[Any], object]) -> None:
        """Do and undo at once: nothing is left of it."""
        before = everything()
        try:
            done = do()
        except Refused:
            assert changes(before, everything()) == []
            return
        undo(done)
        self.by_machine(work)
        assert changes(before, everything()) == []

    @initialize(said=st.lists(bodies, min_size=3, max_size=4))
    def begin(self, said: list[list[tuple[str, str]]]) -> None:
        for number, one in enumerate(said):
            self.send(number, body(one))

    @rule(number=st.integers(0, 4), said=bodies)
    def print_anew(self, number: int, said: list[tuple[str, str]]) -> None:
        self.send(number, body(said))

    @rule(number=anyone, version=anyone)
    def print_an_earlier_body_again(self, number: int, version: int) -> None:
        number %= len(self.sent)
        known = sorted(self.sent)[number]
        self.send(known, self.sent[known][version % len(self.sent[known])])

    @rule(number=anyone, order=st.randoms(use_true_random=False))
    def print_in_another_order(self, number: int, order: random.Random) -> None:
        known = sorted(self.sent)[number % len(self.sent)]
        paragraphs = self.sent[known][-1].strip().split("\n\n")
        self.send(known, "\n\n".join(order.sample(paragraphs, len(paragraphs))) + "\n")

    def pair(self, a: int, b: int) -> tuple[Appearance, Appearance] | None:
        rows = Appearance.objects.standing().quoted()
        first = self.one(rows, a)
        second = self.one(rows.exclude(pk=first.pk), b) if first else None
        return (first, second) if second else None

    @rule(a=anyone, b=anyone, judgement=st.sampled_from(JUDGEMENTS))
    def judge_a_pair(self, a: int, b: int, judgement: str) -> None:
        pair = self.pair(a, b)
        if pair:
            with refusing("contradiction"):
                judge(by=self.ada, a=pair[0], b=pair[1], judgement=judgement, reason="so it is")

    @rule(a=anyone, b=anyone, judgement=st.sampled_from(JUDGEMENTS))
    def judge_a_pair_and_take_it_back(self, a: int, b: int, judgement: str) -> None:
        pair = self.pair(a, b)
        if pair:
            self.undone(
                lambda: judge(by=self.bo, a=pair[0], b=pair[1], judgement=judgement),
                lambda match: withdraw(by=self.bo, match=match),
            )

    @rule(number=anyone)
    def take_a_judgement_back(self, number: int) -> None:
        match = self.one(Match.objects.current().filter(decided_by__isnull=False), number)
        if match:
            with refusing("contradiction"):
                withdraw(by=self.bo, match=match)

    @rule(number=anyone, state=st.sampled_from(["confirm", "reject", "undecide"]))
    def decide_on_a_printing(self, number: int, state: str) -> None:
        row = self.one(Appearance.objects.all(), number)
        with refusing("conflict"):
            getattr(appearances, state)(by=self.ada, appearance=row)
        self.by_machine(work)

    @rule(number=anyone, do=st.sampled_from(sorted(DECISIONS)), other=anyone)
    def decide_on_a_printing_and_undo_it(self, number: int, do: str, other: int) -> None:
        row = self.one(Appearance.objects.all(), number)
        source = self.one(Source.objects.live(), other)
        self.undone(lambda: acts_of(DECISIONS[do], self.bo, row, source), undo_all(self.ada))

    def some_quotes(self, a: int, b: int) -> list[Quote]:
        live = Quote.objects.live().filter(appearance_count__gt=0)
        return [self.one(live, a), self.one(live, b)]

    @rule(a=anyone, b=anyone)
    def merge_two_quotes(self, a: int, b: int) -> None:
        with refusing("contradiction", "too_few"):
            quotes.merge(by=self.ada, quotes=self.some_quotes(a, b))

    @rule(a=anyone, b=anyone)
    def merge_two_quotes_and_undo_it(self, a: int, b: int) -> None:
        two = self.some_quotes(a, b)
        self.undone(
            lambda: quotes.merge(by=self.bo, quotes=two).act, lambda act: quotes.undo(by=self.ada, act=act)
        )

    def parts(self, number: int, chosen: int) -> tuple[Quote, list[list[Appearance]]] | None:
        quote = self.one(Quote.objects.live().filter(appearance_count__gt=1), number)
        if quote is None:
            return None
        printed = list(quote.appearances.standing().order_by("pk"))
        picked = [row for place, row in enumerate(printed) if chosen >> place & 1]
        return quote, [picked or printed[:1]]

    @rule(number=anyone, chosen=anyone)
    def split_a_quote(self, number: int, chosen: int) -> None:
        found = self.parts(number, chosen)
        if found:
            with refusing("contradiction", "too_few"):
                quotes.split(by=self.ada, quote=found[0], groups=found[1])

    @rule(number=anyone, chosen=anyone)
    def split_a_quote_and_undo_it(self, number: int, chosen: int) -> None:
        found = self.parts(number, chosen)
        if found:
            quote, picked = found
            self.undone(
                lambda: quotes.split(by=self.bo, quote=quote, groups=picked).act,
                lambda act: quotes.undo(by=self.ada, act=act),
            )

    @rule(number=anyone)
    def undo_an_act(self, number: int) -> None:
        act = self.one(Act.objects.filter(undone__isnull=True).exclude(kind="undo"), number)
        if act is None:
            return
        with refusing("conflict", "contradiction", "gone"):
            undo(by=self.bo, act=act)
        self.by_machine(work)

    def two_sources(self, a: int, b: int, outlets: bool) -> tuple[Source, Source] | None:
        names = OUTLETS if outlets else SPEAKERS
        live = Source.objects.live().filter(name__in=names)
        into, other = self.one(live, a), self.one(live, b)
        return (into, other) if into and into != other else None

    @rule(a=anyone, b=anyone)
    def merge_two_sources(self, a: int, b: int) -> None:
        two = self.two_sources(a, b, outlets=False)
        if two:
            before = decided()
            sources.merge(by=self.ada, into=two[0], sources=[two[1]])
            work()
            assert decided() == before

    @rule(a=anyone, b=anyone, outlets=st.booleans())
    def merge_two_sources_and_undo_it(self, a: int, b: int, outlets: bool) -> None:
        two = self.two_sources(a, b, outlets)
        if two:
            self.undone(
                lambda: sources.merge(by=self.ada, into=two[0], sources=[two[1]]).act,
                lambda act: sources.undo_merge(by=self.ada, act=act),
            )

    @rule(order=st.randoms(use_true_random=False))
    def rebuild(self, order: random.Random) -> None:
        before = everything()
        self.by_machine(lambda: match_anew(order))
        assert changes(before, everything()) == []

    @rule(order=st.randoms(use_true_random=False))
    def match_with_a_new_version(self, order: random.Random) -> None:
        before = groups()
        Match.objects.current().filter(decided_by__isnull=True).update(version="0", score=0.5)
        self.by_machine(lambda: match_anew(order))
        assert groups() == before

    @rule(order=st.randoms(use_true_random=False))
    def match_from_scratch(self, order: random.Random) -> None:
        """What grew step by step is what one finds who starts today, people's judgements given."""
        before = groups()
        with transaction.atomic():
            Match.objects.filter(decided_by__isnull=True).delete()
            Appearance.objects.update(quote=None)
            match_anew(order)
            assert groups() == before
            transaction.set_rollback(True)

    @invariant()
    def every_rule_holds(self) -> None:
        type(self).times_checked += 1
        assert [str(breach) for breach in breaches()] == []

    @invariant()
    def the_partition_is_that_of_the_whole(self) -> None:
        rows = Appearance.objects.standing().quoted().values_list("pk", flat=True)
        assert groups() == set(parts_of(touched(appearances=list(rows), quotes=())))

    @invariant()
    def every_quote_ever_seen_leads_to_one_that_lives(self) -> None:
        found = Quote.objects.in_bulk()
        self.quotes_seen |= found.keys()
        assert self.quotes_seen == found.keys()
        assert all(quote.survivor().merged_into is None for quote in found.values())


PHASES = tuple(Phase) if os.environ.get("SHRINK") else (Phase.generate,)


def times_checked(examples: int, steps: int, *, same_every_time: bool) -> int:
    """Let the machine take its steps, and return how often the rules were found to hold."""
    Newsroom.times_checked = 0
    run_state_machine_as_test(
        Newsroom,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=same_every_time,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
            phases=PHASES,
        ),
    )
    return Newsroom.times_checked


def test_newsroom_keeps_every_rule_and_every_decision() -> None:
    assert times_checked(6, 12, same_every_time=True) > 6 * 12 / 2


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_newsroom_keeps_every_rule_and_every_decision_in_a_long_run() -> None:
    assert times_checked(300, 40, same_every_time=False) > 300 * 40 / 2
