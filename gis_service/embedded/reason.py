"""Why PostgreSQL gave up, from what it printed, for a message of one line."""

_MARKS = ("FATAL:", "PANIC:", "error:", "ERROR:")


def reason(printed: str) -> str:
    if "No space left on device" in printed:
        return "the disk is full"
    for mark in _MARKS:
        for line in printed.splitlines():
            if mark in line:
                return line.partition(mark)[2].strip()
    return "it does not say why"
