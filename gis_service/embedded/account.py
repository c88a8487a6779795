"""The system user that PostgreSQL runs as. It refuses to run as root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from gis_service.embedded.unavailable import Unavailable


@dataclass(frozen=True, slots=True)
class Account:
    """A user of this machine, and how to run a command as it."""

    name: str
    uid: int
    gid: int

    def command(self, *argv: str | Path) -> list[str]:
        """`argv` run as this user, and interrupted when the thread that started it dies.

        An interrupt (SIGINT) is PostgreSQL's fast, clean shutdown.
        """
        become = [f"--reuid={self.uid}", f"--regid={self.gid}", "--init-groups"]
        return [
            "setpriv",
            "--pdeathsig=INT",
            *(become if os.geteuid() == 0 else ()),
            "--",
            *map(str, argv),
        ]

    def can_write(self, directory: Path) -> bool:
        """Asked of the kernel: modes of all parents, ACLs and mounts have their say."""
        tried = subprocess.run(self.command("test", "-w", directory), cwd="/", check=False)
        return tried.returncode == 0

    def own(self, directory: Path) -> Path:
        """The directory, made if missing, entered by this user alone."""
        directory.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0:
            os.chown(directory, self.uid, self.gid)
        return directory


def database_account() -> Account:
    """We ourselves, or the user `postgres` that Debian's packages make when we are root."""
    uid = os.geteuid()
    try:
        user = pwd.getpwuid(uid) if uid else pwd.getpwnam("postgres")
    except KeyError:
        raise Unavailable(
            f"No user {uid or 'postgres'} on this machine: PostgreSQL needs one to run as."
        ) from None
    return Account(user.pw_name, user.pw_uid, user.pw_gid)
