"""Sightings: what passers-by say of a closure, still there or gone. Only counts are public.

Anyone may say so, without an account, and nothing follows by itself: the manager looks, and then
confirms or lifts.
"""

from typing import Annotated

from pydantic import Field

from layers.core.layer import About, Attributes, Layer, Private, Ref, Writing
from layers.core.measures import Moment
from layers.core.text import Term, Text


class Seen(Term):
    STILL_THERE = "still_there", "还在", "Still there"
    GONE = "gone", "已撤", "Gone"


class Sighting(Attributes):
    """`voice` tells two people of one day apart. It is made with a key that is deleted with the
    day after, so that nobody can find out whose it was."""

    perimeter: Annotated[int, Ref("warning_perimeters"), About("警戒区", "Warning perimeter")]
    seen: Annotated[Seen, About("所见", "Seen")]
    seen_at: Annotated[Moment, About("时间", "At")]
    voice: Annotated[str, Private, Field(pattern=r"^[0-9a-f]{64}$"), About("声音", "Voice")]


LAYER = Layer(
    name="sightings",
    title=Text("现场所见", "Sightings"),
    description=Text(
        "公众说围挡还在或已撤,不逐条对外;只公布人数。",
        "Whether people found a closure there; only counts are public.",
    ),
    geometry=None,
    attributes=Sighting,
    owner="perimeter",
    writing=Writing.PUBLIC,
    public=False,
    period=("seen_at", None),
    unique_together=("perimeter", "seen", "voice"),
    example={
        "seen": "gone",
        "seen_at": "2026-11-24T08:00:00+08:00",
        "voice": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    },
)
