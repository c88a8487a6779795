"""What every shared map is drawn with: an empty map, groups of features with popups, dots from
afar, and the page around it all."""

from collections.abc import Iterable, Mapping
from typing import Any

import folium
import shapely
from branca.element import Figure
from shapely.geometry.base import BaseGeometry

from layers.core.style import PALETTE
from layers.core.text import Text
from web_map.inlining import self_contained
from web_map.leaflet_parts import Fit, FromAfar
from web_map.wording import said

_GRID_DEGREES = 1e-6
"""About 0.1 m: what a map for sharing needs, at a third of the bytes."""

_BORDER = {
    "color": PALETTE["light"]["division-border"],
    "weight": 1,
    "dashArray": "4 3",
    "fill": False,
}

Feature = tuple[BaseGeometry | None, Mapping[str, str]]
"""A shape, and what is told of it: its `popup`."""
Styled = tuple[Mapping[str, Any], list[Feature]]
"""Features of one style; `radius` is that of their dots."""


def empty_map() -> folium.Map:
    map_ = folium.Map(tiles=None, control_scale=True, prefer_canvas=True, max_bounds=False)
    map_.options["maxZoom"] = 20
    # Popups here are plain HTML: neither jQuery, Bootstrap nor any icon font is needed.
    map_.default_js = [("leaflet", "leaflet/leaflet.js")]
    map_.default_css = [("leaflet_css", "leaflet/leaflet.css")]
    return map_


def add(map_: folium.Map, title: Text, groups: Iterable[folium.GeoJson]) -> folium.FeatureGroup:
    layer = folium.FeatureGroup(name=said(title))
    for group in groups:
        group.add_to(layer)
    layer.add_to(map_)
    return layer


def add_borders(map_: folium.Map, shapes: Iterable[BaseGeometry | None]) -> None:
    features: list[Feature] = [(shape, {}) for shape in shapes]
    if features:
        add(map_, Text("区县界", "County borders"), [group(features, _BORDER)])


def add_communities(map_: folium.Map, title: Text, groups: Iterable[Styled], *, near: bool) -> None:
    """Seen from afar as dots, as their ground is smaller than a pixel."""
    groups = [*groups]
    ground = add(map_, title, [group(features, style) for style, features in groups])
    if near:
        return
    dots = folium.FeatureGroup(name=said(title), control=False)
    for style, features in groups:
        points = [
            (shape.representative_point(), told) for shape, told in features if shape is not None
        ]
        group(points, style).add_to(dots)
    dots.add_to(map_)
    map_.add_child(FromAfar(ground, dots))


def group(features: Iterable[Feature], style: Mapping[str, Any]) -> folium.GeoJson:
    """Features of one style, with their popups. Jinja escapes them into the script."""
    collected = [
        {"type": "Feature", "geometry": _rounded(shape), "properties": dict(told)}
        for shape, told in features
        if shape is not None
    ]
    drawn = folium.GeoJson(
        {"type": "FeatureCollection", "features": collected},
        style_function=lambda _: dict(style),
        marker=folium.CircleMarker(**style),
        embed=True,
    )
    if not all(feature["properties"] for feature in collected):
        return drawn
    folium.GeoJsonPopup(["popup"], labels=False, max_width=320).add_to(drawn)
    return drawn


def _rounded(shape: BaseGeometry) -> dict[str, Any]:
    exact = shapely.set_precision(shape, _GRID_DEGREES, mode="pointwise")
    mapped: dict[str, Any] = shapely.geometry.mapping(exact)
    return mapped


def fit(map_: folium.Map, shapes: Iterable[BaseGeometry | None]) -> None:
    known = [shape for shape in shapes if shape is not None]
    if known:
        west, south, east, north = map(float, shapely.total_bounds(known))
        map_.add_child(Fit((west, south, east, north)))


def page_of(map_: folium.Map, title: Text, legend: str) -> str:
    """The file's text, which asks for nothing outside of it."""
    figure = Figure(title=said(title))
    figure.add_child(map_)
    figure.html.add_child(folium.Element(legend))
    return self_contained(figure.render().replace("<html>", '<html lang="zh-CN">', 1))
