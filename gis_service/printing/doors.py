"""Rooms as someone finds them who walks from door to door."""

import re

_NUMBERS = re.compile(r"(\d+)")


def door(building: str, room: str) -> str:
    """What stands on it. A room that begins with its building's name or number says all."""
    number = _NUMBERS.search(building)
    begins = (building, f"{number.group()}-") if number else (building,)
    return room if room.startswith(begins) else f"{building} {room}"


def walking(building: str, room: str) -> tuple[tuple[tuple[bool, int, str], ...], ...]:
    """A key to sort rooms by; numbers in a name count as numbers, 2 before 10."""
    return _parts(building), _parts(room)


def _parts(name: str) -> tuple[tuple[bool, int, str], ...]:
    return tuple(
        (False, int(part), "") if part.isdecimal() else (True, 0, part)
        for part in _NUMBERS.split(name)
        if part
    )
