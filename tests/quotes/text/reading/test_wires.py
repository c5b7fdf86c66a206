"""Wires: short copy in the manner of the agencies, with the chain of every quote in order.

In wires.txt a line of "%%" parts the wires; "= Speaker < Agency < Agency" is the chain of each quote in turn.
manners.txt has sentences in the manners of many houses: titles before names, records, readings, programmes.
"""

from pathlib import Path

import pytest

from quotes.text.reading import read

_WIRES = [
    wire
    for name in ("wires.txt", "manners.txt")
    for wire in Path(__file__).with_name(name).read_text(encoding="utf-8").split("\n%%\n")
]


@pytest.mark.parametrize("wire", _WIRES, ids=range(1, len(_WIRES) + 1))
def test_reads_the_chains_of_a_wire(wire: str) -> None:
    text, *lines = wire.strip().split("\n= ")

    chains = [[hop.source for hop in found.chain] for found in read(text).quoted]

    assert chains == [line.split(" < ") for line in lines]
