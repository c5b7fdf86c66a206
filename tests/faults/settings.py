"""Settings of the workers that fault tests start: the real ones, with short leases and small pieces."""

from tracker.settings import *  # noqa: F403 - everything else is as in production

LEASE_SECONDS = 4
ROWS_A_PIECE = 4
