"""Stages over HTTP: what stands before a community, and the way into its next stage."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field
from starlette.requests import Request

from gis_service import advancing
from gis_service.api.links import base
from gis_service.api.requests import Advancing, Asking, Reading, SignedIn, Tongue
from gis_service.api.scenes import Body
from gis_service.informing.model import Model
from layers import CATALOGUE
from layers.core.access import Actor, Role
from layers.core.text import Language
from layers.gates import Gate
from layers.gates.item import Item, Supply
from layers.ledgers.stage_changes import LAYER as STAGE_CHANGES
from layers.stages import NEEDS_REASON, Stage

router = APIRouter(prefix="/communities/{id}", tags=["Stages"])

Community = Annotated[int, Path(alias="id", ge=1, lt=1 << 63)]


class Advance(Body):
    """Where to; a suspension and a cancellation say why, for the public to read."""

    to: Stage
    reason: Annotated[str, Field(max_length=5000)] = ""


class MetTold(Model):
    """What stands, with its evidence."""

    code: str
    message: str
    article: str


class MissingTold(MetTold):
    """What is missing; `supply` is where to supply it, in `layer`'s `field`, in row `row`."""

    supply: str
    layer: str
    field: str | None
    row: int | None


class GateTold(Model):
    to: Stage
    open: bool
    missing: list[MissingTold]
    met: list[MetTold]
    needs_reason: bool
    may_advance: bool = Field(description="Whether the asker may lead the community there.")


class StandingTold(Model):
    """`basis` says whose eyes saw the evidence: the public is told of public evidence alone."""

    community: int
    stage: Stage | None
    since: datetime | None
    basis: str = Field(description="public or internal.")
    gates: list[GateTold]
    lapses: list[MissingTold] = Field(description="Evidence of gates passed that stands no more.")


@router.get("/gates")
def get_gates(
    request: Request, db: Reading, actor: Asking, community: Community, language: Tongue
) -> StandingTold:
    """For each stage that may come next: open, or every missing item with its article."""
    found = advancing.standing(db, actor, community, datetime.now(UTC))
    return _Teller(request, language, actor).standing(found)


@router.post("/advance")
def post_advance(
    request: Request,
    body: Advance,
    db: Advancing,
    who: SignedIn,
    community: Community,
    language: Tongue,
) -> StandingTold:
    """Leads the community to a stage, or answers 409 with everything that is missing."""
    actor = who.account.actor
    found = advancing.advance(db, actor, community, body.to, body.reason, datetime.now(UTC))
    return _Teller(request, language, actor).standing(found)


class _Teller:
    """Says it in the language of one request, with addresses as its client writes them."""

    def __init__(self, request: Request, language: Language, actor: Actor) -> None:
        self._base, self._language = base(request), language
        self._basis = "public" if actor.role is Role.PUBLIC else "internal"

    def standing(self, found: advancing.Standing) -> StandingTold:
        return StandingTold(
            community=found.community,
            stage=found.stage,
            since=found.since,
            basis=self._basis,
            gates=[self._gate(found, gate) for gate in found.gates],
            lapses=[self._missing(found.community, item) for item in found.lapses],
        )

    def _gate(self, found: advancing.Standing, gate: Gate) -> GateTold:
        return GateTold(
            to=gate.to,
            open=gate.is_open,
            missing=[self._missing(found.community, item) for item in gate.missing],
            met=[
                MetTold(code=item.code, message=item.message[self._language], article=item.article)
                for item in gate.met
            ],
            needs_reason=gate.to in NEEDS_REASON,
            may_advance=gate.to in found.open_to,
        )

    def _missing(self, community: int, item: Item) -> MissingTold:
        assert item.supply is not None
        return MissingTold(
            code=item.code,
            message=item.message[self._language],
            article=item.article,
            supply=self._address(community, item.supply),
            layer=item.supply.layer,
            field=item.supply.field,
            row=item.supply.id,
        )

    def _address(self, community: int, supply: Supply) -> str:
        if supply.layer == STAGE_CHANGES.name:
            return f"{self._base}/communities/{community}/advance"
        items = f"{self._base}/collections/{supply.layer}/items"
        if supply.id is not None:
            return f"{items}/{supply.id}"
        hangs_on_community = "community" in CATALOGUE[supply.layer].refs
        return f"{items}?community={community}" if hangs_on_community else items
