import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gis_service.commands import programs
from gis_service.embedded import Unavailable, apt
from gis_service.embedded.unpacking import Shelf


def silent(line: str) -> None:
    pass


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine on whose PATH there is nothing, seen by an ordinary user."""
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return tmp_path


def fake_unpacking(monkeypatch: pytest.MonkeyPatch, *files: str) -> None:
    def unpack(
        shelf: Shelf, packages: list[str], name: str, finish: Callable[[Path], None]
    ) -> None:
        for file in files:
            program = shelf.folder / name / file
            program.parent.mkdir(parents=True, exist_ok=True)
            program.write_text("#!/bin/sh\necho $PROJ_DATA\n")
            program.chmod(0o755)
        finish(shelf.folder / name)

    monkeypatch.setattr(apt, "available", lambda: True)
    monkeypatch.setattr(Shelf, "refresh", lambda shelf: None)
    monkeypatch.setattr(Shelf, "unpack", unpack)


def test_unpacked_programs_start_with_their_own_libraries(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_unpacking(monkeypatch, *programs.UNPACKED.values())
    (folder,) = programs.provide(Shelf(bare), silent)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    with os.popen(f"{folder}/ogrinfo") as said:
        assert said.read().strip() == str(Path(folder).parent / "usr/share/proj")


def test_a_package_that_brings_nothing_is_told(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_unpacking(monkeypatch, programs.UNPACKED["ogrinfo"])
    with pytest.raises(Unavailable, match="chromium"):
        programs.provide(Shelf(bare), silent)


def test_without_apt_the_packages_are_named(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt, "available", lambda: False)
    with pytest.raises(Unavailable, match="chromium fonts-noto-cjk gdal-bin"):
        programs.provide(Shelf(bare), silent)
