"""Documentation tells the truth: derived tables are current, links lead somewhere, examples run."""

import doctest
import importlib
import re
from pathlib import Path

import pytest

from gis_service import documenting
from gis_service.__main__ import COMMANDS, GROUPS
from layers import CATALOGUE

ROOT = documenting.ROOT
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "data" / "README.md"])


@pytest.mark.parametrize("name", documenting.PLACES)
def test_derived_tables_are_current(name: str) -> None:
    assert documenting.PLACES[name].read_text() == documenting.written(name), "./onemap document"


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_layer_has_its_row(name: str) -> None:
    assert f"| `{name}` |" in (ROOT / "README.md").read_text()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_to_files(path: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text()):
        if "://" not in link:
            assert (path.parent / link).exists(), link


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_commands_that_are_told_of_exist(path: Path) -> None:
    for command in re.findall(r"\./onemap ([a-z]+)", path.read_text()):
        assert command in {*COMMANDS, *GROUPS}, command


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_both_readmes_name_the_two_commands(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "./onemap demo" in text
    assert "./onemap test" in text


@pytest.mark.parametrize(
    "name", ["gis_service.identity.areas", "layers.core.search", "layers.core.text"]
)
def test_examples_in_docstrings_run(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert tried
    assert not failed
