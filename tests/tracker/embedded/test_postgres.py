"""The embedded PostgreSQL's directory after accidents."""

import os
from pathlib import Path

import pytest

from tests.tracker.embedded.copies import manage
from tracker.embedded.errors import CannotRunError
from tracker.embedded.postgres import Postgres
from tracker.embedded.report import Report
from tracker.embedded.state import State

SELECT_ONE = ("dev", "--quiet", "--throwaway", "--only", "postgres", "--exec")


@pytest.fixture
def postgres(tmp_path: Path) -> Postgres:
    """A cluster that only looks like one: the files that `prepare` reads."""
    state = State(tmp_path)
    state.prepare()
    server = Postgres(state, tmp_path / "run")
    server.cluster.mkdir()
    (server.cluster / "PG_VERSION").write_text("18\n")
    return server


def test_refuses_a_cluster_of_another_version(postgres: Postgres) -> None:
    (postgres.cluster / "PG_VERSION").write_text("16\n")

    with pytest.raises(CannotRunError) as caught:
        postgres.prepare(Report(quiet=True))

    assert str(caught.value) == (
        f"The database in {postgres.cluster} was made by PostgreSQL 16, this is {postgres.version}:"
        " dump it with the old version, or move that directory away and start with an empty database."
    )


def test_removes_a_pid_file_that_names_another_program(postgres: Postgres) -> None:
    (postgres.cluster / "postmaster.pid").write_text(f"{os.getpid()}\n")

    postgres.prepare(Report(quiet=True))

    assert not (postgres.cluster / "postmaster.pid").exists()


def test_leaves_a_dead_servers_pid_file_to_postgres(postgres: Postgres) -> None:
    (postgres.cluster / "postmaster.pid").write_text("4194305\n")  # above the largest id there can be

    postgres.prepare(Report(quiet=True))

    assert (postgres.cluster / "postmaster.pid").exists()


def test_starts_over_a_half_made_cluster_and_a_misleading_pid_file(tmp_path: Path) -> None:
    (tmp_path / "postgres.new").mkdir()
    (tmp_path / "postgres.new" / "PG_VERSION").write_text("half")
    first = manage(*SELECT_ONE, "echo made", state=tmp_path)
    (tmp_path / "postgres" / "postmaster.pid").write_text(
        f"{os.getpid()}\n{tmp_path}/postgres\n0\n5432\n\n\n\n"
    )
    (tmp_path / "run").mkdir(mode=0o700)
    (tmp_path / "run" / "redis.sock").touch()

    second = manage(*SELECT_ONE, "echo again", state=tmp_path)

    assert (first.stdout, second.stdout) == ("made\n", "again\n"), first.stderr + second.stderr
