"""Bringing back an earlier or a deleted version of a feature, as a new version of it."""

from sqlalchemy import Connection

from gis_service import publishing
from gis_service.editing.changing import replace
from gis_service.editing.conditions import Condition
from gis_service.editing.drafts import Draft, feature_of
from gis_service.editing.judging import judged
from gis_service.editing.permitting import allow_at, allow_changes
from gis_service.editing.recalling import missing
from gis_service.errors import Invalid
from gis_service.publishing import Change
from gis_service.store import features as stored
from gis_service.store import past, scopes
from gis_service.store.past import Version
from layers.core.access import Actor, may_edit
from layers.core.layer import Layer, Visibility


def restore(
    db: Connection, actor: Actor, layer: Layer, id_: int, version: int, condition: Condition
) -> None:
    """Makes the feature what it was at a version of its own; a deleted one keeps its id.

    What was right then is judged by the rules of today. Raises what `replace` does; the condition
    is asked only of a feature that there is.
    """
    allow_changes(actor, layer)
    was = past.at_version(db, layer, id_, version)
    if was is None or not may_edit(actor, layer, was.place):
        raise missing(layer, id_)
    draft = _draft(layer, was)
    gone = past.deleted(db, layer, id_)
    if gone is None:
        replace(db, actor, layer, id_, draft, condition)
    else:
        _revive(db, actor, layer, id_, draft, gone)


def _draft(layer: Layer, was: Version) -> Draft:
    known = {name: was.row[name] for name in layer.attributes.model_fields if name in was.row}
    return Draft(known, was.geometry, Visibility(was.row["visibility"]))


def _revive(
    db: Connection, actor: Actor, layer: Layer, id_: int, draft: Draft, gone: Version
) -> None:
    assert draft.visibility is not None
    feature = feature_of(layer, draft)
    [place] = scopes.places(db, layer, [getattr(feature.attributes, layer.owner or "", None)])
    allow_at(actor, layer, place, draft.visibility)
    if problems := judged(db, layer, [feature], id_):
        raise Invalid(problems)
    stored.revive(db, layer, id_, feature, draft.visibility, gone.version + 1)
    if draft.visibility is Visibility.PUBLISHED:
        publishing.demand(db, actor, layer, [Change.first(id_, feature)])
