"""The SQL column of an attribute: its type, whether it may be null, and its CHECKs.

Everything is read from the attribute's Pydantic declaration, so that the database refuses what
the form refuses.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen
from pydantic import AwareDatetime
from pydantic.fields import FieldInfo
from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Numeric,
    Text,
    func,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from layers.core.attachment import Attached
from layers.core.layer import Ref, Unique
from layers.core.text import Term

SCHEMA = "onemap"
PINYIN = "zh-x-icu"
"""The collation that puts Chinese names in the order of pinyin."""

SQL_TYPES: dict[type, TypeEngine[Any]] = {
    bool: Boolean(),
    int: BigInteger(),
    float: Double(),
    # By code point: sorting and prefixes then mean the same on every machine.
    str: Text(collation="C"),
    date: Date(),
    datetime: DateTime(timezone=True),
    AwareDatetime: DateTime(timezone=True),
}


@dataclass(frozen=True, slots=True)
class Plain:
    """What an annotation says once `Annotated` and `| None` are taken off."""

    type: type
    nullable: bool
    marks: tuple[Any, ...]


def plain(info: FieldInfo) -> Plain:
    type_, nullable, marks = _unwrapped(info.annotation)
    return Plain(type_, nullable, (*marks, *info.metadata))


def _unwrapped(annotation: Any) -> tuple[type, bool, tuple[Any, ...]]:
    if get_origin(annotation) is Annotated:
        inner, *own = get_args(annotation)
        type_, nullable, marks = _unwrapped(inner)
        return type_, nullable, (*marks, *_flat(own))
    if get_origin(annotation) in (Union, UnionType):
        [inner] = [a for a in get_args(annotation) if a is not NoneType]
        type_, _, marks = _unwrapped(inner)
        return type_, True, marks
    return annotation, False, ()


def _flat(marks: list[Any]) -> Iterator[Any]:
    for mark in marks:
        if isinstance(mark, FieldInfo):
            yield from mark.metadata
        elif max_length := getattr(mark, "max_length", None):
            yield MaxLen(max_length)
        else:
            yield mark


def columns_of(name: str, info: FieldInfo) -> Iterator[SchemaItem]:
    """The column named `name`, then its CHECK constraints."""
    attribute = plain(info)
    keys = [
        ForeignKey(f"{SCHEMA}.{mark.layer}.{mark.key}")
        for mark in attribute.marks
        if isinstance(mark, Ref)
    ] + [
        ForeignKey(f"{SCHEMA}.attachments.sha256")
        for mark in attribute.marks
        if isinstance(mark, Attached)
    ]
    column: Column[Any] = Column(
        name,
        sql_type(attribute),
        *keys,
        nullable=attribute.nullable,
        unique=Unique in attribute.marks or None,
        index=bool(keys) or None,
    )
    yield column
    for number, check in enumerate(_checks(column, attribute), start=1):
        yield CheckConstraint(check, name=f"{name}_{number}")


def sql_type(attribute: Plain) -> TypeEngine[Any]:
    if issubclass(attribute.type, Decimal):
        limits: dict[str, Any] = {}
        for mark in attribute.marks:
            limits |= getattr(mark, "__dict__", {})
        return Numeric(limits["max_digits"], limits["decimal_places"])
    if issubclass(attribute.type, Enum):
        return SQL_TYPES[str]
    return SQL_TYPES[attribute.type]


def _checks(column: Column[Any], attribute: Plain) -> Iterator[ColumnElement[bool]]:
    if issubclass(attribute.type, Term):
        yield column.in_([member.value for member in attribute.type])
    for mark in attribute.marks:
        match mark:
            case Ge():
                yield column >= mark.ge
            case Gt():
                yield column > mark.gt
            case Le():
                yield column <= mark.le
            case Lt():
                yield column < mark.lt
            case MaxLen():
                yield func.char_length(column) <= mark.max_length
