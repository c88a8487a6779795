"""建立工序自检、交接检和专职人员检查的“三检”制度: the order of checks, as the ledger keeps it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from layers.ledgers.inspections import (
    CHECKS,
    Inspection,
    InspectionKind,
    checks_passed,
    out_of_order,
)

SELF, HANDOVER, PROFESSIONAL = CHECKS
TRENCH, PIPES = "管沟开挖", "管道安装"


def check(kind: InspectionKind, step: str = TRENCH, *, passed: bool = True) -> Inspection:
    return Inspection(work=1, kind=kind, step=step, on=date(2026, 9, 20), passed=passed)


def codes(new: Inspection, *earlier: Inspection) -> list[str]:
    return [problem.code for problem in out_of_order(new, earlier)]


def test_the_three_checks_come_in_their_order() -> None:
    assert codes(check(SELF)) == []
    assert codes(check(HANDOVER)) == ["kind.order"]
    assert codes(check(HANDOVER), check(SELF)) == []
    assert codes(check(PROFESSIONAL), check(SELF)) == ["kind.order"]
    assert codes(check(PROFESSIONAL), check(SELF), check(HANDOVER)) == []


def test_the_next_step_waits_for_all_three_checks_of_the_step_before() -> None:
    done = [check(SELF), check(HANDOVER)]
    assert codes(check(SELF, PIPES), *done) == ["step.unfinished"]
    assert codes(check(SELF, PIPES), *done, check(PROFESSIONAL)) == []


def test_everything_wrong_is_told_at_once() -> None:
    assert codes(check(PROFESSIONAL, PIPES), check(SELF)) == ["step.unfinished", "kind.order"]


def test_a_failed_check_is_done_again_and_so_are_those_after_it() -> None:
    failed = [check(SELF), check(HANDOVER, passed=False)]
    assert codes(check(PROFESSIONAL), *failed) == ["kind.order"]
    assert codes(check(HANDOVER), *failed) == []
    sent_back = [check(SELF), check(HANDOVER), check(SELF, passed=False)]
    assert codes(check(HANDOVER), *sent_back) == ["kind.order"]


def test_a_patrol_may_come_at_any_time() -> None:
    patrol = check(InspectionKind.PATROL, PIPES)
    assert codes(patrol, check(SELF)) == []
    assert codes(check(SELF), patrol) == []


checks = st.builds(
    check,
    st.sampled_from(InspectionKind),
    st.sampled_from([TRENCH, PIPES, "回填夯实"]),
    passed=st.booleans(),
)


@given(st.lists(checks, max_size=40))
def test_whatever_is_sent_a_ledger_that_refuses_holds_at_most_one_open_step(
    sent: list[Inspection],
) -> None:
    ledger: list[Inspection] = []
    for each in sent:
        if not codes(each, *ledger):
            ledger.append(each)
        finished = checks_passed(ledger)
        # A finished step may be found wanting again; no step begins while another is unfinished.
        begun_last = next((c for c in reversed(ledger) if c.kind in CHECKS), None)
        others = [n for step, n in finished.items() if begun_last and step != begun_last.step]
        assert all(n == len(CHECKS) for n in others)
