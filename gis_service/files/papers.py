"""PDFs from strangers: kept as they are, as evidence must be, once they are what they say."""

from gis_service.files.errors import FileRefused
from layers.core.text import Text

_HEAD, _TAIL = b"%PDF-", b"%%EOF"
_TAIL_WITHIN = 1024
"""So near its end a reader looks for the mark (ISO 32000, annex H)."""


def seems_paper(head: bytes) -> bool:
    """At its very beginning: a file that is something else before is refused."""
    return head.startswith(_HEAD)


def whole(content: bytes) -> bytes:
    """The same. Raises FileRefused when it was cut off."""
    if _TAIL not in content[-_TAIL_WITHIN:]:
        raise FileRefused("file.content", Text("PDF 不完整。", "The PDF is not whole."))
    return content
