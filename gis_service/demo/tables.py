"""Rows to be, column by column, under the name of their layer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[Any] | Sequence[Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of equal length: `id`, `visibility`, attributes, and `geometry` for a map layer.

    Days are dates or `datetime64[D]`, moments aware datetimes or `datetime64[s]` in UTC, absent
    values `None`, `NaT` or a masked entry. An attribute left out takes its layer's default.
    """

    layer: str
    columns: Mapping[str, Column]

    def __len__(self) -> int:
        return len(self.columns["id"])


class Rows:
    """Rows written down one by one, where a ledger is short and each row is a story of its own."""

    def __init__(self, layer: str, ids: "Numbers") -> None:
        self._layer, self._ids = layer, ids
        self._rows: list[dict[str, Any]] = []

    def add(self, visibility: str = "published", **values: Any) -> int:
        number = int(self._ids.take(self._layer, 1)[0])
        self._rows.append({"id": number, "visibility": visibility, **values})
        return number

    def tables(self) -> Iterator[Table]:
        if self._rows:
            names = dict.fromkeys(name for row in self._rows for name in row)
            yield Table(self._layer, {n: [row.get(n) for row in self._rows] for n in names})


class Numbers:
    """Hands out ids, layer by layer, from 1 on."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def take(self, layer: str, count: int) -> NDArray[np.int64]:
        first = self._last.get(layer, 0) + 1
        self._last[layer] = first + count - 1
        return np.arange(first, first + count, dtype=np.int64)
