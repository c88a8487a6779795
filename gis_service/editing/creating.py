"""Adding features, one or a hundred thousand, by the same few steps."""

from collections.abc import Sequence

from sqlalchemy import Connection

from gis_service import publishing
from gis_service.editing.judging import judged
from gis_service.editing.permitting import allow, allow_at
from gis_service.errors import Invalid
from gis_service.publishing import Change
from gis_service.store import features as stored
from gis_service.store import scopes
from layers.core.access import Actor, may_publish
from layers.core.layer import Layer, Visibility
from layers.core.rules import Feature


def create_many(
    db: Connection,
    actor: Actor,
    layer: Layer,
    features: Sequence[Feature],
    visibility: Visibility | None = None,
) -> list[int]:
    """Adds features, all or none, and answers their ids in order.

    Without `visibility` they are born as the layer says, or internal where the actor may write
    but not publish. Raises NotWritable, NotSignedIn, NotPermitted, or Invalid with every problem
    of every feature.
    """
    allow(actor, layer)
    fitted = [layer.fit(feature) for feature in features]
    owners = [getattr(feature.attributes, layer.owner or "", None) for feature in fitted]
    places = scopes.places(db, layer, owners)
    wanted = visibility or layer.born
    if visibility is None and not all(may_publish(actor, layer, place) for place in places):
        wanted = Visibility.DRAFT
    for place in places:
        allow_at(actor, layer, place, wanted)
    if problems := judged(db, layer, fitted):
        raise Invalid(problems)
    ids = stored.add_many(db, layer, fitted, wanted)
    if wanted is Visibility.PUBLISHED:
        publishing.demand(db, actor, layer, map(Change.first, ids, fitted))
    return ids
