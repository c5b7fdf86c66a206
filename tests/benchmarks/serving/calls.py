"""The calls: each list as people ask for it, near its head and deep inside, and look-ups of altered words."""

import random
from collections.abc import Iterator, Sequence
from functools import partial

import httpx

from api.ordering import place
from api.pagination import PAGE_SIZE, Cursor
from api.views.appearances import IN_PRINT, Appearances
from quotes.models import Appearance
from tests.benchmarks.matching.printings import Print
from tests.benchmarks.measuring import milliseconds, percentile, report

TIMES = 60
_WARM = 5
Calls = dict[str, list[str]]


def measure(size: int, client: httpx.Client, printed: Sequence[Print]) -> None:
    """Ask, and report each kind of call; then ours beside the plain list's."""
    drawn = random.Random(size)
    lists = _lists(drawn, printed)
    taken = {name: _taken(client, addresses) for name, addresses in lists.items()}
    for name, times in taken.items():
        _report("list", size, name, times)
    texts = [drawn.choice(printed).text for _ in range(TIMES)]
    looked_up = [partial(_look_up, client, _misremembered(drawn, text)) for text in texts]
    milliseconds(looked_up[:_WARM])
    _report("look-up over HTTP", size, "misremembered words", milliseconds(looked_up))
    plain = {
        "first page": _taken(client, ["/plain/appearances/"] * TIMES),
        "deep page": _taken(client, [f"/plain/appearances/?page={page}" for page in _pages(drawn, size)]),
    }
    for name, times in plain.items():
        _report("plain ModelViewSet", size, name, times)
        ours = taken[f"appearances, {name}"]
        report(
            bench="plain list to ours",
            stored=size,
            call=name,
            ratio_p50=round(percentile(times, 0.5) / percentile(ours, 0.5), 1),
            ratio_p95=round(percentile(times, 0.95) / percentile(ours, 0.95), 1),
        )


def _lists(drawn: random.Random, printed: Sequence[Print]) -> Calls:
    speakers = [f"Speaker {drawn.choice(printed).speaker}" for _ in range(TIMES)]
    words = [" ".join(drawn.choice(printed).text.split()[:3]) for _ in range(TIMES)]
    numbers = [drawn.randint(1, 400) for _ in range(TIMES)]
    api = "/api/v1"
    return {
        "appearances, first page": [f"{api}/appearances"] * TIMES,
        "appearances, deep page": [f"{api}/appearances?cursor={cursor}" for cursor in _cursors(drawn)],
        "appearances of a speaker": [f"{api}/appearances?speaker={name}" for name in speakers],
        "appearances of an outlet": [f"{api}/appearances?outlet=Ledger {number}" for number in numbers],
        "appearances through an agency": [f"{api}/appearances?via=Agency {1 + n % 20}" for n in numbers],
        "appearances with words": [f"{api}/appearances?q={text}" for text in words],
        "quotes, first page": [f"{api}/quotes"] * TIMES,
        "quotes of a speaker": [f"{api}/quotes?speaker={name}" for name in speakers],
        "quotes with printings and provenance": [f"{api}/quotes?expand=appearances,provenance"] * TIMES,
        "articles of an outlet": [f"{api}/articles?outlet=Ledger {number}" for number in numbers],
        "matches, first page": [f"{api}/matches"] * TIMES,
        "sources, first page": [f"{api}/sources"] * TIMES,
    }


def _cursors(drawn: random.Random) -> Iterator[str]:
    """Yield cursors from anywhere in the list."""
    last = Appearance.objects.latest("pk").pk
    first = next(iter(Appearances.orders))
    for _ in range(TIMES):
        row = (
            Appearance.objects.select_related("article").filter(pk__gte=drawn.randint(1, last)).earliest("pk")
        )
        yield Cursor(first, False, place(IN_PRINT, row)).encoded()


def _pages(drawn: random.Random, size: int) -> list[int]:
    return [drawn.randint(1, size // PAGE_SIZE) for _ in range(TIMES)]


def _misremembered(drawn: random.Random, text: str) -> str:
    words = text.split()
    if len(words) > 6:
        words.pop(drawn.randrange(len(words)))
    return " ".join(words)


def _taken(client: httpx.Client, addresses: list[str]) -> list[float]:
    calls = [partial(_get, client, address) for address in addresses]
    milliseconds(calls[:_WARM])
    return milliseconds(calls)


def _get(client: httpx.Client, address: str) -> None:
    client.get(address).raise_for_status()


def _look_up(client: httpx.Client, text: str) -> None:
    client.post("/api/v1/quotes/lookup", json={"text": text}).raise_for_status()


def _report(bench: str, size: int, name: str, times: list[float]) -> None:
    shares = {f"p{round(share * 100)}_ms": percentile(times, share) for share in (0.5, 0.95)}
    report(bench=bench, stored=size, call=name, **shares, most_ms=round(max(times), 1))
