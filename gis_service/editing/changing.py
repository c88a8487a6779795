"""Changing a feature as a whole or in part, against the version that someone saw."""

from collections.abc import Callable
from functools import partial

from sqlalchemy import Connection

from gis_service import publishing
from gis_service.editing.conditions import Condition, demand, hold
from gis_service.editing.drafts import Draft, Patch, as_geojson, attributes_of, feature_of
from gis_service.editing.judging import judged
from gis_service.editing.permitting import allow_at, allow_changes
from gis_service.errors import Invalid
from gis_service.publishing import Change
from gis_service.store import features as stored
from gis_service.store import scopes
from gis_service.store.features import Held
from layers.core.access import Actor
from layers.core.layer import Layer, Visibility
from layers.core.rules import Feature


def replace(
    db: Connection, actor: Actor, layer: Layer, id_: int, draft: Draft, condition: Condition
) -> None:
    """Makes the feature what the draft says.

    Raises NotWritable, NotSignedIn, NotPermitted, NotFound, Stale, or Invalid with every problem.
    """
    allow_changes(actor, layer)
    held = hold(db, actor, layer, id_, as_geojson(id_, draft))
    _make(db, actor, layer, held, lambda _: draft, condition)


def amend(
    db: Connection, actor: Actor, layer: Layer, id_: int, patch: Patch, condition: Condition
) -> None:
    """Changes those parts of the feature that the patch names; raises what `replace` does."""
    allow_changes(actor, layer)
    held = hold(db, actor, layer, id_, as_geojson(id_, patch.onto({}, None)))
    _make(db, actor, layer, held, partial(_merged, patch), condition)


def _merged(patch: Patch, held: Held) -> Draft:
    return patch.onto(held.properties, held.geometry)


def _make(
    db: Connection,
    actor: Actor,
    layer: Layer,
    held: Held,
    make: Callable[[Held], Draft],
    condition: Condition,
) -> None:
    draft = make(held)
    visibility = draft.visibility or held.visibility
    # To show a row is to publish, and so is to take it back or to change what is shown.
    shown = Visibility.PUBLISHED in (held.visibility, visibility)
    asks = Visibility.PUBLISHED if shown else Visibility.DRAFT
    allow_at(actor, layer, scopes.place_of(db, layer, held.id), asks)
    demand(db, actor, layer, held, condition, as_geojson(held.id, draft))
    feature = feature_of(layer, draft)
    owner = getattr(feature.attributes, layer.owner or "", None)
    [place] = scopes.places(db, layer, [owner])
    allow_at(actor, layer, place, asks)
    if problems := judged(db, layer, [feature], held.id):
        raise Invalid(problems)
    stored.update(db, layer, held, feature, visibility)
    after = feature if visibility is Visibility.PUBLISHED else None
    publishing.demand(db, actor, layer, [Change(held.id, _shown(layer, held), after)])


def _shown(layer: Layer, held: Held) -> Feature | None:
    """What the public saw. What the rules of today would not take counts as not seen."""
    attributes, _ = attributes_of(layer, held.properties)
    seen = attributes is not None and held.visibility is Visibility.PUBLISHED
    return Feature(held.geometry, attributes) if seen else None
