"""What people call a constraint: its name, as a sentence would say it."""

from collections.abc import Mapping

from layers.core.text import Text

_WHOLE: Mapping[str, Text] = {
    "budget": Text("总预算", "the budget"),
    "budget:sources": Text("各来源资金合计", "the money of all sources together"),
    "budget:unrestricted": Text(
        "可用于非经营性内容的资金", "the money that may pay for items that earn nothing"
    ),
    "max_count": Text("小区数上限", "the largest number of communities"),
    "min_count": Text("小区数下限", "the smallest number of communities"),
}
_OF: Mapping[str, Text] = {
    "budget": Text("{of} 年预算", "the budget of {of}"),
    "county_min": Text("县区 {of} 的下限", "the floor of county {of}"),
    "county_max": Text("县区 {of} 的上限", "the quota of county {of}"),
    "county_budget": Text("县区 {of} 的预算", "the budget of county {of}"),
    "lock_in": Text("必选 {of}", "{of} locked in"),
    "lock_out": Text("排除 {of}", "{of} locked out"),
    "bundle": Text("片区 {of}(同选或同不选)", "the bundle {of}"),
}


def called(name: str) -> Text:
    if name in _WHOLE:
        return _WHOLE[name]
    kind, _, of = name.partition(":")
    return _OF[kind].format(of=of)
