"""PostgreSQL, Redis and Via's own programs as children of one supervisor, for development, demo and tests.

`binaries` finds the servers, `postgres` and `redis` start them, `programs` are web, worker and beat,
`children` are processes that die with us (through the shim `tied`), `state` is the directory and its
lock, `sockets` keeps paths short, `supervisor` is the order of things. Linux first: elsewhere a killed
supervisor may leave children behind, everything else holds.
"""

from tracker.embedded.state import joined

__all__ = ["joined"]
