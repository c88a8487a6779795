"""Signing in and out, and what whoever asks may do."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, SecretStr
from starlette.requests import Request
from starlette.responses import Response

from gis_service.api import credentials
from gis_service.api.requests import (
    Accounts,
    Configured,
    MaybeKnown,
    SignedIn,
    Tongue,
    database,
)
from gis_service.identity import keeping, signing_in
from gis_service.settings import Settings
from gis_service.store.accounts import Account
from gis_service.store.sessions import LONGEST
from layers import CATALOGUE
from layers.core.access import GRANTS, PUBLIC, Actor, writes
from layers.core.layer import Layer, Writing
from layers.core.text import Language

router = APIRouter(prefix="/session", tags=["Session"])


class Body(BaseModel):
    """Base of what clients send; unknown members are refused."""

    model_config = ConfigDict(extra="forbid")


class Credentials(Body):
    username: str = Field(min_length=1, max_length=200, pattern=r"^[^\x00]*$")
    password: SecretStr = Field(min_length=1, max_length=1000)


class NewPassword(Body):
    old: SecretStr = Field(max_length=1000)
    new: SecretStr = Field(max_length=1000)


class Rights(BaseModel):
    """What one may do with a layer, in their scope. `internal` is seeing rows not yet public."""

    read: bool
    internal: bool
    create: bool
    edit: bool
    publish: bool


class Session(BaseModel):
    """Who asks. `areas` are prefixes of division codes, "" is the whole country."""

    signed_in: bool
    username: str | None
    name: str
    role: str
    role_title: str
    areas: list[str]
    sites: list[int]
    administers: bool
    layers: dict[str, Rights]
    openid: str | None = Field(description="Where to sign in by the outside provider.")


def told(account: Account | None, settings: Settings, language: Language) -> Session:
    actor = PUBLIC if account is None else account.actor
    title = actor.role.label[language]
    return Session(
        signed_in=account is not None,
        username=None if account is None else account.name,
        name=title if account is None else account.full_name or account.name,
        role=actor.role.value,
        role_title=title,
        areas=sorted(actor.areas),
        sites=sorted(actor.sites),
        administers=GRANTS[actor.role].administers,
        layers={layer.name: _rights(actor, layer) for layer in CATALOGUE.values()},
        openid="/api/session/openid" if settings.openid_issuer else None,
    )


def _rights(actor: Actor, layer: Layer) -> Rights:
    grant, writing = GRANTS[actor.role], writes(actor.role, layer)
    return Rights(
        read=layer.public or grant.reads_internal,
        internal=grant.reads_internal,
        create=writing,
        edit=writing and layer.writing is Writing.CRUD,
        publish=writing and grant.publishes,
    )


@router.get("")
def get_session(
    response: Response, known: MaybeKnown, settings: Configured, language: Tongue
) -> Session:
    """Who I am and what I may do."""
    response.headers["Cache-Control"] = "no-store"
    return told(known.account if known else None, settings, language)


@router.post("")
def sign_in(
    request: Request, response: Response, body: Credentials, settings: Configured, language: Tongue
) -> Session:
    """Sign in. The cookie of the answer is the session; it is new each time."""
    credentials.check_origin(request, required=False)
    address = request.client.host if request.client else ""
    engine = database(request).identity
    password = body.password.get_secret_value()
    account, secret = signing_in.sign_in(engine, body.username, password, address)
    if before := credentials.cookie_of(request):
        with engine.begin() as db:
            signing_in.sign_out(db, before)
    credentials.set_cookie(request, response, secret, int(LONGEST.total_seconds()))
    response.headers["Cache-Control"] = "no-store"
    return told(account, settings, language)


@router.delete("", status_code=204)
def sign_out(
    request: Request,
    response: Response,
    db: Accounts,
    known: MaybeKnown,
    everywhere: Annotated[bool, Query(description="On every device.")] = False,
) -> None:
    """Sign out; well, too, when nobody is signed in."""
    if known and everywhere:
        signing_in.sign_out_everywhere(db, known.account.id)
    if secret := credentials.cookie_of(request):
        signing_in.sign_out(db, secret)
    credentials.clear_cookie(request, response)


@router.put("/password", status_code=204)
def change_password(request: Request, db: Accounts, known: SignedIn, body: NewPassword) -> None:
    """Change my password; I am signed out elsewhere and here."""
    keeping.change_own_password(
        db, known.account, body.old.get_secret_value(), body.new.get_secret_value()
    )
