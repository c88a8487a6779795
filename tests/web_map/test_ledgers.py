"""The workspace's table of ledgers speaks of layers that there are, and has a place for whatever a
gate may ask for."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from layers import CATALOGUE
from layers.core.layer import Layer

ROOT = Path(__file__).parents[2]
COMMUNITY = ROOT / "web_map" / "src" / "street" / "community"
LEDGERS = (COMMUNITY / "ledger" / "ledgers.ts").read_text()
OWNERS = (COMMUNITY / "ledger" / "owners.ts").read_text()
SUPPLY = (COMMUNITY / "gates" / "supply.ts").read_text()

LINES = {
    match["layer"]: match[0]
    for match in re.finditer(r"^  \{ layer: '(?P<layer>\w+)'.*$", LEDGERS, re.MULTILINE)
}
each_line = pytest.mark.parametrize("name", LINES)


def listed(line: str, key: str) -> list[str]:
    found = re.search(rf"\b{key}: \[(.*?)\]", line)
    return re.findall(r"'(\w+)'", found[1]) if found else []


@each_line
def test_a_ledger_shows_what_its_layer_has(name: str) -> None:
    layer, line = CATALOGUE[name], LINES[name]
    sort = re.search(r"sort: '-?(\w+)'", line)
    assert layer.geometry is None or not layer.geometry_required
    assert sort
    shown = {
        sort[1],
        *(each for key in ("columns", "leaves", "totals") for each in listed(line, key)),
    }
    assert shown <= layer.fields.keys()


@each_line
def test_a_ledger_asks_for_all_that_its_layer_demands(name: str) -> None:
    fields = CATALOGUE[name].attributes.model_fields
    demanded = {field for field, info in fields.items() if info.is_required()}
    assert demanded.isdisjoint(listed(LINES[name], "leaves"))


@each_line
def test_rows_are_found_by_the_way_their_scope_is(name: str) -> None:
    """Through the same owners as the service, up to a community."""
    ways = dict(re.findall(r"^  (\w+): \{ field: '(\w+)'", OWNERS, re.MULTILINE))
    assert way_up(CATALOGUE[name], ways) == way_up(CATALOGUE[name])


def way_up(layer: Layer, ways: dict[str, str] | None = None) -> list[str]:
    field = layer.owner if ways is None else ways.get(layer.name, "community")
    assert field is not None
    if field == "community":
        return [field]
    return [field, *way_up(CATALOGUE[layer.refs[field].layer], ways)]


def supplies() -> Iterator[tuple[str, str | None]]:
    """Every layer, and the attribute in it, that a gate may say to supply something in."""
    for path in (ROOT / "layers" / "gates").glob("*.py"):
        tree = ast.parse(path.read_text())
        own = {
            target.id: node.value.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Supply":
                layer, field, *_ = [*node.args, None]
                yield said(layer, own), said(field, own) or None


def said(node: ast.expr | None, own: Mapping[str, object]) -> str:
    if isinstance(node, ast.Name):
        return str(own.get(node.id, ""))
    return str(node.value) if isinstance(node, ast.Constant) else ""


def test_whatever_a_gate_asks_for_has_a_place() -> None:
    asked = set(supplies())
    assert len(asked) > 10
    for layer, field in asked:
        # The reason of a suspension is asked for where the gate itself is.
        assert layer in LINES or layer == "stage_changes"
        assert field is None or field in CATALOGUE[layer].fields


def test_items_that_are_led_elsewhere_are_items_of_a_gate() -> None:
    sources = "".join(path.read_text() for path in (ROOT / "layers" / "gates").glob("*.py"))
    codes = re.findall(r"'([a-z]+\.[a-z]+)'", SUPPLY)
    assert codes
    for code in codes:
        assert f'"{code}"' in sources


def test_what_a_form_begins_with_is_a_value_of_the_layer() -> None:
    begins = re.findall(r"'(\w+)\.\w+': \['(\w+)', '(\w+)'\]", SUPPLY)
    layers = {"acceptance": "acceptances", "survey": "surveys"}
    assert begins
    for subject, field, value in begins:
        kind = CATALOGUE[layers[subject]].attributes.model_fields[field].annotation
        assert isinstance(kind, type)
        assert value in {str(term) for term in kind}
