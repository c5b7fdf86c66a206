from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quotes.text.comparing.relation import Circumstances, relate, related
from quotes.text.comparing.types import Comparison, Printing, Relation

# Other work on the machine makes an example slow, not wrong.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

VOCABULARY = """
we shall never mend old weir before winter unless council pays twenty crowns each boat sank while
millers watched river rise above stone bridge
"""
WORDS = VOCABULARY.split()
wordings = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
distinct = st.permutations(WORDS).map(lambda words: list(words)[:16])


def compare(one: str, other: str) -> Comparison:
    return relate(Printing(one, "Ada Rowe", "2024-03-02"), Printing(other, "Rowe", "2024-03-02"))


@unhurried
@given(wordings, wordings)
def test_answers_the_same_whichever_comes_first(one: str, other: str) -> None:
    forth, back = compare(one, other), compare(other, one)
    assert (forth.relation, forth.score) == (back.relation, back.score)
    assert sorted((c.kind, c.sentence) for c in forth.changes) == sorted(
        (c.kind, c.sentence) for c in back.changes
    )


@unhurried
@given(wordings, wordings)
def test_answers_the_same_of_foreign_words_whichever_comes_first(one: str, other: str) -> None:
    a, b = Printing(one, "Ho Lan", "2024-03-02"), Printing(other, "Ho", "2024-03-03")
    forth, back = (relate(x, y, given=Circumstances(said_in="ko")) for x, y in ((a, b), (b, a)))
    assert (forth.relation, forth.score) == (back.relation, back.score)
    assert [(c.kind, c.a, c.b) for c in forth.changes] == [(c.kind, c.b, c.a) for c in back.changes]


@unhurried
@given(wordings, wordings)
def test_related_answers_as_relate_but_of_what_is_different(one: str, other: str) -> None:
    a, b = Printing(one, "Ada Rowe", "2024-03-02"), Printing(other, "Rowe", "2024-03-03")
    found = relate(a, b)
    assert related(a, b) == (None if found.relation is Relation.DIFFERENT else found)


@unhurried
@given(wordings, wordings)
def test_covers_both_originals_with_ordered_differences(one: str, other: str) -> None:
    found = compare(one, other).differences
    for text, spans in ((one, [d.a for d in found]), (other, [d.b for d in found])):
        assert spans == sorted(spans)
        assert not found or " ".join(s.of(text) for s in spans if len(s)).split() == text.split()


@unhurried
@given(wordings, wordings)
def test_finds_the_same_in_other_typography(one: str, other: str) -> None:
    printed = f"“{one.replace(' ', '  ')},”"
    assume(compare(one, other).relation not in {Relation.EXACT, Relation.TYPOGRAPHIC})
    assert compare(printed, other).relation == compare(one, other).relation


@unhurried
@given(distinct, st.data())
def test_finds_a_fragment_of_a_fragment_a_fragment(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(1, 3))
    middle, inner = words[start:14], words[start + 1 : 13]
    for part, whole in ((inner, middle), (middle, words), (inner, words)):
        assert compare(" ".join(part), " ".join(whole)).relation == Relation.CONTAINED


@unhurried
@given(st.text(), st.text())
def test_answers_for_any_two_texts(one: str, other: str) -> None:
    assert 0 <= compare(one, other).score <= 1
