"""A file of perimeters is published under the same condition as a drawing, row by row."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from gis_service import importing
from gis_service.errors import Invalid
from gis_service.importing import Options
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.access import OPERATOR
from layers.core.layer import Visibility
from tests.api.writers import body
from tests.examples import add_examples
from tests.importing.made import codes, stored

NAME = "warning_perimeters"
LAYER = CATALOGUE[NAME]
PUBLISHED = Options(visibility=Visibility.PUBLISHED, keep_duplicates=True)


@pytest.fixture(scope="module")
def ids(database: Database) -> dict[str, Any]:
    with database.owner.begin() as db:
        return add_examples(db)


@pytest.fixture
def db(database: Database, ids: dict[str, Any]) -> Iterator[Connection]:
    """A transaction that is undone."""
    with database.staff.connect() as connection:
        yield connection
        connection.rollback()


@pytest.fixture
def file(tmp_path: Path, ids: dict[str, Any]) -> Path:
    """One with a drop zone, and one without."""
    safe = body(NAME, site=ids["sites"], work_area=ids["work_areas"])
    unsafe = {**safe, "geometry": body("work_areas")["geometry"]}
    path = tmp_path / "perimeters.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [safe, unsafe]}))
    return path


def test_a_dry_run_tells_which_rows_may_not_be_published(db: Connection, file: Path) -> None:
    before = stored(db, NAME)
    prepared = importing.prepare(db, OPERATOR, LAYER, file, PUBLISHED)
    assert codes(prepared.report) == [[], ["safety.drop_zone"]]
    assert stored(db, NAME) == before
    assert importing.apply(db, LAYER, prepared).written == 0
    assert stored(db, NAME) == before
    assert importing.apply(db, LAYER, prepared, skip_refused=True).written == 1
    assert stored(db, NAME) == before + 1


def test_drafts_may_be_anything(db: Connection, file: Path) -> None:
    prepared = importing.prepare(db, OPERATOR, LAYER, file, Options(keep_duplicates=True))
    assert importing.apply(db, LAYER, prepared).written == 2


def test_what_became_unsafe_since_the_dry_run_is_not_written(db: Connection, file: Path) -> None:
    prepared = importing.prepare(db, OPERATOR, LAYER, file, PUBLISHED)
    db.execute(text("UPDATE onemap.work_areas SET working_height_m = 60"))
    with pytest.raises(Invalid):
        importing.apply(db, LAYER, prepared, skip_refused=True)
