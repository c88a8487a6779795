"""What stands on a community's ground besides buildings: gates, doors, lanes, hydrants, wires."""

from collections.abc import Iterator

from gis_service.demo.ground import Ground
from gis_service.demo.tables import Numbers, Rows, Table
from layers import entrances, fire_lanes, utilities
from layers.entrances import EntranceKind
from layers.utilities import UtilityKind

_DOOR_WIDTH_M = 1.5
_FIRE_LANE_WIDTH_M = 4.0
_MAIN_HEIGHT_M, _ROW_HEIGHT_M = 4.5, 4.0


def made_premises(numbers: Numbers, grounds: list[Ground]) -> Iterator[Table]:
    doors = Rows(entrances.LAYER, numbers)
    lanes = Rows(fire_lanes.LAYER, numbers)
    supplies = Rows(utilities.LAYER, numbers)
    for ground in grounds:
        if ground.has_boundary:
            _add_entrances(doors, ground)
            _add_lanes(lanes, ground)
            _add_utilities(supplies, ground)
    yield from (doors.table, lanes.table, supplies.table)


def _add_entrances(rows: Rows, ground: Ground) -> None:
    for gate in ground.estate.gates:
        rows.add(
            ground.visibility(),
            ground.placed(gate.place),
            community=ground.community,
            kind=EntranceKind.COMMUNITY_GATE,
            name=gate.name,
            width_m=gate.width_m,
        )
    for door in ground.estate.doors:
        rows.add(
            ground.visibility(),
            ground.placed(door.place),
            community=ground.community,
            building=ground.buildings[door.building],
            kind=EntranceKind.UNIT_DOOR,
            name=f"{door.building + 1}栋{door.unit}单元",
            width_m=_DOOR_WIDTH_M,
        )


def _add_lanes(rows: Rows, ground: Ground) -> None:
    for order, lane in enumerate(ground.estate.lanes):
        rows.add(
            ground.visibility(),
            ground.placed(lane.line),
            community=ground.community,
            name="主路" if lane.main else f"{order}号支路",
            width_m=lane.width_m,
            clear_height_m=_MAIN_HEIGHT_M if lane.main else _ROW_HEIGHT_M,
            fire_lane=lane.main or lane.width_m >= _FIRE_LANE_WIDTH_M,
        )


def _add_utilities(rows: Rows, ground: Ground) -> None:
    for order, hydrant in enumerate(ground.estate.hydrants, start=1):
        rows.add(
            ground.visibility(),
            ground.placed(hydrant),
            community=ground.community,
            kind=UtilityKind.HYDRANT,
            name=f"{order}号消火栓",
        )
    for line in ground.estate.power_lines:
        rows.add(
            ground.visibility(),
            ground.placed(line),
            community=ground.community,
            kind=UtilityKind.POWER_LINE,
            name="10 kV 架空线",
        )
