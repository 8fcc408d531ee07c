"""What stops work on a casefile. Here, apart from everything that needs a library."""


class CaseError(Exception):
    """A casefile cannot be opened, read or written. Its text, one line, is for the user; what was stored stays as it was."""
