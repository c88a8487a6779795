"""Communities: the old residential estates that the platform is about."""

from datetime import date
from typing import Annotated

from pydantic import Field

from layers.core.geometry import Kind
from layers.core.layer import About, Attributes, Layer, Private, Ref, Unique, Visibility
from layers.core.measures import Count, Line, Name, Prose, Share, SquareMetres, Year, Yuan
from layers.core.rules import no_larger_than
from layers.core.style import FONT, TODAY, Drawing
from layers.core.text import Text
from layers.stages import Phase, Stage


class Community(Attributes):
    code: Annotated[
        str, Unique, Field(pattern=r"^[0-9A-Za-z-]{4,32}$"), About("小区编号", "Community code")
    ]
    name: Annotated[Name, About("小区名称", "Name")]
    division: Annotated[
        str, Ref("divisions", "code"), About("所属街道(乡镇)", "Street or town, by code")
    ]
    address: Annotated[Line, About("地址", "Address")] = ""
    built_year: Annotated[Year | None, About("建成年份", "Year built")] = None
    buildings: Annotated[Count | None, About("楼栋数", "Buildings")] = None
    households: Annotated[Count | None, About("户数", "Households")] = None
    floor_area_m2: Annotated[SquareMetres | None, About("建筑面积", "Floor area", "m²")] = None
    elderly_share: Annotated[Share | None, About("老年人占比", "Share of elderly", "1")] = None
    safety_findings: Annotated[Count | None, About("安全隐患数", "Safety findings")] = None
    missing_facilities: Annotated[Count | None, About("缺少的设施数", "Missing facilities")] = None
    plan_year: Annotated[Year | None, About("计划年度", "Plan year")] = None

    willingness: Annotated[
        Share | None, About("改造意愿", "Willingness to renovate", "1", "N(四)", "N(四)")
    ] = None
    willingness_on: Annotated[date | None, About("意愿调查日期", "Willingness as of")] = None
    willingness_source: Annotated[Line, About("意愿数据来源", "Source of willingness")] = ""
    participation: Annotated[
        Share | None, About("参与积极性", "Participation", "1", "N(四)", "N(四)")
    ] = None
    participation_on: Annotated[date | None, About("参与数据日期", "Participation as of")] = None
    participation_source: Annotated[Line, About("参与数据来源", "Source of participation")] = ""
    self_demolition: Annotated[
        Share | None, About("主动拆临拆违", "Self-demolition", "1", "N(四)", "N(四)")
    ] = None
    self_demolition_on: Annotated[date | None, About("拆违日期", "Self-demolition as of")] = None
    self_demolition_source: Annotated[Line, About("拆违数据来源", "Source of self-demolition")] = ""
    willingness_to_pay: Annotated[
        Share | None, About("出资意愿", "Willingness to pay", "1", "N(四)", "N(四)")
    ] = None
    willingness_to_pay_on: Annotated[
        date | None, About("出资意愿日期", "Willingness to pay as of")
    ] = None
    willingness_to_pay_source: Annotated[
        Line, About("出资意愿来源", "Source of willingness to pay")
    ] = ""

    made: Annotated[
        bool,
        About("示例数据", "Made data", None, "为演示而编造,不对应真实小区", "Made up for a demo"),
    ] = False
    source: Annotated[Line, About("数据来源", "Data source")] = ""
    remark: Annotated[Prose, Private, About("内部备注", "Internal remark")] = ""


class CommunityFigures(Attributes):
    """What the public rows of the ledgers add up to. The database keeps it; nobody writes it."""

    stage: Annotated[Stage | None, About("阶段", "Stage")] = None
    phase: Annotated[Phase | None, About("公众阶段", "Public phase")] = None
    stage_since: Annotated[date | None, About("阶段起始", "In this stage since")] = None
    progress: Annotated[
        Share | None,
        About("工程进度", "Progress of works", "1", "按预算加权", "Weighted by budget"),
    ] = None
    budget_cny: Annotated[Yuan, About("工程预算", "Budget of works", "CNY")]
    planned_cny: Annotated[Yuan, About("计划资金", "Money planned", "CNY")]
    committed_cny: Annotated[Yuan, About("落实资金", "Money committed", "CNY")]
    received_cny: Annotated[Yuan, About("到位资金", "Money received", "CNY")]
    spent_cny: Annotated[Yuan, About("支出资金", "Money spent", "CNY")]
    gap_cny: Annotated[
        Yuan,
        About("资金缺口", "Funding gap", "CNY", "预算减落实资金", "Budget less money committed"),
    ]
    gap_share: Annotated[Share | None, About("缺口占比", "Gap as a share", "1")] = None
    survey_answers: Annotated[Count, About("满意度答卷数", "Satisfaction answers")]
    satisfied_share: Annotated[
        Share | None,
        About("满意率", "Share satisfied", "1", "少于 5 份不公布", "Hidden below 5 answers"),
    ] = None
    survey_asked: Annotated[Count | None, About("调查户数", "Households asked")] = None
    response_share: Annotated[
        Share | None,
        About(
            "答卷率",
            "Response rate",
            "1",
            "各批次收回的答卷占调查户数",
            "Answers within survey rounds, of the households asked",
        ),
    ] = None
    survey_remarks: Annotated[Count | None, About("答卷中的意见数", "Remarks in answers")] = None
    remarks_adopted: Annotated[Count | None, About("已采纳的意见数", "Remarks adopted")] = None
    remarks_not_adopted: Annotated[Count | None, About("未采纳的意见数", "Remarks not adopted")] = (
        None
    )
    lapsed_from: Annotated[
        date | None,
        About(
            "依据失效日",
            "Evidence lapsed from",
            None,
            "自该日起,已通过关口的依据不再有效",
            "From that day on, evidence of a gate that was passed stands no more",
        ),
    ] = None


LAYER = Layer(
    name="communities",
    title=Text("小区", "Communities"),
    description=Text(
        "城镇老旧小区及其边界、改造阶段、进度与资金。尚未测绘的小区没有边界。",
        "Old residential communities: boundary, stage, progress and money. Those not yet surveyed "
        "have no boundary.",
    ),
    geometry=Kind.MULTIPOLYGON,
    geometry_required=False,
    attributes=Community,
    derived=CommunityFigures,
    owner="division",
    born=Visibility.PUBLISHED,
    rules=(no_larger_than(2_000_000),),
    name_field="name",
    search=True,
    tile_fields=("name", "phase", "stage", "progress", "gap_share", "lapsed_from"),
    minzoom=11,
    drawings=(
        Drawing(
            "ground", "fill", paint={"fill-color": "@community-ground"}, minzoom=13, ground=True
        ),
        Drawing(
            "fill",
            "fill",
            paint={
                "fill-color": "@no-data",
                "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13, 0.85, 16, 0.4, 18, 0.16],
            },
        ),
        Drawing(
            "outline",
            "line",
            paint={
                "line-color": "@community-border",
                "line-width": ["interpolate", ["linear"], ["zoom"], 10, 0.6, 16, 1.8],
            },
        ),
        Drawing(
            "mark",
            "symbol",
            minzoom=12,
            maxzoom=16,
            filter=["has", "phase"],
            layout={
                "icon-image": ["concat", "phase-", ["get", "phase"]],
                "icon-size": ["interpolate", ["linear"], ["zoom"], 12, 0.7, 15, 1],
                # From afar the colours tell enough; the glyphs then stand where there is room.
                "icon-allow-overlap": ["step", ["zoom"], False, 14.5, True],
            },
        ),
        Drawing(
            "lapsed",
            "symbol",
            minzoom=12,
            # A day as text is as great as it is late. What lapses tonight is drawn tomorrow.
            filter=["all", ["has", "lapsed_from"], ["<=", ["get", "lapsed_from"], TODAY]],
            layout={
                "icon-image": "lapsed",
                "icon-size": ["interpolate", ["linear"], ["zoom"], 12, 0.6, 15, 0.85],
                "icon-offset": [16, -14],
                "icon-allow-overlap": True,
            },
        ),
        Drawing(
            "name",
            "symbol",
            minzoom=13.5,
            layout={
                "text-field": ["get", "name"],
                "text-font": FONT,
                "text-size": ["interpolate", ["linear"], ["zoom"], 13, 12, 17, 16],
                "text-max-width": 7,
                "text-padding": 6,
                "text-anchor": ["step", ["zoom"], "top", 16, "center"],
                "text-offset": ["step", ["zoom"], ["literal", [0, 0.9]], 16, ["literal", [0, 0]]],
            },
            paint={"text-color": "@ink", "text-halo-color": "@halo", "text-halo-width": 1.6},
        ),
    ),
    example={
        "code": "360923100-001",
        "name": "人民新村",
        "division": "360923100",
        "address": "敖阳街道人民路 12 号",
        "built_year": 1988,
        "buildings": 12,
        "households": 204,
        "floor_area_m2": "15300.00",
        "plan_year": 2026,
        "willingness": 0.91,
        "willingness_on": "2026-03-01",
        "willingness_source": "入户调查",
        "remark": "内部:与电力公司协调中",
    },
    example_geometry={
        "type": "MultiPolygon",
        "coordinates": [
            [
                [
                    [114.9200, 28.2300],
                    [114.9220, 28.2300],
                    [114.9220, 28.2316],
                    [114.9200, 28.2316],
                    [114.9200, 28.2300],
                ]
            ]
        ],
    },
)
