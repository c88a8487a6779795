"""Paper ballots: for each building a list to sign for them, then a ballot for each room, to cut.

One ballot a slip and not one list to tick: on a list that goes from door to door neighbours would
read each other's votes. Who has voted already gets none.
"""

from itertools import groupby
from typing import Any

from gis_service.errors import BadParameter
from gis_service.printing.doors import door, walking
from gis_service.printing.law import how_it_is_counted
from gis_service.printing.letters import MOST
from gis_service.printing.order import Order
from gis_service.printing.rows import rows
from gis_service.store.electorates import Voter
from gis_service.store.selection import Selection
from gis_service.voting.finding import taking_ballots
from gis_service.voting.listing import voters
from layers import communities
from layers.core.text import Text


def ballot_sheets(order: Order, decision: int) -> bytes:
    """The PDF, A4.

    Raises NotSignedIn, NotPermitted, NotFound, Conflict once the vote is closed, or BadParameter
    for too many rooms.
    """
    vote = taking_ballots(order.db, order.actor, decision)
    found = voters(order.db, order.actor, decision)
    found.sort(key=lambda voter: walking(voter.number, voter.room))
    if len(found) > MOST:
        said = Text(f"一次最多打印 {MOST:,} 户。", f"At most {MOST:,} households at once.")
        raise BadParameter("id", said)
    [place] = rows(order.db, communities.LAYER, order.actor, Selection({"id": vote.community}))
    return order.press.printed(
        "ballot_sheets",
        {
            "language": order.language,
            "community": place["name"],
            "where": order.where(place["division"]),
            "made": place["made"],
            "title": vote.title,
            "matter": vote.matter.label[order.language],
            "counted": how_it_is_counted(vote.matter.gravity, vote.ends)[order.language],
            "starts": vote.starts.isoformat(),
            "ends": vote.ends.isoformat(),
            "printed": order.today.isoformat(),
            "buildings": [
                {"number": number, "rooms": [_room(voter) for voter in those]}
                for number, those in groupby(found, key=lambda voter: voter.number)
            ],
        },
    )


def _room(voter: Voter) -> dict[str, Any]:
    return {"door": door(voter.number, voter.room), "voted": voter.answer is not None}
