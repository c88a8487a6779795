"""How owners come to agree: their organisation, what was posted, what they said, how they voted.

Follows the gates of N(四) and N(五): whoever is in the plan has an organisation that decided on the
later management, and whoever is approved a vote that passes art. 278 of the Civil Code. Those not
there yet lack one thing or another, and one vote was reversed after works had begun.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256

import numpy as np
from numpy.random import Generator

from gis_service.demo.block import Block
from gis_service.demo.danger import CHINA
from gis_service.demo.frames import Flags, Floats
from gis_service.demo.ground import Ground
from gis_service.demo.people import People
from gis_service.demo.tables import Rows, Table
from gis_service.demo.works import MENU, Programme
from layers.ledgers import (
    ballots,
    comments,
    decisions,
    owner_organisations,
    postings,
    publicity,
)
from layers.ledgers.ballots import Answer, BallotChannel
from layers.ledgers.comments import CommentOutcome
from layers.ledgers.decisions import DecisionResult
from layers.ledgers.owner_organisations import ManagementMode, OrganisationKind
from layers.ledgers.works import Matter
from layers.stages import Stage
from layers.voting import Gravity, Share, evaluate

_POSTED_D = 8
_POSTED_ANEW_D = 3
"""Ago, where residents' wishes changed the plan: they may comment now."""
_VOTED_BEFORE_D = 2
_VALID_D = 730
_REVERSED = "部分业主的委托书无效,表决结果撤销,重新组织表决。"
_STANDARDS = ("四级:保洁、绿化、秩序维护", "三级:保洁、绿化、门岗、维修", "基本:保洁、垃圾清运")
_COMMENTS = (
    ("希望增加停车位。", CommentOutcome.ADOPTED, "已在二号楼北侧增加车位。"),
    ("外墙颜色能否用暖色?", CommentOutcome.ADOPTED, "采用米黄色,效果图已张贴。"),
    ("一楼窗户要防盗网。", CommentOutcome.NOT_ADOPTED, "防盗网影响疏散,改为安装监控。"),
    ("下水道反味多年,请先修。", CommentOutcome.ADOPTED, "雨污分流列为第一项。"),
    ("希望每个单元都装电梯。", CommentOutcome.NOT_ADOPTED, "间距不足,符合条件的两个单元先行。"),
    ("自行车棚不要拆。", CommentOutcome.ADOPTED, "保留并加装充电与喷淋。"),
)


class Consent:
    """The ledgers of consent of one block."""

    def __init__(self, block: Block, works: Programme, people: People) -> None:
        self._rng: Generator = block.rng
        self._today: date = block.today
        self._works, self._people = works, people
        self._organisations = Rows(owner_organisations.LAYER, block.numbers)
        self._decisions = Rows(decisions.LAYER, block.numbers)
        self._ballots = Rows(ballots.LAYER, block.numbers)
        self._publicity = Rows(publicity.LAYER, block.numbers)
        self._postings = Rows(postings.LAYER, block.numbers)
        self._comments = Rows(comments.LAYER, block.numbers)
        self._is_none_reversed = True

    def tables(self) -> Iterator[Table]:
        for rows in (
            self._organisations,
            self._decisions,
            self._ballots,
            self._publicity,
            self._postings,
            self._comments,
        ):
            yield rows.table

    def add(self, ground: Ground) -> None:
        if Stage.CONSULTING in ground.days:
            self._add_organisation(ground)
        if Stage.PUBLICISED in ground.days:
            self._add_publicity(ground)
        if Stage.APPROVED in ground.days:
            self._add_passed(ground)
        elif Stage.PUBLICISED in ground.days:
            self._add_open(ground)

    def _add_organisation(self, ground: Ground) -> None:
        is_planned = Stage.PLANNED in ground.days
        if not is_planned and self._rng.random() < 0.4:
            return
        # Of those that are still asked, every other may enter the next plan.
        is_decided = is_planned or ground.community % 2 == 0
        formed = ground.days[Stage.CONSULTING] + timedelta(days=int(self._rng.integers(1, 20)))
        decided = min(formed + timedelta(days=15), self._today)
        kind = OrganisationKind(self._rng.choice([str(k) for k in OrganisationKind]))
        self._organisations.add(
            ground.visibility(),
            community=ground.community,
            kind=kind,
            name=f"{ground.name}{kind.label.zh}",
            formed_on=formed,
            formed_evidence=f"备案表 {formed.year}-{ground.community}",
            management_mode=self._rng.choice([str(m) for m in ManagementMode])
            if is_decided
            else None,
            management_standard=self._rng.choice(_STANDARDS) if is_decided else "",
            fee_cny_m2_month=Decimal(int(self._rng.integers(2, 9))) / 10 if is_decided else None,
            decided_on=decided if is_decided else None,
            decided_evidence=f"业主大会决议 {decided.year}-{ground.community}"
            if is_decided
            else "",
        )

    def _add_publicity(self, ground: Ground) -> None:
        starts = ground.days[Stage.PUBLICISED]
        rows = np.flatnonzero(self._works.owner == ground.index)
        budget = self._works.table["budget_cny"]
        scope = ";".join(f"{MENU[self._works.item[r]].title} {budget[r]:,} 元" for r in rows)
        snapshot = f"{ground.name}改造方案(示例):{scope}。意见请于公示期内向社区提出。"
        posted = self._post(ground, f"{ground.name}改造方案公示", snapshot, starts)
        chosen = self._rng.choice(len(_COMMENTS), size=self._rng.integers(1, 5), replace=False)
        for order, which in enumerate(chosen, start=1):
            self._add_comment(ground, posted, starts + timedelta(days=order), int(which))

        anew = self._today - timedelta(days=_POSTED_ANEW_D)
        if ground.stage is Stage.PUBLICISED and starts + timedelta(days=_POSTED_D) < anew:
            changed = self._post(ground, f"{ground.name}改造方案公示(修改后)", snapshot, anew)
            for which in (0, 5):
                self._add_comment(ground, changed, anew + timedelta(days=1), which)

    def _post(self, ground: Ground, title: str, snapshot: str, starts: date) -> int:
        place = f"小区{ground.estate.gates[0].name}公告栏"
        posted = self._publicity.add(
            ground.visibility(),
            community=ground.community,
            title=title,
            snapshot=snapshot,
            snapshot_sha256=sha256(snapshot.encode()).hexdigest(),
            starts=starts,
            ends=starts + timedelta(days=_POSTED_D),
            place=place,
        )
        for each in (place, "社区服务中心"):
            self._postings.add(ground.visibility(), publicity=posted, place=each, posted_on=starts)
        return posted

    def _add_comment(self, ground: Ground, posted: int, day: date, which: int) -> None:
        text, outcome, answer = _COMMENTS[which]
        if day >= self._today:
            return
        # Only answered comments are shown; the last ones may still wait.
        is_answered = Stage.APPROVED in ground.days or day < self._today - timedelta(days=4)
        self._comments.add(
            ground.visibility(is_answered),
            publicity=posted,
            text=text,
            made_at=datetime.combine(day, time(20), CHINA),
            outcome=outcome if is_answered else None,
            answer=answer if is_answered else "",
            answered_on=day + timedelta(days=3) if is_answered else None,
            name="某业主",
        )

    def _matter(self, ground: Ground) -> Matter:
        """The gravest matter among the works decides the threshold."""
        items = self._works.item[self._works.owner == ground.index]
        matters = {MENU[item].matter for item in items}
        grave = (Matter.REBUILD, Matter.COMMON_USE)
        return next((matter for matter in grave if matter in matters), Matter.ORDINARY)

    def _add_passed(self, ground: Ground) -> None:
        ends = ground.days[Stage.APPROVED] - timedelta(days=_VOTED_BEFORE_D)
        took_part, in_favour = self._agreed(self._people.areas(ground))
        is_reversed = self._is_none_reversed and ground.stage is Stage.SUSPENDED
        self._is_none_reversed &= not is_reversed
        self._add_decision(
            ground,
            ends,
            took_part,
            in_favour,
            DecisionResult.REVERSED if is_reversed else DecisionResult.PASSED,
            reversal_reason=_REVERSED if is_reversed else "",
            visibility=ground.visibility(),
            valid_until=ends + timedelta(days=_VALID_D),
            evidence=f"表决结果公告 {ends.year}-{ground.community}",
        )

    def _agreed(self, areas: Floats) -> tuple[Flags, Flags]:
        """Who took part in a vote that passed, and who of them consented: drawn anew until both
        kinds of matter would have passed by heads and by area."""
        while True:
            took_part = self._rng.random(len(areas)) < self._rng.uniform(0.82, 0.95)
            in_favour = took_part & (self._rng.random(len(areas)) < self._rng.uniform(0.86, 0.97))
            whole, took, favour = (
                Share(int(flags.sum()), _square_metres(areas[flags]))
                for flags in (np.ones_like(took_part), took_part, in_favour)
            )
            if evaluate(Gravity.MAJOR, whole.owners, whole.area_m2, took, favour).passed:
                return took_part, in_favour

    def _add_open(self, ground: Ground) -> None:
        """A vote under way, with its ballots so far; one in three began too late to have any."""
        areas = self._people.areas(ground)
        took_part = self._rng.random(len(areas)) < self._rng.uniform(0.15, 0.6)
        in_favour = took_part & (self._rng.random(len(areas)) < 0.85)
        ends = self._today + timedelta(days=int(self._rng.integers(4, 15)))
        decision = self._add_decision(
            ground, ends, took_part, in_favour, DecisionResult.OPEN, visibility="draft"
        )
        for flat in np.flatnonzero(took_part):
            refusal = self._rng.choice([Answer.AGAINST, Answer.ABSTAIN])
            self._ballots.add(
                "draft",
                decision=decision,
                household=self._people.ids(ground)[flat],
                answer=Answer.FAVOUR if in_favour[flat] else refusal,
                channel=self._rng.choice([str(c) for c in BallotChannel]),
                cast_at=datetime.combine(self._today - timedelta(days=1), time(10), CHINA),
            )

    def _add_decision(
        self,
        ground: Ground,
        ends: date,
        took_part: Flags,
        in_favour: Flags,
        result: DecisionResult,
        visibility: str,
        **more: date | str,
    ) -> int:
        areas = self._people.areas(ground)
        return self._decisions.add(
            visibility,
            community=ground.community,
            title=f"{ground.name}改造方案",
            matter=self._matter(ground),
            starts=ends - timedelta(days=16),
            ends=ends,
            owners_total=len(areas),
            area_total_m2=_square_metres(areas),
            owners_took_part=int(took_part.sum()),
            area_took_part_m2=_square_metres(areas[took_part]),
            owners_in_favour=int(in_favour.sum()),
            area_in_favour_m2=_square_metres(areas[in_favour]),
            result=result,
            geometry=None,
            **more,
        )


def _square_metres(areas: Floats) -> Decimal:
    return Decimal(int(np.rint(areas.sum() * 100))) / 100
