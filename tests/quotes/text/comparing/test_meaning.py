import pytest

from quotes.text.comparing.relation import relate
from quotes.text.comparing.types import ChangeKind, Printing

N, M, Q, C, T = (
    ChangeKind.NEGATION,
    ChangeKind.MODALITY,
    ChangeKind.QUANTITY,
    ChangeKind.CONDITION,
    ChangeKind.TENSE,
)
NUMBER, DATE, NAME = ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.NAME


def changes(one: str, other: str) -> list[tuple[ChangeKind, str | None, str | None]]:
    found = relate(Printing(one, "Ada Rowe", "2024-03-02"), Printing(other, "Rowe", "2024-03-02"))
    return [(c.kind, c.a and c.a.of(one), c.b and c.b.of(other)) for c in found.changes]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("We will never flood the valley", "We will flood the valley", [(N, "never", None)]),
        ("The dam does not leak at night", "The dam leaks at night", [(N, "not", "leaks")]),
        ("A breach is likely this winter", "A breach is unlikely this winter", [(N, "likely", "unlikely")]),
        (
            "The dam cost 20 million crowns",
            "The dam cost 30 million crowns",
            [(NUMBER, "20 million crowns", "30 million crowns")],
        ),
        ("The weir will open in March", "The weir will open in April", [(DATE, "March", "April")]),
        ("The weir will open on Monday", "The weir will open on Friday", [(DATE, "Monday", "Friday")]),
        ("No weir opens this year", "No weir opens this week", [(DATE, "this year", "this week")]),
        ("We trust Minister Hale entirely", "We trust Minister Okafor entirely", [(NAME, "Hale", "Okafor")]),
        ("All farmers backed the new dam", "Some farmers backed the new dam", [(Q, "All", "Some")]),
        ("Half the valley voted against it", "The valley voted against it", [(Q, "Half", None)]),
        ("We will rebuild the old mill", "We may rebuild the old mill", [(M, "will", "may")]),
        ("You must leave the lower village", "You should leave the lower village", [(M, "must", "should")]),
        (
            "We will rebuild the mill if the river falls.",
            "We will rebuild the mill.",
            [(C, "if the river falls", None)],
        ),
        (
            "Unless it rains, we will rebuild the mill",
            "We will rebuild the mill",
            [(C, "Unless it rains", None)],
        ),
        ("The river is above the bridge", "The river was above the bridge", [(T, "is", "was")]),
        ("The wall holds back the flood", "The wall held back the flood", [(T, "holds", "held")]),
        ("We are not a rich valley", "a rich valley", [(N, "not", None)]),
    ],
)
def test_flags_a_change_of_meaning(
    one: str, other: str, expected: list[tuple[ChangeKind, str | None, str | None]]
) -> None:
    assert changes(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We won’t flood the valley", "We will not flood the valley"),
        ("The dam cost twenty million crowns", "The dam cost 20,000,000 crowns"),
        ("The old dam is truly strong enough", "The old dam is really strong enough"),
        ("We are proud of the new weir", "We’re proud of the new weir"),
        ("Hale signed the river treaty", "Minister Hale signed the river treaty"),
        ("The United Nations sent us boats", "The UN sent us boats"),
        ("We will mend the wall. Nobody slept that night. We will mend the bridge.",
         "We will mend the wall. We will mend the bridge."),
        ("overwhelming pumping power", "If it rains we need overwhelming pumping power"),
        ("I had never seen the river so high", "I had never seen that river so high"),
    ],
)  # fmt: skip
def test_flags_nothing_when_the_meaning_stays(one: str, other: str) -> None:
    assert changes(one, other) == []


def test_says_what_changed_in_a_sentence() -> None:
    found = relate(Printing("We will rebuild the old mill"), Printing("We may rebuild the old mill"))
    assert [change.sentence for change in found.changes] == [
        "One printing has “will”, the other “may”: how certain or binding it is differs."
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("I have no money for it", "I do not have any money for it", []),
        ("I think he will not come back", "I do not think he will come back", []),
        ("Hale hired Okafor in the spring", "Okafor hired Hale in the spring", [(NAME, "Hale", "Okafor")]),
        ("I never said that the dam was safe", "the dam was safe", [(N, "never said that", None)]),
        ("If it rains, we shall leave the mill", "we shall leave the mill", []),
        (
            "We failed to warn the lower valley",
            "We warned the lower valley",
            [(N, "failed to warn", "warned")],
        ),
        ("We shall open the mill when it is dry", "We shall open the mill.", [(C, "when it is dry", None)]),
        ("When I was a boy, the mill was open", "… the mill was open", []),
        ("The council backed the old weir", "The council opposed the old weir", [(N, "backed", "opposed")]),
    ],
)  # fmt: skip
def test_reads_the_words_around_a_change(
    one: str, other: str, expected: list[tuple[ChangeKind, str | None, str | None]]
) -> None:
    assert changes(one, other) == expected
