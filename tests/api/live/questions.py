"""A fact-checker's questions, each answered in a few lines of client code; docs/api.md prints them."""

import time


def walk(api, address, **parameters):
    """Yield the rows of all pages of a list."""
    page = api.get(address, params={"page_size": 200, **parameters}).json()
    yield from page["results"]
    while page["next"]:
        page = api.get(page["next"]).json()
        yield from page["results"]


def who_said_it(api, fragment):
    """Who said this fragment, and through whom do we have it?"""
    (answer,) = api.post("quotes/lookup", json={"text": fragment}).json()["answers"]
    best = answer["results"][0]
    return best["quote"]["speaker"]["name"], best["printing"]["via"], best["relation"]


def wordings_until(api, quote, day):
    """In which wordings was the quote printed up to that day, the first one first?"""
    rows = walk(api, "appearances", quote=quote, published_to=day, order="published")
    return list(dict.fromkeys(row["text"] for row in rows))


def carried_first(api, quote):
    """Who carried it first, and when?"""
    first = api.get(f"quotes/{quote}/provenance").json()["first"]
    return first["outlet"], first["published_at"]


def only_through(api, agency):
    """What came through this agency and nobody else?"""
    return [(row["speaker"]["name"], row["text"]) for row in walk(api, "quotes", only_via=agency)]


def said_about(api, speaker, word, month):
    """What did the speaker say with this word in that month?"""
    when = {"first_published_from": month, "first_published_to": month}
    return [row["text"] for row in walk(api, "quotes", speaker=speaker, q=word, **when)]


def conflicting(api):
    """Which words are given to several people, and to whom?"""
    return {
        row["text"]: [one["source"]["name"] for one in row["attributed_to"]]
        for row in walk(api, "quotes", conflict="true")
    }


def altered(api):
    """Who printed words that mean something else than the record, and what changed?"""
    found = set()
    for quote in walk(api, "quotes", altered="true", relation="edited", expand="matches"):
        matches = [one for one in quote["matches"] if one["judgement"] == "altered"]
        for match in [one for one in matches if one["relation"] == "edited"]:
            (other,) = [side for side in (match["a"], match["b"]) if side["text"] not in quote["text"]]
            found |= {(other["outlet"]["name"], change["kind"]) for change in match["changes"]}
    return found


def dropped(api, source):
    """Which outlets printed words that came through this source and left out that it had them?"""
    found = {}
    for quote in walk(api, "quotes", via=source, expand="provenance"):
        for one in quote["provenance"]["dropped"]:
            if one["source"] == source:
                found.setdefault(one["outlet"], []).append(quote["text"])
    return found


def mirror(api):
    """Copy every row; return the rows by their addresses, and where to go on."""
    since = api.get("changes").json()["since"]
    lists = [("articles", {}), ("quotes", {}), ("appearances", {}), ("matches", {}), ("sources", {})]
    lists += [("sources", {"only_in": "any"}), ("copies", {})]
    return {row["api_url"]: row for name, given in lists for row in walk(api, name, **given)}, since


def catch_up(api, rows, since):
    """Bring copied rows up to date; return where to go on next time."""
    more = True
    while more:
        feed = api.get("changes", params={"since": since}).json()
        for change in feed["results"]:
            rows.pop(change["api_url"], None)
            answer = api.get(change["api_url"])
            if answer.status_code == 200:  # not merged into another, superseded or deleted
                rows[change["api_url"]] = answer.json()
        since, more = feed["since"], feed["more"]
    return since


def post_and_wait(api, article):
    """Post an article, wait until it is read and matched, and return its quotes."""
    address = api.post("articles", json=article).headers["Location"]
    while (posted := api.get(f"{address}?expand=appearances").json())["state"] not in ("matched", "failed"):
        time.sleep(0.1)
    return [(one["speaker"]["name"], one["via"], one["text"]) for one in posted["appearances"]]


def correct_speaker(api, appearance, speaker, reason):
    """Say who said it, in sight of how it stands; return how it stands afterwards."""
    seen = api.get(f"appearances/{appearance}")
    body = {"speaker": speaker, "reason": reason}
    answer = api.post(
        f"appearances/{appearance}/correct", json=body, headers={"If-Match": seen.headers["ETag"]}
    )
    return answer.json()["chain"][0]


def judge(api, match, judgement):
    """Judge two wordings; return the match that holds now."""
    seen = api.get(f"matches/{match}")
    a, b = seen.json()["a"]["id"], seen.json()["b"]["id"]
    body = {"a": a, "b": b, "judgement": judgement}
    return api.post("matches/judge", json=body, headers={"If-Match": seen.headers["ETag"]}).json()


def undo(api, match):
    """Take the judgement back; return what holds again."""
    seen = api.get(f"matches/{match}")
    return api.post(f"matches/{match}/withdraw", json={}, headers={"If-Match": seen.headers["ETag"]}).json()
