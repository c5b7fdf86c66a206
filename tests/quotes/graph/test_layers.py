"""Layers: givers above takers, in rows that fit."""

from quotes.graph.layers import Place, Step, laid


def rows(
    steps: list[Step], *, names: tuple[str, ...] = (), bottom: tuple[str, ...] = (), widest: int = 5
) -> list[list[str]]:
    places = laid(names, steps, bottom=bottom, widest=widest)
    count = max((place.row for place in places.values()), default=-1) + 1
    return [
        sorted((n for n, p in places.items() if p.row == row), key=lambda n: places[n].column)
        for row in range(count)
    ]


def test_lay_the_wire_above_its_outlets() -> None:
    steps = [Step("Kim", "KCNA"), Step("KCNA", "Reuters"), Step("Reuters", "Times"), Step("KCNA", "Post")]

    assert rows(steps, bottom=("Times", "Post")) == [["Kim"], ["KCNA"], ["Reuters"], ["Times", "Post"]]


def test_put_outlets_that_name_nobody_lowest() -> None:
    steps = [Step("Kim", "KCNA"), Step("KCNA", "Times")]

    assert rows(steps, names=("Echo",), bottom=("Echo", "Times")) == [["Kim"], ["KCNA"], ["Echo", "Times"]]


def test_keep_an_outlet_that_passes_words_on_above_its_takers() -> None:
    steps = [Step("Times", "Post"), Step("Times", "Echo", suggested=True)]

    assert rows(steps, bottom=("Times", "Post", "Echo")) == [["Times"], ["Post", "Echo"]]


def test_stand_below_those_the_words_came_from() -> None:
    steps = [Step("A", "y"), Step("B", "x"), Step("A", "z")]

    assert rows(steps, names=("A", "B")) == [["A", "B"], ["y", "z", "x"]]


def test_break_a_row_that_is_too_wide() -> None:
    steps = [Step("A", name) for name in "uvwxy"]

    assert rows(steps, widest=2) == [["A"], ["u", "v"], ["w", "x"], ["y"]]


def test_lay_out_a_circle() -> None:
    steps = [Step("A", "B"), Step("B", "C"), Step("C", "A"), Step("B", "B")]

    assert rows(steps) == [["A"], ["B"], ["C"]]


def test_lay_out_a_single_name_and_nothing() -> None:
    assert laid(["A"], [], bottom=["A"], widest=3) == {"A": Place(0, 0, 1)}
    assert laid([], [], bottom=[], widest=3) == {}


def test_lay_out_a_chain_longer_than_the_stack() -> None:
    steps = [Step(str(n), str(n + 1)) for n in range(3000)]

    assert laid([], steps, bottom=(), widest=3)["3000"].row == 3000
