"""For administrators: who may sign in, as what, where; and who read personal data."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import AwareDatetime, BaseModel, Field, SecretStr

from gis_service.api.requests import Accounts, Asking, Reading, SignedIn
from gis_service.api.session import Body
from gis_service.errors import BadParameter
from gis_service.identity import keeping, scoping, signing_in
from gis_service.identity.keeping import LONGEST_NAME, Change, Draft, Keeper
from gis_service.store import accesses
from gis_service.store import accounts as stored
from gis_service.store.accesses import Sought
from layers.core.access import Role
from layers.core.text import Text

router = APIRouter(tags=["Accounts"])

_TOP_ID = (1 << 63) - 1
Id = Annotated[int, Path(alias="id", ge=1, le=_TOP_ID)]
Areas = Annotated[list[Annotated[str, Field(max_length=12)]], Field(max_length=200)]
Sites = Annotated[list[Annotated[int, Field(ge=1, le=_TOP_ID)]], Field(max_length=1000)]
FullName = Annotated[str, Field(max_length=80, pattern=r"^[^\x00]*$")]
Subject = Annotated[str, Field(min_length=1, max_length=255, pattern=r"^[^\x00]*$")]


class Account(BaseModel):
    """One account. `areas` are prefixes of division codes, "" is the whole country."""

    id: int
    username: str
    full_name: str
    role: Role
    areas: list[str]
    sites: list[int]
    active: bool
    subject: str | None
    area_names: dict[str, str] = Field(description="What the areas are called, by code.")
    site_names: dict[int, str] = Field(description="What the sites are called, by id.")


class NewAccount(Body):
    """Without a password or a subject a password is made."""

    username: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME, pattern=r"^[^\x00]*$")]
    role: Role
    full_name: FullName = ""
    areas: Areas = Field(default_factory=list)
    sites: Sites = Field(default_factory=list)
    password: SecretStr | None = None
    subject: Subject | None = None


class AccountChange(Body):
    """What is given changes, what is left out stays."""

    full_name: FullName | None = None
    role: Role | None = None
    areas: Areas | None = None
    sites: Sites | None = None
    active: bool | None = None
    subject: Subject | None = None


class Made(BaseModel):
    """`password` is told this once, and only if it was made here."""

    account: Account
    password: str | None


class PasswordReset(Body):
    password: SecretStr | None = None


class Access(BaseModel):
    """Who was given which rows with personal data; `features` is null for a whole layer."""

    id: int
    at: datetime
    actor: str
    layer: str
    features: list[int] | None


def keeper(actor: Asking, known: SignedIn, accounts: Accounts, features: Reading) -> Keeper:
    """`known` refuses the public before `keeping` refuses whoever is no administrator."""
    return Keeper(actor, accounts, features)


Keeping = Annotated[Keeper, Depends(keeper)]


@router.get("/accounts")
def get_accounts(keeper: Keeping) -> list[Account]:
    """Accounts whose scope lies in mine."""
    return _told(keeper, *keeping.users(keeper))


@router.post("/accounts", status_code=201)
def post_account(keeper: Keeping, body: NewAccount, response: Response) -> Made:
    """Add an account."""
    account, made = keeping.create_user(
        keeper,
        Draft(
            name=body.username,
            role=body.role,
            full_name=body.full_name,
            areas=tuple(body.areas),
            sites=tuple(body.sites),
            password=_revealed(body.password),
            subject=body.subject,
        ),
    )
    response.headers["Location"] = f"/api/accounts/{account.id}"
    response.headers["Cache-Control"] = "no-store"
    return Made(account=_told(keeper, account)[0], password=made)


@router.get("/accounts/{id}")
def get_account(keeper: Keeping, id_: Id) -> Account:
    """One account."""
    return _told(keeper, keeping.found(keeper, id_))[0]


@router.patch("/accounts/{id}")
def patch_account(keeper: Keeping, id_: Id, body: AccountChange) -> Account:
    """Change role, scope or name, or shut an account. A change of role signs it out everywhere."""
    change = Change(
        full_name=body.full_name,
        role=body.role,
        areas=None if body.areas is None else tuple(body.areas),
        sites=None if body.sites is None else tuple(body.sites),
        active=body.active,
        subject=body.subject,
    )
    return _told(keeper, keeping.change_user(keeper, id_, change))[0]


@router.post("/accounts/{id}/password")
def post_password(keeper: Keeping, id_: Id, body: PasswordReset, response: Response) -> Made:
    """Reset a password; the account's sessions and tokens end."""
    given = _revealed(body.password)
    new = keeping.reset_password(keeper, id_, given)
    response.headers["Cache-Control"] = "no-store"
    [told] = _told(keeper, keeping.found(keeper, id_))
    return Made(account=told, password=None if given else new)


@router.delete("/accounts/{id}/sessions", status_code=204)
def delete_sessions(keeper: Keeping, id_: Id) -> None:
    """Sign an account out everywhere."""
    signing_in.sign_out_everywhere(keeper.accounts, keeping.found(keeper, id_).id)


@router.get("/access-log")
def get_access_log(
    keeper: Keeping,
    actor: Annotated[str | None, Query(max_length=LONGEST_NAME)] = None,
    layer: Annotated[str | None, Query(max_length=80)] = None,
    feature: Annotated[
        int | None, Query(ge=1, le=_TOP_ID, description="A row of the layer, which is then needed.")
    ] = None,
    since: AwareDatetime | None = None,
    until: Annotated[AwareDatetime | None, Query(description="Not itself in it.")] = None,
    before: Annotated[int | None, Query(ge=1, le=_TOP_ID)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> list[Access]:
    """Who read personal data, the newest first; `before` is the last id of the page before."""
    if feature is not None and layer is None:
        raise BadParameter("layer", Text("按编号查询须指明图层。", "Rows are numbered by layer."))
    sought = Sought(actor, layer, feature, since, until, before)
    found = keeping.access_log(keeper, sought, limit)
    return [Access(**_fields(each)) for each in found]


def _told(keeper: Keeper, *accounts: stored.Account) -> list[Account]:
    names = scoping.names(keeper.features, accounts)
    return [
        Account(
            id=account.id,
            username=account.name,
            full_name=account.full_name,
            role=account.role,
            areas=sorted(account.areas),
            sites=sorted(account.sites),
            active=account.active,
            subject=account.subject,
            area_names={code: names.areas[code] for code in account.areas & names.areas.keys()},
            site_names={id_: names.sites[id_] for id_ in account.sites & names.sites.keys()},
        )
        for account in accounts
    ]


def _fields(access: accesses.Access) -> dict[str, object]:
    return {name: getattr(access, name) for name in Access.model_fields}


def _revealed(secret: SecretStr | None) -> str | None:
    return None if secret is None else secret.get_secret_value()
