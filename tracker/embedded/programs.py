"""Via's own programs, as the supervisor starts them: web, worker, beat."""

import http.client
import os
import socket

from tracker.embedded.children import Plan
from tracker.embedded.state import State


def web(state: State, listener: socket.socket) -> Plan:
    """Gunicorn on a socket that already listens: no other program can take the port in between."""
    port = listener.getsockname()[1]
    return Plan(
        name="Web",
        words=[
            *("module", "gunicorn", "tracker.wsgi", "--bind", f"fd://{listener.fileno()}", "--preload"),
            *("--workers", "2", "--threads", "4", "--graceful-timeout", "3", "--no-control-socket"),
            *("--access-logfile", "-", "--limit-request-line", "8190"),  # a long text to look up is in a link
        ],
        log=state.logs / "web.log",
        is_ready=lambda: _answers(port),
        told=f"at {url_of(port)}",
        keep_open=[listener.fileno()],
    )


def worker(state: State) -> Plan:
    """Celery's worker, for every queue that the settings name."""
    return _celery(state, "Worker", ["worker", "--concurrency", "2", "--without-gossip", "--without-mingle"])


def beat(state: State) -> Plan:
    """Celery's clock, its memory in the state directory."""
    return _celery(
        state, "Beat", ["beat", "--pidfile=", "--schedule", str(state.directory / "beat-schedule")]
    )


def url_of(port: int) -> str:
    """Answer the web's address."""
    return f"http://127.0.0.1:{port}"


def _celery(state: State, name: str, words: list[str]) -> Plan:
    ready = state.directory / f"{name.lower()}.ready"
    ready.unlink(missing_ok=True)
    return Plan(
        name=name,
        words=["module", "celery", "--app", "tracker", *words, "--loglevel", "INFO"],
        log=state.logs / f"{name.lower()}.log",
        is_ready=lambda: os.path.exists(ready),
        told="ready",
        environ={"VIA_READY_FILE": str(ready)},
    )


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1.0)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
