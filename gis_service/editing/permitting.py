"""Who may change what: asked before anything else, so that a refusal tells nothing more."""

from gis_service.errors import NotPermitted, NotSignedIn, NotWritable
from layers.core.access import Actor, Place, Role, may_edit, may_publish, writes
from layers.core.layer import Layer, Visibility, Writing
from layers.core.text import Text


def allow(actor: Actor, layer: Layer) -> None:
    """Raises unless the layer may be added to, and by this actor."""
    if not layer.writing.by_staff:
        how = layer.writing.label
        raise NotWritable(Text(f"“{layer.title.zh}”:{how.zh}。", f"{layer.title.en} are {how.en}."))
    if actor.role is Role.PUBLIC:
        raise NotSignedIn(Text("请先登录再修改。", "Sign in to make changes."))
    if not writes(actor.role, layer):
        raise NotPermitted(
            Text(
                f"您的角色不能填写“{layer.title.zh}”。",
                f"Your role does not write {layer.title.en.lower()}.",
            )
        )


def allow_changes(actor: Actor, layer: Layer) -> None:
    """Raises unless rows of the layer may be changed and deleted, and by this actor."""
    if layer.writing is Writing.APPEND:
        raise NotWritable(
            Text(
                f"“{layer.title.zh}”只增不改。",
                f"{layer.title.en} are appended and never changed.",
            )
        )
    allow(actor, layer)


def allow_at(actor: Actor, layer: Layer, place: Place, visibility: Visibility) -> None:
    """Raises NotPermitted unless the actor may write a row there, and show it if it is public."""
    if not may_edit(actor, layer, place):
        raise NotPermitted(
            Text(
                f"“{layer.title.zh}”的所属地不在您的权限范围内。",
                f"These {layer.title.en.lower()} belong to a place outside your scope.",
            )
        )
    if visibility is Visibility.PUBLISHED and not may_publish(actor, layer, place):
        raise NotPermitted(
            Text(
                f"您可以填写“{layer.title.zh}”,但不能公开。",
                f"You may write {layer.title.en.lower()}, but not publish them.",
            )
        )
