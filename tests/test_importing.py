"""Files into layers: what is accepted, repaired and refused, and that nothing is half written."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import geopandas
import momepy
import numpy as np
import pytest
import shapely
from pyproj import Transformer
from sqlalchemy import Connection, func, select

from gis_service import importing
from gis_service.errors import BadParameter, NotPermitted, NotWritable
from gis_service.files.errors import FileRefused
from gis_service.files.gcj02 import gcj02_from_true
from gis_service.importing import Options, Report
from gis_service.importing.report import Result
from gis_service.store import features
from gis_service.store.database import Database
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import OPERATOR, Actor, Role
from layers.core.layer import Layer, Visibility
from layers.core.rules import Feature
from tests.files.made import boxes, frame, shapefile

BUILDINGS, COMMUNITIES = CATALOGUE["buildings"], CATALOGUE["communities"]
ENTRANCES, FUNDING = CATALOGUE["entrances"], CATALOGUE["funding"]

COUNTY = shapely.box(114.7, 28.0, 115.1, 28.4)
ESTATE = shapely.box(114.9195, 28.2295, 114.9225, 28.2315)


def add(db: Connection, layer: Layer, shape: Any, **attributes: Any) -> int:
    feature = layer.fit(Feature(shape, layer.attributes.model_validate(attributes)))
    [id_] = features.add_many(db, layer, [feature], Visibility.PUBLISHED)
    return id_


def county(db: Connection, shape: Any, code: str = "360923", name: str = "上高县") -> None:
    add(db, CATALOGUE["divisions"], shape, code=code, name=name, level="county", system="test")


def community(db: Connection, shape: Any = ESTATE, code: str = "360923-1") -> int:
    return add(db, COMMUNITIES, shape, code=code, name="人民新村", division="360923")


@pytest.fixture
def db(database: Database) -> Iterator[Connection]:
    """A transaction that is undone, with one county in it."""
    with database.staff.connect() as connection:
        county(connection, COUNTY)
        yield connection
        connection.rollback()


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def made(*args: Any, **kwargs: Any) -> Path:
        path = tmp_path / "made.gpkg"
        frame(*args, **kwargs).to_file(path)
        return path

    return made


def csv(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "made.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


def report(db: Connection, path: Path, layer: str = "buildings", **options: Any) -> Report:
    return importing.prepare(db, OPERATOR, CATALOGUE[layer], path, Options(**options)).report


def codes(found: Report) -> list[list[str]]:
    return [[problem.code for problem in row.problems] for row in found.rows]


def stored(db: Connection, layer: str = "buildings") -> int:
    return db.scalar(select(func.count()).select_from(TABLES[layer])) or 0


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


def test_points_from_a_spreadsheet_belong_to_the_community_they_lie_in(
    db: Connection, tmp_path: Path
) -> None:
    id_ = community(db)
    to_zone = Transformer.from_crs(4490, 4526, always_xy=True)
    inside, nowhere = to_zone.transform(114.921, 28.23), to_zone.transform(114.95, 28.3)
    path = csv(
        tmp_path,
        "类别,名称,x,y\n"
        f"小区出入口,东门,{inside[0]},{inside[1]}\n"
        f"小区出入口,西门,{nowhere[0]},{nowhere[1]}\n",
    )
    prepared = importing.prepare(db, OPERATOR, ENTRANCES, path, Options())
    assert codes(prepared.report)[0] == []
    assert "community.unplaced" in codes(prepared.report)[1]
    assert prepared.features[0].attributes.community == id_
    assert prepared.report.position is not None
    assert prepared.report.position.crs == "EPSG:4526"


def test_a_place_in_two_communities_is_not_guessed(
    db: Connection, file: Callable[..., Path]
) -> None:
    community(db)
    community(db, ESTATE.buffer(0.001), "360923-2")
    prepared = importing.prepare(db, OPERATOR, BUILDINGS, file(), Options())
    assert {f.attributes.community for f in prepared.features} == {None}


def test_a_building_outside_the_community_it_names_is_refused(
    db: Connection, file: Callable[..., Path]
) -> None:
    id_ = community(db)
    far = boxes(1, corner=(114.99, 28.3))
    found = report(db, file({"community": [id_]}, far))
    assert codes(found) != [[]]


def test_an_unknown_reference_is_refused(db: Connection, file: Callable[..., Path]) -> None:
    assert codes(report(db, file({"community": [10**9]}, boxes(1)))) == [["community.unknown"]]


@pytest.mark.parametrize("word", ["人民新村", "360923-1"])
def test_a_reference_may_be_a_name_or_a_code(word: str, db: Connection, tmp_path: Path) -> None:
    id_ = community(db)
    path = csv(tmp_path, f"小区,年度,来源,计划,落实,到位,支出\n{word},2026,专项债券,1,1,1,1\n")
    [feature] = importing.prepare(db, OPERATOR, FUNDING, path, Options()).features
    assert feature.attributes.community == id_


def test_a_name_of_two_or_of_none_is_refused_once(db: Connection, tmp_path: Path) -> None:
    community(db)
    community(db, ESTATE.buffer(0.001), "360923-2")
    header = "小区,年度,来源,计划,落实,到位,支出\n"
    path = csv(tmp_path, f"{header}人民新村,2026,专项债券,1,1,1,1\n乌有,2026,专项债券,1,1,1,1\n")
    assert codes(report(db, path, "funding")) == [["community.unclear"]] * 2


def test_what_the_file_does_not_say_may_be_set(db: Connection, tmp_path: Path) -> None:
    community(db)
    path = csv(
        tmp_path,
        "类别,geometry\n,SRID=4490;POINT(114.921 28.23)\n单元门,SRID=4490;POINT(114.92 28.23)\n",
    )
    options = Options(constants={"kind": "小区出入口"})
    features = importing.prepare(db, OPERATOR, ENTRANCES, path, options).features
    assert [f.attributes.kind.value for f in features] == ["community_gate", "unit_door"]
    with pytest.raises(BadParameter, match="colour"):
        report(db, path, "entrances", constants={"colour": "red"})


def test_codes_stand_once_in_the_file_and_in_the_layer(db: Connection, tmp_path: Path) -> None:
    community(db, code="360923-1")
    path = csv(
        tmp_path,
        "小区编号,小区名称,所属街道(乡镇)\n"
        "360923-1,甲,360923\n360923-2,乙,360923\n360923-2,丙,360923\n",
    )
    assert codes(report(db, path, "communities")) == [["code.taken"], [], ["code.repeated"]]


def test_a_list_of_communities_needs_no_shapes(db: Connection, tmp_path: Path) -> None:
    path = csv(tmp_path, "code,name,division\n360923-9,阳光花园,360923\n")
    prepared = importing.prepare(db, OPERATOR, COMMUNITIES, path, Options())
    assert prepared.report.position is None
    assert importing.apply(db, COMMUNITIES, prepared).written == 1


def test_a_ledger_is_read_as_people_write_it(db: Connection, tmp_path: Path) -> None:
    id_ = community(db)
    path = csv(
        tmp_path,
        "小区,年度,来源,计划 (元),落实,到位,支出,经手人\n"
        f'{id_},2026,中央补助,"3,200,000.50",3200000,0,0,李某\n',
    )
    prepared = importing.prepare(db, OPERATOR, FUNDING, path, Options())
    assert codes(prepared.report) == [[]]
    assert prepared.features[0].attributes.planned_cny == Decimal("3200000.50")
    unused = [c.column for c in prepared.report.columns if c.attribute is None]
    assert unused == ["经手人"]


def test_every_problem_of_a_row_is_told_in_both_languages(db: Connection, tmp_path: Path) -> None:
    path = csv(tmp_path, "年度,来源,计划\n1066,彩票,很多\n")
    [row] = report(db, path, "funding").rows
    assert {problem.field for problem in row.problems} >= {
        "community",
        "year",
        "source",
        "planned_cny",
        "committed_cny",
    }
    assert all(problem.message.zh and problem.message.en for problem in row.problems)
    assert row.number == 2


def test_columns_are_matched_by_name_title_or_word(
    db: Connection, file: Callable[..., Path]
) -> None:
    columns = {
        "Floors": [6] * 3,
        "楼栋编号": ["1", "2", "3"],
        "height (m)": [18.0] * 3,
        "id": [7] * 3,
    }
    found = report(db, file(columns), columns={"number": "楼栋编号"})
    matched = {c.column: c.attribute for c in found.columns}
    assert matched == {
        "Floors": "floors",
        "楼栋编号": "number",
        "height (m)": "height_m",
        "id": None,
    }


@pytest.mark.parametrize("told", [{"nonsense": "楼号"}, {"number": "nonsense"}])
def test_a_word_that_maps_nothing_is_wrong_use(
    told: dict[str, str], db: Connection, file: Callable[..., Path]
) -> None:
    with pytest.raises(BadParameter, match="nonsense"):
        report(db, file(), columns=told)


def test_shapes_are_mended_where_nothing_is_lost(db: Connection, tmp_path: Path) -> None:
    west, south = 114.92, 28.23
    spike = [(0, 0), (3, 0), (3, 1), (3, 5), (3, 1), (0, 1), (0, 0)]
    bow_tie = [(0, 0), (3, 1), (3, 0), (0, 1), (0, 0)]
    shapes: list[Any] = [
        shapely.Polygon([(west + x * 1e-4, south + y * 1e-4 + n * 1e-3) for x, y in ring])
        for n, ring in enumerate([spike, bow_tie])
    ]
    shapes.append(shapely.LineString(boxes(1)[0].exterior.coords))
    shapes.append(shapely.MultiPolygon([boxes(1, (114.93, 28.24))[0]]))
    path = tmp_path / "made.gpkg"
    geopandas.GeoDataFrame({"n": range(4)}, geometry=shapes, crs=4490).to_file(path)
    found = report(db, path)
    assert [row.result for row in found.rows] == [
        Result.REPAIRED,
        Result.REFUSED,
        Result.REPAIRED,
        Result.ACCEPTED,
    ]
    assert "Mended" in found.rows[0].repairs[0].en
    assert "closed line" in found.rows[2].repairs[0].en


def test_rows_keep_the_visibility_asked_for(db: Connection, file: Callable[..., Path]) -> None:
    options = Options(visibility=Visibility.DRAFT)
    prepared = importing.prepare(db, OPERATOR, BUILDINGS, file(), options)
    importing.apply(db, BUILDINGS, prepared)
    assert set(db.scalars(select(TABLES["buildings"].c.visibility))) == {"draft"}


def test_who_may_not_write_may_not_import(db: Connection, file: Callable[..., Path]) -> None:
    with pytest.raises(NotPermitted):
        importing.prepare(db, Actor(Role.AUDITOR), BUILDINGS, file(), Options())
    with pytest.raises(NotWritable):
        importing.prepare(db, OPERATOR, CATALOGUE["stage_changes"], file(), Options())


def test_divisions_themselves_are_checked_against_the_country(
    db: Connection, file: Callable[..., Path]
) -> None:
    columns = {"code": ["330822"], "name": ["常山县"], "level": ["县级"], "system": ["test"]}
    shapes = np.array([shapely.box(118.3, 28.7, 118.8, 29.2)], dtype=object)
    assert codes(report(db, file(columns, shapes), "divisions")) == [[]]
