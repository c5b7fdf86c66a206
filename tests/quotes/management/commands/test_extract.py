"""`manage.py extract`: lines in, lines out, bad lines named, no database."""

import json
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[4]


def extract(lines: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "manage.py", "extract"]
    return subprocess.run(command, cwd=_ROOT, input=lines, capture_output=True, timeout=100, check=False)


def test_extract_answers_each_article_on_a_line() -> None:
    articles = [{"id": "a1", "text": "“We stay,” Mara Quill said."}, {"id": 2, "text": "It rained.\ud800"}]

    done = extract("\n\n".join(json.dumps(article) for article in articles).encode())

    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [
        (answer["article_id"], [quote["speaker"] for quote in answer["quotes"]]) for answer in answers
    ] == [
        ("a1", ["Mara Quill"]),
        (2, []),
    ]
    assert (done.returncode, done.stderr) == (0, b"")


def test_extract_names_bad_lines_and_answers_the_others() -> None:
    done = extract(
        b'nonsense\n{"id": "a"}\n\xff\n{"id": "b", "text": "x", "date": "soon"}\n{"id": "c", "text": "x"}\n'
    )

    assert [json.loads(line)["article_id"] for line in done.stdout.splitlines()] == ["c"]
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "line 1: not JSON (Expecting value: line 1 column 1 (char 0)); give one JSON object a line",
        'line 2: "text" is missing or no string; give the article\'s text',
        "line 3: not UTF-8 at byte 1; save the file as UTF-8",
        "line 4: \"date\" 'soon' is no date; write it as 2023-08-14 or 2023-08-14T08:18",
    ]
