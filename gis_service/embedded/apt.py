"""Debian packages: installed by root, or unpacked into a folder by anyone else.

An unpacked package runs nothing and registers nothing: it is a tree of files whose libraries and
data are found through `environment`.
"""

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from gis_service.embedded.unavailable import Unavailable

# Another installer may hold the lock: wait for it, do not fail.
_WAIT = ("-o", "DPkg::Lock::Timeout=600")


def available() -> bool:
    return shutil.which("apt-get") is not None and shutil.which("dpkg-deb") is not None


def cache(data_dir: Path) -> Path:
    """Where unpacked packages are kept: one set for all checkouts of a user, by distribution."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    release = platform.freedesktop_os_release()
    name = f"{release['ID']}-{release.get('VERSION_ID', 'rolling')}-{platform.machine()}"
    base = Path(home) / "onemap" if _can_be_made(home) else data_dir / "cache"
    return base / name


def _can_be_made(folder: str) -> bool:
    while not os.path.exists(folder):
        folder = os.path.dirname(folder)
    return os.access(folder, os.W_OK)


def refresh() -> None:
    """Renews the package lists. Stale ones may still do, so failing is left to `install`."""
    subprocess.run(["apt-get", "update", "-q", *_WAIT], capture_output=True, check=False)


def keep_main_cluster_out() -> None:
    """Debian makes and starts a cluster of its own on port 5432, unless told before."""
    folder = Path("/etc/postgresql-common/createcluster.d")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "50-onemap.conf").write_text("create_main_cluster = false\n")


def offered(pattern: str, lists: tuple[str, ...] = ()) -> list[str]:
    """What the first group of `pattern` matches in the names of the packages on offer."""
    names = _run("apt-cache", *lists, "search", "--names-only", f"^{pattern}$")
    matches = (re.match(f"{pattern} - ", line) for line in names.splitlines())
    return [match[1] for match in matches if match]


def install(packages: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ("apt-get", "install", "-qy", "--no-install-recommends", *_WAIT, *packages)
    _run(*command, environment=environment)


def private_lists(folder: Path) -> tuple[str, ...]:
    """Options that let apt work in a folder of our own, with its lists just renewed."""
    state = folder / "apt"
    for name in ("lists/partial", "cache/archives/partial"):
        (state / name).mkdir(parents=True, exist_ok=True)
    options = {
        "Debug::NoLocking": "1",
        "Dir::State::lists": state / "lists",
        "Dir::Cache": state / "cache",
        "Dir::Cache::archives": state / "cache/archives",
        "APT::Sandbox::User": "",
    }
    lists = tuple(f"-o{name}={value}" for name, value in options.items())
    _run("apt-get", *lists, "update", "-q")
    return lists


def unpack(
    packages: list[str],
    root: Path,
    lists: tuple[str, ...],
    finish: Callable[[Path], None] = lambda half: None,
) -> None:
    """Packages, and those they need that the machine lacks, as files under `root`.

    `finish` puts right what the packages' own scripts would have. The folder appears whole or not
    at all.
    """
    download = ("install", "-qy", "--download-only", "--no-install-recommends")
    _run("apt-get", *lists, *download, *packages)
    half = root.with_name(f"half-{os.getpid()}-{root.name}")
    for package in _archives(lists).glob("*.deb"):
        _run("dpkg-deb", "-x", package, half)
        package.unlink()
    finish(half)
    half.rename(root)


def _archives(lists: tuple[str, ...]) -> Path:
    return next(Path(option.partition("archives=")[2]) for option in lists if "archives=" in option)


def environment(root: Path) -> dict[str, str]:
    """Variables by which programs under `root` find their libraries and data there."""
    library = root / "usr/lib" / f"{platform.machine()}-linux-gnu"
    system = root / "lib" / library.name
    deeper = (library / name for name in ("blas", "lapack", "pulseaudio"))
    folders = (library, system, library.parent, *deeper)
    return {
        "LD_LIBRARY_PATH": ":".join(map(str, folders)),
        "PROJ_DATA": str(root / "usr/share/proj"),
        "PROJ_LIB": str(root / "usr/share/proj"),
        "GDAL_DATA": str(root / "usr/share/gdal"),
    }


def _run(*command: str | Path, environment: dict[str, str] | None = None) -> str:
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
