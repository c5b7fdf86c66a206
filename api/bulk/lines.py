"""JSON lines: a request body kept on disk, handed out line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any

import xxhash
from django.conf import settings

from api.parsers import Reading
from api.problems import TooLarge

CHUNK = 1 << 16
IN_MEMORY = 1 << 20


@dataclass
class Lines:
    """A body of lines, and the digest that tells it from another."""

    file: IO[bytes]
    digest: bytes

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Return each line that holds something with its number; of a line too long, its beginning."""
        limit = settings.API_MAX_BODY_BYTES
        number = 0
        self.file.seek(0)
        while line := self.file.readline(limit + 2):
            number += 1
            if not line.endswith(b"\n"):
                self._skip_rest()
            if line.strip():
                yield number, line.strip(b"\r\n")

    def _skip_rest(self) -> None:
        while (rest := self.file.readline(CHUNK)) and not rest.endswith(b"\n"):
            pass


class JsonLinesParser(Reading):
    """Take JSON lines of at most `settings.API_MAX_BULK_BYTES` to disk, unread, for the view to close."""

    media_type = "application/jsonl"

    def read(self, stream: IO[bytes], view: Any) -> Lines:
        file: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - whoever reads it closes it
        digest, size = xxhash.xxh3_128(), 0
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > settings.API_MAX_BULK_BYTES:
                file.close()
                raise TooLarge(
                    f"The body is larger than {settings.API_MAX_BULK_BYTES:,} bytes: send parts of it."
                )
            file.write(chunk)
            digest.update(chunk)
        lines = Lines(file, digest.digest())
        view.lines = lines
        return lines


class NdjsonParser(JsonLinesParser):
    """The same by its other name."""

    media_type = "application/x-ndjson"
