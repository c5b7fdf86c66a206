"""Jobs: work somebody waits for, cut into pieces that any number of workers do side by side.

A job is a row, its pieces are rows; a message only wakes a worker. Each piece is one transaction, fenced by
a lease; a lost worker's piece is free again when its lease runs out, and three lost workers fail the job.
"""

from quotes.services.jobs.requesting import cancel, request, resume
from quotes.services.jobs.telling import changes, sentence
from quotes.services.jobs.working import work_on

__all__ = ["cancel", "changes", "request", "resume", "sentence", "work_on"]
