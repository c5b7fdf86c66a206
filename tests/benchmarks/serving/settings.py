"""Settings of the server that is measured: the real ones, without limits, with the plain list beside ours."""

from tracker.settings import *  # noqa: F403 - everything else is as in production

API_LIMITS: dict[str, str] = {}
API_PUBLIC_READ = True
ROOT_URLCONF = "tests.benchmarks.serving.urls"
