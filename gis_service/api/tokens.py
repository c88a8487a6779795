"""Bearer tokens: one's own, by a session; and an administrator's view of those of others."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, ConfigDict, Field

from gis_service.api.accounts import Id, Keeping
from gis_service.api.requests import Accounts, SignedIn
from gis_service.api.session import Body
from gis_service.errors import NotPermitted
from gis_service.identity import keeping, machines
from gis_service.identity.machines import LONGEST_DAYS
from gis_service.identity.recognising import By, Known
from gis_service.store import tokens
from layers.core.text import Text

router = APIRouter(tags=["Tokens"])

TokenId = Annotated[int, Path(alias="token", ge=1, lt=1 << 63)]


class NewToken(Body):
    name: Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^\x00]*$")]
    days: Annotated[int, Field(ge=1, le=LONGEST_DAYS)] = 90


class Token(BaseModel):
    """A token as it is listed; its secret is never told again."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    created_at: datetime
    ends_at: datetime
    seen_at: datetime | None


class IssuedToken(BaseModel):
    """`secret` goes into `Authorization: Bearer …`, and is told this once."""

    token: Token
    secret: str


@router.get("/session/tokens")
def get_tokens(db: Accounts, known: SignedIn) -> list[Token]:
    """My tokens."""
    return [Token.model_validate(each) for each in tokens.listed(db, known.account.id)]


@router.post("/session/tokens", status_code=201)
def post_token(db: Accounts, known: SignedIn, body: NewToken, response: Response) -> IssuedToken:
    """Make a token that may what I may, for a program."""
    _by_session(known)
    token, secret = machines.issue(db, known.account.id, body.name, body.days)
    response.headers["Cache-Control"] = "no-store"
    return IssuedToken(token=Token.model_validate(token), secret=secret)


@router.delete("/session/tokens/{token}", status_code=204)
def delete_token(db: Accounts, known: SignedIn, token: TokenId) -> None:
    """Revoke a token of mine."""
    machines.revoke(db, known.account.id, token)


@router.get("/accounts/{id}/tokens")
def get_tokens_of(keeper: Keeping, id_: Id) -> list[Token]:
    """The tokens of an account."""
    account = keeping.found(keeper, id_)
    return [Token.model_validate(each) for each in tokens.listed(keeper.accounts, account.id)]


@router.delete("/accounts/{id}/tokens/{token}", status_code=204)
def delete_token_of(keeper: Keeping, id_: Id, token: TokenId) -> None:
    """Revoke a token of an account."""
    machines.revoke(keeper.accounts, keeping.found(keeper, id_).id, token)


def _by_session(known: Known) -> None:
    """A token that leaked must not outlive itself by making another."""
    if known.by is not By.COOKIE:
        raise NotPermitted(
            Text("令牌不能再生成令牌。", "A token cannot make another: sign in to make one.")
        )
