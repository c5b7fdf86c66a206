"""Suggesting: which sources may be one, by their names."""

import pytest

from quotes.models import Source
from quotes.services import sources
from tests.factories import AliasFactory, ArticleFactory, OutletFactory, SourceFactory, StaffFactory

pytestmark = pytest.mark.django_db


def named(*names: str) -> list[Source]:
    return [SourceFactory(name=name) for name in names]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Okoro", "Ada Okoro"),
        ("Ada Okoro", "Ada N. Okoro"),
        ("Mayor Ada Okoro", "Ada Okoro"),
        ("Ada Okoro", "Ada Okoro-Ek"),
    ],
)
def test_similar_finds_longer_and_shorter_names(one: str, other: str) -> None:
    a, b = named(one, other)
    named("Bo Ek Dow")

    assert [found.source for found in sources.similar(a)] == [b]
    assert [found.source for found in sources.similar(b)] == [a]
    assert sources.suggestions() == [sorted([a, b], key=lambda source: -len(source.name_key))]


def test_similar_finds_a_source_by_its_other_name() -> None:
    a, b = named("KCNA", "Korean Central News Agency")
    AliasFactory(source=b, name="KCNA")

    assert [found.source for found in sources.similar(a)] == [b]
    assert [found.source for found in sources.similar(b)] == [a]


def test_similar_leaves_out_what_can_be_no_one() -> None:
    a, apart, merged, into = named("Ada Okoro", "Okoro", "Ada N. Okoro", "Bo Ek")
    OutletFactory(name="Ada Okoro Times")
    SourceFactory(name="Okoro Ada Okoro", only_in=ArticleFactory())
    sources.keep_apart(by=StaffFactory(), sources=[a, apart])
    sources.merge(by=StaffFactory(), into=into, sources=[merged])

    assert sources.similar(a) == []
    assert sources.suggestions() == []
