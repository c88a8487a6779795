"""CSV: what a spreadsheet opens."""

import csv
import io

import shapely
from httpx import Client

from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.layer import Layer, Visibility
from tests.api.layers import each_public
from tests.examples import feature_of


def rows(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(text))]


@each_public
def test_it_says_what_geojson_says(client: Client, layer: Layer, ids: dict[str, int]) -> None:
    here = f"/api/collections/{layer.name}/items"
    answer = client.get(here, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    [row] = rows(answer.text)
    [feature] = client.get(here).json()["features"]
    assert row["id"] == str(ids[layer.name])
    for name, value in feature["properties"].items():
        if value is None:
            assert row[name] == ""
        elif isinstance(value, str) and not name.endswith("at"):
            assert row[name] in (value, value.replace("T", " "))
    if layer.geometry:
        written = shapely.from_wkt(row["wkt"])
        assert written.equals_exact(shapely.geometry.shape(feature["geometry"]), 1e-9)


def test_no_cell_is_a_formula(client: Client, database: Database, ids: dict[str, int]) -> None:
    layer = CATALOGUE["buildings"]
    keys = {"communities": {"id": ids["communities"]}}
    texts = ("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(1)", '=cmd|"/c calc"!A1')
    with database.owner.begin() as db:
        made = [feature_of(layer, keys, number=text) for text in texts]
        features.add_many(db, layer, made, Visibility.PUBLISHED)
    answer = client.get("/api/collections/buildings/items?f=csv&sortby=-id&limit=6")
    assert {row["number"] for row in rows(answer.text)} == {f"'{text}" for text in texts}
