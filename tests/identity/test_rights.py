"""Every role, every layer, every verb: the table as people were told it, against the database."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from gis_service.store import scopes
from gis_service.store.database import Database
from gis_service.store.tables import TABLES
from gis_service.store.views import view
from layers import CATALOGUE
from layers.core.access import (
    EVERYWHERE,
    Actor,
    Place,
    Role,
    may_edit,
    may_publish,
    may_read_internal,
    may_read_private,
)
from layers.core.layer import Layer
from tests.identity.conftest import Grounds
from tests.identity.grounds import OF_A_SITE, Street

ON_SITE = {
    "work_areas",
    "warning_perimeters",
    "passages",
    "material_storage",
    "reception_points",
    "duty_shifts",
    "inspections",
}
KEPT: dict[Role, set[str]] = {
    Role.SITE_MANAGER: ON_SITE,
    Role.SUPERVISOR: {"inspections"},
    Role.STREET_OFFICER: set(CATALOGUE) - {"divisions"},
    Role.PLANNER: set(CATALOGUE) - {"divisions", "households", "ballots"},
    Role.AUDITOR: set(),
    Role.ADMIN: set(CATALOGUE),
}
"""What each role keeps, as `docs/accounts.md` tells it."""

ROLES = pytest.mark.parametrize("role", KEPT, ids=str)
LAYERS = pytest.mark.parametrize("layer", CATALOGUE.values(), ids=lambda layer: layer.name)

Scope = Callable[[Role, Street], Actor]
SCOPES: dict[str, Scope] = {
    "nowhere": lambda role, here: Actor(role),
    "everywhere": lambda role, here: Actor(role, frozenset({EVERYWHERE})),
    "province": lambda role, here: Actor(role, frozenset({"36"})),
    "city": lambda role, here: Actor(role, frozenset({here.code[:4]})),
    "county": lambda role, here: Actor(role, frozenset({here.code[:6]})),
    "street": lambda role, here: Actor(role, frozenset({here.code})),
    "two areas": lambda role, here: Actor(role, frozenset({"11", here.code})),
    "site": lambda role, here: Actor(role, sites=frozenset({here.site})),
}
WIDE = {"everywhere", "province"}


def seen(database: Database, actor: Actor, street: Street) -> set[str]:
    """Layers whose row in the street the actor's view holds."""
    with database.transaction(actor) as db:
        return {
            name
            for name, layer in CATALOGUE.items()
            if db.scalar(
                select(view(layer, actor).c.id).where(view(layer, actor).c.id == street.ids[name])
            )
        }


def in_scope(scope: str, role: Role) -> set[str]:
    """Layers whose row in the own street is in scope, said in the words of the domain."""
    if scope == "nowhere":
        return set()
    return OF_A_SITE | (KEPT[role] - {"divisions"}) if scope == "site" else set(CATALOGUE)


@ROLES
@pytest.mark.parametrize("scope", SCOPES)
def test_rows_of_my_scope_and_no_others(
    database: Database, grounds: Grounds, role: Role, scope: str
) -> None:
    actor = SCOPES[scope](role, grounds.here)
    assert seen(database, actor, grounds.here) == in_scope(scope, role)
    assert seen(database, actor, grounds.there) == (set(CATALOGUE) if scope in WIDE else set())


@ROLES
@pytest.mark.parametrize("scope", SCOPES)
def test_verbs(database: Database, grounds: Grounds, role: Role, scope: str) -> None:
    actor = SCOPES[scope](role, grounds.here)
    far = set(CATALOGUE) if scope in WIDE else set()
    for street, reached in ((grounds.here, in_scope(scope, role)), (grounds.there, far)):
        with database.transaction(actor) as db:
            places = {
                name: scopes.place_of(db, layer, street.ids[name])
                for name, layer in CATALOGUE.items()
            }
        kept = reached & KEPT[role]
        written = {name for name in kept if CATALOGUE[name].writing.by_staff}
        assert allowed(may_read_internal, actor, places) == reached
        assert allowed(may_read_private, actor, places) == kept
        assert allowed(may_edit, actor, places) == written
        assert allowed(may_publish, actor, places) == (
            set() if role is Role.SUPERVISOR else written
        )


def allowed(
    verb: Callable[[Actor, Layer, Place], bool], actor: Actor, places: dict[str, Place]
) -> set[str]:
    return {name for name, place in places.items() if verb(actor, CATALOGUE[name], place)}


def test_private_values_stay_in_scope(database: Database, grounds: Grounds) -> None:
    """Published rows of elsewhere are read by all, what is private in them by nobody else."""
    layer = CATALOGUE["sites"]
    here = Actor(Role.STREET_OFFICER, frozenset({grounds.here.code}))
    auditor = Actor(Role.AUDITOR, frozenset({EVERYWHERE}))
    with database.owner.connect() as db, db.begin() as transaction:
        db.execute(TABLES[layer.name].update().values(contact_name="张三", visibility="published"))
        source = view(layer, here)
        told = dict(db.execute(select(source.c.id, source.c.contact_name)).all())
        by_value = db.scalars(select(source.c.id).where(source.c.contact_name == "张三")).all()
        transaction.rollback()
    assert told == {grounds.here.site: "张三", grounds.there.site: None}
    assert list(by_value) == [grounds.here.site]
    assert "contact_name" not in view(layer, auditor).c


def test_the_public_does_nothing_anywhere(grounds: Grounds) -> None:
    actor = Actor(Role.PUBLIC, frozenset({EVERYWHERE}), frozenset({grounds.here.site}))
    places = {name: grounds.here.place(name) for name in CATALOGUE}
    for verb in (may_edit, may_publish, may_read_internal, may_read_private):
        assert allowed(verb, actor, places) == set()


@LAYERS
def test_places_are_those_worked_out_by_hand(
    database: Database, grounds: Grounds, layer: Layer
) -> None:
    with database.owner.begin() as db:
        for street in (grounds.here, grounds.there):
            found = scopes.place_of(db, layer, street.ids[layer.name])
            assert found == street.place(layer.name)


@LAYERS
def test_a_row_to_come_belongs_where_its_owner_does(
    database: Database, grounds: Grounds, layer: Layer
) -> None:
    table = TABLES[layer.name]
    streets = (grounds.here, grounds.there)
    with database.owner.begin() as db:
        owners = [
            db.scalar(
                select(table.c[layer.owner or ""]).where(table.c.id == street.ids[layer.name])
            )
            for street in streets
        ]
        *found, nowhere = scopes.places(db, layer, [*owners, None])
    assert [place.division for place in found] == [street.code for street in streets]
    assert nowhere == Place(None)


@ROLES
def test_a_row_that_nobody_owns_is_for_those_of_everywhere(
    database: Database, grounds: Grounds, role: Role
) -> None:
    layer = CATALOGUE["buildings"]
    with database.owner.connect() as db, db.begin() as transaction:
        db.execute(TABLES[layer.name].update().values(community=None))
        for area in ("36", EVERYWHERE):
            actor = Actor(role, frozenset({area}))
            found = db.execute(select(view(layer, actor).c.id)).all()
            assert len(found) == (2 if actor.everywhere else 0)
            place = scopes.place_of(db, layer, grounds.here.ids[layer.name])
            assert may_read_internal(actor, layer, place) is actor.everywhere
        transaction.rollback()
