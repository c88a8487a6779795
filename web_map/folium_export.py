"""A map to share: one HTML file that opens with no network, on Leaflet alone."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import folium
import shapely

from gis_service.informing.picture import Picture, Shown
from layers.core.style import PALETTE
from layers.core.text import Text
from layers.stages import Phase
from layers.themes import CLOSURES_TITLE, PHASE_LOOKS
from web_map import popups
from web_map.drawing import (
    Feature,
    add,
    add_borders,
    add_communities,
    empty_map,
    fit,
    group,
    page_of,
)
from web_map.legend import legend

_COLOURS = PALETTE["light"]
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


def page(picture: Picture) -> str:
    """The file's text. Everything from the data is escaped: names are written by many hands."""
    map_ = empty_map()
    near = bool(picture.buildings)
    add_borders(map_, (border.shape for border in picture.divisions))
    _add_communities(map_, picture.communities, near=near)
    if near:
        buildings = [(b.shape, popups.building(b)) for b in picture.buildings]
        add(map_, Text("楼栋", "Buildings"), [group(buildings, _BUILDING)])
    if picture.facilities:
        facilities = [(f.shape, popups.facility(f)) for f in picture.facilities]
        add(map_, Text("设施", "Facilities"), [group(facilities, _FACILITY)])
    if picture.closures:
        closed = [(shapely.geometry.shape(c.geometry), popups.closure(c)) for c in picture.closures]
        add(map_, CLOSURES_TITLE, [group(closed, _CLOSED)])
    folium.LayerControl(collapsed=False).add_to(map_)
    fit(map_, (one.shape for one in picture.communities))
    counts = Counter(map(_phase, picture.communities))
    return page_of(map_, picture.title, legend(picture, counts))


def _add_communities(map_: folium.Map, communities: Iterable[Shown], *, near: bool) -> None:
    by_phase: dict[Phase | None, list[Feature]] = {}
    for community in communities:
        feature = (community.shape, popups.community(community))
        by_phase.setdefault(_phase(community), []).append(feature)
    opacity = 0.35 if near else 0.75
    groups = [
        (_phase_style(phase) | {"fillOpacity": opacity}, features)
        for phase, features in by_phase.items()
    ]
    add_communities(map_, Text("小区", "Communities"), groups, near=near)


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
