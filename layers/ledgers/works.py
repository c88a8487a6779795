"""Works: the scope of a renovation, item by item. Menu: 国办发〔2020〕23号, secondary source."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from layers.core.layer import About, Attributes, Layer, Ref, Visibility
from layers.core.measures import Name, Share, Yuan
from layers.core.rules import in_order
from layers.core.text import Term, Text
from layers.voting import Gravity


class WorkGroup(Term):
    BASIC = "basic", "基础类", "Basic"
    IMPROVING = "improving", "完善类", "Improving"
    UPGRADING = "upgrading", "提升类", "Upgrading"


class WorkCategory(Term):
    WATER = "water", "供水", "Water supply"
    DRAINAGE = "drainage", "排水", "Drainage"
    POWER = "power", "供电", "Power"
    WEAK_CURRENT = "weak_current", "弱电", "Weak current"
    ROADS = "roads", "道路", "Roads"
    GAS = "gas", "供气", "Gas"
    HEAT = "heat", "供热", "Heat"
    FIRE = "fire", "消防", "Fire protection"
    SECURITY = "security", "安防", "Security"
    WASTE = "waste", "垃圾分类", "Waste"
    ROOF = "roof", "屋面", "Roofs"
    FACADE = "facade", "外墙", "Façades"
    WINDOWS = "windows", "外窗", "Windows"
    STAIRS = "stairs", "楼道", "Stairwells"
    ILLEGAL_STRUCTURES = "illegal_structures", "拆违", "Removal of illegal structures"
    GREENING = "greening", "绿化", "Greening"
    LIGHTING = "lighting", "照明", "Lighting"
    AGE_FRIENDLY = "age_friendly", "适老化", "Age-friendly"
    BARRIER_FREE = "barrier_free", "无障碍", "Barrier-free"
    PARKING = "parking", "停车", "Parking"
    CHARGING = "charging", "充电", "Charging"
    PARCELS = "parcels", "快递柜", "Parcel lockers"
    CULTURE = "culture", "文体", "Culture and sport"
    PROPERTY_OFFICE = "property_office", "物业用房", "Property office"
    ENERGY = "energy", "节能", "Energy saving"
    LIFTS = "lifts", "加装电梯", "Lifts"
    COMMUNITY_SERVICE = "community_service", "社区服务", "Community service"
    HEALTH = "health", "卫生站", "Health station"
    KINDERGARTEN = "kindergarten", "幼儿园", "Kindergarten"
    ELDERLY_CARE = "elderly_care", "养老", "Elderly care"
    CHILDCARE = "childcare", "托育", "Childcare"
    MEALS = "meals", "助餐", "Meals"
    MARKET = "market", "便民市场", "Market"


_C = WorkCategory
_IMPROVING = frozenset(
    {
        _C.ILLEGAL_STRUCTURES,
        _C.GREENING,
        _C.LIGHTING,
        _C.AGE_FRIENDLY,
        _C.BARRIER_FREE,
        _C.PARKING,
        _C.CHARGING,
        _C.PARCELS,
        _C.CULTURE,
        _C.PROPERTY_OFFICE,
        _C.ENERGY,
        _C.LIFTS,
    }
)
_UPGRADING = frozenset(
    {
        _C.COMMUNITY_SERVICE,
        _C.HEALTH,
        _C.KINDERGARTEN,
        _C.ELDERLY_CARE,
        _C.CHILDCARE,
        _C.MEALS,
        _C.MARKET,
    }
)


def group_of(category: WorkCategory) -> WorkGroup:
    if category in _IMPROVING:
        return WorkGroup.IMPROVING
    return WorkGroup.UPGRADING if category in _UPGRADING else WorkGroup.BASIC


class Matter(Term):
    """The item of Civil Code art. 278 that a works item falls under."""

    ORDINARY = "ordinary", "一般事项", "Ordinary"
    RAISE_FUND = "raise_fund", "筹集维修资金(六)", "Raising the maintenance fund (VI)"
    REBUILD = "rebuild", "改建重建(七)", "Rebuilding or altering (VII)"
    COMMON_USE = "common_use", "改变共有部分用途(八)", "Changing the use of common parts (VIII)"

    @property
    def gravity(self) -> Gravity:
        return Gravity.ORDINARY if self is Matter.ORDINARY else Gravity.MAJOR


def gravity_of(matters: Iterable[Matter]) -> Gravity:
    """A plan is a major matter when any of its works items is one."""
    major = any(matter.gravity is Gravity.MAJOR for matter in matters)
    return Gravity.MAJOR if major else Gravity.ORDINARY


class Work(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    category: Annotated[WorkCategory, About("类别", "Category")]
    title: Annotated[Name, About("内容", "Title")]
    matter: Annotated[Matter, About("表决事项", "Matter of decision")] = Matter.ORDINARY
    budget_cny: Annotated[Yuan, About("预算", "Budget", "CNY")]
    progress: Annotated[Share, About("进度", "Progress", "1")] = 0.0
    starts: Annotated[date | None, About("开始", "Starts")] = None
    ends: Annotated[date | None, About("计划完成", "Planned end")] = None


LAYER = Layer(
    name="works",
    title=Text("改造内容", "Works"),
    description=Text("改造的分项、预算与进度。", "Items of a renovation, budgets and progress."),
    geometry=None,
    attributes=Work,
    owner="community",
    born=Visibility.PUBLISHED,
    rules=(in_order("starts", "ends"),),
    period=("starts", "ends"),
    name_field="title",
    example={
        "category": "drainage",
        "title": "雨污分流",
        "budget_cny": "860000.00",
        "progress": 0.4,
        "starts": "2026-09-01",
        "ends": "2026-11-30",
    },
)
