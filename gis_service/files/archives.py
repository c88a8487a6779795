"""ZIP archives from strangers: nothing is unpacked before the whole directory has been judged.

Sizes in a ZIP directory can lie, so that unpacking counts the bytes that really come.
"""

import stat
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from gis_service.files.errors import FileRefused
from gis_service.files.limits import LIMITS, MEGABYTE, check
from layers.core.text import Text

_CHUNK = MEGABYTE
_DAMAGE = (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error)


def opened(path: Path) -> ZipFile:
    """The archive at `path`, once its directory holds no traversal, link, secret or bomb."""
    try:
        archive = ZipFile(path)
    except _DAMAGE as error:
        raise _damaged(error) from error
    entries = archive.infolist()
    check(Text("压缩包内文件数", "Entries of the archive"), len(entries), LIMITS.zip_entries)
    for entry in entries:
        _judge(entry)
    unpacked, packed = sum(e.file_size for e in entries), path.stat().st_size
    check(Text("解压后字节数", "Bytes when unpacked"), unpacked, LIMITS.zip_bytes)
    check(Text("压缩倍数", "Compression ratio"), unpacked // packed, LIMITS.zip_ratio)
    return archive


def unpack(archive: ZipFile, entries: Iterable[ZipInfo], into: Path) -> None:
    """Writes the chosen entries flat into a directory, under their own last names."""
    left = LIMITS.zip_bytes
    for entry in entries:
        with (into / PurePosixPath(entry.filename).name).open("wb") as out:
            for chunk in _chunks(archive, entry):
                left -= len(chunk)
                if left < 0:
                    raise _refused("ZIP 文件解压后过大", "The ZIP file unpacks to too much.")
                out.write(chunk)


def _chunks(archive: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(entry) as source:
            while chunk := source.read(_CHUNK):
                yield chunk
    except _DAMAGE as error:
        raise _damaged(error) from error


def _judge(entry: ZipInfo) -> None:
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
        raise _refused("ZIP 文件含越界路径", f"The ZIP file reaches outside itself: {name}")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _refused("ZIP 文件含符号链接", f"The ZIP file holds a symbolic link: {name}")
    if entry.flag_bits & 0x1:
        raise _refused("ZIP 文件已加密", "The ZIP file is encrypted.")


def _damaged(error: Exception) -> FileRefused:
    return _refused("ZIP 文件已损坏", f"The ZIP file is damaged: {error}")


def _refused(zh: str, en: str) -> FileRefused:
    return FileRefused("file.archive", Text(f"{zh}。", en))
