"""Reception: an open point within walking distance of every occupied building. N(七).

Nobody walks as the crow flies: the straight line from the building is taken times the detour that
the rule values name. Ways on free ground would be shorter than the truth, for they cut lawns.
"""

from collections.abc import Iterator

import numpy as np
import shapely

from layers.core.rules import Severity
from layers.core.text import Text
from layers.ledgers.exceptions import SafetyCheck
from layers.safety.finding import Finding, Result, compliant, subjects
from layers.safety.rules import Rules
from layers.safety.scene import Reception, Scene

_CHECK = SafetyCheck.RECEPTION


def check(scene: Scene, rules: Rules) -> Iterator[Finding]:
    buildings = [building for building in scene.buildings if building.occupied]
    if scene.receptions is None or not buildings:
        return
    walk, detour = rules["reception-walk"], rules["walk-detour"].metres
    points = [point for point in scene.receptions if _open(point, rules)]
    values = {"required_m": walk.metres}
    if not points:
        message = Text("没有开放的居民接待点。", "No reception point is open.")
        severity = Severity.MAJOR
        yield Finding(_CHECK, Result.NOT_COMPLIANT, severity, message, walk.citation, values)
        return
    shapes = np.array([b.shape for b in buildings], dtype=object)
    places = np.array([p.shape for p in points], dtype=object)
    ways = shapely.distance(shapes[:, None], places[None, :]).min(axis=1) * detour
    far = [b for b, way in zip(buildings, ways, strict=True) if way > walk.metres]
    values["found_m"] = round(float(ways.max()), 1)
    if not far:
        message = Text(
            "各楼栋步行至接待点不超过 {found:.0f} m。",
            "Every building is within a walk of {found:.0f} m of a reception point.",
        ).format(found=values["found_m"])
        yield compliant(_CHECK, walk.citation, message, values, subjects("reception_point", points))
        return
    yield Finding(
        _CHECK,
        Result.NOT_COMPLIANT,
        Severity.MINOR,
        Text(
            "{n} 栋楼步行至接待点超过 {limit:g} m,最远 {found:.0f} m。",
            "{n} buildings are more than {limit:g} m from a reception point, the farthest "
            "{found:.0f} m.",
        ).format(n=len(far), limit=walk.metres, found=values["found_m"]),
        walk.citation,
        values,
        subjects("building", far),
        shapely.GeometryCollection([building.shape for building in far]),
    )


def _open(point: Reception, rules: Rules) -> bool:
    begun = point.opens is None or point.opens <= rules.on
    return begun and (point.closes is None or rules.on <= point.closes)
