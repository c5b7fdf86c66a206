"""PostgreSQL refuses to run as root: lend it another user id without changing the system.

First choice is a user namespace in which we are called `nobody`: the files stay root's. Where those are
forbidden (a container, mostly), it runs as the real `nobody`, keeping one right of root's: to reach the
files wherever they are.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tracker.embedded.errors import CannotRunError

NOBODY = 65534
IN_NAMESPACE = ("unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}")
AS_NOBODY = (
    *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
    *("--inh-caps=+dac_override", "--ambient-caps=+dac_override"),
)


@dataclass(frozen=True, slots=True)
class OtherUser:
    """The words to put before a program, and whose the files must be that it calls its own."""

    words: tuple[str, ...]
    owner: int

    def hand_over(self, directory: Path) -> None:
        """Make the directory and all in it the owner's; only root ever needs to."""
        if directory.stat().st_uid != self.owner:
            for path in (directory, *directory.rglob("*")):
                os.chown(path, self.owner, -1, follow_symlinks=False)


@cache
def other_user() -> OtherUser:
    """Answer how to run PostgreSQL here; raise CannotRunError where root has neither way."""
    if os.geteuid() != 0:
        return OtherUser((), os.geteuid())
    said = []
    for words, owner in ((IN_NAMESPACE, 0), (AS_NOBODY, NOBODY)):
        if (trouble := _trouble_with(words)) is None:
            return OtherUser(words, owner)
        said.append(trouble)
    raise CannotRunError(
        f"PostgreSQL refuses to run as root, and no other user id can be lent to it ({'; '.join(said)}):"
        " run this as an ordinary user, or set DATABASE_URL to a server of yours."
    )


def _trouble_with(words: tuple[str, ...]) -> str | None:
    if shutil.which(words[0]) is None:
        return f"{words[0]} is not installed"
    trial = subprocess.run([*words, "true"], capture_output=True, text=True, check=False)
    return None if trial.returncode == 0 else trial.stderr.strip()
