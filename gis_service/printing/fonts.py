"""The type of the sheets: Noto Sans SC, from the package that the web map takes its own from.

The files there are for browsers (WOFF, which the typesetter does not read) and cut in pieces: one
of the 7,900 characters in common use, and a hundred slices. Of those, the ones that bring rarer
characters (5,600, many of them in people's names) are kept under names of their own, where the
typesetter looks when the first has no such character.
"""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import typst
from fontTools.ttLib import TTFont

from gis_service.errors import Unavailable
from layers.core.text import Text

FAMILY = "Noto Sans SC"
_WEIGHTS = (400, 700)
_PACKAGE = (
    Path(__file__).parents[2]
    / "web_map"
    / "node_modules"
    / "@fontsource"
    / "noto-sans-sc"
    / "files"
)
_FAMILY_NAMES = (1, 4, 16)
"""Entries of a font's name table by which it is found."""


@dataclass(frozen=True)
class Fonts:
    """Those in a folder. `everywhere` has those of this machine as well, for what ours lack."""

    folder: Path

    @cached_property
    def ours(self) -> typst.Fonts:
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[self.folder]
        )

    @cached_property
    def everywhere(self) -> typst.Fonts:
        return typst.Fonts(include_embedded_fonts=False, font_paths=[self.folder])

    @cached_property
    def characters(self) -> frozenset[int]:
        return _characters(self.ours)

    @cached_property
    def characters_everywhere(self) -> frozenset[int]:
        return _characters(self.everywhere)


def opened(folder: Path) -> Fonts:
    """The fonts, opened into `folder` if they are not there yet. Raises Unavailable."""
    if not folder.exists():
        if not _PACKAGE.exists():
            said = Text(
                "缺少排版字体:请先运行 ./onemap build。",
                "The fonts to print with are missing: run ./onemap build first.",
            )
            raise Unavailable(said)
        _open(folder)
    return Fonts(folder)


def _open(folder: Path) -> None:
    """Whole or not at all; of two that do it at once the later one changes nothing."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    half = Path(mkdtemp(dir=folder.parent, prefix="fonts-"))
    for weight in _WEIGHTS:
        common = _font("chinese-simplified", weight)
        known = set(common.getBestCmap())
        _keep(common, half / f"common-{weight}.ttf")
        for path in sorted(_PACKAGE.glob(f"noto-sans-sc-[0-9]*-{weight}-normal.woff")):
            piece = path.name.removeprefix("noto-sans-sc-").partition("-")[0]
            font = TTFont(path)
            if set(font.getBestCmap()) - known:
                _rename(font, f"{FAMILY} {piece}")
                _keep(font, half / f"{piece}-{weight}.ttf")
    try:
        half.rename(folder)
    except OSError:
        rmtree(half)
        if not folder.exists():
            raise


def _font(piece: str, weight: int) -> TTFont:
    return TTFont(_PACKAGE / f"noto-sans-sc-{piece}-{weight}-normal.woff")


def _rename(font: TTFont, family: str) -> None:
    names = font["name"]
    for entry in [*names.names]:
        if entry.nameID in _FAMILY_NAMES:
            names.setName(family, entry.nameID, entry.platformID, entry.platEncID, entry.langID)


def _keep(font: TTFont, path: Path) -> None:
    font.flavor = None
    font.save(path)


def _characters(fonts: typst.Fonts) -> frozenset[int]:
    found: set[int] = set()
    for font in fonts.fonts():
        if font.path is not None and os.path.exists(font.path):
            with TTFont(font.path, fontNumber=font.index, lazy=True) as opened_:
                found |= opened_.getBestCmap().keys()
    return frozenset(found)
