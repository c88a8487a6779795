"""`onemap`: the command line. Exit codes: 0 done, 1 failed, 2 wrong use; errors are one line."""

import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

import typer
from typer.exceptions import TyperException

from gis_service.commands import scenario, user
from gis_service.commands.bench import bench
from gis_service.commands.build import build
from gis_service.commands.check import check
from gis_service.commands.demo import demo
from gis_service.commands.doctor import doctor
from gis_service.commands.document import document
from gis_service.commands.export import export
from gis_service.commands.failed import WrongUse, sentence, trace
from gis_service.commands.import_ import import_
from gis_service.commands.map import map_
from gis_service.commands.migrate import migrate
from gis_service.commands.rank import rank
from gis_service.commands.revision import revision
from gis_service.commands.select import select
from gis_service.commands.serve import serve
from gis_service.commands.testing import run_tests

COMMANDS: dict[str, Callable[..., None]] = {
    "demo": demo,
    "serve": serve,
    "migrate": migrate,
    "import": import_,
    "export": export,
    "map": map_,
    "rank": rank,
    "select": select,
    "doctor": doctor,
    "build": build,
    "test": run_tests,
    "check": check,
    "bench": bench,
    "revision": revision,
    "document": document,
}

GROUPS: dict[str, Callable[[], typer.Typer]] = {
    "user": user.application,
    "scenario": scenario.application,
}

INTERRUPTED = 130  # how typer says that it caught a KeyboardInterrupt


def application() -> typer.Typer:
    app = typer.Typer(
        name="onemap",
        help="Renewal One Map 旧改一张图",
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for name, command in COMMANDS.items():
        app.command(name)(command)
    for name, group in GROUPS.items():
        app.add_typer(group(), name=name)
    return app


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    given = sys.argv[1:] or ["--help"]
    try:
        code: int = application()(given, prog_name="onemap", standalone_mode=False) or 0
    except Exception as error:
        trace(error)
        typer.echo(f"onemap: {sentence(error)}", err=True)
        return 2 if isinstance(error, TyperException | WrongUse) else 1
    if code == INTERRUPTED:
        typer.echo("onemap: stopped", err=True)
        return 1
    return code


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    """Being told to end is like Ctrl-C: everything that was started is stopped in order."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
