"""Rows that the actor may not write: those that belong outside of their scope."""

from sqlalchemy import Connection

from gis_service import editing
from gis_service.errors import NotPermitted
from gis_service.importing.duplicates import Checked
from gis_service.store import scopes
from layers.core.access import Actor, may_edit, may_publish
from layers.core.layer import Layer, Visibility
from layers.core.rules import Problem


def admit(
    db: Connection, actor: Actor, layer: Layer, checked: Checked, asked: Visibility | None
) -> Visibility:
    """Refuses those rows, and answers how the others are to be written.

    Unless something is `asked`, rows are born as the layer says, or as drafts where the actor may
    write but not publish: as when they are drawn.
    """
    owners = [getattr(feature.attributes, layer.owner or "", None) for feature, _ in checked]
    places = scopes.places(db, layer, owners)
    mine = [place for place in places if may_edit(actor, layer, place)]
    wanted = asked or layer.born
    if asked is None and not all(may_publish(actor, layer, place) for place in mine):
        wanted = Visibility.DRAFT
    for place, (_, row) in zip(places, checked, strict=True):
        try:
            editing.allow_at(actor, layer, place, wanted)
        except NotPermitted as error:
            row.problems.append(Problem("scope", error.detail, layer.owner))
    return wanted
