"""The themes of the map with their classes, breaks and counts: what a legend says."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from sqlalchemy import Connection

from gis_service.informing.models import Bilingual, Theme, ThemeClass
from gis_service.store import overview
from layers.core.style import PALETTE
from layers.core.text import Text
from layers.themes import CLOSURES_TITLE, NO_DATA, PHASE_LOOKS, RAMPS, STAGE_TITLE, Ramp

_SAMPLE = 20_000
"""Values that natural breaks are sought in; more change no break by a hundredth."""


def themes(db: Connection) -> list[Theme]:
    return [_stage_theme(db), *(_ramp_theme(db, ramp) for ramp in RAMPS), _closures_theme()]


def bilingual(text: Text) -> Bilingual:
    return Bilingual(zh=text.zh, en=text.en)


@lru_cache(maxsize=64)
def breaks_of(ramp: Ramp, counts: tuple[tuple[float, int], ...]) -> list[float]:
    """Upper bounds of the classes but the last, of shares in order and how often each occurs.

    Fewer than five different values give fewer classes.
    """
    classes = len(ramp.colors)
    if ramp.even:
        return [round(number / classes, 2) for number in range(1, classes)]
    if len(counts) <= classes:
        return [value for value, _ in counts[:-1]]
    import mapclassify  # 1 s to import: only where a legend is made

    values, often = np.array(counts).T
    thinned = np.maximum(1, often * _SAMPLE // max(often.sum(), _SAMPLE))
    sample = np.repeat(values, thinned.astype(int))
    found = mapclassify.NaturalBreaks(sample, k=classes, initial=10)
    return [round(float(bound), 2) for bound in found.bins[:-1]]


def _stage_theme(db: Connection) -> Theme:
    counts = Counter({row["phase"]: row["communities"] for row in overview.phases(db)})
    classes = [
        ThemeClass(
            value=phase.value,
            color=look.color,
            dark_color=look.dark_color,
            icon=look.icon,
            label=bilingual(phase.label),
            count=counts[phase.value],
        )
        for phase, look in PHASE_LOOKS.items()
    ]
    return Theme(
        name="stage",
        title=bilingual(STAGE_TITLE),
        attribute="phase",
        unit=None,
        classes=classes,
        none=_no_data(counts[None]),
    )


def _ramp_theme(db: Connection, ramp: Ramp) -> Theme:
    rows = overview.shares(db, ramp.attribute)
    counts = {row["value"]: row["communities"] for row in rows if row["value"] is not None}
    bounds = [*breaks_of(ramp, tuple(counts.items())), max([*counts, 1.0])] if counts else []
    lows: Sequence[float] = [0.0, *bounds[:-1]]
    return Theme(
        name=ramp.name,
        title=bilingual(ramp.title),
        attribute=ramp.attribute,
        unit="%",
        classes=[
            ThemeClass(
                low=low,
                high=high,
                color=color,
                dark_color=color,
                label=_percent(low, high),
                count=sum(
                    count
                    for value, count in counts.items()
                    if low < value <= high or (number == 0 and value <= high)
                ),
            )
            for number, (low, high, color) in enumerate(
                zip(lows, bounds, ramp.colors, strict=False)
            )
        ],
        none=_no_data(sum(row["communities"] for row in rows if row["value"] is None)),
    )


def _closures_theme() -> Theme:
    return Theme(
        name="closures",
        title=bilingual(CLOSURES_TITLE),
        attribute="closures_today",
        unit=None,
        classes=[],
        none=_no_data(0),
    )


def _percent(low: float, high: float) -> Bilingual:
    label = f"{low:.0%} – {high:.0%}"
    return Bilingual(zh=label, en=label)


def _no_data(count: int) -> ThemeClass:
    return ThemeClass(
        color=PALETTE["light"]["no-data"],
        dark_color=PALETTE["dark"]["no-data"],
        icon="hatch-no-data",
        label=bilingual(NO_DATA),
        count=count,
    )
