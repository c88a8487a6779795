"""The `datetime` parameter: what it means, and which features it keeps."""

from datetime import UTC, date, datetime

import pytest
from httpx import Client

from gis_service.api.moments import interval
from gis_service.errors import BadParameter
from gis_service.store.periods import Interval


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2024-02-29", Interval(date(2024, 2, 29), date(2024, 2, 29))),
        ("2024-01-01T00:00:00Z", Interval(utc(2024, 1, 1), utc(2024, 1, 1))),
        ("2024-01-01T08:00:00+08:00", Interval(utc(2024, 1, 1), utc(2024, 1, 1))),
        ("2024-01-01T08:00:00 08:00", Interval(utc(2024, 1, 1), utc(2024, 1, 1))),
        ("2024-01-01/..", Interval(date(2024, 1, 1), None)),
        ("/2024-01-01", Interval(None, date(2024, 1, 1))),
        ("../..", Interval(None, None)),
        ("2024-01-01/P2D", Interval(date(2024, 1, 1), date(2024, 1, 3))),
        ("2024-01-31/P1M", Interval(date(2024, 1, 31), date(2024, 2, 29))),
        ("2024-02-29/P1Y", Interval(date(2024, 2, 29), date(2025, 2, 28))),
        ("P1W/2024-01-08", Interval(date(2024, 1, 1), date(2024, 1, 8))),
        ("P1M/2024-03-31", Interval(date(2024, 2, 29), date(2024, 3, 31))),
        (
            "2024-01-01T00:00:00Z/PT36H",
            Interval(utc(2024, 1, 1), utc(2024, 1, 2, 12)),
        ),
    ],
)
def test_what_is_meant(text: str, meant: Interval) -> None:
    assert interval(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2024",
        "2024-02-30",
        "2024-01-01T00:00:00",
        "2024-01-02/2024-01-01",
        "2024-01-01/2024-01-02/2024-01-03",
        "P1D",
        "P1D/P1D",
        "../P1D",
        "2024-01-01/P",
        "2024-01-01/PT",
        "9999-12-31/P9999Y",
        "0001-01-01/P1D/",
        "1700000000",
    ],
)
def test_what_means_nothing(text: str) -> None:
    with pytest.raises(BadParameter):
        interval(text)


@pytest.mark.parametrize(
    ("layer", "datetime", "kept"),
    [
        # Dates 2026-09-01 to 2026-11-30, days of Shanghai.
        ("works", "2026-09-01", True),
        ("works", "2026-08-31", False),
        ("works", "2026-11-30", True),
        ("works", "2026-12-01/..", False),
        ("works", "../2026-08-31T15:59:59Z", False),
        ("works", "../2026-08-31T16:00:00Z", True),
        # Moments 2026-11-01T00:00Z to 2026-12-01T10:00Z.
        ("warning_perimeters", "2026-11-01", True),
        ("warning_perimeters", "../2026-10-31", False),
        ("warning_perimeters", "2026-12-01", True),
        ("warning_perimeters", "2026-12-02", False),
        ("warning_perimeters", "2026-10-31T23:59:59Z", False),
        ("warning_perimeters", "2026-11-01T00:00:00Z", True),
        # One moment, 2026-09-01T01:00Z.
        ("stage_changes", "2026-09-01", True),
        ("stage_changes", "2026-09-02/..", False),
        ("stage_changes", "2026-08-01/P2M", True),
        # No period: always.
        ("communities", "1900-01-01", True),
    ],
)
@pytest.mark.usefixtures("ids")
def test_what_is_kept(client: Client, layer: str, datetime: str, kept: bool) -> None:
    answer = client.get(f"/api/collections/{layer}/items", params={"datetime": datetime})
    assert answer.json()["numberReturned"] == int(kept)
