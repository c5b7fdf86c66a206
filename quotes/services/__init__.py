"""Every write, as a verb: keyword-only, `by=` whom, one transaction, the object returned.

What editors and senders do stands here by aggregate (`articles`, `appearances`, `sources`, `judgements`,
`registering`); what a worker does to an article in its own room: `accepting`, `reading`, `matching`, under
the leases of `work`. `provenance` and `exporting` answer.
"""
