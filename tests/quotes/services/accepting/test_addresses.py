import pytest

from quotes.services.accepting.addresses import canonical_url
from quotes.services.errors import Refused


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://Post.Example/A/b#top", "https://post.example/A/b"),
        ("https://post.example", "https://post.example/"),
        ("https://post.example:443/a", "https://post.example/a"),
        ("http://post.example:8080/a", "http://post.example:8080/a"),
        ("https://post.example/a?utm_source=x&id=7&fbclid=y", "https://post.example/a?id=7"),
        ("https://post.example/a?utm_source=x", "https://post.example/a"),
        ("https://post.example/a?b=2&a=%201&b", "https://post.example/a?b=2&a=%201&b"),
        (" https://post.example/a ", "https://post.example/a"),
        ("http://[::1]/a", "http://[::1]/a"),
    ],
)
def test_canonical_url_drops_what_does_not_name_the_page(url, canonical):
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    "url",
    [
        "post.example/a",
        "ftp://post.example/a",
        "javascript:alert(1)",
        "https://",
        "https:///a",
        "https://ann:secret@post.example/a",
        "https://post.example:99999/a",
        "https://[::1/a",
        "https://post.example/a b",
        "https://post.example/" + "a" * 2000,
    ],
)
def test_canonical_url_refuses_what_is_no_address(url):
    with pytest.raises(Refused) as refused:
        canonical_url(url)

    assert (refused.value.code, refused.value.field) == ("bad_url", "url")
