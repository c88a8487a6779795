"""Pictures and PDFs from strangers, the hostile ones among them."""

import io
import struct
import zlib

import pytest
from PIL import Image

from gis_service.files import papers, pictures
from gis_service.files.errors import FileRefused


def made(kind: str = "JPEG", size: tuple[int, int] = (60, 30), **options: object) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, "red").save(written, kind, **options)
    return written.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def with_place() -> bytes:
    """As a phone held upright writes it: turned by a note, with the place."""
    exif = Image.Exif()
    exif[0x0112] = 6  # Turn by 90° to the right.
    exif[0x010F] = "Maker of phones"
    exif.get_ifd(0x8825)[1] = "N"
    return made(exif=exif, comment=b"my flat")


def bomb() -> bytes:
    """A PNG of a few bytes that says it is 60,000 pixels square."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_becomes_a_jpeg_and_a_small_one(kind: str) -> None:
    found = pictures.clean(made(kind, (3000, 1500)))
    assert (found.width, found.height) == (2048, 1024)
    assert opened(found.content).format == opened(found.thumbnail).format == "JPEG"
    assert opened(found.thumbnail).size == (320, 160)


def test_it_stands_upright_and_tells_nothing_but_its_pixels() -> None:
    found = pictures.clean(with_place())
    assert (found.width, found.height) == (30, 60)
    for content in (found.content, found.thumbnail):
        assert not opened(content).getexif()
        assert not {"exif", "comment", "icc_profile"} & opened(content).info.keys()
        assert b"Maker" not in content
        assert b"my flat" not in content


def test_what_is_hidden_behind_a_picture_is_gone() -> None:
    script = b"<script>alert(1)</script>PK\x03\x04%PDF-1.7"
    assert script not in pictures.clean(made() + script).content


def test_what_is_transparent_becomes_white() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(written, "PNG")
    assert opened(pictures.clean(written.getvalue()).content).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [bomb(), made()[:200], b"\xff\xd8\xff" + b"\0" * 100, b"RIFF\0\0\0\0WAVE", made("GIF"), b""],
    ids=["bomb", "cut off", "noise", "sound", "gif", "empty"],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        pictures.clean(content)


def test_a_pdf_is_whole_and_nothing_before_it() -> None:
    assert papers.seems_paper(b"%PDF-1.7\n")
    assert not papers.seems_paper(b"<html>%PDF-1.7")
    assert papers.whole(b"%PDF-1.7 ... %%EOF\n") == b"%PDF-1.7 ... %%EOF\n"
    with pytest.raises(FileRefused):
        papers.whole(b"%PDF-1.7 %%EOF" + b"\0" * 2000)
