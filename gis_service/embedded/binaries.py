"""PostgreSQL with PostGIS: as the machine has it, else installed, else unpacked for one user."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gis_service.embedded import apt
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
        return plain if self.root == SYSTEM else plain | apt.environment(self.root)


def provide(
    wanted: int | None, unpacked_in: Path, say: Callable[[str], None], *, system: Path = SYSTEM
) -> Binaries:
    """The highest version at hand, or the one `wanted` by an existing cluster.

    `unpacked_in` is where an ordinary user's copy is kept.
    """
    root = unpacked_in / "postgis"
    found = _chosen([*found_under(system), *found_under(root)], wanted)
    if found:
        return found
    if not apt.available():
        raise Unavailable(
            "PostgreSQL with PostGIS is not installed and this system has no apt to get it:"
            " install it, or set ONEMAP_DATABASE_URL."
        )
    if os.geteuid() == 0:
        say("Database: installing PostgreSQL with PostGIS")
        apt.refresh()
        apt.keep_main_cluster_out()
        apt.install(_packages(wanted))
        found = _chosen(found_under(SYSTEM), wanted)
    else:
        say(f"Database: unpacking PostgreSQL with PostGIS to {root}, no root needed")
        lists = apt.private_lists(unpacked_in)
        apt.unpack(_packages(wanted, lists), root, lists)
        _alternatives(root)
        found = _chosen(found_under(root), wanted)
    if not found:
        raise Unavailable("The packages of PostGIS lack what their names promise.")
    return found


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


def _packages(wanted: int | None, lists: tuple[str, ...] = ()) -> list[str]:
    offered = apt.offered(r"postgresql-([0-9]+)-postgis-3", lists)
    majors = [major for major in map(int, offered) if wanted in (None, major)]
    if not majors:
        what = f"postgresql-{wanted or 'N'}-postgis-3"
        made = f" (the data directory was made by PostgreSQL {wanted})" if wanted else ""
        raise Unavailable(f"apt offers no {what}{made}: install it, or set ONEMAP_DATABASE_URL.")
    major = max(majors)
    return [f"postgresql-{major}", f"postgresql-{major}-postgis-3"]


def _alternatives(root: Path) -> None:
    """Links that Debian makes while it installs, and unpacking does not."""
    for control in root.glob("usr/share/postgresql/*/extension/postgis*-3.control"):
        link = control.with_name(control.name.replace("-3.control", ".control"))
        if not link.exists():
            link.symlink_to(control.name)
