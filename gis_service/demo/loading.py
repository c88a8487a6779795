"""Loading the demo into an empty database: all of it, or, when something fails, nothing."""

from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine

from gis_service.demo.making import Say, Scale, made_tables
from gis_service.store import bulk
from layers import CATALOGUE

_ACTOR = "demo"
_ADDED_UP_AT_ONCE = 50_000


class NotEmpty(Exception):
    """The database already holds data that a demo must not mix with."""


def loaded_scale(engine: Engine) -> Scale | None:
    """The scale of the demo that the database holds, if it holds one."""
    with engine.connect() as connection:
        found = bulk.remembered(connection, _ACTOR)
    return Scale(found["scale"]) if found else None


def load(engine: Engine, scale: str, say: Say, seed: int = 81, today: date | None = None) -> None:
    """Fills the database with the made data of `scale`, as seen on the day `today`.

    `engine` connects as the owner of the tables. Raises NotEmpty when any layer has rows.
    """
    wanted = Scale(scale)
    day = today or datetime.now(ZoneInfo("Asia/Shanghai")).date()
    rows = Counter[str]()
    with engine.begin() as connection:
        if not bulk.is_empty(connection):
            raise NotEmpty
        with bulk.loading(connection):
            for table in made_tables(wanted, seed, day, say):
                bulk.append(connection, CATALOGUE[table.layer], table.columns)
                rows[table.layer] += len(table)
            say(f"{rows.total():,} rows, now indexing")
        _add_up(connection, rows["communities"], say)
        about = {"scale": wanted.value, "seed": seed, "today": day.isoformat()}
        bulk.remember(connection, _ACTOR, rows, about)
    bulk.settle(engine)


def _add_up(connection: Connection, communities: int, say: Say) -> None:
    for first in range(1, communities + 1, _ADDED_UP_AT_ONCE):
        last = min(first + _ADDED_UP_AT_ONCE - 1, communities)
        bulk.refresh_figures(connection, first, last)
        say(f"Figures of {last:,} / {communities:,} communities")
