import pytest
from django.core.management import call_command

from quotes.models import Article
from tests.factories import ArticleFactory


@pytest.mark.django_db
def test_pending_prints_the_number_of_unfinished_articles(capsys):
    ArticleFactory()
    ArticleFactory(state=Article.State.READ)
    ArticleFactory(state=Article.State.MATCHED)

    call_command("pending")

    assert capsys.readouterr().out == "2\n"
