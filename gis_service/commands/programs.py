"""Programs that the tests start: a browser, and GDAL as a client that is not ours.

Taken as the machine has them; else installed by root, or unpacked for an ordinary user.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from gis_service.embedded import Unavailable, apt, unpacking

# What comes with each program. The fonts are for the page's own Chinese text in screenshots.
PACKAGES = {"chromium": ("chromium", "fonts-noto-cjk"), "ogrinfo": ("gdal-bin",)}
# Where the programs lie in an unpacked tree. Debian's own start script of the browser knows /usr.
UNPACKED = {
    "chromium": "usr/lib/chromium/chromium",
    "ogrinfo": "usr/bin/ogrinfo",
    "ogr2ogr": "usr/bin/ogr2ogr",
}


def provide(shelf: unpacking.Shelf, say: Callable[[str], None]) -> tuple[str, ...]:
    """Folders to put before PATH, so that all programs of the tests are found."""
    missing = _missing()
    if not missing:
        return ()
    packages = [package for program in missing for package in PACKAGES[program]]
    names = " ".join(packages)
    tree = f"tests-{'-'.join(missing)}"
    root = shelf.folder / tree
    folders = () if os.geteuid() == 0 else (str(root / "wrappers"),)
    if not apt.available():
        raise Unavailable(f"The tests need, and this system has no apt to get: {names}")
    try:
        if not folders:
            say(f"Tests: installing {names}")
            apt.refresh()
            apt.install(packages)
        elif not root.exists():
            say(f"Tests: unpacking {names} to {root}")
            shelf.refresh()
            shelf.unpack(packages, tree, _wrap)
    except Unavailable as failure:
        raise Unavailable(f"The tests need {names}; install them. {failure}") from None
    # Ubuntu's package of that name, for one, is an empty shell around a snap.
    if still := _missing(*folders):
        raise Unavailable(
            f"The packages of this system do not bring {', '.join(still)}: install it"
        )
    return folders


def _missing(*folders: str) -> list[str]:
    path = os.pathsep.join([*folders, os.environ.get("PATH", os.defpath)])
    return [program for program in PACKAGES if shutil.which(program, path=path) is None]


def _wrap(half: Path) -> None:
    """Scripts that start each program with its own libraries, and no other program with them."""
    wrappers = half / "wrappers"
    wrappers.mkdir()
    for name, program in UNPACKED.items():
        if (half / program).exists():
            wrapper = wrappers / name
            wrapper.write_text(_script(program))
            wrapper.chmod(0o755)


def _script(program: str) -> str:
    """The tree is moved when it is whole, so the script finds it from its own place."""
    root = Path("$root")
    variables = {
        **unpacking.environment(root),
        "FONTCONFIG_PATH": root / "etc/fonts",
        "XDG_DATA_HOME": root / "usr/share",
    }
    exports = [f'export {name}="{value}"' for name, value in variables.items()]
    where = 'root=$(dirname "$(dirname "$(readlink -f "$0")")")'
    return "\n".join(["#!/bin/sh", where, *exports, f'exec "$root/{program}" "$@"', ""])
