"""Where the cluster and its socket lie: in the data directory if the database can enter it."""

import hashlib
import os
import pwd
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from gis_service.embedded.account import Account
from gis_service.embedded.unavailable import Unavailable

# The kernel's limit for the path of a Unix socket, without the closing zero.
SOCKET_PATH_BYTES = 107
PORT = 5432  # nothing listens on it: it only numbers the socket file
OUTSIDE = Path("/var/lib/onemap")


@dataclass(frozen=True, slots=True)
class Place:
    """One cluster's directories."""

    directory: Path

    @property
    def data(self) -> Path:
        return self.directory / "data"

    @property
    def log(self) -> Path:
        return self.directory / "postgresql.log"

    @property
    def sockets(self) -> Path:
        """Beside the data, unless that path is too long for a socket."""
        beside = self.directory / "socket"
        if len(os.fsencode(beside / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_BYTES:
            return beside
        return Path("/tmp") / f"onemap-{_digest(self.directory)}"

    @property
    def major(self) -> int | None:
        """The version of PostgreSQL that made the cluster, if there is one."""
        try:
            return int((self.data / "PG_VERSION").read_text())
        except (FileNotFoundError, NotADirectoryError):
            return None


def prepared(data_dir: Path) -> Path:
    """The data directory, made if missing; ours to write, or `Unavailable` says why not."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        data_dir = data_dir.resolve()
        owner = data_dir.stat().st_uid
    except OSError as failure:
        raise Unavailable(
            f"Data directory {data_dir}: {failure.strerror}. Choose another with --data-dir."
        ) from None
    if owner != os.geteuid():
        raise Unavailable(
            f"Data directory {data_dir} belongs to {_user(owner)}, and this is"
            f" {_user(os.geteuid())}: run as its owner or choose another with --data-dir."
        )
    if not os.access(data_dir, os.W_OK | os.X_OK):
        raise Unavailable(f"Data directory {data_dir} cannot be written to.")
    return data_dir


def existing(data_dir: Path) -> Place | None:
    """The cluster of a data directory, if it has one."""
    place = Place((data_dir / "cluster").resolve())
    return place if place.major else None


def place_in(data_dir: Path, account: Account) -> Place:
    """The cluster of a prepared data directory: where it already is, else where it can be.

    A checkout under /root, say, is closed to the user `postgres`. Then the cluster alone moves,
    and a link stands for it: who removes the data directory begins anew.
    """
    cluster = data_dir / "cluster"
    if not cluster.exists():
        cluster.unlink(missing_ok=True)  # a link to a cluster that was removed
        account.own(cluster)
    place = Place(cluster.resolve())
    if not account.can_write(place.directory):
        if place.major is not None:
            raise Unavailable(f"{place.directory} can no longer be entered by {account.name}.")
        shutil.rmtree(cluster)
        place = _outside(account)
        cluster.symlink_to(place.directory)
    _make_private(place.sockets, account)
    return place


def _outside(account: Account) -> Place:
    OUTSIDE.mkdir(mode=0o755, parents=True, exist_ok=True)
    return Place(account.own(Path(mkdtemp(prefix="cluster-", dir=OUTSIDE))))


def _make_private(sockets: Path, account: Account) -> None:
    sockets.mkdir(mode=0o700, exist_ok=True)
    found = sockets.lstat()
    # In /tmp another user may have been there first: never trust a directory that is not ours.
    if found.st_uid not in (os.geteuid(), account.uid) or found.st_mode & 0o077:
        raise Unavailable(f"{sockets} is not private to {account.name}: remove it.")
    account.own(sockets)


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _user(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"
