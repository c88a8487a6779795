"""Which letters the bytes of a file mean: declared and checked, or proven, or asked.

GDAL takes a dbf without a .cpg for Latin-1 and turns Chinese into mojibake without a word. Here
bytes are judged first. Text that is valid UTF-8 and shows common Chinese is UTF-8; text that is
only valid as GB18030 and then shows common Chinese is GB18030; the rest is asked.
"""

import codecs
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from gis_service.errors import BadParameter
from gis_service.files.errors import Choice, FileRefused, Undecided
from layers.core.text import Text

UTF_8, GB18030 = "utf-8", "gb18030"

_PROVEN = 0.7
"""Share of common characters from which on a reading as Chinese makes sense."""

_SAMPLE = 5_000
"""Characters beyond ASCII that are looked at; all must decode."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")

_CERTAIN_SEQUENCES = 24
"""So many valid multi-byte sequences of UTF-8 do not come about by chance."""

_DECLARED = {"936": GB18030, "gb2312": GB18030, "gbk": GB18030, "cp936": GB18030}
_DECLARED |= {"ansi 936": GB18030, "65001": UTF_8, "88591": "latin-1", "1252": "cp1252"}


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding, and how it is known."""

    name: str
    how: Text


STANDARD = Encoding(UTF_8, Text("格式规定为 UTF-8", "UTF-8 by the format's own rule"))


def codec(declared: str) -> str | None:
    """The codec that a .cpg or an option names; none when it says nothing of use."""
    name = declared.strip().lower()
    try:
        return codecs.lookup(_DECLARED.get(name, name)).name
    except LookupError:
        return None


def decode(cells: Sequence[bytes], encoding: str) -> list[str] | None:
    """All cells as text, or none. A character cut off at the end of a cell is dropped: a dbf
    column is cut by bytes."""
    make = codecs.getincrementaldecoder(encoding)
    try:
        return [cell.decode("ascii") if cell.isascii() else make().decode(cell) for cell in cells]
    except UnicodeDecodeError:
        return None


def prove(
    cells: Sequence[bytes], declared: str | None = None, stated: str | None = None
) -> Encoding:
    """The encoding of the cells. `declared` is what the file says of itself, `stated` what a
    person says of it, which needs no proof. Raises Undecided, FileRefused and BadParameter."""
    if stated is not None:
        return _stated(cells, stated)
    telling = [cell for cell in cells if not cell.isascii()]
    if not telling:
        return Encoding(UTF_8, Text("全部为 ASCII", "All text is ASCII"))
    readings = {
        name: _beyond_ascii(text)
        for name in dict.fromkeys([declared or UTF_8, UTF_8, GB18030])
        if (text := decode(telling, name)) is not None
    }
    common = {name: _common(text) for name, text in readings.items()}
    best = max(common, key=lambda name: (common[name], name == declared), default=None)
    if declared in readings and (declared in (UTF_8, best) or common[best or declared] < _PROVEN):
        return Encoding(declared, Text(f"文件声明为 {declared}", f"The file declares {declared}"))
    if declared in readings and declared not in (UTF_8, GB18030):
        raise _undecided(readings)
    if UTF_8 in readings and (
        GB18030 not in readings
        or len(readings[UTF_8]) >= _CERTAIN_SEQUENCES
        or (common[UTF_8] >= _PROVEN > common[GB18030])
    ):
        return Encoding(UTF_8, Text("字节只能读作 UTF-8", "The bytes only make sense as UTF-8"))
    if UTF_8 not in readings and common.get(GB18030, 0) >= _PROVEN:
        against = Text("", "")
        if declared:
            against = Text(f",文件所称 {declared} 有误", f"; the declared {declared} is wrong")
        how = Text("字节只能读作 GB18030{a}", "The bytes only make sense as GB18030{a}")
        return Encoding(GB18030, how.format(a=against))
    raise _undecided(readings)


def _stated(cells: Sequence[bytes], stated: str) -> Encoding:
    name = codec(stated)
    if name is None:
        raise BadParameter(
            "encoding", Text(f"不认识编码“{stated}”。", f"Unknown encoding {stated!r}.")
        )
    if decode(cells, name) is None:
        raise FileRefused(
            "encoding.wrong",
            Text(f"文字不是 {name} 编码。", f"The text is not in the encoding {name}."),
        )
    return Encoding(name, Text("由操作者指明", "stated by the operator"))


def _beyond_ascii(texts: Iterable[str]) -> str:
    found = chain.from_iterable(_BEYOND_ASCII.finditer(text) for text in texts)
    return "".join(match[0] for match in islice(found, _SAMPLE))


def _common(beyond: str) -> float:
    """The share of characters that are everyday Chinese: GB 2312 level 1 (the 3,755 most common,
    in rows B0 to D7) or Chinese and full-width punctuation."""
    return sum(map(_everyday, beyond)) / max(len(beyond), 1)


@cache
def _everyday(character: str) -> bool:
    try:
        row = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return 0xA1 <= row <= 0xA3 or 0xB0 <= row <= 0xD7


def _undecided(readings: dict[str, str]) -> Undecided:
    return Undecided(
        "encoding.undecided",
        Text("无法确定文字编码,请说明。", "The text encoding cannot be told; please state it."),
        [
            Choice({"encoding": name}, Text(f"读作“{text[:12]}”", f"reads “{text[:12]}”"))
            for name, text in readings.items()
        ],
    )
