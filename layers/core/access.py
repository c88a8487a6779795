"""Who may read, write and publish what: one table, from which filters and checks follow."""

from dataclasses import dataclass

from layers.core.layer import Layer, Writing
from layers.core.text import Term


class Role(Term):
    PUBLIC = "public", "公众", "Public"
    SITE_MANAGER = "site_manager", "现场管理员", "Site manager"
    SUPERVISOR = "supervisor", "义务监督员", "Resident supervisor"
    STREET_OFFICER = "street_officer", "街道经办", "Street officer"
    PLANNER = "planner", "规划人员", "Planner"
    AUDITOR = "auditor", "市级审核", "Auditor"
    ADMIN = "admin", "管理员", "Administrator"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who asks. `areas` are division-code prefixes, `sites` site ids they answer for."""

    role: Role
    areas: frozenset[str] = frozenset()
    sites: frozenset[int] = frozenset()
    name: str = "public"


PUBLIC = Actor(Role.PUBLIC)
OPERATOR = Actor(Role.ADMIN, areas=frozenset({""}), name="operator")
"""Who runs the command line on the machine itself: the whole country is in scope."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a role may do. `writes` names layers; `"*"` is every layer."""

    reads_internal: bool
    writes: frozenset[str] = frozenset()


EVERY_LAYER = frozenset({"*"})

GRANTS: dict[Role, Grant] = {
    Role.PUBLIC: Grant(reads_internal=False),
    Role.SITE_MANAGER: Grant(
        reads_internal=True,
        writes=frozenset(
            {
                "work_areas",
                "warning_perimeters",
                "passages",
                "material_storage",
                "reception_points",
                "duty_shifts",
                "inspections",
            }
        ),
    ),
    Role.SUPERVISOR: Grant(reads_internal=True, writes=frozenset({"inspections"})),
    Role.STREET_OFFICER: Grant(reads_internal=True, writes=EVERY_LAYER),
    Role.PLANNER: Grant(reads_internal=True, writes=EVERY_LAYER),
    Role.AUDITOR: Grant(reads_internal=True),
    Role.ADMIN: Grant(reads_internal=True, writes=EVERY_LAYER),
}


def may_edit(actor: Actor, layer: Layer) -> bool:
    """Whether the actor's role may write to the layer at all; scope is a filter in the query."""
    grant = GRANTS[actor.role]
    if layer.writing is Writing.GATE:
        return False
    return grant.writes == EVERY_LAYER or layer.name in grant.writes
