"""Warming: the tables that comparing looks words up in, loaded before the first printing waits for them."""

from quotes.text.comparing.kinships import lemma
from quotes.text.comparing.relation import relate
from quotes.text.comparing.types import Printing

_SAMPLE = "Alpha beta gamma delta epsilon zeta eta theta"


def warm() -> None:
    """Load every table of comparing; a second call finds them loaded."""
    lemma(_SAMPLE)
    relate(Printing(_SAMPLE), Printing(f"{_SAMPLE} 1 iota kappa"))
    relate(Printing(_SAMPLE), Printing(_SAMPLE.replace("delta", "lambda")))
