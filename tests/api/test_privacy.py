"""What is not public is in no answer."""

from collections.abc import Iterator
from typing import Any

import pytest
from httpx import Client
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from gis_service.store.columns import SCHEMA
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import PUBLIC
from layers.core.layer import Layer, Visibility
from tests.api.layers import each_public
from tests.examples import add_examples


@pytest.fixture(scope="module", autouse=True)
def drafts(database: Database) -> dict[str, Any]:
    """An example in every layer, none of them published."""
    with database.owner.begin() as db:
        return add_examples(db, Visibility.DRAFT)


@each_public
def test_unpublished_rows_are_in_nothing(
    client: Client, layer: Layer, drafts: dict[str, Any]
) -> None:
    here = f"/api/collections/{layer.name}"
    body = client.get(f"{here}/items").json()
    assert body["features"] == []
    assert body["numberMatched"] == 0
    assert len(client.get(f"{here}/items?f=csv").text.splitlines()) == 1
    assert client.get(f"{here}/items/{drafts[layer.name]}").status_code == 404
    assert "extent" not in client.get(here).json()


@pytest.mark.parametrize("name", CATALOGUE)
def test_the_anonymous_role_reads_no_table(database: Database, name: str) -> None:
    with (
        pytest.raises(DBAPIError, match="permission denied"),
        database.transaction(PUBLIC) as db,
    ):
        db.execute(text(f"SELECT 1 FROM {SCHEMA}.{name}"))


@pytest.mark.parametrize("layer", [layer for layer in CATALOGUE.values() if not layer.public])
def test_layers_that_are_not_public_are_unknown(client: Client, layer: Layer) -> None:
    for path in (f"/api/collections/{layer.name}", f"/api/collections/{layer.name}/items"):
        assert client.get(path).status_code == 404
    assert f'"{layer.name}"' not in client.get("/api/collections").text
    assert f"/collections/{layer.name}" not in client.get("/api/openapi.json").text


def private(layer: Layer) -> Iterator[str]:
    yield from set(layer.attributes.model_fields) - layer.public_fields


@each_public
def test_private_attributes_have_no_name(client: Client, layer: Layer) -> None:
    here = f"/api/collections/{layer.name}"
    for name in private(layer):
        for end in ("queryables", "schema"):
            assert name not in client.get(f"{here}/{end}").json()["properties"]
        for asked in (f"{name}=1", f"sortby={name}", f"filter={name} IS NULL"):
            assert client.get(f"{here}/items?{asked}").status_code == 400


@each_public
def test_columns_of_the_platform_have_no_name(client: Client, layer: Layer) -> None:
    here = f"/api/collections/{layer.name}/items"
    for name in ("geom_3857", "search_key", "visibility", "version", "updated_at"):
        for asked in (f"{name}=1", f"sortby={name}", f"filter={name} IS NULL"):
            assert client.get(f"{here}?{asked}").status_code == 400
