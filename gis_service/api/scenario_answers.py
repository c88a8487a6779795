"""Telling of scenarios: names of communities as the reader may see them, the others counted."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gis_service.api.scenario_models import (
    Adopted,
    Adoption,
    Changed,
    Chosen,
    ComparisonTold,
    County,
    LineTold,
    Named,
    OverlapTold,
    Reason,
    RerunTold,
    ScenarioTold,
    Side,
    SumTold,
    Unplanned,
    WholeScenario,
)
from gis_service.planning.comparing import Comparison, Line
from gis_service.planning.rerunning import Rerun
from gis_service.store import features, planned
from gis_service.store import scenarios as stored
from gis_service.store.planned import Community
from gis_service.store.scenarios import Scenario
from layers.core.access import GRANTS, Actor, has_in_scope, may_change_plan
from layers.core.layer import Ref
from layers.core.text import Language
from layers.divisions import LAYER as DIVISIONS
from layers.planning.candidates import yuan
from layers.planning.scenarios import Row

_DIVISION = Ref(DIVISIONS.name, DIVISIONS.owner or "")


def scenario(db: Connection, actor: Actor, found: Scenario) -> ScenarioTold:
    [told] = scenarios(db, actor, [found])
    return told


def scenarios(db: Connection, actor: Actor, found: Sequence[Scenario]) -> list[ScenarioTold]:
    areas = features.names(db, _DIVISION, {code for each in found for code in each.areas})
    return [ScenarioTold(**_about(each, actor, areas)) for each in found]


def _about(found: Scenario, actor: Actor, areas: Mapping[str, str]) -> dict[str, Any]:
    outcome = found.outcome or {}
    adopted = found.adopted_at and Adopted(
        at=found.adopted_at,
        by=found.adopted_by or "",
        **{name: len(outcome[name]) for name in ("planned", "already", "refused")},
    )
    plans = GRANTS[actor.role].plans and has_in_scope(actor, found.areas)
    editable = may_change_plan(actor, found.author, found.areas)
    kept = {
        name: getattr(found, name) for name in ScenarioTold.model_fields if hasattr(found, name)
    }
    return {
        **kept,
        "areas": [areas.get(code, code) for code in found.areas],
        "cost_cny": yuan(found.cost_fen),
        "adopted": adopted,
        "may_edit": editable and adopted is None,
        "may_adopt": plans and adopted is None,
    }


def whole(db: Connection, actor: Actor, found: Scenario, language: Language) -> WholeScenario:
    rows = stored.chosen(db, found.id)
    seen = planned.communities(db, actor, [row.community for row in rows])
    adopted = None
    if found.outcome is not None:
        adopted = adoption(db, actor, found.outcome, language, found)
    return WholeScenario(
        **scenario(db, actor, found).model_dump(),
        question=dict(found.question),
        communities=[
            Chosen(
                **_placed(row.community, seen[row.community]),
                county=row.county,
                standing=row.standing,
                score=row.score,
                households=row.households,
                cost_cny=None if row.cost is None else yuan(row.cost),
            )
            for row in rows
            if row.community in seen
        ],
        hidden=len(rows) - len(seen),
        adoption=adopted,
    )


def adoption(
    db: Connection,
    actor: Actor,
    outcome: Mapping[str, Any],
    language: Language,
    adopted: Scenario | None = None,
) -> Adoption:
    """Of a scenario that has been adopted, or of a rehearsal."""
    refused = {each["community"]: each["reasons"] for each in outcome["refused"]}
    ids = [*outcome["planned"], *outcome["already"], *refused]
    seen = planned.communities(db, actor, ids)
    return Adoption(
        at=None if adopted is None else adopted.adopted_at,
        by=None if adopted is None else adopted.adopted_by,
        planned=_all_named(outcome["planned"], seen),
        already=_all_named(outcome["already"], seen),
        refused=[
            Unplanned(
                **_named(id_, seen[id_]), reasons=[_reason(each, language) for each in reasons]
            )
            for id_, reasons in refused.items()
            if id_ in seen
        ],
        hidden=len(ids) - len(seen),
    )


def _reason(kept: Mapping[str, Any], language: Language) -> Reason:
    return Reason(code=kept["code"], article=kept["article"], message=kept["message"][language])


def comparison(db: Connection, actor: Actor, found: Comparison) -> ComparisonTold:
    order = [each.id for each in found.scenarios]
    names = features.names(db, _DIVISION, found.by_county.keys())
    return ComparisonTold(
        scenarios=scenarios(db, actor, found.scenarios),
        lines=[_line(each, order) for each in found.lines],
        hidden=found.hidden,
        sums=[SumTold.of(found.sums[id_]) for id_ in order],
        counties=[
            County(
                code=code,
                name=names.get(code, code),
                sums=[SumTold.of(sums[id_]) for id_ in order],
            )
            for code, sums in found.by_county.items()
        ],
        overlaps=[OverlapTold.of(each) for each in found.overlaps],
    )


def _line(found: Line, order: Sequence[int]) -> LineTold:
    some = next(iter(found.rows.values()))
    return LineTold(
        **_placed(found.id, found.community),
        county=some.county,
        households=some.households,
        place=some.place,
        sides=[_side(found.rows.get(id_)) for id_ in order],
    )


def _side(row: Row | None) -> Side | None:
    if row is None:
        return None
    cost = None if row.cost is None else yuan(row.cost)
    return Side(standing=row.standing, score=row.score, cost_cny=cost)


def rerun(
    db: Connection, actor: Actor, found: Scenario, again: Rerun, data_date: datetime | None
) -> RerunTold:
    drift, selection = again.drift, again.answer.selection
    ids = {*drift.appeared, *drift.changed, *drift.entered, *drift.left}
    seen = planned.communities(db, actor, ids)
    return RerunTold(
        same=drift.same_inputs and drift.same_choice,
        same_inputs=drift.same_inputs,
        same_choice=drift.same_choice,
        digest=found.digest,
        digest_now=again.digest,
        data_date=data_date,
        status=selection.choice.status,
        objective=selection.choice.worth,
        cost_cny=yuan(selection.cost),
        chosen=len(selection.chosen),
        appeared=_all_named(drift.appeared, seen),
        gone=len(drift.gone),
        changed=[
            Changed(**_named(id_, seen[id_]), inputs=[*names])
            for id_, names in drift.changed.items()
            if id_ in seen
        ],
        entered=_all_named(drift.entered, seen),
        left=_all_named(drift.left, seen),
        hidden=len(ids - seen.keys()),
    )


def _all_named(ids: Collection[int], seen: Mapping[int, Community]) -> list[Named]:
    return [Named(**_named(id_, seen[id_])) for id_ in ids if id_ in seen]


def _named(id_: int, community: Community) -> dict[str, Any]:
    return {"id": id_, "name": community.name}


def _placed(id_: int, community: Community) -> dict[str, Any]:
    now = {"stage": community.stage, "plan_year": community.plan_year}
    return {**_named(id_, community), **now}
