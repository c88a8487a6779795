"""What a cell means for an attribute: dates, numbers and terms as people write them.

What cannot be read so is passed on as it is, for the attribute's own declaration to refuse.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from math import isnan
from typing import Any

from pydantic import AwareDatetime
from pydantic.fields import FieldInfo

from gis_service.store.columns import plain
from layers.core.text import Term

MISSING = object()
"""The cell says nothing: the attribute's default holds."""

Reader = Callable[[Any], Any]

_BEIJING = timezone(timedelta(hours=8))
_DATE = re.compile(r"(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(.*)")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_YES_NO = {"是": True, "有": True, "true": True, "yes": True, "y": True, "t": True, "1": True}
_YES_NO |= {"否": False, "无": False, "false": False, "no": False, "n": False, "f": False}
_YES_NO["0"] = False


def reader(info: FieldInfo) -> Reader:
    """How cells of an attribute's column are read."""
    type_ = plain(info).type
    if isinstance(type_, type) and issubclass(type_, Term):
        return _filled(_term(type_))
    return _filled(_READERS.get(type_, _same))


def _filled(read: Reader) -> Reader:
    def filled(cell: Any) -> Any:
        if isinstance(cell, str):
            cell = cell.strip()
        if cell is None or cell == "" or (isinstance(cell, float) and isnan(cell)):
            return MISSING
        return read(cell)

    return filled


def _term(type_: type[Term]) -> Reader:
    words: dict[str, Term] = {}
    for member in type_:
        for word in (member.value, member.label.zh, member.label.en):
            words[word.casefold()] = member
    return lambda cell: words.get(str(cell).casefold(), cell)


def _same(cell: Any) -> Any:
    return cell


def _text(cell: Any) -> Any:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, int | float | Decimal):
        return str(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _truth(cell: Any) -> Any:
    return _YES_NO.get(str(cell).casefold(), cell)


def _number(cell: Any) -> Any:
    if isinstance(cell, str) and _THOUSANDS.fullmatch(cell):
        return cell.replace(",", "")
    return cell


def _whole(cell: Any) -> Any:
    number = _number(cell)
    if isinstance(number, str) and re.fullmatch(r"-?\d+\.0+", number):
        return number.partition(".")[0]
    return number


def _day(cell: Any) -> Any:
    if isinstance(cell, str):
        if match := _DATE.fullmatch(cell):
            year, month, day, rest = match.groups()
            return f"{year}-{int(month):02}-{int(day):02}" if not rest.strip(" T0:Z") else cell
        if re.fullmatch(r"\d{8}", cell):
            return f"{cell[:4]}-{cell[4:6]}-{cell[6:]}"
    return cell


def _moment(cell: Any) -> Any:
    """A time without a zone is Beijing's."""
    if isinstance(cell, str) and (match := _DATE.fullmatch(cell)):
        year, month, day, rest = match.groups()
        clock = rest.strip(" T") or "00:00"
        try:
            cell = datetime.fromisoformat(f"{year}-{int(month):02}-{int(day):02}T{clock}")
        except ValueError:
            return cell
    if isinstance(cell, date) and not isinstance(cell, datetime):
        cell = datetime(cell.year, cell.month, cell.day)
    if isinstance(cell, datetime) and cell.tzinfo is None:
        return cell.replace(tzinfo=_BEIJING)
    return cell


_READERS: dict[Any, Reader] = {
    str: _text,
    bool: _truth,
    int: _whole,
    float: _number,
    Decimal: _number,
    date: _day,
    datetime: _moment,
    AwareDatetime: _moment,
}
