import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from layers.core.geometry import in_degrees, in_metres
from layers.core.layer import Inside
from layers.core.relations import standing_out
from layers.core.text import Text

ZONE = 4547
PLOT = shapely.box(500_000, 3_124_000, 500_100, 3_124_100)
TITLE = Text("小区", "Communities")
RELATION = Inside("communities", by="community", slack_m=2.0)


def problems(east_m: float) -> list[BaseGeometry | None]:
    house = shapely.box(500_080, 3_124_010, 500_100 + east_m, 3_124_020)
    shape, plot = in_degrees(house, ZONE), in_degrees(PLOT, ZONE)
    return [problem.geometry for problem in standing_out(RELATION, shape, plot, TITLE)]


@given(st.floats(-15, 1.99))
def test_within_the_slack_there_is_no_problem(east_m: float) -> None:
    assert problems(east_m) == []


@given(st.floats(2.01, 50))
def test_beyond_it_the_part_outside_is_told(east_m: float) -> None:
    [outside] = problems(east_m)
    assert outside is not None
    west, _, east, _ = in_metres(outside, ZONE).bounds
    assert abs(west - 500_102) < 0.01
    assert abs(east - (500_100 + east_m)) < 0.01


def test_the_message_says_how_far_out_it_stands() -> None:
    house = in_degrees(shapely.box(500_080, 3_124_010, 500_112, 3_124_020), ZONE)
    [problem] = standing_out(RELATION, house, in_degrees(PLOT, ZONE), TITLE)
    assert "12.0 m" in problem.message.zh
    assert "12.0 m" in problem.message.en
    assert problem.field == "community"
