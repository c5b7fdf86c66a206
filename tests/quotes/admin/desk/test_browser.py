"""The desk in a browser: keys alone, words selected, a second editor, hostile texts, a phone, axe-core."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User

from quotes.models import Act, Appearance, Job, Match
from quotes.services.appearances import confirm
from tests.browser import needs_chromium, visiting
from tests.factories import (
    AdminFactory,
    AgencyFactory,
    AppearanceFactory,
    ArticleFactory,
    OutletFactory,
    QuoteFactory,
    SourceFactory,
)

PASSWORD = "a long enough password"
TEXT = "The gates stay shut.\n\n“Our water 🌊 is our bread,” Danek Orsolan said, VETA reported.\n"
WORDS = "Our water 🌊 is our bread"
STATIC = Path(settings.ROOT, "quotes/static/quotes/desk")
MOST_SCRIPT = 60_000  # bytes, all of the desk's scripts
HOSTILE = (
    "<script>hit()</script><img src=x onerror=hit()><svg onload=hit()>'\"><a href=javascript:hit()>x</a>"
)


@pytest.fixture
def editor(transactional_db: None) -> User:
    made = AdminFactory(username="ada")
    made.set_password(PASSWORD)
    made.save()
    return made


def printings(count: int, text: str = TEXT, words: str = WORDS, **fields: object) -> list[Appearance]:
    chain = [SourceFactory(name="Danek Orsolan"), AgencyFactory(name="VETA")]
    outlet = OutletFactory(name="The Gazette")
    made = [ArticleFactory(text=text, outlet=outlet) for _ in range(count)]
    return [AppearanceFactory(article=one, text=words, chain=chain, confidence=0.5, **fields) for one in made]


def log_in(page: object, site: str, name: str = "ada") -> None:
    page.goto(f"{site}/admin/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")


def shown(page: object) -> str | None:
    return page.evaluate("document.querySelector('#card [data-address]')?.dataset.address")


def press(page: object, key: str) -> None:
    """Press a key that ends the card that is shown, and wait until it is gone."""
    page.wait_for_selector("#card [data-address]")
    before = shown(page)
    page.keyboard.press(key)
    gone = "before => document.querySelector('#card [data-address]')?.dataset.address !== before"
    page.wait_for_function(gone, arg=before)


@needs_chromium
def test_work_through_the_queue_by_keys_alone_one_a_decision(live_server, editor):
    rows = printings(18)
    for a, b in zip(rows[:4:2], rows[1:4:2], strict=True):
        Match.objects.create(a=a, b=b, relation="exact", judgement="unsure", score=0.5)

    with visiting() as visit:
        page = visit.page
        log_in(page, live_server.url)
        page.goto(f"{live_server.url}/admin/desk/review/?kind=match")
        press(page, "m")
        press(page, "a")
        page.wait_for_selector(".latest li:nth-child(2)")
        page.goto(f"{live_server.url}/admin/desk/review/?kind=appearance")
        for number in range(18):
            press(page, "x" if number % 6 == 5 else "a")
        for _ in range(2):
            undone = page.locator(".undone").count()
            page.keyboard.press("Backspace")
            page.wait_for_function("n => document.querySelectorAll('.undone').length > n", arg=undone)
        press(page, "a")
        press(page, "Space")
        page.wait_for_function("() => document.querySelector('.progress b').textContent.startsWith('19 of')")

    states = Appearance.objects.order_by().values_list("state", flat=True)
    assert sorted(states) == ["confirmed"] * 15 + ["rejected"] * 2 + ["suggested"]
    judged = Match.objects.current().filter(decided_by=editor).values_list("judgement", flat=True)
    assert sorted(judged) == ["altered", "same"]
    assert Act.objects.filter(decided_by=editor).exclude(kind="undo").count() == 21
    assert visit.complaints == []


@needs_chromium
def test_correct_words_by_selecting_them_and_a_speaker_by_choosing(live_server, editor):
    (row,) = printings(1)
    SourceFactory(name="Ysolde Penhallick")
    select = """() => {
        const text = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
        while (text.nextNode()) if (text.currentNode.data.includes('is our bread')) break;
        const at = text.currentNode.data.indexOf('is our bread');
        getSelection().setBaseAndExtent(text.currentNode, at, text.currentNode, at + 12);
    }"""

    with visiting() as visit:
        page = visit.page
        log_in(page, live_server.url)
        page.goto(f"{live_server.url}/admin/desk/articles/{row.article_id}/?quote={row.pk}")
        page.keyboard.press("e")
        page.evaluate(select)
        page.click("[data-take] >> visible=true")
        page.click("button[value=words]")
        page.wait_for_selector(".messagelist")
        page.keyboard.press("s")
        page.keyboard.type("penh")
        page.wait_for_selector(".names li >> visible=true")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.click("button[value='hop 0']")
        page.wait_for_selector(".messagelist >> text=Penhallick")

    row.refresh_from_db()
    assert (row.words, row.state, row.decided_by) == ("is our bread", "confirmed", editor)
    assert str(row.hops.get(position=0).source) == "Ysolde Penhallick"
    assert visit.complaints == []


@needs_chromium
def test_tell_the_second_of_two_editors_and_lose_nothing_typed(live_server, editor):
    (row,) = printings(1)
    address = f"/admin/desk/review/?item=appearance-{row.public_id}"

    with visiting() as visit:
        page = visit.page
        log_in(page, live_server.url)
        page.goto(live_server.url + address)
        page.click("text=Say why")
        page.fill("#card form.main [name=reason]", "Heard on the recording.")
        other = page.context.browser.new_context().new_page()
        log_in(other, live_server.url)
        other.goto(live_server.url + address)
        other.click("#card button[value=reject]")
        other.wait_for_selector(".latest form")
        page.click("#card button[value=confirm]")
        page.wait_for_selector("#card [role=alert]")
        told = page.inner_text("#card [role=alert]")
        kept = page.input_value("#card form.main [name=reason]")

    row.refresh_from_db()
    assert told.startswith("Meanwhile ada did this")
    assert (kept, row.state) == ("Heard on the recording.", "rejected")


@needs_chromium
def test_decide_without_a_script(live_server, editor):
    printings(2)

    with visiting() as visit:
        page = visit.page.context.browser.new_context(java_script_enabled=False).new_page()
        log_in(page, live_server.url)
        page.goto(f"{live_server.url}/admin/desk/review/")
        page.click("button[value=confirm]")
        page.click("button[value=reject]")
        page.click(".latest button >> nth=0")

    states = Appearance.objects.order_by().values_list("state", flat=True)
    assert sorted(states) == ["confirmed", "suggested"]


@needs_chromium
def test_show_every_screen_accessibly_and_hostile_texts_dead(live_server, editor):
    from axe_playwright_python.sync_playwright import Axe

    said = QuoteFactory(text=HOSTILE)
    source, outlet = SourceFactory(name=HOSTILE), OutletFactory(name=f"{HOSTILE} paper")
    rows = [
        AppearanceFactory(
            text=HOSTILE + more,
            article=ArticleFactory(
                text=f"{HOSTILE}\n“{HOSTILE}{more},” she said.", title=HOSTILE, outlet=outlet, credit=HOSTILE,
                byline=[HOSTILE], state="failed", failure=HOSTILE, url="https://paper.example/" + more,
            ),
            quote=said, chain=[source], setting=HOSTILE, confidence=0.5,
        )
        for more in ("", " more")
    ]  # fmt: skip
    namesake = SourceFactory(name=f"{HOSTILE} more")
    confirm(by=editor, appearance=rows[0], reason=HOSTILE)
    Job.objects.create(
        kind="import", state="running", done=1, total=3, errors=[{"line": 1, "message": HOSTILE}]
    )
    rows[1].hops.update(source=None, name=HOSTILE, candidates=[HOSTILE])
    Match.objects.create(
        a=rows[0], b=rows[1], relation="edited", judgement="unsure", score=0.5, reason=HOSTILE,
        changes=[{"kind": "name", "a": None, "b": None, "sentence": HOSTILE}],
    )  # fmt: skip
    pair = "&".join(f"appearance={row.public_id}" for row in rows)
    addresses = [
        "/admin/",
        *(f"/admin/desk/review/?kind={kind}" for kind in ("appearance", "hop", "match")),
        f"/admin/desk/compare/?{pair}",
        f"/admin/desk/articles/{rows[0].article_id}/?quote={rows[0].pk}",
        f"/admin/desk/quotes/{said.public_id}/",
        f"/admin/desk/quotes/{said.public_id}/merge/?with={QuoteFactory(text=HOSTILE).public_id}",
        f"/admin/desk/quotes/{said.public_id}/split/?appearance={rows[0].public_id}",
        f"/admin/desk/history/quote/{said.public_id}/",
        "/admin/desk/merging/",
        f"/admin/desk/merging/?preview=1&source={source.public_id}&source={namesake.public_id}",
        "/admin/desk/jobs/",
    ]
    wide, serious, hits = [], [], []

    with visiting() as visit:
        page = visit.page
        page.add_init_script("window.hits = 0; window.hit = () => { window.hits += 1 };")
        log_in(page, live_server.url)
        for address in addresses:
            page.goto(live_server.url + address)
            hits += [address] if page.evaluate("window.hits") else []
            found = Axe().run(page).response["violations"]
            serious += [
                (address, one["id"], one["nodes"][0]["html"])
                for one in found
                if one["impact"] in ("serious", "critical")
            ]
            page.set_viewport_size({"width": 390, "height": 800})
            wide += [address] if page.evaluate("document.documentElement.scrollWidth") > 390 else []
            page.set_viewport_size({"width": 1280, "height": 900})

    assert (wide, hits, serious) == ([], [], [])
    assert visit.complaints == []


def test_keep_the_scripts_small() -> None:
    assert sum(path.stat().st_size for path in STATIC.glob("*.js")) <= MOST_SCRIPT
