"""The areas of a file that someone brings to the site desk."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import geopandas
import httpx
import pytest
import shapely

from layers.core.access import Role
from tests.accounts import SignedIn
from tests.api.writers import codes

AREA = shapely.box(114.92, 28.23, 114.921, 28.231)


@pytest.fixture(scope="module")
def manager(signed_in: SignedIn, ids: dict[str, Any]) -> httpx.Client:
    return signed_in(Role.SITE_MANAGER, sites=(ids["sites"],))


def geojson(*shapes: Any) -> bytes:
    features = [
        {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(shape)}
        for shape in shapes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def zipped(tmp_path: Path, shape: Any, *, declared: bool) -> bytes:
    """A Shapefile in the 3-degree zone of 114°E, as surveyors hand it over."""
    frame = geopandas.GeoDataFrame({"n": [1]}, geometry=[shape], crs=4490).to_crs(4547)
    frame.to_file(tmp_path / "area.shp")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in tmp_path.glob("area.*"):
            if declared or path.suffix != ".prj":
                archive.write(path, path.name)
    return packed.getvalue()


def send(client: httpx.Client, name: str, content: bytes, **fields: Any) -> httpx.Response:
    return client.post("/api/imports/shapes", data=fields, files={"file": (name, content)})


def shapes(answer: httpx.Response) -> list[Any]:
    assert answer.status_code == 200, answer.text
    return [shapely.geometry.shape(each["geometry"]) for each in answer.json()["features"]]


def test_areas_come_back_as_polygons_with_where_they_lie(manager: httpx.Client) -> None:
    several = shapely.MultiPolygon([AREA, shapely.affinity.translate(AREA, 0.01)])
    answer = send(manager, "areas.geojson", geojson(AREA, several, shapely.Point(114.92, 28.23)))
    assert [shape.geom_type for shape in shapes(answer)] == ["Polygon"] * 3
    told = answer.json()
    assert [each["properties"]["row"] for each in told["features"]] == [1, 2, 2]
    assert told["left_out"] == 1
    assert told["how"]
    assert told["places"] == ["江西省 36"]


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "proven"])
def test_a_survey_in_metres_lies_in_its_place(
    manager: httpx.Client, tmp_path: Path, declared: bool
) -> None:
    sent = zipped(tmp_path, AREA, declared=declared)
    answer = send(manager, "作业区.zip", sent, **({} if declared else {"crs": "EPSG:4547"}))
    [shape] = shapes(answer)
    assert shape.symmetric_difference(AREA).area < 1e-9


def test_where_it_cannot_be_known_it_is_asked(manager: httpx.Client) -> None:
    sent = f'n,wkt\n1,"{AREA.wkt}"\n'.encode()
    answer = send(manager, "area.csv", sent)
    assert answer.status_code == 422
    assert codes(answer) == {"crs.undecided"}
    choices = answer.json()["choices"]
    assert {"crs": "gcj02"} in [choice["options"] for choice in choices]
    assert all(choice["consequence"].keys() == {"zh", "en"} for choice in choices)
    assert shapes(send(manager, "area.csv", sent, crs="gcj02"))


def test_a_closed_line_is_an_area(manager: httpx.Client) -> None:
    [shape] = shapes(
        send(manager, "line.geojson", geojson(shapely.LineString(AREA.exterior.coords)))
    )
    assert shape.equals(AREA)


def test_what_lies_elsewhere_is_left_out(manager: httpx.Client) -> None:
    sent = geojson(AREA, shapely.affinity.translate(AREA, 0.5))
    answer = send(manager, "areas.geojson", sent, near=[114.9, 28.2, 114.95, 28.25])
    assert len(shapes(answer)) == 1
    assert answer.json()["left_out"] == 1


def test_more_than_a_person_can_choose_from_is_refused(manager: httpx.Client) -> None:
    many = [shapely.affinity.translate(AREA, 0.0001 * n) for n in range(501)]
    answer = send(manager, "many.geojson", geojson(*many))
    assert answer.status_code == 422
    assert codes(answer) == {"file.too_large"}


@pytest.mark.parametrize("near", [["1"], ["1", "2", "3", "x"], ["1", "2", "3", "4", "5"]])
def test_a_wrong_box_is_named(manager: httpx.Client, near: list[str]) -> None:
    answer = send(manager, "areas.geojson", geojson(AREA), near=near)
    assert answer.status_code in (400, 422)
    assert "near" in answer.json()["problems"][0]["field"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "a.svg", "a", "a.geojson.exe", "a.shp"])
def test_other_files_are_refused(manager: httpx.Client, name: str) -> None:
    assert send(manager, name, b"<svg/>").status_code == 422


def test_it_is_for_those_who_draw(client: httpx.Client, signed_in: SignedIn) -> None:
    assert send(client, "a.geojson", geojson(AREA)).status_code == 401
    auditor = signed_in(Role.AUDITOR, areas=("36",))
    assert send(auditor, "a.geojson", geojson(AREA)).status_code == 403
