"""Warming: what is loaded before the first comparison."""

from quotes.text.comparing import information, kinships, phrases
from quotes.text.comparing.warming import warm


def test_warm_loads_the_words_the_phrases_and_the_kinships() -> None:
    tables = [information._table, information._phrases, phrases.table, kinships.lemma]

    warm()

    assert all(table.cache_info().currsize for table in tables)
