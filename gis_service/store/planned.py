"""Communities as a plan tells of them now, for someone who may see them."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from gis_service.store.views import view
from layers.communities import LAYER
from layers.core.access import Actor
from layers.stages import Stage


@dataclass(frozen=True, slots=True)
class Community:
    name: str
    stage: Stage | None
    plan_year: int | None


def communities(db: Connection, actor: Actor, ids: Collection[int]) -> dict[int, Community]:
    """By id; those that the actor may not see, or that are no more, are left out."""
    source = view(LAYER, actor)
    query = select(source.c.id, source.c.name, source.c.stage, source.c.plan_year)
    return {
        id_: Community(name, None if stage is None else Stage(stage), year)
        for id_, name, stage, year in db.execute(query.where(source.c.id.in_(ids)))
    }
