"""Signing in by an OpenID provider: authorization code with PKCE, by Authlib.

The provider says who somebody is; what they may do is for the account that bears their `sub`, and
that only an administrator can have made.
"""

from dataclasses import dataclass
from typing import Any

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import Connection

from gis_service.errors import NotFound, NotPermitted, NotSignedIn, Unavailable
from gis_service.identity import secrets
from gis_service.settings import Settings
from gis_service.store import accounts, openings
from gis_service.store.accounts import Account
from gis_service.store.openings import Opening
from layers.core.text import Text

_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
"""Signed with a key that only the provider has; never HMAC, never `none`."""
_LEEWAY_S = 60
_TIMEOUT_S = 10


@dataclass(frozen=True, slots=True)
class Begun:
    """Where to send the browser, and the state that it must come back with."""

    address: str
    state: str


def begin(db: Connection, settings: Settings, callback: str, next_: str) -> Begun:
    """Begins a sign-in. Raises NotFound without a provider, Unavailable when it does not answer."""
    provider = _Provider(settings)
    opening = Opening(nonce=secrets.new(), verifier=secrets.new(), next=next_)
    address, state = provider.address(callback, opening)
    openings.add(db, secrets.digest(state), opening)
    return Begun(address, state)


def opening_of(db: Connection, state: str) -> Opening:
    """What was begun with `state`; asked once. Raises NotSignedIn when nothing was."""
    opening = openings.take(db, secrets.digest(state))
    if opening is None:
        raise _refused()
    return opening


def finish(
    db: Connection, settings: Settings, callback: str, opening: Opening, code: str
) -> Account:
    """The account of whom the provider vouches for.

    Raises NotSignedIn for an answer that proves nothing, NotPermitted for a person without an
    account, Unavailable when the provider does not answer.
    """
    subject = _Provider(settings).subject(callback, opening, code)
    account = accounts.of_subject(db, subject)
    if account is None or not account.active:
        raise NotPermitted(
            Text(
                f"没有与外部身份 {subject} 对应的账户,请联系管理员。",
                f"No account bears the subject {subject}; ask an administrator.",
            )
        )
    return account


class _Provider:
    """The provider of the settings, with what it says of itself."""

    def __init__(self, settings: Settings) -> None:
        self.issuer = settings.openid_issuer.rstrip("/")
        if not self.issuer:
            raise NotFound(Text("未启用外部登录。", "No outside provider is set up."))
        self.client_id = settings.openid_client_id
        self.secret = settings.openid_client_secret.get_secret_value()
        self.told = _fetched(f"{self.issuer}/.well-known/openid-configuration")
        if str(self.told.get("issuer", "")).rstrip("/") != self.issuer:
            raise Unavailable(
                Text("外部登录服务自称另一身份。", "The provider says that it is another.")
            )

    def address(self, callback: str, opening: Opening) -> tuple[str, str]:
        """Where to send the browser, and the state in it."""
        with self._client(callback) as client:
            address, state = client.create_authorization_url(
                self.told["authorization_endpoint"],
                state=secrets.new(),
                nonce=opening.nonce,
                code_verifier=opening.verifier,
            )
        return str(address), str(state)

    def subject(self, callback: str, opening: Opening, code: str) -> str:
        """The `sub` of the ID token that the code is worth, once every claim of it holds."""
        try:
            with self._client(callback) as client:
                token = client.fetch_token(
                    self.told["token_endpoint"], code=code, code_verifier=opening.verifier
                )
            keys = KeySet.import_key_set(_fetched(self.told["jwks_uri"]))
            signed = jwt.decode(token["id_token"], keys, algorithms=_ALGORITHMS)
            claims = CodeIDToken(
                signed.claims,
                signed.header,
                {
                    "iss": {"essential": True, "value": self.told["issuer"]},
                    "aud": {"essential": True, "value": self.client_id},
                },
                {
                    "nonce": opening.nonce,
                    "client_id": self.client_id,
                    "access_token": token.get("access_token"),
                },
            )
            claims.validate(leeway=_LEEWAY_S)
        except (AuthlibBaseError, JoseError, KeyError, ValueError):
            raise _refused() from None
        except httpx2.HTTPError:
            raise _silent() from None
        return str(claims["sub"])

    def _client(self, callback: str) -> Any:
        return OAuth2Client(
            self.client_id,
            self.secret or None,
            token_endpoint_auth_method="client_secret_basic" if self.secret else "none",
            scope="openid profile",
            redirect_uri=callback,
            code_challenge_method="S256",
            timeout=_TIMEOUT_S,
        )


def _fetched(address: str) -> Any:
    try:
        answer = httpx2.get(address, timeout=_TIMEOUT_S).raise_for_status()
        found = answer.json()
    except (httpx2.HTTPError, ValueError):
        raise _silent() from None
    if not isinstance(found, dict):
        raise _silent()
    return found


def _silent() -> Unavailable:
    return Unavailable(Text("外部登录服务没有应答。", "The provider does not answer."))


def _refused() -> NotSignedIn:
    return NotSignedIn(
        Text("外部登录未能完成,请重新登录。", "The sign-in could not be completed; begin again.")
    )
