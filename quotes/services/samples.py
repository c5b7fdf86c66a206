"""Samples: the bundled articles, handed in like anybody's, and the log-in that shows them."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser

import quotes
from quotes.models import Article, Source
from quotes.services.accepting.submissions import Submission
from quotes.services.articles import accept
from quotes.services.sources import add_alias, find_or_create

FOLDER = Path(quotes.__file__).parent / "samples"
EDITOR, PASSWORD = "editor", "via-demo"


def store_samples() -> list[Article]:
    """Store the sample articles, and the outlets and agencies they speak of; return the articles.

    A second call finds everything there and changes nothing.
    """
    for kind, entry in _known():
        source = find_or_create(name=entry["name"], kind=kind)
        for alias in entry["aliases"]:
            add_alias(by=None, source=source, name=alias)
    return [accept(by=None, submission=submission).article for submission in sample_submissions()]


def sample_submissions() -> list[Submission]:
    """Return the sample articles as a sender hands them in, in order of their dates."""
    outlets = {outlet["slug"]: outlet for outlet in _listed()["outlets"]}
    return [_submission(path, outlets[path.parent.name]) for path in _files()]


def demo_editor() -> AbstractBaseUser:
    """Return the user who may do everything in a demonstration, made where there is none."""
    users = get_user_model()._default_manager
    found = users.filter(username=EDITOR).first()
    return found or users.create_superuser(EDITOR, password=PASSWORD)


def _files() -> list[Path]:
    return sorted((FOLDER / "articles").glob("*/*.txt"), key=lambda path: (path.name, path.parent.name))


def _submission(path: Path, outlet: dict[str, Any]) -> Submission:
    return Submission(
        outlet=outlet["name"],
        text=path.read_text(encoding="utf-8"),
        url=f"{outlet['home']}{path.stem}",
        sender_id=f"{path.parent.name}/{path.name}",
    )


def _known() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, name in ((Source.Kind.OUTLET, "outlets"), (Source.Kind.AGENCY, "agencies")):
        yield from ((kind.value, entry) for entry in _listed()[name])


@cache
def _listed() -> dict[str, Any]:
    listed: dict[str, Any] = json.loads((FOLDER / "sources.json").read_text(encoding="utf-8"))
    return listed
