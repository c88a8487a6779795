"""The legend of a shared map: what is seen by colour and word, as of when, and by whom."""

from collections import Counter
from collections.abc import Iterable
from html import escape

from gis_service.informing.picture import Picture
from layers.core.style import PALETTE
from layers.core.text import Text
from layers.stages import Phase
from layers.themes import CLOSURES_TITLE, PHASE_LOOKS
from web_map.wording import moment, said

_COLOURS = PALETTE["light"]
_NO_PHASE = Text("已取消或无数据", "Cancelled, or no data")

_STYLE = f"""<style>
.leaflet-container {{ background: {_COLOURS["land"]}; color: {_COLOURS["ink"]};
  font: 14px "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }}
.leaflet-popup-content th {{ text-align: left; font-weight: 400; padding-right: 12px;
  color: {_COLOURS["soft-ink"]}; }}
.legend {{ position: fixed; left: 12px; bottom: 64px; z-index: 1000; max-width: 300px;
  padding: 12px; border-radius: 8px; background: {_COLOURS["paper"]}; color: {_COLOURS["ink"]};
  box-shadow: 0 1px 6px rgb(0 0 0 / 25%);
  font: 12px/1.6 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }}
.legend h1 {{ font-size: 16px; line-height: 1.3; margin: 0 0 4px; }}
.legend ul {{ list-style: none; margin: 0; padding: 0; }}
.legend li {{ display: flex; gap: 8px; align-items: center; }}
.legend li span:last-child {{ margin-left: auto; color: {_COLOURS["soft-ink"]}; }}
.legend p {{ margin: 8px 0 0; color: {_COLOURS["soft-ink"]}; }}
.legend i, .phase i {{ flex: none; display: inline-block; width: 14px; height: 14px;
  border-radius: 3px; margin-right: 4px; vertical-align: -2px; }}
</style>"""


def legend(picture: Picture, counts: Counter[Phase | None]) -> str:
    rows = [
        row(PHASE_LOOKS[phase].color, phase.label, counts[phase])
        for phase in Phase
        if counts[phase]
    ]
    if counts[None]:
        rows.append(row(_COLOURS["no-data"], _NO_PHASE, counts[None]))
    if picture.closures:
        rows.append(row(_COLOURS["danger"], CLOSURES_TITLE, len(picture.closures)))
    return aside(picture.title, rows, _notes(picture))


def aside(title: Text, rows: Iterable[str], notes: Iterable[str]) -> str:
    """The legend and the style of the page. Notes are escaped, rows are made by `row`."""
    told = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return (
        f'{_STYLE}<aside class="legend"><h1>{escape(said(title))}</h1>'
        f"<ul>{''.join(rows)}</ul>{told}</aside>"
    )


def row(colour: str, label: Text, count: int) -> str:
    return (
        f'<li><i style="background:{colour}"></i><span>{escape(said(label))}</span>'
        f"<span>{count:,}</span></li>"
    )


def _notes(picture: Picture) -> list[str]:
    """What a reader must know to trust the map, or not to."""
    catalogue = picture.catalogue
    notes = undrawn(sum(one.shape is None for one in picture.communities))
    if catalogue.made_data:
        notes.append("示例数据,为演示而编造 Made data, for a demo")
    if catalogue.data_source:
        notes.append(f"数据来源 Source: {catalogue.data_source}")
    if catalogue.map_approval:
        notes.append(f"审图号 Map approval: {catalogue.map_approval}")
    as_of = catalogue.as_of or picture.moment
    notes.append(f"数据截至 Data as of {moment(as_of)}")
    return notes


def undrawn(count: int) -> list[str]:
    return [f"{count:,} 个小区尚无边界,未画出 have no boundary yet"] if count else []
