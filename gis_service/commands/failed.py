"""What a person is told when a command cannot do its work: one line, never a traceback."""

import errno
import os
import sys
import traceback

from typer.exceptions import TyperException

DISK_FULL = "53100"  # PostgreSQL's code


class Failed(Exception):
    """A command cannot do its work; the message is one line that says why."""


class WrongUse(Failed):
    """The command was called in a way that cannot work."""


def sentence(error: BaseException) -> str:
    """One line for any error that a command ended with."""
    driver_error = getattr(error, "orig", None)  # SQLAlchemy wraps it
    if getattr(error, "errno", None) == errno.ENOSPC or _state(driver_error) == DISK_FULL:
        return "the disk is full"
    if isinstance(error, TyperException):
        return error.format_message()
    said = str(driver_error or error).strip() or type(error).__name__
    line = said.splitlines()[0]
    return line if _foreseen(error) else f"{type(error).__name__}: {line}"


def trace(error: BaseException) -> None:
    """For those who mend the program: ONEMAP_DEBUG=1 shows where it happened."""
    if os.environ.get("ONEMAP_DEBUG"):
        traceback.print_exception(error, file=sys.stderr)


def _foreseen(error: BaseException) -> bool:
    """Errors whose own words are meant for people."""
    return any(cls.__module__.startswith("gis_service.") for cls in type(error).__mro__)


def _state(driver_error: object) -> str | None:
    return getattr(driver_error, "sqlstate", None)
