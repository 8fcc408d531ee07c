"""A context and, where it sets a deed aside, the reason in words."""

from dateline.model.incident import Context

Verdict = tuple[Context, str | None]
NEWS: Verdict = ("news", None)
