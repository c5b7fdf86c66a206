"""The container's health check against a real web server."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.tracker.embedded.copies import ROOT
from tracker.healthcheck import host

SCRIPT = ROOT / "tracker" / "healthcheck.py"


class _Picky(BaseHTTPRequestHandler):
    """Answers /healthz for one host name only, as Django does."""

    def do_GET(self) -> None:
        known = (self.path, self.headers["Host"]) == ("/healthz", "via.example.org")
        self.send_response(200 if known else 400)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture
def port() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Picky) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield str(server.server_port)
        server.shutdown()
        thread.join()


def _check(port: str, allowed: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, str(SCRIPT), port]
    return subprocess.run(words, env={"ALLOWED_HOSTS": allowed}, capture_output=True, text=True, check=False)


def test_passes_where_the_web_answers(port: str) -> None:
    done = _check(port, "via.example.org, other.example.org")

    assert (done.returncode, done.stderr) == (0, "")


def test_fails_where_the_web_answers_with_an_error(port: str) -> None:
    done = _check(port, "stranger.example.org")

    assert (done.returncode, done.stderr) == (
        1,
        f"The web on port {port} answers with status 400 to /healthz.\n",
    )


def test_fails_where_nothing_listens() -> None:
    done = _check("1", "via.example.org")

    assert done.returncode == 1
    assert done.stderr.startswith("The web does not answer on port 1: ")


@pytest.mark.parametrize(
    ("allowed", "asked"),
    [("a.org,b.org", "a.org"), (".a.org", "a.org"), ("*", "127.0.0.1"), ("", "127.0.0.1")],
)
def test_asks_under_a_name_that_is_allowed(allowed: str, asked: str) -> None:
    assert host({"ALLOWED_HOSTS": allowed}) == asked
