"""Communities in rows, chosen, sorted and paged; a card's heading is one of these rows."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, text

from gis_service.store.closures import CLOSED_TODAY
from gis_service.store.columns import PINYIN
from gis_service.store.community_search import CLOSED_COMMUNITIES, Choice, condition
from layers.stages import Stage

_BY_STAGE = "array_position(ARRAY[{}], c.stage)".format(
    ", ".join(f"'{stage.value}'" for stage in Stage)
)
_BY_CLOSURES = f"(SELECT count(*) FROM ({CLOSED_COMMUNITIES}) each WHERE each.community = c.id)"

SORTS: dict[str, str] = {
    "name": f'c.name COLLATE "{PINYIN}"',
    "division": "c.division",
    "stage": _BY_STAGE,
    "plan_year": "c.plan_year",
    "built_year": "c.built_year",
    "households": "c.households",
    "buildings": "c.buildings",
    "progress": "c.progress",
    "budget_cny": "c.budget_cny",
    "gap_cny": "c.gap_cny",
    "gap_share": "c.gap_share",
    "closures_today": _BY_CLOSURES,
}
"""What a list may be sorted by. Names in Chinese order are in the order of pinyin."""

_ALWAYS_THERE = ("name", "division")


def matched(db: Connection, choice: Choice, now: datetime) -> int:
    where, values = condition(choice, now)
    count = db.scalar(text(f"SELECT count(*) FROM open.communities c WHERE {where}"), values)
    return int(count or 0)


def rows(
    db: Connection,
    choice: Choice,
    now: datetime,
    *,
    sort: str = "name",
    descending: bool = False,
    limit: int = 50,
    offset: int = 0,
) -> Sequence[RowMapping]:
    """A page of chosen communities. `sort` is a key of SORTS; what has no value comes last."""
    where, values = condition(choice, now)
    statement = text(f"""
        WITH page AS (
            SELECT c.*, place FROM (
                SELECT id, row_number() OVER () AS place FROM (
                    SELECT c.id FROM open.communities c WHERE {where}
                    ORDER BY {_order(sort, descending=descending)}
                    LIMIT :limit OFFSET :offset
                ) chosen
            ) chosen JOIN open.communities c USING (id)
        )
        {_SELECT} ORDER BY c.place""")
    return db.execute(statement, {**values, "limit": limit, "offset": offset}).mappings().all()


def row(db: Connection, id_: int, now: datetime) -> RowMapping | None:
    """One community with everything its card says of itself, or None."""
    _, values = condition(Choice(), now)
    statement = text(f"""
        WITH page AS (SELECT * FROM open.communities WHERE id = :id)
        {_SELECT}""")
    return db.execute(statement, {**values, "id": id_}).mappings().one_or_none()


def _order(sort: str, *, descending: bool) -> str:
    direction = "DESC" if descending else "ASC"
    # What every row has is put in order by its index, which knows of nulls at one end only.
    nulls = "" if sort in _ALWAYS_THERE else "NULLS LAST"
    return f"{SORTS[sort]} {direction} {nulls}, c.id"


_SELECT = f"""
    SELECT c.*,
        concat_ws(' · ', county.name, street.name) AS division_name,
        (SELECT count(*) FROM open.warning_perimeters p JOIN open.sites s ON s.id = p.site
         WHERE s.community = c.id AND {CLOSED_TODAY}) AS closures_today,
        ST_Area(c.geometry::geography) AS area_m2,
        ST_XMin(c.geometry) AS west, ST_YMin(c.geometry) AS south,
        ST_XMax(c.geometry) AS east, ST_YMax(c.geometry) AS north
    FROM page c
    LEFT JOIN open.divisions street ON street.code = c.division
    LEFT JOIN open.divisions county
        ON county.code = left(c.division, 6) AND county.code <> c.division"""
