"""Today as the platform has it: in China, whatever the clock of the machine says."""

from datetime import UTC, date, datetime

from gis_service.store.periods import LOCAL


def today() -> date:
    return datetime.now(UTC).astimezone(LOCAL).date()
