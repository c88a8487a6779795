"""The notice of a publicity: the A3 sheet that is hung up in the community. N(五).

Its text is the publicity's own, which never changes and whose hash it bears. What stands beside
it (works, money, map) is what the public may know of the community on the day of printing, and
says so: a sheet on a wall is public, whoever printed it.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from gis_service.errors import NotFound
from gis_service.printing.figures import money, percent
from gis_service.printing.order import Order
from gis_service.printing.qr import qr
from gis_service.printing.rows import Row, rows
from gis_service.printing.site_map import facilities_of, site_map
from gis_service.store.selection import Selection
from layers import communities, reception_points, sites
from layers.core.access import PUBLIC
from layers.core.text import Language, Text
from layers.facilities import FacilityKind, FacilityStatus
from layers.ledgers import funding, publicity, works
from layers.ledgers.funding import Source
from layers.ledgers.works import WorkCategory, WorkGroup, group_of

_MAP_MM = (158.0, 128.0)
_HASH_GROUP = 8
_MOST_WORKS, _MOST_FACILITIES = 40, 24
"""So that it stays a sheet; what is beyond is on the map."""


def notice(order: Order, community: int, posted: int) -> bytes:
    """The PDF. Raises NotFound for a publicity that is not the community's, or that whoever
    orders it may not see."""
    return order.press.printed("notice", _content(order, community, posted))


def _content(order: Order, community: int, posted: int) -> dict[str, Any]:
    db, actor, language = order.db, order.actor, order.language
    place = _one(rows(db, communities.LAYER, actor, Selection({"id": community})))
    chosen = Selection({"id": posted, "community": community})
    sheet = _one(rows(db, publicity.LAYER, actor, chosen))
    facilities = facilities_of(db, community)[:_MOST_FACILITIES]
    digest = sheet["snapshot_sha256"]
    address = f"{order.home}/?community={community}#publicity-{posted}"
    return {
        "language": language,
        "community": place["name"],
        "where": order.where(place["division"]),
        "address_of": place["address"],
        "title": sheet["title"],
        "text": sheet["snapshot"],
        "starts": sheet["starts"].isoformat(),
        "ends": sheet["ends"].isoformat(),
        "days": (sheet["ends"] - sheet["starts"]).days + 1,
        "over": sheet["ends"] < order.today,
        "place": sheet["place"],
        "hash": [digest[at : at + _HASH_GROUP] for at in range(0, len(digest), _HASH_GROUP)],
        "map": site_map(db, place, facilities, _MAP_MM),
        "facilities": [_facility(row, language) for row in facilities],
        "works": _works(rows(db, works.LAYER, PUBLIC, _of(community)), language),
        "money": _money(rows(db, funding.LAYER, PUBLIC, _of(community)), language),
        "reception": _reception(order, community),
        "qr": qr(address),
        "address": address,
        "made": place["made"],
        "printed": order.today.isoformat(),
    }


def _of(community: int) -> Selection:
    return Selection({"community": community})


def _one(found: Sequence[Row]) -> Row:
    if not found:
        raise NotFound(Text("没有这份公示。", "There is no such publicity."))
    return found[0]


def _facility(row: Row, language: Language) -> dict[str, Any]:
    kind, status = FacilityKind(row["kind"]), FacilityStatus(row["status"])
    return {
        "kind": kind.label[language],
        "name": row["name"],
        "capacity": row["capacity"],
        "status": status.label[language],
        "planned": status is not FacilityStatus.IN_USE,
    }


def _works(found: Sequence[Row], language: Language) -> dict[str, Any]:
    """By group of the menu, the dearest first."""
    grouped: dict[WorkGroup, list[Row]] = defaultdict(list)
    for row in sorted(found, key=lambda row: -row["budget_cny"])[:_MOST_WORKS]:
        grouped[group_of(WorkCategory(row["category"]))].append(row)
    total = sum((row["budget_cny"] for row in found), Decimal(0))
    return {
        "beyond": max(len(found) - _MOST_WORKS, 0),
        "groups": [
            {
                "title": group.label[language],
                "items": [
                    {
                        "title": row["title"],
                        "category": WorkCategory(row["category"]).label[language],
                        "budget": money(row["budget_cny"], language),
                    }
                    for row in grouped[group]
                ],
            }
            for group in WorkGroup
            if grouped[group]
        ],
        "total": money(total, language) if found else None,
    }


def _money(found: Sequence[Row], language: Language) -> list[dict[str, Any]]:
    """What is planned by source, the largest first."""
    by_source: dict[str, Decimal] = defaultdict(Decimal)
    for row in found:
        by_source[row["source"]] += row["planned_cny"]
    total = sum(by_source.values()) or Decimal(1)
    largest = sorted(by_source.items(), key=lambda each: -each[1])
    return [
        {
            "source": Source(source).label[language],
            "amount": money(amount, language),
            "share": float(amount / total),
            "percent": percent(float(amount / total)),
        }
        for source, amount in largest
        if amount
    ]


def _reception(order: Order, community: int) -> dict[str, str] | None:
    """Where residents are received, with a telephone if there is one."""
    db = order.db
    found = [
        point
        for site in rows(db, sites.LAYER, PUBLIC, _of(community))
        for point in rows(db, reception_points.LAYER, PUBLIC, Selection({"site": site["id"]}))
        if point["closes"] is None or point["closes"] >= order.today
    ]
    if not found:
        return None
    best = max(found, key=lambda point: bool(point["phone"]))
    return {"name": best["name"], "hours": best["hours"], "phone": best["phone"]}
