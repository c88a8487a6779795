"""Weight sets over HTTP: those of the platform, and those that planners save by name."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Response
from pydantic import StringConstraints
from starlette.requests import Request

from gis_service.api.links import base
from gis_service.api.rankings import Weight
from gis_service.api.requests import Reading, SignedIn, Tongue
from gis_service.api.scenes import Body
from gis_service.informing.model import Model
from gis_service.planning import weighing
from gis_service.store.weight_sets import WeightSet
from layers.core.access import Actor, may_change_plan
from layers.planning.weights import SETS

router = APIRouter(prefix="/planning/weights", tags=["Planning"])

Id = Annotated[int, Path(alias="id", ge=1, lt=1 << 63)]
Name = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=60, pattern=r"^[^\x00-\x1f]*$"
    ),
]


class WeightSetDraft(Body):
    """`weights` by criterion; only their proportions matter."""

    name: Name
    weights: dict[str, Weight]

    def value(self) -> weighing.Draft:
        return weighing.Draft(self.name, self.weights)


class WeightSetTold(Model):
    """`name` is what `set` means in a ranking or a choice. The platform's own sets have no `id`."""

    id: int | None
    name: str
    title: str
    weights: Mapping[str, float]
    author: str | None
    made_at: datetime | None
    changed_at: datetime | None
    may_edit: bool


@router.get("")
def get_weights(db: Reading, known: SignedIn, language: Tongue) -> list[WeightSetTold]:
    """The platform's sets, then the saved ones of areas that meet mine."""
    actor = known.account.actor
    presets = [
        WeightSetTold(
            id=None,
            name=each.name,
            title=each.title[language],
            weights=each.weights,
            author=None,
            made_at=None,
            changed_at=None,
            may_edit=False,
        )
        for each in SETS.values()
    ]
    return [*presets, *(_told(each, actor) for each in weighing.saved(db, actor))]


@router.post("", status_code=201)
def post_weights(
    request: Request, response: Response, db: Reading, known: SignedIn, body: WeightSetDraft
) -> WeightSetTold:
    """Save weights under a name."""
    actor = known.account.actor
    saved = weighing.save(db, actor, body.value())
    response.headers["Location"] = f"{base(request)}/planning/weights/{saved.id}"
    return _told(saved, actor)


@router.get("/{id}")
def get_weight_set(db: Reading, known: SignedIn, id_: Id) -> WeightSetTold:
    """One saved set."""
    actor = known.account.actor
    return _told(weighing.found(db, actor, id_), actor)


@router.put("/{id}")
def put_weights(db: Reading, known: SignedIn, id_: Id, body: WeightSetDraft) -> WeightSetTold:
    """Change a saved set: its author may, and an administrator of its areas."""
    actor = known.account.actor
    return _told(weighing.change(db, actor, id_, body.value()), actor)


@router.delete("/{id}", status_code=204)
def delete_weights(db: Reading, known: SignedIn, id_: Id) -> None:
    """Throw a saved set away; scenarios made with it keep its weights."""
    weighing.remove(db, known.account.actor, id_)


def _told(found: WeightSet, actor: Actor) -> WeightSetTold:
    return WeightSetTold(
        id=found.id,
        name=found.name,
        title=found.name,
        weights=found.weights,
        author=found.author,
        made_at=found.made_at,
        changed_at=found.changed_at,
        may_edit=may_change_plan(actor, found.author, found.areas),
    )
