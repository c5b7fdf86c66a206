"""Reading articles: how many a second, how the time grows with the text, and what a tokenizer alone costs.

Reading computes and waits for nothing, so that all times are processor times, of one core. A typical
article is as long as the median one of the newspaper corpora the reader was tried on (3,540 characters of
840 articles, 3,930 of 84) and as full of quotation marks (4.4 and 4.7 in a thousand characters); its words
are ours.
"""

from functools import partial

from quotes.text.reading import read
from tests.benchmarks.measuring import percentile, processor_milliseconds, report
from tests.benchmarks.pages import Stories
from tests.benchmarks.peers import Tokenizer

ARTICLES = 100
TYPICAL = 3_600  # characters
FIRST, LAST = 1_000, 1_024_000  # characters
ROUNDS = 3
TURNS = 3
LONG = 64_000  # characters; longer texts are read once, which is enough of a time to compare


def run() -> None:
    """Measure typical articles, then texts from 1 kB to 1 MB, each twice as long as the one before."""
    articles = Stories(seed=1).typical(ARTICLES, TYPICAL)
    _typical(articles)
    _against_tokenizer(articles)
    _growth()


def _typical(articles: list[str]) -> None:
    taken = [processor_milliseconds(partial(read, article), ROUNDS) for article in articles]
    mean = sum(taken) / len(taken)
    report(
        bench="read",
        articles=len(articles),
        characters=sum(map(len, articles)) // len(articles),
        articles_a_second_a_core=round(1000 / mean, 1),
        mean_ms=round(mean, 3),
        p50_ms=percentile(taken, 0.5),
        p99_ms=percentile(taken, 0.99),
    )


def _against_tokenizer(articles: list[str]) -> None:
    """Read and tokenize the same articles by turns, so that both have the same machine."""
    peer = Tokenizer.installed()
    if peer is None:
        report(bench="read against a peer", skipped=Tokenizer.missing)
        return
    ours: list[float] = []
    theirs: list[float] = []
    for article in articles:
        theirs.append(processor_milliseconds(partial(peer.ask, article), ROUNDS))
        ours.append(processor_milliseconds(partial(read, article), ROUNDS))
    mean, peer_mean = sum(ours) / len(ours), sum(theirs) / len(theirs)
    report(
        bench="read against a peer",
        articles=len(articles),
        mean_ms=round(mean, 3),
        peer=peer.name,
        peer_mean_ms=round(peer_mean, 3),
        times=round(mean / peer_mean, 1),
    )


def _growth() -> None:
    """Tell how much longer a text of twice the length takes, for each shape of text."""
    stories = Stories(seed=2)
    before: dict[str, float] = {}
    size = FIRST
    while size <= LAST:
        for shape, text in stories.shapes(size):
            taken = processor_milliseconds(partial(read, text), TURNS if size <= LONG else 1)
            if shape in before:
                report(
                    bench="read growth",
                    shape=shape,
                    characters=[size // 2, size],
                    ms=[round(before[shape], 3), round(taken, 3)],
                    growth=round(taken / before[shape], 2),
                )
            before[shape] = taken
        size *= 2
