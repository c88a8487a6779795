from collections.abc import Callable

import numpy as np
import pytest
import shapely
from pyproj import CRS, Transformer

from gis_service.errors import BadParameter
from gis_service.files import crs
from gis_service.files.errors import FileRefused, Undecided
from gis_service.files.gcj02 import bd09_from_gcj02, gcj02_from_true
from gis_service.files.table import Declared, Shaping
from layers.core.text import Text

# 3 degrees apart: a wrong zone carries the one into the other.
WEST = crs.Division("360923", "上高县", shapely.box(114.7, 28.0, 115.1, 28.4))
EAST = crs.Division("361104", "广信区", shapely.box(117.7, 28.0, 118.1, 28.4))
DEGREES = np.array([[114.92, 28.23], [114.921, 28.231], [114.93, 28.24]])


def divisions(*known: crs.Division) -> crs.Divisions:
    return lambda box: [d for d in known if d.shape.intersects(shapely.box(*box))]


def shaping(xy: np.ndarray, declared: int | None = None) -> Shaping:
    stated = Declared(CRS.from_epsg(declared), Text("文件声明", "declared")) if declared else None
    return Shaping(np.asarray(shapely.points(xy)), stated)


def projected(epsg: int) -> np.ndarray:
    to = Transformer.from_crs(4490, epsg, always_xy=True)
    return np.column_stack(to.transform(DEGREES[:, 0], DEGREES[:, 1]))


def place(
    xy: np.ndarray,
    asked: str = "auto",
    declared: int | None = None,
    known: tuple[crs.Division, ...] = (WEST,),
    swap: bool = False,
) -> crs.Placed:
    return crs.place(shaping(xy, declared), asked, swap, divisions(*known))


def off_by_metres(placed: crs.Placed) -> float:
    return float(np.abs(shapely.get_coordinates(placed.shapes) - DEGREES).max() * 111_320)


def test_a_declared_crs_that_lands_in_a_division_is_taken() -> None:
    placed = place(projected(4547), declared=4547)
    assert placed.candidate.name == "EPSG:4547"
    assert placed.places == ("上高县 360923",)
    assert off_by_metres(placed) < 0.001


def test_wgs_84_is_taken_as_cgcs2000_and_that_is_said() -> None:
    placed = place(DEGREES, declared=4326)
    assert off_by_metres(placed) == 0
    assert "centimetres" in placed.warnings[0].en


def test_a_declared_crs_outside_every_division_is_refused_with_what_it_may_be() -> None:
    with pytest.raises(FileRefused) as refused:
        place(projected(4547), declared=4526)
    assert refused.value.problems[0].code == "crs.outside"
    assert "EPSG:4547" in refused.value.detail.en


@pytest.mark.parametrize("epsg", [4526, 4547, 3857])
def test_an_undeclared_crs_is_proven_by_the_only_one_that_fits(epsg: int) -> None:
    placed = place(projected(epsg))
    assert placed.candidate.name == f"EPSG:{epsg}"
    assert "上高县" in placed.how.zh
    assert off_by_metres(placed) < 0.001


@pytest.mark.parametrize("epsg", [4526, 4547])
def test_northing_before_easting_is_proven_and_named(epsg: int) -> None:
    placed = place(projected(epsg)[:, ::-1])
    assert placed.candidate.swapped
    assert "swapped" in placed.candidate.label.en
    assert off_by_metres(placed) < 0.001


def test_two_zones_that_both_land_in_a_division_are_asked() -> None:
    with pytest.raises(Undecided) as asked:
        place(projected(4547), known=(WEST, EAST))
    options = [choice.options for choice in asked.value.choices]
    assert options == [{"crs": "EPSG:4547"}, {"crs": "EPSG:4548"}]
    assert "广信区" in asked.value.choices[1].consequence.zh


def test_true_and_shifted_degrees_cannot_be_told_by_a_county_and_are_asked() -> None:
    with pytest.raises(Undecided) as asked:
        place(DEGREES)
    assert [c.options["crs"] for c in asked.value.choices] == ["EPSG:4490", "gcj02", "bd09"]


def test_latitude_first_is_named_among_the_choices() -> None:
    with pytest.raises(Undecided) as asked:
        place(DEGREES[:, ::-1])
    assert all(choice.options["swap_axes"] == "true" for choice in asked.value.choices)


def test_swapped_axes_of_a_declared_crs_are_named() -> None:
    with pytest.raises(FileRefused, match="axes swapped"):
        place(DEGREES[:, ::-1], declared=4326)
    assert off_by_metres(place(DEGREES[:, ::-1], declared=4326, swap=True)) == 0


@pytest.mark.parametrize(
    ("name", "shift"),
    [
        ("gcj02", gcj02_from_true),
        ("bd09", lambda xy: bd09_from_gcj02(gcj02_from_true(xy))),
    ],
)
def test_shifted_coordinates_come_back(
    name: str, shift: Callable[[np.ndarray], np.ndarray]
) -> None:
    assert off_by_metres(place(shift(DEGREES), asked=name)) < 0.5


def test_what_a_person_says_goes_before_the_file_and_both_are_named() -> None:
    placed = place(gcj02_from_true(DEGREES), asked="gcj02", declared=4326)
    assert "EPSG:4326" in placed.how.en


@pytest.mark.parametrize("epsg", [2383, 2435])
def test_old_datums_are_warned_of(epsg: int) -> None:
    placed = place(projected(epsg), declared=epsg)
    assert "no exact public transformation" in placed.warnings[0].en


def test_a_few_strays_are_marked_and_the_rest_taken() -> None:
    xy = np.vstack([np.repeat(DEGREES, 20, axis=0), [[100.0, 30.0]]])
    assert place(xy, declared=4490).outside.nonzero()[0].tolist() == [60]


def test_without_any_division_nothing_can_be_checked() -> None:
    with pytest.raises(FileRefused) as refused:
        place(DEGREES, declared=4490, known=())
    assert refused.value.problems[0].code == "crs.unchecked"


def test_numbers_that_fit_nowhere_are_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        place(np.array([[1e12, -5.0]]))
    assert refused.value.problems[0].code == "crs.unknown"


@pytest.mark.parametrize("name", ["EPSG:0", "mars", "EPSG:4326;DROP", ""])
def test_an_unknown_name_is_wrong_use(name: str) -> None:
    with pytest.raises(BadParameter):
        place(DEGREES, asked=name)


def test_rows_without_a_shape_stay_without() -> None:
    shapes = np.array([None, shapely.Point(DEGREES[0]), shapely.Point()], dtype=object)
    stated = Declared(CRS.from_epsg(4490), Text("", ""))
    placed = crs.place(Shaping(shapes, stated), "auto", False, divisions(WEST))
    assert placed.shapes[0] is None
    assert not placed.outside.any()
