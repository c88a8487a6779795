"""The shapes of what the public is told. Amounts are yuan, shares 0 to 1, codes the terms'."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pydantic import Field

from gis_service.informing.consensus import PublicityItem, VoteItem
from gis_service.informing.model import Model
from gis_service.informing.voices import DesignVisitItem, PracticeItem, WishItem


class Bilingual(Model):
    zh: str
    en: str


class TermInfo(Model):
    value: str
    label: Bilingual


class AttributeInfo(Model):
    name: str
    title: Bilingual
    note: Bilingual
    unit: str | None
    terms: list[TermInfo] = Field(description="Values of a controlled vocabulary, else empty.")


class LayerInfo(Model):
    name: str
    title: Bilingual
    description: Bilingual
    geometry: str | None
    minzoom: int
    attributes: list[AttributeInfo]


class ThemeClass(Model):
    """One entry of a legend. A class of numbers holds `low` < value <= `high`."""

    value: str | None = Field(None, description="The term, for a theme of words.")
    low: float | None = None
    high: float | None = None
    color: str
    dark_color: str
    icon: str | None = None
    label: Bilingual
    count: int


class Theme(Model):
    """How communities are coloured by one attribute; `none` is the class without data."""

    name: str
    title: Bilingual
    attribute: str
    unit: str | None
    classes: list[ThemeClass]
    none: ThemeClass


class Catalogue(Model):
    """Titles, vocabularies and legends: everything the map says that is declared in a layer."""

    layers: list[LayerInfo]
    themes: list[Theme]
    map_approval: str = Field(description="审图号 of the public map, or empty.")
    data_source: str
    outside_basemap: bool = Field(description="Whether there is a raster basemap to lay below.")
    made_data: bool = Field(description="Whether the communities shown are made for a demo.")
    as_of: datetime | None = Field(description="Newest change of any public row.")


class Tally(Model):
    """The communities of an area, added up."""

    communities: int
    without_boundary: int
    phases: dict[str, int] = Field(description="Communities by public phase.")
    cancelled: int
    closures_today: int
    budget_cny: Decimal
    committed_cny: Decimal
    gap_cny: Decimal
    progress: float | None = Field(description="Mean of the works, weighted by budget.")


class DivisionTally(Tally):
    code: str
    name: str
    level: str = Field(description="province, city, county or street.")
    center: tuple[float, float] | None
    bbox: tuple[float, float, float, float] | None


class Overview(Model):
    """Tallies of the divisions one level below `within`, and of all of them together."""

    within: DivisionTally | None
    divisions: list[DivisionTally]
    total: Tally


class Lapse(Model):
    """Evidence of a gate that was passed, which stands no more."""

    code: str
    article: str
    message: Bilingual


class CommunityRow(Model):
    """One community in a list, or on top of its card."""

    id: int
    name: str
    division: str = Field(description="Code of the street or town.")
    division_name: str = Field(description="County and street, as people say it.")
    stage: str | None
    phase: str | None
    stage_since: date | None
    plan_year: int | None
    buildings: int | None
    households: int | None
    progress: float | None
    budget_cny: Decimal
    committed_cny: Decimal
    received_cny: Decimal
    gap_cny: Decimal
    gap_share: float | None
    closures_today: int
    lapses: list[Lapse]
    bbox: tuple[float, float, float, float] | None = Field(
        description="West, south, east, north; none for a community without a boundary."
    )


class CommunityList(Model):
    rows: list[CommunityRow]
    matched: int
    next: str | None = Field(description="Token of the next page.")


class DoorDistance(Model):
    building: int | None
    building_number: str | None
    door: str
    distance_m: float


class Sightings(Model):
    """How many people found a closure there, or gone: since yesterday, and since its manager last
    confirmed it on site."""

    still_there: int
    gone: int


class Closure(Model):
    """A warning perimeter in force or planned. `state` is active, planned, unconfirmed, overdue
    or suspended."""

    id: int
    community: int
    reason: str
    kind: str
    state: str
    starts: datetime
    ends: datetime
    area_m2: float
    sign_photo: str | None = Field(description="The hash of an attached picture.")
    sightings: Sightings
    doors: list[DoorDistance] = Field(description="The nearest unit doors, nearest first.")
    geometry: dict[str, Any]


class StageStep(Model):
    stage: str
    on: date
    reason: str | None
    evidence: str | None


class WorkItem(Model):
    group: str = Field(description="basic, improving or upgrading.")
    category: str
    title: str
    budget_cny: Decimal
    progress: float
    starts: date | None
    ends: date | None


class Money(Model):
    """How far money has come; each step in yuan."""

    planned_cny: Decimal
    committed_cny: Decimal
    received_cny: Decimal
    spent_cny: Decimal


class SourceMoney(Money):
    source: str


class YearMoney(Money):
    year: int


class YearSourceMoney(YearMoney, SourceMoney):
    pass


class Funding(Model):
    """Money of many communities. The sums of each grouping are those of `total`."""

    total: Money
    by_source: list[SourceMoney]
    by_year: list[YearMoney]
    by_year_and_source: list[YearSourceMoney]


class Reception(Model):
    id: int
    name: str
    hours: str
    phone: str
    walk_minutes: int | None
    position: tuple[float, float]


class FacilityItem(Model):
    id: int
    kind: str
    name: str
    status: str
    capacity: int | None
    position: tuple[float, float]


class Satisfaction(Model):
    """Share of satisfied answers with its 95 % Wilson interval; hidden below five answers. The
    response rate is that of the survey's rounds, null where nobody noted how many were asked;
    remarks neither adopted nor not are yet to be answered."""

    answers: int
    households: int | None
    asked: int | None
    response: float | None
    share: float | None
    low: float | None
    high: float | None
    remarks: int
    remarks_adopted: int
    remarks_not_adopted: int


class Building(Model):
    id: int
    number: str
    floors: int | None
    households: int | None
    bbox: tuple[float, float, float, float]


class Card(Model):
    """All that the public may know of one community."""

    community: CommunityRow
    address: str
    built_year: int | None
    area_m2: float | None
    works_end: date | None
    stage_reason: str | None
    closures: list[Closure]
    timeline: list[StageStep]
    money: list[SourceMoney]
    works: list[WorkItem]
    facilities: list[FacilityItem]
    publicity: list[PublicityItem]
    votes: list[VoteItem]
    wishes: list[WishItem]
    design_visits: list[DesignVisitItem]
    practices: list[PracticeItem]
    receptions: list[Reception]
    satisfaction: Satisfaction
    buildings: list[Building]
    preferences: dict[str, float | None]
    made: bool = Field(description="Whether this community is made for a demo.")
    as_of: datetime
