"""Which part of a file is meant, when it holds several."""

from collections.abc import Sequence

from gis_service.files.errors import Choice, FileRefused, Undecided
from layers.core.text import Text


def one_of(names: Sequence[str], asked: str | None) -> str:
    """The asked part, or the only one; else the names to choose from."""
    if asked is not None:
        if asked in names:
            return asked
        raise FileRefused(
            "file.source_layer",
            Text(
                f"文件中没有“{asked}”,只有:{'、'.join(names)}。",
                f"The file holds no {asked!r}, but: {', '.join(names)}.",
            ),
        )
    if not names:
        raise FileRefused("file.empty", Text("文件里没有数据。", "The file holds no data."))
    if len(names) > 1:
        raise Undecided(
            "file.source_layer",
            Text("文件含多个图层(工作表),请指明。", "The file holds several layers; which one?"),
            [Choice({"source_layer": name}, Text("读取此层", "reads this one")) for name in names],
        )
    return names[0]
