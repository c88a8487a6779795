"""The versions of a feature, for those in whose scope it was."""

from sqlalchemy import Connection

from gis_service.errors import NotFound, NotSignedIn
from gis_service.store import accesses, past
from gis_service.store.past import Version
from layers.core.access import Actor, Role, may_read_internal, may_read_private
from layers.core.layer import Layer
from layers.core.text import Text


def recall(
    db: Connection, actor: Actor, layer: Layer, id_: int, limit: int, below: int | None = None
) -> list[Version]:
    """The newest versions, below one of them if asked; those of a deleted feature, too.

    Each is judged by where the feature then belonged, and is without what is private where the
    actor may not read that. Raises NotSignedIn, or NotFound when nothing may be told.
    """
    if actor.role is Role.PUBLIC:
        raise NotSignedIn(Text("请先登录再查看历史。", "Sign in to read what was."))
    found = past.versions(db, layer, id_, limit, below)
    told = [
        version
        if may_read_private(actor, layer, version.place)
        else version.without(_hidden(layer))
        for version in found
        if may_read_internal(actor, layer, version.place)
    ]
    if not told and (below is None or found):
        raise missing(layer, id_)
    accesses.note(db, actor, layer, [id_])
    return told


def missing(layer: Layer, id_: int) -> NotFound:
    return NotFound(Text(f"{layer.title.zh}中没有 {id_}。", f"{layer.title.en} have no {id_}."))


def _hidden(layer: Layer) -> frozenset[str]:
    return frozenset(layer.attributes.model_fields) - layer.public_fields
