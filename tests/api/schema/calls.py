"""The calls that write, as the docs show them, and what makes their answers the same in every run."""

import json
import re

from quotes.models import Appearance, Article, Copy, Hop, Job, Match
from quotes.services import exports, jobs, judgements
from quotes.services.copying import deciding
from quotes.services.matching.wordings import assign
from tests.api.world import copied, fixed, kept_apart
from tests.factories import AppearanceFactory, ArticleFactory, QuoteFactory, SourceFactory
from tests.quotes.services.jobs.working import finish

JSON_LINES = "application/jsonl"
APPEARANCE, QUOTE = f"appearances/{fixed(7)}", f"quotes/{fixed(5)}"
COPY = f"copies/{fixed(31)}"
OKORO, MATCH, ACT = f"sources/{fixed(1)}", f"matches/{fixed(20)}", f"acts/{fixed(21)}"
FERRY = {
    "outlet": "Northern Post",
    "url": "https://northern.example/ferry",
    "title": "Ferries run late",
    "published_at": "2025-03-05",
    "text": "“The ferries will run until midnight,” Ada Okoro said on Wednesday.",
}
LINES = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in (FERRY, {"outlet": "Northern Post"}))


def _act(row, action, body):
    """Return the call of an action on a row, in sight of it."""
    path = f"/api/v1/{row}"
    return {"method": "POST", "path": f"{path}/{action}", "if_match": path, "body": body}


JUDGED = {"a": str(fixed(7)), "b": str(fixed(9)), "judgement": "altered", "reason": "The “not” is lost."}
WRITES = {
    "quotes_lookup": {
        "method": "POST",
        "path": "/api/v1/quotes/lookup",
        "body": {
            "texts": [
                {"text": "“The bridge will open before May”, said Ines Varga."},
                {"text": "nobody ever said these words about any ferry"},
            ],
            "limit": 1,
        },
    },
    "articles_create": {"method": "POST", "path": "/api/v1/articles", "body": FERRY},
    "articles_bulk": {"method": "POST", "path": "/api/v1/articles/bulk", "body": LINES},
    "articles_retry": _act(f"articles/{fixed(8)}", "retry", {}),
    "appearances_confirm": _act(APPEARANCE, "confirm", {"reason": "Heard on the recording."}),
    "appearances_reject": _act(APPEARANCE, "reject", {"reason": "A headline, not her words."}),
    "appearances_undecide": _act(APPEARANCE, "undecide", {}),
    "appearances_correct": _act(
        APPEARANCE, "correct", {"setting": "at a briefing", "speaker": "Mayor Okoro"}
    ),
    "appearances_hops_add": _act(
        APPEARANCE,
        "hops/add",
        {"position": 1, "source": "Northern Post", "evidence": {"start": 36, "end": 43}},
    ),
    "appearances_hops_reorder": _act(APPEARANCE, "hops/reorder", {"order": [1, 0]}),
    "appearances_hops_correct": _act(
        APPEARANCE, "hops/1/correct", {"source": {"name": "Harbour Radio", "kind": "programme"}}
    ),
    "appearances_hops_resolve": _act(APPEARANCE, "hops/1/resolve", {"source": "Coastal News Agency"}),
    "appearances_hops_drop": _act(APPEARANCE, "hops/1/drop", {"reason": "It had it at first hand."}),
    "matches_judge": {
        "method": "POST",
        "path": "/api/v1/matches/judge",
        "if_match": f"/api/v1/{MATCH}",
        "body": JUDGED,
    },
    "matches_withdraw": _act(f"matches/{fixed(22)}", "withdraw", {"reason": "Judged the wrong pair."}),
    "quotes_merge": _act(QUOTE, "merge", {"quotes": [str(fixed(23))], "reason": "One speech."}),
    "quotes_split": _act(QUOTE, "split", {"groups": [[str(fixed(9))]], "reason": "Two occasions."}),
    "sources_merge": _act(OKORO, "merge", {"sources": [str(fixed(24))]}),
    "sources_aliases_add": _act(OKORO, "aliases/add", {"name": "The Mayor", "since": "2021-05-06"}),
    "sources_aliases_remove": _act(OKORO, "aliases/remove", {"name": "Mayor Okoro", "since": "2021-05-06"}),
    "exports_create": {
        "method": "POST",
        "path": "/api/v1/exports",
        "body": {"what": "quotes", "format": "jsonl", "filters": {"speaker": "Mayor Okoro"}},
    },
    "sources_keep_apart": _act(OKORO, "keep-apart", {"sources": [str(fixed(24))], "reason": "A namesake."}),
    "kept_apart_allow_again": _act(f"kept-apart/{fixed(32)}", "allow-again", {"reason": "One after all."}),
    "copies_accept": _act(COPY, "accept", {"reason": "Word for word."}),
    "copies_reject": _act(COPY, "reject", {"reason": "Both had the same handout."}),
    "copies_withdraw": _act(f"copies/{fixed(33)}", "withdraw", {"reason": "Looked at the wrong pair."}),
    "jobs_create": {
        "method": "POST",
        "path": "/api/v1/jobs",
        "body": {"kind": "trial", "thresholds": {"same_from": 0.6}},
    },
    "jobs_cancel": _act(f"jobs/{fixed(27)}", "cancel", {}),
    "jobs_resume": _act(f"jobs/{fixed(27)}", "resume", {}),
    "acts_undo": _act(ACT, "undo", {}),
}


def media_type(call):
    """Return the media type a call's body is sent with."""
    return JSON_LINES if call["path"].endswith(("/bulk", "/file")) else "application/json"


def prepare(name, editor):
    """Make what a call needs beyond the small world."""
    for start, make in _NEEDED.items():
        if name.startswith(start):
            make(name, editor)


def _job(name, editor):
    if name == "jobs_create":
        return
    job = jobs.request(by=editor, kind=Job.Kind.TRIAL)
    Job.objects.filter(pk=job.pk).update(public_id=fixed(27))
    if name == "jobs_resume":
        jobs.cancel(by=editor, job=job)
    if name == "jobs_changes":
        finish(job)


def _export(name, editor):
    if name == "exports_create":
        return
    asked = {"what": "quotes", "form": "jsonl", "filters": {"speaker": "Mayor Okoro"}}
    job = exports.request(by=editor, origin="http://127.0.0.1:8000", **asked)
    Job.objects.filter(pk=job.pk).update(public_id=fixed(29))
    finish(job)


def _copy(name, editor):
    copy = copied()
    if name == "copies_withdraw":
        now = deciding.reject(by=editor, copy=copy)
        Copy.objects.filter(pk=now.pk).update(public_id=fixed(33))


def _judge(_, editor):
    machine = Match.objects.get(public_id=fixed(20))
    match = judgements.judge(by=editor, a=machine.a, b=machine.b, judgement="different")
    Match.objects.filter(pk=match.pk).update(public_id=fixed(22))


def _fail(*_):
    Article.objects.filter(public_id=fixed(8)).update(state="failed", failure="The reader broke.")


def _leave_unresolved(*_):
    Hop.objects.filter(position=1).update(source=None, candidates=["Coastal News Agency", "CNA Ltd"])


def _another_quote(*_):
    words = "The bridge stays shut"
    quote = QuoteFactory(public_id=fixed(23), text=words)
    named = {"title": "Bridge shut", "outlet__name": "Evening Mail", "text": f"“{words},” she said."}
    article = ArticleFactory(public_id=fixed(26), **named)
    AppearanceFactory(public_id=fixed(25), quote=quote, text=words, article=article)


def _namesake(*_):
    SourceFactory(public_id=fixed(24), name="A. Okoro")


_NEEDED = {
    "jobs_": _job,
    "exports_": _export,
    "copies_": _copy,
    "kept_apart_": lambda _, editor: kept_apart(editor),
    "articles_retry": _fail,
    "appearances_hops_resolve": _leave_unresolved,
    "matches_withdraw": _judge,
    "quotes_merge": _another_quote,
    "quotes_lookup": lambda *_: assign(appearances=Appearance.objects.all()),
    "sources_merge": _namesake,
    "sources_keep_apart": _namesake,
}


def repeatable(answer):
    """Return an answer with the times and ids that differ with every run made alike."""
    answer = re.sub(r"\b20(2[6-9]|[3-9]\d)-\d\d-\d\dT[\d:.]+Z", "2025-03-05T12:00:00Z", answer)
    answer = re.sub(r'("since": ?"|since=)\d+(?=")', r"\g<1>84207", answer)
    new = dict.fromkeys(re.findall(r"\b(?!0195a1b0-)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", answer))
    for number, one in enumerate(new):
        answer = answer.replace(one, str(fixed(10 + number)))
    return answer
