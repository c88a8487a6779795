"""Which features hold within an interval, by the attributes in which they begin and end to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, true

from layers.core import moments
from layers.core.layer import Layer

LOCAL = moments.LOCAL
"""Whose days are meant by a date."""

Moment = date | datetime


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends belong to it; a date stands for the whole of its day. None is an open end."""

    starts: Moment | None
    ends: Moment | None


def during(layer: Layer, source: FromClause, interval: Interval) -> Iterator[ColumnElement[bool]]:
    """A feature without a beginning has held for ever, one without an end still does."""
    if layer.period is None:
        return
    first, last = layer.period
    if interval.ends is not None:
        column = source.c[first]
        yield column.is_(None) | _not_after(column, interval.ends)
    if interval.starts is not None:
        column = source.c[last or first]
        yield column.is_(None) | _not_before(column, interval.starts)


def _not_after(column: ColumnElement[Any], moment: Moment) -> ColumnElement[bool]:
    if isinstance(column.type, Date):
        return column <= _day(moment)
    if isinstance(moment, datetime):
        return column <= moment
    if moment == date.max:
        return true()
    return column < _midnight(moment + timedelta(days=1))


def _not_before(column: ColumnElement[Any], moment: Moment) -> ColumnElement[bool]:
    if isinstance(column.type, Date):
        return column >= _day(moment)
    return column >= (moment if isinstance(moment, datetime) else _midnight(moment))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)


def _day(moment: Moment) -> date:
    if not isinstance(moment, datetime):
        return moment
    try:
        return moment.astimezone(LOCAL).date()
    except OverflowError:
        # The first and the last day there is, written by those who mean an open end.
        return moment.date()
