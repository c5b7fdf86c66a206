"""Addresses: the one form in which an article's URL is stored and looked up."""

import re
from urllib.parse import urlsplit, urlunsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from quotes.services.errors import Refused

LONGEST = 2000
# Parameters that say how a reader came to the page, never which page it is.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id"
    r"|_ga|_gl|_hsenc|_hsmi|mkt_tok|oly_(?:anon|enc)_id|vero_id|wickedid|cmpid|ncid|smid|sr_share|at_\w+"
)
_PORTS = {"http": 80, "https": 443}
_valid = URLValidator(schemes=["http", "https"])


def canonical_url(url: str) -> str:
    """Return `url` with its host in lower case, without fragment, usual port and tracking parameters.

    Raises Refused ("bad_url") where it is no public http or https address.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise _bad(url) from None
    scheme = parts.scheme.lower()
    place = f"[{host}]" if ":" in host else host
    place += "" if port in (None, _PORTS.get(scheme)) else f":{port}"
    query = "&".join(part for part in parts.query.split("&") if not _tracks(part))
    canonical = urlunsplit((scheme, place, parts.path or "/", query, ""))
    try:
        _valid(canonical)
    except ValidationError:
        raise _bad(url) from None
    if parts.username is not None or parts.password is not None or len(canonical) > LONGEST:
        raise _bad(url)
    return canonical


def _tracks(parameter: str) -> bool:
    return not parameter or bool(_TRACKING.fullmatch(parameter.partition("=")[0].lower()))


def _bad(url: str) -> Refused:
    return Refused(
        f"“{url[:80]}” is not an address an article is published at; give its http or https address"
        f" without user name, of at most {LONGEST} characters, or leave it out.",
        code="bad_url",
        field="url",
    )
