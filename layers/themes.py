"""Themes: how communities are coloured by one attribute, and what the legend says.

Phases are told by colour and icon and word, always all three. Ramps are ColorBrewer's: YlGnBu for
progress, OrRd for the funding gap; no data is never a colour of the ramp.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from layers.core.text import Text
from layers.stages import Phase


@dataclass(frozen=True, slots=True)
class Look:
    """How one word of a theme looks on the map and in the legend."""

    color: str
    dark_color: str
    icon: str


PHASE_LOOKS: dict[Phase, Look] = {
    Phase.PLANNING: Look("#8296ab", "#9fb2c6", "clipboard"),
    Phase.CONSULTATION: Look("#5b86c9", "#7ea4e0", "speech"),
    # Darker than its neighbour in time: to a reader without green they are one hue.
    Phase.STARTING_SOON: Look("#6450a3", "#8a70d6", "calendar"),
    Phase.WORKS: Look("#dd861d", "#eea04a", "helmet"),
    Phase.PAUSED: Look("#a83a4a", "#d8707e", "pause"),
    Phase.COMPLETED: Look("#469a6e", "#6dbd93", "check"),
    Phase.MANAGED: Look("#1f6b52", "#4d9a7f", "leaf"),
}

YL_GN_BU = ("#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494")
OR_RD = ("#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000")


@dataclass(frozen=True, slots=True)
class Ramp:
    """A theme of numbers in five classes. `even` classes are of equal width, others natural."""

    name: str
    title: Text
    attribute: str
    colors: tuple[str, str, str, str, str]
    even: bool


RAMPS = (
    Ramp("progress", Text("进度", "Progress"), "progress", YL_GN_BU, even=True),
    Ramp("funding", Text("资金缺口", "Funding gap"), "gap_share", OR_RD, even=False),
)
STAGE_TITLE = Text("阶段", "Stage")
CLOSURES_TITLE = Text("今日围挡", "Closed today")
NO_DATA = Text("无数据", "No data")


def phase_paint(dark: bool) -> list[Any]:
    """MapLibre expression: the colour of a community by its public phase."""
    pairs = [
        item
        for phase, look in PHASE_LOOKS.items()
        for item in (phase.value, look.dark_color if dark else look.color)
    ]
    return ["match", ["get", "phase"], *pairs, "@no-data"]


def ramp_paint(ramp: Ramp, breaks: Sequence[float]) -> list[Any]:
    """MapLibre expression: the class colour of a community. `breaks` are the upper bounds of all
    classes but the last; a value on a bound belongs to the class below it.
    """
    value = ["get", ramp.attribute]
    classes: list[Any] = []
    for bound, color in zip(breaks, ramp.colors, strict=False):
        classes += [["<=", value, bound], color]
    return ["case", ["!", ["has", ramp.attribute]], "@no-data", *classes, ramp.colors[len(breaks)]]


CLOSURES_PAINT: list[Any] = [
    "case",
    ["boolean", ["feature-state", "closed"], False],
    "@danger",
    "@community-ground",
]
"""The map marks the communities with a perimeter in force today by their feature state."""
