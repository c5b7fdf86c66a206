"""Decoding: the bytes of a file as text, or a sentence that says where they are none."""

import codecs

from quotes.services.errors import Refused

# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
)


def decoded(data: bytes, *, one_line: bool = False) -> str:
    """Return `data` as text: UTF-8, or what its byte order mark names; the mark itself is not part of it.

    Raises Refused ("not_text") with byte offset and line (not with `one_line`) where it is neither.
    """
    for start, what in _BINARY:
        if data.startswith(start):
            raise _refused(f"this is {what}, not a text file", "save the article's text as UTF-8")
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, len(mark) + error.start, encoding, one_line) from None


def _undecodable(data: bytes, at: int, encoding: str, one_line: bool) -> Refused:
    name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
    if encoding == "utf-8" and b"\0" in data:
        return _refused("this is a binary file, not a text file", "save the article's text as UTF-8")
    line = data.count(b"\n", 0, at) + 1
    where = "" if one_line else f", line {line},"
    what = f"byte 0x{data[at]:02X} at offset {at}{where} is not {name}"
    return _refused(
        what, "save the file as UTF-8" if name == "UTF-8" else f"save the file as {name} or UTF-8"
    )


def _refused(what: str, remedy: str) -> Refused:
    return Refused(f"{what[0].upper()}{what[1:]}; {remedy}.", code="not_text")
