"""manage.py match: JSON lines in, the quotes printed twice or more out."""

import io
import json
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

pytestmark = pytest.mark.django_db

WORDS = "No lamp on the harbour wall will be lit before the ferry is back in service"
FIRST = {"qid": "1", "art": "a", "outlet": "A", "date": "2025-01-02", "text": WORDS, "source": "he"}
SECOND = {"qid": "2", "art": "b", "outlet": "B", "date": "2025-01-03", "text": f"“{WORDS}”", "source": None}


def match(monkeypatch: pytest.MonkeyPatch, *lines: Any) -> str:
    given = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    out = io.StringIO()
    call_command("match", stdout=out)
    return out.getvalue()


def test_match_writes_a_line_for_each_quote_printed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert match(monkeypatch, SECOND, "", FIRST) == '{"cluster": 1, "members": ["1", "2"]}\n'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "Line 2 is not a quote"),
        ("[]", "Line 2 is not a quote"),
        ({**SECOND, "text": 7}, "Line 2 is not a quote"),
        ({**SECOND, "text": " "}, "Line 2 has no text"),
        ({**SECOND, "art": None}, "Line 2 has no art"),
        ({**SECOND, "date": "March"}, "Line 2 has a date"),
        (FIRST, "Line 2 repeats the qid '1'"),
    ],
)
def test_match_names_the_line_it_cannot_use(monkeypatch: pytest.MonkeyPatch, line: Any, message: str) -> None:
    with pytest.raises(CommandError, match=message):
        match(monkeypatch, FIRST, line)
