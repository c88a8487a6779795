"""An order to the press: who wants a sheet, in which language, when, and what to print it with."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from gis_service.printing.borders import names
from gis_service.printing.press import Press
from gis_service.store.periods import LOCAL
from layers.core.access import Actor
from layers.core.text import Language
from layers.divisions import CODE_LENGTHS


@dataclass(frozen=True, slots=True)
class Order:
    """`home` is the address of the map, where QR codes lead, without a slash at its end."""

    db: Connection
    actor: Actor
    press: Press
    home: str
    language: Language
    now: datetime

    @property
    def today(self) -> date:
        return self.now.astimezone(LOCAL).date()

    def where(self, division: str) -> str:
        """County and street, as people say it."""
        codes = dict.fromkeys(division[:digits] for digits in CODE_LENGTHS[2:])
        called = names(self.db, codes)
        return "".join(called.get(code, "") for code in codes)
