"""The `datetime` parameter: an instant, or an interval with open ends or durations (RFC 3339)."""

import calendar
import re
from datetime import UTC, date, datetime, timedelta

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from gis_service.errors import BadParameter
from gis_service.store.periods import Interval, Moment
from layers.core.text import Text

_INSTANT: TypeAdapter[datetime] = TypeAdapter(AwareDatetime)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DURATION = re.compile(
    r"P(?=\d|T\d)(?:(?P<years>\d{1,4})Y)?(?:(?P<months>\d{1,4})M)?(?:(?P<weeks>\d{1,5})W)?"
    r"(?:(?P<days>\d{1,6})D)?(?:T(?:(?P<hours>\d{1,6})H)?(?:(?P<minutes>\d{1,8})M)?"
    r"(?:(?P<seconds>\d{1,10})S)?)?"
)


def interval(text: str) -> Interval:
    """Raises BadParameter."""
    parts = text.split("/")
    try:
        if len(parts) == 1:
            instant = _moment(text)
            return Interval(instant, instant)
        [first, last] = parts
        if _DURATION.fullmatch(first):
            ends = _moment(last)
            return Interval(_shifted(ends, first, -1), ends)
        starts = _end(first)
        if _DURATION.fullmatch(last) and starts is not None:
            return Interval(starts, _shifted(starts, last, 1))
        return _in_order(Interval(starts, _end(last)))
    except (ValueError, OverflowError):
        raise BadParameter(
            "datetime",
            Text(
                "应为 RFC 3339 的时刻,或以“/”分隔的时段,如 2026-11-24 或 2026-11-01/..。",
                "Expected an RFC 3339 instant or an interval such as 2026-11-24 or 2026-11-01/..",
            ),
        ) from None


def instant(text: str, parameter: str) -> datetime:
    """Raises BadParameter for what is no moment with a time zone."""
    try:
        if isinstance(found := _moment(text), datetime):
            return found
    except ValueError:
        pass
    wrong = Text(
        "应为带时区的时刻,如 2026-11-01T00:00:00Z。",
        "Expected a moment with its time zone, such as 2026-11-01T00:00:00Z.",
    )
    raise BadParameter(parameter, wrong)


def _end(text: str) -> Moment | None:
    return None if text in ("", "..") else _moment(text)


def _moment(text: str) -> Moment:
    if _DAY.fullmatch(text):
        return date.fromisoformat(text)
    # A number would be read as seconds since 1970.
    if not text[:5].endswith("-"):
        raise ValueError(text)
    try:
        # An unescaped plus sign reaches us as a space.
        return _INSTANT.validate_python(text.replace(" ", "+"))
    except ValidationError as error:
        raise ValueError(text) from error


def _shifted(moment: Moment, duration: str, sign: int) -> Moment:
    """By the calendar: a month after 31 January is the last of February."""
    found = _DURATION.fullmatch(duration)
    assert found is not None
    amount = {name: sign * int(value or 0) for name, value in found.groupdict().items()}
    month = moment.year * 12 + moment.month - 1 + 12 * amount["years"] + amount["months"]
    year, month = divmod(month, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    clock = ("weeks", "days", "hours", "minutes", "seconds")
    return moment.replace(year=year, month=month + 1, day=day) + timedelta(
        **{name: amount[name] for name in clock}
    )


def _in_order(found: Interval) -> Interval:
    if found.starts and found.ends and _instant(found.starts) > _instant(found.ends):
        raise ValueError("ends before it starts")
    return found


def _instant(moment: Moment) -> datetime:
    if isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
