"""The demo's accounts, one of each role, with random passwords in a file for its owner alone."""

import json
import os
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from gis_service.identity import keeping, passwords
from gis_service.identity.keeping import Draft, Keeper
from gis_service.store import accounts
from gis_service.store.busiest import busiest_street
from gis_service.store.database import Database
from layers import sites
from layers.core.access import EVERYWHERE, OPERATOR, Role
from layers.ledgers import decisions
from layers.ledgers.decisions import DecisionResult
from layers.sites import SiteStatus

FILE = "demo-accounts.json"
_PROVINCE, _COUNTY = "36", "360923"
"""Jiangxi, and Shanggao county, whose town every scale of the demo holds in full detail."""
_MAIN_SITES = 5

Given = dict[str, dict[str, str]]


def make_accounts(database: Database, data_dir: Path) -> bool:
    """Makes the accounts that are missing, or whose passwords the file does not tell.

    Answers whether there was anything to make.
    """
    path = data_dir / FILE
    told: Given = json.loads(path.read_text()) if path.exists() else {}
    given = dict(told)
    with database.identity.begin() as kept, database.transaction(OPERATOR) as features:
        keeper = Keeper(OPERATOR, kept, features)
        for draft in _drafts(features):
            known = accounts.named(kept, draft.name)
            if known and draft.name in told:
                continue
            password = passwords.made()
            if known:
                keeping.reset_password(keeper, known.id, password)
            else:
                keeping.create_user(keeper, replace(draft, password=password))
            given[draft.name] = {"username": draft.name, "password": password}
        if given != told:
            _write(path, given)
    return given != told


def _drafts(features: Connection) -> list[Draft]:
    """Scopes where there is something to do: some sites of the street with the most, and for the
    officer also the street with the most votes under way."""
    active, under_way = str(SiteStatus.ACTIVE), str(DecisionResult.OPEN)
    busiest = busiest_street(features, sites.LAYER, "status", active, _COUNTY)
    voting = busiest_street(features, decisions.LAYER, "result", under_way, _COUNTY)
    street, at_work = busiest or (_COUNTY, [])
    mine = tuple(at_work[:_MAIN_SITES])
    streets = dict.fromkeys([street, *(voting[:1] if voting else ())])
    return [
        Draft("planner", Role.PLANNER, "规划人员", areas=(_PROVINCE,)),
        Draft("site_manager", Role.SITE_MANAGER, "现场管理员", sites=mine),
        Draft("supervisor", Role.SUPERVISOR, "义务监督员", sites=mine[:1]),
        Draft("street_officer", Role.STREET_OFFICER, "街道经办", areas=tuple(streets)),
        Draft("auditor", Role.AUDITOR, "市级审核", areas=(_PROVINCE,)),
        Draft("admin", Role.ADMIN, "管理员", areas=(EVERYWHERE,)),
    ]


def _write(path: Path, given: Given) -> None:
    """Nobody else may read it at any moment, and it is never half there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(given, file, ensure_ascii=False, indent=2)
    fresh.replace(path)
