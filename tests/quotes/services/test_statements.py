"""Statements: planned once."""

import pytest

from quotes.services.matching.scratch import scratch
from quotes.services.statements import run
from tests.factories import SourceFactory

pytestmark = pytest.mark.django_db

_COUNT = "SELECT count(*) FROM quotes_source WHERE id <> %s::bigint"
_PREPARED = (
    "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT count(*) FROM quotes_so%%'"
)


def test_run_prepares_a_statement_once() -> None:
    run(_COUNT, [1])
    run(_COUNT, [2])

    assert run(_PREPARED, []) == [(1,)]


def test_run_asks_the_scratch_tables_with_a_statement_prepared_before() -> None:
    SourceFactory()
    before = [run(_COUNT, [0]) for _ in range(7)][-1]

    with scratch():
        inside = run(_COUNT, [0])

    assert (before, inside, run(_COUNT, [0])) == ([(1,)], [(0,)], [(1,)])
