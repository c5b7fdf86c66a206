from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import connection

from quotes.models import Article, Revision, Source
from quotes.services import articles
from quotes.services.articles import Submission
from quotes.services.errors import Refused
from tests.factories import AgencyFactory, AliasFactory, OutletFactory, StaffFactory

pytestmark = pytest.mark.django_db

TEXT = """Harbour bridge to reopen in May

14 May 2024 - 08:18 Ann Lee and Bo Ek

Port Ellery — “The bridge will open in May,” Mayor Ada Okoro said on Tuesday.

The work took two years.

Reuters
"""


def accept(text=TEXT, outlet="The Ellery Post", **given):
    return articles.accept(by=None, submission=Submission(outlet=outlet, text=text, **given))


def test_accept_stores_the_text_as_given_and_what_its_page_says():
    accepted = accept(url="https://Post.example/bridge?utm_source=x#top", sender_id="a1")

    article = Article.objects.get()
    revision = article.revisions.get()
    assert accepted == articles.Accepted(article, created=True)
    assert (article.title, article.byline) == ("Harbour bridge to reopen in May", ["Ann Lee", "Bo Ek"])
    assert article.published_at == datetime(2024, 5, 14, 8, 18, tzinfo=UTC)
    assert (article.published_as, article.dateline, article.credit) == (
        "2024-05-14T08:18",
        "Port Ellery",
        "Reuters",
    )
    assert (article.url, article.sender_id) == ("https://post.example/bridge", "a1")
    assert (article.state, article.attempts, article.lease) == (Article.State.ACCEPTED, 0, None)
    assert revision.text == TEXT
    body = TEXT[revision.body_start : revision.body_end]
    assert body.startswith("Port Ellery — “The bridge")
    assert body.endswith("took two years.")
    assert (article.outlet.name, article.outlet.kind) == ("The Ellery Post", "outlet")


def test_accept_prefers_given_facts():
    accepted = accept(title="Bridge", published_at="2024-05-15", byline=("Cy Dow",))

    article = accepted.article
    assert (article.title, article.published_as, article.byline) == ("Bridge", "2024-05-15", ["Cy Dow"])
    assert article.published_at == datetime(2024, 5, 15, tzinfo=UTC)


def test_accept_keeps_line_endings_and_leading_blanks():
    text = "  \r\n“We will,” she said.\r\n\r\n“Soon,” she added.\r\n"

    accepted = accept(text)

    assert accepted.article.revisions.get().text == text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"url": "https://post.example/a"}, {"url": "HTTPS://POST.example:443/a?fbclid=1"}),
        ({"sender_id": "a1"}, {"sender_id": "a1"}),
        ({}, {}),
        ({"url": "https://post.example/a"}, {"url": "https://post.example/b"}),
    ],
    ids=["url", "sender_id", "body", "body_at_another_url"],
)
def test_accept_returns_the_known_article(first, second):
    known = accept(**first)

    again = accept(**second)

    assert again == articles.Accepted(known.article, created=False)
    assert Article.objects.count() == Revision.objects.count() == 1


def test_accept_adds_a_url_to_a_known_article_that_had_none():
    known = accept(sender_id="a1")

    again = accept(url="https://post.example/a")

    assert again.article == known.article
    assert (again.article.url, again.article.sender_id) == ("https://post.example/a", "a1")


def test_accept_keeps_one_body_in_two_outlets_apart():
    one, two = accept(outlet="The Ellery Post"), accept(outlet="The Marrow Times")

    assert (one.created, two.created) == (True, True)


@pytest.mark.parametrize("address", [{"url": "https://post.example/a"}, {"sender_id": "a1"}])
def test_accept_adds_a_revision_for_a_changed_body_and_has_it_read(address):
    known = accept(title="Old", **address)
    Article.objects.update(state=Article.State.MATCHED)

    changed = accept(TEXT.replace("May,” Mayor", "June,” Mayor"), title="New", **address)

    assert changed == articles.Accepted(known.article, created=False, revised=True)
    article = Article.objects.get()
    assert (article.state, article.title) == (Article.State.ACCEPTED, "New")
    assert list(article.revisions.values_list("number", flat=True)) == [1, 2]


def test_accept_adds_a_revision_for_a_body_that_comes_back():
    accept(sender_id="a1")
    accept(TEXT.replace("May,” Mayor", "June,” Mayor"), sender_id="a1")

    again = accept(sender_id="a1")
    same = accept(sender_id="a1")

    assert (again.created, again.revised, same.revised) == (False, True, False)
    assert list(Revision.objects.order_by("number").values_list("number", "text")) == [
        (1, TEXT),
        (2, TEXT.replace("May,” Mayor", "June,” Mayor")),
        (3, TEXT),
    ]


def test_accept_knows_an_earlier_body_that_comes_without_an_address():
    accept(sender_id="a1")
    accept(TEXT.replace("May,” Mayor", "June,” Mayor"), sender_id="a1")

    again = accept()

    assert (again.created, again.revised, Revision.objects.count()) == (False, False, 2)


def test_accept_finds_the_outlet_by_its_alias():
    agency = AgencyFactory(name="Reuters")
    AliasFactory(source=agency, name="Thomson Reuters")

    accepted = accept(outlet="THOMSON REUTERS")

    assert accepted.article.outlet == agency
    assert Source.objects.count() == 1


def test_accept_takes_the_outlet_among_several_sources_of_one_name():
    OutletFactory(name="The Sun", kind="person", disambiguation="the boat")
    outlet = OutletFactory(name="The Sun")

    assert accept(outlet="The Sun").article.outlet == outlet


def test_accept_records_who_handed_it_in():
    editor = StaffFactory()
    known = accept(sender_id="a1").article

    articles.accept(
        by=editor,
        submission=Submission(
            outlet="The Ellery Post", text=TEXT, sender_id="a1", title="x", url="https://p.example/"
        ),
    )

    change = known.events.get()
    assert change.pgh_context.metadata["user"] == editor.pk


@pytest.mark.parametrize(
    ("given", "code", "field", "message"),
    [
        (
            {"outlet": " "},
            "no_outlet",
            "outlet",
            "The article has no outlet; say who printed it (its outlet field, or --outlet NAME).",
        ),
        ({"text": ""}, "empty", "text", "There is no text in it; give the words of the article."),
        ({"text": " \n\t"}, "empty", "text", "There is no text in it; give the words of the article."),
        (
            {"text": "One\ntwo\0three"},
            "not_text",
            "text",
            "The text has a NUL character at line 2 (offset 7); save it as text in UTF-8.",
        ),
        (
            {"text": "One\ntwo \ud83d three"},
            "not_text",
            "text",
            "The text has half a character (U+D83D) at line 2 (offset 8); save it as text in UTF-8.",
        ),
        (
            {"title": "One\0"},
            "not_text",
            "title",
            "The title has a NUL character at offset 3; take it out.",
        ),
        (
            {"text": "a" * 1_000_001},
            "too_large",
            "text",
            "The text has 1,000,001 characters, the limit is 1,000,000; leave out what is not the article.",
        ),
        (
            {"sender_id": "a" * 301},
            "too_large",
            "sender_id",
            "The sender's id has 301 characters, the limit is 300; shorten it.",
        ),
        (
            {"published_at": "2024-02-30"},
            "bad_date",
            "published_at",
            "The date given with the article: “2024-02-30” is not a date: February 2024 has 29 days;"
            " give it as YYYY-MM-DD.",
        ),
        (
            {"published_at": "yesterday"},
            "bad_date",
            "published_at",
            "The date given with the article: “yesterday” is not a date; give it as YYYY-MM-DD.",
        ),
        (
            {"text": TEXT.replace("14 May", "31 June")},
            "bad_date",
            "text",
            "Line 3: “31 June 2024” is not a date: June 2024 has 30 days;"
            " correct it in the text, or give the date with the article as YYYY-MM-DD.",
        ),
        (
            {"url": "ftp://post.example/a"},
            "bad_url",
            "url",
            "“ftp://post.example/a” is not an address an article is published at; give its http or https"
            " address without user name, of at most 2000 characters, or leave it out.",
        ),
        (
            {"language": "English, please"},
            "bad_language",
            "language",
            "“English, please” is not a language tag; give one such as en or de-AT.",
        ),
        (
            {"language": "pt-BR"},
            "bad_language",
            "language",
            "Articles in “pt-BR” cannot be read; give one of de, en, es, fr, or leave the language out.",
        ),
    ],
)
def test_accept_refuses_what_it_cannot_store_and_stores_nothing(given, code, field, message):
    with pytest.raises(Refused) as refused:
        accept(**given)

    assert (refused.value.code, refused.value.field, refused.value.message) == (code, field, message)
    assert not Article.objects.exists()
    assert not Source.objects.exists()


def test_accept_takes_a_given_date_over_a_printed_one_that_is_none():
    accepted = accept(TEXT.replace("14 May", "31 June"), published_at="2024-06-30T10:00+02:00")

    assert accepted.article.published_as == "2024-06-30T10:00+02:00"
    assert accepted.article.published_at == datetime(2024, 6, 30, 8, tzinfo=UTC)


def test_accept_stores_the_language_the_text_tells_where_none_is_given():
    accepted = accept(
        "Der Hafen bleibt zu, bis ein Angebot auf dem Tisch liegt. „Wir warten“, sagte er am Abend."
    )

    assert accepted.article.language == "de"


def test_accept_refuses_text_and_html_together():
    with pytest.raises(Refused) as refused:
        accept(html="<p>Words</p>")

    assert refused.value.message == "The article has both text and HTML; give one of the two."


def test_accept_refuses_a_url_of_another_outlet():
    accept(outlet="The Ellery Post", url="https://post.example/a")

    with pytest.raises(Refused) as refused:
        accept(outlet="The Marrow Times", url="https://post.example/a")

    assert refused.value.message == (
        "The URL https://post.example/a belongs to an article of The Ellery Post, not of The Marrow Times;"
        " correct the outlet or the URL."
    )


def test_accept_refuses_a_url_and_an_id_of_two_articles():
    accept(url="https://post.example/a", title="One")
    accept(TEXT + "More.\n", sender_id="b", title="Two")

    with pytest.raises(Refused) as refused:
        accept(url="https://post.example/a", sender_id="b")

    assert refused.value.message == (
        "The URL https://post.example/a belongs to “One”, the id b to “Two”; correct one of the two."
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "address", [{}, {"url": "https://post.example/a"}, {"sender_id": "a1"}], ids=["body", "url", "sender_id"]
)
def test_accept_makes_one_row_of_twelve_at_once(address):
    def call(number):
        try:
            return accept(TEXT, **address).created
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        created = list(pool.map(call, range(12)))

    assert sorted(created) == [False] * 11 + [True]
    assert Article.objects.count() == Revision.objects.count() == 1


HTML = """<html><head><title>Bridge</title>
<meta property="og:site_name" content="The Ellery Post"><meta property="og:title" content="Bridge to reopen">
<meta property="article:published_time" content="{date}"><link rel="canonical" href="{url}"></head>
<body><nav>Home News Sport</nav><article><h1>Bridge to reopen</h1>
<p>Port Ellery — “The bridge will open in May,” Mayor Ada Okoro said after the last crane had left.</p>
<p>“Nobody will pay a toll,” she added, and the crowd that had waited since the morning applauded.</p>
</article></body></html>"""


def accept_html(outlet="", date="2024-05-14T08:18:00+02:00", url="https://post.example/a#top", **given):
    return accept(None, outlet, html=HTML.format(date=date, url=url), **given).article


def test_accept_reads_an_html_page_and_its_metadata():
    article = accept_html()

    assert (article.outlet.name, article.title) == ("The Ellery Post", "Bridge to reopen")
    assert (article.url, article.published_as) == ("https://post.example/a", "2024-05-14T08:18:00+02:00")
    text = article.revisions.get().text
    assert "“Nobody will pay a toll,” she added" in text
    assert "Sport" not in text


def test_accept_prefers_given_facts_over_a_pages_metadata():
    article = accept_html(
        outlet="Marrow Times", url="https://x.example/", title="Mine", published_at="2024-01-01"
    )

    assert (article.outlet.name, article.title, article.published_as) == (
        "Marrow Times",
        "Mine",
        "2024-01-01",
    )


def test_accept_leaves_out_metadata_that_cannot_be_used():
    article = accept_html(date="soon", url="https:///nowhere")

    assert (article.url, article.published_as) == ("", "")


def test_accept_refuses_html_without_an_article():
    with pytest.raises(Refused) as refused:
        accept(None, html="<html><body></body></html>")

    assert (refused.value.code, refused.value.field) == ("not_text", "html")
    assert refused.value.message == "No article was found in the HTML; send the article's page, or its text."
