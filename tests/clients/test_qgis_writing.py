"""Editing as QGIS does it, and reading with GDAL what was written."""

import subprocess
from collections.abc import Iterator

import httpx
import pytest

from gis_service.identity import machines
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import Role
from tests.accounts import add_account
from tests.api.writers import body
from tests.clients.qgis import Qgis
from tests.clients.test_gdal import ENVIRONMENT
from tests.clients.test_gdal import pytestmark as needs_gdal

STORED = "http://www.opengis.net/def/crs/EPSG/0/4490"
LAYER = "material_storage"


@pytest.fixture(scope="module")
def token(database: Database, rows: dict[str, int]) -> str:
    """Of a site manager."""
    account = add_account(database, Role.SITE_MANAGER, sites=(rows["sites"],))
    with database.identity.begin() as db:
        _, secret = machines.issue(db, account.id, "QGIS", 1)
    return secret


@pytest.fixture(params=["CRS84", "storage CRS"])
def qgis(server: str, token: str, request: pytest.FixtureRequest) -> Iterator[Qgis]:
    swapped = request.param == "storage CRS"
    opened = Qgis(server, LAYER, token, STORED if swapped else "", swapped=swapped)
    yield opened
    opened.close()


def test_it_offers_editing_as_the_layer_is_written(server: str, token: str) -> None:
    for name, expected in (
        ("material_storage", {"POST", "PUT", "PATCH", "DELETE"}),
        ("publicity", {"POST"}),
        ("stage_changes", set[str]()),
    ):
        opened = Qgis(server, name, token)
        assert opened.capabilities == expected
        opened.close()


def test_a_feature_is_drawn_moved_filled_in_and_deleted(qgis: Qgis, rows: dict[str, int]) -> None:
    drawn = body(LAYER, site=rows["sites"])
    made = qgis.add_feature(drawn["geometry"], {"site": rows["sites"], **drawn["properties"]})
    id_ = str(made["id"])
    assert made["geometry"]["coordinates"] == pytest.approx(
        drawn["geometry"]["coordinates"], abs=1e-7
    )
    moved = body(LAYER, east=0.0001)["geometry"]
    qgis.change_geometry(id_, moved)
    qgis.change_attributes(id_, {"enclosed": False})
    now = qgis.read(id_)
    assert now["version"] == 3
    assert now["properties"]["enclosed"] is False
    assert now["geometry"]["coordinates"] != made["geometry"]["coordinates"]
    qgis.put(id_, drawn["geometry"], {**now["properties"], "enclosed": True})
    assert qgis.read(id_)["properties"]["enclosed"] is True
    qgis.delete_feature(id_)
    with pytest.raises(httpx.HTTPStatusError, match="404"):
        qgis.read(id_)


def test_other_clients_must_say_what_they_change(
    server: str, token: str, rows: dict[str, int]
) -> None:
    answer = httpx.delete(
        f"{server}/api/collections/{LAYER}/items/{rows[LAYER]}",
        headers={"Authorization": f"Bearer {token}"},
        trust_env=False,
    )
    assert answer.status_code == 428


@needs_gdal
def test_gdal_reads_a_draft_with_the_token_and_without_it_none(
    server: str, token: str, rows: dict[str, int]
) -> None:
    """GDAL's driver reads and does not write, up to 3.12."""
    opened = Qgis(server, LAYER, token)
    drawn = body(LAYER, site=rows["sites"])
    made = opened.add_feature(drawn["geometry"], {**drawn["properties"], "site": rows["sites"]})
    opened.close()
    assert CATALOGUE[LAYER].born.value == made["visibility"] == "draft"

    def told(**environment: str) -> str:
        command = ["ogrinfo", "-al", f"OAPIF:{server}/api", LAYER]
        environment = {**ENVIRONMENT, **environment}
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        return done.stdout

    assert f"OGRFeature({LAYER}):{made['id']}" not in told()
    assert f"OGRFeature({LAYER}):{made['id']}" in told(
        GDAL_HTTP_HEADERS=f"Authorization: Bearer {token}"
    )
