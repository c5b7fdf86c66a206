"""Refusals: what a person must put right, in a sentence."""


class Refused(Exception):  # noqa: N818 - the word of the vocabulary; callers catch it as an answer, not a fault
    """Say that an action was not done, and nothing changed.

    `message` is one sentence: what, where, what to do. `code` is short and stable for programs
    ("no_outlet", "not_text", "empty", "too_large", "bad_date", "bad_url", "no_quotes", "conflict", "gone" …).
    `field` names the submitted field it is about, None where it is about the whole.
    """

    def __init__(self, message: str, *, code: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.field = field
