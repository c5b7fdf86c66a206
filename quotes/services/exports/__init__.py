"""Exports: what a list shows, all of it, in a file that is kept for a while.

An export is a job. Its pieces are ranges of row numbers, each written to a part of its own by any worker;
the last piece joins the parts behind a head that says what was asked, when, of which version, how many.
"""

from quotes.services.exports.forms import FORMS, refuse_form
from quotes.services.exports.keeping import expires, file_of, head_of, sweep
from quotes.services.exports.requesting import request
from quotes.services.exports.writing import assemble, write

__all__ = [
    "FORMS",
    "assemble",
    "expires",
    "file_of",
    "head_of",
    "refuse_form",
    "request",
    "sweep",
    "write",
]
