"""Publishing on a condition: what must hold of a row before people are told to rely on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shapely import equals_exact

from layers.core.rules import Feature
from layers.core.text import Term

_SAME_DEGREES = 1e-7
"""A centimetre, the last digit that a shape is read with: sent back, it is still the same."""


class Condition(Term):
    SAFE = "safe", "通过安全检查", "Found safe"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyIf:
    """A row of the layer is published only if a condition holds, while it is `in_force`.

    The condition is decided by the shape, by the attributes `on`, and by the time between
    `starts` and `ends`.
    """

    condition: Condition
    in_force: Callable[[Any], bool]
    on: tuple[str, ...]
    starts: str
    ends: str

    def asked_of(self, before: Feature | None, after: Feature | None) -> bool:
        """Whether a change asks for the condition. Each side is as the public sees it, if it does.

        Who confirms, suspends, shortens or lifts is never held up: it closes nothing more.
        """
        if after is None or not self.in_force(after.attributes):
            return False
        if before is None or not self.in_force(before.attributes):
            return True
        was, is_ = before.attributes, after.attributes
        return not (
            all(getattr(was, name) == getattr(is_, name) for name in self.on)
            and equals_exact(before.geometry, after.geometry, _SAME_DEGREES, normalize=True)
            and getattr(was, self.starts) <= getattr(is_, self.starts)
            and getattr(is_, self.ends) <= getattr(was, self.ends)
        )
