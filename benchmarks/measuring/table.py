"""What was found: a table for people, JSON for programs."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.measuring.rounds import Cost


def report(title: str, per: str, groups: Mapping[str, Sequence[Cost]]) -> None:
    """`groups` are costs to compare with each other; the first of each is the measure, 1.00.

    `per` is what one of them is for: a tile, a page. With `--json` in the command line, JSON.
    """
    if "--json" in sys.argv:
        typer.echo(json.dumps({"title": title, "per": per, "groups": _plain(groups)}))
        return
    table = Table(title=f"{title} (ms per {per})", title_justify="left")
    programs = [*next(iter(groups.values()))[0].processor]
    for name in ("", "time", *(f"CPU {program}" for program in programs), "ratio"):
        table.add_column(name, justify="right" if name else "left")
    for group, costs in groups.items():
        if group:
            table.add_row(f"[bold]{group}[/]")
        for cost in costs:
            spent = (_ms(cost.processor[program]) for program in programs)
            ratio = f"{cost.seconds / costs[0].seconds:.2f}"
            table.add_row(cost.name, _ms(cost.seconds), *spent, ratio)
    Console(width=None if sys.stdout.isatty() else 100).print(table)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.2f}" if seconds < 1 else f"{seconds * 1000:,.0f}"


def _plain(groups: Mapping[str, Sequence[Cost]]) -> dict[str, list[dict[str, object]]]:
    return {
        group: [asdict(cost) | {"ratio": cost.seconds / costs[0].seconds} for cost in costs]
        for group, costs in groups.items()
    }
