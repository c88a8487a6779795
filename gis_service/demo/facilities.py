"""Facilities that the works bring, each as far as its item of the works is."""

import numpy as np

from gis_service.demo.block import Block
from gis_service.demo.tables import Table
from gis_service.demo.works import Programme
from layers.facilities import FacilityKind, FacilityStatus
from layers.ledgers.works import WorkCategory
from layers.stages import Stage

# (works item, facility, name, least and most of them); the order is that of the estate's spots.
_BROUGHT = (
    (WorkCategory.CHARGING, FacilityKind.CHARGING_PILE, "电动自行车充电桩", (8, 40)),
    (WorkCategory.PARKING, FacilityKind.PARKING, "新增停车位", (10, 60)),
    (WorkCategory.ELDERLY_CARE, FacilityKind.ELDERLY_CARE, "居家养老服务站", (10, 30)),
)


def made_facilities(block: Block, works: Programme) -> list[Table]:
    return [
        _of_kind(block, works, spot, category, kind, name, amount)
        for spot, (category, kind, name, amount) in enumerate(_BROUGHT)
    ]


def _of_kind(
    block: Block,
    works: Programme,
    spot: int,
    category: WorkCategory,
    kind: FacilityKind,
    name: str,
    amount: tuple[int, int],
) -> Table:
    row = works.chosen(category)
    is_placed = block.has_boundary & block.histories.reached(Stage.PLANNED)
    row = row[is_placed[works.owner[row]]]
    owner = works.owner[row]
    progress = works.table["progress"][row]
    spots = block.places.library.spots[block.places.plan[owner], spot]
    return Table(
        "facilities",
        {
            "id": block.numbers.take("facilities", len(row)),
            "geometry": block.places.frames.placed(spots, owner),
            "community": block.id[owner],
            "kind": np.full(len(row), kind.value),
            "name": np.full(len(row), name),
            "status": np.select(
                [progress <= 0, progress < 1],
                [FacilityStatus.PLANNED, FacilityStatus.BUILDING],
                FacilityStatus.IN_USE,
            ),
            "capacity": block.rng.integers(*amount, size=len(row)),
            "opens": works.table["ends"][row],
            "visibility": block.visibility(owner),
        },
    )
