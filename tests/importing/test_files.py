"""Files into layers: nothing is half written, and everything arrives in its place."""

from collections.abc import Callable
from pathlib import Path

import momepy
import numpy as np
import pytest
import shapely
from sqlalchemy import Connection, select

from gis_service import importing
from gis_service.files.errors import FileRefused
from gis_service.files.gcj02 import gcj02_from_true
from gis_service.importing import Options
from gis_service.importing.report import Result
from gis_service.store.tables import TABLES
from layers.core.access import OPERATOR
from tests.files.made import boxes, frame, shapefile
from tests.importing.made import BUILDINGS, codes, county, report, stored


def test_a_dry_run_writes_nothing_and_apply_writes_all(
    db: Connection, file: Callable[..., Path]
) -> None:
    prepared = importing.prepare(db, OPERATOR, BUILDINGS, file(), Options())
    assert prepared.report.counted() == {Result.ACCEPTED: 3}
    assert stored(db) == 0
    assert importing.apply(db, BUILDINGS, prepared).written == 3
    numbers = db.scalars(select(TABLES["buildings"].c.number).order_by("id"))
    assert list(numbers) == ["1", "2", "甲3"]


def test_the_same_file_a_second_time_is_refused(db: Connection, file: Callable[..., Path]) -> None:
    path = file()
    importing.apply(db, BUILDINGS, importing.prepare(db, OPERATOR, BUILDINGS, path, Options()))
    assert codes(report(db, path)) == [["geometry.duplicate"]] * 3
    assert codes(report(db, path, keep_duplicates=True)) == [[]] * 3


def test_a_shape_twice_in_a_file_is_refused_the_second_time(
    db: Connection, file: Callable[..., Path]
) -> None:
    path = file(shapes=np.repeat(boxes(1), 2), columns={"n": [1, 2]})
    assert codes(report(db, path)) == [[], ["geometry.repeated"]]


def test_while_any_row_is_refused_none_is_written_unless_asked(
    db: Connection, file: Callable[..., Path]
) -> None:
    prepared = importing.prepare(db, OPERATOR, BUILDINGS, file({"层数": [6, 0, 7]}), Options())
    assert codes(prepared.report) == [[], ["floors.greater_than_equal"], []]
    assert importing.apply(db, BUILDINGS, prepared).written == 0
    assert stored(db) == 0
    assert importing.apply(db, BUILDINGS, prepared, skip_refused=True).written == 2
    assert stored(db) == 2


def test_real_footprints_outside_every_division_are_refused_and_inside_one_taken(
    db: Connection,
) -> None:
    path = Path(momepy.datasets.get_path("bubenec"))
    with pytest.raises(FileRefused) as refused:
        report(db, path, source_layer="buildings")
    assert refused.value.problems[0].code == "crs.outside"
    county(db, shapely.box(14.3, 50.0, 14.5, 50.2), code="999901", name="Bubeneč")
    prepared = importing.prepare(db, OPERATOR, BUILDINGS, path, Options(source_layer="buildings"))
    assert prepared.report.position is not None
    assert prepared.report.position.crs == "EPSG:3857"
    assert prepared.report.position.places == ("Bubeneč 999901",)
    assert importing.apply(db, BUILDINGS, prepared).written == 144


def test_the_division_can_be_named_to_check_more_closely(
    db: Connection, file: Callable[..., Path]
) -> None:
    assert report(db, file(), within="36").counted() == {Result.ACCEPTED: 3}
    with pytest.raises(FileRefused):
        report(db, file(), within="3601")


def test_a_projected_gbk_shapefile_without_cpg_arrives_in_its_place(
    db: Connection, tmp_path: Path
) -> None:
    path = shapefile(
        tmp_path / "老小区.shp", frame({"用途": ["住宅", "棚屋", "住宅"]}).to_crs(4526)
    )
    prepared = importing.prepare(db, OPERATOR, BUILDINGS, path, Options())
    assert prepared.report.encoding == "gb18030"
    assert [f.attributes.use.value for f in prepared.features] == [
        "residential",
        "shed",
        "residential",
    ]
    found = np.array([f.geometry for f in prepared.features], dtype=object)
    assert shapely.hausdorff_distance(found, boxes()).max() < 1e-8


def test_gcj02_comes_back_to_where_it_is(db: Connection, file: Callable[..., Path]) -> None:
    shifted = shapely.transform(boxes(), gcj02_from_true)
    prepared = importing.prepare(
        db, OPERATOR, BUILDINGS, file(shapes=shifted), Options(crs="gcj02")
    )
    found = np.array([f.geometry for f in prepared.features], dtype=object)
    assert shapely.hausdorff_distance(found, boxes()).max() < 1e-8


def test_divisions_themselves_are_checked_against_the_country(
    db: Connection, file: Callable[..., Path]
) -> None:
    columns = {"code": ["330822"], "name": ["常山县"], "level": ["县级"], "system": ["test"]}
    shapes = np.array([shapely.box(118.3, 28.7, 118.8, 29.2)], dtype=object)
    assert codes(report(db, file(columns, shapes), "divisions")) == [[]]
