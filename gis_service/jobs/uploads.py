"""Files that people sent, in a private directory, until they have been dealt with."""

import re
import shutil
import time
from collections.abc import Collection
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from uuid import uuid4

_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
_FRESH_S = 3600
"""A file this young may belong to a request that is not yet committed."""


class Uploads:
    """The directory is made with its first file; only our own user may enter it."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def keep(self, name: str, content: BinaryIO) -> str:
        """Stores a file that was called `name`, and answers what it is called here: of a
        stranger's name only a plain suffix is kept."""
        suffix = PurePosixPath(name.lower()).suffix
        file = f"{uuid4().hex}{suffix if _SUFFIX.fullmatch(suffix) else ''}"
        self._place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self.path(file).open("xb") as kept:
            self.path(file).chmod(0o600)
            shutil.copyfileobj(content, kept)
        return file

    def path(self, file: str) -> Path:
        return self._place / file

    def remove(self, file: str) -> None:
        self.path(file).unlink(missing_ok=True)

    def sweep(self, needed: Collection[str]) -> None:
        """Removes what nobody needs any more, as a crash may have left it."""
        if not self._place.is_dir():
            return
        for path in self._place.iterdir():
            if path.name not in needed and time.time() - path.stat().st_mtime > _FRESH_S:
                path.unlink(missing_ok=True)
