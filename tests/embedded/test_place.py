"""Where the cluster goes, and the data directories that are refused."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gis_service import embedded
from gis_service.embedded.initdb import initdb
from gis_service.embedded.place import OUTSIDE, Place
from tests.embedded.launcher import launched

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has another user's database")


@pytest.fixture
def closed(data_dir: Path) -> Iterator[Path]:
    """A data directory like one below /root: the user of the database cannot enter it."""
    directory = data_dir / "closed" / "data"
    directory.mkdir(parents=True)
    directory.parent.chmod(0o700)
    yield directory
    place = embedded.existing(directory)
    if place:
        shutil.rmtree(place.directory)


@as_root
def test_the_cluster_moves_where_its_user_can_enter(closed: Path) -> None:
    for _ in range(2):
        with embedded.running(closed, durable=False) as cluster:
            assert OUTSIDE in cluster.sockets.parents
    assert (closed / "cluster").resolve() == cluster.sockets.parent


@as_root
def test_who_removes_the_data_directory_begins_anew(closed: Path) -> None:
    with embedded.running(closed, durable=False) as first:
        pass
    shutil.rmtree(closed)
    with embedded.running(closed, durable=False) as second:
        assert second.sockets != first.sockets
    shutil.rmtree(first.sockets.parent)


def test_a_long_path_gets_a_short_socket(data_dir: Path) -> None:
    deep = data_dir / ("long" * 20) / ("longer" * 10)
    with embedded.running(deep, durable=False) as cluster:
        assert cluster.sockets.parent == Path("/tmp")
        cluster.superuser().close()
    cluster.sockets.rmdir()


def test_a_socket_directory_of_somebody_else_is_not_trusted(data_dir: Path) -> None:
    deep = data_dir / ("long" * 20) / ("longer" * 10)
    sockets = Place(deep / "cluster").sockets
    sockets.mkdir(mode=0o777)
    sockets.chmod(0o777)
    try:
        with pytest.raises(embedded.Unavailable, match="not private"), embedded.running(deep):
            pass
    finally:
        sockets.rmdir()


@as_root
def test_a_data_directory_of_another_is_refused(data_dir: Path) -> None:
    os.chown(data_dir, 65534, 65534)
    with pytest.raises(embedded.Unavailable, match="belongs to nobody"), embedded.running(data_dir):
        pass


@as_root
def test_an_ordinary_user_runs_the_cluster_as_himself(data_dir: Path) -> None:
    os.chown(data_dir, 65534, 65534)
    with launched(data_dir, "nobody") as launcher:
        assert launcher.place.data.stat().st_uid == 65534
        assert Path(f"/proc/{launcher.postmaster}").stat().st_uid == 65534


def test_a_file_is_no_data_directory(data_dir: Path) -> None:
    (data_dir / "file").touch()
    for wrong in ("file", "file/below"):
        with (
            pytest.raises(embedded.Unavailable, match="Data directory"),
            embedded.running(data_dir / wrong),
        ):
            pass


def test_a_full_disk_is_told_before_anything_is_written(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(initdb.__globals__, "LEAST_FREE_MB", 1 << 30)
    with pytest.raises(embedded.Unavailable, match="is full"), embedded.running(data_dir):
        pass
