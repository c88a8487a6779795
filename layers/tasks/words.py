"""Long texts in a line."""

_LONGEST = 24


def brief(text: str) -> str:
    """The beginning of what somebody said, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
