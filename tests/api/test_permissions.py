"""Who may do what: every address, method, role and scope, for rows of one's own and of others.

`TABLE` is the whole of it. An address of the API without its rows fails.
"""

import pytest

from api.urls import SLASHED, urlpatterns
from quotes.models import Job, Token
from quotes.models.roles import ROLES
from tests.api.world import World, copied, fixed, kept_apart
from tests.factories import TokenFactory, UserFactory

READ, INGEST, CURATE = Token.Scope.values
EVERYBODY = "everybody"  # without a log-in, whatever the settings say
ALSO_PUBLIC = "a post that only reads: where reading is public, everybody may"
NOBODY = "nobody"  # there is no such method here
OWN = "own"  # whoever is logged in; a list shows one's own rows
FOREIGN = "foreign"  # another's row: absent for all but admins
ABSENT = fixed(99)

# name: address; what GET needs (role, scope); what POST needs, and what it answers those who may.
# A post is sent without If-Match: who may act is asked for it (428), and nothing is changed.
_ROWS = {
    "root": ("", ("reader", READ), NOBODY),
    "articles": ("articles", ("reader", READ), ("contributor", INGEST, 422)),
    "articles-bulk": ("articles/bulk", NOBODY, ("contributor", INGEST, 415)),
    "article": (f"articles/{fixed(6)}", ("reader", READ), NOBODY),
    "articles-retry": (f"articles/{fixed(6)}/retry", NOBODY, ("editor", CURATE, 428)),
    "quotes": ("quotes", ("reader", READ), NOBODY),
    "quote": (f"quotes/{fixed(5)}", ("reader", READ), NOBODY),
    "quote-provenance": (f"quotes/{fixed(5)}/provenance", ("reader", READ), NOBODY),
    "changes": ("changes", ("reader", READ), NOBODY),
    "quotes-lookup": ("quotes/lookup?text=bridge", ("reader", READ), ("reader", READ, 400, ALSO_PUBLIC)),
    "quotes-merge": (f"quotes/{fixed(5)}/merge", NOBODY, ("editor", CURATE, 422)),
    "quotes-split": (f"quotes/{fixed(5)}/split", NOBODY, ("editor", CURATE, 422)),
    "appearances": ("appearances", ("reader", READ), NOBODY),
    "appearance": (f"appearances/{fixed(7)}", ("reader", READ), NOBODY),
    "appearances-confirm": (f"appearances/{fixed(7)}/confirm", NOBODY, ("editor", CURATE, 428)),
    "appearances-reject": (f"appearances/{fixed(7)}/reject", NOBODY, ("editor", CURATE, 428)),
    "appearances-undecide": (f"appearances/{fixed(7)}/undecide", NOBODY, ("editor", CURATE, 428)),
    "appearances-correct": (f"appearances/{fixed(7)}/correct", NOBODY, ("editor", CURATE, 428)),
    "appearances-hops-add": (f"appearances/{fixed(7)}/hops/add", NOBODY, ("editor", CURATE, 422)),
    "appearances-hops-reorder": (f"appearances/{fixed(7)}/hops/reorder", NOBODY, ("editor", CURATE, 422)),
    "appearances-hops-correct": (f"appearances/{fixed(7)}/hops/1/correct", NOBODY, ("editor", CURATE, 422)),
    "appearances-hops-resolve": (f"appearances/{fixed(7)}/hops/1/resolve", NOBODY, ("editor", CURATE, 422)),
    "appearances-hops-drop": (f"appearances/{fixed(7)}/hops/1/drop", NOBODY, ("editor", CURATE, 428)),
    "matches": ("matches", ("reader", READ), NOBODY),
    "match": (f"matches/{fixed(20)}", ("reader", READ), NOBODY),
    "matches-judge": ("matches/judge", NOBODY, ("editor", CURATE, 422)),
    "matches-withdraw": (f"matches/{fixed(20)}/withdraw", NOBODY, ("editor", CURATE, 428)),
    "copies": ("copies", ("reader", READ), NOBODY),
    "copy": (f"copies/{fixed(31)}", ("reader", READ), NOBODY),
    "copies-accept": (f"copies/{fixed(31)}/accept", NOBODY, ("editor", CURATE, 428)),
    "copies-reject": (f"copies/{fixed(31)}/reject", NOBODY, ("editor", CURATE, 428)),
    "copies-withdraw": (f"copies/{fixed(31)}/withdraw", NOBODY, ("editor", CURATE, 428)),
    "kept-apart": ("kept-apart", ("reader", READ), NOBODY),
    "kept-apart-pair": (f"kept-apart/{fixed(32)}", ("reader", READ), NOBODY),
    "kept-apart-allow-again": (f"kept-apart/{fixed(32)}/allow-again", NOBODY, ("editor", CURATE, 428)),
    "sources": ("sources", ("reader", READ), NOBODY),
    "source": (f"sources/{fixed(1)}", ("reader", READ), NOBODY),
    "sources-merge": (f"sources/{fixed(1)}/merge", NOBODY, ("editor", CURATE, 422)),
    "sources-keep-apart": (f"sources/{fixed(1)}/keep-apart", NOBODY, ("editor", CURATE, 422)),
    "sources-aliases-add": (f"sources/{fixed(1)}/aliases/add", NOBODY, ("editor", CURATE, 422)),
    "sources-aliases-remove": (f"sources/{fixed(1)}/aliases/remove", NOBODY, ("editor", CURATE, 422)),
    "speakers": ("speakers", ("reader", READ), NOBODY),
    "speaker": (f"speakers/{fixed(1)}", ("reader", READ), NOBODY),
    "outlets": ("outlets", ("reader", READ), NOBODY),
    "outlet": (f"outlets/{fixed(3)}", ("reader", READ), NOBODY),
    "acts": ("acts", ("reader", READ), NOBODY),
    "act": (f"acts/{fixed(21)}", ("reader", READ), NOBODY),
    "acts-undo": (f"acts/{fixed(21)}/undo", NOBODY, ("editor", CURATE, 428)),
    "jobs": ("jobs", (OWN, READ), ("admin", CURATE, 422)),
    "job": (f"jobs/{fixed(28)}", (FOREIGN, READ), NOBODY),
    "job-changes": (f"jobs/{fixed(28)}/changes", (FOREIGN, READ), NOBODY),
    "jobs-cancel": (f"jobs/{fixed(28)}/cancel", NOBODY, (FOREIGN, CURATE, 428)),
    "jobs-resume": (f"jobs/{fixed(28)}/resume", NOBODY, (FOREIGN, CURATE, 428)),
    "exports": ("exports", NOBODY, (OWN, READ, 422)),
    "export": (f"exports/{fixed(30)}", (FOREIGN, READ, 409), NOBODY),
    "export-file": (f"exports/{fixed(30)}/file", (FOREIGN, READ, 409), NOBODY),
    "schema": ("schema", EVERYBODY, NOBODY),
    "schema-json": ("schema.json", EVERYBODY, NOBODY),
    "schema-yaml": ("schema.yaml", EVERYBODY, NOBODY),
    "docs": ("docs", EVERYBODY, NOBODY),
    "nowhere": ("nowhere", 404, 404),
}
TABLE = {name: {"GET": get, "POST": post} for name, (_, get, post) in _ROWS.items()}
OTHERS = ("PUT", "PATCH", "DELETE")  # nobody may, anywhere
SCOPES = (None, READ, INGEST, CURATE)  # None: logged in by name and password, which opens all

LOGGED_IN = [(None, None, False), *((role, scope, False) for role in ROLES for scope in SCOPES)]
LOGGED_IN += [(None, None, True), ("reader", INGEST, True), ("editor", CURATE, True)]


def expected(rule, role, scope, *, public):
    """Return the status a row of the table means for a role, logged in with a token of one scope."""
    if not isinstance(rule, tuple):
        return {EVERYBODY: 200, NOBODY: 405}.get(rule, rule)
    needed, needs_scope, *answer = rule
    if public and needed in ROLES and (not answer or ALSO_PUBLIC in answer):
        return (answer or [200])[0]
    if role is None:
        return 401
    if needed == FOREIGN and role != "admin" and scope in (None, needs_scope):
        return 404
    may = needed in (OWN, FOREIGN) or ROLES.index(role) >= ROLES.index(needed)
    return (answer or [200])[0] if may and scope in (None, needs_scope) else 403


@pytest.fixture
def world(db):
    world = World()
    copied()
    kept_apart(world.act.decided_by)
    Job.objects.create(public_id=fixed(30), kind=Job.Kind.EXPORT, requested_by=UserFactory())
    return world


def address(name):
    return f"/api/v1/{_ROWS[name][0]}"


def headers_of(client, role, scope):
    if role is None:
        return {}
    user = UserFactory(groups=[role])
    if scope is None:
        client.force_login(user)
        return {}
    return {"authorization": f"Bearer via_{TokenFactory(user=user, scopes=[scope]).name}"}


def test_has_rows_for_every_address():
    names = {pattern.name for pattern in urlpatterns if not pattern.name.endswith(SLASHED)}

    assert names == set(TABLE)


@pytest.mark.parametrize(("role", "scope", "public"), LOGGED_IN)
def test_lets_a_role_with_a_scope_do_what_the_table_says(client, settings, world, role, scope, public):
    settings.API_PUBLIC_READ = public
    headers = headers_of(client, role, scope)
    calls = [(name, method) for name, rules in TABLE.items() for method in rules]

    answers = {
        (name, method): client.generic(
            method, address(name), "{}", content_type="application/json", headers=headers
        ).status_code
        for name, method in calls
    }

    assert answers == {
        (name, method): expected(TABLE[name][method], role, scope, public=public) for name, method in calls
    }


@pytest.mark.parametrize("method", OTHERS)
def test_lets_nobody_use_another_method(client, world, method):
    headers = headers_of(client, "admin", None)

    answers = {name: client.generic(method, address(name), headers=headers).status_code for name in TABLE}

    assert answers == {name: 404 if name == "nowhere" else 405 for name in TABLE}


@pytest.mark.parametrize("name", [name for name in TABLE if str(fixed(0))[:8] in _ROWS[name][0]])
def test_answers_a_role_that_may_not_act_alike_whether_the_row_is_there(client, world, name):
    headers = headers_of(client, "reader", READ)
    path = address(name)
    (there,) = (part for part in path.split("/") if len(part) == 36)

    answers = {
        client.post(one, {}, content_type="application/json", headers=headers).status_code
        for one in (path, path.replace(there, str(ABSENT)))
    }

    assert len(answers) == 1


def test_answers_with_a_slash_as_without(client, world):
    plain = {name: address(name) for name in TABLE if name != "root"}

    with_slash = {name: client.get(f"{path}/").status_code for name, path in plain.items()}

    assert with_slash == {name: client.get(path).status_code for name, path in plain.items()}


def ask(client, user, path, method="GET"):
    client.force_login(user)
    return client.generic(method, f"/api/v1/{path}", "{}", content_type="application/json")


@pytest.mark.parametrize(("method", "action"), [("GET", ""), ("POST", "/cancel"), ("POST", "/resume")])
def test_answers_a_foreign_job_like_an_absent_one(client, world, method, action):
    foreign = ask(client, UserFactory(groups=["editor"]), f"jobs/{fixed(28)}{action}", method)
    absent = ask(client, UserFactory(groups=["editor"]), f"jobs/{ABSENT}{action}", method)

    said = [{**answer.json(), "request_id": None} for answer in (foreign, absent)]
    assert said[0] == {**said[1], "detail": said[1]["detail"].replace(str(ABSENT), str(fixed(28)))}
    assert foreign.headers.keys() == absent.headers.keys()


@pytest.mark.parametrize(("action", "status"), [("", 200), ("/cancel", 428), ("/resume", 428)])
def test_lets_everybody_have_their_own_job(client, world, action, status):
    owner = world.job.requested_by

    answer = ask(client, owner, f"jobs/{fixed(28)}{action}", "POST" if action else "GET")

    assert answer.status_code == status


def test_lists_ones_own_jobs_alone(client, world):
    shown = [
        len(ask(client, user, "jobs").json()["results"])
        for user in (world.job.requested_by, UserFactory(groups=["editor"]), UserFactory(groups=["admin"]))
    ]

    assert shown == [1, 0, 2]
