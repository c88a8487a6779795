"""The shape of the house: what may know of what, and how big a room may be."""

import ast
import re
from pathlib import Path

import pytest

from layers import CATALOGUE

ROOT = Path(__file__).parent.parent
PACKAGES = ("layers", "gis_service", "web_map")
MODULES = sorted(
    path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if not {"versions", "node_modules"} & set(path.parts)
)
MAX_LINES = 300

KNOWS_LAYERS = {
    # Each indicator of performance is a question to one ledger.
    "gis_service/store/performance.py",
    # What is told of communities is the subject of these.
    "gis_service/store/schema/figures.py",
    "gis_service/store/overview.py",
    "gis_service/store/community_search.py",
    "gis_service/store/community_list.py",
    "gis_service/store/closures.py",
    "gis_service/store/cards.py",
    # A load adds up the figures of communities once, at its end.
    "gis_service/store/bulk.py",
    # What lies around a community is asked of all its layers at once.
    "gis_service/store/surroundings.py",
    "gis_service/surveying.py",
    "gis_service/checking.py",
    # What residents reported, as the desk that answers it lists it.
    "gis_service/store/report_desk.py",
    # Whose ground a perimeter closes.
    "gis_service/store/grounds.py",
    # The evidence on a community lies in many ledgers, and a stage is written by no other way.
    "gis_service/store/evidence.py",
    "gis_service/evidencing.py",
    # Planning: what communities are judged by.
    "gis_service/store/measures.py",
    "gis_service/store/scenario_tables.py",
    "gis_service/store/scenarios.py",
    "gis_service/ranking.py",
    "gis_service/selecting.py",
    # What is open in any ledger is asked of all of them at once.
    "gis_service/store/pending.py",
    # A file is proven against the counties that it may lie in.
    "gis_service/importing/locating.py",
}
"""Modules outside `layers/` that may name a layer, with the reason beside them."""

FREE_OF_NAMES = (
    "gis_service/demo/",
    "gis_service/informing/",
    "gis_service/presenting/",
    "gis_service/printing/",
    "web_map/",
)
"""Making demo data, and telling of communities on a page or a sheet, have the layers as their
subject."""


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_module_is_one_noun_of_a_readable_size(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_a_layer_is_named_only_where_it_is_declared_or_the_subject(path: Path) -> None:
    name = relative(path)
    if name.startswith(("layers/", *FREE_OF_NAMES)) or name in KNOWS_LAYERS:
        return
    named = {
        word
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for word in re.findall(r"[a-z_]+", node.value)
        if word in SPECIFIC_NAMES and node.value.strip() in SPECIFIC_NAMES
    }
    assert named == set(), f"{name} names {named}"


SPECIFIC_NAMES = set(CATALOGUE) - {"works", "sites", "exceptions"}
"""Names that are also plain words say nothing when they stand in a text."""


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_only_the_store_speaks_sql(path: Path) -> None:
    name = relative(path)
    if name.startswith(("gis_service/store/", "gis_service/migrations/", "gis_service/embedded/")):
        return
    source = path.read_text()
    assert not re.search(r"\b(SELECT|INSERT INTO|DELETE FROM|COPY)\b .*\b(FROM|INTO|\()", source)
    assert not re.search(r"from sqlalchemy import .*\b(select|text|insert|update|delete)\b", source)
