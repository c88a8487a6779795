"""`onemap rank`: which communities first, and why, as a table or JSON."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from gis_service.commands import options
from gis_service.commands.database import database
from gis_service.commands.failed import Failed, WrongUse
from gis_service.commands.planning import (
    Filter,
    Out,
    Set,
    Weights,
    Year,
    hand_out,
    print_table,
    weights_of,
)
from gis_service.commands.progress import Progress


def rank(
    year: Year = None,
    set_: Set = None,
    weights: Weights = None,
    filter_: Filter = None,
    draws: Annotated[int, typer.Option(help="Draws of weights: how firm the order is.")] = 1000,
    top: Annotated[int, typer.Option(help="How many will be chosen, about; so many rows.")] = 20,
    out: Out = None,
    as_json: options.Json = False,
    data_dir: options.DataDir = None,
) -> None:
    """Rank the communities that may enter a year's plan."""
    from gis_service import ranking
    from gis_service.advancing import today
    from gis_service.api import rankings
    from gis_service.errors import BadParameter, GisError, Invalid
    from gis_service.migrations import migrate
    from gis_service.presenting import plan, reading
    from gis_service.presenting.forms import form_of
    from gis_service.store.cql import Filter as Cql
    from layers.core.access import OPERATOR

    now = datetime.now(UTC)
    of = year or today(now).year + 1
    settings = options.settings(data_dir=data_dir)
    with database(settings, Progress(to_stderr=True)) as opened:
        migrate(opened.owner)
        try:
            shaped = out is not None and form_of(out).shaped
            with opened.transaction(OPERATOR) as db:
                weighed = weights_of(db, set_, weights or [])
                chosen = None if filter_ is None else Cql(filter_)
                found = ranking.judged(db, OPERATOR, of, today(now), chosen)
                date = ranking.data_date(db, OPERATOR)
                ground = reading.ground(
                    db, OPERATOR, settings, found, year=of, chosen=chosen, shaped=shaped
                )
            ranked = ranking.rank(found, ranking.Asked(weighed, draws=draws, top=top))
            if out is not None:
                hand_out(out, plan.ranked(ranked, of, ground, len(found), date), settings)
                return
        except (BadParameter, Invalid) as error:
            raise WrongUse(f"{error.detail.zh} {error.detail.en}") from None
        except GisError as error:
            raise Failed(f"{error.detail.zh} {error.detail.en}") from None
    answer = rankings.told(ranked, "zh", of, len(found) if as_json else top, date)
    if as_json:
        typer.echo(answer.model_dump_json(indent=2))
        return
    titles = {each.code: each.title for each in answer.criteria if answer.weights[each.code]}
    print_table(
        f"{of} 年度计划排序 ranking · {answer.matched:,} 个小区 communities",
        [
            "#",
            "id",
            "小区 name",
            "得分 score",
            "范围 range",
            f"前 {top}",
            "可列入",
            *titles.values(),
        ],
        [
            [
                str(row.rank),
                row.id,
                row.name,
                f"{row.score:.3f}",
                f"{row.range[0]:.2f}-{row.range[1]:.2f}",
                "" if row.in_top is None else f"{row.in_top:.0%}",
                "是 yes" if row.eligible else f"缺 {len(row.missing)}",
                *(
                    "?" if code in row.unknown else f"{row.contributions[code]:.3f}"
                    for code in titles
                ),
            ]
            for row in answer.rows
        ],
    )
