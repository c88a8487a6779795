"""Features to test with: the example of every layer, with its references filled in."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import shapely
from sqlalchemy import Connection

from gis_service.store import features
from layers import CATALOGUE
from layers.core.geometry import from_geojson
from layers.core.layer import Layer, Visibility
from layers.core.rules import Feature

Keys = Mapping[str, Mapping[str, Any]]
"""By layer: the values that others may refer to, by attribute."""


ALL_THE_TIME: dict[str, dict[str, Any]] = {
    "duty_shifts": {"starts": "2026-01-01T00:00:00+08:00", "ends": "2126-01-01T00:00:00+08:00"}
}
"""Nothing is published of a site where nobody is on duty, on whatever day the tests run."""


def feature_of(layer: Layer, keys: Keys, *, east: float = 0.0, **changes: Any) -> Feature:
    """The layer's example, shifted `east` degrees, with `changes` to its attributes."""
    references = {
        name: keys[ref.layer][ref.key] for name, ref in layer.refs.items() if ref.layer in keys
    }
    shape = None
    if layer.example_geometry is not None:
        shape = shapely.affinity.translate(from_geojson(dict(layer.example_geometry)), east)
    attributes = layer.attributes.model_validate({**layer.example, **references, **changes})
    return layer.fit(Feature(shape, attributes))


def add_examples(db: Connection, visibility: Visibility = Visibility.PUBLISHED) -> dict[str, Any]:
    """One example in every layer; answers the ids by layer."""
    keys: dict[str, dict[str, Any]] = {}
    for layer in in_order():
        feature = feature_of(layer, keys, **ALL_THE_TIME.get(layer.name, {}))
        [id_] = features.add_many(db, layer, [feature], visibility)
        keys[layer.name] = {"id": id_, **feature.attributes.model_dump()}
    return {name: values["id"] for name, values in keys.items()}


@cache
def in_order() -> tuple[Layer, ...]:
    """Every layer after those that its attributes refer to."""
    done: dict[str, Layer] = {}

    def visit(layer: Layer) -> None:
        for ref in layer.refs.values():
            if ref.layer not in done and ref.layer != layer.name:
                visit(CATALOGUE[ref.layer])
        done.setdefault(layer.name, layer)

    for layer in CATALOGUE.values():
        visit(layer)
    return tuple(done.values())
