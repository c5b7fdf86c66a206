"""The server that is measured: gunicorn as the image runs it, on the benchmark's own database."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[3]
_STARTS_IN = 120  # seconds, on a busy machine


@contextmanager
def serving() -> Iterator[httpx.Client]:
    """Start gunicorn with two workers of four threads; yield a client; end it."""
    parts = urlsplit(settings.DATABASE_URL)
    database = urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))
    names = {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.benchmarks.serving.settings"}
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        address = f"fd://{listener.fileno()}"
        command = [sys.executable, "-m", "gunicorn", "tracker.wsgi", "--bind", address, "--preload"]
        command += ["--workers", "2", "--threads", "4", "--log-level", "error"]
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **names}, pass_fds=[listener.fileno()], stderr=sys.stderr
        )
        port = listener.getsockname()[1]
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
                _wait(client, server)
                yield client
        finally:
            server.terminate()
            server.wait(30)


def _wait(client: httpx.Client, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _STARTS_IN
    while time.monotonic() < end and server.poll() is None:
        try:
            client.get("/api/v1/").raise_for_status()
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("gunicorn does not answer: it says why above")
