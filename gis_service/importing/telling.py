"""The report of an import, and why there is none, as JSON: in both languages, for any reader."""

from dataclasses import asdict
from typing import Any

from gis_service.errors import GisError
from gis_service.files.errors import Undecided
from gis_service.importing.report import Report, Result, Row
from layers.core.rules import Problem

Json = dict[str, Any]


def told(report: Report) -> Json:
    """The whole report, every row in it."""
    counts = report.counted()
    return asdict(report) | {
        "counts": {result.value: counts[result] for result in Result},
        "rows": [_row(row) for row in report.rows],
    }


def refusal(error: GisError) -> Json:
    """Why the file as a whole was not taken, and the answers to choose from, if that is all."""
    choices = error.choices if isinstance(error, Undecided) else []
    return {
        "refused": asdict(error.detail),
        "problems": [_problem(problem) for problem in error.problems],
        "choices": [asdict(choice) for choice in choices],
    }


def _row(row: Row) -> Json:
    return {
        "row": row.number,
        "result": row.result.value,
        "repairs": [asdict(text) for text in row.repairs],
        "notes": [asdict(text) for text in row.notes],
        "problems": [_problem(problem) for problem in row.problems],
    }


def _problem(problem: Problem) -> Json:
    return {
        "code": problem.code,
        "field": problem.field,
        "message": asdict(problem.message),
        "citation": problem.citation,
        "severity": problem.severity.value,
    }
