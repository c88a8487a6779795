"""Who asks for what a check demands, since when, and how sure we are of it."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from layers.standards import RuleValue, Status

_WHOLE = "—"
"""Stands for a clause where a source has none."""


@dataclass(frozen=True, slots=True)
class Citation:
    code: str
    version: str
    source: str
    clause: str
    effective_from: date
    status: Status

    @classmethod
    def of(cls, rule: RuleValue) -> Self:
        return cls(
            rule.code, rule.version, rule.source, rule.clause, rule.effective_from, rule.status
        )

    def __str__(self) -> str:
        return self.source if self.clause == _WHOLE else f"{self.source} {self.clause}"


NOTICE = Citation(
    "site-conduct", "2022-81", "赣建办文〔2022〕81号", "N(七)", date(2022, 6, 22), Status.VERIFIED
)
FIRE_LAW = Citation(
    "fire-law", "2021", "《中华人民共和国消防法》", "第28条", date(2021, 4, 29), Status.VERIFIED
)
GOOD_PRACTICE = Citation(
    "good-practice", "1", "平台默认值 (platform default)", _WHOLE, date(2022, 6, 22), Status.MEMORY
)
