"""What each operation that writes is for, in words."""

_SEEN = (
    "Send `If-Match` with the `ETag` of {} as you saw it; answers with how it stands afterwards, tagged anew."
)
_PRINTING = _SEEN.format("the appearance")
_ACT = "Answers with the `act`, by which to undo it."

WRITING: dict[str, tuple[str, str]] = {
    "articles_retry": ("Read a failed article again", _SEEN.format("the article")),
    "articles_create": (
        "Post an article",
        "Answers 201 once the article is stored; its quotes follow within seconds. Fetch the address in"
        " `Location` (with `?expand=appearances`) until `state` is `matched` or `failed`. An article that is"
        " known already (same URL, same sender's id, or same words in the same outlet) answers 200; with a"
        " changed text it becomes a new revision and is read again (202).",
    ),
    "articles_bulk": (
        "Post many articles",
        "One JSON object a line, each as for `POST /articles`; the answer has one line for each: its number,"
        " its status (201 new, 202 a new text, 200 known, else refused, with `errors`), the article's `id`."
        " What is refused is named, the rest is stored. The last line sums up: without it, the answer broke"
        " off; send the whole again, what is known is not stored twice.",
    ),
    "appearances_confirm": ("Confirm an appearance", f"It is a quote, and its chain is right. {_PRINTING}"),
    "appearances_reject": (
        "Reject an appearance",
        f"It is no quote of its speaker; no later reading brings it back. {_PRINTING}",
    ),
    "appearances_undecide": (
        "Take a decision back",
        f"The appearance is the machine's suggestion again. {_PRINTING}",
    ),
    "appearances_correct": (
        "Correct an appearance",
        "Its words (by their place in the article's text, in Unicode code points), kind, setting or speaker;"
        f" what is left out stays. No later reading undoes it. {_PRINTING}",
    ),
    "appearances_hops_add": (
        "Add a hop to a chain",
        f"Those from its position on move outwards. {_PRINTING}",
    ),
    "appearances_hops_reorder": ("Reorder a chain", f"`order` names the present positions. {_PRINTING}"),
    "appearances_hops_correct": (
        "Correct a hop",
        f"Another source passed the words on, or other words prove it. {_PRINTING}",
    ),
    "appearances_hops_resolve": (
        "Resolve a hop",
        f"Say which source an unresolved hop names. {_PRINTING}",
    ),
    "appearances_hops_drop": ("Drop a hop", f"Those after it move inwards; the speaker stays. {_PRINTING}"),
    "matches_judge": (
        "Judge two appearances",
        "Whether they print one quote; it binds every later run of the machine. Send `If-Match` with the"
        " `ETag` of the match in force, or `If-None-Match: *` where there is none yet.",
    ),
    "matches_withdraw": (
        "Withdraw a judgement",
        "What it superseded is in force again; 204 where that is nothing. " + _SEEN.format("the match"),
    ),
    "quotes_merge": (
        "Merge quotes",
        f"They are one quote: the oldest goes on, the ids of the others lead to it. {_ACT} Send `If-Match`"
        " with the `ETag` of the quote in the address.",
    ),
    "quotes_split": (
        "Split a quote",
        f"One quote for each group of printings; those in no group stay together. {_ACT} Send `If-Match` with"
        " the `ETag` of the quote.",
    ),
    "sources_merge": (
        "Merge sources",
        f"They are this source: their ids lead to it, their names become its aliases. {_ACT} Send `If-Match`"
        " with the `ETag` of the source in the address.",
    ),
    "sources_aliases_add": ("Add a name of a source", _SEEN.format("the source")),
    "sources_aliases_remove": ("Remove a name of a source", _SEEN.format("the source")),
    "sources_keep_apart": (
        "Keep sources apart",
        "They are not this source, nor one another: neither merged nor suggested to be one. Answers with the"
        " decisions on all their pairs. Send `If-Match` with the `ETag` of the source in the address.",
    ),
    "kept_apart_allow_again": (
        "Take back that sources are kept apart",
        "They may be merged again: 204. Send `If-Match` with the `ETag` of the decision.",
    ),
    "copies_accept": (
        "Accept a copy",
        "One article has its words from the other: the chains of the words in common name the source, in"
        " every later reading too. Where nothing tells who gave them, `giver` says so; `source` names"
        f" another than the one suggested. {_SEEN.format('the copy')}",
    ),
    "copies_reject": (
        "Reject a copy",
        "Neither article has its words from the other; no later run suggests it again."
        f" {_SEEN.format('the copy')}",
    ),
    "copies_withdraw": (
        "Withdraw a decision on a copy",
        f"What it superseded is in force again, with its hops. {_SEEN.format('the copy')}",
    ),
    "jobs_create": (
        "Ask for a rebuild",
        "Keys, matches and quotes computed anew by today's rules; what people decided stays. `trial` is a dry"
        " run: it changes nothing, may try other `thresholds`, and `GET /jobs/{id}/changes` tells what it"
        " found. Answers with the job to follow in `Location`. One rebuild at a time: else 409.",
    ),
    "exports_create": (
        "Export a list",
        "All rows of a list that fit its `filters`, in a file: JSON lines (the first line is the head), CSV"
        " (its head is at `GET /exports/{id}`; cells that a spreadsheet would run begin with an apostrophe),"
        " JSON-LD (schema.org) or W3C annotations. Answers with the job to follow in `Location`; when it is"
        " `done`, its `result_url` is the file, kept for some days.",
    ),
    "jobs_cancel": ("Cancel a job", _SEEN.format("the job")),
    "jobs_resume": ("Resume a job", f"From where it was cancelled or failed. {_SEEN.format('the job')}"),
    "acts_undo": (
        "Undo a merge or a split",
        "Judgements, ids and names are what they were; answers with the act of undoing. Send `If-Match` with"
        " the `ETag` of the act.",
    ),
}
