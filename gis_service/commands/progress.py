"""Progress of a long command: a line for each step, with the seconds since the start."""

import time

import typer


class Progress:
    """`say` of a command: `say("Database: migrating")`."""

    def __init__(self, *, to_stderr: bool = False) -> None:
        self._start = time.monotonic()
        self._to_stderr = to_stderr

    def __call__(self, line: str) -> None:
        seconds = time.monotonic() - self._start
        typer.echo(f"{seconds:7.1f} s  {line}", err=self._to_stderr)

    def ready(self, url: str) -> None:
        """A line of its own, for people and for scripts that wait for it."""
        typer.echo(f"Ready: {url}", err=self._to_stderr)
