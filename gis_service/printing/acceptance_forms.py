"""Forms of acceptance, N(八): the street's for common parts, a household's for its own.

What is accepted is the community's works; which of them lie inside the homes is for the gate to
say. Forms bear rooms and no names.
"""

from collections.abc import Sequence
from typing import Any

from gis_service import editing
from gis_service.errors import BadParameter, NotFound
from gis_service.printing.doors import door, walking
from gis_service.printing.letters import MOST
from gis_service.printing.order import Order
from gis_service.printing.rows import Row, rows
from gis_service.store import accesses, codes, scopes
from gis_service.store.codes import Door
from gis_service.store.selection import Selection
from layers import communities
from layers.core.layer import Visibility
from layers.core.text import Text
from layers.gates.acceptance import EXCLUSIVE
from layers.ledgers import households, works


def acceptance_forms(order: Order, community: int) -> bytes:
    """The PDF, A4.

    Raises NotSignedIn, NotPermitted, NotFound, or BadParameter for too many households.
    """
    found = _doors(order, community)
    [place] = rows(order.db, communities.LAYER, order.actor, Selection({"id": community}))
    items = rows(order.db, works.LAYER, order.actor, Selection({"community": community}))
    inside = [item for item in items if item["category"] in EXCLUSIVE]
    return order.press.printed(
        "acceptance_forms",
        {
            "language": order.language,
            "community": place["name"],
            "where": order.where(place["division"]),
            "made": place["made"],
            "common": _titles([item for item in items if item not in inside]),
            "exclusive": _titles(inside),
            "doors": [door(each.building, each.room) for each in found] if inside else [],
            "printed": order.today.isoformat(),
        },
    )


def _doors(order: Order, community: int) -> list[Door]:
    """Every household's, for those who keep them; noted as a reading of personal data."""
    db, actor = order.db, order.actor
    editing.allow(actor, households.LAYER)
    if not rows(db, communities.LAYER, actor, Selection({"id": community})):
        raise NotFound(Text(f"没有小区 {community}。", f"There is no community {community}."))
    place = scopes.place_of(db, communities.LAYER, community)
    editing.allow_at(actor, households.LAYER, place, Visibility.DRAFT)
    found = codes.doors(db, community)
    if len(found) > MOST:
        said = Text(f"一次最多打印 {MOST:,} 户。", f"At most {MOST:,} households at once.")
        raise BadParameter("id", said)
    accesses.note(db, actor, households.LAYER, [each.household for each in found])
    return sorted(found, key=lambda each: walking(each.building, each.room))


def _titles(items: Sequence[Row]) -> list[dict[str, Any]]:
    return [{"title": item["title"]} for item in items]
