"""Linked: rows as schema.org says them, and printings as W3C annotations.

Sources: https://schema.org/Quotation, https://www.w3.org/TR/annotation-model/ (selectors: sections 4.2.4
and 4.2.5; both count Unicode code points, as spans here do).
"""

from typing import Any

Record = dict[str, Any]
SCHEMA = "https://schema.org"
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"schema": "https://schema.org/", "speaker": "schema:spokenByCharacter", "revision": "schema:version"},
]
_TYPES = {"person": "Person"}


def node(record: Record, what: str) -> Record:
    """Return a row as schema.org has it: Quotation, NewsArticle, Person or Organization."""
    if what == "quotes":
        return _quotation(record)
    if what == "appearances":
        return _known(
            _quotation(record),
            exampleOfWork=_reference(record["quote"]),
            isPartOf=_article(record["article"]),
            contributor=[_source(hop["source"]) for hop in record["chain"][1:] if hop["source"]],
        )
    if what == "articles":
        return _known(_article(record), dateline=record["dateline"], inLanguage=record["language"])
    names = [alias["name"] for alias in record["aliases"]]
    return _known({**_source(record), "@id": record["api_url"]}, alternateName=names)


def graph_head(head: Record) -> Record:
    """Return the head of a graph: a Dataset that says what was asked, when, and how much it is."""
    return {
        "@context": SCHEMA,
        "@type": "Dataset",
        "identifier": head["id"],
        "name": head["what"],
        "description": _asked(head),
        "dateCreated": head["written_at"],
        "version": head["version"],
        "size": str(head["count"]),
    }


def annotation(record: Record) -> Record:
    """Return a printing as an annotation of its article: the words by quotation and by position.

    The offsets point into the revision named, as `GET /articles/{id}` gives its text.
    """
    quotation = {"type": "schema:Quotation", "speaker": _named(record["speaker"])}
    return {
        "id": record["api_url"],
        "type": "Annotation",
        "motivation": "identifying",
        "body": _known(quotation, id=(record["quote"] or {}).get("api_url")),
        "target": _known(
            {"source": record["article"]["api_url"], "revision": record["revision"]},
            canonical=record["article"]["url"],
            selector=[
                {
                    "type": "TextQuoteSelector",
                    "exact": record["text"],
                    "prefix": record["prefix"],
                    "suffix": record["suffix"],
                },
                {"type": "TextPositionSelector", "start": record["start"], "end": record["end"]},
            ],
        ),
    }


def annotations_head(head: Record) -> Record:
    """Return the head of a page of annotations, which its collection says of: what, when, how many."""
    collection = {
        "id": f"urn:uuid:{head['id']}",
        "type": "AnnotationCollection",
        "label": _asked(head),
        "created": head["written_at"],
        "generator": {"type": "Software", "name": "Via", "schema:softwareVersion": head["version"]},
        "total": head["count"],
    }
    return {
        "@context": CONTEXT,
        "id": f"urn:uuid:{head['id']}#all",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
    }


def _asked(head: Record) -> str:
    """Return the query as it reads in an address: `appearances?speaker=Okoro`."""
    asked = "&".join(f"{name}={value}" for name, value in head["filters"].items())
    return f"{head['what']}?{asked}" if asked else head["what"]


def _quotation(record: Record) -> Record:
    speaker = _source(record["speaker"]) if record["speaker"] else None
    quotation = {"@id": record["api_url"], "@type": "Quotation", "text": record["text"]}
    return _known(quotation, spokenByCharacter=speaker, datePublished=record.get("first_published_at"))


def _article(record: Record) -> Record:
    article = {"@id": record["api_url"], "@type": "NewsArticle"}
    return _known(
        article,
        headline=record["title"],
        url=record["url"],
        datePublished=record["published_at"],
        publisher={"@type": "Organization", "name": record["outlet"]["name"]},
    )


def _source(record: Record) -> Record:
    return {
        "@type": _TYPES.get(record["kind"], "Organization"),
        "identifier": record["id"],
        "name": record["name"],
    }


def _named(source: Record | None) -> Record | None:
    return source and {"schema:identifier": source["id"], "schema:name": source["name"]}


def _reference(record: Record | None) -> Record | None:
    return record and {"@id": record["api_url"]}


def _known(given: Record, **more: Any) -> Record:
    """Return the members that say something: linked data leaves out what is not known."""
    return {name: value for name, value in {**given, **more}.items() if value not in (None, [], "")}
