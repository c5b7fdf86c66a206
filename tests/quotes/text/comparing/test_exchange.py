import pytest

from quotes.text.comparing.exchange import answer

A = {"text": "We will never flood the valley", "speaker": "Ada Rowe", "date": "2024-03-02"}
B = {"text": "“We will flood the valley,”", "speaker": "Rowe", "date": "2024-03-02", "via": ["Tidewire"]}


def test_answers_a_pair() -> None:
    found = answer({"pair": 7, "a": A, "b": B})
    score = found.pop("score")
    assert found == {
        "pair": 7,
        "relation": "edited",
        "meaning_changed": True,
        "changes": [{"kind": "negation", "a": [8, 13], "b": None}],
    }
    assert isinstance(score, float)
    assert 0.5 < score < 1


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ([1], 'not an object: give {"a": {"text": …}, "b": {"text": …}}'),
        ({"b": B}, '"a" is no object: give {"text": …}'),
        ({"a": A, "b": {}}, '"b" has no "text": give the words as printed'),
        ({"a": A, "b": {"text": 5}}, '"text" of "b" is no text: give a string, or leave it out'),
        (
            {"a": A, "b": B | {"via": [1]}},
            '"via" of "b" is no list of names: give ["KCNA", …], or leave it out',
        ),
        (
            {"a": A, "b": B, "said_in": 3},
            '"said_in" of the record is no text: give a string, or leave it out',
        ),
    ],
)
def test_says_what_is_wrong_with_a_record(record: object, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is compared in full
        answer(record)
    assert str(caught.value) == message
