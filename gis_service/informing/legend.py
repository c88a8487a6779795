"""The themes of the map with their classes, breaks and counts: what a legend says."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from gis_service.informing.breaks import natural_breaks
from gis_service.informing.models import Bilingual, Theme, ThemeClass
from gis_service.store import overview
from layers.core.style import PALETTE
from layers.core.text import Text
from layers.themes import CLOSURES_TITLE, NO_DATA, PHASE_LOOKS, RAMPS, STAGE_TITLE, Ramp


def themes(db: Connection) -> list[Theme]:
    return [_stage_theme(db), *(_ramp_theme(db, ramp) for ramp in RAMPS), _closures_theme()]


def bilingual(text: Text) -> Bilingual:
    return Bilingual(zh=text.zh, en=text.en)


def breaks_of(ramp: Ramp, counts: Mapping[float, int]) -> list[float]:
    """Upper bounds of the classes but the last, of shares in order and how often each occurs.

    Fewer than five different values give fewer classes.
    """
    classes = len(ramp.colors)
    if ramp.even:
        return [round(number / classes, 2) for number in range(1, classes)]
    if len(counts) <= classes:
        return [*counts][:-1]
    return natural_breaks([*counts], [*counts.values()], classes)


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
    bounds = [*breaks_of(ramp, counts), max([*counts, 1.0])] if counts else []
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
