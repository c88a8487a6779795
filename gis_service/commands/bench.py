"""`onemap bench`: runs every file of `benchmarks/`, one operation each."""

import json
import subprocess
import sys

import typer

from gis_service.commands import options
from gis_service.commands.failed import Failed
from gis_service.commands.runs import HOUSE


def bench(as_json: options.Json = False) -> None:
    """Measure the operations, side by side with their peers."""
    results = {}
    for script in sorted((HOUSE / "benchmarks").glob("[!_]*.py")):
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{script.stem}", *(["--json"] if as_json else [])],
            cwd=HOUSE,
            stdout=subprocess.PIPE if as_json else None,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Failed(f"benchmark {script.stem} failed")
        if as_json:
            results[script.stem] = json.loads(done.stdout)
    if as_json:
        typer.echo(json.dumps(results, ensure_ascii=False, indent=2))
