from quotes.graph.joining import Joining


def test_keeps_apart_what_a_group_took_over() -> None:
    joining = Joining({1: 1, 2: 1, 3: 1, 4: 1}, [(1, 4)])
    assert [joining.join(1, 2), joining.join(2, 3), joining.join(4, 3)] == [True, True, False]
    assert joining.groups() == ((1, 2, 3), (4,))


def test_joins_what_is_joined_without_a_change() -> None:
    joining = Joining({1: 1, 2: 1}, [])
    assert [joining.join(1, 2), joining.join(2, 1)] == [True, True]
    assert joining.members(2) == (1, 2)
