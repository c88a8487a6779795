"""Files broken at random are read or refused; nothing else ever comes of them."""

import shutil
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gis_service.files.errors import FileRefused
from gis_service.files.read import read
from gis_service.files.reading import Reading
from tests.files.made import frame, shapefile

BROKEN = ["a.gpkg", "a.fgb", "a.geojson", "a.csv", "a.xlsx", "a.zip", "a.shp", "a.shx", "a.dbf"]
BREAKS = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4)), min_size=1)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a sound file of each format."""
    folder = tmp_path_factory.mktemp("whole")
    made = frame({"名称": ["南昌", "上高", "宜春"], "n": [1, 2, 3]})
    for name in ("a.gpkg", "a.fgb", "a.geojson"):
        made.to_file(folder / name)
    shapefile(folder / "a.shp", made)
    with ZipFile(folder / "a.zip", "w") as archive:
        for name in ("a.shp", "a.shx", "a.dbf", "a.prj"):
            archive.write(folder / name, name)
    (folder / "a.csv").write_text("名称,经度,纬度\n南昌,115.9,28.7\n", encoding="gbk")
    book = openpyxl.Workbook()
    book.worksheets[0].append(["名称", "x"])
    book.worksheets[0].append(["南昌", 1])
    book.save(folder / "a.xlsx")
    return folder


@pytest.mark.parametrize("name", BROKEN)
@given(breaks=BREAKS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_broken_file_is_read_or_refused(
    name: str, breaks: list[tuple[float, bytes]], whole: Path, tmp_path: Path
) -> None:
    for part in ("a.shp", "a.shx", "a.dbf"):
        shutil.copy(whole / part, tmp_path)
    data = bytearray((whole / name).read_bytes())
    for where, piece in breaks:
        at = int(where * len(data))
        data[at : at + len(piece)] = piece[::-1]
    (tmp_path / name).write_bytes(data)
    path = tmp_path / ("a.shp" if Path(name).suffix in (".shp", ".shx", ".dbf") else name)
    with suppress(FileRefused):
        assert read(path, Reading()).rows > 0
