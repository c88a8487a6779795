"""What people wrote, as it can be printed.

Templates set text as it is, so that markup in it means nothing. What remains is what paper cannot
show: controls go, among them those that turn the direction of reading and would let a name pose as
another; a word without an end is given places to break; and a character that no font has is
replaced by the printer's mark for one that is missing, and told.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Any

MISSING = "〓"
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_LONGEST_WORD = 24
_ENDLESS = re.compile(rf"[!-⺀]{{{_LONGEST_WORD}}}(?=[!-⺀])")
"""Characters of scripts that are broken at spaces only, more of them than a column can hold."""
_BREAK = "\u200b"


class Svg(str):
    """A drawing of our own, which is no text that anybody wrote."""

    __slots__ = ()


def legible(value: Any, characters: Collection[int], missing: set[str]) -> Any:
    """`value` with every text in it made printable; characters that are not among `characters`
    are added to `missing`."""
    match value:
        case Svg():
            return value
        case str():
            return _text(value, characters, missing)
        case Mapping():
            return {key: legible(each, characters, missing) for key, each in value.items()}
        case Sequence():
            return [legible(each, characters, missing) for each in value]
    return value


def _text(text: str, characters: Collection[int], missing: set[str]) -> str:
    kept = []
    for letter in text.replace("\t", " "):
        if letter == "\n":
            kept.append(letter)
        elif unicodedata.category(letter) in _UNSEEN:
            continue
        elif letter == " " or ord(letter) in characters:
            kept.append(letter)
        else:
            missing.add(letter)
            kept.append(MISSING)
    return _ENDLESS.sub(lambda found: found.group() + _BREAK, "".join(kept))
