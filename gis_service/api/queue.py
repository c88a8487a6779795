"""The street desk's queue over HTTP: what needs somebody today, the oldest deadline first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Self

from fastapi import APIRouter, Depends, Query
from pydantic import Field

from gis_service import attending
from gis_service.api.requests import Asking, Reading, Tongue, only_known
from gis_service.attending import Entry
from gis_service.informing.model import Model
from layers.core.moments import day
from layers.core.text import Language
from layers.stages import Stage
from layers.tasks import KINDS

router = APIRouter(prefix="/queue", tags=["Queue"], dependencies=[Depends(only_known)])

_KIND = f"^({'|'.join(kind.code for kind in KINDS)})$"
Community = Annotated[
    int | None, Query(ge=1, lt=1 << 63, description="Only what concerns the community.")
]


class TaskTold(Model):
    """`due` is the last day on which it is in time, `overdue` the days since then.

    It is done in `part` of the street desk (`site` is the site desk): in `layer`'s `field`, in
    row `row`, at `site`, where there are such. `to` is the stage into which the community may be
    led when it is done.
    """

    kind: str
    community: int | None
    name: str = Field(description="Of the community; empty where it belongs to none.")
    title: str
    due: date | None
    overdue: int
    article: str
    part: str
    layer: str
    field: str | None
    row: int | None
    site: int | None
    to: Stage | None
    to_title: str | None

    @classmethod
    def told(cls, entry: Entry, language: Language, today: date) -> Self:
        task, place = entry.task, entry.community
        return cls(
            kind=entry.kind.code,
            community=place and place.id,
            name=place.name if place else "",
            title=task.message[language],
            due=task.due,
            overdue=task.overdue(today),
            article=task.article,
            part=entry.kind.part,
            layer=task.layer,
            field=task.field,
            row=task.row,
            site=task.site,
            to=task.to,
            to_title=task.to.label[language] if task.to else None,
        )


class KindTold(Model):
    """A kind of task, and how many of it there are."""

    kind: str
    title: str
    count: int


class Queue(Model):
    """`kinds` counts all that there is; `matched` and `tasks` are of the kind asked for. There
    are more than `tasks` where `matched` is larger."""

    as_of: datetime
    today: date
    matched: int
    kinds: list[KindTold]
    tasks: list[TaskTold]


class CommunityTold(Model):
    id: int
    name: str
    division: str
    stage: Stage | None = Field(description="Null where the public does not see the community.")


@router.get("")
def get_queue(
    db: Reading,
    asking: Asking,
    language: Tongue,
    division: Annotated[
        str | None,
        Query(pattern=r"^\d{2,12}$", description="Within it; else everything in my scope."),
    ] = None,
    community: Community = None,
    kind: Annotated[str | None, Query(pattern=_KIND, description="Of one kind alone.")] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> Queue:
    """What the asker may do about what is waiting, in their area."""
    now = datetime.now(UTC)
    found = attending.queue(db, asking, now, division, community)
    chosen = [entry for entry in found if kind in (None, entry.kind.code)]
    today = day(now)
    return Queue(
        as_of=now,
        today=today,
        matched=len(chosen),
        kinds=list(_counted(found, language)),
        tasks=[TaskTold.told(entry, language, today) for entry in chosen[:limit]],
    )


@router.get("/communities")
def get_own_communities(
    db: Reading,
    asking: Asking,
    q: Annotated[str, Query(max_length=60, pattern=r"^[^\x00]*$")] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> list[CommunityTold]:
    """Communities of my area by name, pinyin or initials, internal ones among them."""
    return [
        CommunityTold(id=each.id, name=each.name, division=each.division, stage=each.stage)
        for each in attending.find(db, asking, q, limit)
    ]


def _counted(found: Sequence[Entry], language: Language) -> Iterator[KindTold]:
    """The kinds that there are, in the order of the table."""
    counts = Counter(entry.kind.code for entry in found)
    for kind in KINDS:
        if count := counts[kind.code]:
            yield KindTold(kind=kind.code, title=kind.title[language], count=count)
