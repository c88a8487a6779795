"""`onemap test`: everything that a clean machine needs, then the tests of all parts."""

import sys
from pathlib import Path

from gis_service.commands import options
from gis_service.commands.progress import Progress
from gis_service.commands.runs import WEB, Run, run_all
from gis_service.commands.web import building, environment

RUNS = [Run("npm test", WEB), Run("pytest")]


def run_tests(data_dir: options.DataDir = None) -> None:
    """Install what the tests need and run them: web map, Python, browser."""
    from gis_service.commands import programs
    from gis_service.embedded import binaries, unpacking

    settings = options.settings(data_dir=data_dir)
    say = Progress()
    shelf = unpacking.shelf(settings.data_dir)
    with building(settings, say) as built:
        binaries.provide(None, shelf, say)
        folders = programs.provide(shelf, say)
        built()
    tools = environment()
    tools["PATH"] = ":".join([*folders, tools["PATH"]])
    # Playwright's own Node wants a library that a bare system lacks.
    tools["PLAYWRIGHT_NODEJS_PATH"] = str(Path(sys.executable).with_name("node"))
    # The tests bring their own database and settings: they never touch the operator's.
    run_all(RUNS, {name: tools[name] for name in tools if not name.startswith("ONEMAP_")})
