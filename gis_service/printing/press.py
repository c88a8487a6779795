"""The press: sets a template with what it has to say, and answers a PDF.

How long that takes grows with the text: what is too long is refused before, and what takes too
long is ended.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from gis_service.errors import BadParameter, Unavailable
from gis_service.printing import fonts, setting
from gis_service.printing.fonts import Fonts
from gis_service.printing.legible import legible
from layers.core.text import Text

Template = Literal["acceptance_forms", "ballot_sheets", "briefing", "letters", "notice", "ranking"]
TEMPLATES = Path(__file__).parent / "templates"

LONGEST = 6_000_000
"""Characters of data: two thousand letters with their QR codes, and room for more."""
SECONDS = 90
"""Ten times as long as that takes on an idle machine."""


class Press:
    """Prints with the fonts of a folder, which it fills when first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opening = Lock()
        self._fonts: Fonts | None = None

    def printed(self, template: Template, content: Mapping[str, Any]) -> bytes:
        """A PDF, the same whenever the content is; that says on which day it is `printed`.

        Raises BadParameter for more than can be printed, Unavailable without fonts or in time.
        """
        ours = self._opened()
        missing: set[str] = set()
        said = legible(content, ours.characters, missing)
        everywhere = bool(missing)
        if everywhere:
            missing.clear()
            said = legible(content, ours.characters_everywhere, missing)
        order = json.dumps(
            {
                "template": str(TEMPLATES / f"{template}.typ"),
                "fonts": str(ours.folder),
                "everywhere": everywhere,
                "content": {**said, "missing": sorted(f"U+{ord(each):04X}" for each in missing)},
            },
            ensure_ascii=False,
        )
        if len(order) > LONGEST:
            raise BadParameter("id", Text("内容过多,无法打印。", "This is too much to print."))
        return _set(order)

    def _opened(self) -> Fonts:
        with self._opening:
            if self._fonts is None:
                self._fonts = fonts.opened(self._folder.absolute())
            return self._fonts


def _set(order: str) -> bytes:
    try:
        done = subprocess.run(
            [sys.executable, "-I", setting.__file__],
            input=order.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        said = Text("打印超时,请稍后再试。", "Printing took too long: try again later.")
        raise Unavailable(said) from None
    if done.returncode:
        # The last line alone: what comes before may hold what was to be printed.
        raise RuntimeError(done.stderr.decode(errors="replace").strip().rpartition("\n")[2])
    return done.stdout
