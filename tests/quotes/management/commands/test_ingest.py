import io
import json
import sys

import pytest
from django.core.management import call_command

from quotes.models import Article
from quotes.services.articles import Submission, accept
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

TEXT = "“The bridge will open in May,” Mayor Ada Okoro said.\n"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run `ingest` in a directory with the given files; return exit code, lines out and lines of errors."""
    monkeypatch.chdir(tmp_path)

    def ingest(*arguments: str, stdin: bytes = b"", **files: bytes | str):
        for name, content in files.items():
            path = tmp_path / name.replace("_", ".")
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = 0
        try:
            call_command("ingest", *arguments)
        except SystemExit as end:
            code = end.code
        out, err = capsys.readouterr()
        return code, out.splitlines(), err.splitlines()

    return ingest


def record(**fields) -> str:
    return json.dumps({"outlet": "Ellery Post", "text": TEXT, **fields}) + "\n"


def test_ingest_stores_a_text_file_and_names_it(run):
    code, out, err = run("a.txt", "--outlet", "Ellery Post", "--url", "https://post.example/a", a_txt=TEXT)

    article = Article.objects.get()
    assert (code, err) == (0, [])
    assert out == [f"{article.public_id}\t(no title)\tnew"]
    assert (article.outlet.name, article.url) == ("Ellery Post", "https://post.example/a")


def test_ingest_keeps_line_endings_and_drops_only_the_byte_order_mark(run):
    text = TEXT.replace("\n", "\r\n")

    run("a.txt", "--outlet", "Ellery Post", a_txt=text.encode("utf-8-sig"))

    assert Article.objects.get().revisions.get().text == text


def test_ingest_tells_new_known_and_revised_articles(run):
    lines = [record(id="1", title="A\nb"), record(id="1"), record(id="1", text=TEXT + "More.\n")]

    _, out, _ = run("-", stdin="".join(lines).encode())

    public_id = Article.objects.get().public_id
    assert out == [f"{public_id}\tA b\tnew", f"{public_id}\tA b\tknown", f"{public_id}\tA b\trevised"]


def test_ingest_reads_json_lines_by_content_and_by_name(run):
    code, out, err = run(
        "feed.jsonl", "feed.txt", feed_jsonl=record(id=1), feed_txt=record(id=2, text=TEXT * 2)
    )

    assert (code, len(out), err) == (0, 2, [])
    assert sorted(Article.objects.values_list("sender_id", flat=True)) == ["1", "2"]


def test_ingest_accepts_articles_without_quotes_from_feeds(run):
    assert run("-", stdin=record(text="The bridge was closed.").encode())[0] == 0


def test_ingest_reads_html_by_content(run):
    page = f"<!DOCTYPE html><html><body><article><p>{TEXT * 5}</p></article></body></html>"

    code, _, err = run("page.txt", "--outlet", "Ellery Post", page_txt=page)

    assert (code, err) == (0, [])
    assert "<p>" not in Article.objects.get().revisions.get().text


def test_ingest_reads_the_fields_of_a_record(run):
    fields = {"url": "https://post.example/a", "published_at": "2024-05-14", "byline": "By Ann Lee and Bo Ek"}

    run("-", stdin=record(**fields, unknown=1).encode())

    article = Article.objects.get()
    assert (article.url, article.published_as) == ("https://post.example/a", "2024-05-14")
    assert article.byline == ["Ann Lee", "Bo Ek"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.txt", None, "There is no such file; check its name."),
        ("empty.txt", b"", "There is no text in it; give the words of the article."),
        ("blank.txt", b" \n\t\n", "There is no text in it; give the words of the article."),
        ("empty.jsonl", b"", "There is nothing in it; give one JSON object a line."),
        (
            "binary.txt",
            bytes(range(256)),
            "This is a binary file, not a text file; save the article's text as UTF-8.",
        ),
        (
            "long.txt",
            b"word " * 2_000_000,
            "The text has 10,000,000 characters, the limit is 1,000,000; leave out what is not the article.",
        ),
        (
            "huge.txt",
            b"word " * 7_000_000,
            "The file has 33 MB, an article 32 at the most; leave out what is not the article.",
        ),
        (
            "nul.txt",
            b"One\ntwo\0",
            "The text has a NUL character at line 2 (offset 7); save it as text in UTF-8.",
        ),
        (
            "latin.txt",
            b"One\ntwo \xe9",
            "Byte 0xE9 at offset 8, line 2, is not UTF-8; save the file as UTF-8.",
        ),
        (
            "quoteless.txt",
            b"The bridge was closed.\n\nIt is old.\n",
            "There is no quotation and no reported speech in it; give the article's whole text.",
        ),
        (
            "date.txt",
            b'Bridge\n\n31 June 2024 Ann Lee\n\nEllery - "It will," Ada Okoro said.\n\n"Soon," she said.\n',
            "Line 3: “31 June 2024” is not a date: June 2024 has 30 days;"
            " correct it in the text, or give the date with the article as YYYY-MM-DD.",
        ),
        (
            "page.html",
            b"<html></html>",
            "No article was found in the HTML; send the article's page, or its text.",
        ),
    ],
)
def test_ingest_names_a_bad_file_and_stores_the_others(run, tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_bytes(content)

    code, out, err = run("first.txt", name, "last.txt", "--outlet", "Post", first_txt=TEXT, last_txt=TEXT * 2)

    assert (code, err) == (1, [f"{name}: {message}"])
    assert [line.split("\t")[2] for line in out] == ["new", "new"]
    assert Article.objects.count() == 2


def test_ingest_refuses_a_file_without_an_outlet(run):
    code, _, err = run("a.txt", a_txt=TEXT)

    assert code == 1
    assert err == [
        "a.txt: The article has no outlet; say who printed it (its outlet field, or --outlet NAME)."
    ]


def test_ingest_refuses_a_directory(run, tmp_path):
    (tmp_path / "texts").mkdir()

    assert run("texts", "--outlet", "Post") == (1, [], ["texts: This is a directory; name the files in it."])


def test_ingest_refuses_a_url_for_several_files(run):
    code, out, err = run("a.txt", "b.txt", "--url", "https://post.example/a", a_txt=TEXT, b_txt=TEXT)

    assert (code, out) == (1, [])
    assert err == ["--url: It is the address of one article; give it with one file of text or HTML."]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            b"{\n",
            "This is not JSON (Expecting property name enclosed in double quotes at column 2);"
            " give one object a line.",
        ),
        (b"[]\n", 'This is not an article; write one JSON object, as {"outlet": …, "text": …}.'),
        (b"[" * 100_000 + b"\n", "This is not JSON (it is nested too deeply); give one object a line."),
        (b'{"text": "\xff"}\n', "Byte 0xFF at offset 10 is not UTF-8; save the file as UTF-8."),
        (b'{"text": 7}\n', "The field text is not a text but a number; write it in quotation marks."),
        (
            b'{"text": "a\\u0000"}\n',
            "The text has a NUL character at line 1 (offset 1); save it as text in UTF-8.",
        ),
        (
            b'{"text": "\\ud83d"}\n',
            "The text has half a character (U+D83D) at line 1 (offset 0); save it as text in UTF-8.",
        ),
        (b'{"text": "a", "byline": [1]}\n', "The byline is not a name or a list of names; write it so."),
        (
            b'{"text": "a", "published_at": "2024-13-01"}\n',
            "The date given with the article: “2024-13-01” is not a date: there is no month 13;"
            " give it as YYYY-MM-DD.",
        ),
        (
            b'{"text": "' + b"a" * 17_000_000 + b'"}\n',
            "The line is longer than 16 MB; give one article a line.",
        ),
    ],
    ids=["json", "list", "nested", "utf-8", "type", "nul", "surrogate", "byline", "date", "long"],
)
def test_ingest_names_a_bad_line_and_stores_the_others(run, line, message):
    feed = record(id=1).encode() + b"\n" + line + record(id=2, text=TEXT * 2).encode()

    code, out, err = run("feed.jsonl", "--outlet", "Post", feed_jsonl=feed)

    assert (code, err, len(out)) == (1, [f"feed.jsonl:3: {message}"], 2)


def test_ingest_waits_and_names_what_failed(run):
    known = accept(by=None, submission=Submission(outlet="Ellery Post", text=TEXT)).article
    Article.objects.update(state=Article.State.FAILED, failure="It broke; mend it.")
    ArticleFactory()  # somebody else's, never read here: nobody waits for it

    code, _, err = run("a.txt", "--outlet", "Ellery Post", "--wait", a_txt=TEXT)

    assert code == 1
    assert err == [
        "1 of 1 articles read and matched",
        f"{known.public_id} (no title): It broke; mend it.",
    ]
