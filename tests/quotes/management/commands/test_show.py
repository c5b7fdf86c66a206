"""`manage.py show`: readings drawn as one page that needs nothing else."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from quotes.services.samples import sample_submissions

STORY = """“The bridge will open in May,” Mayor Ada Okoro told the Harbour Post.

The <script>alert(1)</script> bridge is old.
"""


def show(*arguments: str) -> str:
    out = StringIO()
    call_command("show", *arguments, stdout=out)
    return out.getvalue()


def test_show_marks_the_quote_and_draws_its_chain(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(STORY, encoding="utf-8")

    page = show(str(tmp_path / "bridge.txt"))

    quote = '<span class="quote direct" title="quote 1, direct">The bridge will open in May</span>'
    assert page.count(quote) == 1
    assert page.count('<span class="hop">Ada Okoro</span>') == 1
    assert page.count('<span class="hop">Harbour Post</span>') == 1


def test_show_leaves_no_script_of_the_text_alive(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(STORY, encoding="utf-8")

    assert show(str(tmp_path / "bridge.txt")).count("<script") == 0


def test_show_says_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Café".encode("latin-1"))

    with pytest.raises(CommandError, match=r"latin\.txt: not UTF-8 at byte 4; save the file as UTF-8"):
        show(str(tmp_path / "latin.txt"))


def test_show_says_which_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none\.txt: No such file or directory; give the path of a text"):
        show(str(tmp_path / "none.txt"))


def test_show_asks_for_an_article() -> None:
    with pytest.raises(CommandError, match="no article to draw; give the paths of text files, or --samples"):
        show()


def test_show_draws_every_sample_article() -> None:
    assert show("--samples").count("<article>") == len(sample_submissions())
