from datetime import date

import pytest

from quotes.services import aliases
from quotes.services.errors import Refused
from tests.factories import AliasFactory, SourceFactory, StaffFactory

pytestmark = pytest.mark.django_db


def test_remove_takes_the_name_of_that_start_alone():
    source = SourceFactory()
    kept = AliasFactory(source=source, name="The Mayor")
    AliasFactory(source=source, name="The Mayor", since=date(2021, 5, 6))

    aliases.remove_alias(by=StaffFactory(), source=source, name="the mayor", since=date(2021, 5, 6))

    assert list(source.aliases.all()) == [kept]


def test_remove_refuses_a_name_that_is_none():
    with pytest.raises(Refused) as refused:
        aliases.remove_alias(by=StaffFactory(), source=SourceFactory(), name="The Mayor")

    assert refused.value.code == "gone"
