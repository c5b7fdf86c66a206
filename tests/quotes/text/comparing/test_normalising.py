import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.text.comparing.normalising import normal_form, normalise

# Other work on the machine makes an example slow, not wrong.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("“We don’t know,”", "we dont know"),
        ("''We don't know''", "we dont know"),
        ("WE DONʼT KNOW!", "we dont know"),
        ("the U.S. and the US", "the us and the us"),
        ("well-known — or well – known", "well known or well known"),
        ("10,000 people, 3.5 of 20th", "10000 people 3.5 of 20th"),
        ("$12 or 5%", "$ 12 or 5 %"),
        ("2½ hours", "2 1⁄2 hours"),
        ("ﬁne cafe\u0301", "fine café"),
        ("zero\u200bwidth, soft\u00adhyphen", "zerowidth softhyphen"),
        ("first part … second part", "first part … second part"),
        ("first part . . . second part", "first part … second part"),
        ("first part [...] second part", "first part … second part"),
        ("... cut at both ends ...", "cut at both ends"),
        ("not me, not Bill [Clinton], nobody", "not me not bill [clinton] nobody"),
        ("我们 win", "我 们 win"),
        ("—", ""),
        ("", ""),
    ],
)
def test_reads_normal_form_of_printed_words(printed: str, form: str) -> None:
    assert normal_form(printed) == form


def test_maps_each_word_back_to_its_original_span() -> None:
    text = "“Don’t … stop [Bill] in the U.S. 10,000 times—"
    found = normalise(text)
    assert [word.span.of(text) for word in found.words] == [
        "Don’t", "stop", "Bill", "in", "the", "U.S.", "10,000", "times",
    ]  # fmt: skip
    assert (found.cuts, found.trails) == (frozenset({1}), True)


def test_marks_bracketed_words_as_inserted() -> None:
    found = normalise("He [the minister] left")
    assert [word.inserted for word in found.words] == [False, True, True, False]


def test_closes_a_sentence_only_at_its_end() -> None:
    found = normalise("Ask Mr. Rowe. He knows")
    assert [word.text for word in found.words if word.closes] == ["rowe"]


@unhurried
@given(st.text())
def test_gives_ordered_spans_that_hold_the_word_for_any_text(text: str) -> None:
    words = normalise(text).words
    spans = [word.span for word in words]
    assert spans == sorted(spans)
    assert all(span.of(text) for span in spans)


@unhurried
@given(st.text())
def test_gives_the_same_form_for_every_normalisation_of_unicode(text: str) -> None:
    assert normal_form(unicodedata.normalize("NFC", text)) == normal_form(unicodedata.normalize("NFD", text))


@unhurried
@given(st.text(alphabet="abcAB éüß '’.,…[]10$-—\n“”"))
def test_leaves_a_normal_form_unchanged_when_read_again(text: str) -> None:
    form = normal_form(text)
    assert normal_form(form) == form
