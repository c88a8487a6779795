"""改造方案公示: N(五). The number of days is a default, not law, and a county's to set."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.gates import gate
from layers.stages import Stage
from layers.standards import in_force
from layers.standards.values import VALUES
from tests.layers.gates.made import DAY, TODAY, complete, missing, posting

DAYS = 7


def test_改造方案初步确定后要主动公示() -> None:
    assert missing(Stage.PUBLICISED, complete(postings=(posting(ends=TODAY + DAY),))) == []
    assert missing(Stage.PUBLICISED, complete(postings=())) == ["publicity.none"]
    assert missing(Stage.PUBLICISED, complete(works=(), postings=())) == [
        "works.none",
        "publicity.none",
    ]
    tomorrow = posting(starts=TODAY + DAY, ends=TODAY + 9 * DAY)
    assert missing(Stage.PUBLICISED, complete(postings=(tomorrow,))) == ["publicity.none"]
    assert missing(Stage.PUBLICISED, complete(postings=(posting(place=""),))) == ["publicity.place"]


@pytest.mark.parametrize("to", [Stage.APPROVED, Stage.UNDER_WORKS])
def test_广泛征求小区全体居民的意见_充分吸收群众合理化建议(to: Stage) -> None:
    waiting = complete(postings=(posting(comments=3, unanswered=1),))
    assert missing(to, waiting) == ["comments.unanswered"]
    # A plan posted anew does not silence what was said of the first.
    twice = (posting(unanswered=1, starts=TODAY - 40 * DAY, ends=TODAY - 30 * DAY), posting(id=2))
    assert missing(to, complete(postings=twice)) == ["comments.unanswered"]


@given(days=st.integers(1, 20), ended_ago=st.integers(-20, 20))
def test_the_full_period_counts_its_first_and_last_day_and_has_to_be_over(
    days: int, ended_ago: int
) -> None:
    ends = TODAY - ended_ago * DAY
    posted = complete(postings=(posting(starts=ends - (days - 1) * DAY, ends=ends),))
    codes = missing(Stage.APPROVED, posted)
    assert ("publicity.short" in codes) == (days < DAYS)
    assert ("publicity.running" in codes) == (days >= DAYS and ended_ago <= 0)
    assert (codes == []) == (days >= DAYS and ended_ago >= 1)


def test_不断修改完善_a_changed_plan_is_posted_anew_for_its_full_period() -> None:
    first, again = posting(), posting(id=2, starts=TODAY - DAY, ends=TODAY + 6 * DAY)
    assert missing(Stage.APPROVED, complete(postings=(first, again))) == ["publicity.running"]


def test_a_county_may_set_its_own_number_of_days_and_no_other_county_hears_of_it() -> None:
    default = in_force(VALUES, "publicity-days", TODAY)
    own = replace(default, value=14, area="360923")
    evidence = complete(rules=(*VALUES, own), division="360923100")
    [item] = gate(evidence, Stage.APPROVED).missing
    assert item.code == "publicity.short"
    assert "14" in item.message.zh
    assert missing(Stage.APPROVED, replace(evidence, division="360924100")) == []


def test_who_is_refused_for_the_days_is_told_that_they_are_no_law() -> None:
    short = complete(postings=(posting(starts=TODAY - 3 * DAY),))
    [item] = gate(short, Stage.APPROVED).missing
    assert "非法定" in item.message.zh
    assert "not law" in item.message.en
