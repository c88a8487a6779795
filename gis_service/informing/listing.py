"""Communities in a list: chosen, sorted, paged."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from gis_service.errors import BadParameter
from gis_service.informing.lapses import lapses_of
from gis_service.informing.models import CommunityList, CommunityRow, Lapse
from gis_service.informing.overview import box
from gis_service.store import community_list
from gis_service.store.community_search import Choice
from gis_service.store.periods import LOCAL
from layers.core.text import Text

MAX_PAGE = 500


def communities(
    db: Connection, choice: Choice, now: datetime, *, sort: str, limit: int, after: str
) -> CommunityList:
    """One page. `sort` is a key of `community_list.SORTS`, with a minus for descending; `after`
    is the token that the page before gave. Raises BadParameter.
    """
    key = sort.removeprefix("-")
    if key not in community_list.SORTS:
        keys = ", ".join(community_list.SORTS)
        raise BadParameter("sort", Text(f"可用:{keys}", f"One of: {keys}"))
    if after and not (after.isascii() and after.isdigit() and len(after) < 9):
        raise BadParameter("after", Text("不是翻页标记。", "Not a token of a page."))
    offset = int(after or 0)
    rows = community_list.rows(
        db, choice, now, sort=key, descending=sort[:1] == "-", limit=limit, offset=offset
    )
    matched = community_list.matched(db, choice, now)
    end = offset + len(rows)
    today = now.astimezone(LOCAL).date()
    # The day is kept, so that only those are asked what it is that has lapsed.
    flagged = [row for row in rows if row["lapsed_from"] and row["lapsed_from"] <= today]
    lapsed = lapses_of(db, flagged, now)
    return CommunityList(
        rows=[row_of(row, lapsed) for row in rows],
        matched=matched,
        next=str(end) if end < matched else None,
    )


def row_of(row: Mapping[Any, Any], lapsed: Mapping[int, list[Lapse]]) -> CommunityRow:
    own = CommunityRow.model_fields.keys() - {"bbox", "lapses"}
    told = {name: row[name] for name in own}
    return CommunityRow(**told, lapses=lapsed.get(row["id"], []), bbox=box(row))
