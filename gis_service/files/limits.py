"""How much of a file is taken. Beyond, it is refused before memory is spent on it."""

from dataclasses import dataclass

from gis_service.files.errors import FileRefused
from layers.core.text import Text

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes are bytes. `text_bytes` holds for files that are parsed whole in memory.

    `zip_ratio` is unpacked to packed: text shrinks 20-fold, a dbf of blanks 100-fold, a bomb
    more than 1000-fold.
    """

    bytes: int = 4096 * MEGABYTE
    text_bytes: int = 512 * MEGABYTE
    rows: int = 2_000_000
    columns: int = 500
    cell_characters: int = 4 * MEGABYTE
    vertices: int = 100_000_000
    zip_entries: int = 200
    zip_bytes: int = 4096 * MEGABYTE
    zip_ratio: int = 400


LIMITS = Limits()


def check(what: Text, found: int, limit: int) -> None:
    """Refuses when `found` of something is over its limit."""
    if found > limit:
        raise FileRefused(
            "file.too_large",
            Text(
                "{what}为 {found:,},超过上限 {limit:,}。", "{what}: {found:,} is over {limit:,}."
            ).format(what=what, found=found, limit=limit),
        )
