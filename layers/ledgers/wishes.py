"""Wishes: what residents want renovated, asked item by item before the plan is drawn. N(五)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Ref, Visibility
from layers.core.measures import Count, Line
from layers.core.rules import Feature, Problem, in_order
from layers.core.text import Term, Text
from layers.ledgers.works import WorkCategory
from layers.standards import in_force
from layers.standards.values import VALUES


class WishChannel(Term):
    VISIT = "visit", "入户征询", "At the door"
    MEETING = "meeting", "居民议事会", "Residents' meeting"
    FORM = "form", "征询表", "Form"
    ONLINE = "online", "线上征询", "Online"


class Wish(Attributes):
    """One item of the scope menu in one poll: how many households were asked, how many want it."""

    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    category: Annotated[WorkCategory, About("改造内容", "Works")]
    channel: Annotated[WishChannel, About("征询方式", "Asked by")]
    starts: Annotated[date, About("开始", "Starts")]
    ends: Annotated[date, About("截止", "Ends")]
    households_asked: Annotated[Count, About("征询户数", "Households asked")]
    households_wanting: Annotated[Count, About("需要的户数", "Households wanting it")]
    evidence: Annotated[Line, About("依据", "Evidence")] = ""


def part_of_those_asked(feature: Feature) -> Iterator[Problem]:
    """Who wants it was asked; and fewer than may be told of are no poll."""
    wish: Wish = feature.attributes
    if wish.households_wanting > wish.households_asked:
        said = Text("需要的户数大于征询户数。", "More households want it than were asked.")
        yield Problem("households_wanting.over", said, "households_wanting")
    fewest = in_force(VALUES, "survey-minimum", date.max).value
    assert fewest is not None
    if wish.households_asked < fewest:
        said = Text("征询不足 {n} 户,不予公布。", "Fewer than {n} households are not told of.")
        yield Problem("households_asked.few", said.format(n=fewest), "households_asked")


LAYER = Layer(
    name="wishes",
    title=Text("改造意愿征询", "Wishes"),
    description=Text(
        "改造前按菜单逐项征询居民的需要。",
        "What residents want of the scope menu, asked before the renovation.",
    ),
    geometry=None,
    attributes=Wish,
    owner="community",
    born=Visibility.PUBLISHED,
    rules=(in_order("starts", "ends"), part_of_those_asked),
    period=("starts", "ends"),
    example={
        "category": "parking",
        "channel": "visit",
        "starts": "2026-02-01",
        "ends": "2026-02-20",
        "households_asked": 180,
        "households_wanting": 151,
        "evidence": "入户征询汇总表 2026-2",
    },
)
