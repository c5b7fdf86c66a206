"""Writing exports: in flat memory, and the same when a part is written twice."""

import tracemalloc

import pytest

from quotes.models import Appearance, Hop, Job
from quotes.services import exports
from quotes.services.matching.rebuilding.plans import Range
from tests.factories import AppearanceFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db
MADE_UP = 20_000
MEGABYTE = 1 << 20


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.EXPORTS_DIR = str(tmp_path)


def asked(what="appearances", form="jsonl"):
    given = {"what": what, "form": form, "filters": {}, "origin": "https://via.example"}
    return exports.request(by=UserFactory(), **given)


def multiply(number):
    """Make so many printings of one, each with a chain of two."""
    first, source = AppearanceFactory(), SourceFactory()
    same = ("article_id", "revision_id", "quote_id", "start", "end", "text", "kind")
    values = {name: getattr(first, name) for name in same}
    rows = [Appearance(joint=joint, **values) for joint in range(1, number)]
    rows = Appearance.objects.bulk_create(rows, batch_size=2_000)
    hop = {"source": source, "basis": "explicit", "start": 0, "end": 1, "evidence": first.revision.text[:1]}
    hops = [Hop(appearance=row, position=place, **hop) for row in rows for place in range(2)]
    Hop.objects.bulk_create(hops, batch_size=4_000)
    return Range(first.pk, rows[-1].pk)


def peak_of(job, over):
    tracemalloc.start()
    exports.write(job, over)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / MEGABYTE


@pytest.mark.full
@pytest.mark.timeout(300)
def test_writes_many_printings_in_flat_memory():
    everything, job = multiply(MADE_UP), asked()
    peak_of(job, Range(everything.first, everything.first + 399))  # what is loaded once

    few = peak_of(job, Range(everything.first, everything.first + 1_999))
    all_of_them = peak_of(job, everything)

    print(f"peak of 2,000: {few:.1f} MB, of {MADE_UP:,}: {all_of_them:.1f} MB")
    assert all_of_them < 1.5 * few + 1


def test_writes_a_part_twice_as_once(tmp_path):
    over, job = multiply(3), asked()

    written = [(exports.write(job, over)()[0], read(tmp_path)) for _ in range(2)]

    assert written[0] == written[1]
    assert written[0][0] == {"rows": 3}


def read(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*/*")}


def test_leaves_nothing_of_a_part_that_broke(tmp_path):
    AppearanceFactory()
    job = asked()
    Job.objects.filter(pk=job.pk).update(parameters={**job.parameters, "filters": {"speaker": "Gone"}})
    job.refresh_from_db()

    with pytest.raises(Exception, match="no source is known as"):
        exports.write(job, Range(1, 10**9))

    assert read(tmp_path) == {}
