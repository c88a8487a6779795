"""The demo towns as tables, made once."""

from datetime import date
from typing import Any

import pytest

from gis_service.demo.making import Scale, made_tables
from gis_service.demo.tables import Table

DAY = date(2026, 11, 24)

Rows = dict[str, list[dict[str, Any]]]


def rows_of(tables: list[Table]) -> Rows:
    """Every row as a record, by layer."""
    found: Rows = {}
    for table in tables:
        names = list(table.columns)
        values = zip(*(table[name].tolist() for name in names), strict=True)
        found.setdefault(table.layer, []).extend(dict(zip(names, v, strict=True)) for v in values)
    return found


@pytest.fixture(scope="session")
def town() -> Rows:
    return rows_of(list(made_tables(Scale.TOWN, 81, DAY, lambda _: None)))
