"""Runs tools of the house one after the other, all of them, and fails if one did."""

import shlex
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from gis_service.commands.failed import Failed

HOUSE = Path(__file__).parents[2]
WEB = HOUSE / "web_map"


@dataclass(frozen=True, slots=True)
class Run:
    """One tool, by its command line, and the folder it works in."""

    line: str
    folder: Path = HOUSE


def run_all(runs: list[Run], environment: Mapping[str, str]) -> None:
    """The tools write to our output, their closing lines included."""
    failed = []
    for run in runs:
        typer.secho(f"$ {run.line}", bold=True)
        done = subprocess.run(
            shlex.split(run.line),
            cwd=run.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            failed.append(run.line)
    if failed:
        raise Failed(f"failed: {', '.join(failed)}")
