"""Looking up words in any state of repair."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quotes.models import Appearance, Quote
from quotes.services.looking_up.look_up import look_up
from quotes.services.looking_up.passages import asked
from quotes.services.matching.wordings import assign
from tests.api.world import World, fixed
from tests.factories import (
    AgencyFactory,
    AppearanceFactory,
    ArticleFactory,
    OutletFactory,
    QuoteFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db
TRUE = "The bridge will not open before May"


@pytest.fixture
def world():
    world = World()
    words = "We have never counted the gulls in the old harbour"
    other = SourceFactory(name="Bela Novak")
    quote = QuoteFactory(public_id=fixed(50), text=words, speaker=other, appearance_count=1, outlet_count=1)
    article = ArticleFactory(text=f"“{words},” Novak said.", outlet=OutletFactory(name="Evening Mail"))
    AppearanceFactory(quote=quote, article=article, text=words, chain=[other, AgencyFactory(name="KCX")])
    assign(appearances=Appearance.objects.all())
    return world


def best(text, speaker=""):
    (one,) = look_up([asked(text, speaker)], most=5)
    return one


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (TRUE, "exact"),
        ("the bridge will not open before may", "typographic"),
        ("„The bridge will not open before May”", "exact"),
        ("“will not open before May,” Okoro told reporters, according to KCNA.", "contained"),
        ("Ada Okoro: 'The bridge will not open before May'", "exact"),
        ("The bridge will not open before May, Mayor Ada Okoro said", "truncated"),
        ("The bridge will not be open again before May", "edited"),
    ],
)
def test_finds_words_in_any_state_of_repair(world, text, relation):
    first = best(text).answers[0]

    assert (first.quote.public_id, str(first.found.comparison.relation)) == (fixed(5), relation)


def test_points_at_the_differing_words_in_the_text_as_given(world):
    text = "Okoro said: “We have always counted the gulls in the old harbour”."
    first = best(text).answers[0]
    (difference,) = (one for one in first.found.comparison.differences if one.operation != "equal")
    start = first.found.passage.start + difference.a.start

    assert text[start : first.found.passage.start + difference.a.end] == "always"
    assert first.found.printed[difference.b.start : difference.b.end] == "never"


def test_says_that_the_best_answer_is_another_speakers(world):
    one = best("“We have never counted the gulls in the old harbour,” Ada Okoro said.")

    assert [source.name for source in one.speakers] == ["Ada Okoro"]
    assert [answer.by_asked for answer in one.answers] == [False]
    assert one.sentence == "The best answer is another speaker's: “Bela Novak” said it, not “Ada Okoro”."


@pytest.mark.parametrize("speaker", ["Ada Okoro", "Mayor Okoro", "Okoro"])
def test_knows_the_speaker_by_any_of_their_names(world, speaker):
    assert best(TRUE, speaker).answers[0].by_asked is True


def test_traces_each_answer(world):
    first = best("We have never counted the gulls in the old harbour").answers[0]

    assert first.origins["origins"] == [{"source": "KCX", "outlets": ["Evening Mail"]}]
    assert first.origins["first"]["outlet"] == "Evening Mail"


def test_tells_what_came_nearest_where_nothing_holds_the_words(world):
    one = best("Nobody counted gulls before the old harbour burned and all its ships were sold in Spain")

    assert (one.answers, len(one.asked.passages)) == ((), 1)
    assert one.findings.nearest is None or one.nearest.public_id == fixed(50)


@pytest.mark.parametrize(
    "text", ["gulls", "never counted", "“gulls harbour”", "counted gulls", "Who said “gulls”?"]
)
def test_finds_a_word_or_two_by_their_words(world, text):
    one = best(text)

    assert [answer.quote.public_id for answer in one.answers] == [fixed(50)]
    assert one.findings.by_words == 1


def test_ranks_a_word_by_the_outlets_that_print_it(world):
    for number, outlets in ((51, 2), (52, 9), (53, 5)):
        words = f"Gulls {'love us ' * number}"
        quote = QuoteFactory(public_id=fixed(number), text=words, appearance_count=9, outlet_count=outlets)
        AppearanceFactory(quote=quote, article=ArticleFactory(text=f"“{words},” he said."), text=words)

    found = [answer.quote.public_id for answer in best("gulls").answers]

    assert found == [fixed(52), fixed(53), fixed(51), fixed(50)]


@pytest.mark.parametrize(("text", "share"), [("purple gulls", 0.5), ("harbours", 0.0)])
def test_tells_what_came_nearest_to_a_word_or_two(world, text, share):
    one = best(text)

    assert (one.answers, one.findings.by_words, one.nearest.public_id) == ((), 1, fixed(50))
    assert one.findings.nearest.share == share


def test_looks_for_a_word_only_where_nothing_tells_more(world):
    one = best(f"“{TRUE},” she said of the “gulls”.")

    assert ([answer.quote.public_id for answer in one.answers], one.findings.by_words) == ([fixed(5)], 0)


def test_finds_no_printing_an_editor_rejected(world):
    Appearance.objects.filter(quote__public_id=fixed(50)).update(
        state="rejected", decided_by=world.act.decided_by, decided_at=world.act.decided_at
    )

    assert best("We have never counted the gulls in the old harbour").answers == ()


@pytest.mark.parametrize("text", ["", "…", "“”", "a", "\n\n", "?!" * 400])
def test_finds_nothing_for_no_words(world, text):
    assert best(text).answers == ()


def test_asks_as_often_for_a_hundred_texts_as_for_one(world):
    texts = [TRUE, "We have never counted the gulls in the old harbour", "“never counted,” Ada Okoro said"]
    with CaptureQueriesContext(connection) as for_one:
        look_up([asked(f"“{TRUE},” Ada Okoro said")], most=5)

    with CaptureQueriesContext(connection) as for_many:
        found = look_up([asked(texts[n % 3]) for n in range(100)], most=5)

    assert len(for_many) <= len(for_one)
    assert len(found) == 100
    assert Quote.objects.count() == 2
