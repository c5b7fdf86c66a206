from quotes.text.comparing.information import FIGURE, RARE_WORD, SET_PHRASE, information


def test_counts_rare_words_for_more_than_common_ones() -> None:
    assert information(["of"]) < information(["people"]) < information(["munitions"]) == RARE_WORD


def test_adds_up_over_words() -> None:
    assert information(["munitions", "of", "12"]) == RARE_WORD + information(["of"]) + FIGURE


def test_counts_a_set_phrase_as_one_rare_word_at_most() -> None:
    assert information(["president", "of", "the", "united", "states"]) == SET_PHRASE


def test_gives_nothing_for_no_words() -> None:
    assert information([]) == 0.0
