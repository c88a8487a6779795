"""What a plan lies on, read for those files that draw it."""

from collections.abc import Sequence

import shapely
from sqlalchemy import Connection

from gis_service.presenting.plan import Ground
from gis_service.printing import borders
from gis_service.ranking import Judged
from gis_service.settings import Settings
from gis_service.store import measures, overview
from gis_service.store.cql import Filter
from layers.core.access import Actor


def ground(
    db: Connection,
    actor: Actor,
    settings: Settings,
    found: Sequence[Judged],
    *,
    year: int,
    chosen: Filter | None = None,
    shaped: bool = False,
) -> Ground:
    """Of the communities `found` by year and filter; their shapes only where they are drawn."""
    counties = borders.names(db, {each.county for each in found})
    if not shaped:
        return Ground(counties)
    return Ground(
        counties,
        borders.around(db, [each.place for each in found if each.place]),
        {str(id_): shapely.from_wkb(wkb) for id_, wkb in measures.shapes(db, actor, year, chosen)},
        [*_notes(db, settings)],
    )


def _notes(db: Connection, settings: Settings) -> list[str]:
    said = {
        "示例数据,为演示而编造 Made data, for a demo": overview.any_made(db),
        f"数据来源 Source: {settings.data_source}": settings.data_source,
        f"审图号 Map approval: {settings.map_approval}": settings.map_approval,
    }
    return [note for note, holds in said.items() if holds]
