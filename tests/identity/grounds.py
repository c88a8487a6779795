"""Two streets of two cities, each with one unpublished row in every layer."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from gis_service.store import features
from layers import CATALOGUE, divisions
from layers.core.access import Place
from layers.core.layer import Visibility
from tests.examples import feature_of, in_order

HERE, THERE = "360923001", "361002002"
"""In cities 3609 and 3610: not every code that looks like a longer one lies in it."""
_ABOVE = ("36", "3609", "360923", "3610", "361002")


@dataclass(frozen=True, slots=True)
class Street:
    """`ids` by layer; `site` is the one that everything of its community belongs to."""

    code: str
    ids: dict[str, int]

    @property
    def site(self) -> int:
        return self.ids["sites"]

    def place(self, layer: str) -> Place:
        """Where the row of the layer belongs, worked out by hand."""
        if layer in OF_A_SITE:
            return Place(self.code, site=self.site)
        if layer == divisions.LAYER.name:
            return Place(self.code)
        return Place(self.code, around=frozenset({self.site}))


OF_A_SITE = {
    "sites",
    "work_areas",
    "warning_perimeters",
    "passages",
    "material_storage",
    "reception_points",
    "reception_items",
    "duty_shifts",
    "exceptions",
    "sightings",
}


def lay(db: Connection, code: str, visibility: Visibility) -> Street:
    """A street with a row in every layer. Their divisions must be there."""
    keys: dict[str, dict[str, Any]] = {}
    ids: dict[str, int] = {}
    own = {
        "divisions": {"code": code, "level": "street"},
        "communities": {"code": f"{code}-001"},
    }
    for layer in in_order():
        changes: dict[str, Any] = own.get(layer.name, {})
        feature = feature_of(layer, keys, **changes)
        [ids[layer.name]] = features.add_many(db, layer, [feature], visibility)
        keys[layer.name] = {"id": ids[layer.name], **feature.attributes.model_dump()}
    return Street(code, ids)


def lay_divisions(db: Connection) -> None:
    levels = {2: "province", 4: "city", 6: "county"}
    layer = CATALOGUE[divisions.LAYER.name]
    made = [feature_of(layer, {}, code=code, level=levels[len(code)]) for code in _ABOVE]
    features.add_many(db, layer, made, Visibility.PUBLISHED)
