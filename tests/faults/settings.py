"""The settings of the workers that fault tests start: the real ones, with a lease of seconds."""

from tracker.settings import *  # noqa: F403 - everything else is as in production

LEASE_SECONDS = 4
