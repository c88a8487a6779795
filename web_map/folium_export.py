"""A map to share: one HTML file that opens with no network, on Leaflet alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import folium
import shapely
from branca.element import Figure
from shapely.geometry.base import BaseGeometry

from gis_service.informing.picture import Picture, Shown
from layers.core.style import PALETTE
from layers.core.text import Text
from layers.stages import Phase
from layers.themes import CLOSURES_TITLE, PHASE_LOOKS
from web_map import popups
from web_map.inlining import self_contained
from web_map.leaflet_parts import Fit, FromAfar
from web_map.legend import legend
from web_map.wording import said

_COLOURS = PALETTE["light"]
_GRID_DEGREES = 1e-6
"""About 0.1 m: what a map for sharing needs, at a third of the bytes."""

_CLOSED = {
    "color": _COLOURS["danger"],
    "weight": 2,
    "fillColor": _COLOURS["danger"],
    "fillOpacity": 0.25,
}
_BUILDING = {
    "color": _COLOURS["building-outline"],
    "weight": 1,
    "fillColor": _COLOURS["building"],
    "fillOpacity": 1,
}
_FACILITY = {
    "color": _COLOURS["paper"],
    "weight": 2,
    "fillColor": _COLOURS["accent"],
    "fillOpacity": 0.9,
    "radius": 6,
}
_BORDER = {"color": _COLOURS["division-border"], "weight": 1, "dashArray": "4 3", "fill": False}

Feature = tuple[BaseGeometry | None, Mapping[str, str]]
"""A shape, and what is told of it: its `popup`."""


def page(picture: Picture) -> str:
    """The file's text. Everything from the data is escaped: names are written by many hands."""
    map_ = _empty_map()
    near = bool(picture.buildings)
    if picture.divisions:
        borders: list[Feature] = [(border.shape, {}) for border in picture.divisions]
        _add(map_, Text("区县界", "County borders"), [_group(borders, _BORDER)])
    _add_communities(map_, picture.communities, near=near)
    if near:
        buildings = [(b.shape, popups.building(b)) for b in picture.buildings]
        _add(map_, Text("楼栋", "Buildings"), [_group(buildings, _BUILDING)])
    if picture.facilities:
        facilities = [(f.shape, popups.facility(f)) for f in picture.facilities]
        _add(map_, Text("设施", "Facilities"), [_group(facilities, _FACILITY)])
    if picture.closures:
        closed = [(shapely.geometry.shape(c.geometry), popups.closure(c)) for c in picture.closures]
        _add(map_, CLOSURES_TITLE, [_group(closed, _CLOSED)])
    folium.LayerControl(collapsed=False).add_to(map_)
    _fit(map_, picture)
    figure = Figure(title=said(picture.title))
    figure.add_child(map_)
    counts = Counter(map(_phase, picture.communities))
    figure.html.add_child(folium.Element(legend(picture, counts)))
    return self_contained(figure.render().replace("<html>", '<html lang="zh-CN">', 1))


def _empty_map() -> folium.Map:
    map_ = folium.Map(tiles=None, control_scale=True, prefer_canvas=True, max_bounds=False)
    map_.options["maxZoom"] = 20
    # Popups here are plain HTML: neither jQuery, Bootstrap nor any icon font is needed.
    map_.default_js = [("leaflet", "leaflet/leaflet.js")]
    map_.default_css = [("leaflet_css", "leaflet/leaflet.css")]
    return map_


def _add(map_: folium.Map, title: Text, groups: Iterable[folium.GeoJson]) -> folium.FeatureGroup:
    layer = folium.FeatureGroup(name=said(title))
    for group in groups:
        group.add_to(layer)
    layer.add_to(map_)
    return layer


def _add_communities(map_: folium.Map, communities: Iterable[Shown], *, near: bool) -> None:
    """Communities by phase; seen from afar as dots, as their ground is smaller than a pixel."""
    by_phase: dict[Phase | None, list[Feature]] = {}
    for community in communities:
        feature = (community.shape, popups.community(community))
        by_phase.setdefault(_phase(community), []).append(feature)
    opacity = 0.35 if near else 0.75
    grounds = [
        _group(features, _phase_style(phase) | {"fillOpacity": opacity})
        for phase, features in by_phase.items()
    ]
    title = Text("小区", "Communities")
    ground = _add(map_, title, grounds)
    if near:
        return
    dots = folium.FeatureGroup(name=said(title), control=False)
    for phase, features in by_phase.items():
        points = [
            (shape.representative_point(), told) for shape, told in features if shape is not None
        ]
        _group(points, _phase_style(phase) | {"radius": 5}).add_to(dots)
    dots.add_to(map_)
    map_.add_child(FromAfar(ground, dots))


def _group(features: Iterable[Feature], style: Mapping[str, Any]) -> folium.GeoJson:
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


def _phase(community: Shown) -> Phase | None:
    phase = community.attributes["phase"]
    return Phase(phase) if phase else None


def _phase_style(phase: Phase | None) -> dict[str, Any]:
    colour = PHASE_LOOKS[phase].color if phase else _COLOURS["no-data"]
    return {
        "color": _COLOURS["community-border"],
        "weight": 1,
        "fillColor": colour,
        "fillOpacity": 0.75,
        "radius": 6,
    }


def _fit(map_: folium.Map, picture: Picture) -> None:
    shapes = [one.shape for one in picture.communities if one.shape is not None]
    if shapes:
        west, south, east, north = map(float, shapely.total_bounds(shapes))
        map_.add_child(Fit((west, south, east, north)))
