from typing import Any

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from layers import CATALOGUE
from layers.core.rules import Feature, Problem

SQUARE = shapely.box(114.92, 28.23, 114.922, 28.2316)
BOW_TIE = shapely.Polygon([(114, 28), (114.001, 28.001), (114.001, 28), (114, 28.001)])


def codes(name: str, shape: BaseGeometry | None, **changes: Any) -> set[str]:
    return {problem.code for problem in problems(name, shape, **changes)}


def problems(name: str, shape: BaseGeometry | None, **changes: Any) -> list[Problem]:
    layer = CATALOGUE[name]
    attributes = layer.attributes.model_validate({**layer.example, **changes})
    return list(layer.problems(layer.fit(Feature(shape, attributes))))


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        (None, "geometry.missing"),
        (shapely.Polygon(), "geometry.empty"),
        (shapely.Point(114, 28), "geometry.kind"),
        (BOW_TIE, "geometry.invalid"),
        (shapely.box(500000, 3000000, 500100, 3000100), "geometry.range"),
        (shapely.box(114, 28, 114.1, 28.1), "geometry.too_large"),
    ],
)
def test_a_building_needs_a_sound_footprint(shape: BaseGeometry | None, code: str) -> None:
    assert codes("buildings", shape) == {code}


def test_a_ledger_has_no_geometry() -> None:
    assert codes("funding", SQUARE, community=1) == {"geometry.unwanted"}


def test_a_community_may_lack_its_boundary() -> None:
    assert codes("communities", None) == set()


def test_a_site_cannot_end_before_it_starts() -> None:
    [problem] = problems("sites", SQUARE, community=1, starts="2026-09-01", ends="2026-08-31")
    assert problem.field == "ends"
    assert "计划完工日期" in problem.message.zh
    assert "Planned end" in problem.message.en


@pytest.mark.parametrize("later", ["committed_cny", "received_cny", "spent_cny"])
def test_money_over_the_step_before_needs_a_reason(later: str) -> None:
    level = {"planned_cny": 1, "committed_cny": 1, "received_cny": 1, "spent_cny": 1}
    over = {**level, later: 2}
    assert f"{later}.over" in codes("funding", None, community=1, **over)
    assert codes("funding", None, community=1, **over, reason="决算调整") == set()
    assert codes("funding", None, community=1, **level) == set()


def test_more_cannot_vote_than_there_are_owners() -> None:
    assert codes("decisions", None, community=1, owners_took_part=205) == {"owners_took_part.over"}


def test_every_problem_is_told_and_not_just_the_first() -> None:
    found = codes("decisions", None, community=1, owners_took_part=205, ends="2026-01-01")
    assert found == {"owners_took_part.over", "ends.order"}
