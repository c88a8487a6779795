"""What keeps people safe on site: perimeters confirmed and lifted, rosters without gaps. N(七)."""

from collections.abc import Iterator

from layers import warning_perimeters
from layers.core.moments import LOCAL, day
from layers.core.text import Text
from layers.ledgers import duty_shifts
from layers.safety.periods import Period, gaps, minutes
from layers.tasks.affairs import WATCHED, Affairs
from layers.tasks.rows import ActiveSite, Closure, Shift
from layers.tasks.task import Task
from layers.warning_perimeters import PerimeterState, state_at

_ARTICLE = "N(七)"


def perimeters(affairs: Affairs) -> Iterator[Task]:
    for each in affairs.of(Closure):
        state = state_at(affairs.now, each.status, each.starts, each.ends, each.confirmed_at)
        if state in _PERIMETERS:
            message, edge, field = _PERIMETERS[state]
            moment = getattr(each, edge)
            yield Task(
                message.format(name=each.reason, at=f"{moment.astimezone(LOCAL):%Y-%m-%d %H:%M}"),
                _ARTICLE,
                warning_perimeters.LAYER.name,
                due=day(moment),
                field=field,
                row=each.id,
                site=each.site,
            )


_PERIMETERS = {
    PerimeterState.UNCONFIRMED: (
        Text(
            "警戒区“{name}”{at} 起围挡,现场未确认。",
            "Perimeter '{name}' began at {at} and is not confirmed on site.",
        ),
        "starts",
        "confirmed_at",
    ),
    PerimeterState.OVERDUE: (
        Text(
            "警戒区“{name}”应于 {at} 解除,仍未解除。",
            "Perimeter '{name}' should have been lifted by {at}.",
        ),
        "ends",
        "status",
    ),
}


def rosters(affairs: Affairs) -> Iterator[Task]:
    window = Period(affairs.now, affairs.now + WATCHED)
    for site in affairs.of(ActiveSite):
        shifts = [each.period for each in affairs.of(Shift) if each.site == site.id]
        if not (open_ := gaps(shifts, window)):
            continue
        first = open_[0]
        assert first.starts is not None
        assert first.ends is not None
        since, until = first.starts.astimezone(LOCAL), first.ends.astimezone(LOCAL)
        yield Task(
            Text(
                "{site}:24 小时内有 {hours:.1f} 小时无人值守,最早 {since:%m-%d %H:%M} "
                "至 {until:%m-%d %H:%M}。",
                "{site}: nobody on duty for {hours:.1f} of the next 24 hours, first from "
                "{since:%m-%d %H:%M} to {until:%m-%d %H:%M}.",
            ).format(site=site.name, hours=minutes(open_) / 60, since=since, until=until),
            _ARTICLE,
            duty_shifts.LAYER.name,
            due=since.date(),
            field="site",
            site=site.id,
        )
