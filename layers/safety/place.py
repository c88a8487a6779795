"""In its place: a perimeter lies in its community, or the part outside has a permit."""

from collections.abc import Iterator

from layers.core.rules import Severity
from layers.core.text import Text
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.citations import GOOD_PRACTICE
from layers.safety.finding import Finding, Result, Subject, cannot_tell, compliant
from layers.safety.scene import Scene

_TOLERANCE_M = 0.01
_CHECK = SafetyCheck.PLACE


def check(scene: Scene, _: object) -> Iterator[Finding]:
    for perimeter in scene.judged:
        about = () if perimeter.id is None else (Subject("perimeter", perimeter.id),)
        if scene.community is None:
            missing = Text("小区边界", "the boundary of the community")
            yield cannot_tell(_CHECK, GOOD_PRACTICE, missing, about)
            continue
        outside = perimeter.shape.difference(scene.community)
        area = round(float(outside.area), 2)
        values = {"outside_m2": area}
        if outside.buffer(-_TOLERANCE_M).is_empty:
            message = Text("警戒区在小区内。", "The perimeter lies in the community.")
            yield compliant(_CHECK, GOOD_PRACTICE, message, about=about)
        elif perimeter.permit:
            message = Text(
                "小区外 {a:.1f} m² 已取得占道许可:{permit}。",
                "{a:.1f} m² outside of the community are permitted: {permit}.",
            ).format(a=area, permit=perimeter.permit)
            yield compliant(_CHECK, GOOD_PRACTICE, message, values, about, outside)
        else:
            yield Finding(
                _CHECK,
                Result.NOT_COMPLIANT,
                Severity.MINOR,
                Text(
                    "超出小区边界 {a:.1f} m²,须有占道许可。",
                    "{a:.1f} m² lie outside of the community and need a permit to occupy the road.",
                ).format(a=area),
                GOOD_PRACTICE,
                values,
                about,
                outside,
            )
