"""验收与满意度: N(八)."""

from layers.gates.evidence import Evidence
from layers.ledgers.surveys import SurveyChannel
from layers.stages import Stage
from tests.layers.gates.made import PIPES, ROOF, acceptance, checks, complete, missing, work

DONE = Stage.ACCEPTED


def with_acceptances(*rows: object) -> Evidence:
    return complete(acceptances=rows)


COMMON = acceptance(1, work=ROOF, part="common")
EXCLUSIVE = acceptance(2, work=PIPES, part="exclusive", household=7)


def test_专有部分完工后_应邀请住户参与分户验收() -> None:
    assert missing(DONE, complete()) == []
    assert missing(DONE, with_acceptances(COMMON)) == ["acceptance.households"]
    without_household = acceptance(2, work=PIPES, part="exclusive")
    assert missing(DONE, with_acceptances(COMMON, without_household)) == ["acceptance.households"]
    windows = work(3, "windows")
    evidence = complete(
        works=(work(ROOF, "roof"), windows), inspections=(*checks(ROOF), *checks(3))
    )
    assert missing(DONE, evidence) == ["acceptance.households"]


def test_公共区域改造完工后_街道办事处应牵头组织各方进行验收() -> None:
    assert missing(DONE, with_acceptances(EXCLUSIVE)) == ["acceptance.common"]
    led_by_nobody = acceptance(1, work=ROOF, part="common", lead="")
    assert missing(DONE, with_acceptances(led_by_nobody, EXCLUSIVE)) == [
        "acceptance.common",
        "acceptance.lead",
    ]
    of_all = acceptance(1, work=None, part="common")
    assert missing(DONE, with_acceptances(of_all, EXCLUSIVE)) == []


def test_对居民进行随访_发放满意度调查表() -> None:
    nobody = complete(channels={})
    assert missing(DONE, nobody) == ["survey.visit", "survey.form"]
    visited = complete(channels={SurveyChannel.VISIT: 1})
    assert missing(DONE, visited) == ["survey.form"]


def test_what_failed_is_accepted_again_before_it_counts() -> None:
    failed = acceptance(3, work=PIPES, part="exclusive", household=8, passed=False)
    assert missing(DONE, with_acceptances(COMMON, EXCLUSIVE, failed)) == ["acceptance.failed"]
    again = acceptance(4, work=PIPES, part="exclusive", household=8)
    assert missing(DONE, with_acceptances(COMMON, EXCLUSIVE, failed, again)) == []


def test_建立三检制度_every_item_has_steps_and_every_step_its_three_checks() -> None:
    assert missing(DONE, complete(inspections=checks(ROOF))) == ["checks.none"]
    unfinished = (*checks(ROOF), *checks(PIPES)[:2])
    assert missing(DONE, complete(inspections=unfinished)) == ["checks.unfinished"]


def test_works_are_accepted_when_they_are_finished() -> None:
    works = (work(ROOF, "roof", progress=0.99), work(PIPES, "water"))
    assert missing(DONE, complete(works=works)) == ["works.unfinished"]


def test_a_renovation_without_works_has_nothing_to_accept() -> None:
    assert "works.none" in missing(DONE, complete(works=(), acceptances=()))


def test_通过不同方式_加强满意度测评() -> None:
    """Fewer answers than may be published are no survey."""
    assert missing(Stage.SATISFACTION_SURVEYED, complete(answers=4)) == ["survey.few"]
    assert missing(Stage.SATISFACTION_SURVEYED, complete(answers=5)) == []
    channels = {channel.value for channel in SurveyChannel}
    assert channels == {"form", "visit", "telephone", "third_party"}


def test_the_public_is_not_told_whose_home_it_is_and_still_told_right() -> None:
    nameless = acceptance(2, work=PIPES, part="exclusive", household=None)
    evidence = complete(acceptances=(COMMON, nameless), sees_households=False, channels=None)
    assert missing(DONE, evidence) == []
