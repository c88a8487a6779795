"""What someone sent, before it is known to be sound, and the feature that it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import shapely
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from shapely.geometry.base import BaseGeometry

from gis_service.errors import Invalid
from gis_service.store.columns import plain
from gis_service.wording import message
from layers.core.layer import Attributes, Layer, Visibility
from layers.core.rules import Feature, Problem, in_china
from layers.core.text import Text


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole feature. `problems` were met in reading it; `geometry` is in EPSG:4490."""

    properties: Mapping[str, Any]
    geometry: BaseGeometry | None
    visibility: Visibility | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Patch:
    """Parts of a feature: what is absent stays. `geometry` means something only if `reshapes`."""

    properties: Mapping[str, Any]
    reshapes: bool
    geometry: BaseGeometry | None
    visibility: Visibility | None = None
    problems: tuple[Problem, ...] = ()

    def onto(self, properties: Mapping[str, Any], geometry: BaseGeometry | None) -> Draft:
        """As RFC 7396 merges: a null takes the value away."""
        return Draft(
            {**properties, **self.properties},
            self.geometry if self.reshapes else geometry,
            self.visibility,
            self.problems,
        )


def feature_of(layer: Layer, draft: Draft) -> Feature:
    """Raises Invalid with everything that the draft alone gives away."""
    attributes, problems = attributes_of(layer, draft.properties)
    problems = [*draft.problems, *problems]
    feature = layer.fit(Feature(draft.geometry, attributes))
    if problems or attributes is None:
        # A geometry that could not be read is not also missing.
        read = not any(problem.field == "geometry" for problem in draft.problems)
        shape = (*in_china(feature), *layer.shape_problems(feature)) if read else ()
        raise Invalid([*problems, *shape])
    return feature


def attributes_of(
    layer: Layer, properties: Mapping[str, Any]
) -> tuple[Attributes | None, list[Problem]]:
    """The attributes, or what is wrong with them.

    What the database keeps by itself may be sent back as it was read, and is left aside. A null
    where there must be a value means the attribute's default, for clients that send every field.
    """
    given = {
        name: value
        for name, value in properties.items()
        if name not in layer.fields or _means_something(layer, name, value)
    }
    try:
        return layer.attributes.model_validate(given), []
    except ValidationError as invalid:
        return None, [problem_of(layer, error) for error in invalid.errors()]


def _means_something(layer: Layer, name: str, value: Any) -> bool:
    info = layer.attributes.model_fields.get(name)
    return info is not None and (value is not None or plain(info).nullable)


def problem_of(layer: Layer, error: ErrorDetails) -> Problem:
    """Pydantic's finding about one attribute, in words."""
    name = str(error["loc"][0])
    if error["type"] == "extra_forbidden":
        said = Text(f"没有属性“{name}”。", f"There is no attribute '{name}'.")
        return Problem(f"{name}.unknown", said, name)
    title = layer.about(name).title
    if error["type"] == "missing":
        said = Text(f"缺少{title.zh}。", f"{title.en} is missing.")
    else:
        said = Text("{title}:{why}。", "{title}: {why}.").format(title=title, why=message(error))
    return Problem(f"{name}.{error['type']}", said, name)


def as_geojson(id_: int, draft: Draft) -> dict[str, Any]:
    """The draft as it would be read again, for someone to compare."""
    return {
        "type": "Feature",
        "id": id_,
        "geometry": None if draft.geometry is None else shapely.geometry.mapping(draft.geometry),
        "properties": dict(draft.properties),
    }
