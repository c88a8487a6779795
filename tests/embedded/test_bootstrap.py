import psycopg
import pytest
from psycopg import sql

from gis_service.embedded import Cluster
from gis_service.embedded.bootstrap import ROLES


def test_the_database_is_ready_for_the_service(cluster: Cluster) -> None:
    with cluster.superuser("onemap") as connection:
        tile = connection.execute("SELECT ST_AsMVT(t) FROM (SELECT ST_Point(1, 1)) t").fetchone()
        encoding = connection.execute("SHOW server_encoding").fetchone()
        checksums = connection.execute("SHOW data_checksums").fetchone()
    assert tile is not None
    assert (encoding, checksums) == (("UTF8",), ("on",))


@pytest.mark.parametrize("role", ROLES)
def test_no_role_of_the_service_is_a_superuser(cluster: Cluster, role: str) -> None:
    with psycopg.connect(
        host=str(cluster.sockets), user=role, dbname="onemap", autocommit=True
    ) as connection:
        assert connection.execute("SHOW is_superuser").fetchone() == ("off",)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(sql.SQL("CREATE ROLE intruder"))


def test_a_database_can_be_copied(cluster: Cluster) -> None:
    cluster.create_database("master")
    with cluster.superuser("master") as connection:
        connection.execute("CREATE TABLE marks AS SELECT 1 AS mark")
    cluster.create_database("copied", template="master")
    with cluster.superuser("copied") as connection:
        assert connection.execute("SELECT mark FROM marks").fetchall() == [(1,)]
    for name in ("copied", "master"):
        cluster.drop_database(name)
