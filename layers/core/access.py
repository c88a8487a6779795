"""Who may read, write and publish what: one table of roles, and scopes that are filters.

A role says which layers; a scope says which rows: those of an area (a prefix of division codes)
or of a set of sites. Internal rows and private attributes exist only within the scope. The store
applies the same rules as conditions of its queries.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from layers.core.layer import Layer
from layers.core.text import Term

EVERYWHERE = ""
"""The area that is a prefix of every division code."""


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
    """Someone who asks. `areas` are division-code prefixes, `sites` site ids they answer for.

    Actors of the same role and scope are equal: they see the same.
    """

    role: Role
    areas: frozenset[str] = frozenset()
    sites: frozenset[int] = frozenset()
    name: str = field(default="public", compare=False)

    @property
    def everywhere(self) -> bool:
        return EVERYWHERE in self.areas


PUBLIC = Actor(Role.PUBLIC)
OPERATOR = Actor(Role.ADMIN, areas=frozenset({EVERYWHERE}), name="operator")
"""Who runs the command line on the machine itself: the whole country is in scope."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row belongs: the division that its owner leads to, if it leads to any, and the site.

    A row that belongs to a community itself has no `site`; `around` are the community's sites.
    """

    division: str | None
    site: int | None = None
    around: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Grant:
    """What a role may do. `writes` names layers; `"*"` is every layer but those of `spares`.

    `publishes` lets the role show to the public what it writes, `administers` keep accounts.
    `advances` names the stages into which the role may lead a community whose gate is open; `"*"`
    is every stage. `plans` saves weight sets and scenarios and adopts them, `reads_plans` reads
    those of others.
    """

    reads_internal: bool
    writes: frozenset[str] = frozenset()
    spares: frozenset[str] = frozenset()
    publishes: bool = False
    administers: bool = False
    advances: frozenset[str] = frozenset()
    plans: bool = False
    reads_plans: bool = False


EVERY_LAYER = frozenset({"*"})
EVERY_STAGE = frozenset({"*"})
_PLAN_STAGES = frozenset({"surveyed", "reserve", "consulting", "planned", "cancelled"})
"""Up to the annual plan; from the publicity on, a community is the street office's."""
_ADMINISTRATION = frozenset({"divisions"})
_VOTES = frozenset({"households", "ballots"})
"""Names and votes of residents: kept by the street office, of no use to a plan (PIPL art. 6)."""

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
        publishes=True,
    ),
    Role.SUPERVISOR: Grant(reads_internal=True, writes=frozenset({"inspections"})),
    Role.STREET_OFFICER: Grant(
        reads_internal=True,
        writes=EVERY_LAYER,
        spares=_ADMINISTRATION,
        publishes=True,
        advances=EVERY_STAGE,
    ),
    Role.PLANNER: Grant(
        reads_internal=True,
        writes=EVERY_LAYER,
        spares=_ADMINISTRATION | _VOTES,
        publishes=True,
        advances=_PLAN_STAGES,
        plans=True,
        reads_plans=True,
    ),
    Role.AUDITOR: Grant(reads_internal=True, reads_plans=True),
    Role.ADMIN: Grant(
        reads_internal=True,
        writes=EVERY_LAYER,
        publishes=True,
        administers=True,
        advances=EVERY_STAGE,
        plans=True,
        reads_plans=True,
    ),
}


def keeps(role: Role, layer: Layer) -> bool:
    """Whether the layer is the role's work. Who keeps a layer sees its private attributes."""
    grant = GRANTS[role]
    if grant.writes == EVERY_LAYER:
        return layer.name not in grant.spares
    return layer.name in grant.writes


def writes(role: Role, layer: Layer) -> bool:
    """Whether the role may write to the layer, somewhere."""
    return keeps(role, layer) and layer.writing.by_staff


def may_edit(actor: Actor, layer: Layer, place: Place) -> bool:
    """Whether the actor may add, change or delete a row of the layer that belongs there."""
    return writes(actor.role, layer) and _covers(actor, layer, place)


def may_publish(actor: Actor, layer: Layer, place: Place) -> bool:
    """Whether the actor may show such a row to the public, or take it back."""
    return GRANTS[actor.role].publishes and may_edit(actor, layer, place)


def may_advance(actor: Actor, stage: str, place: Place) -> bool:
    """Whether the actor may lead a community that lies there into the stage, once its gate opens.

    A set of sites is no scope for this: a community is more than its works.
    """
    stages = GRANTS[actor.role].advances
    return _in_areas(actor, place) and (stages == EVERY_STAGE or stage in stages)


def may_read_internal(actor: Actor, layer: Layer, place: Place) -> bool:
    """Whether the actor sees a row of the layer that is not public."""
    return GRANTS[actor.role].reads_internal and _covers(actor, layer, place)


def may_read_private(actor: Actor, layer: Layer, place: Place) -> bool:
    """Whether the actor sees the private attributes of a row."""
    return keeps(actor.role, layer) and _covers(actor, layer, place)


def may_change_plan(actor: Actor, author: str, areas: Collection[str]) -> bool:
    """Whether the actor may change what the author saved for those areas: the author may, and an
    administrator of all of them."""
    grant = GRANTS[actor.role]
    if not grant.plans:
        return False
    return actor.name == author or (grant.administers and has_in_scope(actor, areas))


def has_in_scope(actor: Actor, areas: Collection[str]) -> bool:
    """Whether the whole of the areas lies in the actor's."""
    return all(area.startswith(tuple(actor.areas)) for area in areas)


def _covers(actor: Actor, layer: Layer, place: Place) -> bool:
    """Who answers for a site has what belongs to it in scope, and what they keep for its
    community, but not the community's other business."""
    if _in_areas(actor, place):
        return True
    if place.site is not None:
        return place.site in actor.sites
    return keeps(actor.role, layer) and not actor.sites.isdisjoint(place.around)


def _in_areas(actor: Actor, place: Place) -> bool:
    return actor.everywhere or (place.division or "").startswith(tuple(actor.areas))
