"""A page made self-contained: every script and style sheet that it names is put into it.

What is not vendored is refused, so that a page can never ask the network for it.
"""

import base64
import re
from collections.abc import Callable
from pathlib import Path

VENDOR = Path(__file__).parent / "vendor"

_SCRIPT = re.compile(r'<script src="([^"]*)"></script>')
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*)"\s*/?>')
_URL = re.compile(r"""url\((['"]?)([^)'"]*)\1\)""")
_OUTSIDE = re.compile(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=", re.I)
_NO_NETWORK = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:\">"
)


class NotVendored(Exception):
    """The page names a file that is not shipped with the program."""


def self_contained(page: str) -> str:
    """The page with its vendored files inside, and a policy that forbids any request."""
    page = _SCRIPT.sub(_into(_script), page)
    page = _STYLE.sub(_into(_style), page)
    if outside := _OUTSIDE.search(page):
        raise NotVendored(page[outside.start() : outside.start() + 120])
    return page.replace("<head>", f"<head>{_NO_NETWORK}", 1)


def _into(make: Callable[[Path], str]) -> Callable[[re.Match[str]], str]:
    return lambda match: make(_vendored(match[1], VENDOR))


def _script(path: Path) -> str:
    # A script's text ends at the first such tag, wherever it stands.
    text = path.read_text(encoding="utf-8").replace("</script", r"<\/script")
    return f"<script>{text}</script>"


def _style(path: Path) -> str:
    def embedded(match: re.Match[str]) -> str:
        if match[2].startswith("#"):
            return match[0]
        image = _vendored(match[2], path.parent)
        data = base64.b64encode(image.read_bytes()).decode()
        return f"url(data:image/{image.suffix[1:]};base64,{data})"

    return f"<style>{_URL.sub(embedded, path.read_text(encoding='utf-8'))}</style>"


def _vendored(name: str, folder: Path) -> Path:
    path = (folder / name).resolve()
    if not (path.is_relative_to(VENDOR) and path.is_file()):
        raise NotVendored(name)
    return path
