"""Documentation that is derived: the table of layers, and who may do what."""

from collections.abc import Iterator
from pathlib import Path

from layers import CATALOGUE
from layers.core.access import EVERY_LAYER, EVERY_STAGE, GRANTS, Grant
from layers.core.layer import Layer
from layers.stages import Stage
from layers.standards import RuleValue
from layers.standards.values import VALUES

ROOT = Path(__file__).parent.parent
PLACES = {
    "layers": ROOT / "README.md",
    "access": ROOT / "docs" / "access.md",
    "standards": ROOT / "docs" / "standards.md",
}
"""Files with a derived table, by the name of the table's mark."""


def written(name: str) -> str:
    """The file of a derived table as it should stand: all that lies between the marks anew."""
    page = PLACES[name].read_text()
    opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, rest = page.split(opening, 1)
    after = rest.split(closing, 1)[1] if closing in rest else rest
    table = "\n".join(TABLES[name]())
    return f"{before}{opening}\n{table}\n{closing}{after}"


def layer_table() -> Iterator[str]:
    yield "| layer | 图层 | what | shape | written | public |"
    yield "|---|---|---|---|---|---|"
    for layer in CATALOGUE.values():
        private = len(layer.attributes.model_fields) - len(layer.public_fields)
        hidden = f", {private} private" if private else ""
        public = f"yes{hidden}" if layer.public else "no"
        yield (
            f"| `{layer.name}` | {layer.title.zh} | {layer.description.en} | {_shape(layer)} "
            f"| {layer.writing.value} | {public} |"
        )


def access_table() -> Iterator[str]:
    yield (
        "| role | 角色 | internal rows | writes, and sees the private attributes of | publishes "
        "| advances to | plans |"
    )
    yield "|---|---|---|---|---|---|---|"
    for role, grant in GRANTS.items():
        reads = "in scope" if grant.reads_internal else "none"
        publishes = "yes" if grant.publishes else "no"
        yield (
            f"| {role.label.en} | {role.label.zh} | {reads} | {_written(grant)} | {publishes} "
            f"| {_advanced(grant)} | {_planned(grant)} |"
        )


def _written(grant: Grant) -> str:
    if grant.writes != EVERY_LAYER:
        return ", ".join(sorted(grant.writes)) or "nothing"
    spared = ", ".join(sorted(grant.spares))
    return f"every layer but {spared}" if spared else "every layer"


def _advanced(grant: Grant) -> str:
    if grant.advances == EVERY_STAGE:
        return "every stage"
    return ", ".join(stage for stage in Stage if stage in grant.advances) or "none"


def _planned(grant: Grant) -> str:
    if grant.plans:
        return "saves, adopts"
    return "reads" if grant.reads_plans else "no"


def standards_table() -> Iterator[str]:
    yield "| rule | 规则 | value | source | clause | since | status |"
    yield "|---|---|---|---|---|---|---|"
    for value in VALUES:
        review = ", needs review" if value.needs_review else ""
        yield (
            f"| `{value.code}` {value.version} | {value.title.zh} | {_amount(value)} "
            f"| {value.source} | {value.clause} | {value.effective_from} "
            f"| {value.status.label.en}{review} |"
        )


TABLES = {"layers": layer_table, "access": access_table, "standards": standards_table}


def _amount(value: RuleValue) -> str:
    if not value.steps:
        return f"{value.value} {value.unit}"
    bounds = [*(f"≤ {step.above:g} m" for step in value.steps[1:]), "above"]
    steps = zip(bounds, value.steps, strict=True)
    radii = ", ".join(f"{bound}: {step.value:g} {value.unit}" for bound, step in steps)
    return f"from {value.steps[0].above:g} m; {radii}"


def _shape(layer: Layer) -> str:
    if layer.geometry is None:
        return "ledger"
    kinds = " / ".join(sorted(layer.geometry.accepts))
    return kinds if layer.geometry_required else f"{kinds}, may lack"
