"""Postings: where a sheet was put up on site, and its photo; beside the text that it shows. N(五).

A publicity is an immutable text with a hash. Its sheet is printed from it and bears the hash, so
that what hangs on the wall is known, and photographed, only afterwards.
"""

from datetime import date
from typing import Annotated

from layers.core.attachment import Attached, Form, Sha256
from layers.core.layer import About, Attributes, Layer, Ref, Visibility, Writing
from layers.core.measures import Line
from layers.core.text import Text


class Posting(Attributes):
    publicity: Annotated[int, Ref("publicity"), About("公示", "Publicity")]
    place: Annotated[Line, About("张贴地点", "Place posted")]
    posted_on: Annotated[date, About("张贴日期", "Posted on")]
    photo: Annotated[
        Sha256 | None, Attached((Form.PICTURE,)), About("现场照片", "Photo on site")
    ] = None


LAYER = Layer(
    name="postings",
    title=Text("公示张贴记录", "Postings"),
    description=Text(
        "公示在何处何时张贴,附现场照片。", "Where and when a sheet was put up, with a photo of it."
    ),
    geometry=None,
    attributes=Posting,
    owner="publicity",
    writing=Writing.APPEND,
    born=Visibility.PUBLISHED,
    period=("posted_on", None),
    example={"place": "小区东门公告栏", "posted_on": "2026-05-01"},
)
