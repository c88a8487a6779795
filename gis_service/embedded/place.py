"""Where the cluster and its socket lie: in the data directory if the database can enter it."""

import hashlib
import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from gis_service.embedded.account import Account
from gis_service.embedded.unavailable import Unavailable

# The kernel's limit for the path of a Unix socket, without the closing zero.
SOCKET_PATH_BYTES = 107
PORT = 5432  # nothing listens on it: it only numbers the socket file


@dataclass(frozen=True, slots=True)
class Place:
    """The directories of one cluster. All but `sockets` lie in `directory`."""

    directory: Path
    sockets: Path

    @property
    def data(self) -> Path:
        return self.directory / "data"

    @property
    def log(self) -> Path:
        return self.directory / "postgresql.log"

    @property
    def made(self) -> bool:
        return _major(self.directory) is not None


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


def existing_major(data_dir: Path) -> int | None:
    """The version of PostgreSQL that made the cluster of a data directory, if there is one."""
    return next(filter(None, map(_major, _candidates(data_dir))), None)


def place_in(data_dir: Path, account: Account) -> Place:
    """The cluster of a data directory: where it already is, else where it can be.

    A checkout under /root, say, is closed to the user `postgres`. Then the cluster alone moves.
    """
    inside, outside = _candidates(data_dir)
    for directory in filter(_major, (inside, outside)):
        if not account.can_write(directory):
            raise Unavailable(f"{directory} can no longer be entered by {account.name}.")
        return _with_sockets(directory, account)
    if account.can_write(account.own(inside)):
        return _with_sockets(inside, account)
    inside.rmdir()
    outside.parent.mkdir(mode=0o755, exist_ok=True)
    return _with_sockets(account.own(outside), account)


def _candidates(data_dir: Path) -> tuple[Path, Path]:
    return data_dir / "cluster", Path("/var/lib/onemap") / _digest(data_dir)


def _major(directory: Path) -> int | None:
    try:
        return int((directory / "data/PG_VERSION").read_text())
    except (FileNotFoundError, NotADirectoryError):
        return None


def _with_sockets(directory: Path, account: Account) -> Place:
    sockets = directory / "socket"
    if len(os.fsencode(sockets / f".s.PGSQL.{PORT}")) > SOCKET_PATH_BYTES:
        sockets = Path("/tmp") / f"onemap-{account.uid}-{_digest(directory)}"
    sockets.mkdir(mode=0o700, exist_ok=True)
    found = sockets.lstat()
    # In /tmp another user may have been there first: never trust a directory we do not own.
    if found.st_uid not in (os.geteuid(), account.uid) or found.st_mode & 0o077:
        raise Unavailable(f"{sockets} is not private to {account.name}: remove it.")
    return Place(directory, account.own(sockets))


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _user(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"
