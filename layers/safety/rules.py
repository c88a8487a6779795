"""The rule values that hold on a day, with those that the asker set for the occasion."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from layers.safety.citations import Citation
from layers.standards import RuleValue, in_force
from layers.standards.values import VALUES


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked for, in metres, and by whom."""

    metres: float
    citation: Citation


@dataclass(frozen=True)
class Rules:
    """Looks rule values up by code. `given` replaces values and leaves their citation."""

    on: date
    given: Mapping[str, float] = field(default_factory=dict)
    values: tuple[RuleValue, ...] = VALUES

    def __getitem__(self, code: str) -> Demand:
        rule = in_force(self.values, code, self.on)
        assert rule.value is not None
        return Demand(self.given.get(code, float(rule.value)), Citation.of(rule))

    def fall_radius(self, height_m: float) -> Demand:
        """0 m where the standard asks for none: below 2 m."""
        rule = in_force(self.values, "fall-radius", self.on)
        return Demand(rule.at(height_m) or 0.0, Citation.of(rule))
