"""Builds the web map while the database is made ready.

Node comes from the Python environment, so that every machine builds with the same one.
"""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from gis_service.commands.failed import Failed
from gis_service.commands.runs import WEB

if TYPE_CHECKING:
    from gis_service.settings import Settings

DIST = WEB / "dist"
# All that the build reads. The folder also holds Python, tests' results and what is made here.
SOURCES = ("src", "public", "index.html", "package-lock.json", "tsconfig.json", "vite.config.ts")


@contextmanager
def building(settings: "Settings", say: Callable[[str], None]) -> Iterator[Callable[[], None]]:
    """Starts a build if one is needed. Calling what it yields waits for it, or fails."""
    if not stale():
        yield lambda: None
        return
    if not os.access(WEB, os.W_OK):
        if not (DIST / "index.html").exists():
            raise Failed(f"The web map is not built, and {WEB} is not ours to write")
        yield lambda: None
        return
    from gis_service.embedded import prepared

    say("Map: building")
    log = prepared(settings.data_dir) / "web-build.log"
    sources = _digest(_sources())
    with log.open("wb") as output:
        child = subprocess.Popen(
            _one_at_a_time([*_install(), "npm run build"]),
            cwd=WEB,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )

    def built() -> None:
        if child.wait():
            raise Failed(f"The web map could not be built: see {log}")
        (DIST / ".sources").write_text(sources)
        say("Map: built")

    try:
        yield built
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGTERM)
            child.wait()


def stale() -> bool:
    """Whether the sources have changed since the last whole build."""
    return _stamp(DIST / ".sources") != _digest(_sources())


def install() -> None:
    """Brings node_modules to what package-lock.json says."""
    if commands := _install():
        subprocess.run(_one_at_a_time(commands), cwd=WEB, env=environment(), check=True)


def environment() -> dict[str, str]:
    path = f"{Path(sys.executable).parent}:{os.environ.get('PATH', '/usr/bin:/bin')}"
    return {**os.environ, "PATH": path, "CI": "true"}


def _install() -> list[str]:
    stamp = WEB / "node_modules/.onemap-lock"
    wanted = _digest([WEB / "package-lock.json"])
    if _stamp(stamp) == wanted:
        return []
    return ["npm ci --no-audit --no-fund", f"echo {wanted} > node_modules/{stamp.name}"]


def _one_at_a_time(commands: list[str]) -> list[str]:
    """In one checkout a demo and a test run may both find that there is something to build."""
    return ["flock", str(WEB), "sh", "-ec", "; ".join(commands)]


def _stamp(file: Path) -> str:
    return file.read_text().strip() if file.exists() else ""


def _sources() -> list[Path]:
    named = [WEB / name for name in SOURCES]
    files = (file for part in named for file in (part.rglob("*") if part.is_dir() else [part]))
    return sorted(file for file in files if file.is_file())


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.relative_to(WEB)} {file.stat().st_size}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
