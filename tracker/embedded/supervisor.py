"""The order of things: lock, servers, tables, programs, a command inside; and back again."""

import os
import shutil
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from tracker.embedded import programs
from tracker.embedded.children import Child, Plan
from tracker.embedded.commands import Command, wait_for_accepted_work
from tracker.embedded.errors import CannotRunError
from tracker.embedded.migrating import migrate
from tracker.embedded.postgres import Postgres
from tracker.embedded.redis import Redis
from tracker.embedded.report import Report
from tracker.embedded.sockets import listen, socket_directory
from tracker.embedded.state import Running, State

PARTS = ("postgres", "redis", "migrations", "web", "worker", "beat")
NEEDERS = {"postgres": {"migrations", "web", "worker", "beat"}, "redis": {"web", "worker", "beat"}}
WATCH_EVERY = 0.1  # seconds between two looks at the children
ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for."""

    parts: frozenset[str] = frozenset(PARTS)
    port: int = 8000
    inside: str | None = None  # --exec: run this and end with its exit code
    then: str | None = None  # --then: run this once all is up, and go on serving
    throwaway: bool = False  # no fsync: for tests only


class ToldToEndError(Exception):
    """A signal asked us to end."""


class Supervisor:
    """Start what is wished, watch it, and stop it in reverse order."""

    def __init__(self, wish: Wish, state: State, report: Report) -> None:
        self.wish = wish
        self.state = state
        self.report = report
        self.running = Running(pid=os.getpid())
        self._stages: list[list[Child]] = []
        self._command: Command | None = None
        self._signals: list[int] = []
        self._sockets: Path | None = None

    def run(self) -> int:
        """Do all of it and answer the exit code; CannotRunError says what went wrong."""
        for number in ENDING_SIGNALS:
            signal.signal(number, self._remember)
        self.state.prepare()
        self.state.lock()
        try:
            self._start()
            return self._run_inside(self.wish.inside) if self.wish.inside else self._serve()
        except CannotRunError as error:
            self.report.say(
                str(error)
            )  # before the stopping, whose lines would stand between cause and reader
            return 1
        except ToldToEndError:
            return 128 + self._signals[0] if self.wish.inside else 0
        finally:
            self._stop()

    def _remember(self, number: int, _frame: FrameType | None) -> None:
        self._signals.append(number)

    def _look(self) -> None:
        """Raise where a child has ended or a signal told us to end."""
        for stage in self._stages:
            for child in stage:
                child.check()
        if self._signals:
            raise ToldToEndError

    def _start(self) -> None:
        self._start_servers()
        self.state.publish(self.running)
        if "migrations" in self.wish.parts:
            since = time.monotonic()
            changed = migrate(self.state, self.running.urls, ours="DATABASE_URL" not in os.environ)
            self.report.step("Tables", "brought up to date" if changed else "up to date", since=since)
        self._look()
        self._start_programs()

    def _start_servers(self) -> None:
        sockets = self._sockets = socket_directory(self.state.directory)
        postgres = redis = None
        if self._is_ours("postgres", "DATABASE_URL"):
            postgres = Postgres(self.state, sockets, throwaway=self.wish.throwaway)
            postgres.prepare(self.report)
            self.running.urls["DATABASE_URL"] = postgres.url
        if self._is_ours("redis", "REDIS_URL"):
            redis = Redis(self.state, sockets)
            self.running.urls["REDIS_URL"] = redis.url
        self._bring_up([server.plan() for server in (postgres, redis) if server])
        if postgres:
            postgres.make_database()

    def _is_ours(self, part: str, variable: str) -> bool:
        """Answer whether to start a server; one that the environment names wins, and is used."""
        if url := os.environ.get(variable):
            self.running.urls[variable] = url
            if part in self.wish.parts:
                self.report.note(f"{variable} is set: its server is used, none of ours is started.")
            return False
        if part not in self.wish.parts and self.wish.parts & NEEDERS[part]:
            raise CannotRunError(f"The parts asked for need {part}: add it to --only, or set {variable}.")
        return part in self.wish.parts

    def _start_programs(self) -> None:
        if "web" not in self.wish.parts:
            self._start_programs_with([])
            return
        with listen(self.wish.port) as listener:
            port = listener.getsockname()[1]
            if port != self.wish.port:
                self.report.say(f"Port {self.wish.port} is taken: the web answers at {port} instead.")
            self.running.urls["VIA_URL"] = programs.url_of(port)
            self._start_programs_with([programs.web(self.state, listener)])

    def _start_programs_with(self, plans: list[Plan]) -> None:
        plans += [
            start(self.state)
            for start in (programs.worker, programs.beat)
            if start.__name__ in self.wish.parts
        ]
        self._bring_up(plans)
        self.state.publish(self.running)

    def _bring_up(self, plans: Sequence[Plan]) -> None:
        """Start all, then wait for each: together they take as long as the slowest."""
        since = time.monotonic()
        self._stages.append([])
        for plan in plans:
            self._stages[-1].append(Child(plan, self.running.urls))
        for child in self._stages[-1]:
            child.wait_until_ready(self._look)
            self.report.step(child.plan.name, child.plan.told, since=since)

    def _run_inside(self, command: str) -> int:
        self._command = Command(command, self.running.urls)
        while (code := self._command.code()) is None:
            self._look_past_terminal_interrupts()
            time.sleep(WATCH_EVERY / 5)
        if "worker" in self.wish.parts and not self._signals:
            wait_for_accepted_work(self.running.urls, self._look, self.report)
        return code

    def _look_past_terminal_interrupts(self) -> None:
        """Look, but leave the terminal's Ctrl-C to the command, which gets it too and may mean to go on."""
        if self._signals and self._signals[-1] == signal.SIGINT and os.isatty(0):
            self._signals.clear()
        self._look()

    def _serve(self) -> int:
        self.report.note(f"Ready. Logs: {self.state.logs}. Ctrl-C stops everything.")
        self._command = Command(self.wish.then, self.running.urls) if self.wish.then else None
        while True:
            self._look()
            if self._command and (code := self._command.code()):
                self.report.say(f"`{self.wish.then}` failed with exit code {code}: stopping.")
                return code
            time.sleep(WATCH_EVERY)

    def _stop(self) -> None:
        since, told = time.monotonic(), len(self._signals)
        if self._command:
            self._command.stop()
        for stage in reversed(self._stages):
            for child in reversed(stage):
                child.ask_to_stop()
            for child in reversed(stage):
                child.wait(in_haste=lambda: len(self._signals) > told)
        self.state.withdraw()
        if self._sockets:
            shutil.rmtree(self._sockets, ignore_errors=True)
        if self._stages:
            self.report.step("Stopped", "everything", since=since)
