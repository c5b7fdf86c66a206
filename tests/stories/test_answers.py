"""The answers themselves: each points at words that are there, once, and hangs together."""

from collections import Counter

import pytest

from tests.stories.answers import SAMPLES, Answered, sample_answers, sample_sources, samples, stories

ALL = [*stories(), *samples()]
MARKS = "“”‘’\"'"


@pytest.mark.parametrize("answered", ALL, ids=str)
def test_finds_each_text_at_its_span(answered: Answered) -> None:
    found = [answered.text[slice(*quote["span"])] for quote in answered.quotes]

    assert found == [quote["text"] for quote in answered.quotes]


@pytest.mark.parametrize("answered", ALL, ids=str)
def test_keeps_spans_in_order_without_overlap(answered: Answered) -> None:
    edges = [edge for quote in answered.quotes for edge in quote["span"]]

    assert edges == sorted(set(edges))


@pytest.mark.parametrize("answered", ALL, ids=str)
def test_bounds_each_span_by_marks_and_no_frame_comma(answered: Answered) -> None:
    for quote in answered.quotes:
        start, end = quote["span"]
        assert answered.text[start - 1] in MARKS, quote["text"]
        assert answered.text[end : end + 2].lstrip(",.")[:1] in MARKS, quote["text"]
        assert quote["text"][-1] not in ", ", quote["text"]


@pytest.mark.parametrize("answered", ALL, ids=str)
def test_covers_a_split_statement_by_its_segments(answered: Answered) -> None:
    for quote in answered.quotes:
        segments = quote.get("segments", [quote["span"]])
        assert [segments[0][0], segments[-1][1]] == quote["span"]


@pytest.mark.parametrize("answered", ALL, ids=str)
def test_names_kind_and_chain_in_the_agreed_words(answered: Answered) -> None:
    for quote in answered.quotes:
        assert quote["kind"] in {"direct", "partial"}
        assert quote["speaker"] not in quote["via"]
        assert answered.outlet not in quote["via"]
        assert answered.facts["credit"] in (None, answered.outlet, *quote["via"][-1:])


@pytest.mark.parametrize("answered", stories(), ids=str)
def test_states_same_quotes_by_words_of_the_story(answered: Answered) -> None:
    for texts in answered.record["same_quote"]:
        assert [answered.text.count(text) > 0 for text in texts] == [True] * len(texts)


def test_answers_every_sample_article() -> None:
    on_disk = sorted(path.relative_to(SAMPLES / "articles").as_posix() for path in SAMPLES.rglob("*.txt"))

    assert sorted(sample_answers()["articles"]) == on_disk


def test_lists_each_outlet_folder_once() -> None:
    folders = sorted(path.name for path in (SAMPLES / "articles").iterdir())

    assert sorted(outlet["slug"] for outlet in sample_sources()["outlets"]) == folders


def test_points_same_quotes_at_answered_quotes() -> None:
    answers = sample_answers()
    printed = {
        (name, tuple(q["span"]), q["text"]) for name, a in answers["articles"].items() for q in a["quotes"]
    }
    pointed = [member for group in answers["same_quote"] for member in group["appearances"]]
    pointed += [pair[side] for pair in answers["not_same"] for side in ("a", "b")]

    missing = [p for p in pointed if (p["article"], tuple(p["span"]), p["text"]) not in printed]

    assert missing == []


def test_puts_each_appearance_into_one_quote_only() -> None:
    groups = sample_answers()["same_quote"]
    places = Counter((m["article"], tuple(m["span"])) for group in groups for m in group["appearances"])

    assert [place for place, times in places.items() if times > 1] == []


def test_accounts_for_every_outlet_of_a_quote() -> None:
    answers = sample_answers()
    for group in answers["same_quote"]:
        outlets = {answers["articles"][member["article"]]["outlet"] for member in group["appearances"]}
        counted = [outlet for origin in group["origins"] for outlet in origin["outlets"]] + group["unknown"]
        assert sorted(counted) == sorted(outlets), group["id"]


def test_takes_origins_from_the_first_relayer() -> None:
    """By design: the first source after the speaker; without one, the outlet that heard it, or unknown."""
    answers = sample_answers()
    for group in answers["same_quote"]:
        origin_of = {outlet: origin["source"] for origin in group["origins"] for outlet in origin["outlets"]}
        for member in group["appearances"]:
            article = answers["articles"][member["article"]]
            via = next(q["via"] for q in article["quotes"] if q["span"] == member["span"])
            allowed = {via[0]} if via else {article["outlet"], None}
            assert origin_of.get(article["outlet"]) in allowed, (group["id"], member["article"])


def test_shows_every_relation_but_splicing() -> None:
    shown = {
        member["relation"] for group in sample_answers()["same_quote"] for member in group["appearances"]
    }

    assert shown == {"exact", "contained", "truncated", "edited", "retranslated"}
