"""What `postmaster.pid` and /proc say about the PostgreSQL of a data directory."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Postmaster:
    """The lines of `postmaster.pid` that matter here."""

    pid: int
    port: int
    sockets: Path
    ready: bool


def read_postmaster(data: Path) -> Postmaster | None:
    """The postmaster that has written its file as far as we need it, dead or alive."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        ready = len(lines) > 7 and lines[7].strip() == "ready"
        return Postmaster(int(lines[0]), int(lines[3]), Path(lines[4]), ready)
    except (FileNotFoundError, IndexError, ValueError):
        return None


def processes_in(data: Path) -> set[int]:
    """Every living process of the cluster: each has the data directory as its working directory.

    A zombie has none, and so is not among them.
    """
    alive = set()
    for process in Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        try:
            # A person's shell may stand in the directory too.
            if (process / "comm").read_text() == "postgres\n" and (
                process / "cwd"
            ).readlink() == data:
                alive.add(int(process.name))
        except OSError:  # ended meanwhile, or another user's
            continue
    return alive
