"""What a span of a text says."""

from dateline.model.text import Span


def said(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None
