"""Submitting: what anyone may send to a layer that is open to it, and follow by a code.

The code is told once; the database keeps its hash. Nothing shows to the public before somebody
who keeps the layer publishes it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from shapely import Point
from sqlalchemy import Connection

from gis_service import one_time
from gis_service.editing import Draft, feature_of
from gis_service.errors import Conflict, Invalid, NotFound, NotWritable, TooMany
from gis_service.files.pictures import Picture
from gis_service.store import submissions as stored
from layers.core.layer import Layer
from layers.core.rules import Problem, in_china
from layers.core.submission import Submission
from layers.core.text import Text

MOST_PICTURES_A_DAY = 5000
"""Of all strangers together, some two gigabytes: a bound on what they can fill."""
_AGAIN_S = 3600


def submit(
    db: Connection, layer: Layer, draft: Draft, now: datetime, picture: Picture | None = None
) -> str:
    """Adds an internal row and answers the sender's code, such as `7KQM-2XWT-9HBD`.

    A picture is kept with the row, or not at all: whoever sees the row sees it, and nobody else.
    Raises NotWritable for a layer that is not open to it, Invalid with everything wrong, or
    TooMany once strangers have sent too many pictures in a day.
    """
    submission = _of(layer)
    if picture is not None and stored.pictures_today(db) >= MOST_PICTURES_A_DAY:
        said = Text(
            "今天收到的照片太多,请不带照片提交。", "Too many photos today; send it without."
        )
        raise TooMany(said, _AGAIN_S)
    unasked = draft.properties.keys() - set(submission.gives)
    if unasked:
        raise Invalid([_not_asked(name) for name in sorted(unasked)])
    located = _located(db, layer, submission, draft)
    properties = {**located.properties, submission.at: now.isoformat()}
    feature = feature_of(layer, replace(located, properties=properties))
    if problems := [*in_china(feature), *layer.problems(feature)]:
        raise Invalid(problems)
    code = one_time.new()
    code_sha256 = sha256(one_time.plain(code).encode()).hexdigest()
    kept = None if picture is None else (picture.content, picture.thumbnail)
    if stored.add(db, layer, feature, code_sha256, kept) is None:
        raise Invalid([_unknown(layer)])
    return code


def told(db: Connection, layer: Layer, code: str) -> Mapping[str, Any]:
    """What became of it. Raises NotFound for a code that there is not."""
    _of(layer)
    found = stored.told(db, layer, one_time.plain(code))
    if found is None:
        raise NotFound(Text("没有这个查询码。", "There is no such code."))
    return found


def reopen(db: Connection, layer: Layer, code: str, reason: str) -> Mapping[str, Any]:
    """Says that it is not settled. Raises NotFound, or Conflict while it is still open."""
    before = told(db, layer, code)
    if not stored.reopen(db, layer, one_time.plain(code), reason):
        status = before[_of(layer).reopening.status]
        raise Conflict(Text(f"尚未办结({status})。", f"It is not settled yet ({status})."))
    return told(db, layer, code)


def _of(layer: Layer) -> Submission:
    if layer.submission is None:
        raise NotWritable(
            Text(f"“{layer.title.zh}”不接受投递。", f"{layer.title.en} are not sent by the public.")
        )
    return layer.submission


def _located(db: Connection, layer: Layer, submission: Submission, draft: Draft) -> Draft:
    """With the owner that a lone point lies in or next to, so that its street hears of it."""
    owner = layer.owner
    if owner is None or draft.properties.get(owner) is not None:
        return draft
    if not isinstance(draft.geometry, Point) or draft.geometry.is_empty:
        raise Invalid([_unknown(layer)])
    found = stored.nearest(db, layer.refs[owner].layer, draft.geometry, submission.reach_m)
    if found is None:
        raise Invalid([_unknown(layer)])
    return replace(draft, properties={**draft.properties, owner: found})


def _unknown(layer: Layer) -> Problem:
    assert layer.owner is not None
    title = layer.about(layer.owner).title
    said = Text("请选择{title},或在其附近定位。", "Choose the {title}, or a place near one.")
    return Problem(f"{layer.owner}.unknown", said.format(title=title), layer.owner)


def _not_asked(name: str) -> Problem:
    said = Text(f"“{name}”不由投递人填写。", f"'{name}' is not for the sender to fill in.")
    return Problem(f"{name}.unasked", said, name)
