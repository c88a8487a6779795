"""Makes every community of the demo a candidate, and as many more of them as are wanted.

A nation's demo has five million buildings, none of which is ranked: copies of a province's
communities with their sums and organisations are as many rows to read, in a minute.
"""

from sqlalchemy import Connection, text

from gis_service.store.database import Database

_APART = 1_000_000
"""Between the ids of one copy and the next."""
_COPIED = {
    "communities": {"id": f"id + n * {_APART}", "code": "code || '-' || n"},
    "communities_derived": {"id": f"id + n * {_APART}"},
    "owner_organisations": {
        "id": f"id + n * {_APART}",
        "community": f"community + n * {_APART}",
    },
}


def open_all(database: Database, times: int = 1) -> None:
    """Stages are told by a ledger; here their sums are changed and the ledger is let be."""
    with database.owner.begin() as owner:
        owner.execute(text("UPDATE onemap.communities_derived SET stage = 'reserve'"))
        if times > 1:
            _copy(owner, times)
    with database.owner.connect().execution_options(isolation_level="AUTOCOMMIT") as owner:
        for table in _COPIED:
            owner.execute(text(f"VACUUM ANALYZE onemap.{table}"))


def _copy(owner: Connection, times: int) -> None:
    """As the tables' owner, past their triggers: history would be written for nobody."""
    for table, changed in _COPIED.items():
        owner.execute(text(f"ALTER TABLE onemap.{table} DISABLE TRIGGER USER"))
        names = owner.scalars(
            text(
                "SELECT attname FROM pg_attribute WHERE attrelid = CAST(:table AS regclass) "
                "AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"
            ),
            {"table": f"onemap.{table}"},
        ).all()
        values = ", ".join(changed.get(name, f'"{name}"') for name in names)
        columns = ", ".join(f'"{name}"' for name in names)
        owner.execute(
            text(
                f"INSERT INTO onemap.{table} ({columns}) OVERRIDING SYSTEM VALUE "
                f"SELECT {values} FROM onemap.{table}, generate_series(1, {times - 1}) AS n"
            )
        )
        owner.execute(text(f"ALTER TABLE onemap.{table} ENABLE TRIGGER USER"))
