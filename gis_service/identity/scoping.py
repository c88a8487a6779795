"""Scopes that one gives another: they exist, and nobody gives more than they have."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from gis_service.errors import Invalid, NotPermitted
from gis_service.identity.areas import area
from gis_service.store import features, scopes
from gis_service.store.accounts import Account
from layers import divisions, sites
from layers.core.access import EVERYWHERE, Actor, may_read_internal
from layers.core.layer import Ref
from layers.core.rules import Problem
from layers.core.text import Text

_CODES = Ref(divisions.LAYER.name, divisions.LAYER.owner or "")
_SITES = Ref(sites.LAYER.name)


@dataclass(frozen=True, slots=True)
class Scope:
    """Areas as codes without padding, and ids of sites."""

    areas: frozenset[str]
    sites: frozenset[int]


@dataclass(frozen=True, slots=True)
class Names:
    """What areas and sites are called; those that are gone are left out."""

    areas: dict[str, str]
    sites: dict[int, str]


def names(db: Connection, accounts: Collection[Account]) -> Names:
    """Of all that the accounts have in scope."""
    return Names(
        features.names(db, _CODES, {code for account in accounts for code in account.areas}),
        features.names(db, _SITES, {id_ for account in accounts for id_ in account.sites}),
    )


def scope(db: Connection, by: Actor, areas: Collection[str], sites: Collection[int]) -> Scope:
    """The scope that `by` may give; `db` reads features as `by`.

    Raises Invalid naming every area and site that there is not, or NotPermitted for what is
    beyond the giver's own scope.
    """
    found = {written: area(written) for written in areas}
    codes = {code for code in found.values() if code}
    known = features.known(db, _CODES, codes) | {EVERYWHERE}
    unknown = [written for written, code in found.items() if code not in known]
    known_sites = features.known(db, _SITES, set(sites))
    problems = [
        Problem(
            "areas.unknown",
            Text(f"没有代码为“{written}”的区划。", f"There is no division {written}."),
            "areas",
        )
        for written in unknown
    ] + [
        Problem("sites.unknown", Text(f"没有工地 {id_}。", f"There is no site {id_}."), "sites")
        for id_ in sites
        if id_ not in known_sites
    ]
    if problems:
        raise Invalid(problems)
    given = Scope(frozenset(code for code in found.values() if code is not None), frozenset(sites))
    if not _within(db, by, given.areas, given.sites):
        raise NotPermitted(
            Text("只能授予您自己范围内的权限。", "You can give only what lies in your own scope.")
        )
    return given


def reaches(db: Connection, by: Actor, account: Account) -> bool:
    """Whether all that the account has in scope lies in the scope of `by`."""
    return _within(db, by, account.areas, account.sites)


def _within(db: Connection, by: Actor, areas: Collection[str], own_sites: Collection[int]) -> bool:
    if by.everywhere:
        return True
    return all(code.startswith(tuple(by.areas)) for code in areas) and all(
        may_read_internal(by, sites.LAYER, scopes.place_of(db, sites.LAYER, id_))
        for id_ in own_sites
    )
