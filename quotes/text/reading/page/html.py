"""HTML: a saved article page as plain text, with what its metadata says."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import trafilatura

from quotes.text.reading.types import Given

_LONGEST = 20_000_000  # characters; a page of an article is a thousandth of it
_TITLES = ("og:title", "twitter:title", "headline", "dc.title")
_DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "pubdate",
    "date",
    "dc.date",
    "dc.date.issued",
)
_OUTLETS = ("og:site_name", "application-name", "twitter:site", "publisher")
_AUTHORS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_ARTICLES = re.compile(r"(?:[A-Za-z]*Article|[A-Za-z]*BlogPosting|Report)$")


class _Facts(HTMLParser):
    """Collect a page's meta elements, its canonical link and its JSON-LD blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, list[str]] = {}
        self.canonical: str | None = None
        self.blocks: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = facts.get("property") or facts.get("name") or facts.get("itemprop") or ""
            if name and facts.get("content", "").strip():
                self.meta.setdefault(name.lower(), []).append(facts["content"].strip())
        elif tag == "link" and "canonical" in facts.get("rel", "").lower().split():
            self.canonical = self.canonical or facts.get("href", "").strip() or None
        elif tag == "script" and facts.get("type", "").lower() == "application/ld+json":
            self._inside = True
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks[-1] += data

    def first(self, names: tuple[str, ...]) -> str | None:
        """Return the first value of the first of `names` the page has."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)


def page_from_html(html: str) -> tuple[str, Given, str | None]:
    """Return an article page's text, what its metadata says, and its canonical URL.

    The text is the article as trafilatura finds it, a paragraph a line, without menus and
    comments. Metadata is read from schema.org JSON-LD, then from meta elements. Nothing is
    fetched. Raises ValueError, with a sentence for the sender, where no article is found.
    """
    if not html.strip():
        raise ValueError("The HTML is empty; send the page as the browser saved it.")
    if len(html) > _LONGEST:
        raise ValueError(f"The HTML has {len(html)} characters; send one article's page, not a whole site.")
    text = trafilatura.extract(html, include_comments=False, include_tables=True, include_formatting=False)
    if not text or not text.strip():
        raise ValueError("No article was found in the HTML; send the article's page, or its text.")
    facts = _Facts()
    facts.feed(html)
    article = _article(facts.blocks)
    given = Given(
        title=_text(article.get("headline")) or facts.first(_TITLES),
        outlet=_text(article.get("publisher")) or _name(facts.first(_OUTLETS)),
        published_at=_text(article.get("datePublished")) or facts.first(_DATES),
        byline=_people(article.get("author")) or _meta_people(facts),
    )
    url = facts.canonical or facts.first(("og:url",)) or _text(article.get("url"))
    return text, given, url if url and url.startswith(("http://", "https://")) else None


def _article(blocks: list[str]) -> dict[str, Any]:
    """Return the first JSON-LD node that is an article; broken blocks are passed over."""
    for block in blocks:
        try:
            found = json.loads(block.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        nodes = found if isinstance(found, list) else [found]
        nodes += [node for top in nodes if isinstance(top, dict) for node in _listed(top.get("@graph"))]
        for node in nodes:
            if isinstance(node, dict) and any(_is_article(kind) for kind in _listed(node.get("@type"))):
                return node
    return {}


def _is_article(kind: object) -> bool:
    return isinstance(kind, str) and _ARTICLES.fullmatch(kind) is not None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str | None:
    """Return a JSON-LD value as text: the string, or the `name` of what it describes."""
    first = next(iter(_listed(value)), None)
    if isinstance(first, dict):
        first = first.get("name")
    return " ".join(first.split()) or None if isinstance(first, str) else None


def _people(value: Any) -> tuple[str, ...]:
    names = (_text(person) for person in _listed(value))
    return tuple(dict.fromkeys(name for name in names if name))


def _meta_people(facts: _Facts) -> tuple[str, ...]:
    values = next((facts.meta[name] for name in _AUTHORS if name in facts.meta), [])
    names = (
        name.strip()
        for value in values
        if not value.startswith(("http:", "https:", "@"))
        for name in re.split(r",| and |;", re.sub(r"^by ", "", value, flags=re.IGNORECASE))
    )
    return tuple(dict.fromkeys(name for name in names if name))


def _name(printed: str | None) -> str | None:
    return printed.removeprefix("@") if printed else None
