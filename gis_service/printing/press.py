"""The press: sets a template with what it has to say, and answers a PDF.

Typst sets a sheet in some ten milliseconds and outside Python's lock. How long it takes grows with
the text, so that what is too long is refused before.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import typst

from gis_service.errors import BadParameter
from gis_service.printing import fonts
from gis_service.printing.fonts import Fonts
from gis_service.printing.legible import legible
from layers.core.text import Text

Template = Literal["notice", "letters", "ballot_sheets", "briefing", "ranking"]
TEMPLATES = Path(__file__).parent / "templates"

LONGEST = 12_000_000
"""Characters of data: five thousand letters with their QR codes."""


class Press:
    """Prints with the fonts of a folder, which it fills when first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opening = Lock()
        self._fonts: Fonts | None = None

    def printed(self, template: Template, content: Mapping[str, Any]) -> bytes:
        """A PDF, the same whenever the content is; that says on which day it is `printed`.

        Raises BadParameter for more than can be printed, Unavailable without fonts.
        """
        ours = self._opened()
        missing: set[str] = set()
        said = legible(content, ours.characters, missing)
        chosen = ours.ours
        if missing:
            missing.clear()
            said = legible(content, ours.characters_everywhere, missing)
            chosen = ours.everywhere
        codes = sorted(f"U+{ord(letter):04X}" for letter in missing)
        data = json.dumps({**said, "missing": codes}, ensure_ascii=False)
        if len(data) > LONGEST:
            raise BadParameter("id", Text("内容过多,无法打印。", "This is too much to print."))
        return typst.compile(
            TEMPLATES / f"{template}.typ",
            root=TEMPLATES,
            font_paths=chosen,
            ignore_system_fonts=True,
            sys_inputs={"content": data},
            timestamp=datetime.fromisoformat(content["printed"]).replace(tzinfo=UTC),
        )

    def _opened(self) -> Fonts:
        with self._opening:
            if self._fonts is None:
                self._fonts = fonts.opened(self._folder)
            return self._fonts
