"""一、注重激发居民参与改造的主动性、积极性: N(一) to N(三)."""

import pytest

from layers import CATALOGUE
from layers.core.access import Actor, Place, Role, may_advance, may_edit
from layers.ledgers.funding import Source
from layers.planning.criteria import CRITERIA

COUNTY, STREET = "360923", "360923100"
HERE = Place(STREET)


def test_建立市级统筹_县区为主体_街道落实_各方参与的改造治理机制() -> None:
    """Each works where it answers for something, and nowhere else."""
    decisions, checks = CATALOGUE["decisions"], CATALOGUE["inspections"]
    street = Actor(Role.STREET_OFFICER, areas=frozenset({STREET}))
    county = Actor(Role.PLANNER, areas=frozenset({COUNTY}))
    city = Actor(Role.AUDITOR, areas=frozenset({"3609"}))
    assert may_edit(street, decisions, HERE)
    assert may_advance(street, "under_works", HERE)
    assert may_advance(county, "planned", HERE)
    assert not may_advance(county, "under_works", HERE)
    assert not may_edit(city, decisions, HERE)
    for stranger in (Place("360923101"), Place("3601")):
        assert not may_edit(street, decisions, stranger)
    resident = Actor(Role.SUPERVISOR, sites=frozenset({1}))
    assert may_edit(resident, checks, Place(STREET, around=frozenset({1})))


@pytest.mark.parametrize(
    "source",
    [
        Source.RESIDENTS_DIRECT,
        Source.RESIDENTS_FUND_USE,
        Source.RESIDENTS_FUND_TOP_UP,
        Source.RESIDENTS_COMMON_INCOME,
        Source.PRIVATE_CAPITAL,
        Source.POLICY_LOAN,
        Source.RENEWAL_FUND,
    ],
)
def test_通过直接出资_使用补建续筹维修资金_让渡公共收益等方式落实(source: Source) -> None:
    """Each way to pay stands in the ledger by its own name, and the public may read it."""
    layer = CATALOGUE["funding"]
    row = layer.attributes.model_validate({**layer.example, "community": 1, "source": source})
    assert row.model_dump()["source"] == source
    assert "source" in layer.public_fields


def test_优先对改造意愿强_参与积极性高_主动拆临拆违_有出资意愿的小区实施改造() -> None:
    """The four preferences are measures of the ranking, and the more of each the better."""
    preferences = {each.code: each for each in CRITERIA if each.article == "N(四)"}
    assert preferences.keys() == {
        "willingness",
        "participation",
        "self_demolition",
        "willingness_to_pay",
    }
    assert all(each.more_is_better for each in preferences.values())
