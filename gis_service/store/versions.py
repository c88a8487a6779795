"""Which PostgreSQL and PostGIS answer, for the operator."""

from sqlalchemy import Connection, text

_VERSIONS = text(
    "SELECT current_setting('server_version') AS postgresql, postgis_lib_version() AS postgis,"
    " postgis_geos_version() AS geos, split_part(postgis_proj_version(), ' ', 1) AS proj,"
    " pg_size_pretty(pg_database_size(current_database())) AS size"
)


def versions(connection: Connection) -> dict[str, str]:
    """By the name of the part; `size` is that of the database."""
    return dict(connection.execute(_VERSIONS).mappings().one())
