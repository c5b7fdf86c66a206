"""What goes wrong here is told in one sentence with its remedy."""


class CannotRunError(Exception):
    """Say in one plain sentence what is wrong, where, and what to do."""
