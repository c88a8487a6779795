"""Rows that may not be shown as they are asked to be: shown for a moment, judged, taken back."""

from sqlalchemy import Connection

from gis_service import publishing
from gis_service.importing.duplicates import Checked
from gis_service.publishing import Change
from gis_service.store import features as stored
from layers.core.access import Actor
from layers.core.layer import Layer, Visibility


def refuse_unfit(db: Connection, actor: Actor, layer: Layer, checked: Checked) -> None:
    """Judges the sound rows of a file that is to be published, each beside all the others."""
    if layer.published is None and layer.withheld is None:
        return
    sound = [(feature, row) for feature, row in checked if not row.problems]
    with db.begin_nested() as trial:
        ids = stored.add_many(db, layer, [feature for feature, _ in sound], Visibility.PUBLISHED)
        shown = [Change.first(id_, feature) for id_, (feature, _) in zip(ids, sound, strict=True)]
        found = publishing.problems(db, actor, layer, shown)
        trial.rollback()
    for id_, (_, row) in zip(ids, sound, strict=True):
        row.problems += found.get(id_, ())
