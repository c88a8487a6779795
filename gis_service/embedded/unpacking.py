"""Debian packages for one who is not root: unpacked into a folder of his own.

An unpacked package runs nothing and registers nothing: it is a tree of files whose libraries and
data are found through `environment`.
"""

import fcntl
import os
import platform
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gis_service.embedded import apt


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder with package lists of its own, and a tree for each set of unpacked packages."""

    folder: Path

    @property
    def archives(self) -> Path:
        return self.folder / "apt/cache/archives"

    @property
    def options(self) -> tuple[str, ...]:
        """By these apt works in the folder and touches nothing of the system."""
        values = {
            "Debug::NoLocking": "1",
            "Dir::State::lists": self.folder / "apt/lists",
            "Dir::Cache": self.folder / "apt/cache",
            "Dir::Cache::archives": self.archives,
            "APT::Sandbox::User": "",
        }
        return tuple(f"-o{name}={value}" for name, value in values.items())

    def refresh(self) -> None:
        for name in ("lists", "cache/archives"):
            (self.folder / "apt" / name / "partial").mkdir(parents=True, exist_ok=True)
        apt.run("apt-get", *self.options, "update", "-q")

    def unpack(
        self,
        packages: list[str],
        name: str,
        finish: Callable[[Path], None] = lambda half: None,
    ) -> Path:
        """The tree `name` of packages, and of those they need that the machine lacks.

        `finish` puts right what the packages' own scripts would have. The tree appears whole or
        not at all.
        """
        root, half = self.folder / name, self.folder / f"half-{name}"
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if root.exists():  # another was quicker
                return root
            shutil.rmtree(half, ignore_errors=True)
            download = ("install", "-qy", "--download-only", "--no-install-recommends")
            apt.run("apt-get", *self.options, *download, *packages)
            for package in self.archives.glob("*.deb"):
                apt.run("dpkg-deb", "-x", package, half)
                package.unlink()
            finish(half)
            return half.rename(root)


def shelf(data_dir: Path) -> Shelf:
    """One for all checkouts of a user, by distribution."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    release = platform.freedesktop_os_release()
    name = f"{release['ID']}-{release.get('VERSION_ID', 'rolling')}-{platform.machine()}"
    base = Path(home) / "onemap" if _can_be_made(home) else data_dir / "cache"
    return Shelf(base / name)


def _can_be_made(folder: str) -> bool:
    while not os.path.exists(folder):
        folder = os.path.dirname(folder)
    return os.access(folder, os.W_OK)


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
