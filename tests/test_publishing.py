"""What is published meets the condition of its layer: the rule itself, and two who publish at once.

The ways over HTTP stand in `api/test_publishing.py`, that of files in `importing`.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from shapely import affinity, box

from gis_service import editing
from gis_service.errors import Invalid
from gis_service.publishing import JUDGES
from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import OPERATOR
from layers.core.layer import Layer, Visibility
from layers.core.publishing import Condition
from layers.core.rules import Feature
from tests.examples import ALL_THE_TIME, feature_of, in_order

LAYER = CATALOGUE["warning_perimeters"]
CONDITIONED = [layer for layer in CATALOGUE.values() if layer.published]
DAY = timedelta(days=1)
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def perimeter(**changes: Any) -> Feature:
    values = {"site": 1, "starts": NOW, "ends": NOW + DAY, **changes}
    shape = values.pop("geometry", box(0, 0, 1, 1))
    return Feature(shape, LAYER.attributes.model_validate({**LAYER.example, **values}))


ASKED: dict[str, tuple[Feature | None, Feature | None]] = {
    "shown": (None, perimeter()),
    "moved": (perimeter(), perimeter(geometry=box(0, 0, 1, 1.000001))),
    "smaller": (perimeter(), perimeter(geometry=box(0, 0, 1, 0.5))),
    "higher": (perimeter(), perimeter(working_height_m=30)),
    "for another work": (perimeter(), perimeter(work_area=2)),
    "for another site": (perimeter(), perimeter(site=2)),
    "earlier": (perimeter(), perimeter(starts=NOW - DAY)),
    "longer": (perimeter(), perimeter(ends=NOW + 2 * DAY)),
    "at another time": (perimeter(), perimeter(starts=NOW + DAY, ends=NOW + 2 * DAY)),
    "resumed": (perimeter(status="suspended"), perimeter()),
    "closed again": (perimeter(status="lifted"), perimeter(status="planned")),
}
NOT_ASKED: dict[str, tuple[Feature | None, Feature | None]] = {
    "draft": (None, None),
    "withdrawn": (perimeter(), None),
    "shown when lifted": (None, perimeter(status="lifted")),
    "suspended": (perimeter(), perimeter(status="suspended", geometry=box(0, 0, 2, 2))),
    "lifted": (perimeter(), perimeter(status="lifted")),
    "shorter": (perimeter(), perimeter(ends=NOW + DAY / 2)),
    "begun": (perimeter(status="planned"), perimeter(status="active")),
    "confirmed": (perimeter(confirmed_at=None), perimeter(confirmed_at=NOW)),
    "reworded": (perimeter(), perimeter(reason="请绕行", hoarding="围栏")),
    "drawn from another corner": (
        perimeter(),
        perimeter(geometry=affinity.rotate(box(0, 0, 1, 1), 90)),
    ),
}


@pytest.mark.parametrize("change", ASKED)
def test_who_closes_more_is_asked(change: str) -> None:
    assert LAYER.published is not None
    assert LAYER.published.asked_of(*ASKED[change])


@pytest.mark.parametrize("change", NOT_ASKED)
def test_who_closes_nothing_more_is_not(change: str) -> None:
    assert LAYER.published is not None
    assert not LAYER.published.asked_of(*NOT_ASKED[change])


@pytest.mark.parametrize("condition", Condition)
def test_every_condition_has_a_judge(condition: Condition) -> None:
    assert condition in JUDGES


Keys = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def bare(database: Database) -> Keys:
    """A place with a site on it where someone is on duty, and nothing else."""
    keys: Keys = {}
    with database.owner.begin() as db:
        for layer in in_order():
            if layer.name in ("divisions", "communities", "sites", "work_areas", "duty_shifts"):
                feature = feature_of(layer, keys, **ALL_THE_TIME.get(layer.name, {}))
                [id_] = features.add_many(db, layer, [feature], Visibility.PUBLISHED)
                keys[layer.name] = {"id": id_, **feature.attributes.model_dump()}
    return keys


@pytest.mark.parametrize("layer", CONDITIONED, ids=lambda layer: layer.name)
def test_an_example_may_be_published(database: Database, bare: Keys, layer: Layer) -> None:
    with database.staff.connect() as db:
        made = [feature_of(layer, bare)]
        assert editing.create_many(db, OPERATOR, layer, made, Visibility.PUBLISHED)


def test_of_two_that_clash_and_are_published_at_once_one_is_refused(
    database: Database, bare: Keys
) -> None:
    """Neither could see the other's while both are under way."""
    with database.owner.begin() as db:
        sites = CATALOGUE["sites"]
        made = [feature_of(sites, bare, status="preparing")] * 2
        both = features.add_many(db, sites, made, Visibility.PUBLISHED)
    together = Barrier(2)

    def publish(site: int) -> list[str]:
        drawn = feature_of(LAYER, bare, east=0.0008, site=site, work_area=None)
        together.wait()
        try:
            with database.transaction(OPERATOR) as db:
                editing.create_many(db, OPERATOR, LAYER, [drawn], Visibility.PUBLISHED)
        except Invalid as refused:
            return [problem.code for problem in refused.problems]
        return []

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(publish, both)) == [[], ["safety.clash"]]
