"""Who may save, and change what was saved."""

from collections.abc import Collection

from gis_service.errors import NotPermitted
from layers.core.access import GRANTS, Actor, has_in_scope, may_change_plan
from layers.core.text import Text


def allow_reading(actor: Actor) -> None:
    if not GRANTS[actor.role].reads_plans:
        raise NotPermitted(
            Text("您的角色不能查看规划方案。", "Your role does not read what planners save.")
        )


def allow_planning(actor: Actor) -> None:
    """A plan is of areas: who has none in scope saves none."""
    if not (GRANTS[actor.role].plans and actor.areas):
        raise NotPermitted(
            Text("您的角色不能保存规划方案。", "Your role does not save or adopt plans.")
        )


def allow_change(actor: Actor, author: str, areas: Collection[str]) -> None:
    allow_planning(actor)
    if not may_change_plan(actor, author, areas):
        raise NotPermitted(
            Text(
                f"由“{author}”保存,只有本人或其辖区的管理员可以修改。",
                f"'{author}' saved it: only they, or an administrator of its area, may change it.",
            )
        )


def allow_whole(actor: Actor, areas: Collection[str]) -> None:
    """What is of more than the actor's areas is not for them to adopt or to run again."""
    if not has_in_scope(actor, areas):
        raise NotPermitted(
            Text("方案超出您的辖区。", "The scenario is of more than the area that is yours.")
        )
