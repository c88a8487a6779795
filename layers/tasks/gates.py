"""The way into the next stage: open, one item short, or blocked by evidence that has lapsed."""

from collections.abc import Iterator

from layers.core.text import Text
from layers.gates import Gate
from layers.gates.item import Item
from layers.ledgers import stage_changes
from layers.tasks.affairs import Affairs
from layers.tasks.task import Task

_BY_ITSELF = frozenset(
    {"publicity.running", "management.later", "decision.open", "works.unfinished"}
)
"""What is missing only until its day comes."""
_SURVEYS = frozenset({"survey.few"})
"""What has a kind of its own, with a deadline."""


def lapsed(affairs: Affairs) -> Iterator[Task]:
    for item in affairs.lapses:
        yield _supplying(item, affairs, item.message)


def can_advance(affairs: Affairs) -> Iterator[Task]:
    for gate in affairs.gates:
        if gate.is_open:
            stage = gate.to.label
            yield Task(
                Text(
                    "依据已齐,可推进到“{stage}”。",
                    "All evidence is there: it can be advanced to '{stage}'.",
                ).format(stage=stage),
                gate.met[-1].article,
                stage_changes.LAYER.name,
                field="stage",
                to=gate.to,
            )


def one_short(affairs: Affairs) -> Iterator[Task]:
    fallen = {item.code for item in affairs.lapses}
    for gate in affairs.gates:
        if len(gate.missing) == 1 and gate.missing[0].code not in fallen | _BY_ITSELF | _SURVEYS:
            [item] = gate.missing
            message = Text(
                "距“{stage}”只差一项:{item}", "One item short of '{stage}': {item}"
            ).format(stage=gate.to.label, item=item.message)
            yield _supplying(item, affairs, message, gate)


def _supplying(item: Item, affairs: Affairs, message: Text, gate: Gate | None = None) -> Task:
    assert item.supply is not None
    return Task(
        message,
        item.article,
        item.supply.layer,
        due=affairs.lapsed_from if gate is None else None,
        field=item.supply.field,
        row=item.supply.id,
        to=None if gate is None else gate.to,
    )
