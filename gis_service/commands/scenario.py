"""`onemap scenario`: what was saved of a plan, side by side, and adopted through the gate."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from gis_service.commands import options
from gis_service.commands.database import database
from gis_service.commands.failed import Failed, WrongUse
from gis_service.commands.planning import print_table
from gis_service.commands.progress import Progress

if TYPE_CHECKING:
    from gis_service.api.scenario_models import Adoption
    from gis_service.store.database import Database

Id = Annotated[int, typer.Argument(help="Number of a scenario; `list` tells it.")]


def application() -> typer.Typer:
    app = typer.Typer(help="Saved plans: compared, and adopted.", rich_markup_mode=None)
    app.command("list")(list_)
    app.command("show")(show)
    app.command("compare")(compare)
    app.command("adopt")(adopt)
    return app


def list_(as_json: options.Json = False, data_dir: options.DataDir = None) -> None:
    """List the scenarios, the newest first."""
    from gis_service.api import scenario_answers as told
    from gis_service.planning import saving
    from layers.core.access import OPERATOR

    with _opened(data_dir) as opened, opened.transaction(OPERATOR) as db:
        found = told.scenarios(db, OPERATOR, saving.saved(db, OPERATOR))
    if as_json:
        typer.echo(f"[{','.join(each.model_dump_json() for each in found)}]")
        return
    print_table(
        "方案 scenarios",
        ["id", "名称 name", "年度 year", "小区", "造价 CNY", "保存人 author", "采纳 adopted"],
        [
            [
                str(each.id),
                each.name,
                str(each.year),
                str(each.chosen),
                f"{each.cost_cny:,}",
                each.author,
                "" if each.adopted is None else f"{each.adopted.at:%Y-%m-%d} {each.adopted.by}",
            ]
            for each in found
        ],
    )


def show(id_: Id, as_json: options.Json = False, data_dir: options.DataDir = None) -> None:
    """Show a scenario: its communities, and what came of adopting it."""
    from gis_service.api import scenario_answers as told
    from gis_service.planning import saving
    from layers.core.access import OPERATOR

    with _opened(data_dir) as opened, opened.transaction(OPERATOR) as db:
        found = told.whole(db, OPERATOR, saving.found(db, OPERATOR, id_), "zh")
    if as_json:
        typer.echo(found.model_dump_json(indent=2))
        return
    print_table(
        f"{found.name} · {found.year} · {found.chosen} 个小区 · {found.cost_cny:,} CNY",
        ["id", "小区 name", "县区 county", "得分 score", "户数", "造价 CNY"],
        [
            [
                str(each.id),
                each.name,
                each.county,
                f"{each.score:.3f}",
                str(each.households or ""),
                "" if each.cost_cny is None else f"{each.cost_cny:,}",
            ]
            for each in found.communities
        ],
    )
    if found.adoption is not None:
        _tell(found.adoption)


def compare(
    ids: Annotated[list[int], typer.Argument(help="Two to four scenarios.")],
    as_json: options.Json = False,
    data_dir: options.DataDir = None,
) -> None:
    """Lay scenarios side by side."""
    from gis_service.api import scenario_answers as told
    from gis_service.planning import comparing
    from layers.core.access import OPERATOR

    if not 2 <= len(set(ids)) <= comparing.MOST:
        raise WrongUse(f"compare takes 2 to {comparing.MOST} scenarios")
    with _opened(data_dir) as opened, opened.transaction(OPERATOR) as db:
        found = told.comparison(db, OPERATOR, comparing.compare(db, OPERATOR, ids))
    if as_json:
        typer.echo(found.model_dump_json(indent=2))
        return
    print_table(
        "方案比较 comparison",
        ["小区 name", *(f"{each.id} {each.name}" for each in found.scenarios)],
        [
            [line.name, *(side.standing.label.zh if side else "—" for side in line.sides)]
            for line in found.lines
        ],
    )
    for each, total in zip(found.scenarios, found.sums, strict=True):
        typer.echo(f"{each.id} {each.name}: {total.count} · {total.cost_cny:,} CNY")


def adopt(
    id_: Id,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would come of it.")] = False,
    as_json: options.Json = False,
    data_dir: options.DataDir = None,
) -> None:
    """Make a scenario the annual plan, through the gate, community by community."""
    from gis_service.api import scenario_answers as told
    from gis_service.planning import adopting
    from layers.core.access import OPERATOR

    with (
        _opened(data_dir) as opened,
        opened.transaction(OPERATOR) as db,
        opened.advancing(OPERATOR) as gate,
    ):
        session = adopting.Session(OPERATOR, db, gate, datetime.now(UTC))
        if dry_run:
            outcome = adopting.rehearse(session, id_).as_json()
            answer = told.adoption(db, OPERATOR, outcome, "zh")
        else:
            adopted = adopting.adopt(session, id_)
            answer = told.adoption(db, OPERATOR, adopted.outcome or {}, "zh", adopted)
    if as_json:
        typer.echo(answer.model_dump_json(indent=2))
    else:
        _tell(answer)


def _tell(answer: "Adoption") -> None:
    counts = f"{len(answer.planned)} 列入 planned · {len(answer.already)} 原已列入 already"
    typer.echo(f"{counts} · {len(answer.refused)} 未列入 refused")
    for each in answer.refused:
        why = " ".join(f"{reason.message}{reason.article or ''}" for reason in each.reasons)
        typer.echo(f"  {each.id} {each.name}: {why}")


@contextmanager
def _opened(data_dir: options.DataDir) -> "Iterator[Database]":
    from gis_service.errors import GisError, NotFound
    from gis_service.migrations import migrate

    with database(options.settings(data_dir=data_dir), Progress(to_stderr=True)) as opened:
        migrate(opened.owner)
        try:
            yield opened
        except NotFound as error:
            raise WrongUse(f"{error.detail.zh} {error.detail.en}") from None
        except GisError as error:
            raise Failed(f"{error.detail.zh} {error.detail.en}") from None
