"""Evidence that stands no more, told wherever a community is."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gis_service.evidencing import evidence
from gis_service.informing.models import Bilingual, Lapse
from gis_service.store.periods import LOCAL
from layers.core.access import PUBLIC
from layers.gates.lapses import lapses
from layers.stages import Stage, has_passed

_FIRST = Stage.PLANNED
"""The first gate that asks for evidence."""


def lapses_of(
    db: Connection, rows: Sequence[Mapping[Any, Any]], now: datetime
) -> dict[int, list[Lapse]]:
    """By community, from public evidence alone. One query, and none where nothing can have
    lapsed."""
    stages = {row["id"]: row["stage"] for row in rows if row["stage"] is not None}
    asked = [id_ for id_, stage in stages.items() if has_passed(Stage(stage), _FIRST)]
    if not asked:
        return {}
    found = evidence(db, PUBLIC, asked, now.astimezone(LOCAL).date(), lapses=True)
    return {
        id_: [
            Lapse(
                code=item.code,
                article=item.article,
                message=Bilingual(zh=item.message.zh, en=item.message.en),
            )
            for item in lapses(each)
        ]
        for id_, each in found.items()
    }
