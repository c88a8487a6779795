"""What the made towns hold: each row obeys its own layer, and the whole obeys the notice."""

from collections import Counter
from datetime import UTC, datetime, time
from fractions import Fraction

import numpy as np
import pytest
import shapely

from gis_service.demo.danger import CHINA
from gis_service.demo.divisions import bounded
from gis_service.demo.making import Scale, made_tables
from layers import CATALOGUE
from layers.core.layer import Layer
from layers.core.rules import Feature
from layers.stages import Stage
from layers.warning_perimeters import PerimeterState, PerimeterStatus, state_at
from tests.demo.conftest import DAY, Rows, rows_of

SYSTEM = {"id", "geometry", "visibility"}


@pytest.mark.parametrize("layer", CATALOGUE.values(), ids=CATALOGUE.keys())
def test_every_layer_has_rows_and_each_obeys_its_layer(layer: Layer, town: Rows) -> None:
    assert town[layer.name]
    for row in town[layer.name]:
        named = {key: value for key, value in row.items() if key not in SYSTEM}
        attributes = layer.attributes.model_validate(_aware(named))
        assert not list(layer.problems(Feature(row.get("geometry"), attributes)))


def _aware(values: dict[str, object]) -> dict[str, object]:
    """Arrays hold moments in UTC without saying so."""
    return {
        key: value.replace(tzinfo=value.tzinfo or UTC) if isinstance(value, datetime) else value
        for key, value in values.items()
    }


@pytest.mark.parametrize("layer", CATALOGUE.values(), ids=CATALOGUE.keys())
def test_what_is_referred_to_exists(layer: Layer, town: Rows) -> None:
    for attribute, ref in layer.refs.items():
        known = {row[ref.key] for row in town[ref.layer]}
        named = {row.get(attribute) for row in town[layer.name]} - {None}
        assert named <= known


def test_the_same_seed_and_day_make_the_same_towns(town: Rows) -> None:
    again = rows_of(list(made_tables(Scale.TOWN, 81, DAY, lambda _: None)))
    assert again == town


def test_another_seed_makes_others(town: Rows) -> None:
    other = rows_of(list(made_tables(Scale.TOWN, 82, DAY, lambda _: None)))
    assert other["communities"] != town["communities"]


def test_communities_lie_in_their_county_and_apart(town: Rows) -> None:
    placed = [row for row in town["communities"] if row["geometry"] is not None]
    plots = np.array([row["geometry"] for row in placed], dtype=object)
    counties = [bounded()[row["division"][:6]].boundary for row in placed]
    assert shapely.contains(np.array(counties, dtype=object), plots).all()
    first, second = shapely.STRtree(plots).query(plots, predicate="intersects")
    assert (first == second).all()


def test_every_stage_is_there_and_some_have_no_boundary_or_are_internal(town: Rows) -> None:
    last = {row["community"]: row["stage"] for row in town["stage_changes"]}
    assert set(last.values()) == {stage.value for stage in Stage}
    communities = town["communities"]
    assert len(communities) == 60
    assert any(row["geometry"] is None for row in communities)
    assert {row["visibility"] for row in communities} == {"draft", "published"}
    assert all(row["made"] and "示例" in row["source"] for row in communities)


def test_names_are_unique_within_a_street(town: Rows) -> None:
    names = Counter((row["division"], row["name"]) for row in town["communities"])
    assert max(names.values()) == 1


def test_stages_follow_each_other_in_time(town: Rows) -> None:
    order = list(Stage)
    days: dict[int, list[tuple[datetime, int]]] = {}
    for row in town["stage_changes"]:
        days.setdefault(row["community"], []).append((row["at"], order.index(row["stage"])))
    for changes in days.values():
        assert changes == sorted(changes)
        assert changes[-1][0].date() <= DAY


def test_money_flows_downhill_and_some_is_missing(town: Rows) -> None:
    budget, committed = Counter[int](), Counter[int]()
    for row in town["works"]:
        budget[row["community"]] += row["budget_cny"]
    for row in town["funding"]:
        committed[row["community"]] += row["committed_cny"]
        amounts = [row[f"{step}_cny"] for step in ("planned", "committed", "received", "spent")]
        assert amounts == sorted(amounts, reverse=True)
    gaps = [budget[community] > committed[community] for community in committed]
    assert any(gaps)
    assert not all(gaps)
    assert np.mean(list(budget.values())) == pytest.approx(8e6, rel=0.3)


def test_who_is_in_the_plan_has_an_organisation_that_decided(town: Rows) -> None:
    planned = {r["community"] for r in town["stage_changes"] if r["stage"] == Stage.PLANNED}
    decided = {r["community"] for r in town["owner_organisations"] if r["management_mode"]}
    assert planned <= decided


def test_who_is_approved_has_a_vote_that_passes_the_civil_code(town: Rows) -> None:
    approved = {r["community"] for r in town["stage_changes"] if r["stage"] == Stage.APPROVED}
    # One was reversed later on.
    passed = {r["community"]: r for r in town["decisions"] if r["result"] != "open"}
    assert approved <= passed.keys()
    for row in passed.values():
        is_major = row["matter"] != "ordinary"
        for whole, part, favour in (
            ("owners_total", "owners_took_part", "owners_in_favour"),
            ("area_total_m2", "area_took_part_m2", "area_in_favour_m2"),
        ):
            assert Fraction(row[part]) >= Fraction(2, 3) * Fraction(row[whole])
            assert Fraction(row[favour]) > Fraction(1, 2) * Fraction(row[part])
            assert not is_major or Fraction(row[favour]) >= Fraction(3, 4) * Fraction(row[part])


def test_something_of_every_kind_is_closed_today(town: Rows) -> None:
    noon = datetime.combine(DAY, time(12), CHINA)
    states = {
        state_at(
            noon,
            PerimeterStatus(row["status"]),
            row["starts"],
            row["ends"],
            row["confirmed_at"],
        )
        for row in town["warning_perimeters"]
        if row["visibility"] == "published"
    }
    assert states == set(PerimeterState)


def test_nobody_is_named_in_public(town: Rows) -> None:
    for name, rows in town.items():
        if not CATALOGUE[name].public and name != "surveys":
            assert {row["visibility"] for row in rows} == {"draft"}
