"""PostgreSQL with PostGIS: as the machine has it, else installed, else unpacked for one user."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gis_service.embedded import apt, unpacking
from gis_service.embedded.unavailable import Unavailable

SYSTEM = Path("/")


@dataclass(frozen=True, slots=True)
class Binaries:
    """One major version of PostgreSQL with PostGIS, under a root folder in Debian's layout."""

    root: Path
    major: int

    @property
    def bin(self) -> Path:
        return self.root / f"usr/lib/postgresql/{self.major}/bin"

    @property
    def environment(self) -> dict[str, str]:
        """All that the server sees of our environment. Its messages are for us to read."""
        plain = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        return plain if self.root == SYSTEM else plain | unpacking.environment(self.root)


def provide(
    wanted: int | None,
    shelf: unpacking.Shelf,
    say: Callable[[str], None],
    *,
    system: Path = SYSTEM,
) -> Binaries:
    """The highest version at hand, or the one `wanted` by an existing cluster.

    On the `shelf` an ordinary user's copy is kept.
    """
    unpacked = (each for root in shelf.folder.glob("postgis-*") for each in found_under(root))
    found = _chosen([*found_under(system), *unpacked], wanted)
    if found:
        return found
    if not apt.available():
        raise Unavailable(
            "PostgreSQL with PostGIS is not installed and this system has no apt to get it:"
            " install it, or set ONEMAP_DATABASE_URL."
        )
    return _installed(wanted, say) if os.geteuid() == 0 else _unpacked(wanted, shelf, say)


def found_under(root: Path) -> list[Binaries]:
    """Every version under a root that has both the server and PostGIS, highest first."""
    majors = (
        int(folder.name)
        for folder in (root / "usr/lib/postgresql").glob("[0-9]*")
        if (folder / "bin/postgres").exists()
        and (root / f"usr/share/postgresql/{folder.name}/extension/postgis.control").exists()
    )
    return [Binaries(root, major) for major in sorted(majors, reverse=True)]


def _chosen(found: list[Binaries], wanted: int | None) -> Binaries | None:
    return next((each for each in found if wanted in (None, each.major)), None)


def _installed(wanted: int | None, say: Callable[[str], None]) -> Binaries:
    say("Database: installing PostgreSQL with PostGIS")
    apt.refresh()
    major = _offered(wanted)
    apt.keep_main_cluster_out()
    apt.install(_packages(major))
    return Binaries(SYSTEM, major)


def _unpacked(wanted: int | None, shelf: unpacking.Shelf, say: Callable[[str], None]) -> Binaries:
    say(f"Database: unpacking PostgreSQL with PostGIS to {shelf.folder}")
    shelf.refresh()
    major = _offered(wanted, *shelf.options)
    return Binaries(shelf.unpack(_packages(major), f"postgis-{major}", _link_controls), major)


def _packages(major: int) -> list[str]:
    return [f"postgresql-{major}", f"postgresql-{major}-postgis-3"]


def _offered(wanted: int | None, *options: str) -> int:
    offered = map(int, apt.offered(r"postgresql-([0-9]+)-postgis-3", *options))
    majors = [major for major in offered if wanted in (None, major)]
    if not majors:
        made = f": the data directory was made by PostgreSQL {wanted}" if wanted else ""
        raise Unavailable(
            f"apt offers no postgresql-{wanted or 'N'}-postgis-3{made}."
            " Install it, or set ONEMAP_DATABASE_URL."
        )
    return max(majors)


def _link_controls(root: Path) -> None:
    """Links that Debian makes while it installs, and unpacking does not."""
    for control in root.glob("usr/share/postgresql/*/extension/postgis*-3.control"):
        control.with_name(control.name.replace("-3.control", ".control")).symlink_to(control.name)
