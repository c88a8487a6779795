"""What owners were shown, what they said of it and how they decided, as the public is told."""

from datetime import date
from decimal import Decimal

from gis_service.informing.model import Model


class CommentItem(Model):
    """A comment that may be shown; `outcome` is adopted or not_adopted, once it is answered."""

    text: str
    on: date
    outcome: str | None
    answer: str | None
    answered_on: date | None


class PostingItem(Model):
    """Where a sheet hangs; `photo` is the hash of an attached picture of it."""

    place: str
    posted_on: date
    photo: str | None


class PublicityItem(Model):
    id: int
    title: str
    starts: date
    ends: date
    place: str
    snapshot_sha256: str
    comments: list[CommentItem]
    postings: list[PostingItem]


class VoteItem(Model):
    """Totals of a vote, once it is closed; nobody's own vote is told."""

    title: str
    matter: str
    result: str
    starts: date
    ends: date
    valid_until: date | None
    owners_total: int
    area_total_m2: Decimal
    owners_took_part: int | None
    area_took_part_m2: Decimal | None
    owners_in_favour: int | None
    area_in_favour_m2: Decimal | None
    evidence: str | None
    reversal_reason: str | None
