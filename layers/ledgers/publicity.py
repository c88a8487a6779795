"""Publicity: what was posted, where and for how long; an immutable snapshot. N(五).

Its hash is computed here from the text that is kept, so that a photograph of the sheet posted can
be held against it; one that was sent along has to be right.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Annotated, Any

from pydantic import Field, model_validator

from layers.core.layer import About, Attributes, Layer, Ref, Visibility, Writing
from layers.core.measures import Line, Name, Prose
from layers.core.rules import Feature, Problem, in_order
from layers.core.text import Text


class Publicity(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    title: Annotated[Name, About("标题", "Title")]
    snapshot: Annotated[Prose, About("公示内容", "Text posted")]
    snapshot_sha256: Annotated[
        str, Field(pattern=r"^([0-9a-f]{64})?$"), About("内容哈希", "Hash of the text")
    ] = ""
    starts: Annotated[date, About("开始", "Starts")]
    ends: Annotated[date, About("截止", "Ends")]
    place: Annotated[Line, About("张贴地点", "Place posted")]

    @model_validator(mode="before")
    @classmethod
    def hashed(cls, given: Any) -> Any:
        """With the hash of its text, unless one is given."""
        snapshot = given.get("snapshot") if isinstance(given, dict) else None
        if not isinstance(snapshot, str) or given.get("snapshot_sha256"):
            return given
        return {**given, "snapshot_sha256": hash_of(snapshot)}


def hash_of(snapshot: str) -> str:
    """SHA-256 of the text as it is kept, without the spaces around it."""
    return sha256(snapshot.strip().encode()).hexdigest()


def hash_is_right(feature: Feature) -> Iterator[Problem]:
    posted: Publicity = feature.attributes
    if posted.snapshot_sha256 != hash_of(posted.snapshot):
        said = Text("内容哈希与公示内容不符。", "The hash is not that of the text.")
        yield Problem("snapshot_sha256.wrong", said, "snapshot_sha256", citation="N(五)")


LAYER = Layer(
    name="publicity",
    title=Text("公示", "Publicity"),
    description=Text("改造方案等的公示,内容不可更改。", "What was publicised; never changed."),
    geometry=None,
    attributes=Publicity,
    owner="community",
    writing=Writing.APPEND,
    born=Visibility.PUBLISHED,
    rules=(in_order("starts", "ends"), hash_is_right),
    period=("starts", "ends"),
    name_field="title",
    example={
        "title": "改造方案公示",
        "snapshot": "拟实施雨污分流、道路、屋面防水……",
        "starts": "2026-05-01",
        "ends": "2026-05-08",
        "place": "小区东门公告栏",
    },
)
