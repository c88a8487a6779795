"""三、积极鼓励群众参与工程质量安全监督: N(六) and N(七)."""

from datetime import date, timedelta

import pytest
from shapely import Point, box

from layers import CATALOGUE
from layers.core.access import Actor, Place, Role, may_edit, may_publish
from layers.core.rules import Feature
from layers.ledgers.exceptions import SafetyCheck
from layers.ledgers.inspections import Inspection, InspectionKind, out_of_order
from layers.ledgers.supervisors import ChosenBy
from layers.material_storage import Material
from layers.safety.finding import Result
from layers.safety.periods import Period
from layers.safety.scene import Reception, Roster, Storage
from tests.layers.safety.made import NOON, perimeter, results, work, yard

DAY = timedelta(days=1)


def test_引导群众全程参与对改造方案_工程质量_工程进度的监督() -> None:
    """A supervisor's patrol is entered at any time of the works, and shown when the street says
    so."""
    layer, here = CATALOGUE["inspections"], Place("360923100", around=frozenset({1}))
    supervisor = Actor(Role.SUPERVISOR, sites=frozenset({1}))
    assert may_edit(supervisor, layer, here)
    assert not may_publish(supervisor, layer, here)
    patrol = Inspection(
        work=1, kind=InspectionKind.PATROL, step="管沟开挖", on=date(2026, 9, 20), passed=False
    )
    assert [*out_of_order(patrol, [])] == []


@pytest.mark.parametrize("chosen_by", ChosenBy)
def test_通过个人申请_群众推荐_聘请小区居民作为义务监督员(chosen_by: ChosenBy) -> None:
    layer = CATALOGUE["supervisors"]
    row = {**layer.example, "community": 1, "chosen_by": chosen_by}
    assert [*layer.problems(Feature(None, layer.attributes.model_validate(row)))] == []
    # The public sees that there is one, not who it is.
    assert {"chosen_by", "term_starts"} <= layer.public_fields
    assert layer.public_fields.isdisjoint({"name", "phone"})


def test_在施工现场设置居民接待场所() -> None:
    near = Reception("r1", Point(10, 10))
    assert results(yard(receptions=(near,)), SafetyCheck.RECEPTION) == {Result.COMPLIANT}
    assert results(yard(receptions=()), SafetyCheck.RECEPTION) == {Result.NOT_COMPLIANT}


def test_现场及时接受居民的咨询_逐项协调研究解决() -> None:
    """Each matter has a deadline, not before the day on which it was received."""
    layer = CATALOGUE["reception_items"]
    assert layer.attributes.model_fields["reply_by"].is_required()
    late = {**layer.example, "reception_point": 1, "reply_by": date(2026, 11, 9)}
    problems = layer.problems(Feature(None, layer.attributes.model_validate(late)))
    assert [problem.code for problem in problems] == ["reply_by.order"]


def test_施工现场24小时值守() -> None:
    day = Period(NOON, NOON + DAY)
    half = Period(NOON, NOON + DAY / 2)
    kept, gap = Roster("s", day, (day,)), Roster("s", day, (half,))
    assert results(yard(rosters=(kept,)), SafetyCheck.ROSTER) == {Result.COMPLIANT}
    assert results(yard(rosters=(gap,)), SafetyCheck.ROSTER) == {Result.NOT_COMPLIANT}


def test_在作业区域设置警戒区域() -> None:
    area = work(20, 27, 60, 30)
    enough = yard(drawn=perimeter(15, 22, 65, 30, work=area), buildings=())
    assert results(enough, SafetyCheck.DROP_ZONE) == {Result.NOT_COMPLIANT}
    wide = yard(drawn=perimeter(15, 22, 65, 35, work=area), buildings=())
    assert results(wide, SafetyCheck.DROP_ZONE) == {Result.COMPLIANT}


@pytest.mark.parametrize(("enclosed", "result"), [(True, "compliant"), (False, "not_compliant")])
def test_施工材料集中存放_封闭管理(enclosed: bool, result: str) -> None:
    heap = Storage("s1", box(2, 2, 5, 5), Material.OTHER, enclosed)
    scene = yard(storage=(heap,), work_areas=(work(20, 27, 60, 30),))
    assert results(scene, SafetyCheck.STORAGE) == {Result(result)}
