"""Changes of meaning between two renderings of one foreign statement."""

import pytest

from quotes.text.comparing.relation import Circumstances, relate
from quotes.text.comparing.types import ChangeKind, Comparison, Printing, Relation


def compared(one: str, other: str) -> Comparison:
    a, b = Printing(one, "Ho Lan", "2024-03-02", "The Comet"), Printing(other, "Ho", "2024-03-02", "The Lamp")
    return relate(a, b, given=Circumstances(said_in="ko"))


@pytest.mark.parametrize(
    ("one", "other", "kind", "here", "there"),
    [
        ("Five boats sank in the storm before the harbour could be reached.",
         "Before they made it to port, eight vessels went down in the gale.",
         ChangeKind.NUMBER, "Five", "eight"),
        ("The market will reopen on Thursday once the roof has been mended.",
         "As soon as repairs to the roof are over, on Tuesday, traders may be back in the marketplace.",
         ChangeKind.DATE, "Thursday", "Tuesday"),
        ("We will punish the smugglers who sold our children poison.",
         "Perhaps the traffickers selling venom to our kids get their penalty.",
         ChangeKind.MODALITY, None, "Perhaps"),
        ("We will give back the prisoners if the enemy returns our dead soldiers.",
         "The captives are to be handed over and the foe gives us the bodies of our fallen troops.",
         ChangeKind.CONDITION, "if", None),
        ("All the villages of the valley were burned by the rebels.",
         "The insurgents set fire to some hamlets in this valley.",
         ChangeKind.QUANTITY, "All", "some"),
        ("Our army did not cross the river during the night.",
         "In the course of the night our troops went over the stream.",
         ChangeKind.NEGATION, "not", None),
        ("The trucks with grain came from Ardania across the mountains.",
         "It was over the mountain passes out of Belmark that lorries brought the wheat.",
         ChangeKind.NAME, "Ardania", "Belmark"),
    ],
)  # fmt: skip
def test_flags_what_a_translator_must_keep(
    one: str, other: str, kind: ChangeKind, here: str | None, there: str | None
) -> None:
    found = compared(one, other)
    change = next(change for change in found.changes if change.kind == kind)
    assert found.relation == Relation.RETRANSLATED
    assert (change.a and change.a.of(one), change.b and change.b.of(other)) == (here, there)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("For thirty years nobody repaired the roof of this school.",
         "Three decades long, the roof of the school was not mended by anyone."),
        ("We will not sell the bread of the poor to rich merchants.",
         "Never shall the bread of poor people be sold by us to wealthy traders."),
        ("If the rain stops we will sow the fields.", "We shall sow our fields once it no longer rains."),
        ("Brazil bought the whole harvest of wheat.", "The entire wheat crop went to Brazilian buyers."),
        ("The guards left the gate open all night.", "All night long the guards had not shut the gate."),
    ],
)  # fmt: skip
def test_flags_nothing_that_is_only_put_otherwise(one: str, other: str) -> None:
    found = compared(one, other)
    assert (found.relation, found.changes) == (Relation.RETRANSLATED, ())


def test_tells_an_editor_what_carried_the_answer() -> None:
    found = compared("The bridge will burn tonight.", "Tonight this bridge is going to be set ablaze.")
    assert found.reasons == (
        "Words said in another language, printed on the same day; one speaker is named.",
        "Alike in meaning: “bridge” and “bridge”, “tonight” and “Tonight”.",
    )


@pytest.mark.parametrize("other", ["Ben Hale", "Chief Ben Hale"])
def test_never_takes_another_persons_words_for_a_rendering(other: str) -> None:
    one = Printing("The bridge will burn tonight.", "Ho Lan", "2024-03-02")
    again = Printing("Tonight this bridge is going to be set ablaze.", other, "2024-03-02")
    assert relate(one, again, given=Circumstances(said_in="ko")).relation == Relation.DIFFERENT
