"""What people call a feature by, instead of its id: a code that stands once, or its name."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, select

from gis_service.store.tables import TABLES
from layers.core.layer import Layer, Unique


def called(db: Connection, layer: Layer, words: Collection[str]) -> dict[str, set[int]]:
    """By word, the ids of the features that go by it."""
    fields = layer.attributes.model_fields
    keys = [name for name, info in fields.items() if Unique in info.metadata]
    if layer.name_field is not None:
        keys.append(layer.name_field)
    table = TABLES[layer.name]
    found: dict[str, set[int]] = defaultdict(set)
    for key in keys:
        rows = db.execute(select(table.c[key], table.c.id).where(table.c[key].in_(words)))
        for word, id_ in rows:
            found[word].add(id_)
    return found
