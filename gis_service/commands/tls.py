"""HTTPS for phones, which give no position and no service worker to plain HTTP.

An operator brings a certificate of their own, or one is made here, by an authority that is made
here too and lasts: a phone that trusts it once trusts every certificate that follows.
"""

import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from gis_service.commands.failed import WrongUse

if TYPE_CHECKING:
    from gis_service.settings import Settings

LASTS = timedelta(days=365)
"""Phones refuse certificates that last longer than 825 days."""
AUTHORITY = "authority.pem"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files in PEM. `authority` is what a phone has to trust, if it was made here."""

    chain: Path
    key: Path
    authority: Path | None = None


def chosen(
    settings: "Settings",
    make: bool,
    chain: Path | None,
    key: Path | None,
    say: Callable[[str], None],
) -> Certificate | None:
    """The certificate that the options of a command ask for, if they ask for one."""
    if chain is not None:
        return own(chain, key)
    if key is not None:
        raise WrongUse("--tls-key needs --tls-certificate")
    if not make:
        return None
    found = made(settings.data_dir, settings.host)
    say(f"TLS: let phones trust {found.authority}")
    return found


def own(chain: Path, key: Path | None) -> Certificate:
    """The operator's; the key may stand in the same file. Raises WrongUse."""
    found = Certificate(chain, key or chain)
    for path in (found.chain, found.key):
        if not path.is_file():
            raise WrongUse(f"--tls-certificate, --tls-key: there is no file {path}")
    return found


def made(data_dir: Path, host: str) -> Certificate:
    """A fresh certificate for `host` and for every name and address of this machine."""
    import trustme

    folder = data_dir / "tls"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    authority, secret = folder / AUTHORITY, folder / "authority.key"
    if authority.exists() and secret.exists():
        issuer = trustme.CA.from_pem(authority.read_bytes(), secret.read_bytes())
    else:
        issuer = trustme.CA(
            organization_name="Renewal One Map", organization_unit_name=socket.gethostname()
        )
        _write(secret, issuer.private_key_pem.bytes())
        authority.write_bytes(issuer.cert_pem.bytes())
    issued = issuer.issue_cert(*_names(host), not_after=datetime.now(UTC) + LASTS)
    found = Certificate(folder / "service.pem", folder / "service.key", authority)
    _write(found.key, issued.private_key_pem.bytes())
    found.chain.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
    return found


def _names(host: str) -> list[str]:
    return list(dict.fromkeys([*_given(host), "localhost", "127.0.0.1", "::1", *_of_machine()]))


def _given(host: str) -> list[str]:
    """Unless it stands for every address."""
    return [] if host in ("0.0.0.0", "::") else [host]


def _of_machine() -> Iterator[str]:
    name = socket.gethostname()
    yield name
    try:
        found = socket.getaddrinfo(name, None)
    except OSError:
        found = []
    yield from (str(address[4][0]).partition("%")[0] for address in found)
    # The address that others in the same network reach us by; nothing is sent.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return
        yield str(probe.getsockname()[0])


def _write(path: Path, secret: bytes) -> None:
    """For its owner alone, at every moment."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secret)
