"""The live API answers as its OpenAPI document says, whatever schemathesis thinks of sending."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from quotes.models import Token
from quotes.models.roles import ROLES
from tests.api.schema import calls
from tests.api.world import World, fixed
from tests.factories import TokenFactory, UserFactory

ROOT = Path(__file__).parents[3]
NUMBERS = {
    "articles": (6, 8),
    "quotes": (5, 23),
    "appearances": (7, 9, 25),
    "matches": (20, 22),
    "sources": (1, 2, 24),
    "speakers": (1,),
    "outlets": (3, 4),
    "acts": (21,),
    "jobs": (27, 28, 29),
    "exports": (29,),
}
MADE = ("articles_retry", "matches_withdraw", "quotes_merge", "sources_merge", "jobs_resume", "exports_file")
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "missing_required_header",
    "unsupported_method",
    "allow_header_conformance",
    "negative_data_rejection",
    "ensure_resource_availability",
)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder(tmp_path):
    """A folder that says with which tokens to call, and about which rows; they are made."""
    World()
    users = {role: UserFactory(groups=[role]) for role in ROLES}
    for name in (*MADE, "quotes_lookup"):
        calls.prepare(name, users["editor"])
    made = {role: TokenFactory(user=user, scopes=Token.Scope.values) for role, user in users.items()}
    known = {
        "tokens": {role: f"via_{token.name}" for role, token in made.items()},
        "ids": {name: [str(fixed(one)) for one in numbers] for name, numbers in NUMBERS.items()},
    }
    (tmp_path / "known.json").write_text(json.dumps(known), "utf-8")
    return tmp_path


def drive(url, folder, *options):
    """Have schemathesis call a live server. Return what it found, how many calls it thought of, the statuses.

    It runs as a program of its own: pytest neither loads it nor opens a socket for it.
    """
    program = [
        str(Path(sys.executable).with_name("st")),
        *("run", f"{url}/api/v1/schema.json", "--checks", ",".join(CHECKS), "--no-color"),
        *("--continue-on-failure", "--seed", "1", "--generation-database", "none"),
        *("--generation-with-security-parameters", "false", "--request-timeout", "60"),
        *("--report", "json", "--report-json-path", str(folder / "report.json"), *options),
    ]
    env = os.environ | {"VIA_DRIVING": str(folder), "SCHEMATHESIS_HOOKS": "tests.api.schema.driving"}
    done = subprocess.run(
        program, cwd=folder, env=env | {"PYTHONPATH": str(ROOT)}, text=True, capture_output=True, check=False
    )
    told = done.stdout[done.stdout.find("FAILURES") :] if done.returncode else ""
    report = json.loads((folder / "report.json").read_text("utf-8"))
    statuses: Counter[str] = Counter()
    for call, times in json.loads((folder / "statuses.json").read_text("utf-8")).items():
        statuses[call.rpartition(" ")[2]] += times
    print(told, report["test_cases"], dict(sorted(statuses.items())))  # pytest cuts what it compares
    return told + done.stderr, report["test_cases"]["generated"], statuses


@pytest.mark.timeout(600)  # on a busy machine
def test_answers_as_documented(live_server, folder):
    phases = ("--phases", "examples,fuzzing,stateful")

    found, thought_of, statuses = drive(live_server.url, folder, *phases, "--max-examples", "3")

    assert found == ""
    assert thought_of > 200
    assert {"200", "201", "301", "304", "400", "401", "403", "404", "422"} <= statuses.keys()


@pytest.mark.full
@pytest.mark.timeout(7200)
def test_answers_eight_thousand_calls_as_documented(live_server, folder):
    phases = ("--phases", "examples,coverage,fuzzing,stateful")

    found, thought_of, _ = drive(live_server.url, folder, *phases, "--max-examples", "130", "--workers", "2")

    assert found == ""
    assert thought_of >= 8000
