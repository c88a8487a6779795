"""`onemap check`: style, types and the direction of imports, in Python and in TypeScript."""

from gis_service.commands import web
from gis_service.commands.runs import WEB, Run, run_all

RUNS = [
    Run("ruff check"),
    Run("ruff format --check"),
    Run("mypy"),
    Run("lint-imports"),
    Run("npm run typecheck", WEB),
    Run("npm run lint", WEB),
]


def check() -> None:
    """Run ruff, mypy, import-linter, tsc and eslint."""
    web.install()
    run_all(RUNS, web.environment())
