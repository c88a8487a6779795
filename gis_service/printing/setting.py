"""Setting one sheet, as a process of its own: JSON on its input, a PDF on its output.

Typst keeps what it has worked out for the next time, up to a gigabyte, and letters hold codes that
nobody shall keep: both end with this process. It is run by its path and imports nothing of ours.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import typst


def main() -> None:
    """The input names a `template`, a folder of `fonts`, whether those of this machine serve,
    too (`everywhere`), and holds the `content`."""
    order = json.load(sys.stdin)
    template = Path(order["template"])
    fonts = typst.Fonts(
        include_system_fonts=order["everywhere"],
        include_embedded_fonts=False,
        font_paths=[order["fonts"]],
    )
    pdf = typst.compile(
        template,
        root=template.parent,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(order["content"], ensure_ascii=False)},
        # The time of making would make each print of the same sheet another file.
        timestamp=datetime.fromisoformat(order["content"]["printed"]).replace(tzinfo=UTC),
    )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
