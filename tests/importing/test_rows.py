"""Rows into layers: what is accepted, repaired and refused, and what is said of it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely
from pyproj import Transformer
from sqlalchemy import Connection, select

from gis_service import importing
from gis_service.errors import BadParameter, NotPermitted, NotWritable
from gis_service.importing import Options
from gis_service.importing.report import Result
from gis_service.store.tables import TABLES
from layers import CATALOGUE
from layers.core.access import OPERATOR, Actor, Role
from layers.core.layer import Visibility
from tests.files.made import boxes
from tests.importing.made import (
    BUILDINGS,
    COMMUNITIES,
    ENTRANCES,
    ESTATE,
    FUNDING,
    codes,
    community,
    csv,
    report,
)


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
