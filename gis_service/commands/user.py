"""`onemap user`: accounts by the command line, the first administrator's above all."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from gis_service.commands import options
from gis_service.commands.database import database
from gis_service.commands.failed import Failed, WrongUse
from gis_service.commands.progress import Progress

if TYPE_CHECKING:
    from gis_service.identity.keeping import Keeper
    from layers.core.access import Role

Name = Annotated[str, typer.Argument(help="What they sign in as.")]
Area = Annotated[
    list[str] | None, typer.Option(help="Division code, 3609 say, or 'all'; may be repeated.")
]
Site = Annotated[list[int] | None, typer.Option(help="Id of a site; may be repeated.")]
FromInput = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password's line from standard input.")
]


def application() -> typer.Typer:
    app = typer.Typer(help="Accounts: who may sign in, as what, and where.", rich_markup_mode=None)
    app.command("add")(add)
    app.command("list")(list_)
    app.command("password")(password)
    return app


def add(
    name: Name,
    role: Annotated[str, typer.Option(help="planner, site_manager, street_officer …")],
    area: Area = None,
    site: Site = None,
    full_name: str = "",
    subject: Annotated[str, typer.Option(help="Their `sub` at the OpenID provider.")] = "",
    password_stdin: FromInput = False,
    data_dir: options.DataDir = None,
) -> None:
    """Add an account. A password that is made for it is printed once."""
    from gis_service.identity.keeping import Draft, create_user

    draft = Draft(
        name=name,
        role=_role(role),
        full_name=full_name,
        areas=tuple("" if code == "all" else code for code in area or ()),
        sites=tuple(site or ()),
        password=_read() if password_stdin else None,
        subject=subject or None,
    )
    with _keeper(data_dir) as keeper:
        account, made = create_user(keeper, draft)
    typer.echo(f"{account.name}: {account.role.label.en}")
    if made:
        typer.echo(f"password: {made}")


def list_(data_dir: options.DataDir = None, as_json: options.Json = False) -> None:
    """List the accounts with their roles and scopes."""
    from gis_service.identity.keeping import users

    with _keeper(data_dir) as keeper:
        found = users(keeper)
    for each in found:
        areas = ["all" if code == "" else code for code in sorted(each.areas)]
        if as_json:
            row = {"name": each.name, "role": each.role, "areas": areas, "active": each.active}
            typer.echo(json.dumps({**row, "sites": sorted(each.sites)}, ensure_ascii=False))
        else:
            scope = " ".join([*areas, *(f"#{site}" for site in sorted(each.sites))]) or "–"
            shut = "" if each.active else "  (closed)"
            typer.echo(f"{each.name:24} {each.role.value:16} {scope}{shut}")


def password(
    name: Name, password_stdin: FromInput = False, data_dir: options.DataDir = None
) -> None:
    """Give an account a new password, and sign it out everywhere."""
    from gis_service.identity.keeping import reset_password
    from gis_service.store.accounts import named

    given = _read() if password_stdin else None
    with _keeper(data_dir) as keeper:
        account = named(keeper.accounts, name.strip().lower())
        if account is None:
            raise Failed(f"there is no account '{name}'")
        new = reset_password(keeper, account.id, given)
    typer.echo(f"{account.name}: signed out everywhere")
    if given is None:
        typer.echo(f"password: {new}")


@contextmanager
def _keeper(data_dir: options.DataDir) -> Iterator["Keeper"]:
    """The operator of this machine, on a database that is up to date."""
    from gis_service.identity.keeping import Keeper
    from gis_service.migrations import migrate
    from layers.core.access import OPERATOR

    with database(options.settings(data_dir=data_dir), Progress(to_stderr=True)) as opened:
        migrate(opened.owner)
        with opened.identity.begin() as accounts, opened.transaction(OPERATOR) as features:
            yield Keeper(OPERATOR, accounts, features)


def _role(word: str) -> "Role":
    from layers.core.access import Role

    known = [role.value for role in Role if role is not Role.PUBLIC]
    if word not in known:
        raise WrongUse(f"--role is one of {', '.join(known)}")
    return Role(word)


def _read() -> str:
    return sys.stdin.readline().rstrip("\r\n")
