"""Text made safe to show: what would steer a terminal or turn the reading direction is shown, not obeyed."""

import re

# C0, DEL and C1 control characters but tab and line ends; embeddings, overrides and isolates of text direction;
# line and paragraph separators; half surrogate pairs.
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")


def plain(text: str) -> str:
    """The text with a visible sign for each steering character: one for one, so that no offset moves."""
    return _STEERING.sub(_sign, text)


def one_line(text: str) -> str:
    """``plain``, with every line end and tab as a space: still one for one."""
    return plain(text).translate({9: " ", 10: " ", 13: " "})


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
