"""The report of an import: the verdicts on the file, what became of each column and each row."""

from collections import Counter
from dataclasses import dataclass, field, replace

from layers.core.rules import Problem
from layers.core.text import Term, Text


class Result(Term):
    ACCEPTED = "accepted", "接受", "accepted"
    REPAIRED = "repaired", "修复后接受", "accepted, repaired"
    REFUSED = "refused", "拒绝", "refused"


@dataclass(slots=True)
class Row:
    """One row, by the number that people see. It grows as the checks go over it."""

    number: int
    repairs: list[Text] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def result(self) -> Result:
        if self.problems:
            return Result.REFUSED
        return Result.REPAIRED if self.repairs else Result.ACCEPTED


@dataclass(frozen=True, slots=True)
class Column:
    """What became of a column: the attribute it fills, or none, and why."""

    column: str
    attribute: str | None
    why: Text


@dataclass(frozen=True, slots=True)
class Position:
    """The verdict on the coordinates."""

    crs: str
    swapped_axes: bool
    how: Text
    places: tuple[str, ...]
    warnings: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Report:
    source: str
    format: str
    layer: str
    encoding: str
    encoding_how: Text
    position: Position | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()
    written: int = 0

    def counted(self) -> Counter[Result]:
        return Counter(row.result for row in self.rows)

    def wrote(self, count: int) -> "Report":
        return replace(self, written=count)
