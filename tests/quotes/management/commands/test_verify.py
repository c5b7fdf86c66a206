"""manage.py verify: a line for each breach, and an exit code that a script can ask."""

import pytest
from django.core.management import CommandError, call_command

from quotes.models import Quote
from tests.quotes.services.printed import WORDS, printed

pytestmark = pytest.mark.django_db


def test_verify_says_that_every_rule_holds(capsys: pytest.CaptureFixture[str]) -> None:
    printed(WORDS)

    call_command("verify")

    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Every rule holds.\n")


def test_verify_fails_with_a_line_for_each_breach(capsys: pytest.CaptureFixture[str]) -> None:
    quote = printed(WORDS).quote
    Quote.objects.update(appearance_count=3)

    with pytest.raises(CommandError) as failed:
        call_command("verify")

    assert failed.value.returncode == 1
    assert capsys.readouterr().out == (
        f"a quote's counters equal a recount: quote {quote.public_id} counts 3 in 1 outlets,"
        " there are 1 in 1; have its article matched again\n"
    )
