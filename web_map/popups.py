"""What a click on a thing of the shared map tells, as HTML in which all data are escaped."""

from collections.abc import Sequence
from html import escape

from gis_service.informing.models import Closure
from gis_service.informing.picture import Shown
from layers.core.text import Text
from layers.facilities import FacilityKind, FacilityStatus
from layers.stages import Phase, Stage
from layers.themes import PHASE_LOOKS
from layers.warning_perimeters import PerimeterState
from web_map.wording import moment, said, ten_thousands

Told = dict[str, str]
"""What is told of a feature, as HTML: the `popup` that a click opens."""


def community(shown: Shown) -> Told:
    of = shown.attributes
    rows = [(Text("地址", "Address"), of["address"])]
    if of["households"] is not None:
        rows.append((Text("户数", "Households"), f"{of['households']:,}"))
    if of["progress"] is not None:
        rows.append((Text("工程进度", "Progress"), f"{of['progress']:.0%}"))
    if of["budget_cny"]:
        rows.append((Text("工程预算", "Budget"), ten_thousands(of["budget_cny"])))
        rows.append((Text("资金缺口", "Gap"), ten_thousands(of["gap_cny"])))
    return told(of["name"], rows, _pill(of["phase"], of["stage"]))


def building(shown: Shown) -> Told:
    of = shown.attributes
    rows = [(Text("层数", "Floors"), of["floors"]), (Text("户数", "Households"), of["households"])]
    return told(of["number"] or "楼栋 Building", rows)


def facility(shown: Shown) -> Told:
    of = shown.attributes
    rows = [
        (Text("类别", "Kind"), said(FacilityKind(of["kind"]).label)),
        (Text("状态", "Status"), said(FacilityStatus(of["status"]).label)),
    ]
    return told(of["name"] or said(FacilityKind(of["kind"]).label), rows)


def closure(shown: Closure) -> Told:
    rows = [
        (Text("状态", "State"), said(PerimeterState(shown.state).label)),
        (Text("开始", "From"), moment(shown.starts)),
        (Text("计划解除", "Until"), moment(shown.ends)),
    ]
    return told(shown.reason, rows)


def told(title: str, rows: Sequence[tuple[Text, object]], badge: str = "") -> Told:
    """`badge` is HTML; everything else is escaped here."""
    lines = "".join(
        f"<tr><th>{escape(said(name))}</th><td>{escape(str(value))}</td></tr>"
        for name, value in rows
        if value not in (None, "")
    )
    return {"popup": f"<b>{escape(title)}</b> {badge}<table>{lines}</table>"}


def _pill(phase: str | None, stage: str | None) -> str:
    if phase is None:
        return escape(said(Stage(stage).label)) if stage else ""
    colour = PHASE_LOOKS[Phase(phase)].color
    return (
        f'<span class="phase"><i style="background:{colour}"></i>'
        f"{escape(said(Phase(phase).label))}</span>"
    )
