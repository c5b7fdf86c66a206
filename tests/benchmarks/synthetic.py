"""Synthetic names: nobody bears them."""

import random

SYLLABLES = [
    *("ka", "lor", "ven", "mi", "tas", "ul", "bre", "don", "shi", "ar", "nel", "po", "gru", "eth", "wy"),
    *("san", "ter", "quo", "fim", "dra"),
]


def name(draw: random.Random) -> str:
    """Draw a name of three or four syllables, in small letters."""
    return "".join(draw.choices(SYLLABLES, k=draw.randint(3, 4)))
