"""Which methods an address of a layer takes: as the layer is written, whoever asks."""

from typing import Annotated

from fastapi import Path

from gis_service.api.bodies import GEOJSON_TYPES, PATCH_TYPES
from gis_service.errors import GisError
from layers.core.layer import Layer, Writing
from layers.core.text import Text

Id = Annotated[str, Path(alias="featureId", description="A feature.")]

_READING = ("GET", "HEAD", "OPTIONS")
_ITEMS: dict[Writing, tuple[str, ...]] = {
    Writing.CRUD: ("POST",),
    Writing.APPEND: ("POST",),
    Writing.GATE: (),
    Writing.PUBLIC: (),
}
_ITEM: dict[Writing, tuple[str, ...]] = {
    Writing.CRUD: ("PUT", "PATCH", "DELETE"),
    Writing.APPEND: (),
    Writing.GATE: (),
    Writing.PUBLIC: (),
}


class MethodNotAllowed(GisError):
    """The layer is not written in this way by anyone. `headers` say how it is."""

    title = Text("方法不允许", "Method not allowed")

    def __init__(self, layer: Layer, headers: dict[str, str]) -> None:
        how = layer.writing.label
        super().__init__(
            Text(
                f"“{layer.title.zh}”:{how.zh}。",
                f"{layer.title.en} are {how.en}.",
            )
        )
        self.headers = headers


def methods(layer: Layer, *, item: bool) -> tuple[str, ...]:
    return (*_READING, *(_ITEM if item else _ITEMS)[layer.writing])


def allowed(layer: Layer, *, item: bool) -> dict[str, str]:
    """The headers that tell."""
    found = methods(layer, item=item)
    headers = {"Allow": ", ".join(found)}
    if "POST" in found:
        headers["Accept-Post"] = ", ".join(GEOJSON_TYPES)
    if "PATCH" in found:
        headers["Accept-Patch"] = ", ".join(PATCH_TYPES)
    return headers


def demand_method(method: str, layer: Layer, *, item: bool) -> None:
    """Raises MethodNotAllowed."""
    if method not in methods(layer, item=item):
        raise MethodNotAllowed(layer, allowed(layer, item=item))
