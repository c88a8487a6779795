"""Letters with one-time codes, one for each household, two on a page of A4.

Whoever holds a letter votes by it. Codes are kept as hashes, so that a letter is printed in the
very request that issues its code, or never; no copy is kept and no log knows of it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from gis_service.errors import BadParameter
from gis_service.issuing import Slip
from gis_service.printing.doors import door, walking
from gis_service.printing.law import how_it_is_counted
from gis_service.printing.order import Order
from gis_service.printing.qr import qr
from gis_service.printing.rows import rows
from gis_service.store.selection import Selection
from gis_service.voting.finding import shown
from layers import communities
from layers.core.text import Text

MOST = 2_000
"""Letters at once. More households than that live in hardly any old community."""


def for_vote(order: Order, decision: int, slips: Sequence[Slip]) -> bytes:
    """Letters about a vote. Raises BadParameter for too many."""
    vote = shown(order.db, order.actor, decision)
    return order.press.printed(
        "letters",
        {
            **_common(order, vote.community, slips),
            "purpose": "vote",
            "title": vote.title,
            "matter": vote.matter.label[order.language],
            "counted": how_it_is_counted(vote.matter.gravity, vote.ends)[order.language],
            "starts": vote.starts.isoformat(),
            "ends": vote.ends.isoformat(),
        },
    )


def for_survey(order: Order, community: int, ends: date, slips: Sequence[Slip]) -> bytes:
    """Letters about the survey of satisfaction. Raises BadParameter for too many."""
    return order.press.printed(
        "letters",
        {**_common(order, community, slips), "purpose": "survey", "ends": ends.isoformat()},
    )


def _walking(slip: Slip) -> Any:
    return walking(slip.door.building, slip.door.room)


def _common(order: Order, community: int, slips: Sequence[Slip]) -> dict[str, Any]:
    if len(slips) > MOST:
        said = Text(f"一次最多打印 {MOST:,} 封。", f"At most {MOST:,} letters at once.")
        raise BadParameter("id", said)
    [place] = rows(order.db, communities.LAYER, order.actor, Selection({"id": community}))
    return {
        "language": order.language,
        "community": place["name"],
        "where": order.where(place["division"]),
        "made": place["made"],
        "home": f"{order.home.partition('://')[2]}/?code=",
        "printed": order.today.isoformat(),
        "letters": [
            {
                "door": door(slip.door.building, slip.door.room),
                "code": slip.code,
                # A browser keeps what stands behind the hash to itself.
                "qr": qr(f"{order.home}/#code={slip.code}"),
            }
            for slip in sorted(slips, key=_walking)
        ],
    }
