"""Areas of a scope: division codes without padding zeros, so that scope is a mere prefix."""

import re

from layers.core.access import EVERYWHERE

_CODE = re.compile(r"[1-9]\d(\d\d(\d\d(\d{3})?)?)?")
_PADDING = {12: 9, 9: 6, 6: 4, 4: 2}
"""By length of a code, what is left of it when its last level is all zeros."""


def area(text: str) -> str | None:
    """The code, or None when it is none. Tables that pad write 360000 for 36.

    >>> area("360900"), area("360102002000"), area("36092"), area("")
    ('3609', '360102002', None, '')
    """
    code = text.strip()
    while (shorter := _PADDING.get(len(code))) and not code[shorter:].strip("0"):
        code = code[:shorter]
    return code if code == EVERYWHERE or _CODE.fullmatch(code) else None
