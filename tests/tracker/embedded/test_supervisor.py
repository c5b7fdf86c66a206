"""The supervisor with real servers: what it starts, refuses, notices, and leaves behind (nothing)."""

import os
import signal
import socket
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.tracker.embedded.conftest import StartCopy
from tests.tracker.embedded.copies import Copy, manage, processes_of, wait_until

SERVERS = ("dev", "--throwaway", "--only", "postgres,redis", "--exec")
SELECT_ONE = (
    "from django.db import connection; cursor = connection.cursor();"
    " cursor.execute('select 40 + 2'); print(cursor.fetchone()[0])"
)


def _serve(start: StartCopy, state: Path, **more: object) -> Copy:
    copy = start(state, "--only", "postgres,redis", **more)
    copy.wait_for("Ready.")
    return copy


def _server_named(state: Path, name: str) -> int:
    if name == "PostgreSQL":
        return int((state / "postgres" / "postmaster.pid").read_text().split()[0])
    return next(pid for pid, line in processes_of(state).items() if "valkey-server unixsocket:" in line)


def test_returns_exit_code_and_leaves_stdout_to_the_command(shared_state: Path) -> None:
    done = manage(*SERVERS, "echo out; echo err >&2; exit 7", state=shared_state)

    assert (done.returncode, done.stdout) == (7, "out\n")
    assert "PostgreSQL" in done.stderr


def test_returns_128_plus_n_where_a_signal_ends_the_command(shared_state: Path) -> None:
    done = manage(*SERVERS, "kill -TERM $$", state=shared_state)

    assert done.returncode == 128 + signal.SIGTERM


def test_says_nothing_when_quiet(shared_state: Path) -> None:
    done = manage(
        "dev", "--quiet", "--throwaway", "--only", "postgres,redis", "--exec", "true", state=shared_state
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_gives_the_command_working_urls(shared_state: Path) -> None:
    check = (
        "import os, psycopg, redis;"
        "database = psycopg.connect(os.environ['DATABASE_URL']);"
        "print(database.execute('show server_version_num').fetchone()[0][:2]);"
        "print(redis.from_url(os.environ['REDIS_URL']).ping())"
    )

    done = manage(*SERVERS, f'python -W ignore -c "{check}"', state=shared_state)

    assert done.stdout == "18\nTrue\n"


def test_refuses_a_second_copy_and_names_the_first(start_copy: StartCopy, shared_state: Path) -> None:
    first = _serve(start_copy, shared_state)

    second = manage(*SERVERS, "true", state=shared_state)

    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == (
        f"Via already runs here (process {first.process.pid}, state {shared_state}):"
        f" use that one, stop it with `kill {first.process.pid}`,"
        " or set VIA_STATE to another directory for a second copy.\n"
    )
    assert first.process.poll() is None


def test_joins_a_running_copy_from_another_process(start_copy: StartCopy, shared_state: Path) -> None:
    _serve(start_copy, shared_state)

    joined = manage("shell", "--no-imports", "-c", SELECT_ONE, state=shared_state)

    assert joined.stdout == "42\n"


def test_uses_the_servers_that_the_environment_names(tmp_path: Path, shared_state: Path) -> None:
    echo = "echo $DATABASE_URL $REDIS_URL"
    other = tmp_path / "other"
    inner = f"VIA_STATE={other} python manage.py dev --only postgres,redis --exec '{echo}'"

    done = manage(*SERVERS, f"{echo}; {inner}", state=shared_state)

    outer_urls, inner_urls = done.stdout.splitlines()
    assert inner_urls == outer_urls
    assert not (other / "postgres").exists()


def test_ends_with_0_on_ctrl_c_and_leaves_nothing(start_copy: StartCopy, shared_state: Path) -> None:
    copy = _serve(start_copy, shared_state)

    code = copy.end(signal.SIGINT)

    assert (code, processes_of(shared_state)) == (0, {})
    assert not (shared_state / "dev.json").exists()


def test_ends_the_command_and_its_children_when_told_to_end(
    start_copy: StartCopy, shared_state: Path
) -> None:
    copy = start_copy(shared_state, "--only", "postgres,redis", "--exec", "sleep 600 & sleep 601; sleep 602")
    wait_until(lambda: "sleep 601 " in processes_of(shared_state).values(), within=20)

    code = copy.end(signal.SIGTERM)

    assert (code, processes_of(shared_state)) == (128 + signal.SIGTERM, {})


@pytest.mark.parametrize("name", ["PostgreSQL", "Valkey"])
def test_notices_a_dead_child_and_stops_the_rest(
    start_copy: StartCopy, shared_state: Path, name: str
) -> None:
    copy = _serve(start_copy, shared_state)

    os.kill(_server_named(shared_state, name), signal.SIGKILL)

    assert copy.process.wait(20) == 1
    assert f"{name} ended by itself (signal SIGKILL)." in copy.stderr()
    wait_until(lambda: not processes_of(shared_state), within=5)
    assert processes_of(shared_state) == {}


def test_leaves_nothing_when_killed_and_starts_again(start_copy: StartCopy, shared_state: Path) -> None:
    copy = start_copy(shared_state, "--only", "postgres,redis", "--exec", "sleep 600 & sleep 601; sleep 602")
    wait_until(lambda: "sleep 601 " in processes_of(shared_state).values(), within=20)

    copy.end(signal.SIGKILL)
    again = manage(*SERVERS, "echo again", state=shared_state)

    assert (again.returncode, again.stdout) == (0, "again\n"), again.stderr
    wait_until(lambda: not processes_of(shared_state), within=10)
    assert processes_of(shared_state) == {}


def test_works_in_a_directory_too_long_for_a_socket(tmp_path: Path) -> None:
    state = tmp_path / ("long " * 20).strip() / ("ü" * 60)

    done = manage(*SERVERS, 'echo "$DATABASE_URL"', state=state)

    assert done.returncode == 0, done.stderr
    assert len(done.stdout) < 120
    assert (state / "postgres" / "PG_VERSION").exists()
    sockets = unquote(done.stdout.strip().rpartition("host=")[2])
    assert not Path(sockets).exists()


def test_serves_web_worker_and_beat_and_dies_whole(start_copy: StartCopy, shared_state: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        copy = start_copy(
            shared_state, "--port", str(port), "--then", 'echo "$VIA_URL" > "$VIA_STATE/then"; sleep 600'
        )
        copy.wait_for("Ready.", within=100)
    wait_until(lambda: (shared_state / "then").exists(), within=10)
    assert f"Port {port} is taken" in copy.stderr()
    url = (shared_state / "then").read_text().strip()
    assert f"Web          at {url} " in copy.stderr()
    assert (
        len(processes_of(shared_state)) >= 12
    )  # gunicorn 3, celery 4, PostgreSQL's own, Valkey, the command

    copy.end(signal.SIGKILL)

    wait_until(lambda: not processes_of(shared_state), within=10)
    assert processes_of(shared_state) == {}


def test_says_what_is_missing_from_only(shared_state: Path) -> None:
    done = manage("dev", "--only", "worker", "--exec", "true", state=shared_state)

    assert (done.returncode, done.stderr) == (
        1,
        "The parts asked for need postgres: add it to --only, or set DATABASE_URL.\n",
    )


def test_says_which_parts_there_are(shared_state: Path) -> None:
    done = manage("dev", "--only", "mysql", "--exec", "true", state=shared_state)

    assert (done.returncode, done.stderr) == (
        1,
        "--only does not know mysql: choose from postgres, redis, migrations, web, worker, beat.\n",
    )
