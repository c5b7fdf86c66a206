"""Match articles in many processes at once: `python -m tests.faults.matchers PROCESSES ID…`.

Each process takes all the articles, in an order of its own, through the service of the task that workers
run. Prints how many articles were matched, and every error that came out, which is none.
"""

import os
import random
import sys
import traceback

import django


def main(processes: int, articles: list[int]) -> int:
    """Fork the processes, wait for all, and return how many of them failed."""
    django.setup()
    children = [_forked(number, articles) for number in range(processes)]
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


def _forked(number: int, articles: list[int]) -> int:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            _match_all(random.Random(number).sample(articles, len(articles)))
            status = 0
        except Exception:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(status)
    return child


def _match_all(articles: list[int]) -> None:
    from quotes.services.matching import match_article

    for article in articles:
        match_article(article_id=article)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), [int(number) for number in sys.argv[2:]]))
