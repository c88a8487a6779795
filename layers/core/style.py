"""How the map looks: named colours apart from the rules that use them.

A layer's drawing is a MapLibre style layer without its source. A colour in it is a name of the
palette behind an at-sign (`"@danger"`); `coloured` puts the flavour's value in its place, so that
the dark theme is a second set of values and not a second style.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Flavour = Literal["light", "dark"]

PALETTE: dict[Flavour, dict[str, str]] = {
    "light": {
        "ink": "#1d2733",
        "soft-ink": "#5b6775",
        "paper": "#fbfaf7",
        "line": "#d9d5cb",
        "accent": "#0f6e84",
        "danger": "#b93a32",
        "warning": "#c9771a",
        "good": "#2e7d4f",
        "land": "#f6f3ec",
        "water": "#cfe0e6",
        "division-border": "#b9b2a3",
        "community-ground": "#fffdf8",
        "community-border": "#8d8674",
        "building": "#e5dfd2",
        "building-outline": "#cbc3b1",
        "lane": "#ffffff",
        "lane-casing": "#ddd6c8",
        "halo": "#fffdf8",
        "no-data": "#b8b4aa",
    },
    "dark": {
        "ink": "#eef1f3",
        "soft-ink": "#a5b0ba",
        "paper": "#161c22",
        "line": "#36414b",
        "accent": "#58b6cb",
        "danger": "#ef7a70",
        "warning": "#e9a352",
        "good": "#6cc08d",
        "land": "#1b2229",
        "water": "#20333d",
        "division-border": "#56616b",
        "community-ground": "#222b33",
        "community-border": "#7b8791",
        "building": "#333e48",
        "building-outline": "#4a5762",
        "lane": "#2c363f",
        "lane-casing": "#414d57",
        "halo": "#161c22",
        "no-data": "#5d6770",
    },
}

FONT = ["Noto Sans SC"]
TODAY = "@today"
"""In a filter: the day on which the style is asked for. MapLibre has no clock."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One MapLibre style layer of a map layer. `key` tells a layer's drawings apart.

    `ground` is left out where an outside basemap lies below.
    """

    key: str
    type: Literal["fill", "line", "circle", "symbol"]
    paint: dict[str, Any] = field(default_factory=dict)
    layout: dict[str, Any] = field(default_factory=dict)
    filter: list[Any] | None = None
    minzoom: float | None = None
    maxzoom: float | None = None
    ground: bool = False

    @property
    def glyphic(self) -> bool:
        return "icon-image" in self.layout

    @property
    def wordy(self) -> bool:
        """Whether it writes words alone, without a glyph."""
        return self.type == "symbol" and not self.glyphic


def dated(value: Any, today: date) -> Any:
    """`value` (any JSON) with the day in the place of each `TODAY`."""
    if isinstance(value, list):
        return [dated(item, today) for item in value]
    return today.isoformat() if value == TODAY else value


def coloured(value: Any, flavour: Flavour) -> Any:
    """`value` (any JSON) with each `"@name"` replaced by the flavour's colour of that name."""
    if isinstance(value, str) and value.startswith("@"):
        return PALETTE[flavour][value[1:]]
    if isinstance(value, list):
        return [coloured(item, flavour) for item in value]
    if isinstance(value, dict):
        return {key: coloured(item, flavour) for key, item in value.items()}
    return value
