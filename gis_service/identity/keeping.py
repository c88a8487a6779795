"""Keeping accounts: who may sign in, as what, and where. Administrators do, within their scope."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from gis_service.errors import Invalid, NotFound, NotPermitted
from gis_service.identity import passwords, scoping
from gis_service.store import accesses, accounts, sessions, tokens
from gis_service.store.accesses import Access, Sought
from gis_service.store.accounts import Account
from layers.core.access import GRANTS, OPERATOR, Actor, Role
from layers.core.rules import Problem
from layers.core.text import Text

_log = structlog.get_logger("gis_service.identity")
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Keeper:
    """An administrator at work: `accounts` is the identity role's transaction, `features` one of
    their own, in which areas and sites are looked up."""

    actor: Actor
    accounts: Connection
    features: Connection


@dataclass(frozen=True, slots=True)
class Draft:
    """An account to be. Without a password one is made; with a `subject` none is needed."""

    name: str
    role: Role
    full_name: str = ""
    areas: tuple[str, ...] = ()
    sites: tuple[int, ...] = ()
    password: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What is to change: every field that is not None."""

    full_name: str | None = None
    role: Role | None = None
    areas: tuple[str, ...] | None = None
    sites: tuple[int, ...] | None = None
    subject: str | None = None
    active: bool | None = None


def create_user(keeper: Keeper, draft: Draft) -> tuple[Account, str | None]:
    """The account, and its password when it was made here: nobody can ask for it again."""
    _allow(keeper.actor)
    name = draft.name.strip().lower()
    if not name or len(name) > LONGEST_NAME or any(not c.isprintable() for c in name):
        raise _bad("username", Text("用户名无效。", "The name cannot be used."))
    _check_role(draft.role)
    scope = scoping.scope(keeper.features, keeper.actor, draft.areas, draft.sites)
    made = None if draft.password or draft.subject else passwords.made()
    password = draft.password or made
    values = {
        "name": name,
        "full_name": draft.full_name,
        "role": draft.role.value,
        "areas": sorted(scope.areas),
        "sites": sorted(scope.sites),
        "subject": draft.subject,
        "password": passwords.kept(password, name) if password else None,
    }
    with _unique():
        id_ = accounts.add(keeper.accounts, values)
    _tell(keeper, "account.created", account=name, role=draft.role.value)
    return found(keeper, id_), made


def users(keeper: Keeper) -> list[Account]:
    """Those whose whole scope lies in the keeper's."""
    _allow(keeper.actor)
    return [
        account
        for account in accounts.listed(keeper.accounts)
        if scoping.reaches(keeper.features, keeper.actor, account)
    ]


def found(keeper: Keeper, id_: int) -> Account:
    """Raises NotFound when there is no such account in the keeper's scope."""
    _allow(keeper.actor)
    account = accounts.with_id(keeper.accounts, id_)
    if account is None or not scoping.reaches(keeper.features, keeper.actor, account):
        raise NotFound(Text(f"没有账户 {id_}。", f"There is no account {id_}."))
    return account


def change_user(keeper: Keeper, id_: int, change: Change) -> Account:
    """Whose role changes, or who is shut out, is signed out everywhere."""
    before = found(keeper, id_)
    rights = (change.role, change.areas, change.sites, change.active)
    if before.name == keeper.actor.name and any(value is not None for value in rights):
        raise NotPermitted(
            Text("自己的权限须由其他管理员修改。", "Another administrator must change your rights.")
        )
    values = {name: value for name, value in asdict(change).items() if value is not None}
    if change.role is not None:
        _check_role(change.role)
        values["role"] = change.role.value
    if change.areas is not None or change.sites is not None:
        areas = before.areas if change.areas is None else change.areas
        sites = before.sites if change.sites is None else change.sites
        scope = scoping.scope(keeper.features, keeper.actor, areas, sites)
        values |= {"areas": sorted(scope.areas), "sites": sorted(scope.sites)}
    if not values:
        return before
    with _unique():
        accounts.change(keeper.accounts, id_, values)
    if change.role not in (None, before.role) or change.active is False:
        sessions.end_all(keeper.accounts, id_)
    _tell(keeper, "account.changed", account=before.name, changed=sorted(values))
    return found(keeper, id_)


def reset_password(keeper: Keeper, id_: int, password: str | None = None) -> str:
    """The new password, made here unless given. Sessions and tokens got by the old one end."""
    account = found(keeper, id_)
    new = password or passwords.made()
    set_password(keeper.accounts, account, new)
    _tell(keeper, "account.password_reset", account=account.name)
    return new


def access_log(keeper: Keeper, sought: Sought, limit: int) -> list[Access]:
    """Who read personal data. Rows of everywhere are in it: only who sees everywhere may read it.

    Raises NotPermitted.
    """
    _allow(keeper.actor)
    if not keeper.actor.everywhere:
        raise NotPermitted(
            Text(
                "访问记录涉及全部地区,需要全国范围的管理员。",
                "The access log is of everywhere: it is for administrators of the whole country.",
            )
        )
    return accesses.listed(keeper.accounts, sought, limit)


def set_password(db: Connection, account: Account, password: str) -> None:
    accounts.change(db, account.id, {"password": passwords.kept(password, account.name)})
    sessions.end_all(db, account.id)
    tokens.revoke_all(db, account.id)


def change_own_password(db: Connection, account: Account, old: str, new: str) -> None:
    """Raises Invalid unless `old` is the password. Other sessions and the tokens end."""
    if not passwords.fits(old, accounts.password_of(db, account.id)):
        raise _bad("old", Text("原密码不正确。", "That is not your password."))
    set_password(db, account, new)


def _tell(keeper: Keeper, event: str, **about: object) -> None:
    """The operator sees on their terminal what they do."""
    if keeper.actor is not OPERATOR:
        _log.info(event, by=keeper.actor.name, **about)


def _allow(actor: Actor) -> None:
    if not GRANTS[actor.role].administers:
        raise NotPermitted(Text("只有管理员可以管理账户。", "Only administrators keep accounts."))


def _check_role(role: Role) -> None:
    if role is Role.PUBLIC:
        raise _bad("role", Text("公众没有账户。", "The public has no account."))


@contextmanager
def _unique() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        if "subject" in str(error.orig):
            taken = Text("该外部身份已属于另一账户。", "Another account has that subject.")
            raise _bad("subject", taken) from None
        raise _bad("username", Text("用户名已被使用。", "The name is taken.")) from None


def _bad(field: str, message: Text) -> Invalid:
    return Invalid([Problem(f"{field}.bad", message, field)])
