"""The ground of one community: its plan, and where on Earth a shape of the plan comes to lie."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from shapely.geometry.base import BaseGeometry

from gis_service.demo.block import Block
from gis_service.demo.estates import Estate
from gis_service.demo.frames import Frames
from gis_service.demo.tables import Table
from layers.stages import Stage


@dataclass(frozen=True, slots=True)
class Ground:
    """One community of a block. `buildings` are the ids of the plan's buildings, in its order."""

    index: int
    community: int
    name: str
    street: str
    is_public: bool
    has_boundary: bool
    stage: Stage
    days: dict[Stage, date]
    estate: Estate
    frame: Frames
    buildings: list[int]

    def placed(self, shape: BaseGeometry) -> Any:
        one = np.empty(1, dtype=object)
        one[0] = shape
        return self.frame.placed(one, np.zeros(1, dtype=np.int64))[0]

    def visibility(self, also: bool = True) -> str:
        return "published" if self.is_public and also else "draft"


def grounds(block: Block, buildings: Table) -> list[Ground]:
    """Every community of the block on its own."""
    owner = buildings["community"]
    number = buildings["id"]
    places = block.places
    return [
        Ground(
            index=i,
            community=int(community),
            name=places.name[i],
            street=places.street_name[i],
            is_public=bool(block.is_public[i]),
            has_boundary=bool(block.has_boundary[i]),
            stage=block.histories.stage[i],
            days=block.histories.days(i),
            estate=places.library.plans[places.plan[i]],
            frame=places.frames[i : i + 1],
            buildings=number[owner == community].tolist(),
        )
        for i, community in enumerate(block.id)
    ]
