"""What the roles are called, and what each of them may do."""

from fastapi import APIRouter

from gis_service.informing.legend import bilingual
from gis_service.informing.model import Model
from gis_service.informing.models import Bilingual
from layers import CATALOGUE
from layers.core.access import GRANTS, Role, writes

router = APIRouter(tags=["Accounts"])


class RoleTold(Model):
    role: Role
    title: Bilingual
    writes: list[str]
    publishes: bool
    administers: bool


@router.get("/roles")
def get_roles() -> list[RoleTold]:
    """The roles that an account may have, with the layers they write, somewhere."""
    return [
        RoleTold(
            role=role,
            title=bilingual(role.label),
            writes=[layer.name for layer in CATALOGUE.values() if writes(role, layer)],
            publishes=grant.publishes,
            administers=grant.administers,
        )
        for role, grant in GRANTS.items()
        if role is not Role.PUBLIC
    ]
