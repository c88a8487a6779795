"""Stages in SQL."""

from layers.stages import Stage, has_passed


def past(gate: Stage) -> str:
    """The stages that stand on what the gate asked for, as the list of an `IN (…)`."""
    return ", ".join(f"'{stage.value}'" for stage in Stage if has_passed(stage, gate))
