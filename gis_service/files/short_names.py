"""Column names for a dbf, which takes ten characters."""

from collections.abc import Iterable

_LONGEST = 10


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Each name in at most ten characters, no two the same whatever their case.

    >>> short_names(["willingness", "willingness_on", "code"])
    {'willingness': 'willingnes', 'willingness_on': 'willingn_1', 'code': 'code'}
    """
    short: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        number, candidate = 0, name[:_LONGEST]
        while candidate.lower() in taken:
            number += 1
            candidate = f"{name[: _LONGEST - 1 - len(str(number))]}_{number}"
        taken.add(candidate.lower())
        short[name] = candidate
    return short
