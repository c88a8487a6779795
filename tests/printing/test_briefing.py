"""A briefing tells a mayor what is chosen, why, why others are not, and what it stands on."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
import shapely

from gis_service.printing.briefing import MOST_CHOSEN, briefing
from gis_service.printing.choice import Border, Choice, Point, Row
from gis_service.printing.press import Press
from layers.core.text import Text
from layers.planning.criteria import CODES
from tests.printing.sheets import A4, pages, paper_mm, words

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
WEIGHTS = dict.fromkeys(CODES, 0.1)
BORDERS = [Border("上高县", shapely.box(114.8, 28.1, 115.1, 28.4))]


def row(number: int, *, chosen: bool, why_not: Text | None = None) -> Row:
    parts = dict.fromkeys(CODES, 0.05) | {"willingness": 0.10, "age": 0.09, "safety": 0.08}
    return Row(
        id=str(number),
        name=f"第{number}小区",
        county="上高县",
        rank=number,
        score=sum(parts.values()),
        low=0.5,
        high=0.7,
        contributions=parts,
        unknown=("elderly",),
        cost=Decimal(5_000_000),
        households=200,
        chosen=chosen,
        why_not=why_not,
        place=(114.9 + number * 0.002, 28.2),
    )


@pytest.fixture
def choice() -> Choice:
    return Choice(
        title=Text("2027 年老旧小区改造计划方案", "Plan 2027"),
        year=2027,
        weights=WEIGHTS,
        rows=[
            row(1, chosen=True),
            row(2, chosen=True),
            row(3, chosen=False, why_not=Text("造价超过预算结余", "No money")),
            row(4, chosen=False, why_not=Text("未达到列入计划的条件", "Outside the gate")),
        ],
        budget=Decimal(12_000_000),
        cost=Decimal(10_000_000),
        constraints=[Text("最多 {n} 个小区。", "At most {n}.").format(n=20)],
        greedy_below=0.031,
        curve=[
            Point(Decimal(8_000_000), Decimal(5_000_000), 0.67, 1),
            Point(Decimal(12_000_000), Decimal(10_000_000), 1.34, 2),
        ],
        data_date=NOW,
        map_approval="赣S(2026)001号",
    )


def test_it_says_what_is_chosen_for_how_much_and_that_it_is_proven(
    press: Press, choice: Choice
) -> None:
    pdf = briefing(press, choice, BORDERS, "zh", NOW)
    said = words(pdf)
    assert paper_mm(pdf) == {A4}
    assert "在1,200.0万元预算内，从4个小区中选出2个，造价1,000.0万元，惠及400户" in said
    assert "已证明为最优" in said
    assert "比按得分逐个选取高3.1%" in said
    assert "200.0万元" in said
    assert "赣S(2026)001号" in said
    assert 2 <= len(pages(pdf)) <= 6


def test_each_choice_has_its_reasons_and_each_refusal_its_own(press: Press, choice: Choice) -> None:
    said = words(briefing(press, choice, BORDERS, "zh", NOW))
    assert "改造意愿0.10、房龄0.09、安全隐患0.08" in said
    assert "造价超过预算结余" in said
    assert "未达到列入计划的条件" in said
    assert "0.50–0.70" in said


def test_weights_constraints_and_sources_are_told(press: Press, choice: Choice) -> None:
    said = words(briefing(press, choice, [], "zh", NOW))
    assert "最多20个小区" in said
    assert "2026-11-2416:00" in said
    assert "赣建办文〔2022〕81号" in said
    assert said.count("10%") == len(CODES)


def test_where_nothing_can_be_chosen_the_contradiction_is_named(
    press: Press, choice: Choice
) -> None:
    rows = [replace(each, chosen=False) for each in choice.rows]
    none = replace(
        choice, rows=rows, cost=Decimal(0), conflicts=[Text("总预算", "the budget")], curve=[]
    )
    said = words(briefing(press, none, BORDERS, "zh", NOW))
    assert "没有满足全部条件的方案" in said
    assert "总预算" in said


def test_a_plan_of_hundreds_stays_a_briefing(press: Press, choice: Choice) -> None:
    rows = [row(number, chosen=number % 2 == 0) for number in range(1, 801)]
    pdf = briefing(press, replace(choice, rows=rows), BORDERS, "zh", NOW)
    said = words(pdf)
    assert len(pages(pdf)) <= 6
    assert f"另有{400 - MOST_CHOSEN}个入选小区" in said


def test_it_speaks_english(press: Press, choice: Choice) -> None:
    said = words(briefing(press, choice, BORDERS, "en", NOW))
    assert "2of4communities,CNY10,000,000,400households" in said
    assert "Outsidethegate" in said
    assert "入选" not in said
