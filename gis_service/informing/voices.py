"""What residents wished for, whom they planned with, and what was learned from others."""

from datetime import date

from pydantic import Field

from gis_service.informing.model import Model


class WishItem(Model):
    """The newest poll on an item of the scope menu; `planned` is whether it is among the works."""

    category: str
    on: date
    households_asked: int
    households_wanting: int
    planned: bool


class DesignVisitItem(Model):
    on: date
    profession: str
    firm: str | None
    place: str
    residents: int
    outcome: str


class PracticeItem(Model):
    title: str
    origin: str
    link: str | None = Field(description="Where it was published.")
    learned: str
    adopted_on: date
    result: str | None
