"""Names in a sentence."""

from collections.abc import Sequence

from layers.core.text import Text

_TOLD = 5


def listed(names: Sequence[str]) -> Text:
    """The first few names, and how many there are besides."""
    told, more = names[:_TOLD], len(names) - _TOLD
    zh, en = "、".join(told), ", ".join(told)
    return Text(f"{zh}等 {len(names)} 项", f"{en} and {more} more") if more > 0 else Text(zh, en)
