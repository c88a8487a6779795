"""Answers of the safety engine: geometries as GeoJSON, words in the client's language."""

from datetime import date
from typing import Any

from pydantic import BaseModel, SerializerFunctionWrapHandler, model_serializer
from shapely.geometry import mapping

from gis_service.checking import Proposal
from layers.core.rules import Severity
from layers.core.text import Language
from layers.ledgers.exceptions import SafetyCheck
from layers.safety import finding as safety
from layers.safety.citations import Citation
from layers.safety.finding import Result
from layers.safety.scene import Id, SafetyException
from layers.standards import Status

Geometry = dict[str, Any]


class Cited(BaseModel):
    """A version of a rule, and how sure we are of it."""

    code: str
    version: str
    source: str
    clause: str
    effective_from: date
    status: Status

    @classmethod
    def of(cls, citation: Citation) -> "Cited":
        return cls(**{name: getattr(citation, name) for name in cls.model_fields})


class Subject(BaseModel):
    """What a finding is about; `name` is told where it has one."""

    kind: str
    id: Id
    name: str = ""

    @model_serializer(mode="wrap")
    def _told(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: value for key, value in written(self).items() if key != "name" or value}


class Excuse(BaseModel):
    """Why a finding stands, who answers for it, and until when."""

    reason: str
    approver: str
    ends: date

    @classmethod
    def of(cls, exception: SafetyException) -> "Excuse":
        return cls(reason=exception.reason, approver=exception.approver, ends=exception.ends)


class Finding(BaseModel):
    check: SafetyCheck
    result: Result
    severity: Severity
    message: str
    citation: Cited
    values: dict[str, float]
    subjects: list[Subject]
    geometry: Geometry | None
    exception: Excuse | None

    @classmethod
    def of(cls, found: safety.Finding, language: Language) -> "Finding":
        return cls(
            check=found.check,
            result=found.result,
            severity=found.severity,
            message=found.message[language],
            citation=Cited.of(found.citation),
            values=dict(found.values),
            subjects=[Subject(kind=s.kind, id=s.id, name=s.name) for s in found.subjects],
            geometry=None if found.geometry is None else mapping(found.geometry),
            exception=None if found.exception is None else Excuse.of(found.exception),
        )


class Findings(BaseModel):
    """`may_publish` is false while something grave stands without an exception."""

    verdict: Result
    may_publish: bool
    findings: list[Finding]


class Proposed(BaseModel):
    perimeter: Geometry
    radius_m: float
    rule: Cited

    @classmethod
    def of(cls, proposal: Proposal) -> "Proposed":
        return cls(
            perimeter=mapping(proposal.perimeter),
            radius_m=proposal.radius_m,
            rule=Cited.of(proposal.rule),
        )
