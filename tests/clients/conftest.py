"""What clients that we did not write are given to read: examples, and enough for several pages."""

import pytest

from gis_service.store import features
from gis_service.store.database import Database
from layers import CATALOGUE
from layers.core.layer import Visibility
from tests.examples import add_examples, feature_of

BUILDINGS = 2_500


@pytest.fixture(scope="module", autouse=True)
def rows(database: Database) -> dict[str, int]:
    """The id of the example of each layer; of buildings there are `BUILDINGS`."""
    layer = CATALOGUE["buildings"]
    with database.owner.begin() as db:
        ids = add_examples(db)
        keys = {"communities": {"id": ids["communities"]}}
        made = [
            feature_of(layer, keys, east=number * 1e-6, number=f"{number} 栋")
            for number in range(1, BUILDINGS)
        ]
        features.add_many(db, layer, made, Visibility.PUBLISHED)
    return ids
