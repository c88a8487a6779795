"""Rows to be, column by column, under the name of their layer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from gis_service.store.bulk import Column
from layers.core.layer import Layer


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

    def __getitem__(self, column: str) -> NDArray[Any]:
        return np.asanyarray(self.columns[column])


class Numbers:
    """Hands out ids, layer by layer, from 1 on."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def take(self, layer: str, count: int) -> NDArray[np.int64]:
        first = self._last.get(layer, 0) + 1
        self._last[layer] = first + count - 1
        return np.arange(first, first + count, dtype=np.int64)


class Rows:
    """Rows written down one by one, where each is a story of its own."""

    def __init__(self, layer: Layer, numbers: Numbers) -> None:
        self._layer, self._numbers = layer, numbers
        self._rows: list[dict[str, Any]] = []

    def add(self, visibility: str, geometry: BaseGeometry | None = None, **values: Any) -> int:
        """Writes a row down and returns its id. Values are taken as the layer takes them."""
        number = int(self._numbers.take(self._layer.name, 1)[0])
        row: dict[str, Any] = {"id": number, "visibility": visibility}
        if self._layer.geometry:
            row["geometry"] = geometry
        self._rows.append(row | self._layer.attributes(**values).model_dump())
        return number

    @property
    def table(self) -> Table:
        names = self._rows[0] if self._rows else ("id",)
        return Table(self._layer.name, {n: [row[n] for row in self._rows] for n in names})
