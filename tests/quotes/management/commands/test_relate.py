import json
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core.management import call_command

GOOD = json.dumps(
    {"pair": 1, "a": {"text": "The river rose at noon"}, "b": {"text": "the river rose at noon"}}
)


def run(given: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[str], list[str]]:
    out, err = StringIO(), StringIO()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(given)))
    try:
        call_command("relate", stdout=out, stderr=err)
    except SystemExit as stopped:
        return int(str(stopped.code)), out.getvalue().splitlines(), err.getvalue().splitlines()
    return 0, out.getvalue().splitlines(), err.getvalue().splitlines()


def test_answers_each_line(monkeypatch: pytest.MonkeyPatch) -> None:
    code, answers, complaints = run(f"{GOOD}\n\n{GOOD}\n".encode(), monkeypatch)
    assert [json.loads(line)["relation"] for line in answers] == ["typographic", "typographic"]
    assert (code, complaints) == (0, [])


def test_names_each_bad_line_and_answers_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    given = b"\n".join([b"nonsense", GOOD.encode(), b'{"pair": 3}', b"\xff", b"[" * 100_000])
    code, answers, complaints = run(given, monkeypatch)
    assert (code, len(answers)) == (1, 1)
    assert complaints == [
        "line 1: no JSON (Expecting value at column 1): give one object a line",
        'line 3: "a" is no object: give {"text": …}',
        "line 4: no UTF-8 (byte 1): save the file as UTF-8",
        "line 5: nested too deeply: give one flat object a line",
    ]
