"""Pictures from strangers: decoded, turned upright, scaled down, and written anew.

Only the pixels are kept. What a camera writes beside them (place, time, owner) and whatever a file
may hide behind its picture is gone.
"""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from gis_service.files.errors import FileRefused
from gis_service.files.limits import check
from layers.core.text import Text

_READ = ("JPEG", "PNG", "WEBP")
_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF")
_MOST_PIXELS = 60_000_000
"""More than a phone's sensor has. A bomb says so in its header, before a pixel is decoded."""
_LONGEST_SIDE = 2048
"""Enough to read a notice that fills the picture."""
_THUMBNAIL_SIDE = 320
_QUALITY, _THUMBNAIL_QUALITY = 85, 75


@dataclass(frozen=True, slots=True)
class Picture:
    """JPEG, and the same small; sizes in pixels."""

    content: bytes
    thumbnail: bytes
    width: int
    height: int


def seems_picture(head: bytes) -> bool:
    return head.startswith(_SIGNATURES)


def clean(content: bytes) -> Picture:
    """The picture alone. Raises FileRefused for anything that is none, or is too large."""
    try:
        with warnings.catch_warnings():
            # We set a limit of our own, below.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_READ) as opened:
                check(Text("像素数", "Pixels"), opened.width * opened.height, _MOST_PIXELS)
                upright = _flat(ImageOps.exif_transpose(opened))
    except FileRefused:
        raise
    # Broken pictures make decoders raise anything.
    except (UnidentifiedImageError, Image.DecompressionBombError, Exception) as error:
        raise FileRefused(
            "file.content", Text("图片无法读取。", "The picture cannot be read.")
        ) from error
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    small = upright.copy()
    small.thumbnail((_THUMBNAIL_SIDE, _THUMBNAIL_SIDE))
    return Picture(
        content=_jpeg(upright, _QUALITY),
        thumbnail=_jpeg(small, _THUMBNAIL_QUALITY),
        width=upright.width,
        height=upright.height,
    )


def _flat(picture: Image.Image) -> Image.Image:
    """On white where it is transparent."""
    if picture.mode in ("RGBA", "LA", "P"):
        seen = picture.convert("RGBA")
        ground = Image.new("RGB", seen.size, "white")
        ground.paste(seen, mask=seen.getchannel("A"))
        return ground
    return picture.convert("RGB")


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    # A copy without `info`, from which Pillow would write comments and profiles.
    Image.frombytes("RGB", picture.size, picture.tobytes()).save(
        written, "JPEG", quality=quality, optimize=True, progressive=True
    )
    return written.getvalue()
