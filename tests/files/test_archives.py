import stat
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from gis_service.files import archives
from gis_service.files.errors import FileRefused
from gis_service.files.limits import Limits


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.zip"


def refused(path: Path) -> str:
    with pytest.raises(FileRefused) as caught:
        archives.opened(path).close()
    return caught.value.detail.en


def test_a_bomb_is_known_by_its_ratio(path: Path) -> None:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.shp", bytes(20_000_000))
    assert "ratio" in refused(path)


@pytest.mark.parametrize("name", ["../a.shp", "/etc/a.shp", "x/../../a.shp", "C:\\a.shp"])
def test_an_entry_must_stay_inside(path: Path, name: str) -> None:
    with ZipFile(path, "w") as archive:
        archive.writestr(name, b"x")
    assert "outside" in refused(path)


def test_a_symbolic_link_is_refused(path: Path) -> None:
    link = ZipInfo("a.shp")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "link" in refused(path)


def test_too_many_entries_are_refused(path: Path) -> None:
    with ZipFile(path, "w") as archive:
        for number in range(Limits().zip_entries + 1):
            archive.writestr(f"{number}.shp", b"x")
    assert "Entries" in refused(path)


def test_a_directory_that_lies_about_sizes_is_found_out(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ZipFile(path, "w") as archive:
        archive.writestr("a.shp", b"x" * 1000)
    monkeypatch.setattr(archives, "LIMITS", Limits(zip_bytes=500))
    with ZipFile(path) as archive, pytest.raises(FileRefused, match="too much"):
        archives.unpack(archive, archive.infolist(), tmp_path)


def test_a_damaged_archive_is_refused(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + b"nonsense" * 20)
    assert "damaged" in refused(path)
