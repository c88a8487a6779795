from pathlib import Path

import pytest

from gis_service.embedded import Unavailable, apt
from gis_service.embedded.binaries import SYSTEM, Binaries, provide
from gis_service.embedded.unpacking import Shelf


def make(root: Path, major: int, *, postgis: bool = True) -> None:
    """The few files by which a PostgreSQL with PostGIS is recognised."""
    server = root / f"usr/lib/postgresql/{major}/bin/postgres"
    control = root / f"usr/share/postgresql/{major}/extension/postgis.control"
    for file in (server, *([control] if postgis else [])):
        file.parent.mkdir(parents=True)
        file.touch()


@pytest.fixture
def without_apt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt, "available", lambda: False)


def provided(wanted: int | None, cache: Path, system: Path) -> Binaries:
    return provide(wanted, Shelf(cache), lambda line: None, system=system)


def test_the_highest_version_with_postgis_is_taken(tmp_path: Path) -> None:
    make(tmp_path, 9)
    make(tmp_path, 15)
    make(tmp_path, 17, postgis=False)
    assert provided(None, tmp_path / "cache", tmp_path) == Binaries(tmp_path, 15)


def test_a_cluster_keeps_its_version(tmp_path: Path) -> None:
    make(tmp_path, 15)
    make(tmp_path, 17)
    assert provided(15, tmp_path / "cache", tmp_path).major == 15


def test_an_unpacked_version_brings_its_libraries(tmp_path: Path) -> None:
    root = tmp_path / "cache/postgis-16"
    make(root, 16)
    found = provided(None, tmp_path / "cache", tmp_path / "bare")
    assert str(root) in found.environment["LD_LIBRARY_PATH"]
    assert "LD_LIBRARY_PATH" not in Binaries(SYSTEM, 16).environment


@pytest.mark.usefixtures("without_apt")
def test_nothing_found_and_no_apt_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="ONEMAP_DATABASE_URL") as told:
        provided(None, tmp_path, tmp_path)
    assert "\n" not in str(told.value)
