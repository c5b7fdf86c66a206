"""What the supervisor says, on standard error only: standard output belongs to the command it runs."""

import contextlib
import sys
import time


class Report:
    """Progress lines, each with the seconds it took."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self._since = time.monotonic()

    def step(self, name: str, what: str, *, since: float | None = None) -> None:
        """Say that a step is done; `since` is the monotonic time it began, else the report's own start."""
        if not self.quiet:
            took = time.monotonic() - (self._since if since is None else since)
            self.say(f"{name:<12} {what} ({took:.1f} s)")

    def note(self, sentence: str) -> None:
        """Say something that is no step."""
        if not self.quiet:
            self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say it even when asked to be quiet: a changed port, an error."""
        with contextlib.suppress(OSError):  # nobody listens any more: go on stopping in order
            print(sentence, file=sys.stderr, flush=True)
