"""What a check answers: one of three results, how grave, who asks for it, and where to look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from shapely.geometry.base import BaseGeometry

from layers.core.rules import Problem, Severity
from layers.core.text import Term, Text
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.citations import Citation
from layers.safety.scene import Id, SafetyException


class Result(Term):
    COMPLIANT = "compliant", "符合", "Compliant"
    NOT_COMPLIANT = "not_compliant", "不符合", "Not compliant"
    CANNOT_TELL = "cannot_tell", "无法判断", "Cannot tell"


class _Named(Protocol):
    @property
    def id(self) -> Id: ...


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that a finding is about. `kind` is the word for one of its layer."""

    kind: str
    id: Id
    name: str = ""


def subjects(kind: str, things: Iterable[_Named]) -> tuple[Subject, ...]:
    return tuple(Subject(kind, thing.id, getattr(thing, "name", "")) for thing in things)


@dataclass(frozen=True, slots=True)
class Finding:
    """`values` are metres, square metres (`_m2`) and minutes (`_min`); `geometry` is in the
    coordinates of the scene. `exception` is what the finding was accepted for, if it was."""

    check: SafetyCheck
    result: Result
    severity: Severity
    message: Text
    citation: Citation
    values: Mapping[str, float] = field(default_factory=dict)
    subjects: tuple[Subject, ...] = ()
    geometry: BaseGeometry | None = None
    exception: SafetyException | None = None

    def shown(self, geometry: BaseGeometry | None) -> "Finding":
        return replace(self, geometry=geometry)

    @property
    def problem(self) -> Problem:
        """The finding as a reason to refuse. It is mended by drawing where it has a place."""
        return Problem(
            f"safety.{self.check}",
            self.message,
            None if self.geometry is None else "geometry",
            str(self.citation),
            self.severity,
            self.geometry,
        )


def compliant(
    check: SafetyCheck,
    citation: Citation,
    message: Text,
    values: Mapping[str, float] | None = None,
    about: tuple[Subject, ...] = (),
    geometry: BaseGeometry | None = None,
) -> Finding:
    return Finding(
        check, Result.COMPLIANT, Severity.INFO, message, citation, values or {}, about, geometry
    )


def cannot_tell(
    check: SafetyCheck,
    citation: Citation,
    missing: Text,
    about: tuple[Subject, ...] = (),
    geometry: BaseGeometry | None = None,
) -> Finding:
    """`missing` says what would have to be recorded."""
    message = Text("无法判断:缺少{missing}。", "Cannot tell: {missing} missing.")
    return Finding(
        check,
        Result.CANNOT_TELL,
        Severity.MINOR,
        message.format(missing=missing),
        citation,
        {},
        about,
        geometry,
    )


def verdict(findings: Iterable[Finding]) -> Result:
    """The worst of all: an unanswered question outweighs every answer but a bad one."""
    results = {finding.result for finding in findings}
    for worst in (Result.NOT_COMPLIANT, Result.CANNOT_TELL):
        if worst in results:
            return worst
    return Result.COMPLIANT
