"""Groups: the partition of a million printings into quotes, against the quotes they were printed from.

The ties are found in the index as a rebuild finds them, by each wording's rarest keys, and judged by a
stand-in for `relate`, which would take hours: the words in common, their information, the speakers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from django.db import connection, transaction
from rapidfuzz import fuzz

from quotes.graph.partition import Edge, Partition, Strength, partition
from quotes.models import Wording
from quotes.text.comparing.information import information
from tests.benchmarks.matching.clocks import taken
from tests.benchmarks.matching.printings import Print
from tests.benchmarks.measuring import report

_RAREST = 4
_PAIRS = f"""
    SET LOCAL work_mem = '512MB';
    CREATE TEMP TABLE shared ON COMMIT DROP AS
    SELECT key, wording, frequency
    FROM (SELECT key, wording, count(*) OVER (PARTITION BY key) AS frequency FROM quotes_wordingkey) posting
    WHERE frequency BETWEEN 2 AND 128;
    CREATE TEMP TABLE rarest ON COMMIT DROP AS
    SELECT key, wording FROM (
        SELECT *, row_number() OVER (PARTITION BY wording ORDER BY frequency, key) AS place FROM shared
    ) ranked WHERE place <= {_RAREST};
    CREATE TEMP TABLE paired ON COMMIT DROP AS
    SELECT DISTINCT least(one.wording, other.wording) AS a, greatest(one.wording, other.wording) AS b
    FROM rarest one JOIN shared other USING (key) WHERE one.wording <> other.wording
"""
_NEAR = 85.0  # of rapidfuzz.ratio: right 3,320 of 3,324 times
_ALIKE = 60.0
_SPEAKER_KNOWN = 0.7
_WITH_SPEAKER = 20.0  # nats
Node = tuple[str, int | None]


def divide(size: int, printed: Sequence[Print]) -> None:
    """Find the ties, divide the printings into quotes, and report B-cubed and the largest group."""
    nodes = _nodes(printed)
    edges: list[Edge] = []
    answer: list[Partition] = []
    finding = taken(lambda: edges.extend(_edges(list(nodes), size)))
    words = {number: node[0].count(" ") + 1 for number, node in enumerate(nodes)}
    dividing = taken(lambda: answer.append(partition(words, edges)))
    figures = _bcubed(answer[0].groups, list(nodes.values()))
    report(
        bench="partition",
        stored=size,
        nodes=len(nodes),
        ties=len(edges),
        **figures,
        unlinked=len(answer[0].unlinked),
        find_ties_cpu_s=round(finding.ours + (finding.servers or 0), 1),
        partition_cpu_s=round(dividing.ours, 1),
    )


def _nodes(printed: Sequence[Print]) -> dict[Node, Counter[int]]:
    """Return how often each quote is printed in each wording by each speaker; three in ten are not named."""
    nodes: dict[Node, Counter[int]] = defaultdict(Counter)
    for place, one in enumerate(printed):
        speaker = one.speaker if place * 7919 % 1000 < 1000 * _SPEAKER_KNOWN else None
        nodes[one.text.lower().strip("“”!… "), speaker][one.origin] += 1
    return dict(nodes)


def _edges(nodes: Sequence[Node], size: int) -> Iterator[Edge]:
    alone = log(size) + 20
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, (normal, _) in enumerate(nodes):
        bearers[normal].append(number)
    for normal, numbers in bearers.items():
        if len(numbers) > 1:
            yield from _tied(numbers, numbers, "exact", information(normal.split()), nodes, alone)
    for one, other in _pairs():
        if one in bearers and other in bearers:
            part, whole = (one, other) if len(one) <= len(other) else (other, one)
            found = _tie(part, whole)
            if found is not None:
                yield from _tied(bearers[part], bearers[whole], *found, nodes, alone)


def _pairs() -> Iterator[tuple[str, str]]:
    normals = dict(Wording.objects.values_list("pk", "normal"))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_PAIRS)
        cursor.execute("SELECT a, b FROM paired")
        while rows := cursor.fetchmany(50_000):
            for a, b in rows:
                yield normals[a], normals[b]


def _tie(part: str, whole: str) -> tuple[Strength, float] | None:
    """Return how strong a tie the words are, and the information they share."""
    if f" {part} " in f" {whole} ":
        return "contained", information(part.split())
    alike = fuzz.ratio(part, whole, score_cutoff=_ALIKE)
    if not alike:
        return None
    common = set(whole.split())
    shared = information([word for word in part.split() if word in common])
    return ("near" if alike >= _NEAR else "reworded"), shared


def _tied(
    parts: Sequence[int],
    wholes: Sequence[int],
    strength: Strength,
    nats: float,
    nodes: Sequence[Node],
    alone: float,
) -> Iterator[Edge]:
    for part in parts:
        for whole in wholes:
            one, other = nodes[part][1], nodes[whole][1]
            known = one is not None and other is not None
            if part != whole and nats >= (_WITH_SPEAKER if known else alone) and not (known and one != other):
                yield Edge(part, whole, strength, min(1.0, nats / 100))


def _bcubed(groups: Sequence[Sequence[int]], printed: Sequence[Mapping[int, int]]) -> dict[str, float]:
    """Return B-cubed precision and recall over all printings, and the largest group to the largest quote."""
    sizes: Counter[int] = Counter()
    for counts in printed:
        sizes.update(counts)
    precision = recall = 0.0
    largest = 0
    for group in groups:
        found: Counter[int] = Counter()
        for node in group:
            found.update(printed[node])
        together = sum(found.values())
        largest = max(largest, together)
        precision += sum(count * count for count in found.values()) / together
        recall += sum(count * count / sizes[origin] for origin, count in found.items())
    total, true = sum(sizes.values()), max(sizes.values())
    return {
        "precision": round(precision / total, 4),
        "recall": round(recall / total, 4),
        "largest": largest,
        "largest_to_true": round(largest / true, 3),
    }
