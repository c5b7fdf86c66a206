"""Exchange: records in, records out, and what is refused."""

from typing import Any

import pytest

from quotes.text.reading.exchange import BadRecordError, extracted


def test_extracted_answers_in_the_shape_of_the_command() -> None:
    text = "“We stay,” Mara Quill told CNN on Friday."

    answer = extracted(
        {"id": "a1", "text": text, "outlet": "Ostrel Gazette", "date": "2024-05-03", "byline": "B. Ink"}
    )

    assert answer == {
        "article_id": "a1",
        "article": {
            "title": None,
            "byline": ["B. Ink"],
            "published_at": "2024-05-03",
            "dateline": None,
            "credit": None,
        },
        "quotes": [
            {
                "start": 1,
                "end": 8,
                "segments": [[1, 8]],
                "text": "We stay",
                "kind": "direct",
                "speaker": "Mara Quill",
                "cue": "told",
                "chain": ["CNN"],
                "hops": [
                    {"source": "Mara Quill", "basis": "explicit", "start": 11, "end": 21},
                    {"source": "CNN", "basis": "explicit", "start": 22, "end": 30},
                ],
                "confidence": answer["quotes"][0]["confidence"],
            }
        ],
    }


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("the Press Trust of India", "Press Trust of India"),
        ("the Press Trust of India (PTI)", "PTI"),
        ("PTI", "PTI"),
        ("CNN", "CNN"),
    ],
)
def test_extracted_names_an_agency_as_the_article_does(told: str, name: str) -> None:
    answer = extracted({"id": "a1", "text": f"“We stay,” Mara Quill told {told} on Friday."})

    (quote,) = answer["quotes"]
    assert (quote["chain"], quote["hops"][1]["source"]) == ([name], name)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ([], 'not an object; give one object a line, as {"id": "a1", "text": "…"}'),
        ({"text": "x"}, '"id" is missing or no string; give each article an id of its own'),
        ({"id": "a"}, '"text" is missing or no string; give the article\'s text'),
        ({"id": "a", "text": 3}, '"text" is missing or no string; give the article\'s text'),
        ({"id": "a", "text": "x", "title": 3}, '"title" is no string; give a string or leave it out'),
        (
            {"id": "a", "text": "x", "date": "14 Aug"},
            "\"date\" '14 Aug' is no date; write it as 2023-08-14 or 2023-08-14T08:18",
        ),
        (
            {"id": "a", "text": "x", "language": "pt"},
            '"language" “pt” is not a language the reader knows; give one of de, en, es, fr or leave it out',
        ),
        (
            {"id": "a", "text": "x", "byline": 7},
            '"byline" is neither a string nor a list of strings; give the names of the writers',
        ),
    ],
)
def test_extracted_refuses_a_bad_record(record: Any, message: str) -> None:
    with pytest.raises(BadRecordError) as refused:
        extracted(record)

    assert str(refused.value) == message
