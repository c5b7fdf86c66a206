"""Tables: a language's data file, read so that whatever is wrong with it is said in one line."""

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any


class LexiconError(ValueError):
    """A data file that cannot be used; the message says which file, which place, what to do."""


class Table(Mapping[str, Any]):
    """One section of a data file; remembers what was asked for, so that the rest can be told.

    Raises LexiconError for an entry that is missing or is no text.
    """

    def __init__(self, data: Mapping[str, Any], file: str, path: tuple[str, ...] = ()) -> None:
        self._data = data
        self._file = file
        self._path = path
        self._asked: set[str] = set()
        self._tables: dict[str, Table] = {}

    def __getitem__(self, name: str) -> Any:
        self._asked.add(name)
        if name not in self._data:
            raise LexiconError(f"{self._file}: {self._missing(name)}; en.toml shows what belongs there")
        value = self._data[name]
        if isinstance(value, dict):
            if name not in self._tables:
                self._tables[name] = Table(value, self._file, (*self._path, name))
            return self._tables[name]
        if not isinstance(value, str):
            raise LexiconError(f"{self._file}: {self._place(name)} is no text; put it in quotation marks")
        return value

    def __contains__(self, name: object) -> bool:
        self._asked.add(str(name))
        return name in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def check_known(self) -> None:
        """Raise LexiconError for the first entry that nobody asked for, with what it may be meant for."""
        for name in self._data:
            if name not in self._asked:
                missing = get_close_matches(name, self._asked, n=1)
                meant = f'did you mean "{missing[0]}"' if missing else "take it out"
                raise LexiconError(f"{self._file}: {self._place(name)} is not known to the reader; {meant}")
        for table in self._tables.values():
            table.check_known()

    def _missing(self, name: str) -> str:
        if not self._path:
            return f"the section [{name}] is missing; add it"
        return f'[{".".join(self._path)}] has no "{name}"; add the line {name} = "…"'

    def _place(self, name: str) -> str:
        return f'[{".".join(self._path)}] "{name}"' if self._path else f"[{name}]"


def table_of(path: Path) -> Table:
    """Return the data file at `path`; raise LexiconError where it is missing or not written as TOML."""
    try:
        return Table(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(
            f'{path.name}: {error}; write name = "words", a name with letters beyond a-z in quotation marks'
        ) from None
