"""What a sheet of letters says, at the least, to test the press with."""

from typing import Any

from gis_service.printing.qr import qr


def letters(**changes: Any) -> dict[str, Any]:
    one = {"door": "1-101", "code": "K7QF-2M9X-HT4P", "qr": qr("http://x/")}
    return {
        "language": "zh",
        "community": "人民新村",
        "where": "",
        "made": False,
        "home": "x",
        "printed": "2026-11-24",
        "purpose": "survey",
        "ends": "2026-12-31",
        "letters": [one],
        **changes,
    }
