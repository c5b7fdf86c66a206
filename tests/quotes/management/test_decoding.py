import pytest

from quotes.management.decoding import decoded
from quotes.services.errors import Refused

TEXT = "“We will,”\r\nsaid Zoë 𝄞.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8-mark", "utf-16", "utf-16-be", "utf-32"],
)
def test_decoded_reads_unicode_with_and_without_a_mark(data):
    assert decoded(data) == TEXT


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            "One\n“two”".encode("cp1252"),
            "Byte 0x93 at offset 4, line 2, is not UTF-8; save the file as UTF-8.",
        ),
        (
            b"\xef\xbb\xbfOne\xff",
            "Byte 0xFF at offset 6, line 1, is not UTF-8; save the file as UTF-8.",
        ),
        (
            b"\xff\xfeO\0\x00\xd8n\0",
            "Byte 0x00 at offset 4, line 1, is not UTF-16; save the file as UTF-16 or UTF-8.",
        ),
        (b"%PDF-1.7\n", "This is a PDF, not a text file; save the article's text as UTF-8."),
        (b"\0\x01\xfe\xff", "This is a binary file, not a text file; save the article's text as UTF-8."),
    ],
    ids=["cp1252", "after-mark", "utf-16", "pdf", "binary"],
)
def test_decoded_says_where_bytes_are_no_text(data, message):
    with pytest.raises(Refused) as refused:
        decoded(data)

    assert (refused.value.code, refused.value.message) == ("not_text", message)
