"""PostgreSQL in the state directory, on a Unix socket only."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from tracker.embedded import binaries
from tracker.embedded.children import Plan, shim, tail
from tracker.embedded.errors import CannotRunError
from tracker.embedded.other_user import other_user
from tracker.embedded.report import Report
from tracker.embedded.state import State

USER = DATABASE = "via"
FORMER_ENDS_WITHIN = 10.0  # seconds
READY_WITHIN = 60.0  # seconds; recovery after a crash reads the write-ahead log first
LOCALE = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--encoding=UTF8"]


class Postgres:
    """A cluster of ours: made on first use, started as a child of the supervisor."""

    def __init__(self, state: State, sockets: Path, *, throwaway: bool = False) -> None:
        self.state = state
        self.sockets = sockets
        self.throwaway = throwaway
        self.cluster = state.directory / "postgres"
        self.log = state.logs / "postgres.log"
        self.user = other_user()
        self.programs = binaries.postgres_programs()
        self.version = binaries.version(self.programs / "postgres")

    @property
    def url(self) -> str:
        """Answer the address, as libpq, psycopg and Django read it."""
        return f"postgresql://{USER}@/{DATABASE}?host={quote(str(self.sockets), safe='')}"

    def prepare(self, report: Report) -> None:
        """Make the cluster where there is none; raise CannotRunError where another version made it."""
        if not self.cluster.exists():
            since = time.monotonic()
            self._make_cluster()
            report.step("Database", f"made in {self.cluster}", since=since)
        made_by = (self.cluster / "PG_VERSION").read_text().strip()
        if made_by != self.version.split(".")[0]:
            raise CannotRunError(
                f"The database in {self.cluster} was made by PostgreSQL {made_by}, this is {self.version}:"
                " dump it with the old version, or move that directory away and start with an empty database."
            )
        self.user.hand_over(self.cluster)
        self._settle_pid_file()

    def _make_cluster(self) -> None:
        draft = self.cluster.with_name(
            "postgres.new"
        )  # a name apart: a half-made cluster is never taken for one
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        self.user.hand_over(draft)
        log = self.state.logs / "initdb.log"
        with log.open("wb") as output:
            done = subprocess.run(
                [
                    *self.user.words,
                    *shim(signal.SIGKILL),
                    *("exec", str(self.programs / "initdb"), "--pgdata", str(draft)),
                    *("--auth=trust", "--username", USER, *LOCALE),
                    *(["--no-sync"] if self.throwaway else []),
                ],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                check=False,
            )
        if done.returncode != 0:
            raise CannotRunError(f"PostgreSQL could not make a database in {self.cluster}.{tail(log)}")
        draft.rename(self.cluster)

    def _settle_pid_file(self) -> None:
        """Wait for a server that a killed supervisor left ending; remove a `postmaster.pid` that misleads.

        After a restart of the machine the id in it may be another program's, and PostgreSQL would refuse
        to start. We hold the state directory's lock: no other copy starts meanwhile.
        """
        pid_file = self.cluster / "postmaster.pid"
        deadline = time.monotonic() + FORMER_ENDS_WITHIN
        while (pid := _pid_in(pid_file)) and _is_server_of(pid, self.cluster):
            if time.monotonic() > deadline:
                raise CannotRunError(
                    f"PostgreSQL still runs on {self.cluster}: stop it with `kill -INT {pid}`."
                )
            time.sleep(0.05)
        if pid and Path(f"/proc/{pid}").exists():
            pid_file.unlink(missing_ok=True)

    def plan(self) -> Plan:
        """Answer how to start it."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "unix_socket_permissions": "0700",
            "max_connections": "100",
        }
        if self.throwaway:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        return Plan(
            name="PostgreSQL",
            before=self.user.words,
            words=[
                *("exec", str(self.programs / "postgres"), "-D", str(self.cluster)),
                *(word for name, value in settings.items() for word in ("-c", f"{name}={value}")),
            ],
            log=self.log,
            is_ready=self.is_ready,
            told=f"{self.version} ready",
            ready_within=READY_WITHIN,
            stop_signal=signal.SIGINT,  # "fast": sessions are ended, the data flushed
            death_signal=signal.SIGQUIT,  # "immediate": every backend ends now, the log is replayed next time
            patience=30.0,
        )

    def is_ready(self) -> bool:
        """Answer whether it accepts a connection."""
        if not os.path.exists(self.sockets / ".s.PGSQL.5432"):
            return False
        try:
            psycopg.connect(self._maintenance_url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def make_database(self) -> None:
        """Create the database where it is missing."""
        with psycopg.connect(self._maintenance_url, autocommit=True) as connection:
            known = connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone()
            if known is None:
                connection.execute(sql.SQL("create database {}").format(sql.Identifier(DATABASE)))

    @property
    def _maintenance_url(self) -> str:
        return self.url.replace(f"/{DATABASE}?", "/postgres?", 1)


def _pid_in(pid_file: Path) -> int | None:
    try:
        return int(pid_file.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return None


def _is_server_of(pid: int, cluster: Path) -> bool:
    """Answer whether the process works in the cluster's directory, as PostgreSQL's do."""
    try:
        return Path(f"/proc/{pid}/cwd").samefile(cluster)
    except OSError:
        return False
