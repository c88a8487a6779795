"""What communities are judged by, of all that may enter a year's plan at once.

The kept figures add up public rows alone; of a community that is not public itself its own rows
tell where it stands and what it will cost. One statement for the measures and one for the
organisations that the gate into the plan asks for: the country's 300,000 communities are read in
seconds, a province's in a moment.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    case,
    false,
    func,
    or_,
    select,
    true,
)

from gis_service.store import cql
from gis_service.store.views import view
from layers import CATALOGUE
from layers.core.access import Actor
from layers.core.layer import Visibility
from layers.ledgers.owner_organisations import OwnerOrganisation
from layers.planning.candidates import PROFITABLE
from layers.stages import Stage

_COMMUNITIES = CATALOGUE["communities"]
_BEFORE = tuple(stage.value for stage in (Stage.SURVEYED, Stage.RESERVE, Stage.CONSULTING))
_TOLD = (
    "id",
    "name",
    "division",
    "plan_year",
    "built_year",
    "households",
    "elderly_share",
    "safety_findings",
    "missing_facilities",
    "willingness",
    "participation",
    "self_demolition",
    "willingness_to_pay",
)
_BATCH = 5_000

Row = Any
"""A row with the columns of `_TOLD`, and `stage`, `budget_cny`, `reports`, `profitable_cny`, `lon`,
`lat`."""


def measured(
    db: Connection, actor: Actor, year: int, chosen: cql.Filter | None = None
) -> Sequence[Row]:
    """Communities of the actor's areas that are not in a plan yet, and those already in the
    year's. By id.

    Raises BadParameter for a filter that fails.
    """
    source = view(_COMMUNITIES, actor)
    reports, works = _reports(actor), _profitable(actor)
    stage = _stage(source, actor)
    conditions = [_open(stage, source.c.plan_year, year), _own(source, actor)]
    if chosen is not None:
        conditions.append(cql.condition(source, chosen))
    statement = (
        select(
            *(source.c[name] for name in _TOLD),
            stage.label("stage"),
            _budget(source, actor).label("budget_cny"),
            func.coalesce(reports.c.reports, 0).label("reports"),
            func.coalesce(works.c.profitable_cny, 0).label("profitable_cny"),
            _middle(source.c.geometry, "X").label("lon"),
            _middle(source.c.geometry, "Y").label("lat"),
        )
        .select_from(
            source.outerjoin(reports, reports.c.community == source.c.id).outerjoin(
                works, works.c.community == source.c.id
            )
        )
        .where(*conditions)
        .order_by(source.c.id)
    )
    return db.execute(statement).all()


def shapes(
    db: Connection, actor: Actor, year: int, chosen: cql.Filter | None = None
) -> Iterator[tuple[int, bytes]]:
    """Id and boundary (WKB) of each of those communities that has one."""
    source = view(_COMMUNITIES, actor)
    conditions = [
        _open(source.c.stage, source.c.plan_year, year),
        _own(source, actor),
        source.c.geometry.is_not(None),
    ]
    if chosen is not None:
        conditions.append(cql.condition(source, chosen))
    statement = select(source.c.id, func.ST_AsBinary(source.c.geometry)).where(*conditions)
    for id_, wkb in db.execute(statement.execution_options(yield_per=_BATCH)):
        yield id_, bytes(wkb)


def organisations(
    db: Connection, actor: Actor, year: int
) -> Iterator[tuple[int, int, OwnerOrganisation]]:
    """Community, id and row of each organisation of those communities."""
    source, own = view(_COMMUNITIES, actor), view(CATALOGUE["owner_organisations"], actor)
    names = tuple(OwnerOrganisation.model_fields)
    statement = (
        select(own.c.id, *(own.c[name] for name in names))
        .select_from(own.join(source, source.c.id == own.c.community))
        .where(_open(source.c.stage, source.c.plan_year, year), _own(source, actor))
    )
    for row in db.execute(statement):
        about = dict(zip(names, row[1:], strict=True))
        yield about["community"], row[0], OwnerOrganisation.model_validate(about)


def data_date(db: Connection, actor: Actor) -> Any:
    """The newest change of any community that the actor may see, or None."""
    return db.scalar(select(func.max(view(_COMMUNITIES, actor).c.updated_at)))


def _open(
    stage: ColumnElement[Any], plan_year: ColumnElement[Any], year: int
) -> ColumnElement[bool]:
    return or_(
        stage.is_(None),
        stage.in_(_BEFORE),
        and_(stage == Stage.PLANNED.value, plan_year == year),
    )


def _own(source: FromClause, actor: Actor) -> ColumnElement[bool]:
    """One plans for one's own areas, whatever is public of others."""
    if actor.everywhere:
        return true()
    division = source.c.division
    return or_(false(), *(func.starts_with(division, area) for area in sorted(actor.areas)))


def _stage(source: FromClause, actor: Actor) -> ColumnElement[Any]:
    changes = view(CATALOGUE["stage_changes"], actor)
    own = (
        select(changes.c.stage)
        .where(changes.c.community == source.c.id)
        .order_by(changes.c.at.desc(), changes.c.id.desc())
        .limit(1)
    )
    return _kept_or(own, source.c.stage, source)


def _budget(source: FromClause, actor: Actor) -> ColumnElement[Any]:
    works = view(CATALOGUE["works"], actor)
    own = select(func.sum(works.c.budget_cny)).where(works.c.community == source.c.id)
    return _kept_or(own, source.c.budget_cny, source)


def _kept_or(
    own: Select[Any], figure: ColumnElement[Any], source: FromClause
) -> ColumnElement[Any]:
    internal = source.c.visibility == Visibility.DRAFT.value
    return case((internal, own.correlate(source).scalar_subquery()), else_=figure)


def _reports(actor: Actor) -> Any:
    source = view(CATALOGUE["reports"], actor)
    counted: Select[Any] = select(source.c.community, func.count().label("reports"))
    return counted.group_by(source.c.community).subquery("reported")


def _profitable(actor: Actor) -> Any:
    source = view(CATALOGUE["works"], actor)
    amount = func.sum(source.c.budget_cny).label("profitable_cny")
    return (
        select(source.c.community, amount)
        .where(source.c.category.in_(sorted(PROFITABLE)))
        .group_by(source.c.community)
        .subquery("profitable")
    )


def _middle(shape: ColumnElement[Any], axis: str) -> ColumnElement[float]:
    """Of the box: who is whose neighbour needs no better."""
    low, high = (getattr(func, f"ST_{axis}{end}") for end in ("Min", "Max"))
    middle: ColumnElement[float] = (low(shape) + high(shape)) / 2
    return middle
