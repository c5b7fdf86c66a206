"""Clients that generators make from the document, tried on a live server; both are made anew each time."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TYPESCRIPT = HERE / "typescript"
FOUND = {
    "speaker": "Danek Orsolan",
    "via": "VETA",
    "listed": 2,
    "origins": ["VETA"],
    "refused": "refused",
}
needs_node = pytest.mark.skipif(
    not (shutil.which("node") and (TYPESCRIPT / "node_modules").exists()),
    reason="node is missing, or what it needs: `npm ci --prefix tests/api/live/typescript`",
)


@pytest.fixture(scope="module")
def document(api, tmp_path_factory):
    """The OpenAPI document as the server hands it out, in a file."""
    path = tmp_path_factory.mktemp("document") / "schema.json"
    path.write_bytes(api.get("schema.json").content)
    return path


def run(*command, **kwargs):
    done = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False, **kwargs)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_generated_python_client_works(newsroom, document, secret, tmp_path):
    made = ("--path", document, "--output-path", tmp_path / "via_client", "--meta", "none")
    options = ("--config", HERE / "openapi-python-client.yaml", "--fail-on-warning")
    run(sys.executable, "-m", "openapi_python_client", "generate", *made, *options)

    told = run(
        sys.executable,
        HERE / "smoke.py",
        newsroom.url,
        secret,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )

    assert json.loads(told) == FOUND


@needs_node
@pytest.mark.full
@pytest.mark.timeout(300)
def test_generated_typescript_client_works(newsroom, document, secret, tmp_path):
    shutil.copy(TYPESCRIPT / "smoke.ts", tmp_path)
    programs = TYPESCRIPT / "node_modules" / ".bin"
    made = ("--input", document, "--output", "via", "--no-log-file")
    run(programs / "openapi-ts", *made, cwd=tmp_path)
    options = ("--strict", "--target", "es2022", "--module", "commonjs", "--moduleResolution", "node10")
    options += ("--lib", "es2022,dom,dom.iterable", "--outDir", "js")
    run(programs / "tsc", *options, "smoke.ts", cwd=tmp_path)

    told = run("node", "js/smoke.js", newsroom.url, secret, cwd=tmp_path)

    assert json.loads(told) == FOUND
