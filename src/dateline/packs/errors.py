"""Errors of the data files."""


class PackError(Exception):
    """A data file is wrong: dateline refuses to start."""
