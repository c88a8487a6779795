"""A map on paper: to scale, north up, within its frame."""

import re

import pytest
import shapely

from gis_service.printing.canvas import Canvas, Paint

SQUARE = shapely.box(115.0, 28.0, 115.01, 28.01)


def canvas() -> Canvas:
    return Canvas(150.0, 100.0, SQUARE)


def coordinates(svg: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", svg)]


def test_the_ground_lies_within_the_margins_and_fills_one_of_them() -> None:
    drawn = canvas()
    drawn.shape(SQUARE, Paint("#fff"))
    points = coordinates(drawn.drawn()["svg"])
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert min(xs) >= 4
    assert max(xs) <= 146
    assert (min(ys), max(ys)) == pytest.approx((4, 96), abs=0.1)


def test_north_is_up_and_east_is_right() -> None:
    drawn = canvas()
    drawn.label(shapely.Point(115.002, 28.009), "西北", "x")
    drawn.label(shapely.Point(115.008, 28.001), "东南", "x")
    north_west, south_east = drawn.drawn()["labels"]
    assert north_west["x"] < south_east["x"]
    assert north_west["y"] < south_east["y"]


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    drawn = canvas()
    bar = drawn.drawn()["bar"]
    assert bar["metres"] == pytest.approx(bar["mm"] * drawn.metres_per_mm, rel=0.01)
    assert str(bar["metres"])[0] in "125"
    # A hundredth of a degree of latitude is 1,108 m here, on 92 mm of paper.
    assert drawn.metres_per_mm == pytest.approx(1108 / 92, rel=0.01)


def test_of_labels_upon_each_other_the_first_is_written() -> None:
    drawn = canvas()
    for text in ("甲", "乙"):
        drawn.label(shapely.Point(115.005, 28.005), text, "building")
    drawn.label(shapely.Point(115.005, 28.005), "1", "facility")
    assert [each["text"] for each in drawn.drawn()["labels"]] == ["甲", "1"]


def test_a_hole_is_no_part_of_a_shape() -> None:
    drawn = canvas()
    drawn.shape(SQUARE - shapely.box(115.004, 28.004, 115.006, 28.006), Paint("#fff"))
    svg = drawn.drawn()["svg"]
    assert svg.count("M") == 2
    assert 'fill-rule="evenodd"' in svg
