"""What is written to a file: named, typed columns, and rows that come in batches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from layers.core.geometry import Kind

Batch = Sequence[Sequence[Any]]
"""Rows: the values of the columns in order, then (if there is a kind of shape) WKB or None."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`types` are Python's: str, bool, int, float, Decimal, date, datetime. Shapes are CGCS2000."""

    name: str
    titles: tuple[str, ...]
    types: tuple[type, ...]
    kind: Kind | None
    batches: Iterator[Batch]
