"""The map of one community on a sheet: its ground, buildings by number, lanes, what is planned."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from gis_service.printing.canvas import Canvas, Paint
from gis_service.printing.rows import Row, rows
from gis_service.store.selection import Selection
from layers import buildings, entrances, facilities, fire_lanes
from layers.core.access import PUBLIC
from layers.core.style import PALETTE
from layers.entrances import EntranceKind
from layers.facilities import FacilityStatus

_LIGHT = PALETTE["light"]
_PLANNED, _THERE = _LIGHT["accent"], _LIGHT["soft-ink"]
_DOT_MM, _GATE_MM = 2.6, 1.1
_NARROWEST_MM = 0.7


def facilities_of(db: Connection, community: int) -> list[Row]:
    """In the order of their numbers on the map: what comes first, then what is there."""
    there = FacilityStatus.IN_USE
    found = rows(db, facilities.LAYER, PUBLIC, Selection({"community": community}))
    return sorted(found, key=lambda row: (row["status"] == there, row["kind"], row["id"]))


def site_map(
    db: Connection, community: Row, planned: Sequence[Row], size: tuple[float, float]
) -> dict[str, Any] | None:
    """Nothing for a community without a boundary. `size` in millimetres; `planned` is numbered
    from 1."""
    if community.shape is None:
        return None
    canvas = Canvas(*size, community.shape)
    canvas.shape(
        community.shape, Paint(_LIGHT["community-ground"], _LIGHT["community-border"], 0.6)
    )
    own = Selection({"community": community["id"]})
    _lanes(canvas, rows(db, fire_lanes.LAYER, PUBLIC, own))
    for building in rows(db, buildings.LAYER, PUBLIC, own):
        if building.shape is not None:
            paint = Paint(_LIGHT["building"], _LIGHT["building-outline"], 0.25)
            canvas.shape(building.shape, paint)
            canvas.label(building.shape, building["number"], "building")
    for gate in rows(db, entrances.LAYER, PUBLIC, own):
        if gate["kind"] == EntranceKind.COMMUNITY_GATE and gate.shape is not None:
            canvas.dot(gate.shape, _GATE_MM, Paint(_LIGHT["good"], "#ffffff", 0.3))
            canvas.label(gate.shape, gate["name"], "gate")
    for number, facility in enumerate(planned, 1):
        if facility.shape is not None:
            colour = _THERE if facility["status"] == FacilityStatus.IN_USE else _PLANNED
            canvas.shape(facility.shape, Paint(colour, colour, 0.4, 0.25))
            canvas.dot(facility.shape, _DOT_MM, Paint(colour, "#ffffff", 0.4))
            canvas.label(facility.shape, str(number), "facility")
    return canvas.drawn()


def _lanes(canvas: Canvas, lanes: Sequence[Row]) -> None:
    """As broad as they are on the ground."""
    for colour, more in ((_LIGHT["lane-casing"], 0.5), (_LIGHT["lane"], 0.0)):
        for lane in lanes:
            if lane.shape is not None:
                broad = max(lane["width_m"] / canvas.metres_per_mm, _NARROWEST_MM)
                canvas.shape(lane.shape, Paint("none", colour, round(broad + more, 2)))
