"""Evidence that a community has passed a gate on, and that stands no more.

A lapse is told wherever the community is, and blocks the next step; what was passed stays passed.
"""

from layers.gates import decision, organisation
from layers.gates.evidence import Evidence
from layers.gates.item import Item
from layers.stages import Stage, has_passed


def lapses(evidence: Evidence) -> list[Item]:
    """A vote has been carried out once the works are accepted: from then on it cannot run out,
    but it can still be reversed."""
    found: list[Item | None] = []
    if has_passed(evidence.stage, Stage.PLANNED):
        found.append(organisation.dissolved(evidence))
    if has_passed(evidence.stage, Stage.APPROVED):
        found.append(
            decision.lapsed(evidence, carried_out=has_passed(evidence.stage, Stage.ACCEPTED))
        )
    return [each for each in found if each is not None]
