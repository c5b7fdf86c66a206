import pytest

from api.parsers import DEEPEST, parsed
from api.problems import RefusedBody, TooLarge, UnreadableBody


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        (b'{"a": NaN}', "/a", "no_number"),
        (b'{"a": [1, -Infinity]}', "/a/1", "no_number"),
        (b'{"a": 1e999}', "/a", "no_number"),
        (b'{"a": {"b/c": 1, "b/c": 2}}', "/a/b~1c", "repeated_member"),
        (b'{"a": "\\u0000"}', "/a", "unprintable"),
        (b'{"a": "\\ud800"}', "/a", "unprintable"),
        (b'{"\\u0000": 1}', "", "unprintable"),
        (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), "/0" * DEEPEST, "too_deep"),
    ],
)
def test_parsed_points_to_what_it_cannot_take(body, pointer, code):
    with pytest.raises(RefusedBody) as refused:
        parsed(body)

    assert [(fault.pointer, fault.code) for fault in refused.value.faults] == [(pointer, code)]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff", b"{'a': 1}", b'{"a": 01}', b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}"]
)
def test_parsed_says_what_is_no_json(body):
    with pytest.raises(UnreadableBody) as refused:
        parsed(body)

    assert [(fault.pointer, fault.code) for fault in refused.value.faults] == [("", "not_json")]


def test_parsed_takes_no_more_than_the_limit(settings):
    settings.API_MAX_BODY_BYTES = 10

    with pytest.raises(TooLarge):
        parsed(b'"' + b"a" * 20 + b'"')


def test_parsed_takes_what_is_as_deep_as_it_may_be():
    assert parsed(b"[" * DEEPEST + b"]" * DEEPEST) != []
