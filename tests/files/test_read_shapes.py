"""Reading formats with shapes: every value arrives, and nothing is followed out of the file."""

import http.server
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import geopandas
import momepy
import pytest
import shapely

from gis_service.files.errors import FileRefused, Undecided
from gis_service.files.read import read
from gis_service.files.reading import Reading
from gis_service.files.table import Shaping, Table
from tests.files.made import boxes, frame, shapefile

PLAIN = Reading()


def shaping_of(table: Table) -> Shaping:
    assert table.shaping is not None
    return table.shaping


def geojson(tmp_path: Path, root: Any) -> Path:
    path = tmp_path / "made.geojson"
    path.write_text(root if isinstance(root, str) else json.dumps(root), encoding="utf-8")
    return path


def collection(*geometries: Any, **members: Any) -> dict[str, Any]:
    features = [
        {"type": "Feature", "properties": {"n": n}, "geometry": geometry}
        for n, geometry in enumerate(geometries)
    ]
    return {"type": "FeatureCollection", "features": features, **members}


@pytest.mark.parametrize("suffix", [".gpkg", ".fgb", ".geojson", ".shp"])
def test_values_shapes_and_crs_arrive(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"made{suffix}"
    frame({"楼号": ["1", "甲2", "3"], "floors": [6, 7, 8]}).to_file(path)
    table = read(path, PLAIN)
    found = sorted(zip(table.columns["楼号"], table.columns["floors"], strict=True))
    assert found == [("1", 6), ("3", 8), ("甲2", 7)]
    shaping = shaping_of(table)
    assert shapely.union_all(shaping.shapes).equals_exact(
        shapely.union_all(boxes()), 1e-7, normalize=True
    )
    assert shaping.declared is not None
    assert shaping.declared.crs.to_epsg() == 4490


def test_a_gbk_shapefile_without_cpg_is_read_as_what_it_says(tmp_path: Path) -> None:
    path = shapefile(tmp_path / "老.shp", frame({"小区名称": ["阳光花园", "人民新村", None]}))
    table = read(path, PLAIN)
    assert table.encoding.name == "gb18030"
    assert list(table.columns["小区名称"]) == ["阳光花园", "人民新村", None]


def test_a_cpg_that_lies_does_no_harm(tmp_path: Path) -> None:
    made = frame({"小区名称": ["阳光花园", "人民新村", "上高"]})
    path = shapefile(tmp_path / "lies.shp", made, cpg="UTF-8")
    assert list(read(path, PLAIN).columns) == ["小区名称"]


def test_a_zipped_shapefile_is_read(tmp_path: Path) -> None:
    shapefile(tmp_path / "made.shp", frame())
    path = tmp_path / "made.zip"
    with ZipFile(path, "w") as archive:
        for part in tmp_path.glob("made.*"):
            if part != path:
                archive.write(part, f"某文件夹/{part.name}")
    assert read(path, PLAIN).rows == 3


def test_an_archive_without_a_shapefile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "nothing here")
    with pytest.raises(FileRefused, match=r"no \.shp"):
        read(path, PLAIN)


@pytest.mark.parametrize("missing", [".dbf", ".shx"])
def test_a_missing_sibling_is_named(missing: str, tmp_path: Path) -> None:
    path = shapefile(tmp_path / "made.shp", frame())
    path.with_suffix(missing).unlink()
    with pytest.raises(FileRefused, match=missing):
        read(path, PLAIN)


def test_a_shapefile_cut_short_is_refused(tmp_path: Path) -> None:
    path = shapefile(tmp_path / "made.shp", frame())
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(FileRefused, match="cut short"):
        read(path, PLAIN)


@pytest.mark.parametrize("suffix", [".gpkg", ".fgb"])
def test_a_damaged_file_is_refused(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"made{suffix}"
    frame().to_file(path)
    path.write_bytes(path.read_bytes()[:600])
    with pytest.raises(FileRefused):
        read(path, PLAIN)


def test_a_prj_that_is_missing_declares_nothing(tmp_path: Path) -> None:
    path = shapefile(tmp_path / "made.shp", frame())
    path.with_suffix(".prj").unlink()
    assert shaping_of(read(path, PLAIN)).declared is None


def test_several_layers_are_asked_for() -> None:
    path = Path(momepy.datasets.get_path("bubenec"))
    with pytest.raises(Undecided) as asked:
        read(path, PLAIN)
    assert {"source_layer": "buildings"} in [choice.options for choice in asked.value.choices]
    assert read(path, Reading(source_layer="buildings")).rows == 144


def test_a_layer_that_is_not_there_is_refused() -> None:
    path = Path(momepy.datasets.get_path("bubenec"))
    with pytest.raises(FileRefused, match="streets"):
        read(path, Reading(source_layer="roofs"))


def test_geojson_without_a_crs_is_wgs_84_by_its_standard(tmp_path: Path) -> None:
    path = geojson(tmp_path, collection({"type": "Point", "coordinates": [114.9, 28.2]}))
    declared = shaping_of(read(path, PLAIN)).declared
    assert declared is not None
    assert "RFC 7946" in declared.where.en


def test_geojson_with_metres_declares_nothing(tmp_path: Path) -> None:
    path = geojson(tmp_path, collection({"type": "Point", "coordinates": [590_000, 3_100_000]}))
    assert shaping_of(read(path, PLAIN)).declared is None


def test_an_open_ring_is_closed_and_that_is_said(tmp_path: Path) -> None:
    ring = [[114.9, 28.2], [114.91, 28.2], [114.91, 28.21]]
    path = geojson(tmp_path, collection({"type": "Polygon", "coordinates": [ring]}))
    shaping = shaping_of(read(path, PLAIN))
    assert shaping.shapes[0].area > 0
    assert "closed" in shaping.repaired[0].en


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]},
        {"type": "Point", "coordinates": ["a", "b"]},
        {"type": "Sphere", "coordinates": []},
        {"type": "Point"},
        [1, 2],
    ],
)
def test_a_geometry_beyond_reading_is_a_problem_of_its_row(geometry: Any, tmp_path: Path) -> None:
    good = {"type": "Point", "coordinates": [114.9, 28.2]}
    shaping = shaping_of(read(geojson(tmp_path, collection(good, geometry)), PLAIN))
    assert list(shaping.broken) == [1]


@pytest.mark.parametrize(
    "root",
    [
        '{"type":',
        "{" * 5000,
        '{"a":' * 100_000,
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "x": NaN}]}',
        '{"type": "FeatureCollection", "features": [1]}',
        '{"type": "gdal_streamed_alg", "command_line": "gdal vector read /etc/passwd"}',
        '{"stac_version": "1.0.0", "type": "Feature", "properties": [1]}',
        '{"type": "FeatureCollection", "features": []}',
    ],
)
def test_json_that_is_no_geojson_is_refused(root: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        read(geojson(tmp_path, root), PLAIN)


@pytest.fixture
def visits() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine, and the paths that it was asked for."""
    asked: list[str] = []

    class Listening(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port, asked
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_link_in_a_file_is_not_followed(visits: tuple[int, list[str]], tmp_path: Path) -> None:
    port, asked = visits
    link = {"type": "link", "properties": {"href": f"http://127.0.0.1:{port}/crs", "type": "proj4"}}
    point = {"type": "Point", "coordinates": [114.9, 28.2], "crs": link}
    assert shaping_of(read(geojson(tmp_path, collection(point, crs=link)), PLAIN)).declared is None
    assert asked == []


@pytest.mark.parametrize("suffix", [".gpkg", ".fgb", ".shp", ".geojson", ".csv"])
def test_a_virtual_format_under_another_name_is_not_opened(suffix: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n")
    virtual = (
        f'<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>{secret}</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>"
    )
    path = tmp_path / f"virtual{suffix}"
    path.write_text(virtual)
    with pytest.raises(FileRefused):
        read(path, PLAIN)


def test_a_ledger_takes_no_shapes(tmp_path: Path) -> None:
    path = tmp_path / "made.gpkg"
    frame().to_file(path)
    assert read(path, Reading(shapes=False)).shaping is None


def test_the_file_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "made.gpkg"
    frame().to_file(path)
    before, names = path.read_bytes(), os.listdir(tmp_path)
    read(path, PLAIN)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == names


def test_a_row_without_a_shape_stays_a_row(tmp_path: Path) -> None:
    path = tmp_path / "made.gpkg"
    geopandas.GeoDataFrame({"n": [1, 2]}, geometry=[boxes(1)[0], None], crs=4490).to_file(path)
    assert shaping_of(read(path, PLAIN)).shapes[1] is None
