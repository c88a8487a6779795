"""Reading a PDF as a person would: its words, the size of its paper, what its QR codes say."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain

import pypdfium2
import zxingcpp

_MM_PER_POINT = 25.4 / 72
A3, A4 = (297, 420), (210, 297)


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def pages(pdf: bytes) -> list[str]:
    """The text of each page, without white space and places to break: setting moves them."""
    with opened(pdf) as document:
        return [_text(page) for page in document]


def words(pdf: bytes) -> str:
    return "".join(pages(pdf))


def paper_mm(pdf: bytes) -> set[tuple[int, int]]:
    with opened(pdf) as document:
        sizes = [page.get_size() for page in document]
    return {(round(wide * _MM_PER_POINT), round(tall * _MM_PER_POINT)) for wide, tall in sizes}


def qr_codes(pdf: bytes) -> set[str]:
    """What the codes on all pages say, decoded from their picture."""
    with opened(pdf) as document:
        pictures = [page.render(scale=2).to_pil() for page in document]
    found = chain.from_iterable(zxingcpp.read_barcodes(picture) for picture in pictures)
    return {code.text for code in found}


def _text(page: pypdfium2.PdfPage) -> str:
    text: str = page.get_textpage().get_text_range()
    return "".join(text.split()).replace("\u200b", "").replace("\ufffe", "")
