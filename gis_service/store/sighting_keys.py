"""The key of a day, by which one address counts once on it. It is deleted with the day after."""

from sqlalchemy import Column, Date, Table, Text, text

from gis_service.store.tables import METADATA

SIGHTING_KEYS = Table(
    "sighting_keys",
    METADATA,
    Column("day", Date, primary_key=True),
    # Two random UUIDs: 244 bits.
    Column(
        "key",
        Text,
        nullable=False,
        server_default=text("gen_random_uuid()::text || gen_random_uuid()::text"),
    ),
)
