"""How works are watched and received: duty, checks, acceptance, what residents say."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import numpy as np
from numpy.random import Generator

from gis_service.demo.block import Block
from gis_service.demo.danger import CHINA
from gis_service.demo.ground import Ground
from gis_service.demo.people import People
from gis_service.demo.tables import Rows, Table
from gis_service.demo.works import MENU, Programme
from layers import reports
from layers.gates.acceptance import EXCLUSIVE
from layers.ledgers import (
    acceptances,
    duty_shifts,
    inspections,
    reception_items,
    supervisors,
)
from layers.ledgers.acceptances import AcceptedPart
from layers.ledgers.inspections import InspectionKind
from layers.ledgers.supervisors import ChosenBy
from layers.ledgers.works import WorkCategory
from layers.reports import ReportCategory, ReportStatus
from layers.stages import Stage

_SHIFT = timedelta(hours=12)
_ROSTER_D = (-6, 21)
_CHECKS = (InspectionKind.SELF, InspectionKind.HANDOVER, InspectionKind.PROFESSIONAL)

_STEPS: dict[WorkCategory, tuple[str, ...]] = {
    WorkCategory.DRAINAGE: ("管沟开挖", "管道安装", "闭水试验", "回填夯实"),
    WorkCategory.WATER: ("管道安装", "水压试验", "冲洗消毒"),
    WorkCategory.FACADE: ("基层处理", "抹灰找平", "涂料面层"),
    WorkCategory.ROOF: ("基层清理", "防水卷材", "闭水试验"),
    WorkCategory.ROADS: ("路基", "水稳层", "沥青面层"),
    WorkCategory.STAIRS: ("墙面铲除", "扶手安装", "面层涂料"),
}
_ONE_STEP = ("安装调试",)
_VISITED_FLATS = 4

_ITEMS = (
    ("单元门前积水,出行不便。", "当日已抽排,并加设排水沟。"),
    ("脚手架挡住一楼采光,何时拆除?", "该段外墙本月底完工,随即拆架。"),
    ("施工车辆占用消防车道。", "已清离,并划定停车区。"),
    ("老人出门要绕远路。", "已搭设带顶安全通道。"),
    ("水管改造何时停水?", "停水时间提前三日张贴,每日 9:00–16:00。"),
)
_AGAIN = "只好了两天,又是老样子,请再来看看。"
_REPORTS = (
    (ReportCategory.NOISE, "清晨六点多就开始切割,噪声很大。", "已要求 7:30 后方可开工。"),
    (ReportCategory.SAFETY, "围挡夜间没有警示灯。", "已补装警示灯并安排夜巡。"),
    (ReportCategory.QUALITY, "新铺路面一下雨就积水。", "重新找坡,已返工。"),
    (ReportCategory.PROGRESS, "管沟挖开半个月没人管。", "等待燃气迁改,预计下周回填。"),
    (ReportCategory.MONEY, "想知道居民出资用在哪一项。", "明细已在公告栏与本平台公示。"),
    (ReportCategory.OTHER, "希望保留院里的老樟树。", "方案已调整,老樟树原地保护。"),
)


class Conduct:
    """The ledgers of conduct of one block."""

    def __init__(self, block: Block, works: Programme, people: People) -> None:
        self._rng: Generator = block.rng
        self._today: date = block.today
        self._works, self._people = works, people
        self._supervisors = Rows(supervisors.LAYER, block.numbers)
        self._shifts = Rows(duty_shifts.LAYER, block.numbers)
        self._inspections = Rows(inspections.LAYER, block.numbers)
        self._acceptances = Rows(acceptances.LAYER, block.numbers)
        self._items = Rows(reception_items.LAYER, block.numbers)
        self._reports = Rows(reports.LAYER, block.numbers)

    def tables(self) -> Iterator[Table]:
        for rows in (
            self._supervisors,
            self._shifts,
            self._inspections,
            self._acceptances,
            self._items,
            self._reports,
        ):
            yield rows.table

    def add(self, ground: Ground) -> None:
        """What has come to pass in one community by its stage."""
        if Stage.UNDER_WORKS in ground.days:
            self._add_supervisors(ground)
            self._add_inspections(ground)
            self._add_reports(ground)
        if Stage.ACCEPTED in ground.days:
            self._add_acceptances(ground)

    def add_on_site(self, ground: Ground, site: int, reception: int) -> None:
        """What happens at a site and its reception point while works are under way."""
        self._add_roster(ground, site)
        self._add_items(ground, reception)

    def _ago(self, days: int) -> date:
        return self._today - timedelta(days=days)

    def _add_supervisors(self, ground: Ground) -> None:
        starts = ground.days[Stage.UNDER_WORKS] - timedelta(days=5)
        ends = ground.days.get(Stage.ACCEPTED)
        for _ in range(int(self._rng.integers(2, 4))):
            self._supervisors.add(
                ground.visibility(),
                community=ground.community,
                chosen_by=self._rng.choice([str(c) for c in ChosenBy]),
                term_starts=starts,
                term_ends=ends,
                name=f"{self._rng.choice(list('李王陈刘'))}某",
            )

    def _add_roster(self, ground: Ground, site: int) -> None:
        """Twelve-hour shifts about today; every fourth site left last night without one."""
        first = max(self._today + timedelta(days=_ROSTER_D[0]), ground.days[Stage.UNDER_WORKS])
        start = datetime.combine(first, time(8), CHINA)
        last = datetime.combine(self._today + timedelta(days=_ROSTER_D[1]), time(8), CHINA)
        last_night = datetime.combine(self._ago(1), time(20), CHINA)
        while start < last:
            if site % 4 or start != last_night:
                self._shifts.add(
                    ground.visibility(),
                    site=site,
                    starts=start,
                    ends=start + _SHIFT,
                    officer=f"{self._rng.choice(list('赵钱孙李'))}某",
                )
            start += _SHIFT

    def _add_inspections(self, ground: Ground) -> None:
        """Three checks in order for each step that is done, sometimes one failed and repeated."""
        table = self._works.table
        for row in np.flatnonzero(self._works.owner == ground.index):
            steps = _STEPS.get(MENU[self._works.item[row]].category, _ONE_STEP)
            starts, ends = (table[edge][row].astype(object) for edge in ("starts", "ends"))
            done = int(np.floor(table["progress"][row] * len(steps)))
            for order, step in enumerate(steps[:done], start=1):
                day = starts + (ends - starts) * order // (len(steps) + 1)
                self._add_checks(ground, int(table["id"][row]), step, min(day, self._ago(3)))

    def _add_checks(self, ground: Ground, work: int, step: str, day: date) -> None:
        if self._rng.random() < 0.08:
            self._add_check(ground, work, InspectionKind.SELF, step, day, "局部空鼓,返工。")
        for later, kind in enumerate(_CHECKS):
            self._add_check(ground, work, kind, step, day + timedelta(days=later), "")
        if self._rng.random() < 0.15:
            self._add_check(ground, work, InspectionKind.PATROL, step, day, "")

    def _add_check(
        self, ground: Ground, work: int, kind: InspectionKind, step: str, day: date, findings: str
    ) -> None:
        self._inspections.add(
            ground.visibility(),
            work=work,
            kind=kind,
            step=step,
            on=day,
            passed=not findings,
            findings=findings,
            inspector="示例检查人",
        )

    def _add_acceptances(self, ground: Ground) -> None:
        accepted = ground.days[Stage.ACCEPTED]
        for row in np.flatnonzero(self._works.owner == ground.index):
            category = MENU[self._works.item[row]].category
            work = int(self._works.table["id"][row])
            if category in EXCLUSIVE:
                for flat in self._people.ids(ground)[:_VISITED_FLATS]:
                    self._acceptances.add(
                        ground.visibility(),
                        community=ground.community,
                        work=work,
                        part=AcceptedPart.EXCLUSIVE,
                        on=accepted - timedelta(days=6),
                        passed=True,
                        lead="建设单位",
                        evidence=f"分户验收单 {accepted.year}-{work}-{flat}",
                        household=int(flat),
                    )
            else:
                self._acceptances.add(
                    ground.visibility(),
                    community=ground.community,
                    work=work,
                    part=AcceptedPart.COMMON,
                    on=accepted,
                    passed=True,
                    lead=f"{ground.street}办事处",
                    evidence=f"公共区域验收单 {accepted.year}-{work}",
                )

    def _add_items(self, ground: Ground, reception: int) -> None:
        chosen = self._rng.choice(len(_ITEMS), size=self._rng.integers(1, 5), replace=False)
        for order, which in enumerate(chosen):
            text, reply = _ITEMS[which]
            asked = self._ago(2 + 5 * order)
            # The newest one waits for its reply; at every fifth point an old one is overdue.
            is_open = order == 0 or (order == 2 and reception % 5 == 0)
            self._items.add(
                ground.visibility(not is_open),
                reception_point=reception,
                text=text,
                asked_on=asked,
                reply_by=asked + timedelta(days=7),
                reply="" if is_open else reply,
                replied_on=None if is_open else asked + timedelta(days=2),
            )

    def _add_reports(self, ground: Ground) -> None:
        if ground.stage not in (Stage.UNDER_WORKS, Stage.SUSPENDED):
            return
        chosen = self._rng.choice(len(_REPORTS), size=self._rng.integers(1, 4), replace=False)
        for order, which in enumerate(chosen):
            category, text, reply = _REPORTS[which]
            at = datetime.combine(self._ago(1 + 6 * order), time(7, 20), CHINA)
            is_closed = order > 0
            # At every fourth community what was closed was not fixed.
            is_again = order == 1 and ground.community % 4 == 0
            door = self._rng.choice(len(ground.estate.doors))
            self._reports.add(
                # Moderated before it shows: the newest one still waits.
                ground.visibility(is_closed),
                ground.placed(ground.estate.doors[door].place),
                community=ground.community,
                category=category,
                text=text,
                status=ReportStatus.OPEN if is_again or not is_closed else ReportStatus.CLOSED,
                reported_at=at,
                reply=reply if is_closed else "",
                replied_at=at + timedelta(days=2) if is_closed else None,
                reopened_at=at + timedelta(days=4) if is_again else None,
                reopen_reason=_AGAIN if is_again else "",
            )
