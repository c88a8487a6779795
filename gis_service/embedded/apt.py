"""Debian's package manager: what it offers, and installing it as root."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from gis_service.embedded.unavailable import Unavailable

# Another installer may hold the lock: wait for it, do not fail.
_WAIT = ("-o", "DPkg::Lock::Timeout=600")


def available() -> bool:
    return shutil.which("apt-get") is not None and shutil.which("dpkg-deb") is not None


def refresh() -> None:
    """Renews the package lists. Stale ones may still do, so failing is left to `install`."""
    subprocess.run(["apt-get", "update", "-q", *_WAIT], capture_output=True, check=False)


def keep_main_cluster_out() -> None:
    """Debian makes and starts a cluster of its own on port 5432, unless told before."""
    folder = Path("/etc/postgresql-common/createcluster.d")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "50-onemap.conf").write_text("create_main_cluster = false\n")


def offered(pattern: str, *options: str) -> list[str]:
    """What the first group of `pattern` matches in the names of the packages on offer."""
    names = run("apt-cache", *options, "search", "--names-only", f"^{pattern}$")
    matches = (re.match(f"{pattern} - ", line) for line in names.splitlines())
    return [match[1] for match in matches if match]


def install(packages: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ("apt-get", "install", "-qy", "--no-install-recommends", *_WAIT, *packages)
    run(*command, environment=environment)


def run(*command: str | Path, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.startswith(("E:", "dpkg"))]
        why = said[0] if said else f"exit code {done.returncode}"
        raise Unavailable(f"{' '.join(map(str, command[:2]))}: {why}")
    return done.stdout
