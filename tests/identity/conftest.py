from dataclasses import dataclass

import pytest

from gis_service.store.database import Database
from layers.core.layer import Visibility
from tests.identity.grounds import HERE, THERE, Street, lay, lay_divisions


@dataclass(frozen=True, slots=True)
class Grounds:
    here: Street
    there: Street


@pytest.fixture(scope="module")
def grounds(database: Database) -> Grounds:
    with database.owner.begin() as db:
        lay_divisions(db)
        return Grounds(lay(db, HERE, Visibility.DRAFT), lay(db, THERE, Visibility.DRAFT))
