"""Builds the web map while the database is made ready.

Node comes from the Python environment, so that every machine builds with the same one.
"""

import hashlib
import os
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
# Made here, and so no source.
MADE = {"node_modules", "dist", "test-results"}


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
    say("Map: building")
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    log = settings.data_dir / "web-build.log"
    sources = _digest(_sources())
    with log.open("wb") as output:
        child = subprocess.Popen(
            ["sh", "-ec", "; ".join([*_install(), "npm run build"])],
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
            os.killpg(child.pid, 15)
            child.wait()


def stale() -> bool:
    """Whether the sources have changed since the last whole build."""
    return _stamp(DIST / ".sources") != _digest(_sources())


def install() -> None:
    """Brings node_modules to what package-lock.json says."""
    for command in _install():
        subprocess.run(["sh", "-ec", command], cwd=WEB, env=environment(), check=True)


def environment() -> dict[str, str]:
    path = f"{Path(sys.executable).parent}:{os.environ.get('PATH', '/usr/bin:/bin')}"
    return {**os.environ, "PATH": path, "CI": "true"}


def _install() -> list[str]:
    stamp = WEB / "node_modules/.onemap-lock"
    wanted = _digest([WEB / "package-lock.json"])
    if _stamp(stamp) == wanted:
        return []
    return ["npm ci --no-audit --no-fund", f"echo {wanted} > node_modules/{stamp.name}"]


def _stamp(file: Path) -> str:
    return file.read_text().strip() if file.exists() else ""


def _sources() -> list[Path]:
    parts = (part for part in WEB.iterdir() if part.name not in MADE)
    files = (file for part in parts for file in ([part] if part.is_file() else part.rglob("*")))
    return sorted(file for file in files if file.is_file() and file.suffix != ".pyc")


def _digest(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.relative_to(WEB)} {file.stat().st_size}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
