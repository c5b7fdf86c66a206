"""The container's health check of the web: `python tracker/healthcheck.py`, exit code 0 where it answers.

Run as a file, so that nothing of Via is loaded every few seconds. It asks under a name that
ALLOWED_HOSTS knows.
"""

import http.client
import os
import sys
from collections.abc import Mapping

TIMEOUT = 4.0  # seconds


def host(environ: Mapping[str, str] = os.environ) -> str:
    """Answer a host name that the settings accept: the first allowed one, any where all are."""
    first = environ.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip("*.")
    return first or "127.0.0.1"


def main(port: str = "8000") -> int:
    """Ask; say on standard error what is wrong."""
    connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=TIMEOUT)
    try:
        connection.request("GET", "/healthz", headers={"Host": host()})
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        print(f"The web does not answer on port {port}: {error}", file=sys.stderr)
        return 1
    finally:
        connection.close()
    if status != http.client.OK:
        print(f"The web on port {port} answers with status {status} to /healthz.", file=sys.stderr)
    return int(status != http.client.OK)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
