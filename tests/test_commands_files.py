"""`onemap import`, `export` and `map` as an operator types them."""

import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from sqlalchemy import text

from gis_service.__main__ import main
from gis_service.store.database import Database
from tests.files.made import frame
from tests.importing.made import COUNTY, county

Onemap = Callable[..., int]


@pytest.fixture
def onemap(database: Database, monkeypatch: pytest.MonkeyPatch) -> Onemap:
    """Runs a command on a database with one county in it; answers its exit code."""
    with database.staff.begin() as connection:
        connection.execute(text("DELETE FROM onemap.buildings"))
        connection.execute(text("DELETE FROM onemap.divisions"))
        county(connection, COUNTY)
    monkeypatch.setattr(
        "gis_service.commands.database._urls", lambda *_, **__: nullcontext(database.urls)
    )
    # The test's own SIGTERM handling stays.
    monkeypatch.setattr("signal.signal", lambda *_: None)

    def run(*arguments: str | Path) -> int:
        monkeypatch.setattr("sys.argv", ["onemap", *map(str, arguments)])
        return main()

    return run


@pytest.fixture
def footprints(tmp_path: Path) -> Path:
    path = tmp_path / "楼.gpkg"
    frame({"楼号": ["1", "[bold]2", "3"], "层数": [6, 7, 8]}).to_file(path)
    return path


def test_dry_run_apply_export_and_again(
    onemap: Onemap, footprints: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert onemap("import", footprints, "--layer", "buildings") == 0
    assert "dry run" in capsys.readouterr().out
    assert onemap("import", footprints, "--layer", "buildings", "--apply") == 0
    assert "written: 3" in capsys.readouterr().out
    out = tmp_path / "out.csv"
    assert onemap("export", "--layer", "buildings", "--filter", "floors > 6", out) == 0
    assert "2 行 rows" in capsys.readouterr().out
    assert "[bold]2" in out.read_text("utf-8-sig")
    assert onemap("import", footprints, "--layer", "buildings", "--apply") == 1
    assert "nothing was written" in capsys.readouterr().err


def test_the_report_as_json(
    onemap: Onemap, footprints: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert onemap("import", footprints, "--layer", "buildings", "--set", "floors=0", "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"accepted": 3, "repaired": 0, "refused": 0}
    assert report["position"]["places"] == ["上高县 360923"]
    assert [row["row"] for row in report["rows"]] == [1, 2, 3]


def test_a_question_names_the_answers_on_one_line(
    onemap: Onemap, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "points.csv"
    path.write_text("lon,lat\n114.92,28.23\n")
    assert onemap("import", path, "--layer", "reports", "--json") == 1
    said = capsys.readouterr()
    [line] = said.err.splitlines()
    assert "--crs gcj02" in line
    choices = [choice["options"] for choice in json.loads(said.out)["choices"]]
    assert choices == [{"crs": "EPSG:4490"}, {"crs": "gcj02"}, {"crs": "bd09"}]


@pytest.mark.parametrize(
    ("arguments", "code", "part"),
    [
        (["--layer", "roofs"], 2, "roofs"),
        (["--layer", "buildings", "--crs", "mars"], 2, "mars"),
        (["--layer", "buildings", "--map", "floors"], 2, "--map field=column"),
        (["--layer", "buildings", "--map", "roof=楼号"], 2, "roof"),
        (["--layer", "buildings", "--visibility", "secret"], 2, "--visibility"),
        (["--layer", "buildings", "--crs", "EPSG:4548"], 1, "outside every division"),
        (["--layer", "stage_changes"], 1, "stage gate"),
    ],
)
def test_errors_are_one_line(
    arguments: list[str],
    code: int,
    part: str,
    onemap: Onemap,
    footprints: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert onemap("import", footprints, *arguments) == code
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("onemap: ")
    assert part in line


def test_rows_that_are_refused_fail_a_dry_run_too(
    onemap: Onemap, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "楼.gpkg"
    frame({"层数": [6, 999, 8]}).to_file(path)
    assert onemap("import", path, "--layer", "buildings") == 1
    assert onemap("import", path, "--layer", "buildings", "--apply", "--skip-refused") == 1
    assert "written: 2" in capsys.readouterr().out


def test_a_map_without_communities_is_said(
    onemap: Onemap, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert onemap("map", tmp_path / "map.html") == 1
    assert "no communities" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("arguments", "code", "part"),
    [
        (["--layer", "buildings", "out.dwg"], 1, ".gpkg"),
        (["--layer", "works", "out.shp"], 1, "no shape"),
        (["--layer", "buildings", "--bbox", "1,2", "out.csv"], 2, "--bbox"),
        (["--layer", "buildings", "--filter", "roof = 1", "out.csv"], 2, "roof"),
        (["--layer", "buildings", "--titles", "fr", "out.csv"], 2, "--titles"),
        (["--layer", "households", "--public", "out.csv"], 2, "households"),
    ],
)
def test_exports_that_cannot_be(
    arguments: list[str],
    code: int,
    part: str,
    onemap: Onemap,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert onemap("export", *arguments) == code
    assert part in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []
