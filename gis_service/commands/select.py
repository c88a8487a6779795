"""`onemap select`: the best choice within the money, as a table or JSON."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

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
    solver_on_stderr,
    weights_of,
)
from gis_service.commands.progress import Progress

if TYPE_CHECKING:
    from gis_service.api.selections import SelectionTold

Yuan = Annotated[str | None, typer.Option(help="Yuan.")]
Ids = Annotated[list[str] | None, typer.Option(help="Id of a community; may be repeated.")]
Counts = Annotated[list[str] | None, typer.Option(help="county=number; may be repeated.")]


def select(
    budget: Annotated[str, typer.Option(help="Budget in yuan.")],
    year: Year = None,
    set_: Set = None,
    weights: Weights = None,
    filter_: Filter = None,
    max_count: Annotated[int | None, typer.Option(help="At most so many communities.")] = None,
    lock_in: Ids = None,
    lock_out: Ids = None,
    county_min: Counts = None,
    county_max: Counts = None,
    by_households: Annotated[
        bool, typer.Option("--by-households", help="Count the score by households.")
    ] = False,
    all_: Annotated[
        bool, typer.Option("--all", help="Also communities outside the gate into the plan.")
    ] = False,
    household_cost: Yuan = None,
    neighbour_bonus: Annotated[float, typer.Option(help="Score for a pair within 500 m.")] = 0.0,
    seconds: Annotated[float, typer.Option(help="How long to look for the optimum.")] = 60.0,
    save: Annotated[str | None, typer.Option(help="Name of a scenario to keep it as.")] = None,
    out: Out = None,
    as_json: options.Json = False,
    data_dir: options.DataDir = None,
) -> None:
    """Choose communities for a year's plan within a budget: proven, or explained."""
    from pydantic import ValidationError

    from gis_service import ranking, selecting
    from gis_service.advancing import today
    from gis_service.api import selections
    from gis_service.api.scenario_bodies import ScenarioQuestion
    from gis_service.errors import BadParameter, GisError, Invalid
    from gis_service.migrations import migrate
    from gis_service.planning import saving
    from gis_service.presenting import plan, reading
    from gis_service.presenting.forms import form_of
    from gis_service.printing import outcome
    from layers.core.access import OPERATOR
    from layers.planning.candidates import yuan
    from layers.planning.weights import BUREAU

    now = datetime.now(UTC)
    try:
        body = ScenarioQuestion.model_validate(
            {
                "year": year or today(now).year + 1,
                "filter": filter_,
                "budget_cny": budget,
                "constraints": {
                    "max_count": max_count,
                    "lock_in": lock_in or [],
                    "lock_out": lock_out or [],
                    "county_min": _counts("--county-min", county_min),
                    "county_max": _counts("--county-max", county_max),
                },
                "objective": "score_households" if by_households else "score",
                "only_eligible": not all_,
                "household_cost_cny": household_cost,
                "neighbour_bonus": neighbour_bonus,
                "seconds": seconds,
            }
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise WrongUse(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    settings, of = options.settings(data_dir=data_dir), body.year or 0
    with database(settings, Progress(to_stderr=True)) as opened:
        migrate(opened.owner)
        try:
            shaped = out is not None and form_of(out).shaped
            with opened.transaction(OPERATOR) as db:
                weighed = weights_of(db, set_, weights or [])
                question = body.question(weighed)
                found = ranking.judged(db, OPERATOR, of, today(now), body.chosen)
                date = ranking.data_date(db, OPERATOR)
                ground = reading.ground(
                    db, OPERATOR, settings, found, year=of, chosen=body.chosen, shaped=shaped
                )
            with solver_on_stderr():
                chosen = selecting.answer(found, question)
            if save is not None:
                named = None if weights else set_ or BUREAU.name
                draft = saving.Draft(save, "", of, body.kept(), named, date)
                with opened.transaction(OPERATOR) as db:
                    kept = saving.save(db, OPERATOR, draft, chosen, body.locks)
                typer.echo(f"方案 scenario {kept.id}: {kept.name}", err=True)
            if out is not None:
                task = question.task(chosen.candidates)
                choice = outcome.told(
                    chosen, task, year=of, counties=ground.counties, data_date=date
                )
                hand_out(out, plan.chosen(chosen.ranking, choice, ground), settings)
                return
        except (BadParameter, Invalid) as error:
            raise WrongUse(f"{error.detail.zh} {error.detail.en}") from None
        except GisError as error:
            raise Failed(f"{error.detail.zh} {error.detail.en}") from None
    answer = selections.told(chosen.selection, len(chosen.candidates), chosen.out, "zh")
    if as_json:
        typer.echo(answer.model_dump_json(indent=2))
        return
    names = {each.id: each.name for each in found}
    costs = {each.id: each for each in chosen.candidates}
    print_table(
        f"{body.year} 年度计划方案 choice · {len(answer.chosen)} / {answer.candidates} 个小区",
        ["id", "小区 name", "县区 county", "得分 score", "户数", "造价 CNY"],
        [
            [
                id_,
                names[id_],
                costs[id_].county,
                f"{costs[id_].score:.3f}",
                str(costs[id_].households),
                f"{yuan(costs[id_].cost):,}",
            ]
            for id_ in answer.chosen
        ],
    )
    typer.echo(_summary(answer))


def _summary(answer: "SelectionTold") -> str:
    if answer.conflicts:
        why = ";".join(f"{each.name}({each.message})" for each in answer.explained)
        return f"无可行方案 infeasible: {why}"
    better = answer.greedy and answer.greedy.optimum_better_by
    said = (
        f"{answer.status} · gap {answer.gap:.2%} · {answer.objective:.3f} · {answer.cost_cny:,} CNY"
    )
    return said if better is None else f"{said} · 比贪心 over greedy +{better:.2%}"


def _counts(option: str, given: list[str] | None) -> dict[str, str]:
    pairs = [word.partition("=") for word in given or []]
    if any(not number for _, _, number in pairs):
        raise WrongUse(f"{option} is county=number")
    return {county: number for county, _, number in pairs}
