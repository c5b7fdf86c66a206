"""An editor in a browser: logs in, reads an article with its quotes lit up, pastes one that is refused."""

from urllib.parse import urlsplit

from tests.browser import needs_chromium, visiting
from tests.factories import AdminFactory, AppearanceFactory, ArticleFactory, SourceFactory

TEXT = "The gates stay shut.\n\n“Our water is our bread,” Danek Orsolan said.\n"


@needs_chromium
def test_read_and_paste_articles_as_an_editor(live_server):
    editor = AdminFactory(username="ada")
    editor.set_password("a long enough password")
    editor.save()
    article = ArticleFactory(text=TEXT)
    AppearanceFactory(
        article=article, text="Our water is our bread", chain=[SourceFactory(name="Danek Orsolan")]
    )

    with visiting(width=390) as visit:
        visit.page.goto(f"{live_server.url}/admin/login/")
        visit.page.fill("#id_username", "ada")
        visit.page.fill("#id_password", "a long enough password")
        visit.page.click("input[type=submit]")
        visit.page.goto(f"{live_server.url}/admin/quotes/article/{article.pk}/change/")
        lit = visit.page.locator("mark").all_inner_texts()
        wide = visit.page.evaluate("document.documentElement.scrollWidth")
        visit.page.goto(f"{live_server.url}/admin/quotes/article/add/")
        visit.page.fill("#id_outlet", "The Gazette")
        visit.page.fill("#id_text", "31 February 2023\n\nSEOUL, Feb 31 (Reuters) - It was “cold”, he said.")
        visit.page.click("input[type=submit]")
        refused = visit.page.locator(".errorlist").all_inner_texts()

    assert lit == ["Our water is our bread"]
    assert wide <= 390
    assert len(refused) == 1
    assert "is not a date" in refused[0]
    assert visit.complaints == []
    assert visit.hosts == {urlsplit(live_server.url).netloc}
