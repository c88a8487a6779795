"""Surveying: the rows around a community, as the scene that the safety engine reads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from gis_service.store.surroundings import Found
from layers.entrances import EntranceKind
from layers.facilities import FacilityStatus
from layers.ledgers.exceptions import SafetyCheck
from layers.material_storage import Material
from layers.safety.periods import Period
from layers.safety.scene import (
    Building,
    Door,
    Facility,
    Gate,
    Lane,
    Passage,
    Perimeter,
    Reception,
    Roster,
    SafetyException,
    Scene,
    Storage,
    Utility,
    WorkArea,
)
from layers.utilities import UtilityKind

Rows = Mapping[str, Sequence[Found]]


def scene(found: Iterable[Found], at: datetime, watched: Period) -> Scene:
    """The scene at a moment; its sites must be watched in `watched`."""
    rows: dict[str, list[Found]] = defaultdict(list)
    for thing in found:
        rows[thing.layer].append(thing)
    areas = _work_areas(rows["work_areas"])
    perimeters = tuple(_perimeter(row, areas, at) for row in rows["warning_perimeters"])
    below = {p.work.id for p in perimeters if p.work is not None}
    return Scene(
        community=_boundary(rows),
        buildings=buildings(rows["buildings"]),
        gates=tuple(_gates(rows)),
        doors=tuple(_doors(rows)),
        lanes=tuple(_lanes(rows)),
        storage=tuple(_storage(rows)),
        facilities=tuple(_facilities(rows)),
        passages=tuple(_passages(rows)),
        utilities=tuple(_utilities(rows)),
        perimeters=perimeters,
        work_areas=tuple(area for id_, area in areas.items() if id_ not in below),
        receptions=tuple(_receptions(rows)),
        rosters=tuple(_rosters(rows, watched)),
        exceptions=tuple(_exceptions(rows)),
    )


def perimeter(found: Sequence[Found], id_: int, at: datetime) -> Perimeter:
    """One of those found around a community, with the work area that it keeps people from."""
    [row] = (r for r in found if (r.layer, r.id) == ("warning_perimeters", id_))
    return _perimeter(row, _work_areas(r for r in found if r.layer == "work_areas"), at)


def buildings(rows: Iterable[Found]) -> tuple[Building, ...]:
    """One that belongs to no community yet stands in the way; whether someone lives there is not
    known, and its doors are nobody's record."""
    return tuple(
        Building(row.id, row.shape, _of(row, "number", ""), _lived_in(row))
        for row in rows
        if isinstance(row.shape, Polygon)
    )


def _lived_in(row: Found) -> bool:
    return bool(row.about.get("occupied")) and row.about.get("community") is not None


def _boundary(rows: Rows) -> MultiPolygon | None:
    shape = next((row.shape for row in rows["communities"]), None)
    return shape if isinstance(shape, MultiPolygon) else None


def _gates(rows: Rows) -> Iterable[Gate]:
    for row in rows["entrances"]:
        if row.about["kind"] == EntranceKind.COMMUNITY_GATE and row.about["open"]:
            yield Gate(row.id, _shape(row), row.about["name"], row.about["width_m"])


def _doors(rows: Rows) -> Iterable[Door]:
    for row in rows["entrances"]:
        if row.about["kind"] == EntranceKind.UNIT_DOOR:
            yield Door(row.id, row.about["building"], _shape(row), row.about["name"])


def _lanes(rows: Rows) -> Iterable[Lane]:
    for row in rows["fire_lanes"]:
        if row.about["fire_lane"]:
            about = row.about
            yield Lane(
                row.id, _shape(row), about["width_m"], about["clear_height_m"], about["name"]
            )


def _storage(rows: Rows) -> Iterable[Storage]:
    for row in rows["material_storage"]:
        about = row.about
        material = Material(about["material"])
        yield Storage(row.id, _shape(row), material, about["enclosed"], about["name"])


def _facilities(rows: Rows) -> Iterable[Facility]:
    """What is only planned takes up no ground yet."""
    for row in rows["facilities"]:
        if row.about["status"] != FacilityStatus.PLANNED:
            yield Facility(row.id, _shape(row))


def _passages(rows: Rows) -> Iterable[Passage]:
    for row in rows["passages"]:
        yield Passage(row.id, _shape(row), row.about["width_m"], row.about["covered"])


def _utilities(rows: Rows) -> Iterable[Utility]:
    for row in rows["utilities"]:
        yield Utility(row.id, UtilityKind(row.about["kind"]), _shape(row), row.about["name"])


def _receptions(rows: Rows) -> Iterable[Reception]:
    for row in rows["reception_points"]:
        opens, closes = (_day(row.about[name]) for name in ("opens", "closes"))
        yield Reception(row.id, _shape(row), opens, closes)


def _rosters(rows: Rows, watched: Period) -> Iterable[Roster]:
    shifts: dict[int, list[Period]] = defaultdict(list)
    for row in rows["duty_shifts"]:
        shifts[row.about["site"]].append(_period(row))
    for site in rows["sites"]:
        yield Roster(site.id, watched, tuple(shifts[site.id]))


def _exceptions(rows: Rows) -> Iterable[SafetyException]:
    for row in rows["exceptions"]:
        about = row.about
        ends = date.fromisoformat(about["ends"])
        yield SafetyException(
            SafetyCheck(about["check"]),
            about["reason"],
            about["approver"] or "",
            ends,
            about["site"],
            about["perimeter"],
        )


def _work_areas(rows: Iterable[Found]) -> dict[int, WorkArea]:
    return {row.id: _work_area(row) for row in rows}


def _work_area(row: Found) -> WorkArea:
    about = row.about
    return WorkArea(
        _shape(row), about["working_height_m"], row.id, about["site"], period=_period(row)
    )


def _perimeter(row: Found, areas: Mapping[int, WorkArea], at: datetime) -> Perimeter:
    """One whose end has passed without anyone lifting it stands on."""
    period = _period(row)
    if period.ends is not None and period.ends <= at:
        period = Period(period.starts, None)
    area = areas.get(row.about["work_area"])
    work = None if area is None else area.at_least(row.about["working_height_m"])
    return Perimeter(_shape(row), period, row.id, row.about["site"], work)


def _period(row: Found) -> Period:
    return Period(_moment(row.about["starts"]), _moment(row.about["ends"]))


def _moment(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _of(row: Found, name: str, default: Any) -> Any:
    return row.about.get(name, default)


def _shape(row: Found) -> Any:
    """The shape of a layer that requires one: the database holds no row without."""
    assert isinstance(row.shape, BaseGeometry)
    return row.shape
