"""A file that appears whole or not at all: written in a private place, then moved."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from gis_service.files.errors import FileRefused
from layers.core.text import Text


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """Where to write what shall stand at `path`; files beside it are moved too, it as the last."""
    if not path.parent.is_dir():
        raise FileRefused(
            "file.missing", Text(f"没有文件夹 {path.parent}。", f"No folder {path.parent}.")
        )
    with TemporaryDirectory(dir=path.parent, prefix=".onemap-") as place:
        yield Path(place) / path.name
        for part in sorted(Path(place).iterdir(), key=lambda part: part.name == path.name):
            os.replace(part, path.parent / part.name)
