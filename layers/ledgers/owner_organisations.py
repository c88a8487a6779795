"""Owners' organisations, and the later management they decided on. N(四): gate to the plan."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from layers.core.attachment import Attached, Sha256
from layers.core.layer import About, Attributes, Layer, Private, Ref, Visibility
from layers.core.measures import Line, Name, Prose
from layers.core.rules import in_order
from layers.core.text import Term, Text


class OrganisationKind(Term):
    OWNERS_COMMITTEE = "owners_committee", "业主委员会", "Owners' committee"
    MANAGEMENT_COMMITTEE = "management_committee", "物业管理委员会", "Property management committee"


class ManagementMode(Term):
    COMPANY = "company", "专业物业", "Property company"
    SELF = "self", "居民自治", "Self-management"
    STREET = "street", "社区托管", "Street trusteeship"


class OwnerOrganisation(Attributes):
    community: Annotated[int, Ref("communities"), About("小区", "Community")]
    kind: Annotated[OrganisationKind, About("类别", "Kind")]
    name: Annotated[Name, About("名称", "Name")]
    formed_on: Annotated[date, About("成立日期", "Formed on")]
    formed_evidence: Annotated[Line, About("成立依据", "Evidence of forming")] = ""
    formed_file: Annotated[
        Sha256 | None, Attached(), Private, About("成立依据附件", "File of its forming")
    ] = None
    management_mode: Annotated[
        ManagementMode | None, About("后续管理模式", "Later management mode")
    ] = None
    management_standard: Annotated[Prose, About("管理标准", "Management standard")] = ""
    fee_cny_m2_month: Annotated[
        Decimal | None,
        Field(ge=0, max_digits=6, decimal_places=2),
        About("物业费", "Fee", "CNY/m²/month"),
    ] = None
    decided_on: Annotated[date | None, About("管理决定日期", "Management decided on")] = None
    decided_evidence: Annotated[Line, About("决定依据", "Evidence of decision")] = ""
    decided_file: Annotated[
        Sha256 | None, Attached(), Private, About("决定依据附件", "File of the decision")
    ] = None
    dissolved_on: Annotated[date | None, About("解散日期", "Dissolved on")] = None


LAYER = Layer(
    name="owner_organisations",
    title=Text("业主组织", "Owners' organisations"),
    description=Text(
        "业主委员会、物业管理委员会及其确定的后续管理模式与标准。",
        "Owners' organisations and the management mode, standard and fee they decided.",
    ),
    geometry=None,
    attributes=OwnerOrganisation,
    owner="community",
    born=Visibility.PUBLISHED,
    rules=(in_order("formed_on", "dissolved_on"),),
    period=("formed_on", "dissolved_on"),
    name_field="name",
    example={
        "kind": "owners_committee",
        "name": "人民新村业主委员会",
        "formed_on": "2025-06-01",
        "formed_evidence": "备案表 2025-17",
        "management_mode": "company",
        "management_standard": "四级",
        "fee_cny_m2_month": "0.60",
        "decided_on": "2025-07-01",
        "decided_evidence": "业主大会决议 2025-2",
    },
)
