"""Certificates that are made here: trusted once, for every name of the machine, and kept secret."""

import socket
import ssl
import stat
import threading
from pathlib import Path

import pytest

from gis_service.commands import tls
from gis_service.commands.failed import WrongUse
from gis_service.settings import Settings


def greeted(made: tls.Certificate, name: str) -> bool:
    """Whether a client that trusts the authority accepts the certificate for `name`."""
    assert made.authority
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(made.chain, made.key)
    client = ssl.create_default_context(cafile=str(made.authority))
    ours, theirs = socket.socketpair()

    def serve() -> None:
        try:
            with server.wrap_socket(ours, server_side=True) as secure:
                secure.recv(1)
        except (ssl.SSLError, OSError):
            ours.close()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        with client.wrap_socket(theirs, server_hostname=name) as secure:
            secure.send(b"x")
        return True
    except ssl.SSLCertVerificationError:
        theirs.close()
        return False
    finally:
        thread.join()


def test_a_phone_trusts_the_authority_once(tmp_path: Path) -> None:
    first = tls.made(tmp_path, "map.example.org")
    assert first.authority
    trusted = first.authority.read_bytes()
    second = tls.made(tmp_path, "0.0.0.0")
    assert second.authority
    assert second.authority.read_bytes() == trusted
    assert greeted(second, "localhost")
    assert greeted(second, "127.0.0.1")
    assert greeted(second, socket.gethostname())
    assert not greeted(second, "map.example.org")


def test_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    made = tls.made(tmp_path, "127.0.0.1")
    keys = [made.key, *tmp_path.rglob("*.key")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in keys} == {0o600}
    assert stat.S_IMODE((tmp_path / "tls").stat().st_mode) == 0o700


def test_a_certificate_of_ones_own(tmp_path: Path) -> None:
    made = tls.made(tmp_path, "127.0.0.1")
    said: list[str] = []
    own = tls.chosen(Settings(), False, made.chain, made.key, said.append)
    assert own == tls.Certificate(made.chain, made.key)
    assert tls.chosen(Settings(), False, None, None, said.append) is None
    with pytest.raises(WrongUse, match="no file"):
        tls.chosen(Settings(), False, tmp_path / "none.pem", None, said.append)
    with pytest.raises(WrongUse, match="needs"):
        tls.chosen(Settings(), False, None, made.key, said.append)
    assert said == []
