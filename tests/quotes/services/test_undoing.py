"""Undoing: one verb for every act."""

import pytest

from quotes.models import Act
from quotes.services import sources
from quotes.services.errors import Refused
from quotes.services.judgements import judge
from quotes.services.undoing import undo
from tests.factories import SourceFactory, StaffFactory
from tests.quotes.services.printed import OTHER, WORDS, in_force, printed, standing

pytestmark = pytest.mark.django_db


def test_undo_takes_back_a_judgement_and_a_merge_of_sources() -> None:
    one, other = printed(WORDS), printed(OTHER)
    before = standing(), in_force()
    judge(by=StaffFactory(), a=one, b=other, judgement="same")
    into, source = SourceFactory(), SourceFactory()
    merged = sources.merge(by=StaffFactory(), into=into, sources=[source])

    undone = [undo(by=StaffFactory(), act=act) for act in (Act.objects.get(kind="judge"), merged.act)]

    source.refresh_from_db()
    assert (standing(), in_force(), source.merged_into) == (*before, None)
    with pytest.raises(Refused, match="cannot be undone"):
        undo(by=StaffFactory(), act=undone[0])
