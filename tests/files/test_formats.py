from pathlib import Path

import pytest

from gis_service.files import formats
from gis_service.files.errors import FileRefused
from gis_service.files.limits import Limits


def refusal(path: Path) -> FileRefused:
    with pytest.raises(FileRefused) as caught:
        formats.proven(path)
    return caught.value


def test_an_unknown_suffix_names_the_known_ones(tmp_path: Path) -> None:
    refused = refusal(tmp_path / "plan.dwg")
    assert refused.problems[0].code == "file.suffix"
    assert ".gpkg" in refused.detail.en


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.gpkg").problems[0].code == "file.missing"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.geojson"
    path.touch()
    assert refusal(path).problems[0].code == "file.empty"


@pytest.mark.parametrize("format", formats.FORMATS)
def test_garbage_is_no_format_but_text(format: formats.Format, tmp_path: Path) -> None:
    path = tmp_path / f"garbage{format.suffix}"
    path.write_bytes(b"\0\1\2 garbage" * 100)
    assert refusal(path).problems[0].code == "file.content"


def test_a_wrong_suffix_is_said_with_what_the_content_looks_like(tmp_path: Path) -> None:
    path = tmp_path / "really.gpkg"
    path.write_bytes(b'{"type": "FeatureCollection", "features": []}')
    refused = refusal(path)
    assert "GeoPackage" in refused.detail.zh
    assert "looks like GeoJSON" in refused.detail.en


def test_a_file_over_the_limit_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.csv"
    path.write_text("a,b\n1,2\n")
    monkeypatch.setattr(formats, "LIMITS", Limits(text_bytes=4))
    assert refusal(path).problems[0].code == "file.too_large"


def test_the_documentation_has_a_row_for_each_format() -> None:
    page = (Path(__file__).parents[2] / "docs" / "files.md").read_text(encoding="utf-8")
    table = page.partition("<!-- formats -->")[2].partition("<!-- /formats -->")[0]
    for format in formats.FORMATS:
        assert f"`{format.suffix}`" in table
