"""What `onemap rank` and `onemap select` share: weights as people type them, and tables."""

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gis_service.commands.failed import WrongUse

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from gis_service.presenting.plan import Plan
    from gis_service.settings import Settings

Set = Annotated[
    str | None, typer.Option("--set", help="Weight set: bureau, equal, preferences or a saved one.")
]
Weights = Annotated[
    list[str] | None, typer.Option("--weights", help="criterion=number[,…], over the set's.")
]
Year = Annotated[int | None, typer.Option(help="Year of the plan.", show_default="next year")]
Out = Annotated[
    Path | None,
    typer.Option(help="File to write: .xlsx .csv .gpkg .html .pdf; else a table is printed."),
]
Filter = Annotated[str | None, typer.Option("--filter", help="CQL2 text: which communities.")]


def weights_of(db: "Connection", set_: str | None, given: Sequence[str]) -> Mapping[str, float]:
    """Those of a named set, the platform's or a saved one, changed by `criterion=weight` words.

    Raises Invalid for the name of no set.
    """
    from gis_service.planning.weighing import weights_named
    from layers.core.access import OPERATOR
    from layers.planning.criteria import CODES
    from layers.planning.weights import BUREAU

    found = dict(weights_named(db, OPERATOR, set_ or BUREAU.name))
    for word in given:
        for pair in word.split(","):
            code, _, weight = pair.partition("=")
            if code not in CODES:
                raise WrongUse(f"--weights: {code} is none of {', '.join(CODES)}")
            try:
                found[code] = float(weight)
            except ValueError:
                raise WrongUse(f"--weights is criterion=number, not {pair}") from None
    return found


def hand_out(out: Path, plan: "Plan", settings: "Settings") -> None:
    """Writes the file of a plan, and says so. Raises GisError for a form that cannot be written."""
    from gis_service.files.placing import placed
    from gis_service.presenting.forms import form_of
    from gis_service.printing.press import Press

    form = form_of(out)
    with placed(out) as place:
        form.write(place, plan, "zh", Press(settings.data_dir / "fonts"))
    typer.echo(f"{out}: {len(plan.lines):,} 个小区 communities")


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*head, title=title)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


@contextlib.contextmanager
def solver_on_stderr() -> Iterator[None]:
    """The solver sometimes prints a word of its own, which has no place among JSON."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
