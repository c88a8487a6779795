"""The larger scales have the numbers they are named for; the towns are the same in all of them."""

from collections import Counter

import pytest

from gis_service.demo import divisions, settling
from gis_service.demo.library import made_library
from gis_service.demo.making import Scale, made_tables
from tests.demo.conftest import DAY, Rows, rows_of


def test_the_province(town: Rows) -> None:
    tables = list(made_tables(Scale.PROVINCE, 81, DAY, lambda _: None))
    count = Counter[str]()
    for table in tables:
        count[table.layer] += len(table)
    assert count["communities"] == pytest.approx(8_000, rel=0.02)
    assert count["buildings"] == pytest.approx(97_100, rel=0.05)
    assert rows_of(tables)["communities"][:60] == town["communities"]


def test_the_nation() -> None:
    places = settling.nation(81, made_library(1), divisions.streets_of_the_nation())
    assert len(places) == pytest.approx(300_000, rel=0.01)
    assert len(set(places.code)) == len(places)
