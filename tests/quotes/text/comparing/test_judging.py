import pytest

from quotes.text.comparing.judging import judge, strength
from quotes.text.comparing.types import ChangeKind, Comparison, MeaningChange, Relation
from quotes.text.spans import Span

CHANGE = MeaningChange(ChangeKind.NEGATION, Span(0, 3), None, "“not” stands in one printing only.")


@pytest.mark.parametrize(
    ("comparison", "judgement"),
    [
        (Comparison(Relation.CONTAINED, 0.9, "b"), "same"),
        (Comparison(Relation.EDITED, 0.9, "b", changes=(CHANGE,)), "altered"),
        (Comparison(Relation.CONTAINED, 0.4, "b"), "unsure"),
        (Comparison(Relation.EDITED, 0.2, "b"), "different"),
        (Comparison(Relation.STOCK, 0.9, "b"), "different"),
        (Comparison(Relation.DIFFERENT, 0.9, "b"), "different"),
    ],
)
def test_suggests_a_judgement(comparison: Comparison, judgement: str) -> None:
    assert judge(comparison) == judgement


def test_names_a_strength_for_each_relation_that_ties() -> None:
    found = {relation.value: strength(Comparison(relation, 0.9, "a")) for relation in Relation}
    assert found == {
        "exact": "exact",
        "typographic": "exact",
        "contained": "contained",
        "truncated": "contained",
        "spliced": "contained",
        "edited": "near",
        "retranslated": "retold",
        "different": None,
        "stock": None,
    }


def test_ties_an_unlikely_rendering_as_a_rewording() -> None:
    assert strength(Comparison(Relation.RETRANSLATED, 0.6, "a")) == "reworded"
